"""Proper names that no claim knows: what is told of them is not told of the subjects that claims do know.

«Соседняя Steppe Wings перевезла 900 тысяч пассажиров», "In Shymkent", "Bereke Finance made…". People are no strangers
in this sense: they tell the figures of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sverka.check.scene import Scene
from sverka.languages import countries, morphology
from sverka.languages.calendar import calendar
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.predicates import is_predicate
from sverka.text.tokens import Token

# How far from a name a word stands that makes it a person's: "says Saule Bekova", «агроном Сауле Бекова».
NEAR = 2
_OPENING = frozenset('«“„"')
_DASHES = frozenset("–—")
_CLOSING = frozenset('»”“"')
# A name in quotation marks has no more words than this.
QUOTED = 3


def strangers(scene: Scene, index: int) -> tuple[int, ...]:
    """The positions of the words of a sentence that are such names, in order."""
    found = scene.strangers.get(index)
    if found is None:
        kept = [
            run
            for run in _runs(scene, index)
            if not _is_of_people(scene, index, run) and not _is_on_the_way(scene, index, run)
        ]
        found = scene.strangers[index] = tuple(position for run in kept for position in run)
    return found


def _runs(scene: Scene, index: int) -> Iterator[tuple[int, ...]]:
    """Unknown names, their words together: «Bereke Finance»."""
    positions = [p for p in range(*_range(scene, index)) if _is_name(scene, index, p)]
    run: list[int] = []
    for position in positions:
        if run and position != run[-1] + 1:
            yield tuple(run)
            run = []
        run.append(position)
    if run:
        yield tuple(run)


def _range(scene: Scene, index: int) -> tuple[int, int]:
    sentence = scene.sentence(index)
    return sentence.first, sentence.last


def _is_name(scene: Scene, index: int, position: int) -> bool:
    token = scene.analysis.tokens[position]
    if not (token.is_word and token.is_capitalised and len(token.text) > 2) or token.text.isupper():
        return False
    if morphology.is_common(token.text, scene.analysis.language) and not _is_quoted_name(scene, index, position):
        return False  # «Совместное заявление»
    if scene.is_known(index, position) or countries.country(token.text, scene.analysis.language) is not None:
        return False
    return not _opens(scene, index, position) or _is_surely_a_name(scene, index, position)


def _opens(scene: Scene, index: int, position: int) -> bool:
    """The word has its capital from the sentence, the quotation or the colon that it opens."""
    first = scene.sentence(index).first
    before = scene.analysis.tokens[first:position]
    if len(before) > 1 and before[-1].text in _DASHES and before[-2].is_word and before[-2].is_capitalised:
        return False  # «Ертіс – Қарағанды каналы»
    return not any(token.is_word for token in before) or before[-1].text in {*_OPENING, *_DASHES, ":", "(", "."}


def _is_surely_a_name(scene: Scene, index: int, position: int) -> bool:
    """A word that opens a sentence is a name where its letters are not the text's, the next word is one too, or the
    dictionary says so."""
    tokens = scene.analysis.tokens
    token = tokens[position]
    if token.text.isascii() and _has_other_letters(scene):
        return True
    if not scene.analysis.lemmas(token).isdisjoint(scene.words.towns):
        return True
    if _is_quoted_name(scene, index, position) or _is_in_country(scene, index, position):
        return True
    if morphology.tells_forms(scene.analysis.language):
        return morphology.readings(token.text, scene.analysis.language)[0].is_name
    following = tokens[position + 1] if position + 1 < scene.sentence(index).last else None
    words = scene.words
    light = words.articles | words.agents | words.whole | words.demonstratives | words.generic | words.light
    if following is None or scene.analysis.lemmas(token) & light:
        return False
    return following.is_word and _is_name(scene, index, position + 1)


def _is_quoted_name(scene: Scene, index: int, position: int) -> bool:
    """A word or two stand between quotation marks, and the sentence goes on: «Араз» süd zavodunda…"""
    tokens, (first, last) = scene.analysis.tokens, _range(scene, index)
    if position == first or tokens[position - 1].text not in _OPENING:
        return False
    within = range(position + 1, min(position + QUOTED + 1, last - 1))
    closing = next((at for at in within if not tokens[at].is_word), None)
    return closing is not None and tokens[closing].text in _CLOSING and tokens[closing + 1].is_word


def _is_in_country(scene: Scene, index: int, position: int) -> bool:
    """«Махачқала (Ресей)»: a country in brackets says where the thing is that a word names."""
    behind = scene.analysis.tokens[position + 1 : min(position + 4, scene.sentence(index).last)]
    if len(behind) < len("(x)") or (behind[0].text, behind[2].text) != ("(", ")"):
        return False
    return countries.country(behind[1].text, scene.analysis.language) is not None


def may_open_with_name(scene: Scene, index: int) -> bool:
    """In a language without a dictionary: the word that opens a sentence, unknown, has a verb right behind it, or the
    case of a place: "Shymkent is planning", «Шымкентте». It may be a name, for all that its capital shows."""
    first, last = _range(scene, index)
    tokens, words = scene.analysis.tokens[first:last], scene.words
    if morphology.tells_forms(scene.analysis.language) or len(tokens) < 2 or not tokens[0].is_word:
        return False
    light = words.generic | words.agents | words.demonstratives | words.pronouns | words.whole | words.light
    if (scene.analysis.words[first],) in words.wide:
        return False
    if scene.is_known(index, first) or scene.analysis.lemmas(tokens[0]) & (light | words.articles | words.speakers):
        return False
    if not scene.is_verb_last:
        several = any(reading.plural for reading in morphology.readings(tokens[0].text, scene.analysis.language))
        return not several and is_predicate(tokens, 1, scene.analysis.language)
    return any(reading.case == "locative" for reading in morphology.readings(tokens[0].text, scene.analysis.language))


def _has_other_letters(scene: Scene) -> bool:
    """The text is not written in Latin letters: its words that go with everything are not."""
    return not any(word.isascii() for word in scene.words.conjunctions)


def _is_on_the_way(scene: Scene, index: int, run: Sequence[int]) -> bool:
    """The name only says where something comes from or goes to: «контейнер из Сианя», "to Poti"."""
    tokens = scene.analysis.tokens
    behind = scene.analysis.words[run[-1] + 1 : run[-1] + 3]
    if behind == ("-", "based") and scene.words.articles:
        return True  # "the Shymkent-based firm"
    before = tokens[run[0] - 1] if run[0] > scene.sentence(index).first else None
    if before is not None and morphology.fold(before.text) in scene.words.ways:
        return True
    if not scene.is_verb_last:
        return False
    found = morphology.readings(tokens[run[-1]].text, scene.analysis.language)
    return any(reading.case in ("ablative", "dative", "terminative") for reading in found)


def _is_of_people(scene: Scene, index: int, run: Sequence[int]) -> bool:
    """The name is a person's, or that of an office: words of speech or of office stand by it, or are part of it."""
    tokens, language = scene.analysis.tokens, scene.analysis.language
    first, last = _range(scene, index)
    before = tokens[run[0] - 1] if run[0] > first else None
    # «В Шымкенте»: the dictionary takes many a town for a surname.
    is_place = len(run) == 1 and before is not None and morphology.fold(before.text) in scene.words.places
    if not is_place and any(morphology.is_person(tokens[position].text, language) for position in run):
        return True
    if len(run) > 1 and _has_surname(scene, tokens[run[-1]].text):
        return True
    near = [*range(max(first, run[0] - NEAR), run[0]), *run, *range(run[-1] + 1, min(last, run[-1] + 1 + NEAR))]
    return any(_tells(scene, tokens[position]) for position in near)


