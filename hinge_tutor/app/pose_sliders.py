"""One slider for each joint of the figure that is posed: shows its angle, and bends it."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.dial_slider import DialSlider
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.numerals import signed

# A slider with its name and its angle needs this width, px; as many stand beside each other as fit.
WIDE_PX, MOST_COLUMNS = 250, 4
PAGE_DEG = 5
# A target for a finger, and what a word has beside it.
TARGET_PX, SPARE_PX = 24, 4


class PoseSliders(QWidget):
    """In whole degrees; they follow the figure while it moves, and bend it when they are moved."""

    def __init__(self, session: Session, posing: Posing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._posing = posing
        self._look: Look | None = None
        self._rows: dict[str, tuple[QLabel, DialSlider, QLabel]] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cells: list[QWidget] = []

    def set_look(self, look: Look) -> None:
        self._look = look
        self._grid.setHorizontalSpacing(look.gap(18))
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        self._arrange()

    def refresh(self) -> None:
        """The joints of the figure that is posed, at its angles of this moment."""
        from hinge_tutor.motion.bending import joints, range_of
        from hinge_tutor.motion.unknowns import absolute_row

        one = self._posing.figure
        repetition, pose = one.repetition, one.pose
        if repetition is None or pose is None:
            return
        names = joints(repetition.take.movement.symmetric)
        # While it plays, nobody wants to hear every degree of every joint.
        silent = self._session.timeline.clock.playing
        if names != tuple(self._rows):
            self._make(names)
        for name, (said, slider, number) in self._rows.items():
            degrees = round(math.degrees(float(absolute_row(pose.body, name) @ pose.q)))
            low, high = (math.degrees(end) for end in range_of(pose.body, name))
            slider.follow(degrees, (math.ceil(low), math.floor(high)), silent)
            shown = f"{signed(str(degrees))}°"
            if number.text() != shown:
                number.setText(shown)
            if not silent:
                slider.setAccessibleDescription(f"{said.text()} {shown}")

    def _make(self, names: tuple[str, ...]) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._rows, self._cells, self._columns = {}, [], 0
        for name in names:
            said, slider, number = QLabel(self._session.words.bend(name)), DialSlider(), QLabel()
            slider.setPageStep(PAGE_DEG)
            slider.setAccessibleName(self.tr("%1, degrees").replace("%1", said.text()))
            slider.valueChanged.connect(partial(self.on_value_changed, name))
            slider.sliderReleased.connect(self._posing.let_go)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            cell = QWidget()
            row = QHBoxLayout(cell)
            row.setContentsMargins(0, 0, 0, 0)
            for widget, stretch in ((said, 0), (slider, 1), (number, 0)):
                row.addWidget(widget, stretch)
            self._rows[name] = (said, slider, number)
            self._cells.append(cell)
        self._arrange()

    def _size(self) -> None:
        """Names and numbers as wide as the widest, so that all sliders begin and end alike."""
        if self._look is None or not self._rows:
            return
        rows = tuple(self._rows.values())
        for said, _, number in rows:
            said.ensurePolished()
            number.ensurePolished()
        widest = max(said.fontMetrics().horizontalAdvance(said.text()) for said, _, _ in rows)
        for said, slider, number in rows:
            said.setFixedWidth(widest + SPARE_PX)
            number.setFixedWidth(number.fontMetrics().horizontalAdvance("−180°") + SPARE_PX)
            slider.setMinimumHeight(self._look.target(TARGET_PX))

    def _columns_in(self, width: int) -> int:
        scale = self._look.scale if self._look else 1.0
        return min(max(int(width / (WIDE_PX * scale)), 1), MOST_COLUMNS)

    def _arrange(self) -> None:
        columns = self._columns_in(self.width())
        if columns == self._columns or not self._cells:
            return
        self._columns = columns
        rows = -(-len(self._cells) // columns)
        for number, cell in enumerate(self._cells):
            # Down one column, then the next: joints from the ground up.
            self._grid.addWidget(cell, number % rows, number // rows)
        self._size()

    def on_value_changed(self, name: str, degrees: int) -> None:
        """A slider bends its joint; keys and clicks are an entry each, a pull is one."""
        self._posing.bend(name, float(degrees))
        if not self._rows[name][1].isSliderDown():
            self._posing.let_go()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
