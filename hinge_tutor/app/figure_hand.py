"""The hand that picks one of several figures: with the pointer, or with Tab and Enter.

It is asked first, as long as a question about hidden figures is open; everything else is left to
the hand after it.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.calling import spoken
from hinge_tutor.app.command import key_name
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.hidden_names import asks_which
from hinge_tutor.paint import placement
from hinge_tutor.stage.shapes import Plate, Shape

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hinge_tutor.app.stage_view import Hand, StageView
    from hinge_tutor.stage.picture import Picture

PICK = "Return"
# The frame around a figure that has the focus, or was chosen, px: its pen, its place inside the
# figure's column, its corners.
PEN_PX, INSIDE_PX, CORNER_PX = 3.0, 6.0, 10.0


class FigureHand(QObject):
    """One stage's figures; choice and figure have the same number."""

    def __init__(self, session: Session, stage: StageView, scenery: Scenery, after: Hand) -> None:
        super().__init__(stage)
        self._session = session
        self._stage = stage
        self._scenery = scenery
        self._after = after
        # The figure that Tab has reached.
        self.reached: int | None = None
        stage.hand = self
        stage.setMouseTracking(True)
        session.step_changed.connect(self.on_step_changed)

    @property
    def picks(self) -> bool:
        """Whether a figure may be picked now."""
        session = self._session
        if not session.veiled or session.frozen:
            return False
        if session.guide is not None:
            return session.guide.picks
        return session.asking and self._asks_which

    @property
    def _asks_which(self) -> bool:
        """Whether the question's choices are the figures."""
        session, question = self._session, self._session.question
        if question is None:
            return False
        return asks_which(question, len(session.figures), session.words)

    def _pick(self, number: int) -> None:
        """The figure is the answer."""
        guide = self._session.guide
        if guide is not None:
            guide.choose(number + 1)
        else:
            self._session.choose(number)

    def on_step_changed(self) -> None:
        """Another question, or this one is answered."""
        if not self.picks:
            self.reached = None
            self._stage.unsetCursor()

    # ── seen ─────────────────────────────────────────────────────────────────────────────────────

    def drawn(self, picture: Picture) -> Picture:
        """The picture with a frame around the figure that Tab has reached, or that was chosen."""
        framed = self._after.drawn(picture)
        session = self._session
        if self.picks:
            number, role = self.reached, "highlight"
        else:
            guessed = session.veiled and self._asks_which
            number, role = (session.answer if guessed else None), "text_quiet"
        if number is None or number not in session.shown:
            return framed
        px = picture.width / max(self._stage.sheet().width(), 1.0)
        shapes = (*framed.shapes, self._frame(number, role, px * self._stage.growth))
        return replace(framed, shapes=shapes)

    def _frame(self, number: int, role: str, px: float) -> Shape:
        column = self._scenery.columns()[self._session.shown.index(number)]
        inside = INSIDE_PX * px
        return Plate(
            "picked",
            "stage",
            column.left + inside,
            column.bottom + inside,
            column.right - column.left - 2 * inside,
            column.top - column.bottom - 2 * inside,
            CORNER_PX * px,
            line=role,
            pen=PEN_PX * px,
        )

    # ── pointer ──────────────────────────────────────────────────────────────────────────────────

    def figure_at(self, at: QPointF) -> int | None:
        """The figure whose nearest joint or muscle is nearer than those of the others."""
        picture = self._stage.painted
        if picture is None or not picture.hotspots:
            return None
        scale, left, bottom = placement(picture, self._stage.sheet())
        x, y = (at.x() - left) / scale, (bottom - at.y()) / scale
        return min(picture.hotspots, key=lambda spot: math.hypot(spot.x - x, spot.y - y)).figure

    def press(self, at: QPointF) -> bool:
        """A press on a figure is the answer; returns whether it was one."""
        if not self.picks:
            return self._after.press(at)
        number = self.figure_at(at)
        if number is not None:
            self._pick(number)
        return True

    def move(self, at: QPointF) -> bool:
        """The pointer moves; over figures that can be picked it is a hand that points."""
        if not self.picks:
            return self._after.move(at)
        self._stage.setCursor(Qt.CursorShape.PointingHandCursor)
        return False

    def release(self) -> None:
        """The pointer lets go."""
        self._after.release()

    def leave(self) -> None:
        """The pointer leaves the stage."""
        if self.picks:
            self._stage.unsetCursor()
        self._after.leave()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def takes(self, key: str) -> bool:
        """Whether a key is the reached figure's, by its name."""
        if not self.picks:
            return self._after.takes(key)
        return key == PICK and self.reached is not None

    def press_key(self, event: QKeyEvent) -> bool:
        """Enter picks the figure that Tab has reached; returns whether it did."""
        if not self.picks:
            return self._after.press_key(event)
        if self.reached is None or not self.takes(key_name(event)):
            return False
        self._pick(self.reached)
        return True

    def step(self, forward: bool) -> bool:
        """Tab: the next figure, as they stand from left to right; returns whether there was one."""
        if not self.picks:
            return self._after.step(forward)
        places = self._session.shown
        here = places.index(self.reached) if self.reached in places else None
        if here is None:
            place = 0 if forward else len(places) - 1
        else:
            place = here + (1 if forward else -1)
        self.reached = places[place] if 0 <= place < len(places) else None
        self._stage.update()
        if self.reached is not None:
            said = self._told(self.reached)
            self._stage.setAccessibleDescription(said)
            announce(self._stage, said)
        return self.reached is not None

    def _told(self, number: int) -> str:
        """How a figure stands now: what others see of it."""
        from hinge_tutor.app.pose_words import pose_in_words

        session = self._session
        time_s = session.clock.own_times(session.timeline.fraction)[number]
        name = spoken(session)[number]
        return pose_in_words(session.repetitions[number], session.words, time_s, name, quiet=True)
