"""Under a photo: closer and further, the figure's opacity, and whose pose lies over the photo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from hinge_tutor.app.chrome import Look

TENTHS, USUAL = 10, 5
LONG_PX = 110


class PhotoBar(QWidget):
    """`closer` by so many steps, `whole` for all of the photo, `changed` for what lies over it."""

    closer = Signal(float)
    whole = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Photo"))
        self._row = row = QHBoxLayout(self)
        self._further = self._button("−", self.tr("Further from the photo"))
        self._closer = self._button("+", self.tr("Closer to the photo"))
        self._whole = self._button(self.tr("Whole"), self.tr("The whole photo again"))
        self._further.clicked.connect(self.on_further)
        self._closer.clicked.connect(self.on_closer)
        self._whole.clicked.connect(self.whole)
        row.addStretch(1)
        self._label = QLabel(self.tr("Figure"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("dial")
        self.slider.setRange(0, TENTHS)
        self.slider.setPageStep(1)
        self.slider.setValue(USUAL)
        self.slider.setAccessibleName(self.tr("Opacity of the figure over the photo, in tenths"))
        self.slider.setToolTip(self.tr("Opacity of the figure over the photo"))
        self.slider.valueChanged.connect(self.on_changed)
        row.addWidget(self._label)
        row.addWidget(self.slider)
        self.switch = self._button(
            self.tr("Target"), self.tr("The target over the photo instead of the client")
        )
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self.on_changed)
        self.hide()

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("pick")
        button.setAccessibleName(name)
        button.setToolTip(name)
        self._row.addWidget(button)
        return button

    def set_look(self, look: Look) -> None:
        self._row.setContentsMargins(look.margins(14, 4, 14, 6))
        self._row.setSpacing(look.gap(6))
        self.slider.setFixedWidth(look.target(LONG_PX))

    @property
    def opacity(self) -> float:
        """How much the figure covers the photo, 0 to 1."""
        return self.slider.value() / TENTHS

    @property
    def target(self) -> bool:
        """Whether the target lies over the photo, and not the client's own pose."""
        return self.switch.isChecked()

    def allow(self, figure: bool, target: bool) -> None:
        """Whether there is a figure, and a target."""
        self.slider.setEnabled(figure)
        self.switch.setEnabled(target)
        if not target:
            self.switch.setChecked(False)

    def on_closer(self) -> None:
        self.closer.emit(1.0)

    def on_further(self) -> None:
        self.closer.emit(-1.0)

    def on_changed(self) -> None:
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the slider's tip alone says what it is for."""
        super().resizeEvent(event)
        taken = self._row.minimumSize().width() - (
            0 if self._label.isHidden() else self._label.sizeHint().width()
        )
        self._label.setVisible(taken + self._label.sizeHint().width() <= self.width())
