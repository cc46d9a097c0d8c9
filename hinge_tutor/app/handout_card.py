"""The card of the hand-out: the page as it will be, what it says, and the way into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.errand import Given, Order
from hinge_tutor.app.file_dialogs import ask_target, documents
from hinge_tutor.app.handout_choices import NOTHING, Choices
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.page_view import PageView
from hinge_tutor.app.paper import A4, LETTER, usual_paper
from hinge_tutor.app.picker import Picker
from hinge_tutor.app.printing import Printers, print_page
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import here_and_now
from hinge_tutor.stage.handout_page import page_of

WIDTH_PX, TALLEST_PX = 900, 620
LONGEST_NAME, LONGEST_CUE = 200, 300


class HandoutCard(Overlay):
    """What is chosen here holds until the card is opened anew; the name is never kept."""

    def __init__(self, session: Session, start: Callable[[Order], bool], parent: QWidget) -> None:
        """`start` begins to make a file."""
        super().__init__(self.tr("Hand-out"), WIDTH_PX, parent)
        self._session, self._start = session, start
        self._today = here_and_now().date()
        self._choices = Choices(session)
        self.page = PageView()
        self.fault, self.cue = Picker(), Picker()
        self.say, self.whom = QLineEdit(), QLineEdit()
        self.say.setMaxLength(LONGEST_CUE)
        self.whom.setMaxLength(LONGEST_NAME)
        self.papers = {A4: QPushButton("A4"), LETTER: QPushButton(self.tr("Letter"))}
        self.save = QPushButton(self.tr("Save as PDF…"))
        self.save.setObjectName("primary")
        # There once a printer is found.
        self.print_ = QPushButton(self.tr("Print…"))
        self.print_.setVisible(False)
        self._printers = Printers(self)
        self._printers.found.connect(self.on_printer)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(4, 0, 14, 4)
        self._rows.setSpacing(8)
        for title, field in (
            (self.tr("Beside the movement"), self.fault),
            (self.tr("One cue"), self.cue),
            (self.tr("Or in your own words"), self.say),
            (self.tr("For whom (not kept)"), self.whom),
        ):
            self._row(title, field)
        self._row_of_papers()
        self._rows.addStretch(1)
        self._area = ClearArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.page, 4)
        both.addWidget(self._area, 5)
        self.body.addLayout(both, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.print_)
        foot.addWidget(self.save)
        self.body.addLayout(foot)
        self.fault.currentIndexChanged.connect(self.on_fault)
        self.cue.currentIndexChanged.connect(self.refresh)
        self.say.textChanged.connect(self.refresh)
        self.whom.textChanged.connect(self.refresh)
        self.save.clicked.connect(self.on_save)
        self.print_.clicked.connect(self.on_print)

    def set_look(self, look: Look) -> None:
        for picker in (self.fault, self.cue):
            picker.set_look(look)
        super().set_look(look)

    def _row(self, title: str, field: Picker | QLineEdit) -> None:
        label = wrapped("strong", title)
        label.setBuddy(field)
        field.setAccessibleName(title)
        self._rows.addWidget(label)
        self._rows.addWidget(field)

    def _row_of_papers(self) -> None:
        title = self.tr("Paper")
        self._rows.addWidget(wrapped("strong", title))
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(6)
        for name, button in self.papers.items():
            button.setObjectName("pick")
            button.setCheckable(True)
            button.setChecked(name == usual_paper())
            button.setAccessibleName(f"{title}: {button.text()}")
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._rows.addLayout(row)
        group.buttonClicked.connect(self.refresh)

    @property
    def paper(self) -> str:
        return next((name for name, each in self.papers.items() if each.isChecked()), A4)

    def show_page(self) -> None:
        """Opens on what is on the stage now; nothing of the last person is left."""
        self._today = here_and_now().date()
        self._choices.begin()
        self.say.clear()
        self.whom.clear()
        self.fault.blockSignals(True)
        self.fault.clear()
        for id_, words in self._choices.faults:
            self.fault.addItem(words, id_)
        self.fault.setCurrentIndex(max(self.fault.findData(self._choices.fault), 0))
        self.fault.blockSignals(False)
        self.on_fault()
        self.open(self.fault)
        self._printers.look()

    def on_fault(self) -> None:
        """Something else beside the movement has another cue that repairs it."""
        self._choices.choose(self.fault.currentData() or NOTHING)
        self.cue.blockSignals(True)
        self.cue.clear()
        for id_, words in self._choices.cues():
            self.cue.addItem(words, id_)
        self.cue.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        """The page with everything as it is chosen now."""
        made = self._choices.handout(self._today, self._cue(), self._line(self.whom))
        self.page.show_page(page_of(made, self.paper))

    def _cue(self) -> str:
        return self._line(self.say) or self._choices.cue_of(self.cue.currentData() or NOTHING)

    @staticmethod
    def _line(field: QLineEdit) -> str:
        return " ".join(field.text().split())

    def on_save(self) -> None:
        """Asks where to, and has the file made."""
        suggested = documents() / f"{self._choices.movement}-{self.paper}.pdf"
        title = self.tr("Save the hand-out")
        path = ask_target(self, title, suggested, ".pdf", "PDF (*.pdf)")
        if path is not None and self._start(self.order(path)):
            self.dismiss()

    def on_printer(self) -> None:
        self.print_.setVisible(True)

    def on_print(self) -> None:
        """Asks which printer, and prints the page that is shown."""
        page = self.page.page
        if page is None:
            return
        if print_page(page, self.tr("Hand-out"), self):
            self._session.say(self.tr("The hand-out is on its way to the printer."))
            self.dismiss()

    def order(self, path: Path) -> Order:
        """The command line that makes this page."""
        words = ["--out", str(path), "--paper", self.paper, "--date", self._today.isoformat()]
        words += ["--language", self._session.words.language]
        words += ["--units", self._session.settings.units]
        private = (("--for-file", self._line(self.whom)), ("--say-file", self._cue()))
        given: list[str | Given] = []
        for option, text in private:
            if text:
                given += [option, Given(f"{option.strip('-')}.txt", text)]
        if not self._cue():
            words += ["--cue", NOTHING]
        scene = Given("page.hinge", self._choices.scene())
        return Order(("handout", scene, *words, *given), path)

    def _place(self) -> None:
        """Rows know their height only in the look they are shown in."""
        self._rows.activate()
        self.stretch(self._area, max(self._rows.sizeHint().height(), TALLEST_PX), TALLEST_PX)
        super()._place()

    def open(self, focus: QWidget | None = None) -> None:
        super().open(focus)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        self._printers.stop()
        super().hideEvent(event)
