"""Who leads on in the place of the lesson: the page keys and the digits then mean what it says."""

from __future__ import annotations

from typing import Protocol


class Guide(Protocol):
    """A pane's own way on and back, and so many choices for the digits, counting from 1.

    `veiled`: nothing may tell what hidden figures do. `picks`: the choices are those figures.
    `lends`: what is on the stage may be taken along. `cue`: what it says to do; empty for nothing.
    `heard`: what it asks or tells now, for whoever does not see it; empty where its pane says that.
    """

    @property
    def veiled(self) -> bool: ...
    @property
    def picks(self) -> bool: ...
    @property
    def lends(self) -> bool: ...
    @property
    def choices(self) -> int: ...
    @property
    def cue(self) -> str: ...
    @property
    def heard(self) -> str: ...
    def can_turn(self, forward: bool) -> bool: ...
    def turn(self, forward: bool) -> None: ...
    def choose(self, number: int) -> None: ...
