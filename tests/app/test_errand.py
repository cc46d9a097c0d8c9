"""Files are made in a child process, which can be ended at any time without a trace."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from hinge_tutor.app.child import NICE, PACKAGE
from hinge_tutor.app.errand import (
    DONE,
    FAILED,
    REFUSED,
    STOPPED,
    Errand,
    Given,
    Order,
    sentence_of,
    sweep_given,
)
from hinge_tutor.app.errand_card import ErrandCard
from hinge_tutor.app.window import Window
from hinge_tutor.cli.command import BROKEN, MISUSED

from .conftest import settle

# A machine that is busy with other tests takes its time.
PATIENT_MS = 60_000
LEAST_URGENT = 19
SCENE = Given("scene.hinge", "hinge: squat; layers=muscles; speed=25\n")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def order(target: Path, *more: str) -> Order:
    return Order(("render", SCENE, "--out", str(target), "--size", "240x160", *more), target)


def long(target: Path) -> Order:
    """Takes long enough to be ended amid its work."""
    return Order(
        ("render", SCENE, "--out", str(target), "--size", "640x400", "--fps", "50"), target
    )


def ended(qtbot: QtBot, errand: Errand) -> str:
    qtbot.waitUntil(lambda: not errand.running, timeout=PATIENT_MS)
    return errand.state.name


def amid(qtbot: QtBot, errand: Errand) -> None:
    qtbot.waitUntil(lambda: errand.state.done > 0, timeout=PATIENT_MS)


def test_a_file_is_made_and_its_progress_told(qtbot: QtBot, tmp_path: Path) -> None:
    errand, told = Errand(), list[tuple[int, int]]()
    errand.changed.connect(lambda: told.append((errand.state.done, errand.state.total)))
    target = tmp_path / "squat.gif"
    assert errand.start(order(target, "--seconds", "1"))
    assert ended(qtbot, errand) == DONE, errand.state
    assert list(tmp_path.iterdir()) == [target]
    assert told == sorted(told)
    assert told[-1] == (21, 21)


def test_one_file_after_the_other(qtbot: QtBot, tmp_path: Path) -> None:
    errand = Errand()
    assert errand.start(order(tmp_path / "a.gif", "--seconds", "1"))
    assert not errand.start(order(tmp_path / "b.gif", "--seconds", "1"))
    assert ended(qtbot, errand) == DONE
    assert [path.name for path in tmp_path.iterdir()] == ["a.gif"]
    assert errand.start(order(tmp_path / "b.gif", "--seconds", "1"))
    assert ended(qtbot, errand) == DONE


def test_what_is_cancelled_leaves_the_old_file_and_nothing_else(
    qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "squat.gif"
    target.write_text("precious")
    errand = Errand()
    errand.start(long(target))
    amid(qtbot, errand)
    errand.stop()
    assert errand.state.name == STOPPED
    assert target.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform != "linux", reason="a list of processes in files")
def test_a_child_stands_back_and_nobody_sees_whose_file_it_makes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    errand = Errand()
    errand.start(long(tmp_path / "Jane Doe.gif"))
    amid(qtbot, errand)
    listed = Path(f"/proc/{errand.pid}/cmdline").read_text(encoding="utf-8")
    assert "--words-file" in listed
    assert "Jane" not in listed
    assert "render" not in listed
    others = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, errand.pid) == min(others + NICE, LEAST_URGENT)
    errand.stop()


@posix
def test_a_child_that_is_killed_is_told_of_and_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    errand = Errand()
    errand.start(long(tmp_path / "squat.gif"))
    amid(qtbot, errand)
    # What it would have left, had it been killed while it wrote.
    half = tmp_path / f".hinge-tutor-{errand.pid}.part.gif"
    half.write_bytes(b"GIF89a")
    os.kill(errand.pid, signal.SIGKILL)
    assert ended(qtbot, errand) == FAILED
    assert errand.state.problem == "The work was ended from outside before the file was made."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: order(folder / "gone" / "a.gif"), "cannot be saved: its folder is gone."),
        (lambda folder: order(folder / "a.gif", "--fps", "31"), "one of 20, 25, 50"),
        (lambda folder: Order(("rendre",), folder / "a.gif"), 'no command "rendre"'),
    ],
    ids=["folder", "option", "command"],
)
def test_what_is_wrong_is_the_sentence_of_the_child(
    make: Callable[[Path], Order], said: str, qtbot: QtBot, tmp_path: Path
) -> None:
    errand = Errand()
    errand.start(make(tmp_path))
    assert ended(qtbot, errand) == FAILED
    assert said in errand.state.problem
    assert list(tmp_path.iterdir()) == []


def test_what_the_system_has_against_it_is_said_in_the_language_of_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "taken.gif").mkdir()
    errand = Errand()
    errand.start(order(tmp_path / "taken.gif", "--seconds", "0.2"))
    assert ended(qtbot, errand) == FAILED
    where = tmp_path / "taken.gif"
    assert errand.state.problem == f"{where} cannot be saved: a folder stands in its place."


def cannot(kind: str, folder: Path) -> Order:
    """What is to be made where something else stands."""
    if kind == "bundle":
        (folder / "taken").write_text("mine", encoding="utf-8")
        return Order(("bundle", "--out", str(folder / "taken")), folder / "taken")
    ending = {"handout": ".pdf", "data": ".zip"}[kind]
    target = folder / f"taken{ending}"
    target.mkdir()
    (folder / "mine").mkdir()
    words = ("handout", SCENE) if kind == "handout" else ("data", "--folder", str(folder / "mine"))
    return Order((*words, "--out", str(target)), target)


@pytest.mark.parametrize("kind", ["handout", "data", "bundle"])
def test_no_kind_of_file_fails_in_another_language(kind: str, qtbot: QtBot, tmp_path: Path) -> None:
    made, errand = cannot(kind, tmp_path), Errand()
    errand.start(made)
    assert ended(qtbot, errand) == FAILED
    begin = f"{made.target} cannot be saved: a "
    assert errand.state.problem.startswith(begin), errand.state.problem
    assert "stands" in errand.state.problem


def test_what_a_child_that_breaks_prints_is_shown_to_nobody(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken" / PACKAGE.name
    broken.mkdir(parents=True)
    (broken / "__init__.py").touch()
    errand = Errand()
    monkeypatch.setattr("hinge_tutor.app.child.PACKAGE", broken)
    monkeypatch.chdir(broken.parent)
    for code in (f"import sys; sys.exit({BROKEN})", "raise ValueError('secret')"):
        says = "import sys; print('secret', file=sys.stderr)"
        (broken / "__main__.py").write_text(f"{says}\n{code}\n", encoding="utf-8")
        errand.start(order(tmp_path / "a.gif"))
        assert ended(qtbot, errand) == FAILED
        assert (
            errand.state.problem == "The file could not be made: something broke while it was made."
        )
    assert REFUSED == MISUSED


def test_a_disk_that_takes_no_text_for_the_child_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    errand = Errand()
    assert errand.start(order(tmp_path / "a.gif"))
    assert errand.state.problem == "The work could not be started: the disk is full."


@posix
def test_what_the_child_of_a_killed_window_was_given_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    gone = os.spawnlp(os.P_NOWAIT, "true", "true")
    os.waitpid(gone, 0)
    errand = Errand()
    with monkeypatch.context() as killed:
        killed.setattr(os, "getpid", lambda: gone)
        given = Path(errand._given("words.json", '["Ann"]')).parent
    other = Errand()
    at_work = Path(other._given("words.json", "[]")).parent
    others = tmp_path / f".theirs-{gone}.part"
    others.mkdir()
    assert {given, at_work, others} == set(tmp_path.iterdir())
    for folder in (given, at_work, others):
        os.utime(folder, (0.0, 0.0))
    sweep_given()
    assert {at_work, others} == set(tmp_path.iterdir())


def test_of_many_lines_the_last_one_counts_and_none_is_endless() -> None:
    assert sentence_of(b"Traceback\n  File\nIt is wrong.\n\n") == "It is wrong."
    assert sentence_of(b"") == ""
    assert len(sentence_of(b"x" * 5000)) == 601


def card(window: Window) -> ErrandCard:
    found = window.findChild(ErrandCard)
    assert isinstance(found, ErrandCard)
    return found


def test_the_strip_says_what_is_made_and_how_it_ended(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    assert window.errands.start(order(tmp_path / "squat.gif", "--seconds", "1"))
    strip = card(window)
    assert strip.isVisible()
    assert strip.said.text() == "squat.gif is being made."
    assert strip.cancel.isVisible()
    assert not window.errands.start(order(tmp_path / "other.gif"))
    assert "One file after the other" in window.session.notice
    assert window.errands.errand is not None
    assert ended(qtbot, window.errands.errand) == DONE
    settle()
    assert strip.said.text() == f"Saved: {tmp_path / 'squat.gif'}"
    assert strip.folder.isVisible()
    assert not strip.cancel.isVisible()
    strip.close_.click()
    settle()
    assert not strip.isVisible()


def test_the_strip_cancels(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.errands.start(long(tmp_path / "squat.gif"))
    assert window.errands.errand is not None
    amid(qtbot, window.errands.errand)
    card(window).cancel.click()
    assert card(window).said.text() == "Stopped; squat.gif was not made."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_nothing_shows_is_told(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def refuse(url: QUrl) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    window.errands.start(order(tmp_path / "squat.gif", "--seconds", "0.2"))
    assert window.errands.errand is not None
    assert ended(qtbot, window.errands.errand) == DONE
    settle()
    card(window).folder.click()
    assert asked == [QUrl.fromLocalFile(str(tmp_path))]
    assert card(window).said.text() == f"Nothing here shows folders; this is its place: {tmp_path}"


def test_an_audience_sees_nothing_of_it(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.errands.start(order(tmp_path / "squat.gif", "--seconds", "1"))
    window.present(False)
    assert not card(window).isVisible()
    assert window.errands.errand is not None
    assert ended(qtbot, window.errands.errand) == DONE
    assert not card(window).isVisible()
    window.close_innermost()
    assert card(window).isVisible()


def test_a_window_that_is_closed_takes_its_work_with_it(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.errands.start(long(tmp_path / "squat.gif"))
    errand = window.errands.errand
    assert errand is not None
    amid(qtbot, errand)
    pid = errand.pid
    window.close()
    assert errand.state.name == STOPPED
    assert list(tmp_path.iterdir()) == []
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
