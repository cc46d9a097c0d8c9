"""A named way in centimeters: a slider with a button at each end, its value in words above it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.dial_slider import DialSlider
from hinge_tutor.app.tool_button import tool_button

# What a key or a button moves it by, cm; with Shift, and for a page.
STEP_CM, LARGE_STEP_CM = 1, 5
FORWARD_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Up)
ARROWS = (*FORWARD_KEYS, Qt.Key.Key_Left, Qt.Key.Key_Down)


class WaySlider(DialSlider):
    """With Shift an arrow goes five times as far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSingleStep(STEP_CM)
        self.setPageStep(LARGE_STEP_CM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not shifted or event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        more = event.key() in FORWARD_KEYS
        # A slider that is drawn the other way round is also moved the other way round.
        turned = self.invertedControls() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        self.setValue(self.value() + (LARGE_STEP_CM if more != turned else -LARGE_STEP_CM))


class WayRow(QWidget):
    """`moved` tells a way in cm, and whether it rests there or a hand is still moving it."""

    moved = Signal(int, bool)

    def __init__(self, less: str, more: str, parent: QWidget | None = None) -> None:
        """`less` and `more` are what the buttons do."""
        super().__init__(parent)
        self._name = wrapped("strong")
        self._value = QLabel()
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.slider = WaySlider()
        self.slider.valueChanged.connect(self.on_value_changed)
        self.slider.sliderReleased.connect(self.on_released)
        self._less = self._button("−", less, -STEP_CM)
        self._more = self._button("+", more, STEP_CM)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._value)
        self._row = row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._less)
        row.addWidget(self.slider, 1)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)

    def _button(self, sign: str, name: str, by_cm: int) -> QToolButton:
        button = tool_button(name, lambda: self.slider.setValue(self.slider.value() + by_cm), sign)
        button.setAutoRepeat(True)
        return button

    def show_name(self, name: str) -> None:
        """What the way is called."""
        self._name.setText(name)
        self.slider.setAccessibleName(name)

    def set_ends(self, low_cm: int, high_cm: int) -> None:
        """From where to where it goes."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(low_cm, high_cm)

    def set_turned(self, turned: bool) -> None:
        """Whether more of it is to the left."""
        self.slider.setInvertedAppearance(turned)
        self.slider.setInvertedControls(turned)
        ends = (self._more, self._less) if turned else (self._less, self._more)
        for place, button in zip((0, 2), ends, strict=True):
            if self._row.indexOf(button) != place:
                self._row.removeWidget(button)
                self._row.insertWidget(place, button)

    def show_way(self, way_cm: float, said: str) -> None:
        """The way as it is, in words; a slider that a hand holds stays under the hand."""
        if not self.slider.isSliderDown():
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(way_cm))
        self._value.setText(said)
        self.slider.setAccessibleDescription(said)

    def set_look(self, look: Look) -> None:
        """In another size."""
        self._row.setSpacing(look.gap(6))

    def on_value_changed(self, way_cm: int) -> None:
        self.moved.emit(way_cm, not self.slider.isSliderDown())

    def on_released(self) -> None:
        self.moved.emit(self.slider.value(), True)
