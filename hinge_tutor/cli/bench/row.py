"""One promise and what was measured of it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

# A clock must tell apart a hundredth of the shortest promise, which is 1 ms.
FINE_S = 1e-5
# How often what remembers nothing is measured.
ROUNDS = 3


@dataclass(frozen=True)
class Row:
    """A promise: `measured` must not pass `limit`, or, for a `floor`, not fall below it.

    Nothing is measured where something is `absent` that the row compares with; it says so.
    """

    what: str
    limit: float
    measured: float
    unit: str
    floor: bool = False
    absent: str = ""

    @property
    def ratio(self) -> float:
        """The share of the limit that is used; at most 1 when the promise is kept."""
        if self.floor:
            return self.limit / self.measured if self.measured else float("inf")
        if self.limit == 0:
            return 1.0 + self.measured if self.measured else 0.0
        return self.measured / self.limit

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.ratio <= 1.0


def table(rows: Iterable[Row]) -> list[str]:
    """The rows as lines of text under a heading."""
    cells = [("what", "limit", "measured", "ratio", "verdict")]
    for row in rows:
        sign = "≥" if row.floor else "≤"
        limit = f"{sign} {row.limit:g} {row.unit}".rstrip()
        measured = f"{row.measured:.3g} {row.unit}".rstrip()
        verdict = "kept" if row.kept else "missed"
        if row.absent:
            cells.append((row.what, limit, "–", "–", f"{row.absent} not installed"))
        else:
            cells.append((row.what, limit, measured, f"{row.ratio:.2f}", verdict))
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    return [
        f"{line[0]:<{widths[0]}}  "
        + "  ".join(f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True))
        for line in cells
    ]


def milliseconds(work: Callable[[int], object], times: int) -> float:
    """The median duration of `work(n)` for n = 0 … times - 1, in ms, after one run unmeasured.

    Processor time, so that what else the computer is doing counts less.
    """
    return in_turn((work,), times)[0]


def steady_ms(work: Callable[[int], object], times: int) -> float:
    """The lowest of some such medians, for work that remembers nothing from one time to the next.

    Others' work can only make ours slower: by a tenth, for seconds on end, where a processor's
    memory is shared.
    """
    return min(milliseconds(work, times) for _ in range(ROUNDS))


def in_turn(works: Sequence[Callable[[int], object]], times: int) -> tuple[float, ...]:
    """The same for several works that take turns, so that all meet the same disturbances."""
    now = _clock()
    for work in works:
        work(0)
    taken: list[list[float]] = [[] for _ in works]
    for number in range(times):
        for work, durations in zip(works, taken, strict=True):
            begun = now()
            work(number)
            durations.append(now() - begun)
    return tuple(1000 * statistics.median(durations) for durations in taken)


def _clock() -> Callable[[], float]:
    """The processor's clock, or the wall's where the former ticks too coarsely (Windows)."""
    fine = time.get_clock_info("process_time").resolution < FINE_S
    return time.process_time if fine else time.perf_counter
