"""Recruitment: by hand, against an exact bounded solver, and its promises on anything."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor import shelf
from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.check.evidence.exact import exact
from hinge_tutor.mechanics import dynamics, recruitment, sides
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.efforts import efforts
from hinge_tutor.mechanics.recruitment import share
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load

# Asked of activations against an exact solver whose equations have no softness at all.
AGAINST_EXACT = 1e-4
# The softness itself moves a joint's moment by about a thousandth of a newton meter.
BY_HAND = 1e-4


def one(moments: list[list[float]], asked: list[float], volume: list[float]) -> recruitment.Shares:
    return share(np.array([moments]), np.array([asked]), np.array(volume))


def test_two_muscles_share_by_moment_over_volume() -> None:
    # a = G λ / V with 100² / 1 + 50² / 2 = 11250; λ = 45 / 11250 = 0.004: a = 0.4 and 0.1.
    found = one([[100.0, 50.0]], [45.0], [1.0, 2.0])
    assert found.activation[0] == pytest.approx([0.4, 0.1], abs=BY_HAND)


def test_a_muscle_at_its_most_leaves_the_rest_to_the_other() -> None:
    # Free: λ = 130 / 11250 gives 1.16, so the first is at 1 and the second gives 30 = 50 · 0.6.
    found = one([[100.0, 50.0]], [130.0], [1.0, 2.0])
    assert found.activation[0] == pytest.approx([1.0, 0.6], abs=BY_HAND)
    assert abs(found.reserve_Nm[0, 0]) < 0.01


def test_an_antagonist_stays_at_the_floor_and_is_balanced() -> None:
    # The second pulls backward with 0.01 · 50 = 0.5; the first gives 40.5 / 100.
    found = one([[100.0, -50.0]], [40.0], [1.0, 1.0])
    assert found.activation[0] == pytest.approx([0.405, 0.01], abs=BY_HAND)


def test_what_no_muscle_can_give_is_an_honest_reserve() -> None:
    # 100 + 50 = 150 of 180.
    found = one([[100.0, 50.0]], [180.0], [1.0, 2.0])
    assert found.activation[0] == pytest.approx([1.0, 1.0])
    assert found.reserve_Nm[0, 0] == pytest.approx(30.0)


@pytest.mark.parametrize(
    ("movement", "kg"),
    [("hip-hinge", 0.0), ("hip-hinge", 20.0), ("squat", 0.0), ("forward-bend", 10.0)],
)
def test_repetitions_are_shared_as_an_exact_solver_shares_them(
    movement: str, kg: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_of: list[tuple[FloatArray, FloatArray, FloatArray]] = []

    def listening(moments: FloatArray, asked: FloatArray, volume: FloatArray) -> recruitment.Shares:
        asked_of.append((moments, asked, volume))
        return share(moments, asked, volume)

    monkeypatch.setattr(sides, "share", listening)
    take = solve(load_movement(movement), body("default"), load=Load(kg))
    found = sides.solve(take, dynamics.loads(take)).activation[0]
    ((moments, asked, volume),) = asked_of
    chosen = range(0, len(asked), 10)
    by_hand = np.array([exact(moments[n], asked[n], volume) for n in chosen])
    # What the floor does are the last columns, and no muscles.
    muscles = by_hand[:, : found.shape[1]]
    assert np.abs(found[list(chosen)] - muscles).max() < AGAINST_EXACT


finite = st.floats(-200.0, 200.0, allow_nan=False)


@st.composite
def problems(draw: st.DrawFn) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Moments (N, R, M), asked (N, R), volumes (M,), including what nobody can do."""
    samples, rows, muscles = (
        draw(st.integers(1, 3)),
        draw(st.integers(1, 4)),
        draw(st.integers(1, 9)),
    )
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    moments = rng.normal(0.0, 60.0, (samples, rows, muscles)) * (rng.random(muscles) < 0.8)
    asked = np.array(draw(st.lists(finite, min_size=samples * rows, max_size=samples * rows)))
    volume = rng.uniform(5.0, 800.0, muscles)
    return moments, asked.reshape(samples, rows), volume


@settings(max_examples=150)
@given(problems())
def test_every_answer_is_bounded_and_adds_up(
    problem: tuple[FloatArray, FloatArray, FloatArray],
) -> None:
    moments, asked, volume = problem
    found = share(moments, asked, volume)
    assert np.isfinite(found.activation).all()
    assert found.activation.min() >= recruitment.LEAST_ACTIVATION
    assert found.activation.max() <= recruitment.MOST_ACTIVATION
    given_ = np.einsum("nrm,nm->nr", moments, found.activation)
    assert given_ + found.reserve_Nm == pytest.approx(asked, abs=1e-9)


