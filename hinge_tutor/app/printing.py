"""Printing a page, where the system can: whether there is a printer is asked outside of the window.

Looking for printers may wait for machines elsewhere, and where something is missing may end the
process that looks; so a child looks, for as long as nobody is kept waiting.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.child import Child
from hinge_tutor.export.handout import PRINTED, draw, layout_of
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.paper import Page

# Ends with 0 where there is a printer.
LOOK = (
    "import sys; from PySide6.QtGui import QGuiApplication; application = QGuiApplication([]); "
    "from PySide6.QtPrintSupport import QPrinterInfo; "
    "sys.exit(0 if QPrinterInfo.availablePrinterNames() else 1)"
)
PATIENCE_MS = 15_000
INCH_MM = 25.4


class Printers(QObject):
    """Looks whether there is a printer; `found` tells it, and silence that there is none."""

    found = Signal()

    def __init__(self, parent: QObject | None = None, look: str = LOOK) -> None:
        """`look` is the Python that looks."""
        super().__init__(parent)
        self._look = look
        self._child: Child | None = None

    @property
    def idle(self) -> bool:
        """Whether nobody is looking."""
        return self._child is None

    def look(self) -> None:
        """Begins to look, unless that is on its way."""
        if self._child is not None:
            return
        self._child = Child(self, PATIENCE_MS)
        self._child.setStandardErrorFile(QProcess.nullDevice())
        self._child.ended.connect(self.on_ended)
        self._child.unstarted.connect(self.stop)
        self._child.late.connect(self.stop)
        self._child.begin(["-c", self._look])

    def stop(self) -> None:
        """Nobody waits for it any more."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def on_ended(self, code: int | None) -> None:
        self.stop()
        if code == 0:
            self.found.emit()


def print_page(page: Page, title: str, parent: QWidget) -> bool:
    """Asks which printer and how, and prints; whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout_of(page))
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    painter = QPainter(printer)
    try:
        begun = painter.isActive()
        if begun:
            draw(painter, page, printer.resolution() / INCH_MM, load_palette(PRINTED))
    finally:
        painter.end()
    return begun
