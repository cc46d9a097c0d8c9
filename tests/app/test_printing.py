"""Whether there is a printer is looked for outside of the window, and nobody waits for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hinge_tutor.app import handout_card
from hinge_tutor.app.printing import Printers, print_page
from hinge_tutor.app.window import Window
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage.handout import handout
from hinge_tutor.stage.handout_page import page_of
from hinge_tutor.stage.paper import PAPERS
from tests.export.pdf_reading import read

from .test_handout import opened_card

PATIENT_MS = 60_000


def test_a_printer_is_told_and_none_is_silence(qtbot: QtBot) -> None:
    there = Printers(look="pass")
    with qtbot.waitSignal(there.found, timeout=PATIENT_MS):
        there.look()
    none, told = Printers(look="import sys; sys.exit(1)"), list[bool]()
    none.found.connect(lambda: told.append(True))
    none.look()
    qtbot.waitUntil(lambda: none.idle, timeout=PATIENT_MS)
    assert told == []


def test_looking_that_never_ends_is_ended(qtbot: QtBot) -> None:
    printers = Printers(look="import time; time.sleep(1000)")
    printers.look()
    printers.stop()
    assert printers.idle
    # Nor does one whose Python breaks say anything.
    broken = Printers(look="1 / 0")
    broken.look()
    qtbot.waitUntil(lambda: broken.idle, timeout=PATIENT_MS)


def test_the_button_is_there_once_a_printer_is_found(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = opened_card(window)
    assert not card.print_.isVisible()
    card.on_printer()
    assert card.print_.isVisible()
    printed: list[object] = []

    def print_(page: object, *_: object) -> bool:
        printed.append(page)
        return True

    monkeypatch.setattr(handout_card, "print_page", print_)
    card.print_.click()
    assert printed == [card.page.page]
    assert not card.isVisible()
    assert "printer" in window.session.notice


def test_a_card_that_is_closed_looks_no_longer(window: Window) -> None:
    card = opened_card(window)
    card.dismiss()
    assert all(each.idle for each in card.findChildren(Printers))


@pytest.mark.parametrize("paper", list(PAPERS))
def test_what_is_printed_is_the_page(
    paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """On a printer that is a file, as none else is everywhere."""
    assert qapp is not None
    out = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    target = perform("hip-hinge", body())
    said = handout(target, None, words("en"), date(2026, 11, 27), "175 cm", "Reach back.")
    parent = QWidget()
    assert print_page(page_of(said, paper), "Hip hinge", parent)
    parent.deleteLater()
    sheet = read(out)
    assert sheet.pages == 1
    assert sheet.size_mm == pytest.approx(PAPERS[paper], abs=0.5)
    assert "Reach back." in sheet.text
