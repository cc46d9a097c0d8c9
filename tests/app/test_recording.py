"""A recorded motion stands beside the target on the stage; a wrong file leaves all as it was."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from hinge_tutor.app import recordings
from hinge_tutor.app.calling import called
from hinge_tutor.app.child import THREADS, environment
from hinge_tutor.app.recording_pane import RecordingPane
from hinge_tutor.app.recording_work import PATIENCE_MS
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.units import US
from hinge_tutor.app.window import Window
from hinge_tutor.body.specification import Specification
from hinge_tutor.lessons.client import Person
from hinge_tutor.recordings.recorded import Recorded
from tests.app.conftest import Opened, settle, unasked
from tests.recordings import synthesis, writers

pytestmark = pytest.mark.slow
# A process starts, imports numpy and fits a few seconds; longer means that it hangs.
LONGEST_S = 60.0
Choose = Callable[[Path], None]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hinges with a gap."""
    points = synthesis.points(
        synthesis.done("hip-hinge"),
        synthesis.RAJAGOPAL,
        rate=25.0,
        again=2,
        gaps={"RLFC": (3.0, 3.2)},
    )
    path = tmp_path_factory.mktemp("recordings") / "client.trc"
    path.write_text(writers.trc(points), encoding="utf-8")
    return path


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """What the file dialog answers."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return answer


def read(window: Window, path: Path, choose: Choose) -> RecordingPane:
    """The pane, after the file that was chosen has been read or refused."""
    pane = begun(window, path, choose)
    wait(pane)
    return pane


def begun(window: Window, path: Path, choose: Choose) -> RecordingPane:
    """The pane, while the file that was chosen is being read."""
    unasked(window.session)
    choose(path)
    window.commands.run("recording")
    return window.learn.recording


def wait(pane: RecordingPane) -> None:
    since = time.monotonic()
    while pane.work.busy:
        QApplication.processEvents()
        time.sleep(0.01)
        assert time.monotonic() - since < LONGEST_S
    settle()


def test_a_recording_stands_beside_its_target_on_one_body_and_one_clock(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = read(window, file, choose)
    session = window.session
    one, target = session.repetitions
    assert isinstance(one, Recorded)
    assert one.take.body.specification == target.take.body.specification
    assert [each.role for each in (one, target)] == ["recorded", "target"]
    assert called(session) == ("Hip hinge · recorded", "Hip hinge · target")
    assert session.trying
    assert pane.told.text().startswith("Repetition 1 of 2")
    assert len(pane.bar.stripes()) == 1
    assert window.learn.stage.isVisible()
    # A quarter of the way both are in the same phase.
    for fraction in (0.3, 0.6, 0.9):
        moments = session.clock.own_times(fraction)
        phases = [each.take.phase_at(at) for each, at in zip((one, target), moments, strict=True)]
        assert phases[0] == phases[1] or "brace" in phases or "breathe" in phases


def test_escape_and_the_button_lead_back_to_the_lesson(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = read(window, file, choose)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert not window.learn.shows_recording
    assert not window.session.trying
    assert window.learn.lesson.isVisible()
    read(window, file, choose)
    QTest.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    settle()
    assert not window.learn.shows_recording
    assert not window.session.trying


def test_the_next_page_and_another_pane_set_it_aside_as_it_is(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = read(window, file, choose)
    pane.asked.load.setValue(24)
    pane.after.click()
    for way in ("next", "technique_map", "clinic"):
        window.commands.run(way)
        settle()
        assert not pane.isVisible()
        assert not window.session.plan.recorded
        assert "The recording waits" in window.session.notice
        if way != "next":
            window.learn.close_instead()
        unasked(window.session)
        window.commands.run("recording")
        settle()
        assert pane.told.text().startswith("Repetition 2 of 2")
        assert window.session.repetitions[0].take.load.mass_kg == 24.0
    # What somebody closes is gone, and the next file is asked for.
    window.commands.run("recording")
    assert pane.recording is None
    assert not window.learn.recording_waits


def test_every_repetition_can_be_looked_at_and_what_nobody_recorded_is_asked(
    window: Window, file: Path, choose: Choose
) -> None:
    # Whoever is in front of a trainer is not asked for the weight again.
    window.train.training.measure(Person(Specification(mass_kg=92.0)))
    pane = read(window, file, choose)
    assert pane.asked.mass.kg == 92.0
    assert "Sex and weight as in Train (New client)" in pane._read.text()
    offered = [pane.asked.movement.itemText(at) for at in range(pane.asked.movement.count())]
    assert offered[0] == "Hip hinge"
    assert {"Romanian deadlift", "Good morning", "Squat"} <= {*offered[1:]}
    assert not pane.before.isEnabled()
    pane.after.click()
    settle()
    assert pane.told.text().startswith("Repetition 2 of 2")
    assert not pane.after.isEnabled()
    pane.asked.load.setValue(24)
    pane.asked.mass.setValue(90)
    pane.asked.movement.setCurrentIndex(pane.asked.movement.findData("squat"))
    settle()
    session = window.session
    one, target = session.repetitions
    for each in (one, target):
        assert each.take.load.mass_kg == 24.0
        assert each.take.body.mass_kg == 90.0
        assert each.take.movement.id == "squat"
    assert "as in Train" not in pane._read.text()
    assert pane.told.text().startswith("Repetition 2 of 2")
    # A bar that lies on the back is not in the hands.
    pane.asked.movement.setCurrentIndex(pane.asked.movement.findData("good-morning"))
    assert [each.take.load.at for each in session.repetitions] == ["back", "back"]
    assert pane.asked.load.accessibleName() == "Load, on the upper back"


def test_another_load_leaves_the_mass_as_it_was_and_nothing_is_solved_while_one_types(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = read(window, file, choose)
    recording = pane.recording
    assert recording is not None
    exact = recording.asked_anew(71.3, recording.given.load, recording.movement)
    pane.recording = exact
    pane.asked.show_asked(exact)
    load = pane.asked.load
    load.setFocus()
    load.selectAll()
    QTest.keyClicks(load, "20")
    assert pane.recording is exact
    QTest.keyClick(load, Qt.Key.Key_Return)
    settle()
    one, _ = window.session.repetitions
    assert one.take.load.mass_kg == 20.0
    assert one.take.body.mass_kg == 71.3


def test_weights_are_asked_in_the_units_that_somebody_chose(
    window: Window, file: Path, choose: Choose
) -> None:
    session = window.session
    pane = read(window, file, choose)
    mass_kg = session.repetitions[0].take.body.mass_kg
    session.change_settings(replace(session.settings, units=US))
    settle()
    mass, load = pane.asked.mass, pane.asked.load
    # 1 lb is .45359237 kg; 44 lb are 19.96 kg.
    assert [mass.text(), load.suffix()] == [f"{mass_kg / 0.45359237:.0f}\u00a0lb", "\u00a0lb"]
    load.setValue(44)
    settle()
    one, _ = session.repetitions
    assert one.take.load.mass_kg == pytest.approx(19.958, abs=0.001)
    assert one.take.body.mass_kg == mass_kg


def test_nothing_of_a_recording_is_kept_or_can_be_set_otherwise(
    window: Window, file: Path, choose: Choose
) -> None:
    unasked(window.session)
    progress = window.session.progress
    pane = read(window, file, choose)
    for id_ in ("sandbox", "fault", "copy_scene", "save_scene", "pose"):
        found = [each for each in window.commands.all if each.id == id_]
        assert not any(each.possible() for each in found), id_
    pane.after.click()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.session.progress == progress


WRONG = {
    "garbage.trc": b"\x00\xff" * 5000,
    "empty.mot": b"",
    "table.csv": b"name,age\nAnn,31\n",
    "garbage.c3d": b"\x02\x50" + bytes(4000),
}


def test_no_file_shows_the_model_in_place_of_what_was_recorded(
    window: Window, file: Path, choose: Choose
) -> None:
    read(window, file, choose)
    commands = {each.id: each for each in window.commands.all}
    for id_ in ("export", "save_scene", "copy_scene", "handout"):
        assert not commands[id_].possible(), id_
        assert commands[id_].reason().startswith("This was recorded."), id_
    for id_ in ("copy_picture", "save_data"):
        assert commands[id_].possible(), id_
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.desk.top() is None


@pytest.mark.parametrize("name", [*WRONG, "huge.trc", "missing.trc"])
def test_a_wrong_file_is_a_sentence_and_the_window_lives_on(
    window: Window, tmp_path: Path, choose: Choose, name: str
) -> None:
    path = tmp_path / name
    if name == "huge.trc":
        with path.open("wb") as stream:
            stream.truncate(500_000_000)
    elif name in WRONG:
        path.write_bytes(WRONG[name])
    unasked(window.session)
    figures = dict(window.session.figures)
    pane = read(window, path, choose)
    assert name in pane.told.text()
    assert "\n" not in pane.told.text()
    assert window.session.figures == figures
    assert not window.session.trying
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.learn.lesson.isVisible()


def test_a_wrong_file_is_refused_in_the_language_of_the_window(
    opened: Opened, tmp_path: Path, choose: Choose
) -> None:
    path = tmp_path / "empty.mot"
    path.write_bytes(b"")
    window = opened(settings=Settings(health_note_read=True, language="es"))
    pane = read(window, path, choose)
    assert pane.told.text() == "empty.mot está vacío; exporta la grabación de nuevo."


def test_reading_can_be_stopped_and_leaves_nothing_behind(
    window: Window, file: Path, choose: Choose
) -> None:
    unasked(window.session)
    choose(file)
    window.commands.run("recording")
    pane = window.learn.recording
    assert [pane.work.busy, pane.cancel.isVisible()] == [True, True]
    pane.cancel.click()
    settle()
    assert [pane.work.busy, pane.isVisible()] == [False, False]
    assert not window.learn.shows_recording
    assert not window.session.trying


def test_a_process_that_breaks_is_a_sentence(
    window: Window, file: Path, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    pane = read(window, file, choose)
    assert "no process could be started" in pane.told.text()
    monkeypatch.setattr("sys.executable", "/bin/false")
    pane = read_again(pane, file)
    assert "client.trc could not be read" in pane.told.text()


def test_the_child_that_reads_is_told_nothing_that_others_on_the_machine_can_see(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = begun(window, file, choose)
    (process,) = pane.work.findChildren(QProcess)
    assert process.arguments() == ["-m", "hinge_tutor.recordings"]
    given = process.processEnvironment()
    assert given.toStringList() == environment().toStringList()
    assert [given.value(name) for name in ("QT_QPA_PLATFORM", *THREADS)] == [
        "offscreen",
        *("1" for _ in THREADS),
    ]
    wait(pane)
    assert pane.told.text().startswith("Repetition 1 of 2")


def test_a_file_whose_name_is_no_text_is_read(window: Window, file: Path, choose: Choose) -> None:
    odd = file.with_name(os.fsdecode(b"Ann \xff\n2.trc"))
    try:
        odd.write_bytes(file.read_bytes())
    except OSError:
        pytest.skip("the system has no such names")
    pane = read(window, odd, choose)
    assert pane.told.text().startswith("Repetition 1 of 2")


def test_nobody_waits_for_ever_for_a_file(window: Window, file: Path, choose: Choose) -> None:
    pane = begun(window, file, choose)
    (patience,) = pane.work.findChildren(QTimer)
    assert [patience.isActive(), patience.interval()] == [True, PATIENCE_MS]
    patience.timeout.emit()
    settle()
    assert not pane.work.busy
    assert "client.trc takes too long to read" in pane.told.text()
    assert not patience.isActive()


def read_again(pane: RecordingPane, file: Path) -> RecordingPane:
    pane.open(file)
    wait(pane)
    return pane


def test_without_the_package_the_dialog_says_that_c3d_needs_it(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def dialog(_parent: object, title: str, _folder: str, kinds: str) -> tuple[str, str]:
        asked.append((title, kinds))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
    unasked(window.session)
    window.commands.run("recording")
    monkeypatch.setattr(recordings, "can_read_c3d", lambda: False)
    window.commands.run("recording")
    assert "*.c3d" in asked[0][1]
    assert "*.c3d" not in asked[1][1]
    assert "hinge-tutor[recordings]" in asked[1][0]
    assert not window.learn.shows_recording


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (640, 900)])
def test_nothing_of_the_pane_is_wider_than_the_pane(
    opened: Opened, file: Path, choose: Choose, size: tuple[int, int]
) -> None:
    window = opened(size)
    pane = read(window, file, choose)
    for widget in (
        pane.before,
        pane.after,
        pane.asked.movement,
        pane.asked.mass,
        pane.asked.load,
        pane.bar,
    ):
        right = widget.mapTo(pane, widget.rect().topRight()).x()
        assert right < pane.width(), widget.accessibleName()
        assert widget.accessibleName()


def test_a_recording_that_is_read_leaves_an_open_question_alone_and_can_be_shown_later(
    window: Window, file: Path, choose: Choose
) -> None:
    session = window.session
    pane = begun(window, file, choose)
    session.go(next(spot for spot in session.route.spots if session.route.build(spot).question))
    assert session.pending
    assert window.learn.lesson.isVisible()
    figures = dict(session.figures)
    wait(pane)
    assert session.figures == figures
    assert not session.trying
    assert window.learn.lesson.isVisible()
    assert session.notice.startswith("The recording is read:")
    assert not window.commands.get("recording").possible()
    unasked(session)
    window.commands.run("recording")
    settle()
    assert [each.role for each in session.repetitions] == ["recorded", "target"]
    assert pane.told.text().startswith("Repetition 1 of 2")
    assert not pane.show_it.isVisible()


def test_a_recording_that_is_read_takes_no_focus_from_a_card_on_top(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = begun(window, file, choose)
    window.commands.run("preferences")
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not pane.isAncestorOf(focused)
    wait(pane)
    assert QApplication.focusWidget() is focused
    assert not window.session.trying
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert pane.show_it.isEnabled()
    pane.show_it.click()
    assert window.session.trying


def test_a_recording_that_is_read_takes_no_focus_from_another_pane(
    window: Window, file: Path, choose: Choose
) -> None:
    pane = begun(window, file, choose)
    window.learn.stage.setFocus()
    wait(pane)
    assert window.session.trying
    assert window.learn.stage.hasFocus()
