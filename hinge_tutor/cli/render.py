"""`render`: a movement, or several side by side, as a picture, a clip or a table."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hinge_tutor.cli import arranging, given, layering, place, reporting, spoken
from hinge_tutor.cli.arranging import arrangement
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.framing import parse_moment, parse_size
from hinge_tutor.cli.maps import MAPS, maps, maps_of
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.cli.opening import opened
from hinge_tutor.cli.sheets import SHEETS, sheet_of
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.telling import telling_s
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.scene_text import FORM, write_scene
from hinge_tutor.motion.shared_clock import SharedClock, shared_clock
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.shared_scene import SharedScene
from hinge_tutor.stage.sheet import sheet
from hinge_tutor.stage.vision import USUAL, VISIONS, seen

STILL = (".png", ".svg")
CLIP = ".gif"
TABLE = ".csv"
ENDINGS = (*STILL, CLIP, TABLE)
# What says nothing about a file of each kind.
FOREIGN = {
    **dict.fromkeys(STILL, ("seconds", "fps")),
    CLIP: ("at",),
    TABLE: ("at", "seconds", "fps", "size", "layers", "highlight", "props"),
}
# A clip is smaller because every frame is stored.
STILL_SIZE, CLIP_SIZE, SHEET_SIZE = "1280x720", "640x400", "2400x3000"
MAPS_SIZE = "2400x1800"
RATE = 20
LONGEST_S = 60.0


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scene",
        metavar="SCENE",
        help=f"{FORM}, up to three joined by |, for example "
        f"'hip-hinge@tall*20|squat'; a text that begins with hinge:, or a file of one; or "
        f"{' or '.join(SHEETS)}, which is all of them on one sheet, with @BODY for another body; "
        f"or {MAPS}[@BODY][*KG], which is what every blend of hinge, squat and bend asks",
    )
    endings = " ".join(ENDINGS)
    parser.add_argument("--out", metavar="FILE", required=True, help=f"by its ending: {endings}")
    parser.add_argument(
        "--at",
        metavar="T",
        help="of a still: 0 to 1, or a phase: its end; without it where it shows most",
    )
    parser.add_argument(
        "--size",
        metavar="WxH",
        help=f"{STILL_SIZE}, of a clip {CLIP_SIZE}, of a sheet {SHEET_SIZE}",
    )
    layering.add(parser)
    parser.add_argument("--seconds", metavar="S", help="of a clip: how long it takes")
    parser.add_argument("--fps", metavar="F", help=f"of a clip: 20, 25 or 50; {RATE} without it")
    arranging.add(parser)
    place.add_theme(parser, default="light")
    spoken.add_language(parser)
    reporting.add_progress(parser)
    parser.add_argument(
        "--vision",
        metavar="NAME",
        choices=VISIONS,
        default=USUAL,
        help=f"as other eyes or a printer without color see it: {', '.join(VISIONS)}",
    )


def _run(arguments: argparse.Namespace) -> int:
    out = Path(arguments.out)
    suffix = out.suffix.lower()
    if suffix not in ENDINGS:
        near = did_you_mean(suffix, ENDINGS)
        raise UsageError(f"--out is {out}; its name must end in {', '.join(ENDINGS)}{near or '.'}")
    if not out.parent.is_dir():
        raise UsageError(f"There is no folder {out.parent}; make it first.")
    for name in FOREIGN[suffix]:
        if getattr(arguments, name) is not None:
            raise UsageError(f"--{name} does not belong to a file that ends in {suffix}.")
    make = {CLIP: _clip, TABLE: _table}.get(suffix, _still)
    try:
        make(arguments, out)
    except OSError as error:
        raise given.unwritable(out, error) from None
    return FINE


def _still(arguments: argparse.Namespace, out: Path) -> None:
    if (whose := maps_of(arguments.scene)) is not None:
        _maps(arguments, whose, out)
        return
    if sheet_of(arguments.scene) is not None:
        _sheet(arguments, out)
        return
    moment = parse_moment(arguments.at) if arguments.at else None
    size = parse_size(arguments.size or STILL_SIZE)
    scene = opened(arguments.scene)
    draw_off_screen()
    from hinge_tutor.export.image import save
    from hinge_tutor.paint import load_palette

    cast = tuple(figures(scene.plan).values())
    sheet = Plan(*size, spoken.said(arguments), letters=letters(size))
    options = _shown(scene, arguments)
    asked = scene.plan.at if moment is None else moment
    clock = shared_clock([each.take for each in cast], options.arrangement.sync)
    at = _telling(cast, clock) if asked is None else clock.moment(asked)
    shown = picture(cast, sheet, options, at)
    title = write_scene(scene.plan.movements)
    save(shown, out, size, seen(load_palette(arguments.theme), arguments.vision), title)


def _telling(cast: Sequence[Repetition], clock: SharedClock) -> float:
    """Where the last figure with a fault shows it, or else the first one's deepest moment."""
    wrong = [number for number, each in enumerate(cast) if each.take.movement.faults]
    shown = wrong[-1] if wrong else 0
    return clock.courses[shown].when(telling_s(cast[shown]))


