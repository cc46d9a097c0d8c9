"""Joints of the stage's figures are dragged, nudged and bent; the figure keeps standing."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from hinge_tutor.app.pose_sliders import PoseSliders
from hinge_tutor.app.route import Spot
from hinge_tutor.app.window import Window
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.scene_text import parse_scene, write_figure
from hinge_tutor.stage.shapes import Disc

from .conftest import Opened, settle, unasked

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
# Contacts in m; a place that follows a pointer of whole px is half a px off, and rounded angles
# add a fraction of a millimeter.
CONTACT_M, FOLLOWS_M = 1e-6, 0.012
TARGET_PX = 24.0


def ready(window: Window) -> None:
    """Three figures at their deepest, their poses open to editing."""
    window.session.go(Spot(0, 1, 0))
    window.session.timeline.stand_deepest()
    settle()
    window.commands.run("edit_pose")
    settle()


def handle(window: Window, name: str, figure: int) -> QPointF:
    """Where a handle is, px of the stage, as it was painted last."""
    window.learn.stage.repaint()
    found = window.learn.hand.place_of(name, figure)
    assert found is not None
    return found


def pull(window: Window, name: str, figure: int, by: QPoint, steps: int = 4) -> None:
    """Presses a handle and moves it in some steps; the button stays down."""
    stage = window.learn.stage
    begin = handle(window, name, figure).toPoint()
    QTest.mousePress(stage, LEFT, NONE, begin)
    for step in range(1, steps + 1):
        QTest.mouseMove(stage, begin + QPoint(by.x() * step // steps, by.y() * step // steps))
        settle()


def drop(window: Window, at: QPoint) -> None:
    QTest.mouseRelease(window.learn.stage, LEFT, NONE, at)
    settle()


def drag(window: Window, name: str, figure: int, by: QPoint) -> None:
    begin = handle(window, name, figure).toPoint()
    pull(window, name, figure, by)
    drop(window, begin + by)


def posed(window: Window, figure: int) -> Repetition:
    return window.session.repetitions[figure]


def own_time(window: Window, figure: int) -> float:
    session = window.session
    return session.clock.own_times(session.timeline.fraction)[figure]


def stands(repetition: Repetition) -> None:
    take = repetition.take
    for contact in take.contacts:
        point = take.pose.point(contact.point)[0]
        assert math.dist(point, contact.target_m) < CONTACT_M
    low, high = take.body.base_x_m
    assert low <= take.com_m[0, 0] <= high


def test_editing_shows_handles_and_sliders_and_stops_the_motion(window: Window) -> None:
    window.session.go(Spot(0, 1, 0))
    window.session.timeline.play()
    settle()
    window.commands.run("edit_pose")
    settle()
    assert not window.session.timeline.running
    assert window.learn.dock.pose.isVisible()
    painted = window.learn.stage.painted
    assert painted is not None
    assert {"handles"} <= painted.layers()
    figures = len(window.session.repetitions)
    assert len(painted.named("handle.hip")) == 3 * figures
    assert window.session.options.shows("findings")
    assert not painted.named("handle.ankle")
    window.commands.run("edit_pose")
    settle()
    assert not window.learn.dock.pose.isVisible()
    painted = window.learn.stage.painted
    assert painted is not None
    assert "handles" not in painted.layers()
    assert window.session.options.layers == frozenset(window.session.build.stage.layers)


@pytest.mark.parametrize("name", ["hip", "knee", "back", "shoulder", "head", "elbow", "hand"])
def test_a_dragged_joint_follows_and_the_body_stands(window: Window, name: str) -> None:
    ready(window)
    before = posed(window, 1).take.at(posed(window, 1).take.turn_s)
    others = [posed(window, figure).take.q for figure in (0, 2)]
    time_s = window.session.timeline.time_s
    begin = handle(window, name, 1)
    drag(window, name, 1, QPoint(-8, 10))
    held = posed(window, 1)
    assert held.moving is not None
    assert held.take.duration_s == 0.0
    stands(held)
    for figure, q in zip((0, 2), others, strict=True):
        np.testing.assert_array_equal(posed(window, figure).take.q, q)
    assert window.session.timeline.time_s == time_s
    assert window.session.plan.movements[1].held_in == "descent"
    landmark = window.learn.posing.figure.handles[name]
    moved = held.take.pose.point(landmark)[0] - before.point(landmark)
    assert math.hypot(*moved) > 0.002
    if name not in ("knee", "elbow"):
        ended = handle(window, name, 1)
        assert math.dist((ended.x(), ended.y()), (begin.x() - 8, begin.y() + 10)) < 8


def test_the_figure_stays_where_it_is_while_it_is_dragged(window: Window) -> None:
    """Neither the status line nor a badge moves the ground under the hand."""
    ready(window)
    window.learn.stage.repaint()
    before = window.learn.stage.geometry()
    pull(window, "hip", 1, QPoint(-6, 6))
    assert window.learn.stage.geometry() == before
    drop(window, QPoint(0, 0))
    assert window.learn.stage.geometry() == before


def test_escape_gives_the_former_pose_back_during_a_drag_and_ends_editing_after(
    window: Window,
) -> None:
    ready(window)
    own = window.session.plan
    pull(window, "hip", 0, QPoint(20, 20))
    assert window.session.plan != own
    QTest.keyClick(window.learn.stage, Qt.Key.Key_Escape)
    settle()
    assert window.session.plan is own
    assert window.learn.posing.on
    drop(window, QPoint(5, 5))
    assert window.session.plan is own
    QTest.keyClick(window.learn.stage, Qt.Key.Key_Escape)
    assert not window.learn.posing.on


def test_a_drag_is_one_entry_that_is_undone_and_redone(window: Window) -> None:
    ready(window)
    own = window.session.plan.movements
    drag(window, "hip", 0, QPoint(10, 10))
    once = window.session.plan.movements
    drag(window, "hand", 0, QPoint(20, -10))
    twice = window.session.plan.movements
    assert len({own, once, twice}) == 3
    time_s = own_time(window, 1)
    for key, plan in (("undo", once), ("undo", own), ("redo", once), ("redo", twice)):
        window.commands.run(key)
        settle()
        assert window.session.plan.movements == plan
        assert own_time(window, 1) == pytest.approx(time_s)
    window.commands.run("undo")
    window.commands.run("undo")
    assert window.session.plan.movements == own


def test_arrows_move_the_chosen_handle_by_a_centimeter_and_with_shift_by_five(
    window: Window,
) -> None:
    ready(window)
    stage = window.learn.stage
    stage.setFocus()
    QTest.keyClick(stage, Qt.Key.Key_Tab)
    assert window.learn.posing.chosen == ("hip", 0)
    assert stage.hasFocus()
    assert stage.accessibleDescription().startswith("Drag the hips")
    assert "Hip 91°" in stage.accessibleDescription()
    take = posed(window, 0).take
    x, y = take.at(take.turn_s).point("mid_hip")
    time_s = own_time(window, 1)
    QTest.keyClick(stage, Qt.Key.Key_Right)
    settle()
    one = posed(window, 0).take.pose.point("mid_hip")[0]
    assert math.dist(one, (x + 0.01, y)) < FOLLOWS_M / 4
    # The others stand where they stood, whoever leads the clock now.
    assert own_time(window, 1) == pytest.approx(time_s)
    QTest.keyClick(stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle()
    two = posed(window, 0).take.pose.point("mid_hip")[0]
    assert math.dist(two, (x + 0.01, y - 0.05)) < FOLLOWS_M / 4
    stands(posed(window, 0))
    window.commands.run("undo")
    window.commands.run("undo")
    assert window.session.plan.movements == window.session.build.stage.movements


def test_tab_goes_through_all_handles_and_on(window: Window) -> None:
    ready(window)
    stage = window.learn.stage
    stage.setFocus()
    seen: list[object] = []
    while stage.hasFocus() and len(seen) < 40:
        QTest.keyClick(stage, Qt.Key.Key_Tab)
        if stage.hasFocus():
            seen.append(window.learn.posing.chosen)
    assert len(seen) == len(set(seen)) == 7 * 3
    assert not stage.hasFocus()


def test_a_slider_bends_its_joint(window: Window) -> None:
    ready(window)
    window.learn.posing.choose(("knee", 1))
    settle()
    sliders = window.learn.dock.pose.sliders.findChildren(QSlider)
    knee = next(each for each in sliders if each.accessibleName().startswith("Knee"))
    before = knee.value()
    knee.setFocus()
    for _ in range(3):
        QTest.keyClick(knee, Qt.Key.Key_Left)
        settle()
    assert knee.value() == before - 3
    value = math.degrees(float(posed(window, 1).take.pose.value("knee_flexion")[0]))
    assert value == pytest.approx(before - 3, abs=0.6)
    stands(posed(window, 1))
    # Each press of a key is one change.
    for _ in range(3):
        window.commands.run("undo")
    settle()
    assert knee.value() == before
    assert all(each.height() >= TARGET_PX for each in sliders)


def test_rules_speak_at_once(window: Window) -> None:
    ready(window)
    window.learn.posing.choose(("back", 0))
    settle()
    pane = window.learn.dock.pose
    kept = window.session.words.pose("kept")
    assert pane.judged == kept
    pull(window, "back", 0, QPoint(0, -40), steps=8)
    assert posed(window, 0).findings
    assert window.session.words.finding(posed(window, 0).findings[0]) in pane.judged
    drop(window, QPoint(0, 0))


def test_a_click_shows_the_part_and_a_pull_begins_to_edit(window: Window) -> None:
    ready(window)
    window.commands.run("edit_pose")
    settle()
    QTest.mouseClick(window.learn.stage, LEFT, NONE, handle(window, "knee", 1).toPoint())
    settle()
    assert window.session.options.highlight == "knee"
    assert not window.learn.dock.pose.isVisible()
    window.inspector.close()
    settle()
    pull(window, "hip", 1, QPoint(-12, 4))
    assert window.learn.dock.pose.isVisible()
    assert posed(window, 1).moving is not None
    drop(window, QPoint(0, 0))


def test_a_figure_that_faces_left_is_dragged_the_way_the_pointer_goes(window: Window) -> None:
    ready(window)
    window.commands.run("mirror")
    settle()
    take = posed(window, 1).take
    x, _ = take.at(take.turn_s).point("mid_hip")
    drag(window, "hip", 1, QPoint(14, 0))
    assert posed(window, 1).take.pose.point("mid_hip")[0, 0] < x - 0.005


def test_every_handle_can_be_met_by_a_finger(opened: Opened) -> None:
    window = opened((1280, 900))
    ready(window)
    place = handle(window, "head", 0)
    for beside in (QPointF(11.5, 0), QPointF(0, -11.5), QPointF(-8, 8)):
        met = window.learn.hand.handle_at(place + beside)
        assert met is not None
        assert (met.name, met.figure) == ("head", 0)
    painted = window.learn.stage.painted
    assert painted is not None
    px = painted.width / window.learn.stage.width()
    rings = [shape for shape in painted.named("handle.head") if isinstance(shape, Disc)]
    assert max(ring.radius for ring in rings) > 4.0 * px


def test_nobody_poses_while_a_question_is_open(window: Window) -> None:
    session = window.session
    spots = [
        Spot(0, step, build)
        for step, each in enumerate(session.lesson.steps)
        for build in range(len(each.builds))
    ]
    for spot in spots:
        session.go(spot)
        if session.pending:
            break
    assert session.pending
    assert not window.learn.posing.possible()
    window.commands.run("edit_pose")
    assert not window.learn.posing.on


def test_in_the_air_there_is_nothing_to_hold(window: Window) -> None:
    session = window.session
    unasked(session)
    session.try_out(parse_scene("vertical-jump"))
    spans = {span.phase: span for span in session.timeline.spans}
    session.timeline.stand_at((spans["flight"].from_s + spans["flight"].to_s) / 2)
    settle()
    assert not window.learn.posing.take("hip", 0)
    assert session.notice == session.words.pose("in_the_air")


def test_another_build_forgets_what_was_edited(window: Window) -> None:
    ready(window)
    drag(window, "hip", 0, QPoint(10, 10))
    window.commands.run("next")
    settle()
    assert not window.session.trying
    assert all(each.moving is None for each in window.session.repetitions)
    assert not window.drawer.sandbox.can_undo


def test_a_pose_alone_has_a_phase_and_no_time(window: Window) -> None:
    session = window.session
    unasked(session)
    session.try_out(parse_scene("squat"))
    session.timeline.stand_deepest()
    settle()
    window.commands.run("edit_pose")
    drag(window, "hip", 0, QPoint(-6, -10))
    assert session.timeline.clock.duration_s == 0.0
    assert [span.phase for span in session.timeline.spans] == ["descent"]
    for id_ in ("plots", "key_strip", "layer_muscles", "describe", "play", "next_pose", "deepest"):
        window.commands.run(id_)
        settle()
    assert not session.timeline.running
    text = write_figure(session.plan.movements[0])
    assert parse_scene(text).movements[0].pose == session.plan.movements[0].pose
    window.commands.run("move_again")
    settle()
    assert session.timeline.clock.duration_s > 0.0
    window.commands.run("undo")
    settle()
    assert session.timeline.clock.duration_s == 0.0


def test_bodies_on_other_ground_keep_it(window: Window) -> None:
    session = window.session
    unasked(session)
    for movement, phase, name in (
        ("hip-distraction", "turn", "hip"),
        ("leg-swing", "descent", "ankle_near"),
        ("leg-curl", "descent", "ankle"),
        ("lunge", "descent", "shoulder"),
    ):
        session.try_out(parse_scene(movement))
        session.timeline.stand_at(
            next(span.to_s for span in session.timeline.spans if span.phase == phase)
        )
        window.learn.posing.switch(on=True)
        settle()
        drag(window, name, 0, QPoint(-5, -6))
        held = posed(window, 0)
        assert held.moving is not None, movement
        pose = Pose(held.take.body, held.take.q[0])
        for contact in held.take.contacts:
            assert math.dist(pose.point(contact.point), contact.target_m) < 1e-5, movement


def test_a_figure_that_moves_again_stands_in_the_phase_of_its_pose(window: Window) -> None:
    session = window.session
    unasked(session)
    session.try_out(parse_scene("squat"))
    end = next(span.to_s for span in session.timeline.spans if span.phase == "descent")
    session.timeline.stand_at(end)
    window.learn.posing.switch(on=True)
    settle()
    drag(window, "hip", 0, QPoint(-6, -10))
    window.commands.run("move_again")
    assert session.timeline.time_s == pytest.approx(end)


def test_the_sandbox_has_the_same_sliders_and_shows_handles_under_the_pointer(
    opened: Opened,
) -> None:
    window = opened((1600, 1000))
    window.session.go(Spot(0, 1, 0))
    window.session.timeline.stand_deepest()
    settle()
    window.commands.run("sandbox")
    settle()
    sliders = window.drawer.pane.findChildren(PoseSliders)[0].findChildren(QSlider)
    window.drawer.sandbox.choose(1)
    settle()
    knee = next(each for each in sliders if each.accessibleName().startswith("Knee"))
    deepest = posed(window, 1).take.at(posed(window, 1).take.turn_s)
    assert knee.value() == round(math.degrees(float(deepest.value("knee_flexion"))))
    stage = window.learn.stage
    QTest.mouseMove(stage, QPoint(3, 3))
    settle()
    assert stage.painted is not None
    assert "handles" in stage.painted.layers()
    drag(window, "hip", 0, QPoint(-10, 4))
    assert posed(window, 0).moving is not None
    assert not window.learn.dock.pose.isVisible()
    assert window.drawer.sandbox.chosen == 0
    knee.setValue(knee.value() + 4)
    settle()
    value = math.degrees(float(posed(window, 0).take.pose.value("knee_flexion")[0]))
    assert value == pytest.approx(knee.value(), abs=0.6)
    window.commands.run("undo")
    window.commands.run("undo")
    settle()
    assert window.session.plan.movements == window.session.build.stage.movements


def test_who_leads_the_others_in_depth_leads_them_no_further_when_it_is_posed(
    window: Window,
) -> None:
    ready(window)
    assert window.session.plan.same_height
    others = [posed(window, figure).take.q for figure in (1, 2)]
    drag(window, "hand", 0, QPoint(10, -30))
    for figure, q in zip((1, 2), others, strict=True):
        np.testing.assert_array_equal(posed(window, figure).take.q, q)


def test_handles_leave_the_legend_as_it_is(window: Window) -> None:
    ready(window)
    window.session.set_options(window.session.options.switched("legend"))
    window.learn.stage.repaint()
    painted = window.learn.stage.painted
    assert painted is not None
    assert painted.still is not None
    last = painted.shapes[-painted.still.count :]
    assert "handles" in painted.layers()
    assert not [shape for shape in last if shape.layer == "handles"]
