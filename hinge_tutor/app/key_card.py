"""A card in which every command gets other keys: find it, press the key, and it counts at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.bound_keys import refusal, stays, with_keys
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chooser import Chooser, Option
from hinge_tutor.app.command import Command, Commands, is_character, plain, shown
from hinge_tutor.app.key_field import KeyField
from hinge_tutor.app.key_names import is_key
from hinge_tutor.app.session import Session

WIDTH_PX = 720


class KeyCard(Chooser):
    """Enter leads from a command to the field for its new key, Esc back to the list."""

    rows = 3

    def __init__(self, session: Session, commands: Commands, parent: QWidget) -> None:
        super().__init__(self.tr("Change keys"), parent, WIDTH_PX)
        self._session = session
        self._commands = commands
        self._id = ""
        self._ids: list[str] = []
        self._caps: list[QWidget] = []
        self._name = wrapped("strong")
        self._told = wrapped("quiet")
        self.capture = KeyField()
        self.capture.pressed.connect(self.on_pressed)
        self.capture.left.connect(self.on_left)
        self._cap_row = QHBoxLayout()
        self._cap_row.setSpacing(6)
        self._cap_row.addWidget(self.capture, 1)
        self.yes, self.no = QPushButton(), QPushButton()
        self._does: Callable[[], None] | None = None
        self.yes.clicked.connect(self.on_yes)
        self.no.clicked.connect(self.on_no)
        self.usual = QPushButton(self.tr("Usual keys"))
        self.usual.setAccessibleDescription(self.tr("Gives this command its usual keys again."))
        self.usual.clicked.connect(self.on_usual)
        self.all_usual = QPushButton(self.tr("Usual keys for everything…"))
        self.all_usual.clicked.connect(self.on_all_usual)
        asked, last = QHBoxLayout(), QHBoxLayout()
        asked.setSpacing(6)
        last.setSpacing(6)
        for row, widgets in ((asked, (self.yes, self.no)), (last, (self.usual, self.all_usual))):
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        self.body.addWidget(self._name)
        self.body.addLayout(self._cap_row)
        self.body.addWidget(self._told)
        self.body.addLayout(asked)
        self.body.addLayout(last)
        self._list.currentRowChanged.connect(self.on_row)

    def begin(self) -> None:
        """Opens on all commands."""
        self._say("")
        self.search(self._rows)

    def _rows(self, typed: str) -> list[Option]:
        from hinge_tutor.app.palette import ranked

        found = ranked(self._commands.all, typed)
        self._ids = [command.id for command in found]
        return [
            Option(f"{plain(each.menu)} › {each.words}", each.keys_shown(True), self.on_take)
            for each in found
        ]

    def _command(self) -> Command:
        return self._commands.get(self._id)

    # ── what is done ─────────────────────────────────────────────────────────────────────────────

    def on_row(self, row: int) -> None:
        if 0 <= row < len(self._ids) and self._ids[row] != self._id:
            self._id = self._ids[row]
            self._say("")
        self._show()

    def on_return(self) -> None:
        if self._id:
            self.on_take()

    def on_take(self) -> None:
        """To the field for the new key of the command that is marked."""
        self._say(self.tr("Press the new key. Esc leads back to the list."))
        self.capture.setFocus()

    def on_left(self) -> None:
        self._say("")
        self._field.setFocus()

    def on_pressed(self, key: str) -> None:
        """A key for the command that is marked; one of another command is asked for."""
        if not self._id:
            return
        owner = self._commands.by_key(key)
        command = self._command()
        if not is_key(key):
            self._say(self.tr("This key has no name that could be kept; take another one."))
        elif said := refusal(self._commands, self._id, key):
            self._say(said)
        elif owner is not None and owner.id == self._id:
            words = self.tr("%1 already does this.")
            self._say(words.replace("%1", shown(key)))
        elif owner is not None:
            words = self.tr("%1 is the key of “%2”. Take it from there?")
            self._ask(
                words.replace("%1", shown(key)).replace("%2", owner.words),
                (self.tr("Take it"), self.tr("Leave it there")),
                partial(self._give, (*command.keys, key)),
            )
        else:
            self._give((*command.keys, key))

    def on_usual(self) -> None:
        usual = next(each for each in self._commands.usual if each.id == self._id)
        self._give(usual.keys)

    def on_all_usual(self) -> None:
        self._ask(
            self.tr("Every command gets its usual keys again, and what you chose is forgotten."),
            (self.tr("Usual keys"), self.tr("Keep mine")),
            partial(self._keep, (), self.tr("Every command has its usual keys.")),
        )

    def on_yes(self) -> None:
        does, self._does = self._does, None
        if does is not None:
            does()
            self.capture.setFocus()

    def on_no(self) -> None:
        self._say("")
        self.capture.setFocus()

    def _remove(self, key: str) -> None:
        self._give(tuple(each for each in self._command().keys if each != key))
        self.capture.setFocus()

    def _give(self, keys: tuple[str, ...]) -> None:
        """The command that is marked has these keys from now on."""
        lines = with_keys(self._commands, self._session.settings.keys, self._id, keys)
        words, silent = self.tr("%1: %2"), self.tr("%1: no key")
        given = ", ".join(shown(key) for key in keys)
        said = (words if keys else silent).replace("%2", given)
        self._keep(lines, said.replace("%1", self._command().words))

    def _keep(self, lines: tuple[str, ...], said: str) -> None:
        settings = self._session.settings
        self._session.change_settings(replace(settings, keys=lines))
        if not settings.letter_keys and any(map(is_character, self._command().keys)):
            silent = self.tr("Letters, digits and signs are switched off at present.")
            said = f"{said}. {silent}"
        self._say(said)
        self._refresh()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def _refresh(self) -> None:
        """The list as it was, with the keys as they are."""
        kept = self._id
        self.on_text(self._field.text())
        if kept in self._ids:
            self._list.setCurrentRow(self._ids.index(kept))
        self._show()

    def _show(self) -> None:
        """The command that is marked, and a button to each of its keys."""
        for cap in self._caps:
            self._cap_row.removeWidget(cap)
            cap.hide()
            cap.deleteLater()
        self._caps = []
        found = bool(self._id)
        for widget in (self._name, self.capture, self.usual):
            widget.setVisible(found)
        if not found:
            return
        command = self._command()
        self._name.setText(command.words)
        for place, key in enumerate(command.keys):
            cap = self._cap(command, key)
            self._cap_row.insertWidget(place, cap)
            self._caps.append(cap)
        usual = next(each for each in self._commands.usual if each.id == self._id)
        self.usual.setEnabled(usual.keys != command.keys)
        self.all_usual.setEnabled(bool(self._session.settings.keys))
        self._place()

    def _cap(self, command: Command, key: str) -> QWidget:
        if stays(command.id, key):
            cap = QLabel(shown(key))
            cap.setObjectName("key")
            cap.setToolTip(self.tr("This key stays."))
            return cap
        button = QPushButton(f"{shown(key)}  ✕")
        said = self.tr("Take %1 from “%2”").replace("%1", shown(key))
        button.setAccessibleName(said.replace("%2", command.words))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(partial(self._remove, key))
        return button

    def _ask(self, said: str, answers: tuple[str, str], does: Callable[[], None]) -> None:
        """A question with two buttons; the one that changes nothing has the focus."""
        self._say(said)
        self._does = does
        for button, words in zip((self.yes, self.no), answers, strict=True):
            button.setText(words)
            button.show()
        self._place()
        self.no.setFocus()

    def _say(self, said: str) -> None:
        self._does = None
        self.yes.hide()
        self.no.hide()
        self._told.setText(said)
        self._told.setVisible(bool(said))
        if self.isVisible():
            self._place()
        if said:
            announce(self, said)
