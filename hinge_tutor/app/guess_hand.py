"""The hand that guesses on the stage: shows the ghost and its handle, and leads pointer and keys.

Where nobody guesses, everything goes on to the hand that poses figures.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.command import key_name
from hinge_tutor.app.figure import Figure
from hinge_tutor.app.guessing import Guessing
from hinge_tutor.app.handle_hand import CLICK_PX, way_of
from hinge_tutor.app.scenery import carried
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.guess_words import place_in_words
from hinge_tutor.paint import placement
from hinge_tutor.stage.guess_marks import (
    Ghost,
    Measured,
    Sheet,
    ghost_of,
    handle_spot,
    with_ghost,
)
from hinge_tutor.stage.handle_marks import Ground, ground_of
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import TEXT_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hinge_tutor.app.stage_view import Hand, StageView

# There is one handle only, so a finger may miss it by half of a target of 44 px.
REACH_PX = 22.0
# A moment that is a phase's end to the eye, s.
SAME_S = 0.02


class GuessHand:
    """One stage's ghost. `beyond` takes whatever is not its own."""

    def __init__(
        self, session: Session, guessing: Guessing, stage: StageView, beyond: Hand
    ) -> None:
        self._session = session
        self._guessing = guessing
        self._stage = stage
        self._beyond = beyond
        self._ground: Ground | None = None
        # The ghost that was drawn last, and what it was drawn for.
        self._kept: tuple[object, Ghost] | None = None
        # Where the pointer was pressed on the handle, and how far beside it that was, px.
        self._pressed: QPointF | None = None
        self._beside = QPointF()
        self._at: QPointF | None = None
        stage.hand = self
        guessing.moved.connect(self.on_moved)

    def on_moved(self) -> None:
        """The ghost stands elsewhere: seen by all, and told to who does not see it once it rests.

        The picture itself is told anew by the session.
        """
        said = self.said()
        if self._at is None and said != self._stage.accessibleDescription():
            self._stage.setAccessibleDescription(said)
            announce(self._stage, said)

    def said(self) -> str:
        """Where the ghost's handle is, in words."""
        return place_in_words(*self._guessing.way_cm, self._session.words)

    # ── seen ─────────────────────────────────────────────────────────────────────────────────────

    def drawn(self, picture: Picture) -> Picture:
        """The picture with the ghost, from where it is asked for to where it is told."""
        drawn = self._beyond.drawn(picture)
        session, guessing, number = self._session, self._guessing, self._guessing.number
        self._ground = None
        if number is None or session.audience or number not in session.shown:
            return drawn
        one = Figure(session, number)
        standing, pose, repetition = one.pose, guessing.pose, one.repetition
        if standing is None or pose is None or repetition is None:
            return drawn
        mirrored = session.arrangement.mirrored
        ground = ground_of(picture.hotspots, number, standing, mirrored)
        if ground is None:
            return drawn
        self._ground = ground
        sheet, held, guess, drag = self._sheet(picture), guessing.held, session.guess, session.drag
        at_m = held.at_m if held is not None else guess.at_m if guess is not None else (0.0, 0.0)
        assert drag is not None
        # Whoever watches the answer sees the same ghost at every frame.
        key = (guess or guessing.start, repetition, ground, sheet)
        if self._kept is None or self._kept[0] != key:
            self._kept = key, ghost_of(repetition, pose, ground, sheet)
        return with_ghost(
            drawn,
            self._kept[1],
            ground,
            sheet,
            session.words.guess("mine"),
            at_m,
            self._measured(one),
            handle_spot(ground, drag.handle, number, at_m) if held is not None else None,
        )

    def _sheet(self, picture: Picture) -> Sheet:
        stage, options = self._stage, self._session.options
        px = picture.width / max(stage.width(), 1)
        # While somebody guesses, figures stand beside each other.
        column = stage.width() / max(len(self._session.shown), 1)
        scale = carried(options.text_scale, column, stage.height())
        return Sheet(px, stage.height(), TEXT_PX * scale * stage.growth * px)

    def _measured(self, one: Figure) -> Measured | None:
        """How far the guess is off, once the figure is or has been where it is asked for."""
        session = self._session
        drag, verdict, repetition = session.drag, session.verdict, one.repetition
        if drag is None or verdict is None or repetition is None or not session.explained:
            return None
        from hinge_tutor.coaching.moments import end_of

        if one.time_s < end_of(repetition.take, drag.at) - SAME_S:
            return None
        text = session.words.guess("far", {"cm": verdict.distance_cm})
        return Measured(verdict.guess_m, verdict.truth_m, text)

    def place(self) -> QPointF | None:
        """Where the ghost's handle is in the stage's widget, while it can be led."""
        picture, held, ground = self._stage.painted, self._guessing.held, self._ground
        if picture is None or held is None or ground is None:
            return None
        scale, left, bottom = placement(picture, self._stage.sheet())
        x, y = ground.on_sheet(*held.at_m)
        return QPointF(left + x * scale, bottom - y * scale)

    def _own_m(self, at: QPointF) -> tuple[float, float] | None:
        """A place of the widget in the figure's own frame, m."""
        picture, ground = self._stage.painted, self._ground
        if picture is None or ground is None:
            return None
        scale, left, bottom = placement(picture, self._stage.sheet())
        return ground.own((at.x() - left) / scale, (bottom - at.y()) / scale)

    # ── pointer ──────────────────────────────────────────────────────────────────────────────────

    def _meets(self, at: QPointF) -> bool:
        place = self.place()
        if place is None:
            return False
        reach = REACH_PX * self._stage.growth
        return math.hypot(place.x() - at.x(), place.y() - at.y()) <= reach

    def press(self, at: QPointF) -> bool:
        place = self.place()
        if place is None or not self._meets(at):
            return self._beyond.press(at)
        self._pressed, self._beside = at, at - place
        self._guessing.take()
        return True

    def move(self, at: QPointF) -> bool:
        if self._pressed is not None:
            way = at - self._pressed
            if self._at is None and math.hypot(way.x(), way.y()) < CLICK_PX:
                return True
            self._at = at
            own = self._own_m(at - self._beside)
            if own is not None:
                self._guessing.lead(*own, rests=False)
            return True
        if self.place() is None:
            return self._beyond.move(at)
        over = self._meets(at)
        self._stage.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
        return False

    def release(self) -> None:
        at, pressed = self._at, self._pressed
        self._pressed, self._at = None, None
        if at is not None and (own := self._own_m(at - self._beside)) is not None:
            self._guessing.lead(*own)
        self._guessing.let_go()
        if pressed is not None and at is None:
            # A click shows the part that lies there; only a pull takes hold of it.
            self._stage.clicked.emit(pressed.x(), pressed.y())
        self._beyond.release()

    def leave(self) -> None:
        if self.place() is not None:
            self._stage.unsetCursor()
        self._beyond.leave()

    def cancel(self) -> bool:
        """Back to where the hand took hold; returns whether it holds anything."""
        self._pressed, self._at = None, None
        return self._guessing.cancel()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def takes(self, key: str) -> bool:
        """Whether a key moves the handle, by its name."""
        if self._guessing.start is None:
            return self._beyond.takes(key)
        return way_of(key) is not None

    def press_key(self, event: QKeyEvent) -> bool:
        way = way_of(key_name(event))
        if way is None or self._guessing.start is None:
            return self._beyond.press_key(event)
        facing = -1.0 if self._session.arrangement.mirrored else 1.0
        self._guessing.nudge(facing * way[0], way[1])
        return True

    def step(self, forward: bool) -> bool:
        return self._guessing.start is None and self._beyond.step(forward)
