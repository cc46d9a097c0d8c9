"""Scenes are read as they are documented, written as they are read, or refused in one sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.body.limits import SIDED
from hinge_tutor.body.places import load_places
from hinge_tutor.body.specification import BodyError
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.scene_error import SceneError
from hinge_tutor.lessons.scene_text import (
    DECIMALS,
    LONGEST,
    PARTS,
    Part,
    name_of,
    parse_scene,
    write_figure,
    write_scene,
)
from hinge_tutor.motion.corners import BlendError
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement, load_movement, movements
from hinge_tutor.motion.posing import HEAD, PoseError

BLENDING = ("hip-hinge", "squat", "forward-bend")
BODIES = ("default", "tall", "femur=+8%", "small,sex=female", "height=1.8,mass=82.5,ankle=20")


def shares(movement: str) -> st.SearchStrategy[tuple[tuple[str, float], ...]]:
    """Some faults of a movement, each with a whole or broken percentage."""
    own = [name for name, fault in faults().items() if movement in fault.on]
    share = st.integers(0, 100_000).map(lambda thousandths: thousandths / 1000 / 100)
    if not own:
        return st.just(())
    rows = st.lists(st.tuples(st.sampled_from(own), share), unique_by=lambda row: row[0])
    return rows.map(tuple)


def mixes(movement: str) -> st.SearchStrategy[tuple[tuple[str, float], ...]]:
    """Some of other movements that blend with this one, at most all of it."""
    others = [name for name in BLENDING if name != movement]
    if movement not in BLENDING:
        return st.just(())
    parts = st.lists(st.integers(0, 50_000).map(lambda part: part / 1000 / 100), max_size=2)
    return parts.map(lambda each: tuple(zip(others, each, strict=False)))


def finite(low: float, high: float) -> st.SearchStrategy[float]:
    """Numbers of any decimals that a text keeps."""
    return st.floats(low, high).map(lambda value: round(value, DECIMALS))


def poses(movement: str) -> st.SearchStrategy[tuple[tuple[tuple[str, float], ...], str]]:
    """Some joints of a movement with their angles, and a phase that something carries."""
    known = load_movement(movement)
    phases = [phase.id for phase in known.phases if known.touching(phase.id)]
    allowed = [*SIDED, *HEAD] if known.symmetric else [f"{name}_near" for name in SIDED]
    row = st.tuples(st.sampled_from(allowed), finite(-180.0, 180.0))
    rows = st.lists(row, min_size=1, max_size=4, unique_by=lambda row: row[0])
    return st.tuples(rows.map(tuple), st.sampled_from(["", *phases]))


def casts(movement: str) -> st.SearchStrategy[Cast]:
    """Figures with any of their parts."""
    seconds = finite(0.1, 60.0)
    pause = finite(0.0, 60.0)
    return st.builds(
        lambda body, load, wrong, tempo, depth, held, mix: Cast(
            movement,
            movement,
            body,
            load[0] if load else None,
            load_at=load[1] if load else "",
            faults=wrong,
            tempo=tempo,
            depth=depth,
            # One that holds a pose is of one movement.
            mix=() if held[0] else mix,
            pose=held[0],
            held_in=held[1],
        ),
        st.sampled_from(BODIES),
        st.none() | st.tuples(finite(0.0, 500.0), st.sampled_from(("", *load_places()))),
        shares(movement),
        st.none() | st.tuples(seconds, pause, seconds, pause),
        st.none() | st.integers(1000, 10_000).map(lambda part: part / 100 / 100),
        st.just(((), "")) | poses(movement),
        mixes(movement),
    )


def named(cast: Cast, number: int) -> Cast:
    """The same figure called as a scene calls it."""
    return Cast(
        name_of(cast.movement, number),
        cast.movement,
        cast.body,
        cast.load_kg,
        cast.load_at,
        cast.faults,
        cast.tempo,
        cast.depth,
        cast.mix,
        cast.pose,
        cast.held_in,
    )


@given(st.lists(st.sampled_from(movements()).flatmap(casts), min_size=1, max_size=3))
def test_what_is_written_is_read_again(rows: list[Cast]) -> None:
    text = write_scene(tuple(rows))
    read = parse_scene(text).movements
    assert read == tuple(named(cast, number) for number, cast in enumerate(rows))
    assert write_scene(read) == text


def test_a_figure_is_written_as_short_as_it_can_be() -> None:
    assert write_figure(Cast("x", "squat")) == "squat"
    whole = Cast(
        "x",
        "squat",
        "tall,ankle=30",
        20.0,
        load_at="back",
        faults=(("rounded-back", 0.6), ("heels-up", 1.0)),
        tempo=(3.0, 1.0, 1.5, 0.0),
        depth=0.8,
        mix=(("hip-hinge", 0.4),),
    )
    said = "squat~hip-hinge=40+rounded-back=60+heels-up=100@tall,ankle=30*20:back/3-1-1.5-0^80"
    assert write_figure(whole) == said


def test_parts_stand_in_any_order() -> None:
    (one,) = parse_scene("squat^80%/3-1-1-1*20:back@femur=+8%,tibia=+2%+heels-up=60").movements
    assert write_figure(one) == "squat+heels-up=60@femur=+8%,tibia=+2%*20:back/3-1-1-1^80"


def test_every_part_has_a_mark_of_its_own() -> None:
    marks = [part.mark for part in PARTS]
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 1 and mark not in "|,=:-%." for mark in marks)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.form)
def test_the_example_of_every_part_is_one(part: Part) -> None:
    (one,) = parse_scene(f"squat{part.mark}{part.example}").movements
    assert part.write(one) == part.example


def test_a_scene_is_figures_with_bodies_and_loads() -> None:
    plan = parse_scene("hip-hinge@femur=+8%,torso=-7%*20 | squat | forward-bend*5", ("muscles",))
    assert [(cast.movement, cast.body, cast.load_kg) for cast in plan.movements] == [
        ("hip-hinge", "femur=+8%,torso=-7%", 20.0),
        ("squat", "default", None),
        ("forward-bend", "default", 5.0),
    ]
    assert plan.layers == ("muscles",)
    assert len({cast.name for cast in plan.movements}) == 3


def test_one_movement_may_stand_there_twice() -> None:
    plan = parse_scene("squat|squat@tall")
    assert len({cast.name for cast in plan.movements}) == 2


def test_a_scene_says_faults_with_their_percentages() -> None:
    plan = parse_scene("hip-hinge+rounded-back=60+leaning-back@tall*20|squat+heels-up")
    first, second = plan.movements
    assert first.faults == (("rounded-back", 0.6), ("leaning-back", 1.0))
    assert (first.movement, first.body, first.load_kg) == ("hip-hinge", "tall", 20.0)
    assert second.faults == (("heels-up", 1.0),)


def test_a_load_may_have_a_place_of_its_own() -> None:
    held, high = parse_scene("squat*20|squat@tall*30:back").movements
    assert (held.load_kg, held.load_at) == (20.0, "")
    assert (high.load_kg, high.load_at, high.body) == (30.0, "back", "tall")


def test_tempo_and_depth_are_said_behind_their_marks() -> None:
    (one,) = parse_scene("squat / 3-0-1-1 ^ 55").movements
    assert one.tempo == (3.0, 0.0, 1.0, 1.0)
    assert one.depth == 0.55


def test_a_pose_is_said_in_brackets_with_the_phase_that_carries_it() -> None:
    (one,) = parse_scene("squat(descent: hip_flexion=78, neck_flexion=-18.5)@tall").movements
    assert one.pose == (("hip_flexion", 78.0), ("neck_flexion", -18.5))
    assert one.held_in == "descent"
    assert write_figure(one) == "squat@tall(descent:hip_flexion=78,neck_flexion=-18.5)"


def test_a_figure_may_have_some_of_other_movements() -> None:
    (one,) = parse_scene("hip-hinge ~squat=30~ forward-bend=20 @tall").movements
    assert (one.movement, one.body) == ("hip-hinge", "tall")
    assert one.mix == (("squat", 0.3), ("forward-bend", 0.2))
    assert write_figure(one) == "hip-hinge~squat=30~forward-bend=20@tall"


def test_a_figure_that_holds_a_pose_is_of_one_movement() -> None:
    with pytest.raises(SceneError, match="one movement"):
        parse_scene("squat~hip-hinge=30(hip_flexion=40)")


@pytest.mark.parametrize(
    ("text", "problem", "said"),
    [
        ("hip-hnige", UnknownMovement, "Did you mean 'hip-hinge'?"),
        ("hip-hinge@giant", BodyError, "giant"),
        ("hip-hinge@", SceneError, "not of the form"),
        ("hip-hinge*", SceneError, "not of the form"),
        ("hip-hinge*heavy", SceneError, "is not a load"),
        ("", SceneError, "not of the form"),
        ("squat|", SceneError, "not of the form"),
        ("squat|squat|squat|squat", SceneError, "up to 3 figures"),
        ("squat*20:", SceneError, "no place after the colon"),
        ("squat*:back", SceneError, "give a number from 0 to 500 kg"),
        ("squat*nan", SceneError, "give a number from 0 to 500 kg"),
        ("squat*20:bakc", SceneError, 'did you mean "back"?'),
        ("squat*20*30", SceneError, "two parts after *"),
        ("squat@tall@small", SceneError, "two parts after @"),
        ("squat/3-1-1", SceneError, "not four numbers"),
        ("squat/3-1-1-nan", SceneError, "top takes 0 to 60 s"),
        ("squat^5", SceneError, "give a number from 10 to 100 %"),
        ("squat^nan", SceneError, "give a number from 10 to 100 %"),
        ("squat^", SceneError, "not of the form"),
        ("hip-hinge~", SceneError, "not of the form"),
        ("hip-hinge~squat", SceneError, "write ~MOVEMENT=PERCENT"),
        ("hip-hinge~=30", SceneError, "write ~MOVEMENT=PERCENT"),
        ("hip-hinge~squat=", SceneError, "give a number from 0 to 100 %"),
        ("hip-hinge~squat=nan", SceneError, "give a number from 0 to 100 %"),
        ("hip-hinge~squat=-5", SceneError, "give a number from 0 to 100 %"),
        ("hip-hinge~sqaut=30", UnknownMovement, "Did you mean 'squat'?"),
        ("hip-hinge~squat=70~forward-bend=40", BlendError, "110 % together; 100 are the most"),
        ("hip-hinge~squat=30~squat=30", BlendError, "given twice"),
        ("hip-hinge~hip-hinge=30", BlendError, "given twice"),
        ("hip-hinge~kettlebell-swing=30", BlendError, "nothing between hip-hinge and kettlebell"),
        ("hip-hinge~forward-bend=30+heels-up", FaultError, "to hip-hinge or forward-bend"),
        ("hip-hinge+", SceneError, "not of the form"),
        ("hip-hinge++", SceneError, "not of the form"),
        ("hip-hinge+rounded-back+", SceneError, "not of the form"),
        ("hip-hinge+roundet-back", FaultError, 'did you mean "rounded-back"?'),
        ("hip-hinge+rounded-back=much", FaultError, "a percentage from 0 to 100"),
        ("hip-hinge+rounded-back=nan", FaultError, "a percentage from 0 to 100"),
        ("hip-hinge+rounded-back=101", FaultError, "a percentage from 0 to 100"),
        ("hip-hinge+rounded-back+rounded-back=3", FaultError, "given twice"),
        ("hip-hinge+heels-up", FaultError, "does not belong to hip-hinge; it is of: squat"),
        ("squat@" + "x" * 500, SceneError, "too long for a name or a number"),
        ("squat|" * LONGEST, SceneError, f"up to {LONGEST:,} signs"),
        ("squat(", SceneError, "not of the form"),
        ("squat()", SceneError, "is not an angle of a joint"),
        ("squat(knee_flexion=3", SceneError, 'has no ")" at its end'),
        ("squat(knee_flexion)", SceneError, "is not an angle of knee_flexion"),
        ("squat(knee_flexion=nan)", SceneError, "give a number from -180 to 180 degrees"),
        ("squat(knee_flexion=1e9)", SceneError, "give a number from -180 to 180 degrees"),
        ("squat(:knee_flexion=3)", SceneError, "no phase before the colon"),
        ("squat(knee=3)", PoseError, "no 'knee'"),
        ("squat(knee_flexion_near=3)", PoseError, "no 'knee_flexion_near'"),
        ("squat(knee_flexion=3,knee_flexion=4)", PoseError, "twice"),
        ("squat(decsent:knee_flexion=3)", PoseError, 'did you mean "descent"?'),
        ("vertical-jump(flight:knee_flexion=3)", PoseError, "Nothing carries the body in flight"),
        ("squat\0", UnknownMovement, "no movement"),
    ],
)
def test_what_is_no_scene_is_refused_in_a_sentence(
    text: str, problem: type[Exception], said: str
) -> None:
    with pytest.raises(problem, match=re.escape(said)) as caught:
        parse_scene(text)
    assert "\n" not in str(caught.value)
    # Even where everything is quoted that may be, a sentence fits into a window.
    assert len(str(caught.value)) < 800


@given(st.text(st.sampled_from("squat+~@*/^|=,:%-. 1n\0é()"), max_size=60))
def test_whatever_is_typed_is_a_scene_or_a_sentence(text: str) -> None:
    try:
        casts = parse_scene(text).movements
    except (
        SceneError,
        UnknownMovement,
        BlendError,
        FaultError,
        BodyError,
        PoseError,
    ) as refusal:
        said = str(refusal)
    else:
        said = write_scene(casts)
        assert parse_scene(said).movements == casts
    assert said
    assert "\n" not in said
