"""What `sverka mutate` found: which slips the claims would have caught, by kind and by claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sverka.model.slip import Outcome, SlipKind, Trial, TriedDocument
from sverka.report.cells import clean, excerpt
from sverka.report.jsontext import write
from sverka.report.lines import LineIndex
from sverka.report.numbers import grouped
from sverka.report.objects import Object
from sverka.report.tables import table

_ROOM = 90


@dataclass(frozen=True, slots=True)
class SlipCounts:
    """How many slips met each outcome, and of how many that were caught the cause is named truly."""

    caught: int = 0
    harmless: int = 0
    escaped: int = 0
    explained: int = 0

    @property
    def made(self) -> int:
        return self.caught + self.harmless + self.escaped

    @property
    def share(self) -> Fraction:
        """The percentage caught of those that do harm, rounded down to a tenth; 100 where there are none."""
        return _share(self.caught, self.caught + self.escaped)

    @property
    def share_explained(self) -> Fraction:
        """The percentage of those caught whose cause is named truly, rounded down to a tenth."""
        return _share(self.explained, self.caught)


def _share(part: int, whole: int) -> Fraction:
    return Fraction(1000 * part // whole, 10) if whole else Fraction(100)


def count_slips(trials: Iterable[Trial]) -> SlipCounts:
    """The outcomes of some trials, counted."""
    counts: Counter[str] = Counter()
    for trial in trials:
        counts[trial.outcome] += 1
        counts["explained"] += trial.outcome is Outcome.CAUGHT and trial.is_explained
    return SlipCounts(counts[Outcome.CAUGHT], counts[Outcome.HARMLESS], counts[Outcome.ESCAPED], counts["explained"])


def to_slips_text(documents: Sequence[TriedDocument]) -> str:
    """A table by kind, a table by claim, and every slip that escaped with its place."""
    trials = [trial for document in documents for trial in document.trials]
    whole = count_slips(trials)
    lines = [
        f"{whole.made} slips in {len(documents)} documents: {whole.harmless} leave the text true, "
        f"{whole.caught} of the other {whole.caught + whole.escaped} are caught ({grouped(whole.share)}%)\n",
        _counted("kind", _by_kind(trials)),
        _counted("claim", _by_claim(trials)),
        *(line for document in documents for line in _escaped(document)),
    ]
    return "\n".join(lines)


def _counted(name: str, groups: Iterable[tuple[str, SlipCounts]]) -> str:
    header = (name, "made", "harmless", "caught", "escaped", "caught %", "cause named %")
    return table(header, [_row(label, counts) for label, counts in groups])


def _row(label: str, counts: SlipCounts) -> Sequence[str]:
    numbers = (counts.made, counts.harmless, counts.caught, counts.escaped)
    return label, *map(str, numbers), grouped(counts.share), grouped(counts.share_explained) if counts.caught else ""


def _by_kind(trials: Sequence[Trial]) -> Iterator[tuple[str, SlipCounts]]:
    for kind in SlipKind:
        of_kind = [trial for trial in trials if trial.slip.kind is kind]
        if of_kind:
            yield kind, count_slips(of_kind)


def _by_claim(trials: Sequence[Trial]) -> Iterator[tuple[str, SlipCounts]]:
    groups: dict[str, list[Trial]] = {}
    for trial in trials:
        if trial.before.assertion:
            groups.setdefault(trial.before.assertion.id, []).append(trial)
    for name in sorted(groups):
        yield name, count_slips(groups[name])


def _escaped(document: TriedDocument) -> Iterator[str]:
    index = LineIndex(document.document.text)
    for trial in document.trials:
        if trial.outcome is Outcome.ESCAPED:
            yield "\n".join([*_block(document, trial, index), ""])


def _block(document: TriedDocument, trial: Trial, index: LineIndex) -> Iterator[str]:
    text, span = document.document.text, trial.slip.span
    line, column = index.position(span.start)
    words, other = clean(span.of(text)), clean(trial.slip.words)
    yield f"{clean(document.document.path)}:{line}:{column}: escaped: {trial.slip.kind}: “{words}” → “{other}”"
    shown, before, wide = excerpt(text, index.bounds(line), (span.start, span.end), _ROOM)
    yield f"  {line} | {shown}".rstrip()
    yield f"  {' ' * len(str(line))} | {' ' * before}{'^' * max(1, wide)}"
    if trial.before.assertion:
        yield f"  claim: {trial.before.assertion.id}"
    then = f"{trial.after.fate}: {trial.after.message}" if trial.after else "no figure"
    yield f"  then: {clean(then)}"


def to_slips_json(documents: Sequence[TriedDocument]) -> str:
    """Every trial as an object, and the counts by kind and by claim."""
    trials = [trial for document in documents for trial in document.trials]
    return write(
        {
            "schema_version": "1",
            "summary": _counts_object(count_slips(trials)),
            "kinds": {kind: _counts_object(counts) for kind, counts in _by_kind(trials)},
            "claims": {name: _counts_object(counts) for name, counts in _by_claim(trials)},
            "documents": [
                {"path": each.document.path, "slips": [_trial_object(trial) for trial in each.trials]}
                for each in documents
            ],
        }
    )


def _counts_object(counts: SlipCounts) -> Object:
    return {
        "made": counts.made,
        "harmless": counts.harmless,
        "caught": counts.caught,
        "escaped": counts.escaped,
        "caught_percent": counts.share,
        "cause_named_percent": counts.share_explained,
    }


def _trial_object(trial: Trial) -> Object:
    return {
        "kind": trial.slip.kind,
        "start": trial.slip.span.start,
        "end": trial.slip.span.end,
        "words": trial.slip.words,
        "figure": trial.before.figure.text,
        "claim": trial.before.assertion.id if trial.before.assertion else None,
        "outcome": trial.outcome,
        "code": trial.code,
        "cause_named": trial.is_explained if trial.outcome is Outcome.CAUGHT else None,
    }
