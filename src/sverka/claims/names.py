"""What a claims set calls things: sources, subjects and metrics, declared or only used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sverka.claims import lookalikes, periods
from sverka.claims.machine import Stop
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.near import unknown_dimension
from sverka.claims.parse import Parsed
from sverka.claims.syntax import AliasWords, Head, NameWords, SourceWords, Tail
from sverka.claims.tags import language_trouble, title_languages
from sverka.claims.tokens import Token, plain
from sverka.claims.wholes import Part, wholes
from sverka.model.claim import Alias, Name, Source
from sverka.text.plain import plainly
from sverka.units import PER, dimensions


@dataclass(slots=True)
class Draft:
    """A declared name with the aliases read so far."""

    id: str
    title: Token | None
    token: Token
    dimension: str | None
    whole: Token | None = None
    aliases: list[Alias] = field(default_factory=list)


class Names:
    """Everything that the set declares, and what its claims use undeclared; what is `broken` cannot be read.

    The same `terms` make the same of a claim that has no mistake: the dimensions of metrics, and the days of sources.
    """

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.subjects: dict[str, Name] = {}
        self.metrics: dict[str, Name] = {}
        self.broken: set[str] = set()
        self.terms: object = None
        self._used: dict[str, dict[str, Token]] = {"subject": {}, "metric": {}}

    def subject(self, token: Token) -> str:
        """The id of a subject that a claim is about."""
        return self._use(token, "subject", self.subjects)

    def metric(self, token: Token) -> Name:
        """The metric of a claim."""
        return self.metrics[self._use(token, "metric", self.metrics)]

    def _use(self, token: Token, role: str, names: dict[str, Name]) -> str:
        id = plain(token)
        if id not in names:
            names[id] = Name(id, id, (Alias(plainly(id), "", token.place),), token.place, declared=False)
            self._used[role][id] = token
        return id

    def use(self, subject: str, metric: str, head: Head) -> None:
        """What a claim is about that was looked at before."""
        if subject not in self.subjects:
            self.subject(head.subject)
        if metric not in self.metrics:
            self.metric(head.metric)

    def knows_sources(self, tails: Iterable[Tail]) -> bool:
        return all(plain(tail.token) in self.sources for tail in tails if tail.kind == "from")

    def note_lookalikes(self, notes: Notes) -> None:
        """Notes each undeclared name that looks like another one and is spelt with other letters."""
        lookalikes.noted(self.subjects, self._used["subject"], notes)
        lookalikes.noted(self.metrics, self._used["metric"], notes)


def declared(parsed: Sequence[Parsed], notes: Notes) -> Names:
    """The names that the statements declare; a second declaration of a name is a mistake."""
    names, entities, metrics = Names(), dict[str, Draft](), dict[str, Draft]()
    current: Draft | None = None
    for each in parsed:
        match each.node:
            case SourceWords():
                _source(each.node, names, notes)
            case NameWords(dimension=None):
                current = _named(each.node, None, entities, "entity", notes)
            case NameWords():
                current = _named(each.node, _dimension(each.node, notes), metrics, "metric", notes)
            case Stop():
                _broken(each, names)
            case AliasWords() if current is not None:
                _aliased(each.node, current, notes)
            case _:
                pass
    names.subjects = _all_finished(entities, "entity", names.broken, notes)
    names.metrics = _all_finished(metrics, "metric", names.broken, notes)
    dimensions = {name.id: name.dimension for name in names.metrics.values()}
    names.terms = dimensions, {source.id: source.date for source in names.sources.values()}
    return names


def _all_finished(drafts: dict[str, Draft], what: str, broken: set[str], notes: Notes) -> dict[str, Name]:
    """The names with their wholes; the full name of an entity goes without saying."""
    parts = {id: Part(draft.whole, draft.dimension) for id, draft in drafts.items()}
    part_of = wholes(parts, what, broken, notes)
    return {
        id: _finished(draft, part_of.get(id), titled=what == "entity" or draft.title is not None)
        for id, draft in drafts.items()
    }


def _broken(parsed: Parsed, names: Names) -> None:
    """What a statement that cannot be read may declare is taken as declared, so that no other is blamed for it."""
    names.broken.add(plain(parsed.second))


def _source(words: SourceWords, names: Names, notes: Notes) -> None:
    id = plain(words.id)
    address = next((token.text for token in words.rest if token.kind == "ADDRESS"), None)
    day = _source_date([token for token in words.rest if token.kind != "ADDRESS"], notes)
    if id in names.sources:
        notes.add(words.id, _twice("source", id, names.sources[id].place.file, names.sources[id].place.line))
        return
    names.sources[id] = Source(id, plain(words.title), day, address, words.id.place)


def _source_date(tokens: list[Token], notes: Notes) -> date | None:
    """The last day of a source's date: one that gives only a year was known by its end at the latest."""
    if not tokens:
        return None
    if len(tokens) > 1:
        notes.add(tokens[1], Trouble("C210", {"what": "date"}))
    period = periods.read(tokens[0].text)
    if isinstance(period, Trouble):
        notes.add(tokens[0], period)
        return None
    return period.end


def _named(words: NameWords, dimension: str | None, drafts: dict[str, Draft], what: str, notes: Notes) -> Draft:
    id = plain(words.id)
    draft = Draft(id, words.title, words.id, dimension, words.whole)
    if id in drafts:
        place = drafts[id].token.place
        notes.add(words.id, _twice(what, id, place.file, place.line))
        return draft
    drafts[id] = draft
    return draft


def _twice(what: str, id: str, file: str, line: int) -> Trouble:
    return Trouble("C402", {"what": what, "word": id, "place": f"{file}:{line}"})


def _dimension(words: NameWords, notes: Notes) -> str | None:
    token = words.dimension
    assert token is not None
    above, stroke, below = token.text.partition("/")
    if above in dimensions() and (not stroke or below in PER):
        return token.text
    notes.add(token, unknown_dimension(token.text))
    return None


def _aliased(words: AliasWords, draft: Draft, notes: Notes) -> None:
    trouble = language_trouble(words.language.text)
    if trouble:
        notes.add(words.language, trouble)
    for token in words.aliases:
        if plain(token).strip():
            draft.aliases.append(Alias(plain(token), words.language.text, token.place))
        else:
            notes.add(token, Trouble("C406"))


def _finished(draft: Draft, whole: str | None, *, titled: bool) -> Name:
    """A name with its identifier and its title among its aliases."""
    title = plain(draft.title) if draft.title else draft.id
    aliases = [Alias(plainly(draft.id), "", draft.token.place)]
    if titled and draft.title and title not in {alias.text for alias in draft.aliases}:
        place = draft.title.place
        aliases += [Alias(title, language, place) for language in title_languages(title, draft.aliases)]
    seen = dict.fromkeys((alias.text, alias.language) for alias in (*aliases, *draft.aliases))
    first = {(alias.text, alias.language): alias for alias in reversed((*aliases, *draft.aliases))}
    found = tuple(first[key] for key in seen)
    given = {(alias.text, alias.language): alias for alias in reversed(draft.aliases)}
    repeated = tuple(alias for alias in draft.aliases if given[alias.text, alias.language] is not alias)
    return Name(draft.id, title, found, draft.token.place, draft.dimension, part_of=whole, repeated=repeated)
