"""The center of pressure is read in whatever carries the body, and nowhere in the air."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.measures import measures
from hinge_tutor.coaching.pressing import pressing
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.movement import load_movement, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take


def small(name: str) -> Take:
    """A small movement that only proves, by the default body."""
    return solve(read_movement(shelf.assets("proof", "movements", f"{name}.toml")), body())


def pressed(take: Take) -> dict[str, FloatArray]:
    return pressing(take, loads(take))


def test_over_two_feet_side_by_side_the_base_is_the_foot() -> None:
    found = pressed(solve(load_movement("hip-hinge"), body()))
    assert found["cop_base_percent"] == pytest.approx(found["cop_foot_percent"], abs=1e-6)


def test_standing_presses_four_and_a_half_centimeters_ahead_of_the_ankle() -> None:
    """Heel 6.5 cm behind the ankle, foot 26.6 cm: (4.6 + 6.65) / 26.6 = 42.3 %.

    From the ball, 12.8 cm ahead, 8.2 cm are left; from the heel pad, 5.65 behind, 10.2.
    """
    take = solve(load_movement("hip-hinge"), body())
    found = pressed(take)
    assert found["cop_foot_percent"][0] == pytest.approx(42.3, abs=0.1)
    foot = take.body.lengths_m["foot"]
    assert found["base_margin_cm"][0] == pytest.approx(100 * foot * (12.5 - 4.5) / 26, abs=0.1)


@pytest.mark.parametrize("name", ["split-hinge", "all-fours", "tall-kneeling"])
def test_the_pressure_of_every_stance_is_inside_its_base(name: str) -> None:
    take = small(name)
    found = pressed(take)
    assert (found["cop_base_percent"] > 0.0).all()
    assert (found["cop_base_percent"] < 100.0).all()
    assert found["base_margin_cm"].min() > 0.0
    assert "cop_foot_percent" not in found


def test_a_split_base_reaches_from_the_hind_foot_to_the_front_foot() -> None:
    take = small("split-hinge")
    places = [x for support in take.supports for x, _ in support.targets_m]
    percent = pressed(take)["cop_base_percent"]
    at = min(places) + percent / 100 * (max(places) - min(places))
    assert at == pytest.approx(loads(take).cop_m[:, 0])


def test_in_the_air_there_is_no_pressure() -> None:
    take = small("hop")
    flying = take.during(("flight",))
    for name, values in pressed(take).items():
        assert np.isnan(values[flying]).all(), name
        assert np.isfinite(values[~flying]).all(), name


def test_a_wall_that_helps_leaves_no_margin_to_be_told() -> None:
    take = small("wall-leg-swing")
    found = pressed(take)
    assert np.isfinite(found["cop_base_percent"]).all()
    assert "base_margin_cm" not in found


@pytest.mark.parametrize("name", ["hop", "split-hinge", "prone-curl", "cable-hinge"])
def test_all_other_measures_have_a_value_at_every_sample(name: str) -> None:
    take = small(name)
    for measure, values in measures(take, loads(take)).items():
        if not measure.startswith(("cop_", "base_")):
            assert np.isfinite(values).all(), measure
