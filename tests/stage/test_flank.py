"""A braced trunk is dotted on its flank, by the rule and only while muscles are shown."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.shapes import Silhouette, Strokes
from tests.stage.company import sheet, three

MUSCLES = Options(frozenset({"muscles"}))


@pytest.mark.parametrize("number", range(3))
def test_the_flank_is_dotted_while_the_rule_says_braced(number: int) -> None:
    repetition = three()[number]
    take, on = repetition.take, repetition.efforts.bracing["transversus_abdominis"]
    for t in np.linspace(0.0, 1.0, 12):
        picture = scene.picture((repetition,), sheet(), MUSCLES, float(t))
        braced = bool(on[take.index_at(float(t) * take.duration_s)])
        assert bool(picture.named("pattern.bracing")) is braced


def test_a_brace_that_is_left_out_is_not_drawn() -> None:
    loose = perform("hip-hinge", body(), faults={"no-brace": 1.0})
    for t in (0.2, 0.5, 0.7):
        assert not scene.picture((loose,), sheet(), MUSCLES, t).named("pattern.bracing")


def test_without_muscles_or_beside_one_alone_nothing_is_dotted() -> None:
    for options in (
        Options(),
        Options(frozenset({"bones"})),
        Options(MUSCLES.layers, solo="glutes"),
    ):
        assert not scene.picture(three(), sheet(), options, 0.5).named("pattern.bracing")


def test_dots_lie_inside_the_trunk() -> None:
    for t in (0.2, 0.4, 0.55):
        picture = scene.picture(three()[:1], sheet(), MUSCLES, t)
        (dots,) = (s for s in picture.named("pattern.bracing") if isinstance(s, Strokes))
        (figure,) = (s for s in picture.named("body") if isinstance(s, Silhouette))
        trunk = np.array(figure.curves[0]).view(np.complex128)[::3]
        for x, y in zip(dots.points[0::4], dots.points[1::4], strict=True):
            turns = np.angle((trunk - complex(x, y))[1:] / (trunk - complex(x, y))[:-1]).sum()
            assert abs(turns) == pytest.approx(2 * np.pi, abs=1e-6)
