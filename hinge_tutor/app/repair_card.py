"""A figure to repair: its dials, and under them what is still off, the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import rename, wrapped
from hinge_tutor.app.session import Session
from hinge_tutor.app.turning import Turning
from hinge_tutor.app.units import share_scale
from hinge_tutor.app.value_row import ValueRow
from hinge_tutor.lessons.by_hand import DEPTH, Fix
from hinge_tutor.lessons.repair import MOST_TOLD, Repair, ends, still_off

# An arrow key turns a dial by this many percent.
STEP = 5
# With more dials than these, what each turns would push away what is still off.
DIALS_WITH_NOTES = 2


class RepairCard(QFrame):
    """Shown in a build that asks for a repair; takes no room otherwise."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repair")
        self._session = session
        self.turning = Turning(session, self)
        self.turning.passed.connect(self.on_passed)
        self._fix: Fix | None = None
        self._said = ""
        self._prompt = wrapped("strong")
        self.rows: list[ValueRow] = []
        self._dials = QVBoxLayout()
        self._heading = wrapped("strong")
        self._off = [wrapped("body") for _ in range(MOST_TOLD)]
        self._reason = wrapped("body")
        self._column = column = QVBoxLayout(self)
        self.set_tight(False)
        column.addWidget(self._prompt)
        column.addLayout(self._dials)
        for label in (self._heading, *self._off, self._reason):
            column.addWidget(label)
        self.setVisible(False)

    def set_tight(self, tight: bool) -> None:
        """Less room around words and dials, where there is little for them."""
        self._column.setContentsMargins(*((10, 8, 10, 8) if tight else (16, 12, 16, 14)))
        self._column.setSpacing(2 if tight else 6)
        self._dials.setSpacing(0 if tight else 4)

    @property
    def asking(self) -> tuple[QWidget, ...]:
        """What has to be seen to begin, each piece of it more important than the one before."""
        return (self._off[0], self._heading, *reversed(self.rows), self._prompt)

    @property
    def told(self) -> str:
        """What stands under the dials."""
        labels = (self._heading, *self._off, self._reason)
        return " ".join(label.text() for label in labels if label.text())

    def in_sight(self) -> Iterator[QWidget]:
        """What one wants to see of it now, each more important than the one before.

        That is why it is done; or, for whoever turns a dial, what is still off and the dial.
        """
        turned = [row for row in self.rows if row.slider.hasFocus()]
        if self._session.repaired:
            yield self._reason
        elif turned:
            first, *others = self._off
            yield from (label for label in reversed(others) if label.text())
            yield from (self._heading, first, *turned)

    def refresh(self) -> None:
        """As the session has it: hidden where nothing is to be repaired."""
        repair = self._session.repair
        if repair is None:
            self.turning.stop()
        if repair is None or self._session.build.fix is not self._fix:
            self._said = ""
        self.setVisible(repair is not None)
        if repair is None:
            return
        if repair.fix is not self._fix:
            self.turning.stop()
            self._make_dials(repair.fix)
        self._show(repair)
        self._announce()

    def _make_dials(self, fix: Fix) -> None:
        for row in self.rows:
            self._dials.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._fix = fix
        words = self._session.words
        self._prompt.setText(self._session.fill(fix.prompt))
        self.rows = []
        for number, control in enumerate(fix.controls):
            name = words.repair("depth") if control == DEPTH else words.fault(control)
            row = ValueRow(name, share_scale(*ends(control)))
            row.slider.setSingleStep(STEP)
            row.moved.connect(partial(self.on_moved, number))
            row.released.connect(self.turning.release)
            self._dials.addWidget(row)
            # Else Qt shows it with the next events, and until then nobody knows its height.
            row.show()
            self.rows.append(row)

    def _show(self, repair: Repair) -> None:
        """The dials as they stand, and what the rules say of the figure that is on the stage."""
        session, words = self._session, self._session.words
        for row, control, share in zip(self.rows, repair.fix.controls, repair.shares, strict=True):
            self._show_value(row, share, control)
        figures = session.repetitions
        found = still_off(figures[repair.figure]) if repair.figure < len(figures) else ()
        done = session.repaired
        rename(self._heading, "good" if done else "strong")
        said = "shown" if session.repair_shown else "done" if done else "left"
        self._heading.setText(words.repair(said) if done or found else "")
        self._heading.setVisible(done or bool(found))
        listed = [
            words.repair("item", {"number": number, "what": words.finding(each)})
            for number, each in enumerate(found, 1)
        ]
        listed += [""] * (MOST_TOLD - len(listed))
        for label, text in zip(self._off, listed, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self._reason.setText(session.fill(repair.fix.explanation) if done else "")
        self._reason.setVisible(done)

    def _show_value(self, row: ValueRow, share: float, control: str) -> None:
        """Where a dial is, and what it turns."""
        words = self._session.words
        turns = words.repair("depth_dial") if control == DEPTH else words.fault_dial(control)
        row.show_value(share, turns, below=len(self.rows) <= DIALS_WITH_NOTES)

    def _announce(self) -> None:
        """What has become of it since this was last said."""
        if self.told != self._said:
            self._said = self.told
            announce(self, self.told)

    def on_moved(self, control: int, share: float, held: bool) -> None:
        self.turning.turn(control, share, held)
        if (repair := self.turning.repair) is not None:
            # The dial's number follows the hand, whatever the stage has time for.
            share, name = repair.shares[control], repair.fix.controls[control]
            self._show_value(self.rows[control], share, name)

    def on_passed(self) -> None:
        if (repair := self.turning.repair) is not None and self.isVisible():
            self._show(repair)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turning.release()
