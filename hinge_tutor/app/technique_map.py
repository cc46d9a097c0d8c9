"""The technique map with all that belongs to it: what fills it, the triangle, three dials, a line.

Who hosts it tells it whose map it is (`set_figure`) and hears how much of each movement is wanted
(`mixed`), in whole percent: the last of many moves, once the window has nothing else to do.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look, qt_palette
from hinge_tutor.app.heat_work import HeatWork
from hinge_tutor.app.picker import Picker
from hinge_tutor.app.technique_view import TechniqueView
from hinge_tutor.body.skeleton import Body
from hinge_tutor.coaching.technique import CORNERS, QUANTITIES
from hinge_tutor.lessons.mixing import STEP, WHOLE, Percents, turned
from hinge_tutor.lessons.technique_words import marks_in_words, point_in_words, quantity_name
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.take import Load

HAMSTRINGS = "hamstrings_near_effort_percent"


class TechniqueMap(QWidget):
    """Choose a value, move the point; what the value is there is said under it."""

    # Percents of hinge, squat and bend, 100 together; whether a hand still holds the point.
    mixed = Signal(tuple, bool)
    # A hand lets the point go.
    released = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._anatomical = False
        self._percents: Percents = (WHOLE, 0, 0)
        self._over: Percents | None = None
        self.work = HeatWork(self)
        self.work.changed.connect(self.on_map_changed)
        self._wanted: Percents | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.on_soon)
        self.choice = Picker()
        self.choice.setAccessibleName(self.tr("What fills the technique map"))
        for id_ in QUANTITIES:
            self.choice.addItem(quantity_name(id_, words), id_)
        self.choice.setCurrentIndex(QUANTITIES.index(HAMSTRINGS))
        self.choice.currentIndexChanged.connect(self.on_map_changed)
        self.view = TechniqueView(words)
        self.view.wanted.connect(self.on_moved)
        self.view.pointed.connect(self.on_pointed)
        self.view.released.connect(self.on_released)
        self._told = wrapped("quiet")
        self._marks = wrapped("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(self.view)
        column.addWidget(self._told)
        column.addLayout(self._dials())
        column.addWidget(self._marks)
        column.addStretch(1)
        self._marks.hide()
        self._tell()

    def _dials(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        self.sliders: list[QSlider] = []
        self.numbers: list[QSpinBox] = []
        for row, name in enumerate(CORNERS):
            said = self._words.movement_short(name)
            grid.addWidget(QLabel(said), row, 0)
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setObjectName("dial")
            slider.setRange(0, WHOLE)
            slider.setPageStep(STEP)
            number = QSpinBox()
            number.setRange(0, WHOLE)
            number.setSuffix(self.tr(" %"))
            for widget in (slider, number):
                widget.setAccessibleName(self.tr("%1, percent").replace("%1", said))
                widget.valueChanged.connect(self.on_value_changed)
            slider.sliderReleased.connect(self.on_released)
            grid.addWidget(slider, row, 1)
            grid.addWidget(number, row, 2)
            self.sliders.append(slider)
            self.numbers.append(number)
        return grid

    # ── what a host says ─────────────────────────────────────────────────────────────────────────

    def set_look(self, look: Look) -> None:
        self.view.set_look(look)
        self.choice.set_look(look)
        # A window's palette ends at its style sheet; Fusion draws these from their own.
        fields = [number.lineEdit() for number in self.numbers]
        for widget in (*self.numbers, *fields):
            widget.setPalette(qt_palette(look.colors))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(look.gap(6))

    def set_figure(self, body: Body, load: Load, percents: Percents) -> None:
        """Whose map it is, and how much of each movement the figure has."""
        self.work.ask(body, load.placed())
        if self._wanted is None:
            self._set_percents(percents)

    def set_anatomical(self, anatomical: bool) -> None:
        """The names of muscles, for newcomers or for students."""
        if anatomical == self._anatomical:
            return
        self._anatomical = anatomical
        for row, id_ in enumerate(QUANTITIES):
            self.choice.setItemText(row, quantity_name(id_, self._words, anatomical))
        self.on_map_changed()

    # ── what is asked and shown ──────────────────────────────────────────────────────────────────

    @property
    def quantity(self) -> str:
        """The id of what fills the map."""
        return str(self.choice.currentData())

    @property
    def percents(self) -> Percents:
        """How much of each movement."""
        return self._percents

    @property
    def held(self) -> bool:
        """Whether a hand holds the point, or one of its sliders."""
        return self.view.held or any(slider.isSliderDown() for slider in self.sliders)

    def on_map_changed(self) -> None:
        """Another map, another value, or other names."""
        self.view.show_map(self.work.map, self.quantity, self._anatomical)
        said = marks_in_words(self.work.map, self._words) or self.work.problem
        self._marks.setText(said)
        self._marks.setVisible(bool(said))
        self._tell()

    def on_moved(self, percents: Percents) -> None:
        """The point somewhere else; the figure follows as soon as there is time for it."""
        if percents == self._percents:
            return
        self._set_percents(percents)
        self._wanted = percents
        if not self._soon.isActive():
            self._soon.start()
        announce(self.view, self._told.text())

    def on_soon(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.mixed.emit(wanted, self.held)

    def on_released(self) -> None:
        """The last place first, then that it is the last."""
        self._soon.stop()
        self.on_soon()
        self.released.emit()

    def on_value_changed(self, value: int) -> None:
        """A slider or a number of one movement; the others share the rest."""
        for dials in (self.sliders, self.numbers):
            for which, dial in enumerate(dials):
                if dial is self.sender():
                    self.on_moved(turned(self._percents, which, value))
                    # What cannot be is not left standing there.
                    self._set_percents(self._percents)

    def on_pointed(self, percents: Percents | None) -> None:
        """The line tells of the place under the pointer while it is over the triangle."""
        self._over = percents
        self._tell()

    def _set_percents(self, percents: Percents) -> None:
        self._percents = percents
        self.view.show_point(percents)
        for dial, number, percent in zip(self.sliders, self.numbers, percents, strict=True):
            for widget in (dial, number):
                with QSignalBlocker(widget):
                    widget.setValue(percent)
        self._tell()

    def _tell(self) -> None:
        found, words = self.work.map, self._words
        here = point_in_words(found, self.quantity, self._percents, words, self._anatomical)
        self.view.setAccessibleDescription(here)
        over = self._over or self._percents
        self._told.setText(point_in_words(found, self.quantity, over, words, self._anatomical))

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.work.set_seen(False)
