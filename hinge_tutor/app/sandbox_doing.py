"""How a figure does its movement: with what load and where, how fast, how deep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.sandbox import Sandbox
from hinge_tutor.app.sandbox_section import APART_PX, Buttons, Section
from hinge_tutor.app.units import Scale, load_scale, share_scale
from hinge_tutor.app.value_row import ValueRow
from hinge_tutor.lessons.figures import leading
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.trying import places, specified, with_load, with_tempo
from hinge_tutor.motion import depth
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.phases import LONGEST_PHASE_S, SHORTEST_PHASE_S, TEMPO_PARTS

# Nearly all of what people lift in a lesson; a scene that says more keeps it.
MOST_KG = 200.0
STEP_S = 0.5


class LoadSection(Section):
    """How heavy, and where it sits."""

    def __init__(self, sandbox: Sandbox, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Load"), parent)
        self._sandbox = sandbox
        self._desk = desk
        self._units = sandbox.session.settings.units
        self.row = ValueRow(self.tr("Load"), self._scale())
        self.row.moved.connect(self.on_moved)
        self.row.released.connect(sandbox.release)
        self._buttons = Buttons()
        self._usual = self._buttons.add(
            self.tr("Usual load"), self.tr("The usual load"), self.on_usual, switch=True
        )
        self._place = self._buttons.add(
            self.tr("Where…"), self.tr("Where the load is"), self.on_place, switch=False
        )
        self.column.addWidget(self.row)
        self.column.addWidget(self._buttons)

    def refresh(self) -> None:
        cast, session = self._sandbox.cast, self._sandbox.session
        if cast is None:
            return
        if session.settings.units != self._units:
            self._units = session.settings.units
            self.row.set_scale(self._scale())
        movement, load_kg = load_movement(cast.movement), self._kg(cast)
        place = cast.load_at or movement.load_at
        self.row.show_value(load_kg, session.words.load_place(place) if load_kg > 0.0 else "")
        self._usual.setChecked(cast.load_kg is None)
        self._place.setEnabled(load_kg > 0.0 and len(places(movement)) > 1)

    def _scale(self) -> Scale:
        return load_scale(self._units, MOST_KG, self._sandbox.session.words.number)

    def _kg(self, cast: Cast) -> float:
        if cast.load_kg is not None:
            return cast.load_kg
        return load_movement(cast.movement).usual.mass_kg(specified(cast).mass_kg)

    def on_moved(self, load_kg: float, held: bool) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change(with_load(cast, load_kg, cast.load_at), "load", held)
        self.refresh()

    def on_usual(self) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change(replace(cast, load_kg=None, load_at=""))
        self.refresh()

    def on_place(self) -> None:
        cast, words = self._sandbox.cast, self._sandbox.session.words
        if cast is None:
            return
        own = places(load_movement(cast.movement))
        rows = [Option(words.load_place(place), "", partial(self._sit, place)) for place in own]
        here = own.index(cast.load_at) if cast.load_at in own else 0
        self._desk.choose("places", self.tr("Where the load is"), rows, here)

    def _sit(self, place: str) -> None:
        if (cast := self._sandbox.cast) is not None:
            at = "" if place == load_movement(cast.movement).load_at else place
            self._sandbox.change(with_load(cast, self._kg(cast), at))


class PaceSection(Section):
    """Four seconds of the tempo, and how far of its own way down the movement goes."""

    def __init__(self, sandbox: Sandbox, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tempo and depth"), parent)
        self._sandbox = sandbox
        names = (self.tr("Down"), self.tr("At the bottom"), self.tr("Up"), self.tr("At the top"))
        grid = QGridLayout()
        grid.setSpacing(APART_PX)
        self.boxes: list[QDoubleSpinBox] = []
        self._steps: list[QToolButton] = []
        for number, (part, name) in enumerate(zip(TEMPO_PARTS, names, strict=True)):
            box = self._box(part, name)
            label = QLabel(name)
            label.setObjectName("quiet")
            label.setBuddy(box)
            cell = QHBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(self._button("−", name, box.stepDown))
            cell.addWidget(box, 1)
            cell.addWidget(self._button("+", name, box.stepUp))
            row, column = divmod(number, 2)
            grid.addWidget(label, 2 * row, column)
            grid.addLayout(cell, 2 * row + 1, column)
            self.boxes.append(box)
        self._buttons = Buttons()
        self._usual = self._buttons.add(
            self.tr("Usual tempo"), self.tr("The usual tempo"), self.on_usual, switch=True
        )
        self.row = ValueRow(self.tr("Depth"), share_scale(depth.LEAST, depth.MOST))
        self.row.moved.connect(self.on_depth)
        self.row.released.connect(sandbox.release)
        self.column.addLayout(grid)
        self.column.addWidget(self._buttons)
        self.column.addWidget(self.row)

    def controls(self) -> Sequence[QWidget]:
        """Each box between its two buttons."""
        found: list[QWidget] = []
        for number, box in enumerate(self.boxes):
            less, more = self._steps[2 * number : 2 * number + 2]
            found += [less, box, more]
        return [*found, self._usual, self.row.slider]

    def _box(self, part: str, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setAccessibleName(self.tr("Tempo: %1").replace("%1", name.lower()))
        least = SHORTEST_PHASE_S if part in ("down", "up") else 0.0
        box.setRange(least, LONGEST_PHASE_S)
        box.setDecimals(1)
        box.setSingleStep(STEP_S)
        box.setSuffix(self.tr(" s"))
        # While somebody types a number, its beginning is not meant.
        box.setKeyboardTracking(False)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setMinimumWidth(0)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.valueChanged.connect(self.on_tempo)
        return box

    def _button(self, sign: str, name: str, step: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        words = self.tr("%1: shorter") if sign == "−" else self.tr("%1: longer")
        button.setAccessibleName(
            words.replace("%1", self.tr("Tempo: %1").replace("%1", name.lower()))
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(step)
        self._steps.append(button)
        return button

    def refresh(self) -> None:
        cast = self._sandbox.cast
        if cast is None:
            return
        movement = load_movement(cast.movement)
        has = {phase.tempo for phase in movement.phases}
        tempo = cast.tempo or movement.tempo
        for number, (part, box) in enumerate(zip(TEMPO_PARTS, self.boxes, strict=True)):
            with QSignalBlocker(box):
                box.setValue(tempo[number])
            for control in (box, *self._steps[2 * number : 2 * number + 2]):
                control.setEnabled(part in has)
        self._usual.setChecked(cast.tempo is None)
        self.row.show_value(1.0 if cast.depth is None else cast.depth, self._told(cast))

    def _told(self, cast: Cast) -> str:
        together = self._sandbox.session.plan.same_height
        if together and cast.depth is None and cast is not leading(self._sandbox.scene):
            return self.tr("as low as the others' hands")
        return self.tr("of its own way down")

    def on_tempo(self) -> None:
        if (cast := self._sandbox.cast) is not None:
            down, bottom, up, top = (box.value() for box in self.boxes)
            self._sandbox.change(with_tempo(cast, (down, bottom, up, top)), "tempo")
        self.refresh()

    def on_usual(self) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change(replace(cast, tempo=None))
        self.refresh()

    def on_depth(self, share: float, held: bool) -> None:
        if (cast := self._sandbox.cast) is not None:
            follows = self._sandbox.session.plan.same_height
            own = share if share < depth.MOST or follows else None
            self._sandbox.change(replace(cast, depth=own), "depth", held)
        self.refresh()
