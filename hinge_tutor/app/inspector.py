"""Points at one joint or muscle of a figure: with the pointer or from part to part with keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF

from hinge_tutor.app.part_words import part_in_words
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.paint import placement
from hinge_tutor.stage.picture import Hotspot, Picture
from hinge_tutor.stage.scene import own_times

# A finger or a trembling hand meets a part from this far, in px (half a target of 24 px).
REACH_PX = 12.0


class Inspector:
    """Says in the status line what a part does now, and highlights it."""

    def __init__(
        self,
        session: Session,
        stage: StageView,
        keep_room: Callable[[Iterable[str]], None] = lambda _said: None,
    ) -> None:
        """`keep_room` is told what all parts would say, so that their texts change in one place."""
        self._session = session
        self._stage = stage
        self._keep_room = keep_room
        self._picked: tuple[str, int] | None = None
        stage.clicked.connect(self.on_clicked)
        session.step_changed.connect(self.on_step_changed)

    def active(self) -> bool:
        """Whether keys go from part to part: the stage has the focus and a figure."""
        return self._stage.hasFocus() and bool(self._parts())

    def next_part(self) -> None:
        """The next part, figure by figure."""
        self._go(1)

    def previous_part(self) -> None:
        """The part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        parts = [(spot.name, spot.figure) for spot in self._parts()]
        if parts:
            here = parts.index(self._picked) if self._picked in parts else (-1 if step > 0 else 0)
            self._pick(*parts[(here + step) % len(parts)])

    def _parts(self) -> tuple[Hotspot, ...]:
        return self._spots(self._stage.painted)

    def _spots(self, picture: Picture | None) -> tuple[Hotspot, ...]:
        """The parts of a picture; none where a frozen one shows other figures than play."""
        if picture is None or self._session.frozen:
            return ()
        return picture.hotspots

    def _at(self, x: float, y: float) -> Hotspot | None:
        """The part whose middle is nearest, among those that reach to this place of the stage."""
        picture = self._stage.painted
        if picture is None:
            return None
        scale, left, bottom = placement(picture, QRectF(self._stage.rect()))
        near = [
            (math.hypot(left + spot.x * scale - x, bottom - spot.y * scale - y), spot)
            for spot in self._spots(picture)
        ]
        reached = [(gap, spot) for gap, spot in near if gap <= max(spot.radius * scale, REACH_PX)]
        return min(reached, key=lambda pair: pair[0])[1] if reached else None

    def _pick(self, name: str, figure: int) -> None:
        session = self._session
        self._picked = (name, figure)
        session.set_options(replace(session.options, highlight=name))
        self._keep_room(self._said(spot.name, spot.figure) for spot in self._parts())
        session.say(self._said(name, figure))

    def _said(self, name: str, figure: int) -> str:
        session = self._session
        time_s = own_times(session.repetitions, session.timeline.fraction)[figure]
        anatomical = session.settings.anatomical_names
        return part_in_words(session.repetitions[figure], session.words, name, time_s, anatomical)

    def on_clicked(self, x: float, y: float) -> None:
        spot = self._at(x, y)
        if spot is not None:
            self._pick(spot.name, spot.figure)
        elif self._picked is not None:
            self._picked = None
            plan = self._session.plan
            self._session.set_options(replace(self._session.options, highlight=plan.highlight))
            self._session.say("")

    def on_step_changed(self) -> None:
        self._picked = None