def _has_surname(scene: Scene, word: str) -> bool:
    """«Орхан Меликов»: the last word of a name, in whatever case, ends as those of people do."""
    endings = tuple(scene.words.surnames)
    return bool(endings) and any(
        form.stem.endswith(endings) for form in forms(morphology.fold(word), scene.analysis.language)
    )


def _tells(scene: Scene, token: Token) -> bool:
    if not token.is_word:
        return False
    lemmas = scene.analysis.lemmas(token)
    people = scene.words.agents - scene.words.neutral  # «ұлттық» stands by the names of parks, too
    return not lemmas.isdisjoint(people | calendar(scene.analysis.language).reports)


def takes_over(scene: Scene, index: int) -> bool:
    """The sentence turns to a stranger: it names one ahead of its first number, and none of the known subjects."""
    if scene.subjects(index):
        return False
    found = [position for position in strangers(scene, index) if not _is_aside(scene, index, position)]
    figures = scene.figures_by_sentence.get(index, [])
    first = next((figure.span.start for figure in figures if figure.values), None)
    return bool(found) and (first is None or scene.analysis.tokens[found[0]].start < first)


def opens_with_stranger(scene: Scene, index: int) -> bool:
    """The sentence turns to a stranger with its first words: "Astana's airport…", «В Шымкенте…»."""
    found = strangers(scene, index)
    return takes_over(scene, index) and found[0] <= scene.sentence(index).first + 1


