"""Through every shipped movement labels keep apart, inside, untangled, and steady."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage import labels, performance, scene
from hinge_tutor.stage.crossings import BEYOND_EM
from hinge_tutor.stage.labels import Callout, Wish
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.shapes import Label, Shape, Strokes
from tests.stage.company import sheet
from tests.stage.drawn import as_text

SIZES = ((1024, 640), (1600, 1000), (340, 560))
KINDS = {
    "every": Options(frozenset(LAYERS)),
    "muscles": Options(frozenset({"muscles", "labels"})),
    "props": Options(frozenset({"bones", "labels", "props"})),
}
# A screen's frames; each movement is looked at in some of its neighboring pairs.
HZ, PAIRS = 60.0, 45
# No label moves farther between two frames, in letter heights, than its anchor and this: the speed
# of callouts in both directions, and as much for what turns with a limb.
MOST_EM = 0.5


@dataclass(frozen=True)
class Told:
    """A text on a picture with its anchor, and its leader where it has one."""

    label: Label
    anchor: complex
    leader: tuple[complex, complex] | None


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, Told]:
    """Every text beside the figure of the picture drawn last, by its name."""
    found: dict[str, Told] = {}
    ridden, called = labels.ridden, labels.called

    def riding(
        wish: Wish, number: int, edges: tuple[float, float], size: float
    ) -> tuple[Shape, Label]:
        plate, label = ridden(wish, number, edges, size)
        found[wish.name] = Told(label, wish.anchor, None)
        return plate, label

    def calling(
        callout: Callout, side: int, near: complex, size: float, fine: float
    ) -> tuple[Shape, Label]:
        leader, label = called(callout, side, near, size, fine)
        assert isinstance(leader, Strokes)
        x1, y1, x2, y2 = leader.points
        ends = (complex(x1, y1), complex(x2, y2))
        found[callout.name] = Told(label, callout.anchor, ends)
        return leader, label

    monkeypatch.setattr(performance, "ridden", riding)
    monkeypatch.setattr(performance, "called", calling)
    return found


def told(
    repetition: Repetition, plan: Plan, options: Options, t: float, drawn: dict[str, Told]
) -> dict[str, Told]:
    """Every text beside the figure at a moment."""
    drawn.clear()
    picture = scene.picture((repetition,), plan, options, t)
    assert {each.label for each in drawn.values()} == {
        shape
        for shape in picture.shapes
        if isinstance(shape, Label) and shape.layer not in ("stage", "legend")
    }
    return dict(drawn)


def frames(repetition: Repetition) -> Iterator[tuple[float, float]]:
    """Neighboring frames, evenly over the repetition."""
    whole = repetition.take.duration_s
    for start in np.linspace(0.0, 1.0 - 1.0 / (HZ * whole), PAIRS):
        yield float(start), float(start) + 1.0 / (HZ * whole)


def moved_em(before: Told, after: Told) -> float:
    """How much farther a text has moved than its anchor; its number may change its width."""
    (l1, b1, r1, _), (l2, b2, r2, _) = before.label.box, after.label.box
    ways = (l2 - l1, (l2 + r2 - l1 - r1) / 2, r2 - r1)
    way = min(abs(complex(x, b2 - b1)) for x in ways)
    return (way - abs(after.anchor - before.anchor)) / before.label.size


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("movement", movements())
def test_labels_are_steady_through_a_whole_repetition(
    movement: str, size: tuple[int, int], kind: str, drawn: dict[str, Told]
) -> None:
    repetition, plan, options = perform(movement, body()), sheet(*size), KINDS[kind]
    (column,) = scene.columns((repetition,), plan, options)
    edges = (column.left, column.bottom, column.right, column.top)
    sides: dict[str, set[str]] = {}
    for pair in frames(repetition):
        first, second = (told(repetition, plan, options, t, drawn) for t in pair)
        for name, text in first.items():
            sides.setdefault(name, set()).add(text.label.align)
            left, bottom, right, top = text.label.box
            inside = (
                edges[0] <= left and edges[1] <= bottom and right <= edges[2] and top <= edges[3]
            )
            assert inside, f"{name} is cut off at {pair[0]:.3f}"
            if name in second:
                assert moved_em(text, second[name]) < MOST_EM, f"{name} at {pair[0]:.3f}"
        for one, two in itertools.combinations(first.values(), 2):
            assert not on_each_other(one, two), (
                f"{one.label.name} on {two.label.name} at {pair[0]:.3f}"
            )
            assert not crossed(one, two), f"{one.label.name} by {two.label.name} at {pair[0]:.3f}"
    assert {name: found for name, found in sides.items() if len(found) > 1} == {}


def on_each_other(one: Told, two: Told) -> bool:
    """Whether two texts lie on each other."""
    l1, b1, r1, t1 = one.label.box
    l2, b2, r2, t2 = two.label.box
    return l1 < r2 and l2 < r1 and b1 < t2 and b2 < t1


def crossed(one: Told, two: Told) -> bool:
    """Whether the leaders of two texts cross before their tips, which may meet at one place."""
    if one.leader is None or two.leader is None:
        return False
    tip = BEYOND_EM * one.label.size
    (a, b), (c, d) = (shorter(*each, tip) for each in (one.leader, two.leader))
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def shorter(start: complex, stop: complex, by: float) -> tuple[complex, complex]:
    """A line that ends earlier."""
    return start, start + (stop - start) * max(0.0, 1.0 - by / abs(stop - start))


def side(start: complex, stop: complex, point: complex) -> float:
    """Positive on the left of the way from start to stop, negative on the right."""
    return ((stop - start).conjugate() * (point - start)).imag


def test_a_moment_looks_the_same_whatever_was_drawn_before() -> None:
    def at(*moments: float) -> str:
        cast, plan = (perform("squat", body()),), Plan(960, 640, sheet().words)
        return as_text([scene.picture(cast, plan, KINDS["every"], t) for t in moments][-1])

    assert at(0.5) == at(0.0, 0.9, 0.2, 0.5)
