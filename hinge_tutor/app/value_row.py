"""A named number with a slider: its value stands beside the name, and what it means below."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.dial_slider import DialSlider
from hinge_tutor.app.units import Scale

# A tenth of the way is a page.
PAGES = 10


class ValueRow(QWidget):
    """`moved` tells a value while a hand holds the slider or not, `released` that it lets go."""

    moved = Signal(float, bool)
    pressed = Signal()
    released = Signal()

    def __init__(self, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = wrapped("strong", name)
        self._value = QLabel()
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._note = wrapped("quiet")
        self._note.hide()
        self.slider = DialSlider()
        self.slider.setAccessibleName(name)
        self.set_scale(scale)
        self.slider.valueChanged.connect(self.on_value_changed)
        self.slider.sliderPressed.connect(self.pressed)
        self.slider.sliderReleased.connect(self.released)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._value)
        column = QVBoxLayout(self)
        # What is said below the slider belongs to it, and not to the next one.
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.slider)
        column.addWidget(self._note)

    def set_scale(self, scale: Scale) -> None:
        """Another range or unit for the same number; a value has to be shown anew."""
        self._scale = scale
        with QSignalBlocker(self.slider):
            self.slider.setRange(*scale.ends)
            self.slider.setPageStep(max((scale.ends[1] - scale.ends[0]) // PAGES, 1))

    def show_value(self, value: float, note: str = "", below: bool = True) -> None:
        """The number as it is; a slider that a hand holds stays under the hand.

        The note stands `below`, or is only for whoever rests on the row or hears it.
        """
        if not self.slider.isSliderDown():
            with QSignalBlocker(self.slider):
                self.slider.setValue(self._scale.steps(value))
        said = self._scale.text(value)
        self._value.setText(said)
        self._note.setText(note)
        self._note.setVisible(below and bool(note))
        self.setToolTip("" if below else note)
        self.slider.setAccessibleDescription(", ".join(part for part in (said, note) if part))

    def on_value_changed(self, steps: int) -> None:
        self.moved.emit(self._scale.value(steps), self.slider.isSliderDown())