def _is_aside(scene: Scene, index: int, position: int) -> bool:
    """In a language with articles: a preposition behind a noun leads to the name, which only says of whom that noun
    is: "analysts at the brokerage Pell Dunning"; one that opens the sentence says where: "In Shymkent"."""
    words, first = scene.words, scene.sentence(index).first
    leading = words.places | words.ways | words.paths | words.linking
    for at in range(position - 1, first, -1) if words.articles else ():
        if not scene.analysis.tokens[at].is_word:
            return False
        if scene.analysis.words[at] in leading:
            return any(scene.analysis.tokens[before].is_word for before in range(first, at))
    return False


def stands_between(scene: Scene, last: int, index: int) -> bool:
    """A sentence after one and before another turns to a stranger, and none after it back to a known subject."""
    return any(takes_over(scene, between) for between in range(index - 1, last, -1))


def is_led_to_by_stranger(scene: Scene, index: int, clause: Span, figure: Figure) -> bool:
    """«Қанат Эйр өсті, ал Bereke Finance 27 ұшақ алды»: an unknown name leads up to a figure in its clause."""
    tokens = scene.analysis.tokens
    return any(clause.start <= tokens[at].start < figure.span.start for at in strangers(scene, index))


def _is_gapped(scene: Scene, index: int, piece: range) -> bool:
    """«…, в Каменске — 22»: a comma and the figure have between them nothing but an unknown name, where it is, and a
    dash in the place of what was said before."""
    tokens, found = scene.analysis.tokens, strangers(scene, index)
    rest = [at for at in piece if at not in found and scene.analysis.words[at] not in scene.words.places]
    return (
        len(rest) < len(piece) and any(at in found for at in piece) and all(tokens[at].text in _DASHES for at in rest)
    )


def is_of_next_stranger(scene: Scene, index: int, between: Span) -> bool:
    """«Qanat Air uçur, Bereke Finance 27 təyyarə alıb»: behind a comma an unknown name takes the sentence over, and no
    other comma follows, as it would behind a remark. Elsewhere the verb shows where a clause ends."""
    tokens = scene.analysis.tokens
    first, last = scene.analysis.tokens_within(between)
    commas = [at for at in range(first, last) if tokens[at].text == "," and not scene.in_figure(index, tokens[at])]
    if commas and _is_gapped(scene, index, range(commas[-1] + 1, last)):
        return True
    if not scene.is_verb_last:
        return False
    return len(commas) == 1 and commas[0] + 1 in strangers(scene, index) and commas[0] + 1 < last
