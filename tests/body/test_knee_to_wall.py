"""The distance of a foot from a wall tells of the ankle, by the body's own shank and foot."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from hinge_tutor.body.knee_to_wall import ankle_deg, distance_m
from hinge_tutor.body.specification import Specification, parse_specification

BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")


def test_the_equation_on_a_hand_worked_case() -> None:
    """Kneecap 5 cm ahead of the knee, shank .4423 m, toes .1945 m ahead of the ankle, 30°:
    .05 cos 30° + .4423 sin 30° - .1945 = .0433 + .2211 - .1945 = .0699
    """
    assert distance_m(Specification(), 30.0) == pytest.approx(0.0699, abs=5e-4)


@pytest.mark.parametrize("name", BODIES)
def test_more_ankle_stands_farther_from_the_wall(name: str) -> None:
    body = parse_specification(name)
    distances = [distance_m(body, float(degrees)) for degrees in range(0, 61, 5)]
    assert all(near < far for near, far in pairwise(distances))


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("degrees", [5.0, 20.0, 35.0, 50.0])
def test_a_distance_gives_back_the_ankle_it_came_from(name: str, degrees: float) -> None:
    body = replace(parse_specification(name), ankle_deg=degrees)
    assert ankle_deg(replace(body, ankle_deg=0.0), distance_m(body)) == pytest.approx(
        degrees, abs=0.01
    )


@pytest.mark.parametrize(("distance", "end"), [(-1.0, 0.0), (1.0, 60.0)])
def test_what_no_ankle_does_is_the_nearest_that_is_accepted(distance: float, end: float) -> None:
    assert ankle_deg(Specification(), distance) == pytest.approx(end, abs=0.01)


def test_it_meets_what_was_measured_on_people() -> None:
    """Calatayud 2015: 26 male students, 11.7 ± 4.1 cm and 40.6 ± 5.2° by a goniometer."""
    found = ankle_deg(Specification(), 0.117)
    assert abs(found - 40.6) < 5.2
    # What one more cm tells: more than spread over spread, less than mean over mean.
    per_cm = ankle_deg(Specification(), 0.122) - ankle_deg(Specification(), 0.112)
    assert 5.2 / 4.1 < per_cm < 40.6 / 11.7
    assert per_cm == pytest.approx(1 / (0.4423 * math.cos(math.radians(found))) * 0.573, rel=0.15)


def test_a_longer_shank_needs_less_ankle_for_the_same_distance() -> None:
    short, tall = parse_specification("height=1.5"), parse_specification("height=2.0")
    assert ankle_deg(short, 0.12) > ankle_deg(tall, 0.12)
