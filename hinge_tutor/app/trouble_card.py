"""The card that says that something broke: what to do, and all that is known, for who asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from hinge_tutor import shelf
from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.note import Note

DETAILS_PX = 220


class TroubleCard(Note):
    """The details are read where they are asked for; page keys scroll them, and close the card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._log = ""
        self._all = ""
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.show_details = QPushButton()
        self.show_details.setCheckable(True)
        self.show_details.clicked.connect(self.on_details)
        self.folder = QPushButton(self.tr("Open folder"))
        self.folder.setAccessibleDescription(self.tr("Opens the folder in which the log is."))
        self.folder.clicked.connect(self.on_folder)
        self._said = wrapped("quiet")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.show_details)
        row.addWidget(self.folder)
        row.addStretch(1)
        self.body.insertLayout(1, row)
        self.body.insertWidget(2, self.details, 1)
        self.body.insertWidget(3, self._said)

    def report(self, log: str, details: str, again: Callable[[], None]) -> None:
        """Says it; `log` is where it stands in full, empty where no file could be written."""
        from hinge_tutor.app.about import versions

        self._log = log
        self._all = "\n".join((*versions(), "", without_places(details)))
        self.details.setPlainText(self._all)
        self.folder.setVisible(bool(log))
        self._say("")
        self._show(False)
        kept = self.tr("What happened is written down in %1.").replace("%1", log) if log else ""
        words = self.tr("Something went otherwise than planned. The tutor goes on.")
        self.tell(
            self.tr("That should not have happened"),
            f"{words} {kept}".strip(),
            self.tr("Go on"),
            again,
            (self.tr("Copy details"), self.on_copy),
        )

    def on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._all)
        self._say(self.tr("Copied, without the names of your folders."))

    def on_details(self) -> None:
        self._show(self.show_details.isChecked())
        if self.details.isVisible():
            self.details.setFocus()

    def on_folder(self) -> None:
        from hinge_tutor.app.folders import open_folder

        self._say(open_folder(Path(self._log).parent))

    def _show(self, shown: bool) -> None:
        self.show_details.setChecked(shown)
        self.show_details.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.details.setVisible(shown)
        self.stretch(self.details, DETAILS_PX if shown else 0, DETAILS_PX)
        if self.isVisible():
            self._place()

    def _say(self, said: str) -> None:
        self._said.setText(said)
        self._said.setVisible(bool(said))
        if self.isVisible():
            self._place()
        if said:
            announce(self, said)


def without_places(details: str) -> str:
    """The details as they may be shown to others: no folder of whoever sits there is in them."""
    for place, name in _places():
        details = details.replace(place, name)
    return details


def _places() -> list[tuple[str, str]]:
    """Folders that tell whose computer it is, the longest first, and what stands for them."""
    import sysconfig

    named = {
        str(Path(shelf.__file__).resolve().parent): "hinge_tutor",
        sysconfig.get_path("purelib"): "packages",
        sysconfig.get_path("stdlib"): "python",
    }
    try:
        named[str(shelf.user_data())] = "data"
        named[str(Path.home())] = "~"
    except (RuntimeError, shelf.NoFolder):
        # Nobody's home can be told by a name then.
        pass
    return sorted(
        ((place, name) for place, name in named.items() if len(place) > 1),
        key=lambda pair: -len(pair[0]),
    )
