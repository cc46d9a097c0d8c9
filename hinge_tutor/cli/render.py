"""`render`: a movement, or several side by side, as a picture, a clip or numbers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from hinge_tutor.cli import (
    arranging,
    given,
    layering,
    looking,
    place,
    rendering_clips,
    rendering_numbers,
    reporting,
    spoken,
)
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.framing import parse_moment, parse_size
from hinge_tutor.cli.maps import MAPS, maps, maps_of
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.cli.opening import opened
from hinge_tutor.cli.sheets import SHEETS, sheet_of
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.telling import telling_s
from hinge_tutor.export.sheet import sheet as sheet_for
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.scene_text import FORM, write_scene
from hinge_tutor.motion.shared_clock import SharedClock, shared_clock
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.sheet import sheet
from hinge_tutor.stage.vision import USUAL, VISIONS, seen

STILL = (".png", ".svg", ".pdf")
ENDINGS = (*STILL, *rendering_clips.ENDINGS, *rendering_numbers.ENDINGS)
# What says nothing about a file of each kind.
PICTURED = ("size", "layers", "highlight", "props", "solo", "camera", "untold")
FOREIGN = {
    **dict.fromkeys(STILL, (*rendering_clips.OPTIONS, "figure")),
    **dict.fromkeys(rendering_clips.ENDINGS, ("at", "figure")),
    **dict.fromkeys(rendering_numbers.ENDINGS, ("at", *rendering_clips.OPTIONS, *PICTURED)),
}
STILL_SIZE, SHEET_SIZE, MAPS_SIZE = "1280x720", "2400x3000", "2400x1800"


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
        help=f"{STILL_SIZE}, of a clip {rendering_clips.SIZE}, of a sheet {SHEET_SIZE}",
    )
    layering.add(parser)
    looking.add(parser)
    rendering_clips.add(parser)
    rendering_numbers.add(parser)
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
    out = given.file("--out", arguments.out)
    suffix = out.suffix.lower()
    if suffix not in ENDINGS:
        near = did_you_mean(suffix, ENDINGS)
        raise UsageError(f"--out is {out}; its name must end in {', '.join(ENDINGS)}{near or '.'}")
    reporting.need_folder(arguments, out)
    for name in FOREIGN[suffix]:
        if getattr(arguments, name) not in (None, False):
            raise UsageError(f"--{name} does not belong to a file that ends in {suffix}.")
    many = sheet_of(arguments.scene) is not None or maps_of(arguments.scene) is not None
    if many and suffix not in STILL:
        said = "does not move" if suffix in rendering_clips.ENDINGS else "has no curves"
        raise UsageError(f"A contact sheet {said}; let --out end in {' or '.join(STILL)}.")
    make = _still
    if suffix in rendering_clips.ENDINGS:
        make = rendering_clips.make
    elif suffix in rendering_numbers.ENDINGS:
        make = rendering_numbers.make
    try:
        make(arguments, out)
    except OSError as error:
        reporting.tell_errno(arguments, error)
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
    options = looking.shown(scene, arguments)
    page = sheet_for(spoken.said(arguments), size, cast, arguments.untold)
    asked = scene.plan.at if moment is None else moment
    clock = shared_clock([each.take for each in cast], options.arrangement.sync)
    at = _telling(cast, clock) if asked is None else clock.moment(asked)
    shown = picture(cast, page, options, at)
    # What is kept untold is not in the file's title either.
    title = "" if arguments.untold else write_scene(scene.plan.movements)
    palette = seen(load_palette(arguments.theme), arguments.vision)
    save(shown, out, size, palette, title, options.camera)


def _telling(cast: Sequence[Repetition], clock: SharedClock) -> float:
    """Where the last figure with a fault shows it, or else the first one's deepest moment."""
    wrong = [number for number, each in enumerate(cast) if each.take.movement.faults]
    shown = wrong[-1] if wrong else 0
    return clock.courses[shown].when(telling_s(cast[shown]))


def _maps(arguments: argparse.Namespace, whose: Cast, out: Path) -> None:
    """The technique maps of one body with one load."""
    if arguments.at is not None:
        raise UsageError("A technique map is that of the deepest moment; leave out --at.")
    layering.refuse(arguments)
    looking.refuse(arguments)
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
    looking.refuse(arguments)
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


COMMAND = Command("render", "Write a movement as a picture, a clip or numbers.", _options, _run)
