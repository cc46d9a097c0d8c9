"""The signature draws hip over knee bend as the takes have them, the same degrees both ways."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.stage.plot_frame import Frame
from hinge_tutor.stage.scene import own_times
from hinge_tutor.stage.shapes import Curve, Disc, Label, Strokes
from hinge_tutor.stage.signature import Signature, signature
from tests.stage.company import sheet, three

NAMES = ("Hinge", "Squat", "Bend")


def made(frame: Frame | None = None) -> Signature:
    return signature(three(), NAMES, sheet().words, frame or Frame(908, 240, 202, 692))


def test_a_degree_is_as_long_both_ways() -> None:
    found = made()
    assert (found.across.low, found.across.high) == (found.up.low, found.up.high)
    wide, high = found.across.stop - found.across.start, found.up.stop - found.up.start
    assert wide == pytest.approx(high)


@pytest.mark.parametrize("figure", [0, 1, 2])
def test_the_way_runs_through_the_bends_of_the_take(figure: int) -> None:
    found = made()
    (curve,) = found.picture.named(f"signature.{figure}")
    assert isinstance(curve, Curve)
    measures = three()[figure].measures
    wanted = np.stack([measures["knee_flexion_deg"], measures["hip_flexion_deg"]], axis=1)
    places = [curve.points[:2], *(curve.points[n : n + 2] for n in range(6, len(curve.points), 6))]
    drawn = np.array([(found.across.value(x), found.up.value(y)) for x, y in places])
    for sample in wanted:
        assert np.abs(drawn - sample).sum(axis=1).min() < 1e-6


def test_a_dot_stands_where_each_figure_is_and_its_values_are_told() -> None:
    found = made()
    for t in (0.0, 0.4, 0.66, 0.9):
        shown = found.cursor(t)
        for figure, each in enumerate(three()):
            own = own_times(three(), t)[figure]
            knee, hip = (
                float(np.interp(own, each.take.time_s, np.asarray(each.measures[name])))
                for name in ("knee_flexion_deg", "hip_flexion_deg")
            )
            (dot,) = (s for s in shown.named(f"dot.{figure}") if isinstance(s, Disc))
            assert found.across.value(dot.x) == pytest.approx(knee, abs=0.2)
            assert found.up.value(dot.y) == pytest.approx(hip, abs=0.2)
            told = [s.text for s in shown.named(f"value.{figure}") if isinstance(s, Label)]
            read = [float(text.removesuffix("°").replace("−", "-")) for text in told]
            assert read == pytest.approx([hip, knee], abs=0.7)


def test_arrows_point_the_way_that_is_gone() -> None:
    """Out of standing a hinge goes up, and back to it down: one arrow each."""
    found = made()
    heads = [s for s in found.picture.named("arrow.0") if isinstance(s, Strokes)]
    ways = []
    for head in heads:
        tip = complex(head.points[0], head.points[1])
        tails = [complex(*head.points[n : n + 2]) for n in (2, 6)]
        ways.append(tip - sum(tails) / 2)
    assert [way.imag > 0 for way in ways] == [True, False]
    slope = math.degrees(math.atan2(ways[0].imag, ways[0].real))
    assert 60.0 < slope < 90.0


@pytest.mark.parametrize("width", [320.0, 676.0, 908.0, 2400.0])
@pytest.mark.parametrize("letters", [1.0, 2.0])
def test_words_stay_inside_and_apart(width: float, letters: float) -> None:
    frame = Frame(width, 180 * letters, 0.03 * width, 0.95 * width, letters)
    found = made(frame)
    shown = [*found.picture.shapes, *found.cursor(0.5).shapes]
    boxes = [s.box for s in shown if isinstance(s, Label) and s.text]
    for left, bottom, right, top in boxes:
        assert left >= -1e-6
        assert bottom >= -1e-6
        assert top <= frame.height + 1e-6
        if width > 330.0:
            assert right <= width + 1e-6
