"""One writes at a time; whoever dies lets go, and where there are no locks it works without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hinge_tutor.app.lock import locked

HOLDER = """
import sys, time
from pathlib import Path
from hinge_tutor.app.lock import locked

with locked(Path(sys.argv[1])) as alone:
    print(alone, flush=True)
    time.sleep(600)
"""


def test_the_second_one_goes_without_when_it_has_waited_long_enough(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path) as one, locked(path, patience_s=0.0) as two:
        assert (one, two) == (True, False)
    with locked(path, patience_s=0.0) as three:
        assert three


def test_it_is_let_go_when_the_block_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path / "lock"):
        raise KeyError
    with locked(tmp_path / "lock", patience_s=0.0) as alone:
        assert alone


def test_who_is_killed_leaves_nothing_locked(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        with locked(path, patience_s=0.0) as alone:
            assert not alone
        holder.kill()
        holder.wait()
    with locked(path) as alone:
        assert alone


def a_pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs pipes")
    os.mkfifo(path)


def nothing(path: Path) -> None:
    path.parent.rmdir()


@pytest.mark.parametrize("stands_there", [Path.mkdir, a_pipe, nothing])
def test_what_stands_in_its_place_stops_nobody(
    tmp_path: Path, stands_there: Callable[[Path], None]
) -> None:
    path = tmp_path / "folder" / "lock"
    path.parent.mkdir()
    stands_there(path)
    ran = []
    with locked(path, patience_s=0.0):
        ran.append("once")
    assert ran == ["once"]


@pytest.mark.skipif(sys.platform == "win32", reason="has other locks")
def test_it_works_where_there_are_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with locked(tmp_path / "lock") as one, locked(tmp_path / "lock") as two:
        assert (one, two) == (False, False)
