"""Places and wholes that a clause is told of, and that are not those of the subject spoken of before: "in Georgia",
«по стране»."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sverka.check.bearing import Bearing
from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.check.strangers import takes_over
from sverka.check.topics import may_lead
from sverka.languages import morphology
from sverka.languages.grammar import grammar
from sverka.model.figure import Figure
from sverka.model.span import Span

# The words between a preposition and the whole that it leads to: "across the entire country".
LEADING = 2
# How far from the beginning of a sentence one of several names that open it may stand: "Poles and Slovaks".
NAMES = 2
# Among how many first words of its clause a place that opens it stands.
OPENING = 5


def is_elsewhere(scene: Scene, references: References, index: int, figure: Figure, subject: Bearing) -> bool:
    """The figure's clause, or where another sentence named the subject its whole sentence, speaks up to the figure of
    another country, of a whole, or of another thing of the subject's sort."""
    # Where verbs come last, "this" mostly leads to the measure: «Қазақстанда бұл көрсеткіш…».
    standing = ("pronoun", "demonstrative") if scene.is_verb_last else ("pronoun",)
    is_carried = subject.tier >= 4 or subject.evidence.how in standing
    within = scene.sentence(index).span if is_carried else scene.clause_of(index, figure.span)
    until = Span(within.start, min(within.end, figure.span.start))
    if _is_at_side(scene, references, index, subject.name, scene.clause_of(index, figure.span), figure):
        return True
    rules = (
        _is_of_whole,
        _is_at_place,
        _is_of_another,
        *((_is_abroad, _is_of_several, _is_there, _is_at_opening, _is_of_last) if is_carried else ()),
    )
    return any(rule(scene, references, index, subject.name, until) for rule in rules)


def is_of_others(scene: Scene, references: References, index: int, name: str) -> bool:
    """A sentence speaks of other things of a subject's sort: "Astana's airport served…", «местные бюджеты»."""
    within = scene.sentence(index).span
    return any(rule(scene, references, index, name, within) for rule in (_is_of_another, _is_of_several))


def is_of_whole(scene: Scene, references: References, index: int, figure: Figure, name: str) -> bool:
    """The figure's clause speaks of a whole ahead of it: «по области она составила 5,3 %»."""
    clause = scene.clause_of(index, figure.span)
    return _is_of_whole(scene, references, index, name, Span(clause.start, figure.span.start))


