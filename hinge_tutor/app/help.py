"""Help: the keys that work at this moment, in their groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.overlay import Overlay

WIDTH_PX, TALLEST_PX = 640, 620

# Menu, then the commands in it: what each one does, and its keys.
Groups = Sequence[tuple[str, Sequence[tuple[str, tuple[str, ...]]]]]


class Help(Overlay):
    """A list to read; page keys scroll it and nothing else."""

    pages_close = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Keys that work now"), WIDTH_PX, parent)
        self._area = ClearArea()
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Keys"))
        self.body.addWidget(self._area, 1)

    def tell(self, groups: Groups) -> None:
        """Opens with these groups."""
        inside = QWidget()
        inside.setObjectName("inside")
        grid = QGridLayout(inside)
        grid.setContentsMargins(6, 4, 14, 6)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        row = 0
        for menu, entries in groups:
            heading = wrapped("kicker", menu.upper())
            heading.setContentsMargins(0, 10 if row else 0, 0, 2)
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for words, keys in entries:
                caps = QHBoxLayout()
                caps.setSpacing(4)
                for key in keys:
                    cap = QLabel(key)
                    cap.setObjectName("key")
                    caps.addWidget(cap)
                caps.addStretch(1)
                grid.addLayout(caps, row, 0)
                grid.addWidget(wrapped("body", words), row, 1)
                row += 1
        # Whoever does not see the card hears it, since nothing in it takes the focus.
        self._area.setAccessibleDescription(heard(groups))
        self._area.setWidget(inside)
        self.stretch(self._area, inside.sizeHint().height(), TALLEST_PX)
        self.open(self._area)


def heard(groups: Groups) -> str:
    """All of it as it is read aloud: a menu, and each of its commands with its keys."""
    return " ".join(
        f"{menu}. " + " ".join(f"{words}: {', '.join(keys)}." for words, keys in entries)
        for menu, entries in groups
    )
