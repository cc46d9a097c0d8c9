"""No file is written over unasked, and a client's folder is remembered nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from hinge_tutor import app
from hinge_tutor.app.file_dialogs import ask_target, with_ending, without_trace
from hinge_tutor.app.recordings import ask_recording
from hinge_tutor.app.window import Window

LAST = "FileDialog/lastVisited"
ENDED = [
    ("squat", "squat.gif"),
    ("squat.gif", "squat.gif"),
    ("Squat.GIF", "Squat.GIF"),
    ("squat.v2", "squat.v2.gif"),
    ("squat.png", "squat.png.gif"),
]


class Asked:
    """A dialog that is answered with one name after the other, and what it opened on."""

    def __init__(self, *names: Path | str) -> None:
        self._names = list(names)
        self.opened: list[tuple[str, str]] = []

    def __call__(self, _parent: object, title: str, name: str, _kinds: str) -> tuple[str, str]:
        self.opened.append((title, name))
        return str(self._names.pop(0)), ""


@pytest.mark.parametrize(("typed", "written"), ENDED)
def test_what_is_typed_gets_its_ending(typed: str, written: str) -> None:
    assert with_ending(Path("/a") / typed, ".gif") == Path("/a") / written


def test_a_file_that_is_there_under_its_whole_name_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "squat.gif"
    there.write_bytes(b"old")
    for second, found in ((there, there), (tmp_path / "squat", there), ("", None)):
        asked = Asked(tmp_path / "squat", second)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
        assert ask_target(None, "Save", tmp_path / "x.gif", ".gif", "GIF (*.gif)") == found
        assert asked.opened == [
            ("Save", str(tmp_path / "x.gif")),
            ("squat.gif is there already: save again to replace it", str(there)),
        ]


def test_a_name_that_is_free_or_was_asked_about_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.gif").write_bytes(b"old")
    for typed in ("new", "new.gif", "old.gif"):
        asked = Asked(tmp_path / typed)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
        target = ask_target(None, "Save", tmp_path / "x.gif", ".gif", "GIF (*.gif)")
        assert target == with_ending(tmp_path / typed, ".gif")
        assert len(asked.opened) == 1


@pytest.mark.parametrize("command", ["save_scene", "save_data"])
def test_the_window_writes_over_nothing_that_nobody_meant(
    command: str, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ending in (".hinge", ".csv"):
        (tmp_path / f"mine{ending}").write_text("of the year before", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", Asked(tmp_path / "mine", ""))
    window.commands.run(command)
    for ending in (".hinge", ".csv"):
        assert (tmp_path / f"mine{ending}").read_text(encoding="utf-8") == "of the year before"
    assert len(list(tmp_path.iterdir())) == 2


def test_every_file_is_asked_for_in_one_place() -> None:
    asking = [
        path.name
        for path in Path(app.__file__).parent.glob("*.py")
        if "getSaveFileName(" in path.read_text(encoding="utf-8")
    ]
    assert asking == ["file_dialogs.py"]


@pytest.fixture
def remembered(tmp_path: Path) -> Iterator[QSettings]:
    """What dialogs remember, in a place of the test's own."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    before = QSettings(user, "QtProject").fileName()
    assert before
    QSettings.setPath(native, user, str(tmp_path / "home"))
    found = QSettings(user, "QtProject")
    assert found.fileName() != before
    yield found
    QSettings.setPath(native, user, str(Path(before).parent))


@pytest.mark.parametrize("last", ["file:///home/me", None])
def test_dialogs_have_been_where_they_were_before(last: str | None, remembered: QSettings) -> None:
    if last is not None:
        remembered.setValue(LAST, last)
    with without_trace():
        remembered.setValue(LAST, "file:///clients/jane")
        remembered.sync()
    assert remembered.value(LAST) == last


def test_the_folder_of_a_recording_is_not_remembered(
    window: Window, remembered: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(*_: object) -> tuple[str, str]:
        remembered.setValue(LAST, "file:///clients/jane")
        remembered.sync()
        return "/clients/jane/squat.trc", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    assert ask_recording(window.session, window) == Path("/clients/jane/squat.trc")
    assert remembered.value(LAST) is None
