"""All forms of a verb that stands in its dictionary form: what an alias such as «өңдеу» or "handle" is found by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.suffixes import listed, suffixes


class Verbs(NamedTuple):
    """How a language forms its verbs.

    `infinitives` are the ends of a dictionary form, `voices` what may stand between its stem and an ending (passive,
    reflexive), of which `passives` leave out who does it, `softened` stems that change before a vowel; where a
    dictionary form ends in a vowel («табу») the last letter of a stem may be soft as that of a noun («тапты»). `ends`
    gives for the end of a dictionary form what takes its place; the `doubled` last letters may be written twice before
    it. `irregular` lists other forms by dictionary form; `nouns` are words that form no verbs, since their forms are
    other words ("train": "training"). Participles of what is done end in one of `past` where they are regular.
    """

    infinitives: tuple[str, ...]
    voices: tuple[str, ...]
    softened: Mapping[str, str]
    ends: Mapping[str, tuple[str, ...]]
    doubled: str
    irregular: Mapping[str, tuple[str, ...]]
    nouns: frozenset[str]
    participles: tuple[str, ...]
    agents: tuple[str, ...]
    light: frozenset[str]
    deeds: tuple[str, ...]
    passives: tuple[str, ...]
    past: tuple[str, ...]
    doers: tuple[str, ...]


@cache
def verbs(tag: str) -> Verbs:
    """The verbs of a language; all empty where its file has none."""
    data = languages.table(tag).get("verbs", {})
    pairs = (pair.partition(":") for pair in str(data.get("irregular", "")).split())
    return Verbs(
        tuple(data.get("infinitives", "").split()),
        tuple(data.get("voices", "").split()),
        dict(pair.split(":") for pair in data.get("softened", "").split()),
        {end: tuple(others.split()) for end, others in data.get("ends", {}).items()},
        data.get("doubled", ""),
        {verb: tuple(others.split("/")) for verb, _, others in pairs},
        frozenset(data.get("nouns", "").split()),
        tuple(data.get("participles", "").split()),
        tuple(data.get("agents", "").split()),
        frozenset(listed(data.get("light", ""), tag)),
        tuple(data.get("deeds", "").split()),
        tuple(data.get("passives", "").split()),
        tuple(data.get("past", "").split()),
        tuple(data.get("doers", "").split()),
    )


@lru_cache(maxsize=10_000)
def verb_forms(word: str, tag: str) -> frozenset[str]:
    """Every form that a folded word has if it is a verb; more than the language has, never fewer.

    >>> sorted(verb_forms("carry", "en")), "өңделді" in verb_forms("өңдеу", "kk")
    (['carried', 'carries', 'carrying'], True)
    """
    rules = verbs(tag)
    if word in rules.nouns or len(word) < 3:
        return frozenset()
    if word in rules.irregular:
        return frozenset(rules.irregular[word])
    return frozenset(_suffixed(word, tag, rules)) | frozenset(_replaced(word, rules))


def of_participle(word: str, tag: str) -> frozenset[str]:
    """Every form of the verb that a folded word may be a participle of, in whatever voice; empty for other words.

    >>> forms = of_participle("өндірілген", "kk")
    >>> "өндірілді" in forms, "өндірді" in forms, of_participle("мұнай", "kk")
    (True, True, frozenset())
    """
    rules, table = verbs(tag), suffixes(tag)
    end = next((end for end in rules.participles if word.endswith(end) and len(word) > len(end) + 2), None)
    if table is None or end is None or word in rules.nouns or word in table.whole:
        return frozenset()
    stem = word.removesuffix(end)
    active = (stem.removesuffix(voice) for voice in rules.voices if stem.endswith(voice))
    stems = [stem, *(bare for bare in active if len(bare) > 2)]
    return frozenset(form for each in stems for form in listed(f"{each}~", tag))


def of_past(word: str, tag: str) -> frozenset[str]:
    """Every form of the verb that a folded word may be a past participle of; empty for other words.

    >>> sorted(of_past("carried", "en") & {"carry", "carries"}), "built" in of_past("built", "en"), of_past("oil", "en")
    (['carries', 'carry'], True, frozenset())
    """
    rules = verbs(tag)
    listed_ones = {verb for verb, forms in rules.irregular.items() if word in forms and not word.endswith("ing")}
    end = next((end for end in rules.past if word.endswith(end) and len(word) > len(end) + 2), None)
    bare = {word.removesuffix(end), word.removesuffix(end) + "e", word[:-1]} if end else set[str]()
    bare |= {word.removesuffix(f"i{end}") + "y"} if end and word.endswith(f"i{end}") else set()
    found = {verb for verb in bare if word in verb_forms(verb, tag)} | listed_ones
    return frozenset(form for verb in found for form in (verb, *verb_forms(verb, tag)))


def of_agent(word: str, tag: str) -> frozenset[str]:
    """Every form of the verb that a folded word for who does something is made of; empty for other words.

    >>> "демалды" in of_agent("демалушы", "kk"), "ölüb" in of_agent("ölən", "az"), of_agent("дәрігер", "kk")
    (True, True, frozenset())
    """
    rules = verbs(tag)
    end = next((end for end in rules.agents if word.endswith(end) and len(word) > len(end) + 1), None)
    if end is None or word in rules.nouns:
        return frozenset()
    return frozenset(listed(f"{word.removesuffix(end)}~", tag))


def _suffixed(word: str, tag: str, rules: Verbs) -> Iterator[str]:
    """The stem with each ending, straight or behind a voice: «тасымалда-н-ды»."""
    table = suffixes(tag)
    end = next((end for end in rules.infinitives if word.endswith(end) and len(word) > len(end) + 1), None)
    if table is None or end is None:
        return
    bare = word.removesuffix(end)
    yield from _active(bare, tag, rules)
    hardened = [bare[:-1] + table.softened[bare[-1]]] if len(end) == 1 and bare[-1] in table.softened else []
    for stem in (bare, *hardened, *([rules.softened[bare]] if bare in rules.softened else [])):
        yield from listed(f"{stem}~", tag)
        for voice in rules.voices:
            if table.agrees(stem, voice):
                yield from listed(f"{stem}{voice}~", tag)


def _active(stem: str, tag: str, rules: Verbs) -> Iterator[str]:
    """What a passive stem tells of, told with who does it: "yük aşırılması" is "yük aşırmışıq" as well."""
    found = (stem.removesuffix(voice) for voice in rules.passives if stem.endswith(voice))
    for bare in found:
        if len(bare) > LEAST:
            yield from listed(f"{bare}~", tag)


# The stem of a verb that is not a passive's has more letters.
LEAST = 2


def _replaced(word: str, rules: Verbs) -> Iterator[str]:
    """The word with its end replaced, by the longest end that the language lists."""
    end = max((end for end in rules.ends if word.endswith(end)), key=len, default=None)
    if end is None:
        return
    bare = word.removesuffix(end)
    for other in rules.ends[end]:
        yield bare + other
        if not end and bare[-1] in rules.doubled:
            yield bare + bare[-1] + other
