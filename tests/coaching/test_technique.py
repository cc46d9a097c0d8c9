"""The technique map says at each place what the repetition of the same shares asks at its turn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.coaching.technique import (
    COARSE,
    CORNERS,
    DISC,
    EFFORTS,
    FINE,
    MOMENTS,
    QUANTITIES,
    SLICE,
    TechniqueMap,
    grid,
    node,
    technique_map,
)
from hinge_tutor.motion import corners
from hinge_tutor.motion.corners import BlendError, Corner, Mix
from hinge_tutor.motion.take import Load, Reason

NOTHING = Load(0.0, "hands")
# What a still pose and the repetition at its turn may differ in: both solve the same equations, the
# repetition through a spline whose accelerations at rest are not quite nothing.
PERCENT, NEWTON, NEWTON_METER = 0.01, 0.5, 0.05
# Read between nodes, a value is that of the pose itself to this share of what it varies by.
# Most are a tenth of that off, but muscles that begin to work do so with a bend.
BETWEEN_NODES = 0.02
CASES = [("default", NOTHING), ("small", Load(10.0, "hands")), ("stiff", Load(20.0, "back"))]


def whole(who: str, load: Load, steps: int = COARSE) -> TechniqueMap:
    *rests, found = technique_map(body(who), load, steps)
    assert found is not None
    assert not any(rests)
    return found


@pytest.mark.parametrize(("who", "load"), CASES)
def test_a_node_is_what_the_repetition_of_its_shares_asks_at_its_turn(who: str, load: Load) -> None:
    found = whole(who, load)
    for number in range(0, len(found.shares), 5):
        hinge, *others = zip(CORNERS, found.shares[number].tolist(), strict=True)
        done = perform(hinge[0], body(who), load=load, mix=tuple(others))
        here = done.take.index_at(done.take.turn_s)
        for id_ in QUANTITIES:
            value = found.values[id_][number]
            if id_ in EFFORTS:
                group = done.efforts.groups.index(id_.removesuffix("_effort_percent"))
                now = 100.0 * done.efforts.effort[here, group]
                assert value == pytest.approx(now, abs=PERCENT), id_
            elif id_ in MOMENTS:
                now = done.loads.net_moment_Nm[id_.removesuffix("_moment_Nm")][here]
                assert value == pytest.approx(now, abs=NEWTON_METER), id_
            else:
                assert id_ in DISC
                now = getattr(done.efforts, id_)[here]
                assert value == pytest.approx(now, abs=NEWTON), id_


def test_the_map_does_not_depend_on_how_it_is_sliced(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = whole("default", NOTHING)
    monkeypatch.setattr("hinge_tutor.coaching.technique.SLICE", 5)
    sliced = whole("default", NOTHING)
    for id_ in QUANTITIES:
        assert np.abs(at_once.values[id_] - sliced.values[id_]).max() < PERCENT


def test_it_is_worked_out_a_little_at_a_time() -> None:
    found = list(technique_map(body("default"), NOTHING, FINE))
    assert len(grid(FINE)) == 496
    # Three corners, the slices, the map.
    assert len(found) == 3 + -(-496 // SLICE) + 1


def test_nodes_are_numbered_as_the_grid_lists_them() -> None:
    for number, (first, second, third) in enumerate(COARSE * grid(COARSE)):
        assert node(COARSE, round(first), round(second)) == number
        assert first + second + third == pytest.approx(COARSE)


def test_a_value_is_read_between_the_three_nodes_around_it() -> None:
    # In parts of 6: (2.25, 1.5, 2.25) lies a quarter and a half beyond (2, 1), so
    # v = .25 v(2, 1) + .25 v(3, 1) + .5 v(2, 2); and (2.75, 1.5, 1.75) lies three quarters and a
    # half beyond it, so v = .25 v(3, 2) + .5 v(3, 1) + .25 v(2, 2).
    found, id_ = whole("default", NOTHING), QUANTITIES[0]
    v = found.values[id_]
    low = 0.25 * v[node(6, 2, 1)] + 0.25 * v[node(6, 3, 1)] + 0.5 * v[node(6, 2, 2)]
    high = 0.25 * v[node(6, 3, 2)] + 0.5 * v[node(6, 3, 1)] + 0.25 * v[node(6, 2, 2)]
    assert found.at(id_, (2.25 / 6, 1.5 / 6, 2.25 / 6)) == pytest.approx(low)
    assert found.at(id_, (2.75 / 6, 1.5 / 6, 1.75 / 6)) == pytest.approx(high)
    for number, shares in enumerate(found.shares):
        assert found.at(id_, shares.tolist()) == pytest.approx(v[number])


def test_a_fine_map_is_read_between_its_nodes_nearly_as_exactly_as_at_them() -> None:
    fine, finer = whole("default", NOTHING, FINE), whole("default", NOTHING, 2 * FINE)
    for id_ in QUANTITIES:
        wide = np.ptp(finer.values[id_])
        for number in range(0, len(finer.shares), 7):
            read = fine.at(id_, finer.shares[number].tolist())
            assert abs(read - finer.values[id_][number]) <= BETWEEN_NODES * wide, id_


def test_where_muscles_cannot_hold_a_pose_the_map_says_which_joint_gives_out() -> None:
    found = whole("small", Load(60.0, "hands"))
    assert found.hindered.all()
    hindrance = found.hindrance((1.0, 0.0, 0.0))
    assert hindrance is not None
    assert hindrance.joint in found.joints
    assert hindrance.lacking_Nm > 1.0
    assert whole("default", NOTHING).hindrance((1.0, 0.0, 0.0)) is None


def test_a_corner_that_ends_early_keeps_its_reason_and_stands_nevertheless() -> None:
    found = whole("ankle=15,hamstrings=40", NOTHING)
    assert set(found.short) == {"squat"}
    assert not found.stays
    assert not found.hindered.any()


def test_between_a_movement_and_one_that_this_body_cannot_do_it_is_said_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody is seen half-way to a movement in whose place they merely stand."""
    person, real = body("default"), corners.corner

    def fallen(
        name: str, who: Body, load: Load | None = None, hand_m: float | None = None, wrong: Mix = ()
    ) -> Corner:
        done = real(name, who, load, hand_m, wrong)
        if name != "squat":
            return done
        return replace(done, u=(done.u[0],) * len(done.u), reason=Reason("stance_impossible"))

    monkeypatch.setattr(corners, "corner", fallen)
    found = whole("default", NOTHING)
    assert set(found.stays) == {"squat"}
    assert (found.hindered == (found.shares[:, 1] > 0.0)).all()
    hindrance = found.hindrance((0.5, 0.5, 0.0))
    assert hindrance is not None
    assert hindrance.reason == Reason("stance_impossible")
    mixed = perform("hip-hinge", person, load=NOTHING, mix=(("squat", 0.5),))
    assert (mixed.take.status, mixed.take.reason) == ("nearest", Reason("stance_impossible"))
    without = perform("hip-hinge", person, load=NOTHING, mix=(("forward-bend", 0.5),))
    assert without.take.status == "ok"


