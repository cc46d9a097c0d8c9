"""The key poses of every figure in a strip under the stage, each group under its own figure."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.calling import called
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.still_button import StillButton
from hinge_tutor.stage.axis import clock_at
from hinge_tutor.stage.key_moments import MOST, reached
from hinge_tutor.stage.key_strip import TEXT_PX, Still, mm_per_px, stills
from hinge_tutor.stage.options import Options

# At 100 % text: the height of the strip, the room of one still, and the air around it.
LEAST_PX, USUAL_PX = 92, 124
LEAST_WIDE_PX, MOST_WIDE_PX, GAP_PX = 52, 128, 4
# A window higher than usual gives the strip this share of its height.
SHARE = 0.13


class KeyStrip(QWidget):
    """Made for the figures of a build; where a still would be too narrow, for fewer of them."""

    def __init__(
        self, session: Session, reachable: bool = True, parent: QWidget | None = None
    ) -> None:
        """`reachable` by Tab; for an audience nothing takes the focus."""
        super().__init__(parent)
        self._session = session
        self._reachable = reachable
        self._look: Look | None = None
        self._letters = 1.0
        self._key: object = None
        # A group of buttons for each figure shown.
        self.groups: tuple[tuple[StillButton, ...], ...] = ()
        self.setAccessibleName(self.tr("Key poses"))
        session.step_changed.connect(self.on_changed)
        session.options_changed.connect(self.on_changed)
        session.frame_changed.connect(self.on_frame_changed)

    def set_look(self, look: Look) -> None:
        self.set_letters(look, TEXT_PX * look.scale)

    def set_letters(self, look: Look, pixels: float) -> None:
        """Another look, with letters of so many px."""
        self._look = look
        self._letters = pixels / TEXT_PX
        self.on_changed()

    def wanted_heights(self, scale: float, window_px: int) -> tuple[int, int]:
        """The least height in px that is worth showing, and what is asked for."""
        grown = 0.6 + 0.4 * scale
        return round(LEAST_PX * grown), round(max(USUAL_PX * grown, SHARE * window_px))

    def on_changed(self) -> None:
        """Other figures, another size or other layers."""
        if self._look is None or not self.isVisible() or self.rect().isEmpty():
            return
        if self._session.frozen and self.groups:
            return
        count = self._figures_that_fit()
        key = (self._session.repetitions[:count], self._most(count))
        if key != self._key:
            self._key = key
            self._make(count)
        self._place()
        self.on_frame_changed()

    def on_frame_changed(self) -> None:
        """Marks the pose that each figure reached last."""
        session = self._session
        if not (self.isVisible() and self.groups and session.repetitions) or session.frozen:
            return
        times = session.clock.own_times(session.timeline.fraction)
        for group, time_s in zip(self.groups, times, strict=False):
            moments = tuple(button.still.moment for button in group)
            here = reached(group[0].still.actor.repetition.take, moments, time_s)
            for number, button in enumerate(group):
                button.mark(number == here)

    def _figures_that_fit(self) -> int:
        """Every figure, or the first one alone where not even two stills each have room."""
        count = len(self._session.repetitions)
        return count if self.width() / max(2 * count, 1) >= self._least_wide() else min(count, 1)

    def _least_wide(self) -> float:
        return LEAST_WIDE_PX * self._letters

    def _most(self, count: int) -> int:
        return min(max(int(self.width() / max(count, 1) / self._least_wide()), 2), MOST)

    def _make(self, count: int) -> None:
        for group in self.groups:
            for button in group:
                button.hide()
                button.deleteLater()
        session = self._session
        most = self._most(count)
        self.groups = tuple(
            tuple(self._button(number, still) for still in stills(each, session.words, most))
            for number, each in enumerate(session.repetitions[:count])
        )

    def _button(self, figure: int, still: Still) -> StillButton:
        name = called(self._session, short=True)[figure]
        button = StillButton(still, name, partial(self._stand, figure, still.moment.time_s), self)
        if not self._reachable:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            button.setToolTip("")
        button.show()
        return button

    def _stand(self, figure: int, time_s: float) -> None:
        """To the moment of the shared clock at which a figure is at this time of its own."""
        session = self._session
        takes = [each.take for each in session.repetitions]
        t = clock_at(session.clock.courses[figure], time_s, takes[figure].duration_s)
        session.timeline.stand_at(t * session.timeline.clock.duration_s)

    def _place(self) -> None:
        """Equal places for all stills, each group in the middle of its figure's column."""
        look = self._look
        every = [button.still for group in self.groups for button in group]
        if look is None or not every:
            return
        column = self.width() / len(self.groups)
        most = max(len(group) for group in self.groups)
        widest = MOST_WIDE_PX * max(self._letters, self.height() / USUAL_PX)
        wide = min(column / most - GAP_PX, widest)
        high = self.height() - GAP_PX
        scale = mm_per_px(every, wide, high, self._letters)
        options = self._session.options
        shown = Options(options.layers, highlight=options.solo, solo=options.solo)
        for number, group in enumerate(self.groups):
            left = number * column + (column - len(group) * (wide + GAP_PX)) / 2
            for place, button in enumerate(group):
                x = round(left + place * (wide + GAP_PX) + GAP_PX / 2)
                button.setGeometry(x, GAP_PX // 2, round(wide), high)
                button.show_still(look, scale, self._letters, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.on_changed()

    def showEvent(self, _event: object) -> None:
        self.on_changed()
