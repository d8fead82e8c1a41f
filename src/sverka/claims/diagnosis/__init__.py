"""What is wrong with a statement that the grammar cannot read, in the words of whoever wrote it.

The grammar says only at which word it stopped. An ordered list of small rules looks for the likely slips there; the
first that fits is told, and where none does, what was expected is.
"""

from __future__ import annotations

from sverka.claims.diagnosis.declarations import DECLARATION_RULES
from sverka.claims.diagnosis.failure import DiagnosticRule, Failure, Slip
from sverka.claims.diagnosis.numbers import NUMBER_RULES
from sverka.claims.diagnosis.statements import CLAIM_RULES
from sverka.claims.diagnosis.tails import TAIL_RULES
from sverka.claims.diagnosis.times import TIME_RULES
from sverka.claims.diagnosis.words import LAST_RULES, WORD_RULES
from sverka.claims.machine import Stop
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.tokens import END, Statement, Token

# What a word of each kind is called, in the order of being told.
_CALLED = {
    "NAME": "a name",
    "STRING": 'a text in "quotes"',
    "RELATION": "a relation such as =",
    "NUMBER": "a number",
    "ORDINAL": "an ordinal such as 3rd",
    "SIGN": "a change such as +62%",
    "TIMES": "a change such as x1.6",
    "LSQB": "a claim in [brackets]",
    "YEAR": "a period or a date",
    "CALENDAR": "a date",
    "_COLON": "a colon",
    "RPAR": "a closing )",
    "RSQB": "a closing ]",
    "_COMMA": "a comma",
    "FROM": "`from` and a source",
    "IN": "`in` and the files",
    "BECAUSE": "`because` and the reason",
    END: "the end of the line",
}
# Of these the second goes without saying where the first is told.
_IMPLIED = (("NUMBER", "YEAR"), ("NUMBER", "CALENDAR"), ("SIGN", "TIMES"), ("YEAR", "CALENDAR"))
_READS = {
    "source": 'a source reads: source akorda-2025 "Briefing in Akorda" 2025-10-21',
    "entity": 'an entity reads: entity TITR "Trans-Caspian International Transport Route"',
    "metric": 'a metric reads: metric volume "cargo volume": mass',
    "accept": 'an acceptance reads: accept "35 schools" in "seeds/*.txt" because "a headline in the sidebar"',
    "check": "a check reads: check [KZ-AZ trade target] = 1 bn USD",
    "table": 'a table reads: table "trade.csv"',
    "alias": 'an alias line reads: ru: "Средний коридор", "ТМТМ"',
    "column": 'a column reads: value: "Volume"',
    "claim": "a claim reads: TITR volume 2024 = 4.5 Mt, +62% from akorda-2025",
}


def diagnosed(stop: Stop, tokens: list[Token], statement: Statement, notes: Notes) -> None:
    """Notes the one mistake that the reading of a statement stopped at."""
    failure = Failure(tuple(tokens), stop.at, stop.expected, statement)
    slip = next((slip for rule in _rules(failure) if (slip := rule(failure))), None) or _expected(failure)
    notes.add(slip.at, slip.trouble, slip.width)


def _rules(failure: Failure) -> tuple[DiagnosticRule, ...]:
    claims = CLAIM_RULES if failure.form in ("claim", "check", "accept") else ()
    return (*WORD_RULES, *TAIL_RULES, *TIME_RULES, *NUMBER_RULES, *claims, *DECLARATION_RULES, *LAST_RULES)


def _expected(failure: Failure) -> Slip:
    """What would have been read on, when no rule knows better."""
    elsewhere = {"FROM"} if failure.form == "accept" else {"IN", "BECAUSE"}
    kinds = failure.expected - elsewhere - {implied for kind, implied in _IMPLIED if kind in failure.expected}
    wanted = [words for kind, words in _CALLED.items() if kind in kinds][:3]
    expected = " or ".join([", ".join(wanted[:-1]), wanted[-1]] if len(wanted) > 1 else wanted) or "the end of the line"
    found = f'"{failure.at.text}"' if failure.at.text else "the end of the line"
    return Slip(failure.at, Trouble("C200", {"expected": expected, "found": found}, _READS[failure.form]))
