"""The program is known to the system by its own name, and its icon is drawn for each size."""

from __future__ import annotations

import ctypes
import os
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from hinge_tutor.app import program
from hinge_tutor.app.icons import PROGRAM_PX, program_icon
from hinge_tutor.app.program import application
from hinge_tutor.app.taskbar import own_place_in_the_taskbar
from hinge_tutor.identity import APP_ID


def test_a_desktop_finds_the_entry_by_the_name_of_the_program(qapp: QApplication) -> None:
    assert qapp is application()
    assert QGuiApplication.desktopFileName() == APP_ID
    assert qapp.applicationName() == "hinge-tutor"
    assert qapp.applicationDisplayName() == "Hinge Tutor"


def test_the_name_claims_nobodys_domain() -> None:
    # RFC 9476: names under alt are never in the domain system.
    first, *others = APP_ID.split(".")
    assert first == "alt"
    assert len(others) == 2
    assert all(part.replace("_", "").isalpha() for part in others), "as D-Bus has it"


def test_windows_is_told_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    own_place_in_the_taskbar()
    assert told == [APP_ID]


def test_a_windows_without_that_call_starts_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=object()), raising=False)
    own_place_in_the_taskbar()


@pytest.mark.skipif(os.name == "nt", reason="there it is told")
def test_elsewhere_nothing_of_windows_is_asked_for() -> None:
    own_place_in_the_taskbar()
    assert not hasattr(program, "own_place_in_the_taskbar")


@pytest.mark.parametrize("size", PROGRAM_PX)
def test_the_icon_is_sharp_at_each_size(qapp: QApplication, size: int) -> None:
    assert qapp is application()
    image = program_icon().pixmap(size, size).toImage()
    assert (image.width(), image.height()) == (size, size)
    larger = program_icon().pixmap(256, 256).toImage()
    if size < 256:
        # Made smaller, the large one would be another picture.
        assert image.convertToFormat(QImage.Format.Format_RGB32) != larger.scaled(
            size, size
        ).convertToFormat(QImage.Format.Format_RGB32)
