"""With every kind of contact, load and pull the engine needs the moments that we find."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.places import load_places
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.check.evidence.engines.in_mujoco import remaining
from hinge_tutor.cli.analysis_json import analysis_json
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.mechanics.dynamics import Loads, inverse, loads
from hinge_tutor.motion.movement import load_movement, movements, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.supports import Support
from hinge_tutor.motion.take import Load, Take
from tests.mechanics.bodies import Motion, any_motion, supported
from tests.mechanics.test_mujoco_forces import PULLS

# Both engines solve the same exact equations; what differs is rounding, near 1e-12 N·m.
TOLERANCE_NM = 1e-6
FIXTURES = sorted(shelf.assets("proof", "movements").glob("*.toml"))
# Down, bottom, up, top in seconds: slow, as written, and quick.
TEMPOS = {"slow": (4.0, 1.0, 3.0, 1.0), "as written": None, "quick": (1.5, 0.5, 1.2, 1.0)}
# Kinds of support with side and share.
CONTACTS: dict[str, tuple[tuple[str, str, float], ...]] = {
    "two feet": (("flat_foot", "near", 0.5), ("flat_foot", "far", 0.5)),
    "split stance": (("flat_foot", "near", 0.7), ("forefoot", "far", 0.3)),
    "one foot": (("flat_foot", "near", 1.0),),
    "hands and knees": (
        ("knee", "near", 0.3),
        ("knee", "far", 0.3),
        ("foot_top", "near", 0.0),
        ("palm", "near", 0.2),
        ("palm", "far", 0.2),
    ),
    "kneeling": (("knee", "near", 0.5), ("toes_tucked", "near", 0.1), ("flat_foot", "far", 0.4)),
    "prone on a bench": (
        ("bench_hips", "", 0.5),
        ("bench_chest", "", 0.4),
        ("bench_thigh", "near", 0.1),
    ),
    "back on a bench": (
        ("bench_back", "", 0.4),
        ("flat_foot", "near", 0.3),
        ("flat_foot", "far", 0.3),
    ),
    "one foot and a wall": (("flat_foot", "near", 1.0), ("wall_hand", "far", 0.0)),
}


def disagreement(person: Body, motion: Motion, found: Loads) -> float:
    """Largest difference at any coordinate and moment, N or N·m; the root rows are nothing."""
    theirs = remaining(person, *motion, found)
    ours = np.zeros_like(theirs)
    for number, joint in enumerate(person.joints):
        ours[:, number + 3] = -found.net_moment_Nm[joint]
    return float(np.abs(theirs - ours).max())


def supports_of(person: Body, q: FloatArray, kind: str) -> tuple[Support, ...]:
    return tuple(supported(person, q, *row) for row in CONTACTS[kind])


@pytest.mark.parametrize("tempo", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("kind", CONTACTS)
def test_any_motion_on_every_kind_of_contact(kind: str, tempo: float) -> None:
    person = body("default")
    rng = np.random.default_rng(len(kind))
    q, qd, qdd = any_motion(person, rng)
    motion = (q, tempo * qd, tempo**2 * qdd)
    found = inverse(person, *motion, Load(15.0), supports_of(person, q, kind))
    assert disagreement(person, motion, found) < TOLERANCE_NM


@pytest.mark.parametrize("pull", [None, *PULLS])
@pytest.mark.parametrize("at", load_places())
def test_any_motion_with_every_load_and_pull(at: str, pull: str | None) -> None:
    person = body("sex=female,height=1.62,mass=60")
    rng = np.random.default_rng(len(at))
    motion = any_motion(person, rng)
    pulls = () if pull is None else PULLS[pull]
    supports = supports_of(person, motion[0], "split stance")
    found = inverse(person, *motion, Load(25.0, at), supports, pulls)
    assert disagreement(person, motion, found) < TOLERANCE_NM


def test_a_body_in_flight_is_carried_by_nothing() -> None:
    """While it turns and tucks, only its root's acceleration can differ from free fall."""
    person = body("default")
    q, qd, qdd = any_motion(person, np.random.default_rng(7))
    free = inverse(person, q, qd, qdd)
    # What the ground would have to give, taken off the root by the body's inertia there.
    flying = qdd - _root_error(person, (q, qd, qdd), free)
    supports = supports_of(person, q, "two feet")
    found = inverse(person, q, qd, flying, supports=supports)
    assert not any(force.force_N.any() for force in found.supports)
    assert np.abs(found.unsupported_N).max() < TOLERANCE_NM
    assert np.abs(found.unsupported_Nm).max() < TOLERANCE_NM
    assert disagreement(person, (q, qd, flying), found) < TOLERANCE_NM


