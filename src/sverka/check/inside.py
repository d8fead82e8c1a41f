"""Numbers that belong to a name that the claims know, and state nothing: «Терминал 2», "Line 3", «ТЭЦ-2»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sverka.check.aliases import GAP
from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.model.claim import ClaimSet
from sverka.model.figure import Figure, Reason
from sverka.model.finding import Role
from sverka.model.span import Span

_DIGITS = re.compile(r"\d+")


def without_names(scene: Scene, claims: ClaimSet) -> Sequence[Figure]:
    """The figures of a scene; those whose digits are some of a name's own, where it stands, are ignored as a name."""
    return [
        replace(figure, ignored=Reason.NAME, why="it is part of a name that the claims use")
        if figure.ignored is None and _is_inside(scene, claims, figure)
        else figure
        for figure in scene.figures
    ]


def _is_inside(scene: Scene, claims: ClaimSet, figure: Figure) -> bool:
    digits, own = set(_DIGITS.findall(figure.text)), _own(figure)
    index = scene.analysis.sentence_at(figure.span.start) if digits else None
    return index is not None and any(
        mention.span.covers(own) and digits <= _digits_of(claims, mention) for mention in scene.mentions[index]
    )


def _own(figure: Figure) -> Span:
    """What of a figure must lie in the name: the number of a bare one, which may have a suffix («Terminal 2-nin»)."""
    bare = figure.parts.unit is None and figure.parts.scale is None and figure.parts.hedge is None
    return figure.parts.number if bare else figure.span


def _digits_of(claims: ClaimSet, mention: Mention) -> set[str]:
    """The numbers in the aliases of a name that have words too, and leave no gap for others."""
    name = (claims.subjects if mention.role is Role.SUBJECT else claims.metrics)[mention.name]
    worded = (alias.text for alias in name.aliases if any(map(str.isalpha, alias.text)))
    whole = (text for text in worded if not GAP.search(text))
    return {digits for text in whole for digits in _DIGITS.findall(text)}
