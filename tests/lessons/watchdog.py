"""Nothing here may take for ever: what hangs is interrupted, and then it is a failure."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

# A hundred times as long as anything here takes, on a machine that does something else as well.
FOR_EVER_S = 100.0


@contextmanager
def no_hang() -> Iterator[None]:
    """Interrupts what goes on for ever; where the system has no alarm clock, nothing does."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError("this would have gone on for ever")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, FOR_EVER_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Calls:
    """How many functions were called, of Python or below it: work that no machine does faster."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Counts what is called inside."""

        def note(_frame: FrameType, event: str, _argument: Any) -> None:
            self.count += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            yield
        finally:
            sys.setprofile(before)
