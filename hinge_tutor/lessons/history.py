"""What was changed one after the other, so that it can be undone: a value, its past and future.

Changes that belong to one movement of a hand, such as a slider that is dragged, are one entry: they
have one name, and nothing else comes between them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Value = TypeVar("Value")

# Nobody goes back further, and what is kept stays small.
MOST = 100


@dataclass(frozen=True)
class History(Generic[Value]):
    """The present value; `past` from the oldest on, `future` what was undone, the nearest first.

    `moving` is the name of the last change while further ones may join it.
    """

    present: Value
    past: tuple[Value, ...] = ()
    future: tuple[Value, ...] = ()
    moving: str = ""

    def changed(self, present: Value, moving: str = "") -> History[Value]:
        """With another present; one more change of the same name joins the last one.

        What was undone is then gone. Back where a movement began, it leaves no entry.
        """
        joins = bool(moving) and moving == self.moving and bool(self.past)
        if joins:
            if present == self.past[-1]:
                return History(present, self.past[:-1])
            return replace(self, present=present, future=())
        if present == self.present:
            return self
        return History(present, (*self.past, self.present)[-MOST:], (), moving)

    def settled(self) -> History[Value]:
        """The same, with the last change complete: nothing joins it any more."""
        return replace(self, moving="") if self.moving else self

    def undone(self) -> History[Value]:
        """One entry back, or the same where there is none."""
        if not self.past:
            return self.settled()
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> History[Value]:
        """What was undone last, again, or the same where nothing was."""
        if not self.future:
            return self.settled()
        return History(self.future[0], (*self.past, self.present), self.future[1:])
