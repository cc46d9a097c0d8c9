"""What form rules find is seen where it is, told apart by shape, and only while it is so."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.coaching.rules import Rule, shipped
from hinge_tutor.stage import scene
from hinge_tutor.stage.arrangement import OVERLAY, Arrangement
from hinge_tutor.stage.findings import MOST_KEPT, MOST_LEFT, PLACES, PRESSURE
from hinge_tutor.stage.marks import around
from hinge_tutor.stage.options import TELLING, Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Curve, Disc, Label, Lines, Polygon
from tests.stage.company import sheet

FINDINGS = Options(frozenset({"findings"}))


@cache
def done(movement: str, fault: str = "") -> Repetition:
    return perform(movement, body(), faults={fault: 1.0} if fault else {})


def drawn(*cast: Repetition, t: float = 0.55, options: Options = FINDINGS) -> Picture:
    return scene.picture(cast, sheet(), options, t)


def marks(picture: Picture) -> list[str]:
    names = [shape.name for shape in picture.shapes if shape.layer == "findings"]
    return list(dict.fromkeys(names))


@pytest.mark.parametrize("rule", shipped().rules, ids=lambda rule: rule.id)
def test_every_rule_has_a_place_on_the_body(rule: Rule) -> None:
    place = PLACES[rule.measure]
    assert place.radius > 0.0
    assert set(place.landmarks) <= {*body().landmarks, PRESSURE}


def test_a_correct_movement_alone_wears_no_mark() -> None:
    for t in (0.0, 0.3, 0.55, 1.0):
        assert marks(drawn(done("hip-hinge"), t=t)) == []


def test_the_mark_is_at_the_joint_that_is_meant() -> None:
    repetition = done("hip-hinge", "squatty-hinge")
    picture = drawn(repetition)
    (time_s,) = scene.own_times((repetition,), 0.55)
    (ring,) = (s for s in picture.named("finding.hinge-knees-quiet") if isinstance(s, Curve))
    xs, ys = ring.points[0::2], ring.points[1::2]
    (column,) = scene.columns((repetition,), sheet(), FINDINGS)
    x, y = 1000 * repetition.take.at(time_s).point("knee_near")
    ankle = 1000 * float(repetition.take.pose.point("ankle_near")[0][0])
    center = complex((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    assert center == pytest.approx(complex(x - ankle + column.ankle, y + column.ground), abs=1e-6)


def test_left_and_kept_differ_in_shape_and_line() -> None:
    picture = drawn(done("hip-hinge"), done("hip-hinge", "craned-neck"))
    shapes = picture.named("finding.long-neck")
    kept, left = (s for s in shapes if isinstance(s, Curve))
    assert kept.dash == 0.0
    assert left.dash > 0.0
    assert next(s for s in shapes if isinstance(s, Polygon)).line == "pressure"
    assert next(s for s in shapes if isinstance(s, Disc)).line == "accent"
    (label,) = (s for s in shapes if isinstance(s, Label))
    assert label.text == sheet().words.rule("long-neck")


def test_few_marks_at_once() -> None:
    for fault in ("rounded-back", "locked-knees", "squatty-hinge"):
        for t in (0.4, 0.55, 0.7):
            assert len(marks(drawn(done("hip-hinge", fault), t=t))) <= MOST_LEFT
            both = drawn(done("hip-hinge"), done("hip-hinge", fault), t=t)
            solid = [s for s in both.shapes if isinstance(s, Curve) and s.line == "accent"]
            assert len(solid) <= MOST_KEPT


def test_a_rod_is_spoken_of_only_where_one_is_shown() -> None:
    wrong = done("hip-hinge", "past-the-stretch")
    shown = replace(FINDINGS, layers=FINDINGS.layers | {"props"})
    assert not any("rod" in name for name in marks(drawn(wrong)))
    assert any("rod" in name for name in marks(drawn(wrong, options=shown)))


def test_over_each_other_the_second_figure_is_marked_too() -> None:
    over = replace(FINDINGS, arrangement=Arrangement(OVERLAY))
    picture = drawn(done("hip-hinge"), done("hip-hinge", "craned-neck"), options=over)
    curves = [s for s in picture.named("finding.long-neck") if isinstance(s, Curve)]
    assert {curve.line for curve in curves} == {"pressure", "accent"}


def test_while_a_question_is_open_nothing_is_marked() -> None:
    assert "findings" in TELLING
    quiet = replace(FINDINGS, layers=FINDINGS.layers | {"muscles"}).reticent()
    assert quiet.layers == {"muscles"}
    assert marks(drawn(done("hip-hinge", "craned-neck"), options=quiet)) == []


@pytest.mark.parametrize("places", [[0j], [0j, 100j], [0j, 100j, 30 + 195j]])
def test_an_edge_keeps_its_distance_from_what_it_goes_around(places: list[complex]) -> None:
    curve = around(places, 40.0)
    ends = [complex(*curve[:2]), complex(*curve[-2:])]
    assert ends[0] == pytest.approx(ends[1])
    corners = [complex(*curve[n : n + 2]) for n in range(0, len(curve), 6)]
    for corner in corners:
        # On straight pieces and round ends exactly, at a bend a little less.
        near = min(abs(corner - point) for point in between(places))
        assert 39.0 <= near <= 40.2


def between(places: list[complex]) -> list[complex]:
    steps = [n / 200 for n in range(201)]
    pairs = [*itertools.pairwise(places), (places[-1], places[-1])]
    return [a + step * (b - a) for a, b in pairs for step in steps]


def test_the_rim_parts_a_mark_from_the_figure() -> None:
    shapes = drawn(done("hip-hinge", "craned-neck")).named("finding.long-neck")
    (rim,) = (s for s in shapes if isinstance(s, Lines))
    (line,) = (s for s in shapes if isinstance(s, Curve))
    assert rim.width > line.width
