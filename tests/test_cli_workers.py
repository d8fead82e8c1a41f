"""Work on several processes: results in order, and a process that dies takes no other result with it."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from sverka.workers import Lost, each_done, processes


def doubling() -> Callable[[int], int]:
    return _double


def _double(number: int) -> int:
    if number == 13:
        os._exit(1)
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_are_in_the_order_of_the_inputs(jobs: int) -> None:
    assert list(each_done(doubling, [5, 3, 9, 1], jobs)) == [10, 6, 18, 2]


def test_a_process_that_dies_loses_its_own_result_only() -> None:
    found = list(each_done(doubling, [1, 13, 2, 13, 3], 2))
    assert [each.given if isinstance(each, Lost) else each for each in found] == [2, 13, 4, 13, 6]
    assert [isinstance(each, Lost) for each in found] == [False, True, False, True, False]


@pytest.mark.parametrize(("jobs", "inputs", "used"), [(None, 1, 1), (None, 5, 1), (4, 2, 2), (3, 100, 3), (1, 0, 1)])
def test_no_more_processes_are_started_than_are_of_use(jobs: int | None, inputs: int, used: int) -> None:
    assert processes(jobs, inputs) == used
