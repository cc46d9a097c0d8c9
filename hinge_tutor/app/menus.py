"""The menu bar: every command once, with its key; the keys themselves are led elsewhere."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from hinge_tutor.app.command import Command, Commands, plain
from hinge_tutor.app.lesson_commands import DIGIT, tr

# A line stands above these.
BEGINS_GROUP = (
    *("lessons", "go_to", "reset", "recall", "forward", "standing", "slower", "loop_in"),
    *(
        "preset",
        "key_strip",
        "fault",
        "view",
        "swap",
        "sync",
        "difference",
        "sandbox",
        "copy_scene",
    ),
    *("handout", "save_mine", "describe", "full_screen", "black"),
    *(
        "theme_light",
        "next_pane",
        "preferences",
        "page_the-model",
        "health",
        "licenses",
        "close",
        "leave",
    ),
)


class Menus:
    """Menus that know when they open what is possible and what is switched on."""

    def __init__(self, bar: QMenuBar, commands: Commands) -> None:
        self._commands = commands
        self._actions: list[tuple[QAction, str]] = []
        for name in commands.menus():
            menu = bar.addMenu(name)
            menu.setAccessibleName(plain(name))
            inner: QMenu | None = None
            for command in commands.usual:
                if command.menu != name:
                    continue
                if command.id in BEGINS_GROUP:
                    menu.addSeparator()
                if not command.id.startswith(DIGIT):
                    self._add(menu, command)
                    continue
                inner = inner or menu.addMenu(tr("Choice or phase"))
                self._add(inner, command)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.on_open)
        self._name()

    def _add(self, menu: QMenu, command: Command) -> None:
        action = menu.addAction(command.words)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(command.run)
        self._actions.append((action, command.id))

    def _name(self) -> None:
        for action, id_ in self._actions:
            command = self._commands.get(id_)
            keys = command.caps(letters=False) or command.caps(letters=True)
            # Behind a tab a menu shows its keys. They are words only: a shortcut of Qt's would take
            # Space from a focused button and letters from a field, and has other names for keys.
            action.setText("\t".join((command.words, *keys[:1])))

    def on_open(self) -> None:
        self._name()
        for action, id_ in self._actions:
            command = self._commands.get(id_)
            possible = command.possible()
            action.setEnabled(possible)
            if command.checked is not None:
                action.setChecked(command.checked())
            why = "" if possible else command.reason()
            action.setToolTip(why)
            action.setStatusTip(why)
