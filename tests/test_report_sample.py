"""A small report made by hand, which the other tests of reports render; and what it is made of."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from fractions import Fraction

import pytest

import sverka.report
from sverka.model.claim import Alias, Assertion, ClaimFile, ClaimSet, Name, Source
from sverka.model.document import Block, BlockKind, Document, DocumentDate
from sverka.model.figure import Figure, Parts, Reason, Scope, When
from sverka.model.finding import Cause, CheckedDocument, Evidence, Fate, Finding, Grade, Role, UncheckedDocument
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.problem import Problem
from sverka.model.quantity import Hedge, Kind, Relation, Status
from sverka.model.span import Place, Span
from sverka.report import Report

MARK = re.compile(r"⟦(\w+)\|([^⟦⟧]*)⟧")

# ⟦name|words⟧ names a span, so that no test has to search for one.
PORT = """\
Порт Курмыш увеличил перевалку ⟦h_volume|на 26 процентов⟧

⟦i_views|1 284⟧
Анна Верховцева
⟦i_dateline|14 января 2026⟧

⟦s_port|Морской порт Курмыш⟧ подвёл итоги ⟦p_2025|2025 года⟧. ⟦m_volume|Грузооборот⟧ вырос \
⟦g_growth|на 26 процентов⟧ и достиг ⟦g_volume|3,8 миллиарда тонн⟧, сообщила пресс-служба. За год причалы приняли \
⟦g_ships|1 214 судов⟧ — это ⟦g_record|третий⟧ рекорд подряд.

⟦m_grain|Перевалка зерна⟧ составила ⟦g_grain|почти полтора миллиона тонн⟧, а контейнеров — \
⟦g_teu|более 41 тысячи ДФЭ⟧. \
Средний срок доставки до Актобе сократился ⟦g_days|с 18 до 15 дней⟧. По словам директора порта Ерлана Сапарова, \
инвестиции в новый терминал превысили ⟦g_money|120 млн долларов⟧ & будут расти: «Мы ведём речь о <втором> причале».

К ⟦p_2030|2030 году⟧ порт намерен довести ⟦m_capacity|мощность⟧ ⟦g_target|до 8 млн тонн⟧ в год. Договор о \
строительстве подписан ⟦g_date|11 марта 2024 года⟧. Доля экспорта выросла ⟦g_share|на 4 процента⟧ — с \
⟦g_from|31⟧ до ⟦g_to|35 процентов⟧.

