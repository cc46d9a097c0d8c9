"""A short message in a card, with a button that closes it and one that may do something else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.wrapping import WrappingButton

WIDTH_PX = 460


class Note(Overlay):
    """One message at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", WIDTH_PX, parent)
        self._words = wrapped("body")
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._other = WrappingButton()
        self._fine = WrappingButton()
        self._fine.setObjectName("primary")
        self._closed_by: Callable[[], None] | None = None
        self._does: Callable[[], None] | None = None
        row = QHBoxLayout()
        row.addWidget(self._other)
        row.addStretch(1)
        row.addWidget(self._fine)
        self.body.addWidget(self._words)
        self.body.addLayout(row)
        self._fine.clicked.connect(self.dismiss)
        self._other.clicked.connect(self.on_other)

    def tell(
        self,
        title: str,
        words: str,
        fine: str,
        closed: Callable[[], None] | None = None,
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Shows a message; `closed` is called once when it is gone."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._words.setText(words)
        self._fine.setText(fine)
        # Whoever hears where the focus is hears what is to be read before it is pressed.
        self._fine.setAccessibleDescription(words)
        self._other.setVisible(other is not None)
        self._closed_by = closed
        self._does = None
        if other is not None:
            self._other.setText(other[0])
            self._does = other[1]
        self.open(self._fine)

    def on_other(self) -> None:
        if self._does is not None:
            self._does()

    def accept(self) -> bool:
        """Enter closes it from wherever the focus is."""
        self._fine.click()
        return True

    def dismiss(self) -> None:
        """Closes the card and tells whoever asked."""
        open_ = self.isVisible()
        super().dismiss()
        closed, self._closed_by = self._closed_by, None
        if open_ and closed is not None:
            closed()
