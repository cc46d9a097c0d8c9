"""The user's files: read with care, written whole, never lost."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.store import LARGEST_BYTES, Store, Unreadable, reason
from hinge_tutor.lessons.progress import Place


def test_what_is_kept_is_there_next_time(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "new")
    memory.keep_settings(Settings(theme="dark", text_percent=150))
    memory.keep_place(Place("what-is-a-hinge", 3, 2))
    again = Memory(tmp_path / "new")
    assert again.settings == Settings(theme="dark", text_percent=150)
    assert again.place == Place("what-is-a-hinge", 3, 2)
    assert again.complaints == []
    assert again.take_mishaps() == []
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "progress.json",
        "progress.lock",
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
    "endless beside the rest": b'{"format": 1, "window": 1e999}',
    "half a character beside the rest": b'{"format": 1, "window": "\\ud800"}',
    "as large as a disk": b'{"format": 1}' + b" " * LARGEST_BYTES,
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


def test_what_another_version_has_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"format": 1, "theme": "dark", "window": {"size": [3, 4]}}', encoding="utf-8")
    memory = Memory(tmp_path)
    memory.keep_settings(replace(memory.settings, theme="light"))
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["window"] == {"size": [3, 4]}
    assert kept["theme"] == "light"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_to_the_settings_stays_one(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.json").write_text('{"format": 1, "theme": "dark"}', encoding="utf-8")
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "settings.json").symlink_to(elsewhere / "mine.json")
    memory = Memory(folder)
    assert memory.settings.theme == "dark"
    memory.keep_settings(Settings(theme="projector"))
    assert (folder / "settings.json").is_symlink()
    kept = json.loads((elsewhere / "mine.json").read_text(encoding="utf-8"))
    assert kept["theme"] == "projector"
    assert [path.name for path in elsewhere.iterdir()] == ["mine.json"]


def test_settings_of_one_run_are_not_kept(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep_settings(Settings(theme="dark"))
    memory.set_for_now(replace(memory.settings, theme="projector"))
    assert memory.settings.theme == "projector"
    memory.keep_settings(replace(memory.settings, text_percent=150))
    assert memory.settings.theme == "projector"
    assert Memory(tmp_path).settings == Settings(theme="dark", text_percent=150)
    # What somebody chooses in the meantime counts, also when it is chosen away and back again.
    memory.keep_settings(replace(memory.settings, theme="light"))
    assert Memory(tmp_path).settings.theme == "light"
    memory.keep_settings(replace(memory.settings, theme="projector"))
    assert Memory(tmp_path).settings.theme == "projector"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_neither_read_nor_written(tmp_path: Path, linked: bool) -> None:
    path = tmp_path / "progress.json"
    pipe = tmp_path / "pipe" if linked else path
    os.mkfifo(pipe)
    if linked:
        path.symlink_to(pipe)
    memory = Memory(tmp_path)
    assert [mishap.file for mishap in memory.take_mishaps()] == ["progress.json"]
    memory.keep_place(Place("a", 2, 1))
    assert pipe.is_fifo() == linked
    assert (tmp_path / "progress.unreadable-1.json").is_fifo()
    assert Memory(tmp_path).place == Place("a", 2, 1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_an_endless_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "settings.json").symlink_to("/dev/zero")
    memory = Memory(tmp_path)
    assert memory.settings == Settings()
    assert len(memory.complaints) == 1


def test_a_foreign_file_stays_where_it_is_while_nothing_can_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"mine")
    store = Store(path)
    with pytest.raises(Unreadable):
        store.read()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.write({})
    assert path.read_bytes() == b"mine"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]
    monkeypatch.undo()
    store.write({})
    assert (tmp_path / "settings.unreadable-1.json").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "this disk can only be read"),
        (PermissionError(errno.EACCES, "Permission denied"), "you have no right to write there"),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory"), "a file stands where"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError("Something else."), "something else"),
    ],
)
def test_why_nothing_can_be_saved_is_said_in_words(problem: OSError, said: str) -> None:
    assert reason(problem).startswith(said)