def _root_error(person: Body, motion: Motion, found: Loads) -> FloatArray:
    """The change of the root's accelerations (N, C) after which nothing else is needed."""
    q, qd, qdd = motion

    def asked(at: Loads) -> FloatArray:
        """Force and moment about the root that everything outside gives (N, 3)."""
        total = np.zeros((len(q), 3))
        for force in at.external:
            arm = force.point_m - q[:, :2]
            total[:, :2] += force.force_N
            turning = arm[:, 0] * force.force_N[:, 1] - arm[:, 1] * force.force_N[:, 0]
            total[:, 2] += turning + force.moment_Nm
        return total

    start = asked(found)
    columns = []
    for number in range(3):
        more = qdd.copy()
        more[:, number] += 1.0
        columns.append(asked(inverse(person, q, qd, more)) - start)
    change = np.zeros_like(qdd)
    change[:, :3] = np.linalg.solve(np.stack(columns, axis=2), start[..., None])[..., 0]
    return change


@pytest.mark.slow
@pytest.mark.parametrize("tempo", TEMPOS)
@pytest.mark.parametrize("path", FIXTURES, ids=[path.stem for path in FIXTURES])
def test_solved_movements_on_every_contact(path: Path, tempo: str) -> None:
    take = solve(read_movement(path), body("default"), load=Load(10.0), tempo=TEMPOS[tempo])
    assert_carried(take)


@pytest.mark.slow
@pytest.mark.parametrize("tempo", TEMPOS)
@pytest.mark.parametrize("movement", sorted(movements()))
def test_shipped_movements_stand_at_every_tempo(movement: str, tempo: str) -> None:
    take = solve(load_movement(movement), body("default"), load=Load(20.0), tempo=TEMPOS[tempo])
    assert_carried(take)


def assert_carried(take: Take) -> None:
    """The engine agrees; what always stands is carried whole by what touches."""
    found = loads(take)
    assert disagreement(take.body, (take.q, take.qd, take.qdd), found) < TOLERANCE_NM
    touches = np.array([[one.touches(phase) for phase in take.phase] for one in take.supports])
    for force, support, touching in zip(found.supports, take.supports, touches, strict=True):
        push = force.force_N @ [np.cos(support.normal), np.sin(support.normal)]
        assert push.min() >= -1e-9
        assert not force.force_N[~touching].any()
    if take.status == "ok" and touches.any(axis=0).all():
        assert not found.unsupported_N.any()
        assert not found.unsupported_Nm.any()


def test_a_hop_flies_on_its_parabola_alone() -> None:
    take = fixture("hop")
    found = loads(take)
    flying = ~np.any([[one.touches(at) for at in take.phase] for one in take.supports], axis=0)
    assert flying.sum() > 5
    for force in found.supports:
        assert not force.force_N[flying].any()
    assert np.abs(found.unsupported_N[flying]).max() < TOLERANCE_NM
    assert np.abs(found.unsupported_Nm[flying]).max() < TOLERANCE_NM


def fixture(name: str) -> Take:
    (path,) = (path for path in FIXTURES if path.stem == name)
    return solve(read_movement(path), body("default"))


@pytest.mark.parametrize("name", ["split-hinge", "split-lunge"])
def test_a_split_stance_carries_what_its_movement_shares(name: str) -> None:
    take = fixture(name)
    found = loads(take)
    whole = sum(force.force_N[0, 1] for force in found.supports)
    for force, support in zip(found.supports, take.supports, strict=True):
        # The weight is kept over its share to a millimeter of half a meter and more.
        assert force.force_N[0, 1] / whole == pytest.approx(support.share, abs=5e-3)


def test_what_is_written_of_contacts_is_what_carries() -> None:
    take = fixture("all-fours")
    written = analysis_json(Repetition(take))["contacts"]
    assert list(written) == [support.name for support in take.supports]
    assert "palm_near" in written
    assert np.array(written["palm_near"]["force_N"]).shape == (len(take.q), 2)
