"""The same work on many inputs, on one process or on several, with results in the order of the inputs."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Given = TypeVar("Given")
Made = TypeVar("Made")
# Below this many inputs, starting processes costs more than they save.
_WORTH_IT = 24


class Lost(Generic[Given]):
    """What stands in the place of a result whose worker died: killed for its memory, or crashed in a C library."""

    def __init__(self, given: Given) -> None:
        self.given = given


def processes(jobs: int | None, inputs: int) -> int:
    """How many processes to use: as many as were asked for, or as many as are worth their start."""
    if jobs is None:
        jobs = (os.cpu_count() or 1) if inputs >= _WORTH_IT else 1
    return max(1, min(jobs, inputs))


def each_done(
    prepare: Callable[[], Callable[[Given], Made]], inputs: Sequence[Given], jobs: int
) -> Iterator[Made | Lost[Given]]:
    """The result for each input, in order; `prepare` makes the work once a process.

    With one job all is done here. A worker that dies takes down no result but that of its own input.
    """
    return map(prepare(), inputs) if jobs == 1 else _done_elsewhere(prepare, inputs, jobs)


def _done_elsewhere(
    prepare: Callable[[], Callable[[Given], Made]], inputs: Sequence[Given], jobs: int
) -> Iterator[Made | Lost[Given]]:
    from concurrent.futures.process import BrokenProcessPool  # a cold start on one document does without

    pool, spare = _pool(prepare, jobs), None
    try:
        for given, future in [(each, _submitted(pool, each)) for each in inputs]:
            try:
                yield future.result()
                continue
            except BrokenProcessPool:
                # The pool is gone with whatever it was doing; what is left is done one at a time.
                spare = spare or _pool(prepare, 1)
            try:
                yield spare.submit(_do, given).result()
            except BrokenProcessPool:
                spare = None
                yield Lost(given)
    finally:
        for each_pool in (pool, spare):
            if each_pool:
                each_pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, given: Given) -> Future[Any]:
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(_do, given)
    except BrokenProcessPool as error:
        future: Future[Any] = Future()
        future.set_exception(error)
        return future


def _pool(prepare: Callable[[], Callable[[Given], Made]], jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked process would inherit the threads of the progress bar half-way through what they were doing.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare,))


_work: Callable[[Any], Any] | None = None


def _begin(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it at once, without a traceback of its own
    _work = prepare()


def _do(given: Any) -> Any:
    return _work(given) if _work else None