@settings(max_examples=60)
@given(problems())
def test_no_other_activation_is_cheaper(
    problem: tuple[FloatArray, FloatArray, FloatArray],
) -> None:
    """The problem is convex, so it is enough that the cost rises toward other activations."""
    moments, asked, volume = problem
    found = share(moments, asked, volume).activation

    def cost(activation: FloatArray) -> FloatArray:
        missed = asked - np.einsum("nrm,nm->nr", moments, activation)
        total: FloatArray = (volume * activation**2).sum(axis=1) + (missed**2).sum(
            axis=1
        ) / recruitment.SOFTNESS_NM
        return total

    best = cost(found)
    rng = np.random.default_rng(1)
    for _ in range(20):
        other = rng.uniform(0.01, 1.0, found.shape)
        toward = found + 1e-3 * (other - found)
        assert (cost(toward) >= best * (1 - 1e-9)).all()


@settings(max_examples=40)
@given(problems())
def test_a_muscle_that_moves_nothing_changes_nothing(
    problem: tuple[FloatArray, FloatArray, FloatArray],
) -> None:
    moments, asked, volume = problem
    idle = np.concatenate([moments, np.zeros_like(moments[:, :, :1])], axis=2)
    with_idle = share(idle, asked, np.append(volume, 100.0)).activation
    without = share(moments, asked, volume).activation
    assert with_idle[:, :-1] == pytest.approx(without, abs=1e-6)
    assert with_idle[:, -1] == pytest.approx(recruitment.LEAST_ACTIVATION)


@settings(max_examples=40)
@given(problems(), st.floats(0.0, 1.0))
def test_a_muscle_of_vanishing_strength_changes_nothing(
    problem: tuple[FloatArray, FloatArray, FloatArray], turns: float
) -> None:
    """Its moments and its volume shrink together, as strength does."""
    moments, asked, volume = problem
    weak = 1e-7 * np.full_like(moments[:, :, :1], turns * 60.0)
    with_weak = share(np.concatenate([moments, weak], axis=2), asked, np.append(volume, 1e-5))
    assert with_weak.activation[:, :-1] == pytest.approx(
        share(moments, asked, volume).activation, abs=1e-4
    )


def test_many_samples_are_shared_as_each_alone_is() -> None:
    """Some are solved first and the others start from what lies between."""
    rng = np.random.default_rng(3)
    moments, volume = rng.normal(0.0, 60.0, (1, 4, 9)), rng.uniform(5.0, 800.0, 9)
    time = np.linspace(0.0, 6.0, 60)[:, None]
    asked = 80.0 * np.sin(time + np.arange(4))
    together = share(np.repeat(moments, 60, axis=0), asked, volume).activation
    for number in range(0, 60, 7):
        alone = share(moments, asked[number : number + 1], volume).activation[0]
        assert together[number] == pytest.approx(alone, abs=1e-6)


@pytest.mark.parametrize("kg", [160.0, 200.0, 500.0])
@pytest.mark.parametrize("name", ["split-lunge", "wall-leg-swing"])
def test_loads_far_beyond_the_muscles_are_settled_too(name: str, kg: float) -> None:
    """At exhausted joints multipliers are millions, and their rounding is more than tolerated."""
    movement = read_movement(shelf.assets("proof", "movements", f"{name}.toml"))
    take = solve(movement, body("default"), load=Load(kg, "hands"))
    found = efforts(take, loads(take))
    assert np.isfinite(found.activation).all()
    assert found.lacking_Nm


@pytest.mark.parametrize(
    ("name", "specification", "load"),
    [
        ("squat", "default", Load(140.0, "near_ankle")),
        ("hip-hinge", "tall", Load(400.0, "low_back")),
        ("squat", "small,strength=300%", Load(100.0)),
    ],
)
def test_exhausted_joints_never_go_round_in_a_circle(
    name: str, specification: str, load: Load
) -> None:
    take = solve(load_movement(name), body(specification), load=load)
    found = efforts(take, loads(take))
    assert found.lacking_Nm
    assert ((found.activation >= 0.01 - 1e-12) & (found.activation <= 1.0 + 1e-12)).all()


def test_a_cut_step_ends_where_its_rate_of_rise_is_nothing() -> None:
    # Two muscles with V = 1 and G = 1, silent, asked for b = 1: R = 1. A step Δλ = 3 changes what
    # is wanted by d = 3, so W rises at 3 and that falls at 1 · 3² twice, 18: to nothing at 1/6.
    problem = recruitment._Problem(np.ones((1, 1, 2)), np.ones((1, 1)), np.ones(2), 0.0, 1.0, 0.0)
    wanted, change = np.zeros((1, 2)), np.full((1, 2), 3.0)
    part = problem.length(wanted, change, np.array([[3.0]]), np.array([3.0]))
    assert part == pytest.approx([1 / 6])
    # The second only begins to pull at 1/3; until then the rate falls at 9, from 3 to 0.
    wanted[0, 1] = -1.0
    part = problem.length(wanted, change, np.array([[3.0]]), np.array([3.0]))
    assert part == pytest.approx([1 / 3])
    # Asked for as much as both give, a whole step ends where both are at their most.
    part = problem.length(np.zeros((1, 2)), np.ones((1, 2)), np.ones((1, 1)), np.array([2.5]))
    assert part == pytest.approx([1.0])
