"""The faults that a figure's movement can have, each with its dial."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.sandbox import Sandbox
from hinge_tutor.app.sandbox_section import INSIDE_PX, Section
from hinge_tutor.app.units import share_scale
from hinge_tutor.app.value_row import ValueRow
from hinge_tutor.lessons.trying import faults_of, with_fault


class FaultsSection(Section):
    """Rows for the movement that is done now; another movement brings other ones, `remade`."""

    remade = Signal()

    def __init__(self, sandbox: Sandbox, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Faults"), parent)
        self._sandbox = sandbox
        self._of = ""
        self.rows: dict[str, ValueRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE_PX)
        self._none = wrapped("quiet", self.tr("This movement is shown with none."))
        self.column.addLayout(self._list)
        self.column.addWidget(self._none)

    def refresh(self) -> None:
        cast, words = self._sandbox.cast, self._sandbox.session.words
        if cast is None:
            return
        if cast.movement != self._of:
            self._make_rows(cast.movement)
        shares = dict(cast.faults)
        for fault, row in self.rows.items():
            share = shares.get(fault, 0.0)
            row.show_value(share, words.fault_dial(fault) if share > 0.0 else "")
        self._none.setVisible(not self.rows)

    def _make_rows(self, movement: str) -> None:
        words = self._sandbox.session.words
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._of = movement
        self.rows = {}
        for fault in faults_of(movement):
            name = words.fault(fault)
            row = ValueRow(name[:1].upper() + name[1:], share_scale(0.0, 1.0))
            row.moved.connect(partial(self.on_moved, fault))
            row.released.connect(self._sandbox.release)
            self.rows[fault] = row
            self._list.addWidget(row)
        self.remade.emit()

    def on_moved(self, fault: str, share: float, held: bool) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change(with_fault(cast, fault, share), fault, held)
        self.refresh()
