"""The hand on the stage: shows the handles of the figures, and leads pointer and keys to them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.command import key_name
from hinge_tutor.app.figure import Figure
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.session import Session
from hinge_tutor.paint import placement
from hinge_tutor.stage.arrangement import OVERLAY

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hinge_tutor.app.stage_view import StageView
    from hinge_tutor.stage.handle_marks import Ground
    from hinge_tutor.stage.picture import Hotspot, Picture

# A finger or a trembling hand meets a handle from this far, in px (half a target of 24 px).
REACH_PX = 13.0
# A press that moves less than this, px, is a click.
CLICK_PX = 5.0
# What an arrow key moves a handle by, m.
STEP_M, LARGE_STEP_M = 0.01, 0.05
WAYS = {"Left": (-1.0, 0.0), "Right": (1.0, 0.0), "Up": (0.0, 1.0), "Down": (0.0, -1.0)}


class HandleHand:
    """One stage's handles: those of all figures, of figures over each other those of one."""

    def __init__(self, session: Session, posing: Posing, stage: StageView) -> None:
        self._session = session
        self._posing = posing
        self._stage = stage
        # Whether the pointer is on the stage.
        self._over = False
        self._places: list[Hotspot] = []
        self._grounds: dict[int, Ground] = {}
        # Where the pointer was pressed, and how far beside the handle that was, px.
        self._pressed: QPointF | None = None
        self._beside = QPointF()
        self._at: QPointF | None = None
        # The handle under a pointer that has not moved yet.
        self._waiting: Hotspot | None = None
        stage.hand = self
        stage.setMouseTracking(True)
        posing.changed.connect(self.on_changed)

    def on_changed(self) -> None:
        """Handles come, go, or another one is chosen."""
        self._stage.unsetCursor()
        self._stage.update()
        if not self._posing.holding:
            self._tell()

    def _tell(self) -> None:
        """Which handle is chosen, and how its joints are bent, for who does not see it."""
        from hinge_tutor.app.pose_words import handle_in_words

        chosen, pose = self._posing.chosen, self._posing.figure.pose
        said = ""
        if chosen is not None and pose is not None:
            said = handle_in_words(chosen[0], pose, self._session.words)
        if said != self._stage.accessibleDescription():
            self._stage.setAccessibleDescription(said)
            announce(self._stage, said)

    @property
    def shown(self) -> bool:
        """Whether handles are to be seen: while poses are edited, and under a pointer that is on
        the stage while figures are made up.
        """
        if self._posing.on:
            return True
        return self._over and self._session.editing and self._posing.possible()

    # ── seen ─────────────────────────────────────────────────────────────────────────────────────

    def drawn(self, picture: Picture) -> Picture:
        """The picture with its handles, where poses can be edited."""
        if not self.shown:
            return picture
        from hinge_tutor.stage.handle_marks import mark_shapes

        self._find(picture)
        px = picture.width / max(self._stage.sheet().width(), 1.0)
        chosen = self._posing.chosen
        return picture.with_over(mark_shapes(self._places, chosen, px * self._grown))

    @property
    def _grown(self) -> float:
        """How much larger than usual handles are: they grow with a large window."""
        return self._stage.growth

    def _find(self, picture: Picture) -> None:
        """Where the handles of the figures of a picture are."""
        from hinge_tutor.stage.handle_marks import ground_of, marks

        session, posing = self._session, self._posing
        self._places, self._grounds = [], {}
        shown = session.shown
        if session.arrangement.view == OVERLAY and len(shown) > 1:
            shown = (posing.figure.number,)
        for figure in shown:
            one = Figure(session, figure)
            pose = one.pose
            if pose is None:
                continue
            mirrored = session.arrangement.mirrored
            ground = ground_of(picture.hotspots, figure, pose, mirrored)
            if ground is not None:
                self._grounds[figure] = ground
                self._places += marks(ground, figure, pose, one.handles)

    def place_of(self, name: str, figure: int) -> QPointF | None:
        """Where a handle is in the stage's widget; None where there is no such one."""
        picture = self._stage.painted
        if picture is not None:
            self._find(picture)
        found = [spot for spot in self._places if (spot.name, spot.figure) == (name, figure)]
        return self._px(found[0]) if found else None

    def _px(self, spot: Hotspot) -> QPointF | None:
        """Where a handle is in the stage's widget."""
        picture = self._stage.painted
        if picture is None:
            return None
        scale, left, bottom = placement(picture, self._stage.sheet())
        return QPointF(left + spot.x * scale, bottom - spot.y * scale)

    def _own_m(self, at: QPointF, figure: int) -> tuple[float, float] | None:
        """A place of the widget in a figure's own frame, m."""
        picture, ground = self._stage.painted, self._grounds.get(figure)
        if picture is None or ground is None:
            return None
        scale, left, bottom = placement(picture, self._stage.sheet())
        return ground.own((at.x() - left) / scale, (bottom - at.y()) / scale)

    def handle_at(self, at: QPointF) -> Hotspot | None:
        """The nearest handle among those that a pointer reaches."""
        reached: list[tuple[float, Hotspot]] = []
        for spot in self._places:
            place = self._px(spot)
            if place is not None:
                gap = math.hypot(place.x() - at.x(), place.y() - at.y())
                reached += [(gap, spot)] if gap <= REACH_PX * self._grown else []
        return min(reached, key=lambda pair: pair[0])[1] if reached else None

    # ── pointer ──────────────────────────────────────────────────────────────────────────────────

    def press(self, at: QPointF) -> bool:
        """A press; returns whether a handle is held, so that it is nobody else's click."""
        posing = self._posing
        picture = self._stage.painted
        if picture is None or not posing.possible():
            return False
        if not self.shown:
            self._find(picture)
        spot = self.handle_at(at)
        self._pressed, self._waiting = at, spot
        if spot is not None and posing.on:
            posing.choose((spot.name, spot.figure))
        return spot is not None

    def move(self, at: QPointF) -> bool:
        """The pointer moves; returns whether it pulls a handle."""
        posing, spot = self._posing, self._waiting
        if not self._over:
            self._over = True
            self._stage.update()
        if spot is not None and self._pressed is not None:
            way = at - self._pressed
            if math.hypot(way.x(), way.y()) < CLICK_PX:
                return posing.on
            self._waiting = None
            if not posing.on:
                posing.switch(on=True)
            place = self._px(spot)
            if place is not None and posing.take(spot.name, spot.figure):
                self._beside = self._pressed - place
        if posing.holding and self._pressed is not None and posing.chosen is not None:
            self._at = at
            own = self._own_m(at - self._beside, posing.chosen[1])
            if own is not None:
                posing.drag(*own)
            return True
        if self.shown:
            over = self.handle_at(at) is not None
            self._stage.setCursor(
                Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
            )
        return False

    def leave(self) -> None:
        """The pointer leaves the stage."""
        self._over = False
        if not self._posing.on:
            self._stage.unsetCursor()
            self._stage.update()

    def release(self) -> None:
        """The pointer lets go."""
        posing = self._posing
        if posing.holding and self._at is not None and posing.chosen is not None:
            own = self._own_m(self._at - self._beside, posing.chosen[1])
            if own is not None:
                posing.settle(*own)
        posing.let_go()
        if self._waiting is not None and self._pressed is not None and not posing.on:
            # A click shows the part that lies there; only a pull takes hold of it.
            self._stage.clicked.emit(self._pressed.x(), self._pressed.y())
        self._pressed, self._at, self._waiting = None, None, None

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def takes(self, key: str) -> bool:
        """Whether a key is the chosen handle's, by its name."""
        return self._posing.on and self._posing.chosen is not None and way_of(key) is not None

    def press_key(self, event: QKeyEvent) -> bool:
        """An arrow moves the chosen handle; returns whether it did."""
        way = way_of(key_name(event))
        if way is None or not self.takes(key_name(event)):
            return False
        facing = -1.0 if self._session.arrangement.mirrored else 1.0
        self._posing.nudge(facing * way[0], way[1])
        return True

    def step(self, forward: bool) -> bool:
        """Tab: the next handle; returns whether there was one."""
        return self._posing.on and self._posing.step(forward)


def way_of(key: str) -> tuple[float, float] | None:
    """How far and where to an arrow key moves, m; None for other keys."""
    head, plus, arrow = key.rpartition("+")
    if arrow not in WAYS or (plus and head != "Shift"):
        return None
    by = LARGE_STEP_M if head == "Shift" else STEP_M
    return by * WAYS[arrow][0], by * WAYS[arrow][1]
