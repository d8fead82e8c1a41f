"""What an editor is told of a claims file: mistakes, names, values, layout."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.format import formatted
from sverka.claims.syntax import Claim, NameWords, SourceWords
from sverka.claims.tokens import plain, scan_words
from sverka.editor.desk import Desk
from sverka.editor.told import Aside, Entry, Level, Proposal, Remark, Spot, Uses
from sverka.editor.words import Word, lines_of, words_of
from sverka.model.claim import Assertion
from sverka.model.problem import Problem
from sverka.model.span import Span
from sverka.report.words import claim_words
from sverka.units import table

_STATUSES = ("actual", "target", "forecast", "plan")
_KEYWORDS = ("source", "entity", "metric", "check", "accept", "table")
_TAILS = ("from", "until", "since", "warn", "vs", "or")
_SIGNS = ("=", "~", ">", "<", ">=", "<=")
_SCALES = ("k", "M", "bn", "tn")


def remarks(desk: Desk, path: str) -> list[Remark]:
    """The mistakes of a file, with what would mend them."""
    return [_remark(desk, problem) for problem in desk.problems if problem.file == path]


def _remark(desk: Desk, problem: Problem) -> Remark:
    starts = desk.ruler(problem.file).starts
    start = starts[min(problem.line, len(starts)) - 1] + max(0, problem.column - 1) if problem.line else 0
    message = f"{problem.message}\n{problem.remedy}" if problem.remedy else problem.message
    span = Span(start, start + problem.width)
    return Remark(span, Level.ERROR, problem.code, message, problem.mend)


def word_at(desk: Desk, path: str, offset: int) -> Word | None:
    """The name that stands at an offset."""
    found = (word for word in words_of(desk.text(path)) if word.span.start <= offset <= word.span.end)
    return next(found, None)


def definition(desk: Desk, path: str, offset: int) -> Spot | None:
    """Where the name at an offset is declared."""
    word = word_at(desk, path, offset)
    return next((spot for spot, each in _same(desk, word) if each.is_declared), None) if word else None


def references(desk: Desk, path: str, offset: int) -> list[Spot]:
    """Every place of the set that has the name at an offset."""
    word = word_at(desk, path, offset)
    return [spot for spot, _ in _same(desk, word)] if word else []


def _same(desk: Desk, word: Word) -> Iterator[tuple[Spot, Word]]:
    for path in desk.claims_files():
        for each in words_of(desk.text(path)):
            if (each.role, each.name) == (word.role, word.name):
                yield Spot(path, each.span), each


def renamed(desk: Desk, path: str, offset: int, name: str) -> list[tuple[Spot, str]] | None:
    """The words to put in every place of the name at an offset; None where the new name cannot be one."""
    tokens = scan_words(name)
    bare = len(tokens) == 1 and tokens[0].kind == "NAME" and tokens[0].text == name
    if not bare and ('"' in name or not name.strip() or "\n" in name):
        return None
    return [(spot, name if bare else f'"{name}"') for spot in references(desk, path, offset)]


def hover(desk: Desk, path: str, offset: int) -> str | None:
    """The assertions of the line at an offset, each with all the values that it lets be true; or what a name is."""
    line = _line_number(desk, path, offset)
    found = [each for each in desk.claims.assertions if (each.place.file, each.place.line) == (path, line)]
    if found:
        return "\n".join(f"- `{each.id}`: {_told(each)}" for each in found)
    word = word_at(desk, path, offset)
    names = {"subject": desk.claims.subjects, "metric": desk.claims.metrics}.get(word.role, {}) if word else {}
    if word and word.name in names:
        name = names[word.name]
        aliases = ", ".join(f"“{alias.text}”" for alias in name.aliases)
        whole = f", part of {name.part_of}" if name.part_of else ""
        return f"{word.role} **{name.title}**{f' ({name.dimension})' if name.dimension else ''}{whole}: {aliases}"
    source = desk.claims.sources.get(word.name) if word and word.role == "source" else None
    return f"source **{source.title}**{f', {source.date}' if source.date else ''}" if source else None


def _told(each: Assertion) -> str:
    when = f", {each.period}" if each.period else ""
    derived = f" (derived: {each.working})" if each.derived else ""
    return f"{claim_words(each)}{when}, {each.status}{derived}"


def _line_number(desk: Desk, path: str, offset: int) -> int:
    return desk.ruler(path).line(offset) + 1


def completed(desk: Desk, path: str, offset: int) -> list[Proposal]:
    """What may stand at an offset, by what stands before it on its line."""
    ruler = desk.ruler(path)
    before = ruler.text[ruler.starts[ruler.line(offset)] : offset]
    tokens = scan_words(before)
    if tokens and before and not before[-1].isspace():
        tokens = tokens[:-1]  # the word that is being written
    return list(_following(desk, [each.text for each in tokens], [each.kind for each in tokens]))


def _following(desk: Desk, words: list[str], kinds: list[str]) -> Iterator[Proposal]:
    last = words[-1] if words else ""
    if last == "from":
        yield from (Proposal(each.id, "source", each.title) for each in desk.claims.sources.values())
    elif not words:
        yield from (Proposal(each.id, "subject", each.title) for each in desk.claims.subjects.values())
        yield from (Proposal(word, "keyword") for word in _KEYWORDS)
    elif words[0] in ("entity", "metric") and kinds[-1] == "PART_OF":
        yield from _wholes(desk, words)
    elif words[0] in ("entity", "metric") and len(words) > 1 and kinds[-1] != "_COLON" and "part of" not in words:
        yield Proposal("part of", "keyword")
    elif words[0] == "metric" and last == ":":
        yield from (Proposal(each, "dimension") for each in sorted({unit.dimension for unit in table().values()}))
    elif len(words) == 1 and last not in _KEYWORDS:
        measured = desk.claims.index.metrics_of.get(last, ())
        names = sorted(desk.claims.metrics.values(), key=lambda name: (name.id not in measured, name.id))
        yield from (Proposal(each.id, "metric", each.dimension or "") for each in names)
    elif kinds[-1] in ("NUMBER", "RANGE"):
        yield from _units(desk, words)
    elif words[0] not in _KEYWORDS:
        yield from _after_names(desk, words)


def _wholes(desk: Desk, words: list[str]) -> Iterator[Proposal]:
    """What the declared name may be a part of."""
    names = desk.claims.subjects if words[0] == "entity" else desk.claims.metrics
    yield from (Proposal(each.id, each.dimension or "subject", each.title) for each in names.values() if each.declared)


def _units(desk: Desk, words: list[str]) -> Iterator[Proposal]:
    """The units of the metric's dimension first."""
    metric = desk.claims.metrics.get(words[1]) if len(words) > 1 else None
    wanted = (metric.dimension or "").partition("/")[0] if metric else ""
    ordered = sorted(table().values(), key=lambda unit: (unit.dimension != wanted, unit.code))
    yield from (Proposal(word, "scale") for word in _SCALES)
    yield from (Proposal(unit.code, "unit", unit.dimension) for unit in ordered)


