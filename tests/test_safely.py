"""A file is written whole or not at all: what stood there is never lost to a write that fails."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hinge_tutor.safely import beside, part_of, sweep, write


def test_a_new_file_and_an_old_one_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    write(path, b"one")
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("problem", [OSError("the disk is full"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, problem: BaseException) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"precious")
    with pytest.raises(type(problem)):
        _write_half(path, problem)
    assert path.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [path]


def _write_half(path: Path, problem: BaseException) -> None:
    with beside(path) as part:
        assert (part.parent, part.suffix) == (path.parent, path.suffix)
        part.write_bytes(b"half of i")
        raise problem


def test_a_write_that_fails_leaves_nothing_new(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), beside(tmp_path / "new.json"):
        raise OSError("the disk is full")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write(tmp_path / "folder", b"")
    assert (tmp_path / "folder").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="links and devices of POSIX")
def test_a_link_is_followed_and_a_device_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    path.write_bytes(b"one")
    path.chmod(0o640)
    link.symlink_to(path)
    write(link, b"two")
    assert link.is_symlink()
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    reading, writing = os.pipe()
    write(Path(f"/dev/fd/{writing}"), b"through")
    os.close(writing)
    assert os.read(reading, 99) == b"through"
    os.close(reading)
    (tmp_path / "null").symlink_to(os.devnull)
    write(tmp_path / "null", b"gone")
    assert (tmp_path / "null").is_char_device()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are asked for as on POSIX")
def test_what_a_killed_process_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.gif"
    # No process has so large a number, and process 1 always lives.
    dead, other, alive = (part_of(target, process=number) for number in (999_999_999, 77, 1))
    own, stranger = part_of(target), tmp_path / ".part"
    for path in (dead, other, alive, own, stranger):
        path.write_bytes(b"half")
    folder = tmp_path / ".hinge-tutor-77.part"
    folder.mkdir()
    (folder / "one.png").write_bytes(b"")
    sweep(tmp_path, 77)
    assert set(tmp_path.iterdir()) == {dead, alive, own, stranger}
    sweep(tmp_path)
    assert set(tmp_path.iterdir()) == {dead, alive, own, stranger}, "it may be written to elsewhere"
    for path in (dead, alive, own, stranger):
        os.utime(path, (0, 0))
    sweep(tmp_path)
    assert set(tmp_path.iterdir()) == {alive, own, stranger}
    sweep(tmp_path / "gone")
