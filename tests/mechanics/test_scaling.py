"""What must not change does not, and what must grow grows as mechanics says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, link
from hinge_tutor.body.places import load_places
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.mechanics.contacts import FRICTION
from hinge_tutor.mechanics.dynamics import Loads, inverse
from hinge_tutor.mechanics.moving import moving
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.supports import Support
from hinge_tutor.motion.take import Load
from tests.mechanics.bodies import Motion, any_motion
from tests.mechanics.test_mujoco_contacts import CONTACTS, supports_of

# Ratios of sums of a dozen products: rounding.
RATIO = 1e-9


def standing_motion(person: Body, seed: int) -> Motion:
    """A quiet motion near standing: the feet stay below the body."""
    q, qd, qdd = any_motion(person, np.random.default_rng(seed))
    q, qd, qdd = 0.1 * q, 0.1 * qd, 0.1 * qdd
    q[:, 1] += person.lengths_m["thigh"] + person.lengths_m["shank"]
    return q, qd, qdd


def scaled(person: Body, size: float) -> Body:
    """Lengths times s, masses times s³, inertias times s⁵."""
    segments = tuple(
        replace(
            row,
            joint_in_parent_m=(size * row.joint_in_parent_m[0], size * row.joint_in_parent_m[1]),
            com_m=(size * row.com_m[0], size * row.com_m[1]),
            mass_kg=size**3 * row.mass_kg,
            inertia_kgm2=size**5 * row.inertia_kgm2,
        )
        for row in person.segments
    )
    landmarks = {
        name: (on, (size * x, size * y)) for name, (on, (x, y)) in person.landmarks.items()
    }
    lengths = {name: size * length for name, length in person.lengths_m.items()}
    return replace(
        person,
        specification=replace(person.specification, height_m=size * person.height_m),
        segments=segments,
        landmarks=landmarks,
        lengths_m=lengths,
        linkage=link(segments),
    )


def mirrored(person: Body) -> Body:
    """The same body facing left: every x turned over, every joint turning the other way."""
    segments = tuple(
        replace(
            row,
            joint_in_parent_m=(-row.joint_in_parent_m[0], row.joint_in_parent_m[1]),
            com_m=(-row.com_m[0], row.com_m[1]),
            sign=-row.sign if row.parent else row.sign,
        )
        for row in person.segments
    )
    landmarks = {name: (on, (-x, y)) for name, (on, (x, y)) in person.landmarks.items()}
    return replace(person, segments=segments, landmarks=landmarks, linkage=link(segments))


def turned_over(support: Support) -> Support:
    targets = tuple((-x, y) for x, y in support.targets_m)
    return replace(support, targets_m=targets, normal=np.pi - support.normal)


@pytest.mark.parametrize("kind", CONTACTS)
def test_who_faces_left_needs_the_same(kind: str) -> None:
    person, other = body("default"), mirrored(body("default"))
    q, qd, qdd = standing_motion(person, 1)
    over = np.ones(q.shape[1])
    over[[0, 2]] = -1.0
    supports = supports_of(person, q, kind)
    # Where pressure is at ease on a foot is said for who faces right.
    supports = tuple(s for s in supports if not s.on.startswith("foot_")) or supports[:1]
    band = Pull("band", "hand_near", (2.0, 1.0), stiffness_N_m=200.0)
    back = replace(band, to=(-2.0, 1.0))
    right = inverse(person, q, qd, qdd, Load(20.0), supports, (band,))
    left = inverse(
        other,
        q * over,
        qd * over,
        qdd * over,
        Load(20.0),
        tuple(map(turned_over, supports)),
        (back,),
    )
    for joint, net in right.net_moment_Nm.items():
        assert left.net_moment_Nm[joint] == pytest.approx(net, abs=1e-6)


@pytest.mark.parametrize("kind", CONTACTS)
def test_twice_the_mass_load_and_springs_need_twice_the_moments(kind: str) -> None:
    light = body("default")
    heavy_rows = tuple(
        replace(row, mass_kg=2 * row.mass_kg, inertia_kgm2=2 * row.inertia_kgm2)
        for row in light.segments
    )
    heavy = replace(light, segments=heavy_rows, linkage=link(heavy_rows))
    motion = standing_motion(light, 2)
    supports = supports_of(light, motion[0], kind)
    pulls = [
        (
            Pull("band", "hand_near", (2.0, 1.0), stiffness_N_m=200.0 * times),
            Pull("cable", "hand_far", (0.0, 4.0), stack_kg=10.0 * times),
        )
        for times in (1.0, 2.0)
    ]
    once = inverse(light, *motion, Load(10.0), supports, pulls[0]).net_moment_Nm
    twice = inverse(heavy, *motion, Load(20.0), supports, pulls[1]).net_moment_Nm
    for joint, net in once.items():
        assert twice[joint] == pytest.approx(2.0 * net, rel=RATIO, abs=1e-6)


@pytest.mark.parametrize("size", [0.7, 1.3])
@pytest.mark.parametrize("kind", CONTACTS)
def test_who_is_larger_throughout_needs_more_by_the_fourth_power(kind: str, size: float) -> None:
    """In a time that goes with the root of size, since gravity stays."""
    person = body("default")
    large = scaled(person, size)
    q, qd, qdd = standing_motion(person, 3)
    grown = np.ones(q.shape[1])
    grown[:2] = size
    slower = 1.0 / np.sqrt(size)
    supports = supports_of(person, q, kind)
    others = tuple(
        replace(one, targets_m=tuple((size * x, size * y) for x, y in one.targets_m))
        for one in supports
    )
    small = inverse(person, q, qd, qdd, Load(10.0), supports)
    tall = inverse(
        large, q * grown, qd * grown * slower, qdd * grown / size, Load(10.0 * size**3), others
    )
    for joint, net in small.net_moment_Nm.items():
        assert tall.net_moment_Nm[joint] == pytest.approx(size**4 * net, rel=1e-6, abs=1e-6)


def test_the_slower_the_closer_to_rest() -> None:
    person = body("default")
    q, qd, qdd = standing_motion(person, 4)
    supports = supports_of(person, q, "split stance")
    still = inverse(person, q, 0 * qd, 0 * qdd, Load(20.0), supports).net_moment_Nm
    before = np.inf
    for times in (1.0, 10.0, 100.0):
        slow = inverse(person, q, qd / times, qdd / times**2, Load(20.0), supports).net_moment_Nm
        apart = max(float(np.abs(slow[joint] - still[joint]).max()) for joint in still)
        assert apart < before / 20.0
        before = apart
    # A hundred times slower: a ten-thousandth of what moving asks, about 200 N·m here.
    assert before < 0.05


def momentum_rate(person: Body, motion: Motion) -> FloatArray:
    """Mass times the acceleration of the center of mass (N, 2), N."""
    linkage = person.linkage
    rate = moving(person, *motion).accelerations(linkage.whole_com[None, :])[:, 0]
    found: FloatArray = linkage.mass_kg.sum() * np.stack([rate.real, rate.imag], axis=1)
    return found


@settings(max_examples=60, deadline=None)
@given(
    seed=some.integers(0, 100_000),
    kind=some.sampled_from(sorted(CONTACTS)),
    at=some.sampled_from(load_places()),
    kg=some.floats(0.0, 150.0),
    specification=some.sampled_from(["default", "height=1.3,mass=30", "height=2.2,mass=200"]),
    tempo=some.floats(0.0, 3.0),
)
def test_newton_s_law_holds_and_supports_only_push(
    seed: int, kind: str, at: str, kg: float, specification: str, tempo: float
) -> None:
    person = body(specification)
    q, qd, qdd = any_motion(person, np.random.default_rng(seed), count=6)
    motion = (q, tempo * qd, tempo**2 * qdd)
    supports = supports_of(person, q, kind)
    band = Pull("band", "hand_near", (3.0, 1.0), stiffness_N_m=300.0, rest_length_m=0.5)
    under = Pull("under", "hand_far", "ball_far", stiffness_N_m=300.0)
    found = inverse(person, *motion, Load(kg, at), supports, (band, under))
    assert_finite(found)
    weight = np.array([0.0, -GRAVITY_M_S2 * person.linkage.mass_kg.sum()])
    total = weight + sum(force.force_N for force in found.external)
    expected = momentum_rate(person, motion)
    size = max(float(np.abs(force.force_N).max()) for force in found.external) - weight[1]
    assert np.abs(total - expected).max() <= 1e-9 * size
    for force, support in zip(found.supports, supports, strict=True):
        normal = np.array([np.cos(support.normal), np.sin(support.normal)])
        tangent = np.array([normal[1], -normal[0]])
        push, slide = force.force_N @ normal, force.force_N @ tangent
        assert push.min() >= -1e-9 * size
        assert (np.abs(slide) <= FRICTION * push + 1e-9 * size).all()
        places = moving(person, *motion).places(
            np.array([person.places[p] for p in support.places])
        )
        along = places.real * tangent[0] + places.imag * tangent[1]
        at_m = force.point_m @ tangent
        assert (at_m >= along.min(axis=1) - 1e-9).all()
        assert (at_m <= along.max(axis=1) + 1e-9).all()


def assert_finite(found: Loads) -> None:
    arrays = [found.cop_m, found.unsupported_N, found.unsupported_Nm, *found.net_moment_Nm.values()]
    for force in found.external:
        arrays += [force.point_m, force.force_N, force.moment_Nm]
    assert all(np.isfinite(array).all() for array in arrays)