def test_a_repetition_of_a_mix_is_the_movement_where_the_others_have_nothing() -> None:
    person = body("default")
    plain, mixed = (perform("squat", person, mix=mix) for mix in ((), (("hip-hinge", 0.0),)))
    assert mixed.take.movement is plain.take.movement
    assert np.array_equal(mixed.take.q, plain.take.q)
    with pytest.raises(BlendError, match="100 are the most"):
        perform("squat", person, mix=(("hip-hinge", 0.7), ("forward-bend", 0.4)))


@pytest.mark.parametrize(
    ("id_", "peak"),
    [
        ("hamstrings_near_effort_percent", (1 / 3, 0.0, 2 / 3)),
        ("glutes_near_effort_percent", (0.0, 3 / 4, 1 / 4)),
        ("adductor_magnus_near_effort_percent", (0.0, 3 / 4, 1 / 4)),
        ("l5s1_compression_N", (0.0, 1 / 2, 1 / 2)),
    ],
)
def test_most_is_asked_between_the_corners(id_: str, peak: tuple[float, float, float]) -> None:
    """What is taught of the map: where the usual man has the most of each, held still."""
    found = whole("default", NOTHING, FINE)
    values = found.values[id_]
    most = int(values.argmax())
    assert found.shares[most] == pytest.approx(peak, abs=0.07)
    corners_of = [values[node(FINE, *at)] for at in ((FINE, 0), (0, FINE), (0, 0))]
    assert values[most] > 1.05 * max(corners_of)
