"""The hub without a window: places, answers, time, and the one timer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hinge_tutor.app.moments import key_moments
from hinge_tutor.app.pages import turn_on
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.lessons.readings import Readings

from .conftest import Hands, unasked

# A repetition of ten seconds at a quarter of its speed, a tenth of a second at a time, is through
# by then.
MOST_BEATS = 400


def builds(session: Session) -> Iterator[str]:
    """Walks to the end of the course."""
    yield session.build.name
    while (after := session.route.after(session.spot)) is not None:
        session.go(after)
        yield session.build.name


def find(session: Session, wanted: str) -> None:
    """Goes to the first build that is played as wanted."""
    spot = next(
        spot for spot in session.route.spots if session.route.build(spot).stage.play == wanted
    )
    session.go(spot)
    assert session.build.stage.play == wanted


def test_next_goes_through_every_build_and_back_again(session: Session) -> None:
    walked = len(list(builds(session)))
    assert walked == len(session.route.spots)
    assert session.route.after(session.spot) is None
    back = 1
    while (before := session.route.before(session.spot)) is not None:
        session.go(before)
        back += 1
    assert back == walked
    assert session.spot == session.route.spots[0]


def test_a_step_back_goes_to_the_start_of_a_step_first(session: Session) -> None:
    route = session.route
    second = next(spot for spot in route.spots if spot.step == 1 and spot.build == 1)
    assert route.step_before(second) == route.find(session.lesson.id, 2, 1)
    assert route.step_before(route.find(session.lesson.id, 2, 1) or second) == route.spots[0]


def test_places_outside_the_lesson_are_the_nearest_inside(session: Session) -> None:
    last = session.route.spots[-1]
    assert session.route.find(session.lesson.id, 99, 99) == last
    assert session.route.find("no-such-lesson", 1, 1) is None


def test_the_first_answer_stays_and_is_explained_when_the_lesson_says_so(session: Session) -> None:
    spot = next(s for s in session.route.spots if session.route.build(s).question is not None)
    session.go(spot)
    question = session.question
    assert question is not None
    wrong = next(i for i, choice in enumerate(question.choices) if not choice.right)
    session.choose(wrong)
    session.choose(question.right)
    assert session.answer == wrong
    while not session.explained:
        after = session.route.after(session.spot)
        assert after is not None
        assert after.step == spot.step, "an answer is explained within its step"
        session.go(after)
    session.reset_step()
    assert session.answer is None


def test_an_answer_that_nobody_gave_is_told_in_the_end(session: Session) -> None:
    asked = [s for s in session.route.spots if session.route.build(s).question is not None]
    for first in asked:
        told = []
        for spot in (s for s in session.route.spots if s.step == first.step and s >= first):
            session.go(spot)
            assert session.answer is None
            told.append((session.question is not None, session.explained))
        # Open, then told in one build, then gone for good.
        assert told.count((True, True)) == 1
        assert told == sorted(told, key=[(True, False), (True, True), (False, False)].index)


@pytest.mark.parametrize("answered", [False, True])
def test_a_question_that_is_answered_at_once_stays_for_one_build(
    session: Session, answered: bool
) -> None:
    first = next(s for s in session.route.spots if session.route.build(s).question is not None)
    step = session.route.step(first)
    question = step.question
    assert question is not None
    builds = tuple(
        replace(build, question=replace(question, reveal="") if build.question else None)
        for build in step.builds
    )
    lesson = replace(session.lesson, steps=(replace(step, builds=builds),))
    alone = Session(Readings.of((lesson,)), session.words, session.solve, Memory(None))
    alone.go(Spot(0, 0, first.build))
    assert not alone.explained
    if answered:
        alone.choose(question.right)
        assert alone.explained
    turn_on(alone)
    assert alone.explained == (not answered)
    turn_on(alone)
    assert alone.question is None


def test_the_timer_runs_only_while_something_moves_before_somebodys_eyes(
    session: Session,
) -> None:
    find(session, "loop")
    timeline = session.timeline
    ran = [timeline.running]
    timeline.set_seen(True)
    ran.append(timeline.running)
    timeline.play(False)
    ran.append(timeline.running)
    timeline.play()
    ran.append(timeline.running)
    timeline.set_seen(False)
    ran.append(timeline.running)
    # Nobody sees it, seen, paused, playing again, hidden.
    assert ran == [False, True, False, True, False]


def test_time_is_that_of_the_injected_clock_and_a_stall_is_short(
    session: Session, hands: Hands, qtbot: QtBot
) -> None:
    find(session, "loop")
    session.set_speed(1.0)
    session.timeline.stand_at(0.0)
    session.timeline.set_seen(True)
    session.timeline.play()
    hands.seconds += 0.05
    with qtbot.waitSignal(session.frame_changed, timeout=2000):
        pass
    assert session.timeline.time_s == pytest.approx(0.05)
    hands.seconds += 60
    with qtbot.waitSignal(session.frame_changed, timeout=2000):
        pass
    assert session.timeline.time_s == pytest.approx(0.15)
    session.timeline.play(False)


def test_with_reduced_motion_only_key_poses_are_shown(
    session: Session, hands: Hands, qtbot: QtBot
) -> None:
    find(session, "loop")
    session.change_settings(Settings(reduced_motion=True))
    session.timeline.stand_at(0.0)
    shown: set[float] = set()
    session.frame_changed.connect(lambda: shown.add(session.timeline.time_s))
    session.timeline.set_seen(True)
    session.timeline.play()
    poses = key_moments(session.timeline.spans)
    # The last pose of a loop is the first one again, or is shown when nothing plays any more.
    wanted = set(poses[:-1])
    for _ in range(MOST_BEATS):
        hands.seconds += 0.1
        qtbot.wait(17)
        if wanted <= shown:
            break
    session.timeline.set_seen(False)
    assert wanted <= shown, "the same content comes, pose by pose"
    assert all(any(abs(moment - pose) < 1e-9 for pose in poses) for moment in shown)
    session.timeline.play(False)


def test_key_poses_are_stepped_through_one_by_one(session: Session) -> None:
    unasked(session)
    timeline = session.timeline
    timeline.stand_at(0.0)
    moments = [0.0]
    for _ in timeline.spans:
        timeline.step_key_pose(True)
        moments.append(timeline.time_s)
    assert tuple(moments) == key_moments(timeline.spans)
    timeline.step_key_pose(False)
    assert timeline.time_s == moments[-2]
    for index, span in enumerate(timeline.spans):
        timeline.stand_at_phase(index)
        phase = timeline.phase
        assert phase is not None
        assert phase.phase == span.phase


def test_a_loop_has_two_ends_in_order(session: Session) -> None:
    unasked(session)
    timeline = session.timeline
    whole = timeline.clock.duration_s
    timeline.stand_at(0.6 * whole)
    timeline.loop_from_here(False)
    timeline.stand_at(0.3 * whole)
    timeline.loop_from_here(True)
    assert timeline.clock.loop == pytest.approx((0.3 * whole, 0.6 * whole))
    timeline.stand_at(0.9 * whole)
    timeline.loop_from_here(True)
    assert timeline.clock.loop == pytest.approx((0.9 * whole, whole))
    timeline.set_loop((1.0, 1.0))
    assert timeline.clock.loop is None


def test_speed_goes_through_a_list_and_stops_at_its_ends(session: Session) -> None:
    session.set_speed(1.0)
    for _ in range(10):
        session.set_speed(session.timeline.speed_beside(-1))
    assert session.timeline.clock.speed == pytest.approx(0.1)
    for _ in range(10):
        session.set_speed(session.timeline.speed_beside(1))
    assert session.timeline.clock.speed == pytest.approx(2.0)
    assert session.options.speed == pytest.approx(2.0)


@pytest.mark.whole_course
def test_only_the_lesson_that_is_open_is_read(session: Session) -> None:
    assert [each.id for each in session.route.lessons.known()] == [session.lesson.id]
