"""Where settings and progress are kept, and a button that opens the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped

# A path may wrap behind each part, and nowhere else.
BREAK = "\u200b"


class DataRow(QWidget):
    """The path can be marked and copied."""

    def __init__(
        self, folder: Path | None, settle: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """None: nothing is kept. `settle` is called when the row has another height."""
        super().__init__(parent)
        self.setObjectName("inside")
        self._folder = folder
        self._settle = settle
        self.path = wrapped("quiet")
        self._told = wrapped("quiet")
        self._told.hide()
        self.button = QPushButton(self.tr("Open folder"))
        self.button.clicked.connect(self.on_open)
        self.button.setEnabled(folder is not None)
        if folder is None:
            self.path.setText(self.tr("Nothing is kept in this run."))
        else:
            self.path.setText(str(folder).replace("/", f"/{BREAK}"))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.path, self._told):
            column.addWidget(widget)
        column.addLayout(row)

    def on_open(self) -> None:
        if self._folder is None:
            return
        # Nobody who only changes a color waits for what asks the system.
        from hinge_tutor.app.folders import open_folder

        said = open_folder(self._folder)
        self._told.setText(said)
        self._told.setVisible(bool(said))
        self._settle()
        if said:
            announce(self, said)
