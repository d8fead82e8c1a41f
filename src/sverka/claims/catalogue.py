"""Every mistake that a claims file can have: its code, what is said of it, what would have worked, and an example.

C1 is about files and characters, C2 about how a statement is put together, C3 about values, units and dates, C4 about
names and references, C5 about claims that do not hold together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake; `message` and `remedy` have places for the words of the case, `example` is a file with it.

    Where it `mends`, the word {right} of the remedy stands for the words that the mistake is shown at.
    """

    code: str
    message: str
    remedy: str = ""
    example: str = ""
    mends: bool = False


_FILES = (
    Mistake("C101", "cannot read this file: {reason}", "check the path and who may read it"),
    Mistake("C102", "this file is not UTF-8 text: {reason}", "save it as UTF-8 in your editor"),
    Mistake("C103", "no file in this folder ends in .claims", "name a claims file such as corridor.claims"),
    Mistake(
        "C110",
        "an indented line with no line above that it could belong to",
        "begin it without spaces",
        "  BTC transit 1.4 Mt",
    ),
    Mistake(
        "C111",
        "a quote that is not closed",
        'put " behind the last word, on the same line',
        'entity TITR "Middle Corridor',
    ),
    Mistake("C112", 'the language has no "{word}"', "", "BTC transit = 1.4 Mt!"),
    Mistake(
        "C113",
        "a character that does not show: {word}",
        "delete it and type the words again",
        "BTC tran\u200bsit = 1.4 Mt",
    ),
    Mistake("C114", "{word} is not a quote of the language", 'write straight quotes: "…"', "entity TITR «Corridor»"),
)
_LIMITS = (
    Mistake(
        "C119",
        "a statement of more than {most} letters",
        "write statements of their own, or names on several lines of their own",
    ),
    Mistake(
        "C255",
        "with this table the tables have more than {most} rows",
        "keep those that texts are about: filter the file in a spreadsheet, and save what is left as CSV",
    ),
    Mistake(
        "C256",
        "{word} leads out of the folder of this file",
        "put the table there, or into a folder below",
        'table "../trade.csv"\n  subject: KZ\n  metric: trade\n  value: "Volume"',
    ),
    Mistake("C257", 'several columns are called "{word}"', "give each a heading of its own"),
    Mistake("C258", "this table is not UTF-8 text: {reason}", "save it as UTF-8; Excel calls that CSV UTF-8"),
    Mistake(
        "C260",
        "a comma in the number {word}, and the table does not say what it stands for",
        'write decimal: "," below the table, or take the commas out where they stand between thousands',
    ),
    Mistake(
        "C261",
        'a check has no "{word}"',
        'it has warn, and a note in "quotes"',
        "A b = 5\ncheck [A b] = 5 since 2025-01-01",
    ),
    Mistake(
        "C259",
        "the decimal mark of a table is not {word}",
        'write decimal: "," or leave it out',
        'table "trade.csv"\n  subject: KZ\n  metric: trade\n  value: "Volume"\n  decimal: ";"',
    ),
)
_VERSIONS = (
    Mistake(
        "C116",
        "this file is written in version {word} of the language, and this sverka reads version {current}",
        "install a later sverka: pip install --upgrade sverka",
        "sverka claims 2\nBTC transit 1.4 Mt",
    ),
    Mistake(
        "C117",
        "the version of the language does not stand first",
        "write it once, on the first line",
        "BTC transit 1.4 Mt\nsverka claims 1",
    ),
    Mistake("C118", "{word} is not how the version of the language is written", "write {right}", "sverka claims v1"),
)
_STATEMENTS = (
    Mistake("C200", "expected {expected}, found {found}", "", "BTC transit 1.4 Mt until tomorrow"),
    Mistake(
        "C201",
        'no statement begins with "{word}"',
        "did you mean {right}?",
        'entitty TITR "Middle Corridor"',
        mends=True,
    ),
    Mistake(
        "C202",
        'a claim begins with its subject, not with "{word}"',
        "write subject, metric and value in this order",
        "2024 TITR volume = 4.5 Mt",
    ),
    Mistake(
        "C203",
        'only one name, "{word}", in front of the value',
        "write the subject and then what is measured, such as TITR volume",
        "TITR 2024 = 4.5 Mt",
    ),
    Mistake(
        "C204",
        'no value behind "{word}"',
        "write a value such as 4.5 Mt, or a change such as +62%",
        "TITR volume target",
    ),
    Mistake(
        "C205",
        'the period "{word}" stands behind the value',
        "write it in front: {right} …",
        "TITR volume = 4.5 Mt 2024",
    ),
    Mistake(
        "C206",
        'the status "{word}" stands behind the value',
        "write it in front: {right} …",
        "TITR volume = 10 Mt target",
    ),
    Mistake(
        "C207",
        "a second value",
        "write a range such as 15..18, `or` between values that are both right, or a claim of its own",
        "TITR volume 2024 = 4.5 Mt, 4.6 Mt",
    ),
    Mistake(
        "C208",
        "an indented line that does not go on with line {line}",
        "begin a new statement without spaces",
        "TITR volume 2024 = 4.5 Mt\n  TITR volume 2023 = 2.8 Mt",
    ),
    Mistake("C209", '"{word}" is not a relation', "write {right}", "TITR volume 2024 ≥ 4.5 Mt", mends=True),
    Mistake("C210", "a second {what}", "say it once", "TITR volume 2024 2025 = 4.5 Mt"),
    Mistake("C211", "a decimal comma in {word}", "", "TITR volume 2024 = 4,5 Mt"),
    Mistake("C212", "{what} within the number {word}", "write {right}", "astana-hub companies = 1 800", mends=True),
    Mistake("C213", "{word} is not a range", "write {right}", "TITR transit-time = 15-18 day", mends=True),
    Mistake(
        "C214",
        "{word} is not how a date or period is written",
        "write {right}",
        "treaty signed = 08.04.1997",
        mends=True,
    ),
    Mistake("C215", 'unknown word "{word}"', "did you mean {right}?", "TITR volume targt = 10 Mt", mends=True),
    Mistake("C216", "{word} is not closed", "write {right} where it ends", "A b = 2 * [A c"),
    Mistake("C217", "{word} closes nothing", "delete it, or open its bracket", "A b = 2)"),
    Mistake(
        "C218",
        "aliases without a language",
        'write the language in front, such as ru: "…"',
        'entity TITR "Middle Corridor"\n  "ТМТМ"',
    ),
    Mistake("C219", 'unknown language "{word}"', "", 'entity TITR "Middle Corridor"\n  russian: "ТМТМ"'),
    Mistake(
        "C220",
        "no colon behind the {what}",
        "write {word}: and then the aliases",
        'entity TITR "Middle Corridor"\n  ru "ТМТМ"',
    ),
    Mistake("C221", "an acceptance without a reason", 'say why: because "…"', 'accept "35 schools" in "seeds/*.txt"'),
    Mistake(
        "C222",
        "an acceptance that does not say where",
        'name the files: in "seeds/*.txt"',
        'accept "35 schools" because "a headline"',
    ),
    Mistake(
        "C223",
        "an acceptance of no words",
        'write the words of the text: accept "35 schools" …',
        'accept "" in "seeds/*.txt" because "a headline"',
    ),
    Mistake(
        "C224",
        'an acceptance has no "{word}"',
        "it has in, until and because",
        'accept "35 schools" in "seeds/*.txt" because "a headline" warn',
    ),
    Mistake(
        "C225",
        "nothing behind the last comma",
        "delete the comma, or write a change such as +62%",
        "TITR volume 2024 = 4.5 Mt,",
    ),
    Mistake("C226", "a space between the sign and the number", "write {right}", "TITR volume 2024 + 62%", mends=True),
    Mistake("C262", "no space in front of the change {word}", "write one", "TITR volume 2025 ytd+2%"),
    Mistake("C227", "a source without a title", 'write one in quotes: source {word} "…"', "source akorda 2025-10-21"),
    Mistake("C228", '"{word}" is not how a multiple is written', "write {right}", "TITR volume 2030 = ×3", mends=True),
    Mistake(
        "C229",
        '"{word}" is not how a currency is written',
        "write {right}: a number and its code",
        "KZ-AZ trade = $500",
        mends=True,
    ),
    Mistake(
        "C263",
        'a second statement on the line, beginning with "{word}"',
        "write each on a line of its own",
        "TITR volume = 4.5 Mt; BTC transit = 1.4 Mt",
    ),
    Mistake("C230", 'a name too many: "{word}"', "", "Middle Corridor volume = 4.5 Mt"),
    Mistake(
        "C231",
        "a language with no alias",
        'write one in quotes, such as ru: "Средний коридор"',
        'entity TITR "Middle Corridor"\n  ru:',
    ),
    Mistake("C232", '"{word}" is not in quotes', 'write "{word}"', 'entity TITR "Middle Corridor"\n  ru: ТМТМ'),
    Mistake(
        "C233",
        "no comma between two aliases",
        "write a comma in front of this one",
        'entity TITR "Middle Corridor"\n  ru: "ТМТМ" "Средний коридор"',
    ),
    Mistake(
        "C234", 'a metric without a dimension: "{word}"', "say what it is, such as metric {word}: mass", "metric volume"
    ),
    Mistake("C254", "a point behind {word}", "write {right}", "TITR volume 2024 = 4.5 Mt.", mends=True),
    Mistake("C237", '"{word}" does not belong here', "leave it out", 'entity TITR: "Middle Corridor"'),
    Mistake("C238", "two signs for one value", "write {right}", "TITR volume 2024 = > 4.5 Mt", mends=True),
    Mistake(
        "C239",
        "a claim that others calculate with stands in [brackets]",
        "write {right}",
        "TITR volume 2024 = 4.5 Mt\ncheck TITR volume 2024 = 4.5 Mt",
        mends=True,
    ),
    Mistake("C240", "{word} does not begin a comment", "write #", "// what the corridor carried", mends=False),
    Mistake(
        "C247",
        "the names in a language stand on an indented line",
        "begin it with two spaces",
        'entity TITR "Middle Corridor"\nru: "ТМТМ"',
    ),
    Mistake("C248", "a value in quotes", "write {right}", 'TITR volume 2024 = "4.5 Mt"', mends=True),
    Mistake(
        "C249",
        "{word} is not how an address begins",
        "write {right}",
        'source a "Briefing" www.example.org',
        mends=True,
    ),
    Mistake(
        "C250",
        "a change without its sign",
        "write +{word} if it rose, -{word} if it fell",
        "TITR volume 2024 = 4.5 Mt, 62%",
    ),
    Mistake(
        "C252",
        "a text that nothing stands in front of",
        "write in for the files, because for the reason",
        'accept "35 schools" "seeds/*.txt" because "a headline"',
    ),
    Mistake(
        "C253",
        "nothing between the number and the claim in [brackets]",
        "write *",
        "TITR volume 2024 = 4.5 Mt\nTITR volume target = 2 [TITR volume 2024]",
    ),
    Mistake(
        "C251",
        "{word} is a word, and a value is written in digits",
        "write the number, such as 5 or 3rd",
        "TITR volume = five",
    ),
    Mistake("C235", "a check that compares nothing", "write = and what must come out", "check [TITR volume 2024]"),
    Mistake(
        "C236",
        'a whole is not named by "{word}" here',
        "write it last: {right}",
        "entity transit\nentity rail-transit part transit",
    ),
    Mistake("C241", 'a table has no "{word}"', "", 'table "trade.csv"\n  amount: "Volume"'),
    Mistake(
        "C242",
        "a table without its {word}",
        'say which column it is: {word}: "…"',
        'table "trade.csv"\n  subject: KZ\n  value: "Volume"',
    ),
    Mistake("C243", 'no column is called "{word}"'),
    Mistake("C244", "a row of {found} cells in a table of {wanted}", "put a cell that holds a separator in quotes"),
    Mistake(
        "C245",
        "the value of a table is not a column",
        'write the heading of its column: value: "…"',
        'table "trade.csv"\n  subject: KZ\n  metric: trade\n  value: 5',
    ),
    Mistake(
        "C246",
        "cannot read {word}: {reason}",
        "write the path from the folder of this file",
        'table "trade.csv"\n  subject: KZ\n  metric: trade\n  value: "Volume"',
    ),
)
_VALUES = (
    Mistake("C301", 'unknown unit "{word}"', "", "TITR volume 2024 = 4.5 Mtt"),
    Mistake(
        "C302",
        "{word} has letters of another alphabet: {letters}",
        "type {right} in Latin letters",
        "TITR volume 2024 = 4.5 Мt",
        mends=True,
    ),
    Mistake(
        "C303",
        'unknown unit "{word}"',
        "a unit is one word, after a scale or none: 4.5 Mt, 500 M USD",
        "TITR volume 2024 = 4.5 big tonnes",
    ),
    Mistake("C304", "{word} is not a date: {reason}", "", "TITR volume 2024-13 = 4.5 Mt"),
    Mistake("C305", "{word} is not a number", "", "TITR volume 2024 = 4.5.1 Mt"),
    Mistake(
        "C306",
        "{word} runs backwards",
        "write the earlier or smaller end first: {right}",
        "TITR transit-time = 18..15 day",
        mends=True,
    ),
    Mistake(
        "C307",
        "a number of more than {most} digits",
        "use a scale word (k, M, bn, tn) or a larger unit",
        "TITR volume = " + "9" * 61,
    ),
    Mistake("C308", '"{metric}" is {wanted}, and {found}', "", "metric volume: mass\nTITR volume 2024 = 500 M USD"),
    Mistake(
        "C309",
        "no value: {word} is read as the period",
        "write the value behind it, or = {word}",
        "astana-hub companies 1800",
    ),
    Mistake("C310", "{word} is not an ordinal", "write {right}", "expert-council meeting = 3th", mends=True),
    Mistake(
        "C312", "{word} cannot bound a range", "give one number, or write = or ~", "TITR transit-time > 15..18 day"
    ),
    Mistake(
        "C313",
        "a tolerance on a bound: {word} already says on which side the value is",
        "leave one of them out",
        "TITR volume > 4.5 Mt ± 2%",
    ),
    Mistake(
        "C314",
        "a tolerance on what is exact",
        "dates and ordinals have none: leave it out",
        "expert-council meeting = 3rd ± 1",
    ),
    Mistake(
        "C315",
        "± {word} % of a percentage may be meant in two ways",
        "write ± {word} pp for percentage points",
        "TITR share = 62 % ± 2%",
    ),
    Mistake(
        "C316",
        "the tolerance is in {unit}",
        "write it in {wanted}, or in % of the value",
        "TITR volume = 4.5 Mt ± 2 USD",
    ),
    Mistake(
        "C317",
        "{word} is no year to date",
        "write a year in front of ytd, such as 2025 ytd",
        "TITR volume 2025-03 ytd +2%",
    ),
    Mistake(
        "C318",
        "until {until} is before since {since}",
        "exchange the dates",
        "TITR volume = 4.5 Mt since 2025-01-01 until 2024-01-01",
    ),
    Mistake("C319", "{word} is not one day", "write a whole date, such as {right}", "TITR volume = 4.5 Mt until 2025"),
    Mistake(
        "C320",
        "{left} cannot be {verb} {right}",
        "both must have one unit",
        "A b = 4.5 Mt\nA c = 500 M USD\nA d = [A b] + [A c]",
    ),
    Mistake(
        "C321",
        "{left} cannot be {verb} {right}",
        "one of them must be a plain number or a percentage",
        "A b = 4.5 Mt\nA c = 500 M USD\nA d = [A b] * [A c]",
    ),
    Mistake(
        "C322",
        "a division by what may be zero",
        "divide by a claim that is surely above zero",
        "A b < 5\nA c = 2 / [A b]",
    ),
    Mistake(
        "C323",
        "a result with too many digits to be meant",
        "check the multiplication",
        f"A b = {'9' * 60}\nA c = [A b]{' * [A b]' * 7}",
    ),
    Mistake(
        "C324",
        "only a change is measured against a period",
        "write a change such as +62% in front of vs",
        "TITR volume 2024 = 4.5 Mt vs 2023",
    ),
    Mistake(
        "C325",
        '"{word}" before a date',
        "write =, or a run of dates such as 2024-03-11..2024-03-12",
        "treaty signed > 1997-04-08",
    ),
    Mistake(
        "C326",
        "[{word}] is a range, which arithmetic cannot use",
        "refer to a claim of one number",
        "A b = 15..18 day\nA c = 2 * [A b]",
    ),
    Mistake(
        "C327",
        "brackets within brackets, too deep to follow",
        "split it into claims of their own",
        f"A b = 1\nA c = {'(' * 60}[A b]{' + 1)' * 60}",
    ),
    Mistake(
        "C328",
        "arithmetic without a claim in [brackets]",
        "write its result, a range such as 15..18, or a change behind a comma: 4.5 Mt, +62%",
        "TITR volume 2024 = 4.5 Mt + 62 %",
    ),
    Mistake(
        "C329",
        "{left} cannot be compared with {right}",
        "both sides must have one unit",
        "A b = 4.5 Mt\ncheck [A b] = 500 M USD",
    ),
)
_CHOICES = (
    Mistake(
        "C330",
        "alternatives behind {word}: a bound has one number",
        "write the wider bound alone, or = in front of them",
        "TITR volume 2024 > 4.5 Mt or 4.6 Mt",
    ),
    Mistake(
        "C331",
        "alternatives of which one is {left} and another {right}",
        "write a claim for each",
        "TITR volume 2024 = 4.5 Mt or 500 M USD",
    ),
    Mistake("C332", "the same alternative once more", "leave one of them out", "TITR volume 2024 = 4.5 Mt or 4.5 Mt"),
    Mistake(
        "C334",
        "more than {most} alternatives",
        "write a range such as 15..18, or claims of their own",
        "A b = 1" + "".join(f" or {number}" for number in range(2, 23)),
    ),
    Mistake(
        "C333",
        "[{word}] has alternatives, which arithmetic cannot use",
        "refer to a claim of one number",
        "A b = 4.5 Mt or 4.6 Mt\nA c = 2 * [A b]",
    ),
)
_NAMES = (
    Mistake("C401", 'unknown source "{word}"', "", "TITR volume 2024 = 4.5 Mt from akorda"),
    Mistake(
        "C402",
        'the {what} "{word}" is declared twice, first at {place}',
        "keep one of them",
        "metric volume: mass\nmetric volume: count",
    ),
    Mistake("C403", 'unknown dimension "{word}"', "", "metric volume: weight"),
    Mistake(
        "C404",
        "no claim is about [{word}]",
        "",
        "KZ-AZ trade 2024 = 500 M USD\nKZ-AZ trade target = 2 * [KZ-AZ trade 2023]",
    ),
    Mistake(
        "C405",
        "{word} is calculated from itself: {way}",
        "write the number in one of the claims of the circle",
        "A b = 2 * [A b]",
    ),
    Mistake(
        "C406",
        "an empty name",
        'write what it is called between the quotes, or leave out ""',
        'entity TITR "Middle Corridor"\n  ru: ""',
    ),
    Mistake(
        "C407",
        '"{word}" looks like "{right}" and has other letters: {letters}',
        "type {right} as before",
        'entity TITR "Middle Corridor"\nТITR volume 2024 = 4.5 Mt',
    ),
    Mistake("C408", 'no {what} is called "{word}"', "", "entity transit\nentity rail-transit part of tranzit"),
    Mistake(
        "C409",
        '"{word}" would be part of itself: {way}',
        "take `part of` from one of them",
        "entity a part of b\nentity b part of a",
    ),
    Mistake(
        "C410",
        "{word} is {own}, and its whole {whole} is {other}",
        "give both one dimension, or take `part of` out",
        "metric companies: count\nmetric foreign-companies: money part of companies",
    ),
)
_SETS = (
    Mistake(
        "C501",
        '{thing} is claimed otherwise at {place}: "{other}"',
        "give both a source with a date, or end one with until",
        "TITR volume 2024 = 4.5 Mt\nTITR volume 2024 = 4.6 Mt",
    ),
    Mistake(
        "C502",
        "this does not hold: {words} is {left}, not {relation} {right}",
        "correct a claim, or the check",
        "A b = 4.5 Mt\ncheck [A b] = 4.6 Mt",
    ),
)
CATALOGUE = {
    mistake.code: mistake
    for mistake in (*_FILES, *_LIMITS, *_VERSIONS, *_STATEMENTS, *_VALUES, *_CHOICES, *_NAMES, *_SETS)
}
