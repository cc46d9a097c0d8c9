"""The user's files: read with care, written whole, never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hinge_tutor.app.settings import Memory, Place, Settings


def test_what_is_kept_is_there_next_time(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "new")
    memory.keep_settings(Settings(theme="dark", text_percent=150))
    memory.keep_place(Place("what-is-a-hinge", 3, 2))
    again = Memory(tmp_path / "new")
    assert again.settings == Settings(theme="dark", text_percent=150)
    assert again.place == Place("what-is-a-hinge", 3, 2)
    assert again.complaints == []
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "progress.json",
        "settings.json",
    ]


BROKEN = {
    "half-written": b'{"format": 1, "theme": "da',
    "not text": b"\xff\xfe\x00\x81",
    "another shape": b"[1, 2, 3]",
    "nested too deep": b"[" * 100_000,
    "another kind of value": b'{"format": 1, "theme": 7}',
    "a truth for a number": b'{"format": 1, "text_percent": true}',
    "an unknown value": b'{"format": 1, "theme": "mauve"}',
    "a newer format": b'{"format": 99, "theme": "dark"}',
    "no format": b'{"theme": "dark"}',
    "not a number": b'{"format": 1, "text_percent": NaN}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_kept_and_said_once(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    memory = Memory(tmp_path)
    assert memory.settings == Settings()
    assert len(memory.complaints) == 1
    assert path.read_bytes() == content

    memory.keep_settings(Settings(theme="dark"))
    assert (tmp_path / "settings.unreadable-1.json").read_bytes() == content
    assert json.loads(path.read_text(encoding="utf-8"))["theme"] == "dark"
    assert Memory(tmp_path).complaints == []


def test_no_kept_file_is_overwritten_by_a_later_one(tmp_path: Path) -> None:
    for round_, content in enumerate((b"first", b"second"), start=1):
        (tmp_path / "progress.json").write_bytes(content)
        Memory(tmp_path).keep_place(Place("a", round_, 1))
    assert (tmp_path / "progress.unreadable-1.json").read_bytes() == b"first"
    assert (tmp_path / "progress.unreadable-2.json").read_bytes() == b"second"


def test_a_folder_that_takes_nothing_is_an_error_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    memory = Memory(tmp_path / "file")
    with pytest.raises(OSError, match="file"):
        memory.keep_settings(Settings(theme="dark"))
    assert memory.settings.theme == "dark"


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    Memory(None).keep_settings(Settings(theme="dark"))
    assert list(tmp_path.iterdir()) == []
