"""Slips are made where a figure gives occasion for them, and judged by what the text then says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sverka.claims import load_claims
from sverka.cli import app
from sverka.model.slip import Outcome, SlipKind, Trial
from sverka.trials import mutate

CLAIMS = """\
entity port "The port"
  ru: "порт"
  kk: "порт"
  az: "liman"

metric volume: mass
  ru: "перевалка"
  en: "cargo volume"
  kk: "жүк көлемі"
  az: "yük həcmi"

metric term: duration
  ru: "срок доставки"

port volume 2024 = 41.5 Mt, +12%
port volume 2023 = 37.1 Mt
port volume target = 50 Mt
port term = 15..18 day
"""
RUSSIAN = "Перевалка порта в 2024 году выросла на 12 % и достигла 41,5 млн тонн. Годом ранее было 37,1 млн тонн."
ENGLISH = "The cargo volume of the port rose by 12 percent in 2024 and reached 41.5 million tonnes."


def trials(folder: Path, text: str, claims: str = CLAIMS) -> list[Trial]:
    (folder / "claims.claims").write_text(claims, encoding="utf-8")
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    known, problems = load_claims([folder / "claims.claims"])
    assert not problems, problems
    tried = mutate([folder / "draft.txt"], known)
    assert not tried.problems
    return list(tried.all)


def told(found: list[Trial], kind: SlipKind) -> set[tuple[str, str]]:
    """The figures that have slips of a kind, and the words that are put there."""
    return {(trial.before.figure.text, trial.slip.words) for trial in found if trial.slip.kind is kind}


@pytest.mark.parametrize(
    ("kind", "figure", "words"),
    [
        (SlipKind.SWAPPED, "41,5 млн тонн", "14"),
        (SlipKind.DROPPED, "41,5 млн тонн", ""),
        (SlipKind.DOUBLED, "41,5 млн тонн", "44"),
        (SlipKind.MARK, "41,5 млн тонн", "5"),
        (SlipKind.SCALE, "41,5 млн тонн", "млрд"),
        (SlipKind.POINTS, "12 %", "п. п."),
        (SlipKind.DIRECTION, "12 %", "снизилась"),
        (SlipKind.PERIOD, "41,5 млн тонн", "2023"),
        (SlipKind.NEIGHBOUR, "41,5 млн тонн", "37,1 млн"),
        (SlipKind.UNIT, "41,5 млн тонн", "баррелей"),
        (SlipKind.HEDGE_ADDED, "41,5 млн тонн", "почти "),
        (SlipKind.BY_FOR_TO, "12 %", "до"),
    ],
)
def test_a_russian_figure_gives_occasion_for_a_slip_of_each_kind(
    tmp_path: Path, kind: SlipKind, figure: str, words: str
) -> None:
    assert (figure, words) in told(trials(tmp_path, RUSSIAN), kind)


@pytest.mark.parametrize(
    ("text", "kind", "figure", "words"),
    [
        (ENGLISH, SlipKind.DIRECTION, "12 percent", "fell"),
        (ENGLISH, SlipKind.POINTS, "12 percent", "percentage points"),
        (ENGLISH, SlipKind.SCALE, "41.5 million tonnes", "billion"),
        (ENGLISH, SlipKind.UNIT, "41.5 million tonnes", "barrels"),
        (ENGLISH, SlipKind.BY_FOR_TO, "12 percent", "to"),
        ("Порт планирует довести перевалку до 50 млн тонн.", SlipKind.STATUS, "50 млн тонн", "смог"),
        ("Срок доставки в порт – 15–18 дней.", SlipKind.RANGE, "15–18 дней", "18–15"),
        ("2024 жылы порттың жүк көлемі 41,5 млн тоннаға жетті.", SlipKind.UNIT, "41,5 млн тоннаға", "баррельге"),
        ("2024-cü ildə limanın yük həcmi 41,5 milyon ton olub.", SlipKind.SCALE, "41,5 milyon ton", "milyard"),
    ],
)
def test_a_slip_is_made_in_the_language_of_the_text(
    tmp_path: Path, text: str, kind: SlipKind, figure: str, words: str
) -> None:
    assert (figure, words) in told(trials(tmp_path, text), kind)


def test_a_number_is_not_swapped_for_one_of_another_unit(tmp_path: Path) -> None:
    assert ("12 %", "41,5 млн") not in told(trials(tmp_path, RUSSIAN), SlipKind.NEIGHBOUR)


def test_what_is_more_by_an_amount_is_not_told_as_more_up_to_it(tmp_path: Path) -> None:
    """«До 12 % больше» is what nobody would write for «на 12 % больше»."""
    found = trials(tmp_path, "Перевалка порта в 2024 году составила 41,5 млн тонн, на 12 % больше, чем годом ранее.")
    assert told(found, SlipKind.HEDGE_ADDED) and not told(found, SlipKind.BY_FOR_TO)


def test_an_amount_told_as_a_result_is_caught_and_its_cause_named(tmp_path: Path) -> None:
    slip = next(each for each in trials(tmp_path, RUSSIAN) if each.slip.kind is SlipKind.BY_FOR_TO)
    assert slip.outcome is Outcome.CAUGHT and slip.is_explained


def test_a_number_that_becomes_nought_is_caught(tmp_path: Path) -> None:
    """Nothing times nought is the claim."""
    found = [*trials(tmp_path, "Перевалка порта в 2024 году составила 41,5 млн тонн."), *trials(tmp_path, RUSSIAN)]
    assert found and trials(tmp_path, "Перевалка порта в 2024 году составила 0 млн тонн.") == []


def test_a_hedge_of_several_words_is_written_as_people_write_it(tmp_path: Path) -> None:
    found = trials(tmp_path, "2024-cü ildə limanın yük həcmi 41,5 milyon ton olub.")
    assert ("41,5 milyon ton", "demək olar ki, ") in told(found, SlipKind.HEDGE_ADDED)


def test_a_hedge_that_follows_its_number_is_put_behind_it(tmp_path: Path) -> None:
    found = trials(tmp_path, "2024 жылы порттың жүк көлемі 41,5 млн тоннаға жетті.")
    made = next(each.slip for each in found if each.slip.kind is SlipKind.HEDGE_ADDED)
    assert made.words == " дерлік" and made.span.start == 45


def test_a_paragraph_in_another_language_gets_the_slips_of_its_own(tmp_path: Path) -> None:
    kazakh = "2024 жылы порттың жүк көлемі 41,5 млн тоннаға жетті. Порт жаңа айлақтар салып жатыр."
    found = trials(tmp_path, f"{RUSSIAN} Порт строит причалы и склады, в нём ждут новых судов.\n\n{kazakh}")
    hedges = {each.slip.words for each in found if each.slip.kind is SlipKind.HEDGE_ADDED}
    assert hedges == {"почти ", " дерлік"}


def test_a_year_that_is_wrong_for_a_level_is_caught_for_the_change_beside_it(tmp_path: Path) -> None:
    """By 9 percent the port may have grown in another year too, but not to the very same level."""
    claims = CLAIMS.replace("+12%", "+9%").replace("port volume 2023 = 37.1 Mt\n", "")
    found = trials(tmp_path, "The cargo volume of the port rose by 9 percent to 41.5 million tonnes in 2024.", claims)
    year = [each for each in found if each.slip.kind is SlipKind.PERIOD]
    assert len(year) == 2 and all(each.outcome is Outcome.CAUGHT and each.is_explained for each in year)


def test_what_was_to_be_done_is_told_as_done_with_its_verb(tmp_path: Path) -> None:
    found = trials(tmp_path, "Limanın yük həcminin 50 milyon tona çatacağı gözlənilir.")
    assert ("50 milyon tona", "çatdığı bildirilir") in told(found, SlipKind.STATUS)


def test_only_figures_that_agree_are_tried(tmp_path: Path) -> None:
    assert trials(tmp_path, "Перевалка порта в 2024 году составила 45,1 млн тонн.") == []


def test_a_wrong_number_is_caught_and_its_cause_named(tmp_path: Path) -> None:
    found = trials(tmp_path, "Перевалка порта в 2024 году составила 41,5 млн тонн.")
    swapped = next(trial for trial in found if trial.slip.kind is SlipKind.SWAPPED)
    assert swapped.outcome is Outcome.CAUGHT and swapped.is_explained


def test_a_change_that_leaves_the_text_true_does_no_harm(tmp_path: Path) -> None:
    found = trials(tmp_path, "Перевалка порта в 2024 году составила около 41,5 млн тонн.")
    dropped = next(trial for trial in found if trial.slip.kind is SlipKind.HEDGE_DROPPED)
    assert dropped.outcome is Outcome.HARMLESS


def test_the_command_tells_what_was_caught_and_fails_below_a_share(tmp_path: Path) -> None:
    trials(tmp_path, RUSSIAN)
    arguments = ["mutate", str(tmp_path / "draft.txt"), "--claims", str(tmp_path / "claims.claims")]
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 0 and "digits swapped" in shown.output and "port.volume.2024" in shown.output
    told_as_json = json.loads(CliRunner().invoke(app, [*arguments, "--format", "json"]).output)
    assert told_as_json["summary"]["made"] == sum(len(each["slips"]) for each in told_as_json["documents"])
    share = told_as_json["summary"]["caught_percent"]
    assert CliRunner().invoke(app, [*arguments, "--fail-under", str(int(share))]).exit_code == 0
    if share < 100:
        assert CliRunner().invoke(app, [*arguments, "--fail-under", "100"]).exit_code == 1
