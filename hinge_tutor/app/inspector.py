"""Points at one joint or muscle of a figure: with the pointer or from part to part with keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.calling import spoken
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.paint import placement
from hinge_tutor.stage.picture import Hotspot, Picture

if TYPE_CHECKING:
    from hinge_tutor.app.part_view import PartView

Part = tuple[str, int]
# A finger or a trembling hand meets a part from this far, in px (half a target of 24 px).
REACH_PX = 12.0
MUSCLES = "muscles"


class Inspector:
    """Highlights a part, shows a muscle alone, and has its card tell about it.

    Where the card has no room, or a question is open, the status line says it instead.
    """

    def __init__(
        self,
        session: Session,
        stage: StageView,
        card: Callable[[], PartView],
        keep_room: Callable[[Iterable[str]], None] = lambda _said: None,
    ) -> None:
        """`card` makes the card when it is first asked for.

        `keep_room` is told what all parts would say, so that their texts change in one place.
        """
        self._session = session
        self._stage = stage
        self._make_card = card
        self._made_card: PartView | None = None
        # The part that was picked, and whose it is.
        self.picked: Part | None = None
        self._keep_room = keep_room
        self._build = session.build
        # The layers as they became when a muscle was picked, and as they were before.
        self._layers: tuple[frozenset[str], frozenset[str]] | None = None
        self._told = ""
        stage.clicked.connect(self.on_clicked)
        session.step_changed.connect(self.on_step_changed)

    @property
    def _card(self) -> PartView:
        if self._made_card is None:
            self._made_card = self._make_card()
            self._made_card.closed.connect(self.close)
        return self._made_card

    def _choose(self, part: Part | None) -> None:
        self.picked = part
        if part is not None or self._made_card is not None:
            self._card.show_part(part)

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
            here = parts.index(self.picked) if self.picked in parts else (-1 if step > 0 else 0)
            self.pick(*parts[(here + step) % len(parts)])

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
        scale, left, bottom = placement(picture, self._stage.sheet())
        near = [
            (math.hypot(left + spot.x * scale - x, bottom - spot.y * scale - y), spot)
            for spot in self._spots(picture)
        ]
        reached = [(gap, spot) for gap, spot in near if gap <= max(spot.radius * scale, REACH_PX)]
        return min(reached, key=lambda pair: pair[0])[1] if reached else None

    def pick_muscle(self, name: str) -> None:
        """A muscle of the figure that was looked at last, or of the first one; again lets it go."""
        figure = self.picked[1] if self.picked else 0
        if self.picked == (name, figure):
            self.close()
        elif figure < len(self._session.repetitions):
            self.pick(name, figure)

    def pick(self, name: str, figure: int) -> None:
        """A part of one figure; a muscle is shown alone unless that might answer a question."""
        session = self._session
        self._choose((name, figure))
        self._restore()
        options = session.options
        alone = name if name in GROUPS and not session.pending else None
        if alone and not options.shows(MUSCLES):
            self._layers = (options.layers | {MUSCLES}, options.layers)
            options = replace(options, layers=options.layers | {MUSCLES})
        said = self._said(name, figure)
        session.set_options(replace(options, highlight=name, solo=alone))
        if self._card.isVisible():
            self._quiet()
            announce(self._card, said)
        else:
            self._keep_room(self._said(spot.name, spot.figure) for spot in self._parts())
            self._told = said
            session.say(said)

    def close(self) -> bool:
        """Lets go of the part; returns whether there was one."""
        if self.picked is None:
            return False
        session = self._session
        self._choose(None)
        self._restore()
        plan = session.plan
        session.set_options(replace(session.options, highlight=plan.highlight, solo=None))
        self._quiet()
        return True

    def end(self) -> None:
        """Listens to the session no longer, which would keep it as long as it lasts itself."""
        self._session.step_changed.disconnect(self.on_step_changed)

    def _quiet(self) -> None:
        """Takes what was said of a part out of the status line, and nothing else."""
        if self._told and self._session.notice == self._told:
            self._session.say("")
        self._told = ""

    def _restore(self) -> None:
        """Switches the muscles off again where they came on with a pick and are as they were."""
        options = self._session.options
        if self._layers is not None and options.layers == self._layers[0]:
            self._session.options = replace(options, layers=self._layers[1])
        self._layers = None

    def _said(self, name: str, figure: int) -> str:
        # It reads the tables of the muscles, for which a start has no need.
        from hinge_tutor.app.part_words import part_in_words

        session = self._session
        time_s = session.clock.own_times(session.timeline.fraction)[figure]
        anatomical, quiet = session.settings.anatomical_names, session.pending
        hidden = spoken(session)[figure] if session.veiled else ""
        return part_in_words(
            session.repetitions[figure], session.words, name, time_s, anatomical, quiet, hidden
        )

    def on_clicked(self, x: float, y: float) -> None:
        spot = self._at(x, y)
        if spot is not None:
            self.pick(spot.name, spot.figure)
        else:
            self.close()

    def on_step_changed(self) -> None:
        """Another build lets go; a dial that is turned goes on with the same part."""
        session = self._session
        same = session.build is self._build
        self._build = session.build
        kept = self.picked is not None and session.options.highlight == self.picked[0]
        if not (same and kept):
            self._layers, self._told = None, ""
            self._choose(None)