def _after_names(desk: Desk, words: list[str]) -> Iterator[Proposal]:
    if any(word in _SIGNS for word in words):
        yield from (Proposal(word, "keyword") for word in _TAILS)
        return
    # Claims of one period share it, and to write it out is what takes long.
    periods = {id(each.period): each.period for each in desk.claims.assertions}
    known = {str(period) for period in periods.values() if period}
    yield from (Proposal(word, "sign") for word in _SIGNS)
    yield from (Proposal(word, "status") for word in _STATUSES)
    yield from (Proposal(period, "period") for period in sorted(known, reverse=True))


def layout(desk: Desk, path: str) -> str:
    """The whole file in its one layout."""
    return formatted(desk.text(path))


def outline(desk: Desk, path: str) -> Iterator[Entry]:
    """Sources, entities, metrics and claims, in order."""
    for line in lines_of(desk.text(path)):
        span = Span(line.offset, line.offset + len(line.text))
        node = line.node
        if isinstance(node, SourceWords):
            yield Entry(plain(node.id), "source", span)
        elif isinstance(node, NameWords):
            yield Entry(plain(node.id), "entity" if node.dimension is None else "metric", span)
        elif isinstance(node, Claim):
            marks = line.text.partition("=")[0].split()
            yield Entry(" ".join(marks[:4]), "claim", span)


def asides(desk: Desk, path: str) -> Iterator[Aside]:
    """What claims imply and do not say, behind their lines."""
    starts, text = desk.ruler(path).starts, desk.text(path)
    for each in desk.claims.assertions:
        if each.derived and each.place.file == path and each.place.line <= len(starts):
            start = starts[each.place.line - 1]
            end = start + len(text[start:].splitlines()[0].partition("#")[0].rstrip()) if text[start:] else start
            yield Aside(end, f"{each.metric} {each.period or ''}: {claim_words(each)}")


def uses(desk: Desk, path: str) -> Iterator[Uses]:
    """For each claim, how many documents it decides something in."""
    starts = desk.ruler(path).starts
    lines = {each.place.line for each in desk.claims.assertions if each.place.file == path and not each.derived}
    for line in sorted(lines):
        yield Uses(starts[line - 1], desk.uses(path, line))