def letters(size: tuple[int, int]) -> float:
    """How much larger than in a window letters are, so that they keep their part of a picture."""
    usual = parse_size(STILL_SIZE)
    return max(min(size[0] / usual[0], size[1] / usual[1]), 1.0)


def _shown(scene: SharedScene, arguments: argparse.Namespace) -> Options:
    """What is shown and how, where options go before the scene's own words; raises UsageError."""
    return replace(
        layering.layered(arguments, scene.plan),
        speed=scene.plan.speed,
        arrangement=arrangement(arguments, scene.arrangement),
    )


def _maps(arguments: argparse.Namespace, whose: Cast, out: Path) -> None:
    """The technique maps of one body with one load."""
    if arguments.at is not None:
        raise UsageError("A technique map is that of the deepest moment; leave out --at.")
    layering.refuse(arguments)
    arranging.refuse(arguments)
    size = parse_size(arguments.size or MAPS_SIZE)
    draw_off_screen()
    from hinge_tutor.export.image import save
    from hinge_tutor.paint import load_palette

    palette = seen(load_palette(arguments.theme), arguments.vision)
    save(maps(whose, size, spoken.said(arguments)), out, size, palette, arguments.scene.strip())


def _sheet(arguments: argparse.Namespace, out: Path) -> None:
    """A contact sheet: every movement's, or fault's, key moments on one page."""
    if arguments.at is not None:
        raise UsageError("A contact sheet shows its own moments; leave out --at.")
    layering.refuse(arguments)
    arranging.refuse(arguments)
    size = parse_size(arguments.size or SHEET_SIZE)
    scene = arguments.scene.strip()
    made, specification = sheet_of(scene) or ("", "")
    given.body(specification)
    groups = SHEETS[made](specification, spoken.said(arguments))
    draw_off_screen()
    from hinge_tutor.export.image import save
    from hinge_tutor.paint import load_palette

    shown = sheet(groups, size, Options(layers=frozenset({"muscles"})))
    save(shown, out, size, seen(load_palette(arguments.theme), arguments.vision), scene)


def _clip(arguments: argparse.Namespace, out: Path) -> None:
    if sheet_of(arguments.scene) is not None or maps_of(arguments.scene) is not None:
        raise UsageError(f"A contact sheet does not move; let --out end in {' or '.join(STILL)}.")
    size = parse_size(arguments.size or CLIP_SIZE)
    scene = opened(arguments.scene)
    seconds = None
    draw_off_screen()
    from hinge_tutor.export.clip import RATES, frames, save_gif
    from hinge_tutor.paint import load_palette

    if arguments.seconds is not None:
        seconds = given.number(arguments.seconds, "--seconds", 1.0 / RATE, LONGEST_S, "s")
    rate = RATE if arguments.fps is None else given.whole(arguments.fps, "--fps", 1, max(RATES))
    if rate not in RATES:
        rates = ", ".join(map(str, RATES))
        raise UsageError(f'--fps is "{arguments.fps}"; a clip plays at one of {rates} a second.')
    cast = tuple(figures(scene.plan).values())
    options = _shown(scene, arguments)
    sheet = Plan(*size, spoken.said(arguments), letters=letters(size))
    pictures = frames(cast, sheet, options, rate, seconds)
    palette = seen(load_palette(arguments.theme), arguments.vision)
    save_gif(pictures, out, size, palette, rate, reporting.progress(arguments))


def _table(arguments: argparse.Namespace, out: Path) -> None:
    """The curves of every figure over its whole repetition."""
    if arguments.scene.strip() in SHEETS or maps_of(arguments.scene) is not None:
        raise UsageError(f"A contact sheet has no curves; let --out end in {' or '.join(STILL)}.")
    plan = opened(arguments.scene).plan
    draw_off_screen()
    from hinge_tutor.export.table import save_csv

    save_csv(figures(plan), out)


COMMAND = Command("render", "Write a movement as a picture, a clip or a table.", _options, _run)
