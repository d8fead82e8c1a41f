"""Common nouns by which claims call their subjects, and that are part of something else where they stand, in a language
whose verbs and heads come last: «Тұлпар Банк», «банк секторы», "ölkənin bütün hava limanları"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from sverka.languages import countries
from sverka.languages.suffixes import forms
from sverka.model.finding import Role

if TYPE_CHECKING:
    from sverka.check.mentions import Mention
    from sverka.check.scene import Scene


def without_borrowed(scene: Scene, found: Collection[Mention]) -> Iterator[Mention]:
    """The names of a sentence without the nouns that are part of something else."""
    for mention in found:
        if not is_borrowed(scene, found, mention):
            yield mention


def is_borrowed(scene: Scene, found: Collection[Mention], mention: Mention) -> bool:
    if mention.is_amount and not _is_behind_amount(scene, mention):
        return True
    if mention.role is Role.METRIC and _is_in_quoted_name(scene, mention):
        return True
    if scene.words.articles and _ends_a_compound(scene, mention):
        return True
    own = scene.patterns.words_of_subjects.get(mention.name)
    if own is None or not scene.is_verb_last or mention.last - mention.first > 1:
        return False
    rules = (_ends_a_name, _leads_to_all, _is_one_of_many)
    return any(rule(scene, found, mention, own) for rule in rules)


def _is_behind_amount(scene: Scene, mention: Mention) -> bool:
    """A number with a unit stands right before a name."""
    end = scene.analysis.tokens[mention.first - 1].end if mention.first else -1
    return any(figure.span.end == end and figure.parts.unit is not None for figure in scene.figures)


def _is_in_quoted_name(scene: Scene, mention: Mention) -> bool:
    """«Жайлы мектеп» ұлттық жобасы: a few words in quotation marks, with a capital, of which the metric's are some."""
    tokens = scene.analysis.tokens
    near = range(max(mention.first - QUOTED, 0), mention.first)
    opening = next((at for at in reversed(near) if tokens[at].text in _OPENING), None)
    if opening is None or not all(tokens[at].is_word for at in range(opening + 1, mention.first)):
        return False
    behind = tokens[mention.last : mention.last + QUOTED]
    closing = next((at for at, token in enumerate(behind) if not token.is_word), None)
    is_closed = closing is not None and behind[closing].text in _CLOSING
    return is_closed and opening + 1 < mention.first and tokens[opening + 1].is_capitalised


_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”“"')
# A name in quotation marks has no more words than this beside a noun in it.
QUOTED = 3


def _ends_a_compound(scene: Scene, mention: Mention) -> bool:
    """ "The non-oil sector": a hyphen joins the name to a word before it."""
    tokens = scene.analysis.tokens
    if mention.first < 2 or tokens[mention.first - 1].text != "-" or not tokens[mention.first - 2].is_word:
        return False
    return tokens[mention.first - 2].end == tokens[mention.first - 1].start


def _ends_a_name(scene: Scene, found: Collection[Mention], mention: Mention, own: frozenset[str]) -> bool:
    """«Тұлпар Банк»: a capital, and another before it that is no word of the subject's."""
    tokens = scene.analysis.tokens
    before = tokens[mention.first - 1] if mention.first else None
    if before is None or not (tokens[mention.first].is_capitalised and before.is_word and before.is_capitalised):
        return False
    if any(other.first <= mention.first - 1 < other.last for other in found) or scene.analysis.lemmas(before) & own:
        return False
    is_nation = countries.country(before.text, scene.analysis.language) is not None
    return (
        not is_nation
        and not _is_proper(scene, mention)
        and scene.analysis.lemmas(before).isdisjoint(scene.words.demonstratives | scene.words.light)
    )


def _is_proper(scene: Scene, mention: Mention) -> bool:
    """A name of some subject is the noun alone, with a capital."""
    return bool(scene.analysis.lemmas(scene.analysis.tokens[mention.first]) & scene.patterns.capitals)


def _leads_to_all(scene: Scene, found: Collection[Mention], mention: Mention, own: frozenset[str]) -> bool:
    return leads_to_all(scene, mention.first, own)


def leads_to_all(scene: Scene, position: int, own: frozenset[str]) -> bool:
    """«Банк секторы»: a bare noun, and all that there is of its sort behind it."""
    word = scene.analysis.tokens[position + 1] if position + 1 < len(scene.analysis.tokens) else None
    language = scene.analysis.language
    if (
        word is None
        or not word.is_word
        or not scene.is_verb_last
        or len(forms(scene.analysis.words[position], language)) > 1
    ):
        return False
    owned = (form.stem for form in forms(scene.analysis.words[position + 1], language) if form.possessive)
    return any(stem in scene.words.scopes - own for stem in owned)


def _is_one_of_many(scene: Scene, found: Collection[Mention], mention: Mention, own: frozenset[str]) -> bool:
    """«Банктер»: several are not the one that has a name, unless the claims call it so."""
    found_forms = forms(scene.analysis.words[mention.first], scene.analysis.language)
    has_name = (mention.name, scene.analysis.language) in scene.patterns.with_names
    sorts = scene.words.firms.union(*scene.words.kinds)
    if not has_name or scene.analysis.lemmas(scene.analysis.tokens[mention.first]).isdisjoint(sorts):
        return False
    if not any(form.plural and form.stem in own for form in found_forms):
        return False
    return not any(form.stem in own for form in found_forms if not form.plural)
