"""A field for a weight that is typed: whole kilograms or pounds, told in kg."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from hinge_tutor.app.units import METRIC, POUND_KG, US


class WeightBox(QSpinBox):
    """Keeps a weight exactly as it was given until somebody enters another; `entered` tells that.

    While a number is being typed nothing is told: what is asked for with it takes its time.
    """

    entered = Signal()

    def __init__(
        self, name: str, low_kg: float, high_kg: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self._range_kg = low_kg, high_kg
        self._unit_kg = 0.0
        self.kg = low_kg
        self.set_units(METRIC)
        self.valueChanged.connect(self.on_value_changed)

    def set_units(self, units: str) -> None:
        """The same weight in kilograms or pounds."""
        unit_kg, name = (POUND_KG, "lb") if units == US else (1.0, "kg")
        if unit_kg == self._unit_kg:
            return
        self._unit_kg = unit_kg
        low, high = (each / unit_kg for each in self._range_kg)
        with QSignalBlocker(self):
            self.setSuffix(f"\u00a0{name}")
            self.setRange(math.ceil(low), math.floor(high))
        self.show_kg(self.kg)

    def show_kg(self, kg: float) -> None:
        """A weight that nobody entered here."""
        self.kg = kg
        with QSignalBlocker(self):
            self.setValue(round(kg / self._unit_kg))

    def on_value_changed(self, value: int) -> None:
        self.kg = value * self._unit_kg
        self.entered.emit()
