"""The sandbox: sliders change the figure that is chosen, at once, and everything can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QSlider,
    QWidget,
)

from hinge_tutor.app.route import Spot
from hinge_tutor.app.sandbox import REST_MS, Sandbox
from hinge_tutor.app.sandbox_doing import LoadSection, PaceSection
from hinge_tutor.app.sandbox_faults import FaultsSection
from hinge_tutor.app.sandbox_figures import FiguresSection
from hinge_tutor.app.sandbox_pane import SandboxPane
from hinge_tutor.app.sandbox_section import Section
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.window import Window
from hinge_tutor.body.specification import ENTRIES
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.figures import _perform
from hinge_tutor.lessons.scene_text import MOST_FIGURES, write_scene
from hinge_tutor.lessons.trying import doing, faults_of
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.stage.shared_scene import parse_shared

from .conftest import Opened, settle

Key, Held = Qt.Key, Qt.KeyboardModifier
# Hinge, squat and bend beside each other, and no question.
SHOWN = Spot(0, 1, 0)
STAGE_SHARE = 0.55
SIZES = [(1024, 640), (1280, 800), (1600, 1000), (2600, 1400)]


def opened_sandbox(window: Window) -> SandboxPane:
    """The pane beside three figures."""
    window.session.go(SHOWN)
    window.session.timeline.play(False)
    window.commands.run("sandbox")
    settle()
    assert window.drawer.is_open
    return window.drawer.pane


def figures(window: Window) -> str:
    """The scene on the stage as text."""
    return write_scene(window.session.plan.movements)


def section(pane: SandboxPane, kind: type[Section]) -> Section:
    """One section of the pane."""
    found = pane.findChildren(kind)
    assert len(found) == 1
    return found[0]


def button(pane: QWidget, words: str) -> QAbstractButton:
    """A button by what stands on it."""
    (found,) = [each for each in pane.findChildren(QAbstractButton) if each.text() == words]
    return found


def rest(sandbox: Sandbox) -> None:
    """Waits until nothing moves any more."""
    for _ in range(200):
        if sandbox.resting:
            return
        QTest.qWait(REST_MS // 5)
    raise AssertionError("the sandbox never rests")


def moved(pane: SandboxPane, slider: QSlider, value: int) -> None:
    """Brings a slider to a value as keys do, and waits."""
    slider.setValue(value)
    rest(pane.sandbox)
    settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 200])
def test_the_stage_keeps_its_share_beside_the_pane(
    opened: Opened, size: tuple[int, int], percent: int
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    pane = opened_sandbox(window)
    assert pane.isVisible()
    assert window.learn.stage.width() >= STAGE_SHARE * window.width()
    for control in pane.findChildren(QWidget):
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            right = control.mapTo(pane, control.rect().topRight()).x()
            assert right < pane.width(), control.accessibleName()


def test_a_tall_window_has_the_pane_under_the_stage(opened: Opened) -> None:
    window = opened((700, 1000))
    pane = opened_sandbox(window)
    assert pane.width() == window.width()
    assert pane.mapTo(window, pane.rect().topLeft()).y() > window.learn.stage.height() / 2
    assert not window.learn.lesson.isVisible()


def test_the_key_opens_it_and_escape_closes_it_before_it_leaves_the_trial(window: Window) -> None:
    window.session.go(SHOWN)
    settle()
    QTest.keyClick(window, Key.Key_B, Held.ControlModifier)
    settle()
    pane = window.drawer.pane
    assert pane.isVisible()
    moved(pane, pane.body.rows["height"].slider, 190)
    QTest.keyClick(window, Key.Key_Escape)
    settle()
    assert not pane.isVisible()
    assert "Esc goes back" in window.session.notice
    assert figures(window).startswith("hip-hinge@height=1.9|")
    QTest.keyClick(window, Key.Key_Escape)
    assert window.session.plan is window.session.build.stage
    assert window.isVisible()


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_slider_changes_one_entry_of_the_chosen_figure(window: Window, entry: str) -> None:
    pane = opened_sandbox(window)
    button(pane, "2 · Squat").click()
    slider = pane.body.rows[entry].slider
    # Up where there is room above, else down.
    moved(pane, slider, slider.value() + 3)
    first, second, third = window.session.repetitions
    field = ENTRIES[entry].field
    changed = getattr(second.take.body.specification, field)
    assert changed != getattr(first.take.body.specification, field)
    assert third.take.body.specification == first.take.body.specification
    assert window.session.trying
    assert not window.session.options.in_hand


def test_all_figures_may_have_one_body(window: Window) -> None:
    pane = opened_sandbox(window)
    moved(pane, pane.body.rows["height"].slider, 180)
    share = button(pane, "One body for all figures")
    share.click()
    settle()
    assert share.isChecked()
    together = [each.take.body.height_m for each in window.session.repetitions]
    assert together == [1.8, 1.8, 1.8]
    moved(pane, pane.body.rows["femur"].slider, 6)
    bodies = {cast.body for cast in window.session.plan.movements}
    assert bodies == {"height=1.8,femur=6%"}
    window.commands.run("undo")
    window.commands.run("undo")
    assert figures(window) == "hip-hinge@height=1.8|squat|forward-bend"
    share.click()
    moved(pane, pane.body.rows["femur"].slider, 6)
    assert figures(window) == "hip-hinge@height=1.8,femur=6%|squat|forward-bend"


def test_values_and_places_among_people_are_said(window: Window) -> None:
    pane = opened_sandbox(window)
    slider = pane.body.rows["height"].slider
    moved(pane, slider, 183)
    assert slider.accessibleName() == "Height"
    assert slider.accessibleDescription() == "183 cm, taller than 86 of 100 men"
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert spoken.text(QAccessible.Text.Value) == "183"
    button(pane, "Woman").click()
    settle()
    assert slider.accessibleDescription() == "183 cm, taller than 99 of 100 women"
    assert pane.body.rows["ankle"].slider.accessibleDescription() == "35°"


def test_us_units_are_inches_and_pounds(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, units="us"))
    pane = opened_sandbox(window)
    rows = pane.body.rows
    moved(pane, rows["height"].slider, 72)
    assert rows["height"].slider.accessibleDescription().startswith("6′ 0″, taller than")
    assert window.session.repetitions[0].take.body.height_m == pytest.approx(1.8288)
    moved(pane, rows["mass"].slider, 200)
    assert rows["mass"].slider.accessibleDescription().startswith("200 lb, heavier than")
    assert window.session.repetitions[0].take.body.mass_kg == pytest.approx(90.718, abs=1e-3)


def test_units_may_be_changed_while_the_pane_is_open(window: Window) -> None:
    pane = opened_sandbox(window)
    window.session.change_settings(Settings(health_note_read=True, units="us"))
    settle()
    slider = pane.body.rows["height"].slider
    assert slider.accessibleDescription().startswith("5′ 9″")
    assert slider.value() == 69


def test_known_bodies_are_buttons(window: Window) -> None:
    pane = opened_sandbox(window)
    known = button(pane, "Long thighs")
    known.click()
    settle()
    assert figures(window).startswith("hip-hinge@femur=8%,torso=-7%|")
    assert known.isChecked()
    assert not button(pane, "Usual man").isChecked()
    known.click()
    assert known.isChecked()


def test_load_place_tempo_and_depth_are_set(window: Window) -> None:
    pane = opened_sandbox(window)
    button(pane, "2 · Squat").click()
    load, pace = section(pane, LoadSection), section(pane, PaceSection)
    assert isinstance(load, LoadSection)
    assert isinstance(pace, PaceSection)
    moved(pane, load.row.slider, load.row.slider.value() + 8)
    assert window.session.repetitions[1].take.load.mass_kg == 20.0
    button(pane, "Where…").click()
    settle()
    field = next(f for f in window.findChildren(QLineEdit) if f.hasFocus())
    QTest.keyClicks(field, "on the upper back")
    QTest.keyClick(field, Key.Key_Return)
    settle()
    pace.boxes[0].stepUp()
    rest(pane.sandbox)
    moved(pane, pace.row.slider, 60)
    assert "|squat*20:back/2.5-0-1-1^60|" in figures(window)
    assert window.session.repetitions[1].take.load.at == "back"
    button(pane, "Usual tempo").click()
    button(pane, "Usual load").click()
    settle()
    assert "|squat^60|" in figures(window)


def test_every_fault_of_the_movement_has_its_dial_and_no_other(window: Window) -> None:
    pane = opened_sandbox(window)
    faults = section(pane, FaultsSection)
    assert isinstance(faults, FaultsSection)
    assert tuple(faults.rows) == faults_of("hip-hinge")
    button(pane, "2 · Squat").click()
    settle()
    assert tuple(faults.rows) == faults_of("squat")
    moved(pane, faults.rows["heels-up"].slider, 70)
    assert window.session.repetitions[1].take.movement.faults == (("heels-up", 0.7),)
    assert faults.rows["heels-up"].slider.accessibleDescription().startswith("70 %")


@pytest.mark.parametrize("movement", movements())
def test_every_movement_can_be_chosen(window: Window, movement: str) -> None:
    pane = opened_sandbox(window)
    button(pane, "Movement…").click()
    settle()
    field = next(f for f in window.findChildren(QLineEdit) if f.hasFocus())
    (rows,) = [each for each in window.findChildren(QListWidget) if each.isVisible()]
    (row,) = rows.findItems(window.session.words.movement(movement), Qt.MatchFlag.MatchExactly)
    rows.setCurrentItem(row)
    QTest.keyClick(field, Key.Key_Return)
    settle()
    assert window.session.plan.movements[0].movement == movement
    assert window.session.repetitions[0].take.movement.id == movement
    pace = section(pane, PaceSection)
    assert isinstance(pace, PaceSection)
    parts = {phase.tempo for phase in load_movement(movement).phases}
    on = [box.isEnabled() for box in pace.boxes]
    assert on == [part in parts for part in ("down", "bottom", "up", "top")]


def test_figures_are_removed_duplicated_and_added(window: Window) -> None:
    pane = opened_sandbox(window)
    remove, copy, add = (button(pane, words) for words in ("Remove", "Duplicate", "Add…"))
    assert [each.isEnabled() for each in (remove, copy, add)] == [True, False, False]
    remove.click()
    remove.click()
    settle()
    assert figures(window) == "forward-bend"
    assert [each.isEnabled() for each in (remove, copy, add)] == [False, True, True]
    copy.click()
    settle()
    assert figures(window) == "forward-bend|forward-bend"
    assert pane.sandbox.chosen == 1
    add.click()
    settle()
    field = next(f for f in window.findChildren(QLineEdit) if f.hasFocus())
    QTest.keyClicks(field, "lunge")
    QTest.keyClick(field, Key.Key_Return)
    settle()
    assert figures(window) == "forward-bend|forward-bend|lunge"
    assert len(window.session.repetitions) == MOST_FIGURES
    who = section(pane, FiguresSection)
    assert [b.text() for b in who.findChildren(QAbstractButton)][:3] == [
        "1 · Bend",
        "2 · Bend",
        "3 · Lunge",
    ]


# ── dragging ─────────────────────────────────────────────────────────────────────────────────────


def test_while_a_slider_is_dragged_only_the_latest_value_is_solved(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = opened_sandbox(window)
    seen: list[float] = []
    pass_by = window.session.pass_by

    def seen_by(found: Mapping[str, Repetition]) -> None:
        seen.append(next(iter(found.values())).take.body.height_m)
        pass_by(found)

    monkeypatch.setattr(window.session, "pass_by", seen_by)
    slider = pane.body.rows["height"].slider
    slider.setSliderDown(True)
    for value in range(176, 196):
        slider.setValue(value)
    settle()
    assert seen == [pytest.approx(1.95)]
    assert window.session.options.in_hand
    # Nobody is told but the stage, and no timer waits for a hand that rests.
    assert window.session.plan.movements[0].body == "default"
    assert not pane.sandbox.waiting
    slider.setSliderDown(False)
    settle()
    assert window.session.plan.movements[0].body == "height=1.95"
    assert pane.sandbox.resting
    window.commands.run("undo")
    assert window.session.plan.movements[0].body == "default"


def test_dragged_bodies_are_not_kept(window: Window) -> None:
    pane = opened_sandbox(window)
    slider = pane.body.rows["height"].slider
    kept = _perform.cache_info().currsize
    slider.setSliderDown(True)
    for value in range(150, 200):
        slider.setValue(value)
        settle()
    assert _perform.cache_info().currsize == kept
    slider.setSliderDown(False)
    settle()
    # The one that it rests at is, and the two whose hands come as low as its hands.
    assert _perform.cache_info().currsize <= kept + 3


def test_a_body_that_cannot_do_it_is_told_in_the_status_line(window: Window) -> None:
    pane = opened_sandbox(window)
    button(pane, "2 · Squat").click()
    pane.sandbox.change(parse_shared("hinge: squat@ankle=0^100").plan.movements[0])
    settle()
    assert window.session.repetitions[1].take.status == "nearest"
    assert window.session.notice
    assert window.desk.top() is None
    assert "Esc" not in window.session.notice


# ── undo ─────────────────────────────────────────────────────────────────────────────────────────


def test_changes_are_undone_and_redone_with_keys(window: Window) -> None:
    pane = opened_sandbox(window)
    start = figures(window)
    moved(pane, pane.body.rows["height"].slider, 180)
    moved(pane, pane.body.rows["height"].slider, 190)
    button(pane, "Woman").click()
    settle()
    both = figures(window)
    QTest.keyClick(window, Key.Key_Z, Held.ControlModifier)
    assert figures(window).startswith("hip-hinge@height=1.9|")
    QTest.keyClick(window, Key.Key_Z, Held.ControlModifier)
    # Two moves of one slider are one change.
    assert figures(window) == start
    assert not button(pane, "Undo").isEnabled()
    for _ in range(2):
        QTest.keyClick(window, Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert figures(window) == both
    assert not button(pane, "Redo").isEnabled()
    button(pane, "Reset").click()
    settle()
    assert figures(window) == start
    button(pane, "Undo").click()
    assert figures(window) == both


def test_another_step_of_the_lesson_is_another_scene(window: Window) -> None:
    pane = opened_sandbox(window)
    moved(pane, pane.body.rows["height"].slider, 180)
    window.session.go(Spot(0, 0, 0))
    settle()
    assert not window.session.trying
    assert not pane.sandbox.can_undo
    assert pane.sandbox.scene == window.session.plan.movements


def test_a_dial_of_the_lesson_is_a_change_of_the_scene(window: Window) -> None:
    pane = opened_sandbox(window)
    faults = section(pane, FaultsSection)
    assert isinstance(faults, FaultsSection)
    moved(pane, faults.rows["rounded-back"].slider, 50)
    dial = window.session.dial
    assert dial is not None
    window.session.turn_dial(dial.at(0.8))
    settle()
    assert faults.rows["rounded-back"].slider.value() == 80
    assert pane.sandbox.scene[0].faults == (("rounded-back", 0.8),)
    window.commands.run("undo")
    assert pane.sandbox.scene[0].faults == (("rounded-back", 0.5),)


def test_the_moment_and_the_layers_stay(window: Window) -> None:
    pane = opened_sandbox(window)
    session = window.session
    session.timeline.stand_deepest()
    before, layers = session.timeline.fraction, session.options.layers
    moved(pane, pane.body.rows["femur"].slider, 6)
    assert session.timeline.fraction == pytest.approx(before, abs=0.02)
    assert session.options.layers == layers


def test_it_stays_away_from_an_audience(window: Window) -> None:
    window.session.go(SHOWN)
    window.commands.run("present_here")
    settle()
    assert window.presenting
    window.commands.run("sandbox")
    assert not window.drawer.is_open


def test_nothing_is_solved_after_the_window_is_closed(window: Window) -> None:
    pane = opened_sandbox(window)
    pane.body.rows["height"].slider.setValue(190)
    assert pane.sandbox.waiting
    window.close()
    assert not pane.sandbox.waiting


def test_it_stays_away_while_a_question_is_open(window: Window) -> None:
    session = window.session
    asked = next(
        Spot(0, step, build)
        for step in range(len(session.lesson.steps))
        for build in range(len(session.lesson.steps[step].builds))
        if session.lesson.steps[step].builds[build].question is not None
    )
    pane = opened_sandbox(window)
    session.go(asked)
    settle()
    assert session.pending
    assert not pane.isVisible()
    assert window.learn.lesson.isVisible()
    before = figures(window)
    for command in ("sandbox", "undo", "copy_scene", "paste_scene", "reset_scene"):
        window.commands.run(command)
    assert figures(window) == before


# ── keys and controls ────────────────────────────────────────────────────────────────────────────


def test_every_control_has_a_name_and_takes_the_focus(window: Window) -> None:
    pane = opened_sandbox(window)
    controls = [
        each
        for kind in (QAbstractButton, QSlider, QAbstractSpinBox)
        for each in pane.findChildren(kind)
        if each.isVisible()
    ]
    assert len(controls) > 40
    for control in controls:
        assert control.accessibleName(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()
        assert control.height() >= 24, control.accessibleName()


@pytest.mark.parametrize("movement", ["", "deadlift"])
def test_tab_goes_through_the_pane_as_one_reads(window: Window, movement: str) -> None:
    pane = opened_sandbox(window)
    if movement:
        assert pane.sandbox.cast is not None
        pane.sandbox.change(doing(pane.sandbox.cast, movement))
        settle()
    places: list[tuple[int, int]] = []
    control: QWidget | None = pane.first().findChildren(QAbstractButton)[0]
    count = len(pane.findChildren(QSlider))
    sheet = pane.body.parentWidget()
    assert sheet is not None
    while control is not None and pane.isAncestorOf(control):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            at = control.mapTo(sheet, control.rect().center())
            places.append((at.y(), at.x()))
        control = control.nextInFocusChain()
    rows = [y for y, _ in places]
    # Controls of one row differ by some dots in height.
    assert all(below >= above - 10 for above, below in pairwise(rows))
    assert len(places) > count + 20


def test_arrows_move_a_slider_that_has_the_focus(window: Window) -> None:
    pane = opened_sandbox(window)
    slider = pane.body.rows["height"].slider
    slider.setFocus()
    before = window.session.timeline.fraction
    for _ in range(3):
        QTest.keyClick(slider, Key.Key_Right)
    rest(pane.sandbox)
    assert slider.value() == 178
    # Three presses of the command would be three hundredths.
    assert window.session.timeline.fraction == pytest.approx(before, abs=0.01)
    assert pane.sandbox.can_undo
    window.commands.run("undo")
    assert slider.value() == 175
    QTest.keyClick(slider, Key.Key_PageDown)
    assert window.session.spot != SHOWN


def test_letters_in_a_tempo_box_are_no_commands(window: Window) -> None:
    pane = opened_sandbox(window)
    pace = section(pane, PaceSection)
    assert isinstance(pace, PaceSection)
    box = pace.boxes[0]
    box.setFocus()
    box.selectAll()
    layers = window.session.options.layers
    QTest.keyClicks(box, "4.5m")
    QTest.keyClick(box, Key.Key_Return)
    rest(pane.sandbox)
    assert window.session.options.layers == layers
    assert window.session.spot == SHOWN
    assert figures(window).startswith("hip-hinge/4.5-1-1-1|")


def test_another_pane_is_one_of_those_that_f6_goes_through(window: Window) -> None:
    pane = opened_sandbox(window)
    assert pane in window.learn.panes()


def test_one_more_section_stands_under_the_figures(window: Window) -> None:
    pane = opened_sandbox(window)

    class Another(Section):
        seen = 0

        def refresh(self) -> None:
            Another.seen += 1

    pane.add_section(Another("Another"))
    settle()
    assert Another.seen
    assert pane.findChildren(Section)[-1].isVisible()


# ── text and files ───────────────────────────────────────────────────────────────────────────────


def test_a_scene_is_copied_and_pasted_as_text(window: Window) -> None:
    pane = opened_sandbox(window)
    moved(pane, pane.body.rows["height"].slider, 190)
    window.commands.run("mirror")
    window.session.timeline.stand_deepest()
    QTest.keyClick(window, Key.Key_C, Held.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    scene = parse_shared(copied)
    assert copied.startswith("hinge: hip-hinge@height=1.9 | squat | forward-bend;")
    assert scene.arrangement.mirrored
    assert scene.plan.at == pytest.approx(window.session.timeline.fraction, abs=1e-3)
    window.commands.run("mirror")
    window.session.stop_trying()
    QTest.keyClick(window, Key.Key_V, Held.ControlModifier)
    settle()
    assert figures(window) == "hip-hinge@height=1.9|squat|forward-bend"
    assert window.session.arrangement.mirrored
    assert window.session.timeline.fraction == pytest.approx(float(scene.plan.at or 0), abs=1e-3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no scene"),
        ("hello", "no scene"),
        ("x" * 500_000, "no scene"),
        ("hinge: sqaut", "Did you mean 'squat'?"),
        ("hinge: " + "x" * 500_000, "up to 8,000 signs"),
        ("hinge: squat; at=nan", "give a number from 0 to 1"),
        ("hinge: \0\x1b", "no movement"),
    ],
)
def test_what_is_no_scene_is_one_sentence(window: Window, text: str, said: str) -> None:
    opened_sandbox(window)
    before = figures(window)
    QGuiApplication.clipboard().setText(text)
    window.commands.run("paste_scene")
    settle()
    assert said in window.session.notice
    assert figures(window) == before
    assert window.desk.top() is None


def test_a_text_that_is_marked_is_copied_in_place_of_the_scene(window: Window) -> None:
    pane = opened_sandbox(window)
    pace = section(pane, PaceSection)
    assert isinstance(pace, PaceSection)
    QGuiApplication.clipboard().setText("before")
    box = pace.boxes[0]
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Key.Key_C, Held.ControlModifier)
    assert not QGuiApplication.clipboard().text().startswith("hinge:")


def test_a_scene_is_saved_and_opened(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = opened_sandbox(window)
    moved(pane, pane.body.rows["height"].slider, 190)
    file = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    QTest.keyClick(window, Key.Key_S, Held.ControlModifier)
    saved = file.with_suffix(".hinge")
    assert str(saved) in window.session.notice
    assert saved.read_text(encoding="utf-8").startswith("hinge: hip-hinge@height=1.9 | squat")
    window.session.stop_trying()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(saved), ""))
    QTest.keyClick(window, Key.Key_O, Held.ControlModifier)
    settle()
    assert figures(window).startswith("hip-hinge@height=1.9|")
    assert pane.body.rows["height"].slider.value() == 190


def test_a_file_that_is_no_scene_is_told_with_its_line(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_sandbox(window)
    before = figures(window)
    file = tmp_path / "other.hinge"
    file.write_text("hinge: squat\n | sqaut", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.commands.run("open_scene")
    assert f"{file}:2: There is no movement 'sqaut'" in window.session.notice
    assert figures(window) == before


def test_a_file_that_cannot_be_written_is_told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_sandbox(window)
    nowhere = tmp_path / "no" / "folder.hinge"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    window.commands.run("save_scene")
    assert "cannot be saved" in window.session.notice
    assert "its folder is gone" in window.session.notice


def test_nothing_happens_where_nobody_chooses_a_file(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_sandbox(window)
    before, notice = figures(window), window.session.notice
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    window.commands.run("save_scene")
    window.commands.run("open_scene")
    assert (figures(window), window.session.notice) == (before, notice)


def test_the_stage_paints_what_is_dragged(window: Window) -> None:
    pane = opened_sandbox(window)
    (stage,) = [each for each in window.findChildren(StageView) if each.isVisible()]
    before = stage.painted
    slider = pane.body.rows["femur"].slider
    slider.setSliderDown(True)
    slider.setValue(15)
    settle()
    stage.repaint()
    assert stage.painted is not before
    assert stage.failure is None
    slider.setSliderDown(False)
    settle()


def test_a_scene_that_is_pasted_can_be_undone(window: Window) -> None:
    pane = opened_sandbox(window)
    moved(pane, pane.body.rows["height"].slider, 190)
    before = figures(window)
    QGuiApplication.clipboard().setText("hinge: lunge | squat*20:back; view=overlay")
    window.commands.run("paste_scene")
    settle()
    assert figures(window) == "lunge|squat*20:back"
    window.commands.run("undo")
    assert figures(window) == before
    window.commands.run("undo")
    assert figures(window) == "hip-hinge|squat|forward-bend"


def test_the_technique_map_and_the_sandbox_share_the_window(opened: Opened) -> None:
    narrow = opened((1280, 800))
    pane = opened_sandbox(narrow)
    narrow.learn.open_technique()
    settle()
    assert narrow.learn.technique.isVisible()
    assert not pane.isVisible()
    assert not narrow.drawer.is_open
    narrow.commands.run("sandbox")
    settle()
    assert pane.isVisible()
    assert not narrow.learn.technique.isVisible()
    wide = opened((2600, 1400))
    pane = opened_sandbox(wide)
    wide.learn.open_technique()
    settle()
    assert pane.isVisible()
    assert wide.learn.technique.isVisible()
    assert wide.learn.stage.width() >= STAGE_SHARE * wide.width()
    wide.resize(1280, 800)
    settle()
    assert wide.learn.stage.width() >= STAGE_SHARE * wide.width()
