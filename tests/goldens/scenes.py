"""The pictures that are kept: one of each way of drawing, small enough to look at side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.take import Load
from hinge_tutor.stage import scene
from hinge_tutor.stage.arrangement import OVERLAY, Arrangement
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.plot import plot
from hinge_tutor.stage.plot_frame import Frame
from hinge_tutor.stage.plot_names import PLOTS
from hinge_tutor.stage.roll import roll
from tests.goldens.compare import without_text
from tests.stage.company import three

SIZE_PX = (480, 300)
NAMES = ("Hinge", "Squat", "Bend")


@dataclass(frozen=True)
class Golden:
    """A picture without text, and the palette it is painted in; `figure` where a body is seen."""

    picture: Callable[[], Picture]
    theme: str = "light"
    vision: str = "usual"
    figure: bool = True


def _stage(
    *who: Repetition, at: float | str = "turn", options: Options | None = None, props: str = ""
) -> Picture:
    """The stage without titles and badges, so that figures are as large as can be."""
    shown = options or Options(frozenset({"muscles"}))
    if props:
        shown = replace(shown, layers=shown.layers | {"props"}, props=tuple(props.split()))
    blank = ("",) * len(who)
    plan = Plan(*SIZE_PX, words("en"), blank, blank, foot=False, angles=False)
    moment = scene.moment_of(who[0].take, at)
    return without_text(scene.picture(who, plan, shown, moment))


@cache
def _done(movement: str, who: str = "default", kg: float = -1.0, at: str = "") -> Repetition:
    load = Load(kg, at) if kg >= 0.0 else None
    return perform(movement, body(who), load=load)


def _three() -> Picture:
    return _stage(*three())


def _load_layers() -> Picture:
    layers = frozenset({"muscles", "bones", "angles", "balance", "trails"})
    return _stage(_done("hip-hinge"), options=Options(layers))


def _board() -> Picture:
    return _stage(
        _done("hip-hinge", "tall"), options=Options(frozenset({"balance"})), props="dowel wall"
    )


def _overlay() -> Picture:
    over = Arrangement(view=OVERLAY, difference=True)
    return _stage(*three()[:2], options=Options(frozenset(), arrangement=over))


def _swing() -> Picture:
    return _stage(_done("kettlebell-swing"))


def _bar() -> Picture:
    return _stage(_done("squat", "default-woman", 40.0, "back"))


def _leaning() -> Picture:
    return _stage(_done("leg-swing"), options=Options(frozenset({"bones"})))


def _kneeling() -> Picture:
    return _stage(_done("hip-distraction", "small"))


def _box() -> Picture:
    return _stage(_done("pick-up-box"), at=0.0)


def _bend() -> Picture:
    return _stage(_done("forward-bend"), _done("forward-bend", "mass=120"))


def _plots() -> Picture:
    frame = Frame(480, 300, 40, 470)
    return without_text(plot(three(), NAMES, PLOTS["angles"], words("en"), frame).picture)


def _roll() -> Picture:
    return without_text(roll(three(), *SIZE_PX, words("en")).picture)


GOLDENS: Mapping[str, Golden] = {
    "three-light": Golden(_three),
    "three-dark": Golden(_three, theme="dark"),
    "load-layers": Golden(_load_layers),
    "props-projector": Golden(_board, theme="projector"),
    "overlay-difference": Golden(_overlay),
    "swing-dark": Golden(_swing, theme="dark"),
    "bar-on-the-back": Golden(_bar),
    "hand-on-a-wall": Golden(_leaning),
    "kneeling": Golden(_kneeling),
    "box-gray": Golden(_box, vision="gray"),
    "plots": Golden(_plots, figure=False),
    "roll": Golden(_roll, figure=False),
}