def _is_abroad(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    own = references.own_countries(name)
    if _opens_with_country(scene, index, own):
        return True
    return any(
        code not in own and _is_place(scene, index, position)
        for position, code in scene.countries(index)
        if within.start <= scene.analysis.tokens[position].start < within.end
        and not scene.in_figure(index, scene.analysis.tokens[position])
        and not scene.is_known(index, position)
    )


def _opens_with_country(scene: Scene, index: int, own: frozenset[str]) -> bool:
    """The countries of a sentence, none of them the subject's own, stand at its beginning, in whatever case: «Из Турции
    поступило 37 млн», "Poles and Slovaks came"."""
    found = [(position, code) for position, code in scene.countries(index) if not scene.is_known(index, position)]
    if not found or (len(found) > 1 and not scene.words.articles):
        return False
    if any(code in own for _, code in found[: None if len(own) < 2 else 1]):
        return False  # of a pair a third may trade with one: "The Czech Republic bought Irish goods"
    return found[0][0] <= scene.sentence(index).first + (NAMES if scene.words.articles else 1)


def _is_of_a_sort(scene: Scene, index: int, position: int, own: frozenset[str]) -> bool:
    """An adjective stands before a noun, and is none of a name's: «частные клиники»."""
    language = scene.analysis.language
    if not morphology.tells_forms(language) or position == scene.sentence(index).first:
        return False
    before = scene.analysis.tokens[position - 1]
    if not before.is_word or scene.in_figure(index, before) or scene.analysis.lemmas(before) & own:
        return False
    reading = morphology.readings(before.text, language)[0]
    known = scene.words.neutral | scene.words.demonstratives | scene.words.whole | scene.words.pronouns
    return reading.pos == "adjective" and reading.lemma not in known


def is_inside(scene: Scene, index: int, position: int) -> bool:
    """A name is where something is told of: "in Georgia", «Грузияда»; no genitive, no object."""
    tokens, words = scene.analysis.tokens, scene.words
    before = scene.analysis.words[position - 1] if position > scene.sentence(index).first else ""
    cases = {reading.case for reading in morphology.readings(tokens[position].text, scene.analysis.language)}
    if scene.is_verb_last:
        return "locative" in cases
    return before in words.insides and (bool(words.articles) or "locative" in cases)


def _is_place(scene: Scene, index: int, position: int) -> bool:
    """The country is where something is told of, or what is told of: "in Georgia", "Georgia's", «Грузия»."""
    tokens, words = scene.analysis.tokens, scene.words
    token, first = tokens[position], scene.sentence(index).first
    before = morphology.fold(tokens[position - 1].text) if position > first else ""
    cases = [reading.case for reading in morphology.readings(token.text, scene.analysis.language)]
    if words.articles:
        is_inside = before in words.places - words.ways - words.linking
        return is_inside or token.text.endswith(("'s", "’s")) or may_lead(scene, index, position)
    if scene.is_verb_last:
        return "locative" in cases or cases[:1] == ["genitive"]
    return cases[0] == "nominative" or ("locative" in cases and before in words.places - words.ways)


def _is_of_whole(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """«По стране», "across the industry": for a country itself, and for what is no one thing among others, that is
    no other whole, but «в среднем по альянсу» is."""
    is_country = bool(references.countries_of.get(name))
    if (name, scene.analysis.language) not in references.named and not is_country:
        return False
    wholes = scene.words.beyond if is_country else scene.words.scopes
    if not is_country and _is_national(scene, index, within):
        return True
    heads = references.heads_of.get(name, frozenset())
    return any(
        bool(lemmas & wholes - heads) and _is_adverbial(scene, index, position)
        for position in scene.positions(index, within.start, within.end)
        if (lemmas := scene.analysis.lemmas(scene.analysis.tokens[position])) and not scene.is_known(index, position)
    )


def _is_national(scene: Scene, index: int, within: Span) -> bool:
    """ "Nationally the figure is", "the national share is": of all of a country, told of what is less."""
    return any(
        scene.analysis.lemmas(scene.analysis.tokens[position]) & scene.words.national
        and not scene.is_known(index, position)
        for position in scene.positions(index, within.start, within.end)
    )


def _is_adverbial(scene: Scene, index: int, position: int) -> bool:
    """The noun stands behind a preposition, or in the case of a place, or before a postposition."""
    tokens, sentence = scene.analysis.tokens, scene.sentence(index)
    if scene.is_verb_last:
        after = tokens[position + 1].text if position + 1 < sentence.last else ""
        readings = morphology.readings(tokens[position].text, scene.analysis.language)
        return morphology.fold(after) in scene.words.across or any(one.case == "locative" for one in readings)
    leading = scene.words.places | scene.words.paths
    for earlier in range(position - 1, max(sentence.first, position - 1 - LEADING) - 1, -1):
        word = morphology.fold(tokens[earlier].text)
        if word in leading:
            return True
        if not tokens[earlier].is_word:
            break
    behind = "".join(token.text for token in tokens[position : position + 3])
    return morphology.fold(behind).startswith(tuple(_wide(tokens[position].text)))


def _is_at_place(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """«Қарағандыдағы зауыт»: a capital with the ending of what is at a place, and no word of the subject's names."""
    own = references.own_words(name)
    return any(
        token.is_capitalised and is_at_place(scene, index, position) and not scene.analysis.lemmas(token) & own
        for position in scene.positions(index, within.start, within.end)
        if (token := scene.analysis.tokens[position]).is_word
    )


def is_at_place(scene: Scene, index: int, position: int) -> bool:
    """The word says where the thing behind it is."""
    token = scene.analysis.tokens[position]
    if not scene.is_verb_last or scene.is_known(index, position) or scene.analysis.lemmas(token) & scene.words.neutral:
        return False
    return any(reading.case == "attributive" for reading in morphology.readings(token.text, scene.analysis.language))


def _is_of_another(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """The subject's head noun stands there with a name or an owner of its own: «қаланың банкі», "the port of Aktau"."""
    heads = references.heads_of.get(name, frozenset())
    own = references.words_of.get(name, frozenset())
    return any(
        bool(scene.analysis.lemmas(scene.analysis.tokens[position]) & heads)
        and not scene.is_of_subject(index, position)
        and (references.is_owned(index, position, own) or _is_of_a_sort(scene, index, position, own))
        for position in scene.positions(index, within.start, within.end)
    )


def _is_of_several(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """«По всем портам бассейна», "the country's banks": several things of the subject's sort, itself at most one of
    them."""
    heads = references.heads_of.get(name, frozenset()) if name not in references.several else frozenset[str]()
    return any(
        bool(scene.analysis.lemmas(scene.analysis.tokens[position]) & heads)
        and (_is_counted(scene, index, position) or not scene.is_known(index, position))
        and (_is_plural(scene, position) or _is_counted(scene, index, position))
        for position in scene.positions(index, within.start, within.end)
    )


def _is_counted(scene: Scene, index: int, position: int) -> bool:
    """«22 банктің»: where a noun stays in the singular behind a number of more than one."""
    token = scene.analysis.tokens[position]
    return scene.is_verb_last and any(
        figure.span.covers(token.span) and figure.dimension == "count" and figure.values[:1] != (ONE,)
        for figure in scene.figures_by_sentence.get(index, ())
        if figure.values
    )


ONE = Fraction(1)


def _is_of_last(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """«Береке Банк өсті. Банктің 184 бөлімшесі бар»: where verbs come last, a noun for the subject's sort that stands
    for the stranger of the sentence before, since it does not stand for the subject."""
    if not scene.is_verb_last or index == 0 or not takes_over(scene, index - 1):
        return False
    heads = references.heads_of.get(name, frozenset())
    resolved = {at for mention in references.referring[index] for at in range(mention.first, mention.last)}
    return any(
        position not in resolved
        and not scene.is_known(index, position)
        and bool(scene.analysis.lemmas(scene.analysis.tokens[position]) & heads)
        for position in scene.positions(index, within.start, within.end)
    )


def _is_at_side(scene: Scene, references: References, index: int, name: str, clause: Span, figure: Figure) -> bool:
    """«На юге области», "in the north": a part of what the subject is, or another thing altogether."""
    own = references.own_words(name)
    return any(
        bool(lemmas & scene.words.sides) and not lemmas & own and _is_adverbial(scene, index, position)
        for position in scene.positions(index, clause.start, figure.span.start)
        if (lemmas := scene.analysis.lemmas(scene.analysis.tokens[position])) and not scene.is_known(index, position)
    )


def _is_there(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """«В районных больницах хуже, там она 71 %»: a word for a place that its sentence names, and that is unknown."""
    positions = list(scene.positions(index, within.start, within.end))
    there = next((at for at in positions if scene.analysis.words[at] in scene.words.there), None)
    if there is None or any(scene.is_of_subject(index, at) for at in positions):
        return False
    following = scene.analysis.words[there + 1 : there + 2]
    before = next(scene.earlier_in_passage(index, 1), None)
    if scene.words.articles and not scene.words.linking.isdisjoint(following):
        return False  # "there are"
    if before is not None and not references.active[before] and not scene.countries(before):
        return True  # the place is the one that the sentence before is about
    return any(
        scene.analysis.words[at] in scene.words.places and not scene.in_figure(index, scene.analysis.tokens[at + 1])
        for at in positions
        if at < there
    )


def _is_at_opening(scene: Scene, references: References, index: int, name: str, within: Span) -> bool:
    """ "In fashion e-commerce it is often above 40%": a place or a field that opens the clause, and that is unknown."""
    positions = list(scene.positions(index, within.start, within.end))
    words = scene.words
    has_pronoun = any(scene.analysis.words[at] in words.pronouns for at in positions)
    light = words.plain | words.generic | words.neutral | words.light | words.agents | words.firms | words.whole
    light_openers = (grammar(scene.analysis.language).openers | words.light) - words.insides
    while positions and scene.analysis.words[positions[0]] in light_openers:
        positions.pop(0)
    if len(positions) < 2 or scene.analysis.words[positions[0]] not in words.insides:
        return False
    for at in positions[1:OPENING]:
        token = scene.analysis.tokens[at]
        if token.text == "-" or scene.analysis.words[at] in words.articles:
            continue
        if not token.is_word or scene.is_familiar(index, at):
            return False
        lemmas = scene.analysis.lemmas(token)
        said = frozenset((scene.analysis.words[at],)) if words.articles else lemmas  # "in force", "in the armed forces"
        if said & light or lemmas & references.own_words(name):
            return False
        if _is_noun(scene, at) and at + 1 < scene.sentence(index).last:
            return has_pronoun or _is_plural(scene, at)
    return False


def _is_noun(scene: Scene, position: int) -> bool:
    """The head of the phrase: a noun, or in a language without cases the word before a pronoun, a comma or a verb."""
    tokens, language = scene.analysis.tokens, scene.analysis.language
    if morphology.tells_forms(language):
        reading = morphology.readings(tokens[position].text, language)[0]
        return reading.pos == "noun" and reading.case == "locative"
    after = tokens[position + 1]
    return after.text == "," or scene.analysis.words[position + 1] in scene.words.pronouns


def _is_plural(scene: Scene, position: int) -> bool:
    readings = morphology.readings(scene.analysis.tokens[position].text, scene.analysis.language)
    return all(reading.plural for reading in readings)


def _wide(word: str) -> Iterator[str]:
    """ "Nationwide", "country-wide"."""
    folded = morphology.fold(word)
    yield f"{folded}-wide"
    if folded.endswith("wide"):
        yield folded
