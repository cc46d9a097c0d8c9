"""Over the columns of Train: whose card it is, and what is done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.command import Commands
from hinge_tutor.app.flow import Flow
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_parts import button
from hinge_tutor.app.train_words import body_in_words, client_in_words
from hinge_tutor.app.training import DAYS, Training

# Commands that others bring; whoever lacks one has no button for it.
BROUGHT = ("photo", "recording", "handout", "export")


class TrainHead(QWidget):
    """Name and body at the left, buttons at the right; where both lack room, above each other."""

    def __init__(
        self,
        session: Session,
        training: Training,
        commands: Commands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._training, self._commands = session, training, commands
        self.title = wrapped("title")
        self.body = wrapped("quiet")
        names = {
            "client_keep": self.tr("Keep"),
            "clients": self.tr("Clients…"),
            "client_compare": self.tr("Compare dates…"),
            "client_new": self.tr("New client"),
            "photo": self.tr("Photo"),
            "recording": self.tr("Recording"),
            "handout": self.tr("Hand-out"),
            "export": self.tr("Clip"),
        }
        here = {command.id for command in commands.all}
        made = {
            id_: button(said, partial(self._run, id_)) for id_, said in names.items() if id_ in here
        }
        self.keep, self.new = made["client_keep"], made["client_new"]
        self.compare = made["client_compare"]
        self.brought = {id_: made[id_] for id_ in BROUGHT if id_ in made}
        self.buttons = Flow(stretched=False)
        for each in made.values():
            self.buttons.add(each)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.body)
        self._row = QHBoxLayout(self)
        self._row.addLayout(said, 2)
        self._row.addWidget(self.buttons, 5)
        training.changed.connect(self.refresh)

    def _run(self, id_: str) -> None:
        """Runs a command, or says why it is not possible now."""
        command = self._commands.get(id_)
        if command.possible():
            command.run()
        elif said := command.reason():
            self._session.say(said)

    def set_look(self, look: Look) -> None:
        self._row.setContentsMargins(look.margins(4, 0, 4, 0))
        self._row.setSpacing(look.gap(12))
        self.buttons.set_gap(look.gap(8))
        self.refresh()

    def refresh(self) -> None:
        """As the trainer has it."""
        training = self._training
        trainee, session = training.trainee, self._session
        self.title.setText(client_in_words(training))
        said = body_in_words(trainee.body, session)
        if training.days is not None:
            one, other = training.days
            between = self.tr("%1, and beside it %2")
            days = session.words.day_of(one.day), session.words.day_of(other.day)
            said = between.replace("%2", days[1]).replace("%1", days[0])
        self.body.setText(said)
        self.keep.setEnabled(training.can_keep)
        self.compare.setVisible(training.can_compare)
        self.compare.setText(
            self.tr("Back to today") if training.shows == DAYS else self.tr("Compare dates…")
        )
        self.buttons.place()
