"""What an alias names as an action is told by the verb as well: «объём перевозок» by «перевезла»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from sverka.check.words import Word
from sverka.languages import discourse, morphology
from sverka.languages.actions import actions
from sverka.languages.grammar import grammar
from sverka.languages.verbs import of_agent, of_participle, of_past, verbs

# How many words may stand between a verb and its object: a number, its scale and its unit, and a hedge.
VERB_GAP = 7
# The noun of what somebody does has more letters than this.
SHORT = 3
# More than these are a title, and no object.
OBJECTS = 2


def by_verb(words: Sequence[Word], language: str) -> Iterator[tuple[Word, ...]]:
    """The verb of an alias's noun of action with the alias's object, if any, on either side and apart."""
    table = actions(language)
    joining = discourse.discourse(language).articles | discourse.discourse(language).owners
    left_out = table.amounts | joining  # "production of oil"
    kept = [word for word in words if word.exact is not None or word.lemmas.isdisjoint(left_out)]
    nouns = [position for position, word in enumerate(kept) if not word.lemmas.isdisjoint(table.verbs)]
    if len(nouns) != 1 or (nouns[0] and morphology.tells_forms(language)):
        return  # a word before the noun narrows it: «грузовые перевозки»
    objects = (*kept[: nouns[0]], *kept[nouns[0] + 1 :])
    forms = frozenset[str]().union(*(table.verbs.get(lemma, frozenset()) for lemma in kept[nouns[0]].lemmas))
    verb = Word(forms, is_verb=True, verbs=forms)
    is_move = not kept[nouns[0]].lemmas.isdisjoint(discourse.discourse(language).moves)
    if not is_move and (not objects or _say_little(objects, language)):
        yield (verb,)  # but what rises is not growth of the economy
    if objects and len(objects) <= OBJECTS:
        yield verb, objects[0]._replace(gap=VERB_GAP), *objects[1:]
        yield *objects, verb._replace(gap=VERB_GAP)


def by_participle(texts: Sequence[str], words: Sequence[Word], language: str) -> Iterator[tuple[Word, ...]]:
    """What an alias says by a participle the verb says too: «тасымалданған жолаушы» is «жолаушы тасымалданды», and
    "ixrac olunan fındıq" is "fındıq ixrac edilib"."""
    objects = words[-1:]
    if len(texts) == 2 and texts[1] in verbs(language).light:
        yield words[0], Word(verbs(language).light, gap=0, is_verb=True, verbs=verbs(language).light)  # "həlak olub"
        return
    if len(texts) == 2:
        forms = of_participle(texts[0], language)
        verb = Word(forms, is_verb=True, verbs=forms)
    elif len(texts) == 3 and texts[1] in verbs(language).light:
        forms, verb = words[0].lemmas, words[0]
    elif len(texts) == 4:
        forms = of_participle(texts[1], language)  # «пайдалануға берілген тұрғын үй» is «тұрғын үй пайдалануға берілді»
        if forms:
            yield (*words[2:], words[0]._replace(gap=VERB_GAP), Word(forms, is_verb=True, verbs=forms))
        return
    elif len(texts) == 3:
        forms = of_participle(texts[1], language)  # «дүниеге келген сәби» is «сәби дүниеге келді»
        if forms:
            verb = Word(forms, is_verb=True, verbs=forms)
            yield (*objects, words[0]._replace(gap=VERB_GAP), verb)
            far = verb._replace(gap=VERB_GAP)  # «шетелге … астық жөнелтті»
            yield (words[0], objects[0]._replace(gap=VERB_GAP), far)
        return
    else:
        return
    if forms:
        yield (*objects, verb._replace(gap=VERB_GAP))


def of_either(
    texts: Sequence[Sequence[str]], words: Sequence[Sequence[Word]], language: str
) -> Iterator[tuple[Word, ...]]:
    """The object of one alias of a metric with the verb of another, where verbs come last: «бидай бастырды» by «бидай
    жинау» and «бастырылған астық»."""
    if not grammar(language).verb_last:
        return
    pairs = [pair for text, each in zip(texts, words, strict=True) for pair in _object_and_verb(text, each, language)]
    for (thing, _), (_, verb) in product(pairs, pairs):
        yield thing._replace(gap=0), verb._replace(gap=VERB_GAP)
    rules = discourse.discourse(language)
    for thing, verb in pairs:
        if not thing.lemmas.isdisjoint(rules.people):  # «3 млн адам тасымалдады» by «тасымалданған жолаушы»
            yield Word(rules.counters & rules.people), verb._replace(gap=VERB_GAP)


def _object_and_verb(text: Sequence[str], words: Sequence[Word], language: str) -> Iterator[tuple[Word, Word]]:
    if len(words) != 2 or any(word.exact for word in words):
        return
    forms = of_participle(text[0], language)
    if forms and text[1] not in verbs(language).light:
        yield words[1], Word(forms, is_verb=True, verbs=forms)
    elif words[1].verbs and not words[0].verbs:
        yield words[0], words[1]


def by_past(texts: Sequence[str], words: Sequence[Word], language: str) -> Iterator[tuple[Word, ...]]:
    """What an alias says by a past participle behind its noun the verb says too: "cargo handled" is "handled 3.7
    million tonnes of cargo"; where the noun says little, the verb is enough."""
    forms = of_past(texts[-1], language)
    objects = words[:-1]
    if not forms or len(texts) != len(words) or not 0 < len(objects) <= OBJECTS:
        return
    forms |= actions(language).verbs.get(texts[-1], frozenset())
    verb = Word(forms, is_verb=True, verbs=forms)
    if _say_little(objects, language):
        yield (verb,)
    yield verb, objects[0]._replace(gap=VERB_GAP), *objects[1:]
    yield *objects, verb._replace(gap=VERB_GAP)


def by_agent(text: str, language: str) -> Iterator[tuple[Word, ...]]:
    """Who an alias calls by what they do is counted by the verb too: «демалушы» by «1,2 млн адам демалды»."""
    forms, rules = of_agent(text, language), verbs(language)
    doer = next((end for end in rules.doers if text.endswith(end) and len(text) > len(end) + SHORT), None)
    if doer and rules.light:
        deed = Word(frozenset((text.removesuffix(doer),)))
        yield deed, Word(rules.light, is_verb=True)  # a light verb by itself tells of nothing
    if forms:
        yield (Word(forms, is_verb=True, verbs=forms),)


def apart(words: Sequence[Word], language: str) -> Iterator[tuple[Word, ...]]:
    """Where verbs come last: an object and its verb with what stands between: «сүт … өндірілді» by «сүт өндіру»."""
    if not grammar(language).verb_last or not 1 < len(words) <= OBJECTS + 1 or any(word.gap for word in words):
        return
    if words[-1].verbs and not any(word.verbs for word in words[:-1]):
        yield (*words[:-1], words[-1]._replace(gap=VERB_GAP))


def _say_little(objects: Sequence[Word], language: str) -> bool:
    words = discourse.discourse(language)
    return all(not word.lemmas.isdisjoint(words.generic | words.plain) for word in objects)
