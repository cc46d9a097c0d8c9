"""Pictures look as they looked when somebody last approved of them.

`pytest tests/goldens --record` paints them again; look at every file that changed before it is
kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hinge_tutor.paint import Palette, load_palette
from hinge_tutor.stage.figure import BODY
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Faded, Numbers, Shape, Silhouette
from hinge_tutor.stage.vision import seen
from tests.goldens.compare import FINER, MEAN, WORST, difference, painted
from tests.goldens.scenes import GOLDENS, SIZE_PX, Golden

FOLDER = Path(__file__).parent
FIGURES = [name for name, golden in GOLDENS.items() if golden.figure]
# The change that no golden may let pass, of the height of a body of 1.75 m.
LIMB_MM = 0.01 * 1750.0
# The share of what is allowed that another raster may use up.
OF_ALLOWED = 0.5

pytestmark = pytest.mark.usefixtures("qapp")


def palette(golden: Golden) -> Palette:
    return seen(load_palette(golden.theme), golden.vision)


@cache
def image(name: str) -> QImage:
    """What is drawn now, painted once for all tests."""
    golden = GOLDENS[name]
    return painted(golden.picture(), SIZE_PX, palette(golden))


@pytest.mark.parametrize("name", GOLDENS)
def test_a_picture_looks_as_it_did(name: str, record_goldens: bool, tmp_path: Path) -> None:
    path = FOLDER / f"{name}.png"
    now = image(name)
    if record_goldens and not (path.exists() and difference(QImage(str(path)), now).small):
        assert now.save(str(path))
    kept = QImage(str(path))
    assert not kept.isNull(), f"there is no {path.name}; run pytest tests/goldens --record"
    found = difference(kept, now)
    now.save(str(tmp_path / path.name))
    assert found.small, f"{name}: {found}; what is drawn now is in {tmp_path / path.name}"


def test_no_golden_is_left_of_a_picture_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(GOLDENS)


@pytest.mark.parametrize("name", GOLDENS)
def test_another_raster_is_not_taken_for_another_picture(name: str) -> None:
    golden = GOLDENS[name]
    for finer in (FINER - 1, FINER + 1):
        found = difference(image(name), painted(golden.picture(), SIZE_PX, palette(golden), finer))
        assert found.worst < OF_ALLOWED * WORST
        assert found.mean < OF_ALLOWED * MEAN


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("away", [(LIMB_MM, 0.0), (0.0, LIMB_MM), (-LIMB_MM, 0.0)])
@pytest.mark.parametrize("limb", ["arm", "leg"])
def test_a_limb_that_stands_off_by_a_hundredth_of_the_height_is_seen(
    limb: str, away: tuple[float, float], name: str
) -> None:
    golden = GOLDENS[name]
    shown = golden.picture()
    wrong = replace(shown, shapes=tuple(_moved(shape, limb, away) for shape in shown.shapes))
    assert wrong != shown
    found = difference(image(name), painted(wrong, SIZE_PX, palette(golden)))
    assert found.worst > WORST


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("limb", ["arm", "leg"])
def test_a_limb_that_is_missing_is_seen(limb: str, name: str) -> None:
    golden = GOLDENS[name]
    shown = golden.picture()
    wrong = replace(shown, shapes=tuple(_without(shown, limb)))
    found = difference(image(name), painted(wrong, SIZE_PX, palette(golden)))
    assert found.worst > WORST


def _outlines(shape: Shape, limb: str) -> tuple[int, ...]:
    """Which outlines of a silhouette belong to a near limb."""
    if not isinstance(shape, Silhouette):
        return ()
    if limb == "arm":
        return tuple(range(len(shape.curves))) if shape.name == "near_arm" else ()
    return (BODY.index("leg_near"),) if shape.name == "body" else ()


def _moved(shape: Shape, limb: str, away: tuple[float, float]) -> Shape:
    if isinstance(shape, Faded):
        return replace(shape, shapes=tuple(_moved(each, limb, away) for each in shape.shapes))
    if not isinstance(shape, Silhouette) or not (those := _outlines(shape, limb)):
        return shape

    def shifted(points: Numbers) -> Numbers:
        return tuple(value + away[number % 2] for number, value in enumerate(points))

    def each(runs: tuple[Numbers, ...]) -> tuple[Numbers, ...]:
        return tuple(shifted(run) if number in those else run for number, run in enumerate(runs))

    return replace(shape, curves=each(shape.curves), rims=each(shape.rims))


def _without(shown: Picture, limb: str) -> Iterator[Shape]:
    for shape in shown.shapes:
        inner = shape.shapes if isinstance(shape, Faded) else (shape,)
        kept = tuple(_less(each, limb) for each in inner)
        yield replace(shape, shapes=kept) if isinstance(shape, Faded) else kept[0]


def _less(shape: Shape, limb: str) -> Shape:
    if not isinstance(shape, Silhouette) or not (those := _outlines(shape, limb)):
        return shape
    keep = [number for number in range(len(shape.curves)) if number not in those]
    curves, rims = (
        tuple(runs[number] for number in keep if number < len(runs))
        for runs in (shape.curves, shape.rims)
    )
    return replace(shape, curves=curves, rims=rims)
