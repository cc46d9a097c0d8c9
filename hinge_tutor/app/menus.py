"""The menu bar: every command once, with its key; the keys themselves are led elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from hinge_tutor.app.command import Command, Commands, is_character
from hinge_tutor.app.lesson_commands import DIGIT, tr

# A line stands above these.
BEGINS_GROUP = (
    *("go_to", "reset", "forward", "standing", "slower", "loop_in"),
    *("preset", "describe", "full_screen", "black"),
    *("theme_light", "next_pane", "preferences", "health", "leave"),
)


class Menus:
    """Menus that know when they open what is possible and what is switched on."""

    def __init__(self, bar: QMenuBar, commands: Commands) -> None:
        self._actions: list[tuple[QAction, Command]] = []
        for name in commands.menus():
            menu = bar.addMenu(name)
            menu.setAccessibleName(name)
            for command in commands.all:
                if command.menu == name and not command.id.startswith(DIGIT):
                    if command.id in BEGINS_GROUP:
                        menu.addSeparator()
                    self._add(menu, command)
            digits = [c for c in commands.all if c.menu == name and c.id.startswith(DIGIT)]
            if digits:
                inner = menu.addMenu(tr("Choice or phase"))
                for command in digits:
                    self._add(inner, command)
            menu.aboutToShow.connect(self.on_open)

    def _add(self, menu: QMenu, command: Command) -> None:
        action = menu.addAction(command.words)
        action.setCheckable(command.checked is not None)
        # Shown only: a shortcut of Qt's would take Space from a focused button and letters from
        # a field. In this context it answers to no key but while its own menu is open.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = [key for key in command.keys if not is_character(key)] or list(command.keys)
        action.setShortcut(QKeySequence(shown[0] if shown else ""))
        action.triggered.connect(command.run)
        self._actions.append((action, command))

    def on_open(self) -> None:
        for action, command in self._actions:
            action.setEnabled(command.possible())
            if command.checked is not None:
                action.setChecked(command.checked())
