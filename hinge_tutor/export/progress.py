"""How far a piece of long work is: so many of so many steps are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[int, int], None]
Step = TypeVar("Step")


def unheard(_done: int, _total: int) -> None:
    """For work of which nobody wants to hear."""


def counted(steps: Iterable[Step], total: int, progress: Progress) -> Iterator[Step]:
    """The same steps; each is told as done when the next one is asked for."""
    progress(0, total)
    for number, step in enumerate(steps):
        yield step
        progress(number + 1, total)
