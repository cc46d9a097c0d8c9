"""Progress on disk: whatever happens to its file, the tutor starts, and says what it found."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hinge_tutor import safely
from hinge_tutor.app.progress_file import (
    COPY,
    DAMAGED,
    FILE,
    MISSING,
    NEWER,
    Mishap,
    ProgressFile,
)
from hinge_tutor.app.store import put
from hinge_tutor.lessons.progress import Place, Progress, Tally
from hinge_tutor.lessons.progress_table import checksum, table
from tests.lessons.test_progress_table import FORMAT_1

EARLIER = Progress().with_seen("hinge", 1, 1).at(Place("hinge", 1, 1), 1_000)
LATER = EARLIER.with_seen("hinge", 1, 2).with_finished("hinge", date(2026, 3, 1))
NEWEST = json.dumps({"format": "hinge-tutor/progress-3", "all": "otherwise"}).encode()


def written(folder: Path, *versions: Progress) -> ProgressFile:
    file = ProgressFile(folder)
    for progress in versions:
        file.keep(progress)
    return file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "progress.lock")


def says(folder: Path, name: str = FILE) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def failing(problem: OSError) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise problem

    return fail


FULL = OSError(errno.ENOSPC, "No space left on device")


# ── as it should be ──────────────────────────────────────────────────────────────────────────────


def test_what_is_kept_is_there_next_time_and_the_copy_is_one_write_earlier(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    written(folder, EARLIER, LATER)
    again = ProgressFile(folder)
    assert (again.progress, again.mishaps) == (LATER, [])
    assert names(folder) == [COPY, FILE]
    assert says(folder) == table(LATER)
    assert says(folder, COPY) == table(EARLIER)


def test_who_only_looks_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    ProgressFile(folder)
    assert not folder.exists()
    written(folder, EARLIER, LATER)
    before = (folder / FILE).stat()
    written(folder, LATER, EARLIER)
    assert (folder / FILE).stat().st_ino == before.st_ino
    assert says(folder, COPY) == table(EARLIER)


def test_the_file_of_the_version_before_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(FORMAT_1)
    file = ProgressFile(tmp_path)
    assert file.progress.place == Place("what-is-a-hinge", 3, 2)
    assert (tmp_path / FILE).read_bytes() == FORMAT_1
    file.keep(file.progress.with_seen("what-is-a-hinge", 3, 2))
    assert says(tmp_path)["format"] == "hinge-tutor/progress-2"
    assert says(tmp_path)["place"] == {
        "lesson": "what-is-a-hinge",
        "step": 3,
        "build": 2,
        "at_ms": 0,
    }
    assert (tmp_path / COPY).read_bytes() == FORMAT_1


def test_what_another_version_has_added_stays(tmp_path: Path) -> None:
    made = {**table(EARLIER), "window": {"size": [3, 4]}}
    (tmp_path / FILE).write_text(json.dumps({**made, "sum": checksum(made)}), encoding="utf-8")
    written(tmp_path, LATER)
    assert says(tmp_path)["window"] == {"size": [3, 4]}
    assert ProgressFile(tmp_path).progress == LATER


def test_what_two_windows_do_at_the_same_time_is_all_there(tmp_path: Path) -> None:
    one, two = ProgressFile(tmp_path), ProgressFile(tmp_path)
    one.keep(one.progress.with_seen("hinge", 1, 1).with_round("one", True))
    two.keep(two.progress.with_seen("squat", 1, 1).with_round("two", False))
    one.keep(one.progress.with_seen("hinge", 1, 2).with_round("one", True))
    known = ProgressFile(tmp_path).progress
    assert known == one.progress
    assert {id_: len(done.seen) for id_, done in known.lessons.items()} == {"hinge": 2, "squat": 1}
    assert known.rounds == Tally(3, 2)


def test_what_is_forgotten_stands_nowhere_and_no_other_window_brings_it_back(
    tmp_path: Path,
) -> None:
    one = written(tmp_path, EARLIER, LATER)
    two = ProgressFile(tmp_path)
    one.keep(one.progress.forget())
    assert says(tmp_path) == says(tmp_path, COPY) == table(Progress(forgotten=1))
    two.keep(two.progress.with_seen("squat", 1, 1))
    assert two.progress == ProgressFile(tmp_path).progress == Progress(forgotten=1)
    assert names(tmp_path) == [COPY, FILE]


def test_the_disk_has_the_file_before_it_takes_its_place_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, EARLIER)
    done = []
    sync, replace = os.fsync, Path.replace

    def syncing(handle: int) -> None:
        done.append(("sync", Path(f"/proc/self/fd/{handle}").readlink().name))
        sync(handle)

    def replacing(path: Path, target: Path) -> Path:
        done.append(("replace", Path(target).name))
        return replace(path, target)

    if not Path("/proc/self/fd").exists():
        pytest.skip("needs to know the name of what is open")
    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(Path, "replace", replacing)
    file.keep(LATER)
    assert done == [
        ("sync", f".progress-{os.getpid()}.part.json"),
        ("replace", COPY),
        ("replace", FILE),
        ("sync", tmp_path.name),
    ]


# ── damage ───────────────────────────────────────────────────────────────────────────────────────


def damage(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    cut, share = draw(st.booleans()), draw(st.floats(0.0, 1.0, exclude_max=True))
    bit = draw(st.integers(0, 7))

    def change(content: bytes) -> bytes:
        # The last line ends in a sign that nobody misses.
        at = int(share * (len(content) - 1))
        if cut:
            return content[:at]
        return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]

    return change


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.composite(damage)())
def test_a_file_damaged_anywhere_is_kept_and_named_and_the_copy_is_used(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    folder = tmp_path / "kept"
    shutil.rmtree(folder, ignore_errors=True)
    written(folder, EARLIER, LATER)
    damaged = change((folder / FILE).read_bytes())
    (folder / FILE).write_bytes(damaged)
    file = ProgressFile(folder)
    assert file.progress == EARLIER
    assert file.mishaps == [Mishap(DAMAGED, FILE, "progress.unreadable-1.json", copy_used=True)]
    assert (folder / "progress.unreadable-1.json").read_bytes() == damaged
    # It is said once, and all goes on.
    file.keep(LATER)
    again = ProgressFile(folder)
    assert (again.progress, again.mishaps) == (LATER, [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=40), st.binary(max_size=40))
def test_where_both_are_damaged_it_starts_afresh_and_keeps_both(
    tmp_path: Path, one: bytes, other: bytes
) -> None:
    folder = tmp_path / "kept"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / FILE).write_bytes(one)
    (folder / COPY).write_bytes(other)
    file = ProgressFile(folder)
    assert file.progress == Progress()
    assert [(mishap.file, mishap.kept_as) for mishap in file.mishaps] == [
        (FILE, "progress.unreadable-1.json"),
        (COPY, "progress.backup.unreadable-1.json"),
    ]
    assert (folder / "progress.unreadable-1.json").read_bytes() == one
    assert (folder / "progress.backup.unreadable-1.json").read_bytes() == other
    file.keep(LATER)
    assert ProgressFile(folder).progress == LATER


def test_a_damaged_copy_is_nothing_as_long_as_the_file_is_whole(tmp_path: Path) -> None:
    written(tmp_path, EARLIER, LATER)
    (tmp_path / COPY).write_bytes(b"{")
    file = ProgressFile(tmp_path)
    assert (file.progress, file.mishaps) == (LATER, [])
    file.keep(LATER.with_seen("hinge", 1, 3))
    assert says(tmp_path, COPY) == table(LATER)


def test_a_file_that_is_gone_is_read_from_its_copy(tmp_path: Path) -> None:
    written(tmp_path, EARLIER, LATER)
    (tmp_path / FILE).unlink()
    file = ProgressFile(tmp_path)
    assert (file.progress, file.mishaps) == (EARLIER, [Mishap(MISSING, FILE, copy_used=True)])
    assert says(tmp_path) == table(EARLIER)


def test_a_file_that_is_damaged_while_the_tutor_runs_loses_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, EARLIER, LATER)
    (tmp_path / FILE).write_bytes(b"\0" * 700)
    most = LATER.with_seen("hinge", 1, 3)
    file.keep(most)
    assert [mishap.kept_as for mishap in file.mishaps] == ["progress.unreadable-1.json"]
    assert ProgressFile(tmp_path).progress == most


@pytest.mark.parametrize("while_open", [False, True])
def test_a_newer_file_is_left_alone_and_that_is_said_once(tmp_path: Path, while_open: bool) -> None:
    file = written(tmp_path, EARLIER)
    (tmp_path / FILE).write_bytes(NEWEST)
    if not while_open:
        file = ProgressFile(tmp_path)
    for progress in (LATER, LATER.with_seen("hinge", 1, 3)):
        file.keep(progress)
    assert file.mishaps == [Mishap(NEWER, FILE)]
    assert (tmp_path / FILE).read_bytes() == NEWEST
    assert names(tmp_path) == [FILE]


def test_a_newer_copy_is_left_alone_too(tmp_path: Path) -> None:
    (tmp_path / COPY).write_bytes(NEWEST)
    file = written(tmp_path, LATER)
    assert file.mishaps == [Mishap(NEWER, COPY)]
    assert (tmp_path / COPY).read_bytes() == NEWEST
    assert names(tmp_path) == [COPY]


# ── a world that does not take it ────────────────────────────────────────────────────────────────


def test_a_full_disk_is_an_error_of_the_world_and_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, EARLIER)
    monkeypatch.setattr(os, "fsync", failing(FULL))
    with pytest.raises(OSError, match="No space"):
        file.keep(LATER)
    assert says(tmp_path) == table(EARLIER)
    assert names(tmp_path) == [FILE]
    monkeypatch.undo()
    # What could not be written is known, and written the next time.
    file.keep(file.progress.with_seen("hinge", 2, 1))
    assert ProgressFile(tmp_path).progress == LATER.with_seen("hinge", 2, 1)


def test_a_damaged_file_that_cannot_be_moved_stays_and_the_copy_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, EARLIER, LATER)
    (tmp_path / FILE).write_bytes(b"mine")
    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, failing(OSError(errno.EROFS, "Read-only file system")))
    file = ProgressFile(tmp_path)
    assert (file.progress, file.mishaps) == (EARLIER, [Mishap(DAMAGED, FILE, copy_used=True)])
    with pytest.raises(OSError, match="Read-only"):
        file.keep(LATER)
    assert (tmp_path / FILE).read_bytes() == b"mine"
    monkeypatch.undo()
    file.keep(LATER)
    assert (tmp_path / "progress.unreadable-1.json").read_bytes() == b"mine"
    assert ProgressFile(tmp_path).progress == LATER


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_can_only_be_read_is_read(tmp_path: Path) -> None:
    written(tmp_path, EARLIER)
    tmp_path.chmod(0o500)
    try:
        file = ProgressFile(tmp_path)
        assert (file.progress, file.mishaps) == (EARLIER, [])
        with pytest.raises(PermissionError):
            file.keep(LATER)
    finally:
        tmp_path.chmod(0o700)
    assert says(tmp_path) == table(EARLIER)


def a_pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs pipes")
    os.mkfifo(path)


@pytest.mark.parametrize("stands_there", [Path.mkdir, a_pipe])
def test_what_stands_in_the_place_of_the_file_is_moved(
    tmp_path: Path, stands_there: Callable[[Path], None]
) -> None:
    stands_there(tmp_path / FILE)
    stands_there(tmp_path / COPY)
    file = ProgressFile(tmp_path)
    assert [mishap.kind for mishap in file.mishaps] == [DAMAGED, DAMAGED]
    file.keep(LATER)
    assert ProgressFile(tmp_path).progress == LATER
    assert not (tmp_path / "progress.unreadable-1.json").is_file()


def test_a_folder_in_the_place_of_the_copy_stops_nothing(tmp_path: Path) -> None:
    written(tmp_path, EARLIER)
    (tmp_path / COPY).mkdir()
    written(tmp_path, LATER)
    assert (tmp_path / COPY).is_dir()
    assert ProgressFile(tmp_path).progress == LATER


def test_where_a_file_can_have_one_name_only_the_copy_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(OSError(errno.EPERM, "Operation not permitted")))
    written(tmp_path, EARLIER, LATER)
    assert says(tmp_path, COPY) == table(EARLIER)
    assert names(tmp_path) == [COPY, FILE]


def test_what_a_crash_has_left_as_a_second_name_of_the_file_is_not_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, EARLIER)
    left = tmp_path / f".progress-copy-{os.getpid()}.part.json"
    os.link(tmp_path / FILE, left)
    monkeypatch.setattr(os, "link", failing(OSError(errno.EPERM, "Operation not permitted")))
    # Only who is alone clears away.
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(safely, "settle", lambda _folder: None)
    stopped = False

    def stopping(path: Path, content: bytes) -> None:
        nonlocal stopped
        put(path, content)
        if "copy" in path.name:
            # As far as the copy: the file itself is to be untouched.
            stopped = says(tmp_path) == table(EARLIER)

    monkeypatch.setattr("hinge_tutor.app.progress_file.put", stopping)
    written(tmp_path, LATER)
    assert stopped
    assert ProgressFile(tmp_path).progress == LATER


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "kept", tmp_path / "elsewhere"
    for each in (folder, elsewhere):
        each.mkdir()
    (folder / FILE).symlink_to(elsewhere / "mine.json")
    written(folder, EARLIER, LATER)
    assert (folder / FILE).is_symlink()
    assert says(elsewhere, "mine.json") == table(LATER)
    assert says(folder, COPY) == table(EARLIER)
    assert [path.name for path in elsewhere.iterdir()] == ["mine.json"]
