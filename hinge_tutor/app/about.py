"""What the program is, and which versions are at work, ready to be copied into a report."""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hinge_tutor import __version__
from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.icons import pixmap
from hinge_tutor.app.overlay import Overlay

WIDTH_PX, ICON_PX = 520, 64
# By their names on the shelf of packages; what is not there is not named.
PACKAGES = ("PySide6-Essentials", "numpy", "Pillow")


class About(Overlay):
    """A few sentences, the versions, and a way to the licenses."""

    def __init__(self, licenses: Callable[[], None], parent: QWidget) -> None:
        super().__init__(self.tr("About Hinge Tutor"), WIDTH_PX, parent)
        self._icon = QLabel()
        self._icon.setAccessibleName(self.tr("The program's icon"))
        what = wrapped(
            "body",
            self.tr(
                "Teaches folding at the hips on a computed body. It works without a network, "
                "knows nobody's name, and sends nothing anywhere."
            ),
        )
        free = wrapped(
            "quiet",
            self.tr("Free software under the MIT license. © 2026 hinge-tutor contributors."),
        )
        self.versions = wrapped("small")
        self.versions.setAccessibleName(self.tr("Versions"))
        self._told = wrapped("quiet")
        self.copy = QPushButton(self.tr("Copy for a report"))
        self.copy.clicked.connect(self.on_copy)
        self.licenses = QPushButton(self.tr("Licenses"))
        self.licenses.clicked.connect(licenses)
        head, row = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(what, 1)
        row.setSpacing(6)
        row.addWidget(self.copy)
        row.addWidget(self.licenses)
        row.addStretch(1)
        inside = QWidget()
        inside.setObjectName("inside")
        self._sheet = QVBoxLayout(inside)
        self._sheet.setContentsMargins(2, 2, 2, 2)
        self._sheet.setSpacing(12)
        self._sheet.addLayout(head)
        self._sheet.addWidget(self.versions)
        self._sheet.addWidget(free)
        self._area = ClearArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._told)

    def begin(self) -> None:
        """Opens on what is at work now."""
        self._told.hide()
        self.versions.setText(" · ".join(versions()))
        self.open(self.copy)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        size = look.px(ICON_PX)
        self._icon.setPixmap(pixmap("app", QColor(), size, self.devicePixelRatioF()))

    def on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(versions()))
        said = self.tr("Copied. No name and no path of yours is in it.")
        self._told.setText(said)
        self._told.show()
        self._place()
        announce(self, said)

    def _place(self) -> None:
        """As high as its words are in this width; where the window is lower, they scroll."""
        self.stretch(self._area, self._sheet.totalHeightForWidth(self.inner_width()))
        super()._place()


def versions() -> list[str]:
    """What is at work: nothing in it tells whose computer it is."""
    lines = [
        f"hinge-tutor {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
    ]
    for package in PACKAGES:
        try:
            lines.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    lines.append(f"{platform.system()} {platform.release()}, {platform.machine()}")
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        size, ratio = screen.size(), screen.devicePixelRatio()
        shown = f"{size.width()}×{size.height()} × {ratio:g}"
        lines.append(f"{QGuiApplication.platformName()}, {shown}")
    return lines
