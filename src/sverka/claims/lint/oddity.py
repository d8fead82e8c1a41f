"""An oddity of a set of claims, and where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sverka.model.claim import Acceptance, Assertion, ClaimSet
from sverka.model.document import Document
from sverka.model.span import Place


class Oddity(NamedTuple):
    """Where something is odd, and the words of the case."""

    place: Place
    words: Mapping[str, str]


class Texts(NamedTuple):
    """The documents that claims are meant for, and where the acceptances stand that let a figure of them through."""

    documents: Sequence[Document]
    used: frozenset[Place] = frozenset()
    were_checked: bool = False

    def of(self, acceptance: Acceptance) -> list[Document]:
        """The documents that an acceptance is about."""
        return [document for document in self.documents if acceptance.is_about(document.path)]


Rule = Callable[[ClaimSet, Texts], Iterable[Oddity]]


def where(place: Place) -> str:
    """A place as messages cite it."""
    return f"{place.file}:{place.line}"


def stated(claims: ClaimSet) -> Iterator[Assertion]:
    """The assertions that somebody wrote."""
    return (each for each in claims.assertions if not each.derived)