Читайте также
В области откроют ⟦i_schools|35 школ⟧
«Барыс» забросил ⟦i_goals|пять шайб⟧
Телефон редакции: ⟦i_phone|+7 7172 55-01-20⟧
"""
ANNEX = "Annex\n\nThe port moved ⟦a_volume|3.8 million tonnes⟧ in 2025.\n"

CLAIMS = """\
port volume 2025 = 3.8 Mt, +24%
port ships 2025 = 1214 ship
port grain 2025 = 1.47 Mt
port transit-time = 15..18 day
port capacity 2030 target = 8 Mt/yr
terminal contract = 2024-03-12
port export-share 2025 = 35 %, +4 pp
""".splitlines()

YEAR = Period.year(2025)


def marked(text: str) -> tuple[str, dict[str, Span]]:
    """The text without its marks, and the span that each mark named."""
    parts, spans, length, last = [], {}, 0, 0
    for match in MARK.finditer(text):
        before, words = text[last : match.start()], match[2]
        length += len(before)
        spans[match[1]] = Span(length, length + len(words))
        parts += [before, words]
        length, last = length + len(words), match.end()
    return "".join([*parts, text[last:]]), spans


def blocks_of(text: str) -> tuple[Block, ...]:
    """A block for each run of lines; the first is a heading, short runs of lines at the edges are furniture."""
    blocks = []
    for match in re.finditer(r"\S(?:.|\n(?!\n))*\S|\S", text):
        span = Span(*match.span())
        kind = BlockKind.PARAGRAPH
        if not blocks:
            kind = BlockKind.HEADING
        elif "\n" in match[0] and len(match[0]) < 200:
            kind = BlockKind.FURNITURE
        blocks.append(Block(span, kind, "headlines of other articles" if kind is BlockKind.FURNITURE else None))
    return tuple(blocks)


def document_of(path: str, text: str, language: str = "ru", day: str = "2026-01-14") -> Document:
    return Document(
        path=path,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        blocks=blocks_of(text),
        date=DocumentDate(Period.day(date.fromisoformat(day)), day, "dateline"),
        title=text.partition("\n")[0],
    )


def figure_of(
    document: Document,
    span: Span,
    values: tuple[str, ...] = (),
    interval: Interval | None = None,
    unit: str | None = None,
    kind: Kind = Kind.LEVEL,
    **fields: object,
) -> Figure:
    numbers = tuple(map(Fraction, values))
    whole = interval or (Interval.closed(numbers[0], numbers[-1]) if numbers else Interval(None, None, False, False))
    ends = tuple(map(Interval.point, numbers)) if len(numbers) > 1 else (whole,) if numbers else ()
    return Figure(
        span=span,
        text=span.of(document.text),
        kind=kind,
        values=numbers,
        ends=ends,
        interval=whole,
        unit=unit,
        dimension="mass" if unit == "t" else "count",
        parts=Parts(number=span),
        rule="number and unit",
        **fields,  # type: ignore[arg-type]
    )


def assertion_of(line: int, metric: str, values: tuple[str, ...], unit: str | None, **fields: object) -> Assertion:
    numbers = tuple(map(Fraction, values))
    whole = Interval.closed(numbers[0], numbers[-1]) if numbers else Interval(None, None, False, False)
    given: dict[str, object] = {
        "id": f"port.{metric}.2025",
        "subject": "port",
        "metric": metric,
        "status": Status.ACTUAL,
        "period": YEAR,
        "kind": Kind.LEVEL,
        "relation": Relation.EQUAL,
        "values": numbers,
        "ends": tuple(map(Interval.point, numbers)),
        "interval": whole,
        "unit": unit,
        "dimension": "mass" if unit == "t" else "count",
        "place": Place("rules/port.claims", line, 1),
        "text": CLAIMS[line - 1],
        "source": "port-2026",
    }
    return Assertion(**(given | fields))  # type: ignore[arg-type]


def half_open(low: str, high: str) -> Interval:
    return Interval.half_open(Fraction(low), Fraction(high))


VOLUME = assertion_of(1, "volume", ("3800000",), "t", interval=half_open("3750000", "3850000"))
GROWTH = assertion_of(
    1, "volume", ("24",), "%", id="port.volume.2025.change", kind=Kind.CHANGE, interval=half_open("23.5", "24.5")
)
SHIPS = assertion_of(2, "ships", ("1214",), "судно")
GRAIN = assertion_of(3, "grain", ("1470000",), "t", interval=half_open("1465000", "1475000"))
TRANSIT = assertion_of(4, "transit-time", ("15", "18"), "day", period=None)
CAPACITY = assertion_of(
    5, "capacity", ("8000000",), "t/yr", status=Status.TARGET, interval=half_open("7600000", "8400000")
)
CONTRACT = assertion_of(6, "contract", (), None, kind=Kind.DATE, period=None, days=Period.day(date(2024, 3, 12)))
SHARE = assertion_of(7, "export-share", ("4",), "pp", kind=Kind.CHANGE, interval=half_open("3.5", "4.5"))


def claim_set() -> ClaimSet:
    place = Place("rules/port.claims", 9, 1)
    source = Source("port-2026", "Итоги года порта Курмыш", date(2026, 1, 12), "https://example.org/port", place)
    subject = Name("port", "Морской порт Курмыш", (Alias("порт Курмыш", "ru", place),), place)
    return ClaimSet(
        files=(ClaimFile("rules/port.claims", hashlib.sha256("\n".join(CLAIMS).encode()).hexdigest()),),
        sources={source.id: source},
        subjects={subject.id: subject},
        assertions=(VOLUME, GROWTH, SHIPS, GRAIN, TRANSIT, CAPACITY, CONTRACT, SHARE),
    )


def conflict(figure: Figure, code: Cause, message: str, assertion: Assertion | None, **fields: object) -> Finding:
    return Finding(figure, Fate.CONFLICT, f"conflict by {code}", message, code=code, assertion=assertion, **fields)  # type: ignore[arg-type]


def agree(figure: Figure, grade: Grade, message: str, assertion: Assertion, **fields: object) -> Finding:
    return Finding(figure, Fate.AGREE, "intervals meet", message, grade=grade, assertion=assertion, **fields)  # type: ignore[arg-type]


def ignored(document: Document, span: Span, reason: Reason, why: str) -> Finding:
    figure = figure_of(document, span, ("1",), ignored=reason, why=why)
    return Finding(figure, Fate.IGNORED, f"ignored as {reason}", why, reason=reason)


def port_findings(document: Document, at: dict[str, Span]) -> tuple[Finding, ...]:
    when = When(YEAR, Scope.SENTENCE, at["p_2025"])
    subject = Evidence(Role.SUBJECT, at["s_port"], Scope.EARLIER, "alias «порт Курмыш»")
    metric = Evidence(Role.METRIC, at["m_volume"], Scope.CLAUSE, "alias «грузооборот»")
    period = Evidence(Role.PERIOD, at["p_2025"], Scope.EARLIER, "a year named in the text")
    grain = Evidence(Role.METRIC, at["m_grain"], Scope.CLAUSE, "alias «перевалка зерна»")

    def figure(name: str, *args: object, **fields: object) -> Figure:
        return figure_of(document, at[name], *args, **fields)  # type: ignore[arg-type]

    growth = figure("g_growth", ("26",), half_open("25.5", "26.5"), "%", Kind.CHANGE, when=when)
    volume = figure("g_volume", ("3800000000",), half_open("3750000000", "3850000000"), "t", when=when)
    grain_figure = figure("g_grain", ("1500000",), half_open("1350000", "1500000"), "t", hedge=Hedge.ALMOST, when=when)
    teu = figure("g_teu", ("41000",), Interval.above(Fraction(41000), closed=False), "TEU", hedge=Hedge.OVER)
    money = figure("g_money", ("120000000",), half_open("115000000", "125000000"), "USD")
    target = figure("g_target", ("8000000",), half_open("7600000", "8400000"), "t/yr", status=Status.TARGET)
    signed = figure("g_date", (), None, None, Kind.DATE, days=Period.day(date(2024, 3, 11)))
    share = figure("g_share", ("4",), half_open("3.5", "4.5"), "%", Kind.CHANGE)
    return (
        conflict(
            figure("h_volume", ("26",), half_open("25.5", "26.5"), "%", Kind.CHANGE),
            Cause.VALUE,
            "the heading says +26 %, the claim +24 %",
            GROWTH,
            evidence=(subject, metric),
            suggestion="на 24 процента",
            comparison="25.5…26.5 and 23.5…24.5 do not meet",
        ),
        ignored(document, at["i_views"], Reason.BOILERPLATE, "a number alone on a line above the article"),
        ignored(document, at["i_dateline"], Reason.DATE, "the dateline"),
        ignored(document, at["p_2025"], Reason.DATE, "a date that no claim covers"),
        conflict(
            growth,
            Cause.VALUE,
            "the text says +26 %, the claim +24 %",
            GROWTH,
            evidence=(subject, period, metric),
            suggestion="на 24 процента",
            comparison="25.5…26.5 and 23.5…24.5 do not meet",
        ),
        conflict(
            volume,
            Cause.SCALE,
            "the text says 3.8 billion t, the claim 3.8 million t: a billion for a million",
            VOLUME,
            evidence=(subject, period, metric),
            suggestion="3,8 миллиона тонн",
            comparison="the two are a factor of 1000 apart",
        ),
        agree(
            figure("g_ships", ("1214",), None, "судно"),
            Grade.EXACT,
            "1214 ships, as claimed",
            SHIPS,
            evidence=(subject,),
            power="any other number of ships",
        ),
        Finding(
            figure("g_record", ("3",), None, None, Kind.ORDINAL), Fate.UNSUPPORTED, "no claim", "no claim covers this"
        ),
        agree(
            grain_figure,
            Grade.HEDGED,
            "“почти полтора миллиона” holds 1.47 million",
            GRAIN,
            evidence=(subject, grain, period),
            power="below 1.35 Mt, or 1.5 Mt and above",
            comparison="almost: from 10 % below, up to the number",
        ),
        Finding(
            teu,
            Fate.UNSUPPORTED,
            "metric not shown",
            "no claim covers this; it may mean port.ships.2025, whose metric the text does not name",
            assertion=SHIPS,
            evidence=(subject,),
        ),
        agree(
            figure("g_days", ("15", "18"), None, "day"),
            Grade.ROUNDED,
            "both ends agree",
            TRANSIT,
            warning=True,
            power="one day",
        ),
        Finding(money, Fate.UNSUPPORTED, "no claim", "no claim covers this"),
        ignored(document, at["p_2030"], Reason.DATE, "a date that no claim covers"),
        agree(target, Grade.EXACT, "8 Mt/yr, as claimed for the target", CAPACITY, power="5 %"),
        conflict(
            signed,
            Cause.VALUE,
            "the text says 2024-03-11, the claim 2024-03-12",
            CONTRACT,
            suggestion="12 марта 2024 года",
        ),
        conflict(
            share,
            Cause.PERCENT,
            "the text says percent, the claim percentage points",
            SHARE,
            suggestion="на 4 процентных пункта",
            warning=True,
            evidence=(
                Evidence(Role.OTHER_FIGURE, at["g_from"], Scope.CLAUSE, "from"),
                Evidence(Role.OTHER_FIGURE, at["g_to"], Scope.CLAUSE, "to"),
            ),
        ),
        Finding(figure("g_from", ("31",), None, "%"), Fate.UNSUPPORTED, "no claim", "no claim covers this"),
        Finding(figure("g_to", ("35",), None, "%"), Fate.UNSUPPORTED, "no claim", "no claim covers this"),
        ignored(document, at["i_schools"], Reason.BOILERPLATE, "a headline in a list of headlines"),
        ignored(document, at["i_goals"], Reason.BOILERPLATE, "a headline in a list of headlines"),
        ignored(document, at["i_phone"], Reason.REFERENCE, "a phone number"),
    )


def sample_report() -> Report:
    text, at = marked(PORT)
    port = document_of("seeds/port.txt", text)
    annex_text, annex_at = marked(ANNEX)
    annex = document_of("seeds/annex.txt", annex_text, "en")
    volume = figure_of(annex, annex_at["a_volume"], ("3800000",), half_open("3750000", "3850000"), "t")
    unread = UncheckedDocument(
        "seeds/broken.pdf", Problem("seeds/broken.pdf", 0, 0, "unreadable", "the file ends in the middle of a page")
    )
    problem = Problem(
        "rules/port.claims",
        11,
        22,
        "unknown-unit",
        "unknown unit “Mtt”",
        "did you mean Mt?",
        3,
        "port volume 2026 = 4 Mtt",
    )
    return Report(
        documents=(
            CheckedDocument(port, port_findings(port, at)),
            unread,
            CheckedDocument(annex, (agree(volume, Grade.EXACT, "3.8 Mt, as claimed", VOLUME, power="1.3 %"),)),
        ),
        claims=claim_set(),
        problems=(problem,),
        version="0.1.0",
    )


def test_marks_name_the_spans_that_they_enclose() -> None:
    text, spans = marked("a ⟦x|bc⟧ d⟦y|⟧")
    assert (text, spans) == ("a bc d", {"x": Span(2, 4), "y": Span(6, 6)})


def test_documents_stand_in_the_order_of_their_paths() -> None:
    report = sample_report()
    turned = Report(report.documents[::-1], report.claims, report.problems, report.version)
    assert turned == report


def test_every_public_name_is_there() -> None:
    assert all(getattr(sverka.report, name) for name in sverka.report.__all__)
    with pytest.raises(AttributeError, match="to_fax"):
        sverka.report.to_fax  # noqa: B018
