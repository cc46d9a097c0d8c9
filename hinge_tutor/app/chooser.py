"""A list that narrows while one types: every command, or every step of the course."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.noted_rows import END, NOTE, NotedRows
from hinge_tutor.app.overlay import Overlay

WIDTH_PX, ROWS = 560, 9
# More rows than these nobody reads; who wants another one types another word.
MOST_ROWS = 200


@dataclass(frozen=True)
class Option:
    """A row: its words, what stands at its end, whether it can be taken now, and a note."""

    words: str
    keys: str
    take: Callable[[], None]
    possible: bool = True
    note: str = ""


Found = Callable[[str], Sequence[Option]]


class Chooser(Overlay):
    """A field and a list; arrows move in the list while the field keeps the focus."""

    # How many rows are seen at least, where the window has room.
    rows = ROWS

    def __init__(self, title: str, parent: QWidget, width_px: int = WIDTH_PX) -> None:
        super().__init__(title, width_px, parent)
        self._found: Found = lambda _: ()
        self._shown: list[Option] = []
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Type to find"))
        self._field.setAccessibleName(self.tr("Find"))
        self._field.textChanged.connect(self.on_text)
        self._field.textChanged.connect(self._tell)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setItemDelegate(NotedRows(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._nothing = QLabel(self.tr("Nothing has this word."))
        self._nothing.setObjectName("quiet")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemActivated.connect(self.on_return)
        self._list.itemClicked.connect(self.on_return)
        self.body.addWidget(self._field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)

    def choose(self, options: Sequence[Option], present: int = 0) -> None:
        """Opens with these rows; `present` is the one to stand on."""
        self.search(lambda typed: matching(options, typed), present)

    def search(self, found: Found, present: int = 0) -> None:
        """Opens on what is `found` for nothing typed, and then for what is typed."""
        self._found = found
        self._field.clear()
        self.on_text("")
        self._list.setCurrentRow(present)
        self._list.setMinimumHeight(round(self.rows * 34 * min(self._scale, 1.3)))
        self.open(self._field)

    def on_text(self, text: str) -> None:
        self._shown = list(self._found(text))[:MOST_ROWS]
        self._list.clear()
        for option in self._shown:
            row = QListWidgetItem(option.words)
            row.setData(NOTE, option.note)
            row.setData(END, option.keys)
            said = (option.words, option.note, option.keys)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, said)))
            if not option.possible:
                row.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(row)
        self._nothing.setVisible(not self._shown)
        possible = [i for i, option in enumerate(self._shown) if option.possible]
        if possible:
            self._list.setCurrentRow(possible[0])

    def on_return(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._shown) and self._shown[row].possible:
            self.dismiss()
            self._shown[row].take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._field and isinstance(event, QKeyEvent) and pressed:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # A field passes Enter on, and what lies below would take it for its own.
                self.on_return()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = self._list.currentRow() + step
        while 0 <= row < len(self._shown) and not self._shown[row].possible:
            row += step
        if 0 <= row < len(self._shown):
            self._list.setCurrentRow(row)
            self._tell()

    def _tell(self) -> None:
        """The row that Enter takes, for whoever hears only of the field that has the focus."""
        if not self.isVisible():
            return
        row = self._list.currentRow()
        if row >= 0:
            announce(self._field, spoken(self._list.item(row)))
        elif not self._shown:
            announce(self._field, self._nothing.text())


def spoken(row: QListWidgetItem) -> str:
    """A row as it is read aloud."""
    return str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def matching(options: Sequence[Option], typed: str) -> list[Option]:
    """Those rows that have every word typed."""
    wanted = typed.casefold().split()
    return [
        option
        for option in options
        if all(word in f"{option.words} {option.keys}".casefold() for word in wanted)
    ]
