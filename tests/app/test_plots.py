"""Plots under the stage: chosen by key and button, on the timeline's axis, folded without room."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton

from hinge_tutor.app.plot_view import PlotView
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.stage.plot import Plot
from hinge_tutor.stage.plot_names import PLOTS
from hinge_tutor.stage.scene import own_times
from hinge_tutor.stage.shapes import Label, Strokes
from hinge_tutor.stage.signature import Signature

from .conftest import Hands, Opened, settle

NONE = Qt.KeyboardModifier.NoModifier


def shown(window: Window) -> Window:
    """Three figures, no question open, plots on."""
    window.session.go(Spot(0, 2, 1))
    window.session.timeline.play(False)
    window.commands.run("plots")
    settle()
    return window


def view(window: Window) -> PlotView:
    return window.learn.dock.plots.view


def drawn(window: Window) -> Plot:
    found = view(window).current()
    assert isinstance(found, Plot)
    return found


def press(key: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, key)
    settle()


def test_they_are_off_until_they_are_asked_for(window: Window) -> None:
    window.session.go(Spot(0, 2, 1))
    settle()
    assert not window.learn.dock.plots.isVisible()
    press("q")
    assert window.learn.dock.plots.isVisible()
    press("q")
    assert not window.learn.dock.plots.isVisible()


def test_the_choice_is_kept(opened: Opened, tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.settings = Settings(health_note_read=True)
    window = shown(opened(memory=memory))
    window.commands.run("plot_moments")
    again = Memory(tmp_path).settings
    assert again.plots
    assert again.plot == "moments"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1600, 1000), (768, 1024)])
@pytest.mark.parametrize("name", [name for name in PLOTS if name != "signature"])
def test_one_cursor_runs_through_timeline_and_plot(
    opened: Opened, size: tuple[int, int], name: str
) -> None:
    window = shown(opened(size))
    window.commands.run(f"plot_{name}")
    settle()
    assert window.learn.dock.plots.isVisible()
    found, plot_view = drawn(window), view(window)
    start, end = window.learn.transport.axis(plot_view)
    for fraction in (0.0, 0.3, 0.62, 1.0):
        window.session.timeline.stand_at(fraction * window.session.timeline.clock.duration_s)
        (line,) = (
            s
            for s in found.cursor(window.session.timeline.fraction).shapes
            if isinstance(s, Strokes)
        )
        assert line.points[0] == pytest.approx(start + fraction * (end - start), abs=1.0)


def test_values_are_those_of_the_figures_now(window: Window) -> None:
    shown(window)
    session = window.session
    session.timeline.stand_deepest()
    times = own_times(session.repetitions, session.timeline.fraction)
    cursor = drawn(window).cursor(session.timeline.fraction)
    for figure, (each, time_s) in enumerate(zip(session.repetitions, times, strict=True)):
        (label,) = cursor.named(f"value.hip_flexion_deg.{figure}")
        assert isinstance(label, Label)
        hip = each.measures["hip_flexion_deg"]
        assert not isinstance(hip, float)
        assert float(label.text) == pytest.approx(hip[each.take.index_at(time_s)], abs=0.6)


def test_a_press_on_it_seeks(window: Window) -> None:
    shown(window)
    frame = drawn(window).frame
    middle = QPoint(round((frame.left + frame.right) / 2), view(window).height() // 2)
    QTest.mouseClick(view(window), Qt.MouseButton.LeftButton, NONE, middle)
    assert window.session.timeline.fraction == pytest.approx(0.5, abs=0.01)


def test_every_plot_is_reached_by_keyboard_and_says_what_it_is(window: Window) -> None:
    shown(window)
    words = window.session.words
    seen = []
    while (here := QApplication.focusWidget()) not in window.learn.dock.plots.findChildren(
        QToolButton
    ):
        assert here is not None
        window.next_pane()
        seen.append(here)
        assert len(seen) < 9
    for name in PLOTS:
        here = QApplication.focusWidget()
        assert isinstance(here, QToolButton)
        assert here.text() == words.plot(name)
        QTest.keyClick(here, Qt.Key.Key_Return)
        settle()
        assert here.isChecked()
        face = QAccessible.queryAccessibleInterface(view(window))
        assert words.plot(name) in face.text(QAccessible.Text.Name)
        told = face.text(QAccessible.Text.Description)
        # What it shows, and the values of the moment where it stands.
        assert told.startswith(f"{words.plot_note(name)} ")
        assert "°" in told or "N" in told or "%" in told
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert isinstance(view(window).current(), Signature)


def test_nothing_is_made_anew_while_it_plays(window: Window, hands: Hands) -> None:
    shown(window)
    first = drawn(window)
    window.session.timeline.play()
    for _ in range(20):
        hands.seconds += 0.05
        window.session.timeline.beat()
        QApplication.processEvents()
        assert view(window).current() is first
    window.session.timeline.play(False)
    window.commands.run("plot_disc")
    assert view(window).current() is not first


def test_they_stay_away_while_a_question_is_open(window: Window) -> None:
    session = window.session
    session.go(next(s for s in session.route.spots if _asks(window, s)))
    window.commands.run("plots")
    settle()
    assert not window.learn.dock.plots.isVisible()
    assert "question" in session.notice
    while session.pending:
        window.commands.run("next")
    settle()
    assert window.learn.dock.plots.isVisible()


def _asks(window: Window, spot: Spot) -> bool:
    window.session.go(spot)
    return window.session.pending and bool(window.session.repetitions)


def test_without_room_they_fold_away_and_it_is_said(opened: Opened) -> None:
    window = shown(opened((1024, 500)))
    assert not window.learn.dock.plots.isVisible()
    assert "room" in window.session.notice
    window.resize(1024, 800)
    settle()
    assert window.learn.dock.plots.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1600, 1000)])
def test_nothing_lies_over_anything(opened: Opened, size: tuple[int, int], percent: int) -> None:
    settings = Settings(
        health_note_read=True, text_percent=percent, plots=True, key_strip=True, plot="efforts"
    )
    window = opened(size, settings)
    window.session.go(Spot(0, 2, 1))
    window.session.timeline.play(False)
    settle()
    window.inspector.pick("glutes", 1)
    settle()
    learn = window.learn
    cards = (
        learn.stage,
        learn.dock.strip,
        learn.status,
        learn.transport,
        learn.dock.part,
        learn.dock.plots,
    )
    bottom = 0
    for card in (card for card in cards if card.isVisible()):
        top = card.mapTo(window, QPoint(0, 0)).y()
        assert top >= bottom, type(card).__name__
        bottom = top + card.height()
    assert bottom <= window.height()
    assert learn.stage.height() >= 0.25 * window.height()


def test_the_data_of_the_figures_goes_where_it_is_wanted(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(window)
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.extend((name, kinds))
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.commands.run("save_data")
    assert asked[0].endswith(".csv")
    with (tmp_path / "mine.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["figure"] for row in rows} == set(window.session.figures)
    assert len(rows) == sum(len(each.take.time_s) for each in window.session.repetitions)
    assert str(tmp_path / "mine.csv") in window.session.notice
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.session.say("")
    window.commands.run("save_data")
    assert window.session.notice == ""


def test_a_folder_that_takes_no_file_is_one_sentence(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(window)
    place = str(tmp_path / "no" / "x.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    window.commands.run("save_data")
    assert window.session.notice == f"The data cannot be saved in {place}: its folder is gone."


@pytest.mark.parametrize("name", ["angles", "signature"])
def test_values_are_heard_where_it_stands(window: Window, name: str) -> None:
    shown(window)
    session = window.session
    window.commands.run(f"plot_{name}")
    settle()
    session.timeline.stand_deepest()
    face = QAccessible.queryAccessibleInterface(view(window))
    told = face.text(QAccessible.Text.Description)
    assert told.startswith(session.words.plot_note(name))
    hips = [each.measures["hip_flexion_deg"] for each in session.repetitions]
    times = own_times(session.repetitions, session.timeline.fraction)
    for each, hip, time_s in zip(session.repetitions, hips, times, strict=True):
        assert not isinstance(hip, float)
        value = float(hip[each.take.index_at(time_s)])
        short = session.words.movement_short(each.take.movement.id)
        assert f"{short} {value:.0f} °" in told
