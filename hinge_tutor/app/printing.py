"""Printing a page, where the system can: whether there is a printer is asked outside of the window.

Looking for printers may wait for machines elsewhere, and where something is missing may end the
process that looks; so a child looks, for as long as nobody is kept waiting.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.errand import environment
from hinge_tutor.export.handout import PRINTED, draw, layout_of
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.paper import Page

# Ends with 0 where there is a printer.
LOOK = (
    "import sys; from PySide6.QtGui import QGuiApplication; application = QGuiApplication([]); "
    "from PySide6.QtPrintSupport import QPrinterInfo; "
    "sys.exit(0 if QPrinterInfo.availablePrinterNames() else 1)"
)
PATIENCE_MS, KILL_MS = 15_000, 3_000
INCH_MM = 25.4


class Printers(QObject):
    """Looks whether there is a printer; `found` tells it, and silence that there is none."""

    found = Signal()

    def __init__(self, parent: QObject | None = None, look: str = LOOK) -> None:
        """`look` is the Python that looks."""
        super().__init__(parent)
        self._look = look
        self._process: QProcess | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.stop)

    @property
    def idle(self) -> bool:
        """Whether nobody is looking."""
        return self._process is None

    def look(self) -> None:
        """Begins to look, unless that is on its way."""
        if self._process is not None:
            return
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.finished.connect(self.on_finished)
        process.setStandardErrorFile(QProcess.nullDevice())
        self._process = process
        process.start(sys.executable, ["-c", self._look])
        self._patience.start()

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(KILL_MS)
            process.deleteLater()

    def on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self.stop()
        if code == 0 and status == QProcess.ExitStatus.NormalExit:
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
