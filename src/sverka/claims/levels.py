"""The levels that claims state, for other claims to be calculated from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from sverka.claims.arithmetic import Term, evaluated, headed, references, worded
from sverka.claims.heads import Key, key_of
from sverka.claims.meaning import Draft, Meaning, meaning
from sverka.claims.measures import Quantity
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.near import MOST_LOOKED_UP, nearest
from sverka.claims.parse import is_too_deep
from sverka.claims.syntax import Amount, Chain, Measure, Reference
from sverka.claims.tokens import Token, plain
from sverka.claims.values import ELAPSED, Value, first_token, suits
from sverka.claims.working import told, worked
from sverka.model.claim import Name
from sverka.model.precision import Precision
from sverka.model.quantity import Kind
from sverka.units import find

_AS_CLAIMED = "write its subject, metric, period and status as the claim does"
COUNTABLE = (Kind.LEVEL, Kind.DURATION)


class Levels:
    """The stated levels by what they are about; of several about one thing, the one of the latest source."""

    def __init__(self, precision: Precision, notes: Notes) -> None:
        self._precision, self._notes = precision, notes
        self._added: list[Meaning] = []
        self._found: dict[Key, Meaning] = {}
        self._open: dict[Key, Meaning] = {}
        self._broken: set[tuple[str, str]] = set()

    def add(self, made: Meaning) -> None:
        """Takes a meaning up; it is looked at when the first claim asks for another, which few sets do."""
        self._added.append(made)

    def _settle(self) -> None:
        for made in self._added:
            if made.value.kind in COUNTABLE and made.draft.choice is not None:
                self._open[made.draft.about.key] = made
            elif made.value.kind in COUNTABLE:
                before = self._found.get(made.draft.about.key)
                if before is None or _source_date(made) > _source_date(before):
                    self._found[made.draft.about.key] = made
        self._added.clear()

    def break_off(self, subject: Token, metric: Token) -> None:
        """A claim with a mistake in it: references to what it is about are no mistakes of their own."""
        self._broken.add((plain(subject), plain(metric)))

    def look(self, reference: Reference) -> Term | None:
        """The claim that a reference means, as a term of arithmetic; None with the mistake noted."""
        self._settle()
        key = key_of(reference.head, self._notes)
        if key is None:
            return None
        made = self._found.get(key)
        if made is None and key in self._open:
            words = headed(reference.head)
            self._notes.add(reference.head.subject, Trouble("C333", {"word": words}), len(words))
            return None
        if made is None:
            if key[:2] not in self._broken and not self._notes.has_gaps:
                self._unknown(reference)
            return None
        found = made.value.quantity
        if len(found.values) != 1:
            words = headed(reference.head)
            self._notes.add(reference.head.subject, Trouble("C326", {"word": words}), len(words))
            return None
        return Term(found.values[0], made.interval, found.unit)

    def _unknown(self, reference: Reference) -> None:
        words, key = headed(reference.head), key_of(reference.head, self._notes)
        if len(self._notes) >= MOST_LOOKED_UP:
            self._notes.add(reference.head.subject, Trouble("C404", {"word": words}, _AS_CLAIMED), len(words))
            return
        heads = {headed(made.draft.parsed.node.head): known for known, made in self._found.items()}
        alike = (head for head, known in heads.items() if key and known[:2] == key[:2])
        near = nearest(words, heads, most=6) or next(alike, None)
        trouble = Trouble("C404", {"word": words}, f"did you mean [{near}]?" if near else _AS_CLAIMED, near)
        self._notes.add(reference.head.subject, trouble, len(words))

    def calculate(self, waiting: dict[int, Draft]) -> dict[int, Meaning]:
        """The claims that are arithmetic on others, each after those that it speaks of; those in a circle are noted."""
        made: dict[int, Meaning] = {}
        order, circles = ordered(waiting)
        for number in waiting.keys() - set(order):
            head = waiting[number].parsed.node.head
            self.break_off(head.subject, head.metric)
        for number in order:
            found = self._calculated(waiting[number])
            if found is None:
                head = waiting[number].parsed.node.head
                self.break_off(head.subject, head.metric)
            else:
                made[number] = found
                self.add(found)
        for circle in circles:
            first = waiting[circle[0]]
            way = " <- ".join(waiting[number].about.name for number in (*circle, circle[0]))
            self._notes.add(first_token(first.item.amount), Trouble("C405", {"word": first.about.name, "way": way}))
        return made

    def _calculated(self, draft: Draft) -> Meaning | None:
        amount = draft.item.amount
        term = self.evaluate(amount)
        found = _valued(term, amount, draft.about.metric, self._notes) if term else None
        made = meaning(draft, found, self._precision, self._notes) if found else None
        if made is None or term is None:
            return None
        return made._replace(working=f"{self.worked(amount)} = {told(*term)}")

    def worked(self, amount: Amount) -> str:
        """Arithmetic that could be evaluated, with the interval of each number."""
        return worked(amount, self.look, lambda node: evaluated(node, self.look, self._precision, self._notes))

    def evaluate(self, amount: Amount) -> Term | None:
        """What arithmetic comes to, or None with the mistake noted."""
        at = first_token(amount)
        if is_too_deep(amount):
            self._notes.add(at, Trouble("C327"))
            return None
        if not references(amount):
            ends = _ends(amount)
            width = ends[1].number.column + ends[1].number.width - at.column if ends else None
            right = "..".join(end.number.text for end in ends)
            trouble = Trouble("C213", {"word": worded(amount), "right": right}) if ends else Trouble("C328")
            self._notes.add(at, trouble, width)
            return None
        return evaluated(amount, self.look, self._precision, self._notes)


def _ends(amount: Amount) -> tuple[Measure, ...]:
    """The ends of what was meant for a range: `5 - 6 Mt`, with spaces, is arithmetic."""
    if not isinstance(amount, Chain) or [sign.text for sign in amount.signs] != ["-"]:
        return ()
    low, high = amount.parts
    if not isinstance(low, Measure) or not isinstance(high, Measure) or low.unit or low.number.line != high.number.line:
        return ()
    numbers = [end.number.text for end in (low, high) if end.number.kind in ("NUMBER", "YEAR")]
    return (low, high) if len(numbers) == 2 and Fraction(numbers[0]) < Fraction(numbers[1]) else ()


def _source_date(made: Meaning) -> date:
    return made.draft.terms.source_date or date.min


def _valued(term: Term, amount: Amount, metric: Name, notes: Notes) -> Value | None:
    """A term as the value of a claim; a plain ratio is a share where the metric is one."""
    if metric.dimension == "share" and term.unit is None:
        term = Term(term.value * 100, term.interval.times(100), "%")  # type: ignore[arg-type]
    unit = find(term.unit) if term.unit else None
    dimension = unit.dimension if unit else "count"
    if not suits(metric, dimension, first_token(amount), notes, term.unit):
        return None
    kind = Kind.DURATION if dimension in ELAPSED else Kind.LEVEL
    return Value(kind, Quantity((term.value,), (term.interval,), term.unit, dimension))


def ordered(waiting: dict[int, Draft]) -> tuple[list[int], list[list[int]]]:
    """The numbers of the drafts, each after those that it refers to, and the circles of those that no order serves."""
    owners: dict[Key, list[int]] = {}
    for number, draft in waiting.items():
        owners.setdefault(draft.about.key, []).append(number)
    needs = {number: _needed(draft, owners) for number, draft in waiting.items()}
    users: dict[int, list[int]] = {}
    for number, needed in needs.items():
        for other in needed:
            users.setdefault(other, []).append(number)
    left = {number: len(needed) for number, needed in needs.items()}
    ready = [number for number, count in left.items() if count == 0]
    for number in ready:
        for user in users.get(number, ()):
            left[user] -= 1
            if left[user] == 0:
                ready.append(user)
    return ready, list(_circles({number: needs[number] for number, count in left.items() if count > 0}))


def _circles(needs: dict[int, set[int]]) -> Iterator[list[int]]:
    """The circles of drafts that need each other, each once; what only leads into one is in none."""
    seen: set[int] = set()
    for start in needs:
        path: list[int] = []
        place: dict[int, int] = {}
        number = start
        while number not in seen and number not in place:
            place[number] = len(path)
            path.append(number)
            number = next(other for other in sorted(needs[number]) if other in needs)
        if number in place:
            circle = path[place[number] :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
        seen.update(path)


def _needed(draft: Draft, owners: dict[Key, list[int]]) -> set[int]:
    if is_too_deep(draft.item.amount):
        return set()
    keys: Iterable[Key | None] = (key_of(each.head, Notes()) for each in references(draft.item.amount))
    return {number for key in keys if key is not None for number in owners.get(key, ())}
