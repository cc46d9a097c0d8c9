"""`render` into a clip: how long, how fast, with which pauses, and how often it plays."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from hinge_tutor.cli import given, looking, reporting, spoken
from hinge_tutor.cli.command import UsageError
from hinge_tutor.cli.framing import parse_size
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.cli.opening import opened
from hinge_tutor.export.sheet import sheet
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.stage_block import SPEED
from hinge_tutor.stage.vision import seen

ANIMATED, VIDEOS = (".gif", ".webp"), (".mp4", ".webm")
ENDINGS = (*ANIMATED, *VIDEOS)
OPTIONS = ("seconds", "fps", "speed", "pause", "loop")
# Smaller than a still, because there are many.
SIZE = "640x400"
SHORTEST_S, LONGEST_S, LONGEST_PAUSE_S = 0.05, 60.0, 10.0
# How often at most a clip is shown; 0 is on and on, which a video cannot say.
MOST_TIMES, MOST_COPIES = 1000, 20
PERCENT = 100.0
# Levels of H.264 end here, and a frame of any clip takes some twenty bytes a dot while it is made.
LARGEST_PX = 4096


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--seconds",
        metavar="S",
        help="of a clip: how long its motion takes, from the first frame to the last",
    )
    parser.add_argument(
        "--speed", metavar="PERCENT", help="of a clip: of real time; otherwise as the scene says"
    )
    parser.add_argument(
        "--pause", metavar="S", help="of a clip: how long it stands still at the end of each phase"
    )
    parser.add_argument(
        "--fps",
        metavar="F",
        help="of a clip: 20, 25 or 50 frames a second, of a video 24, 30 and 60, too; "
        "20 in a gif, 25 in a webp and 30 in a video without it",
    )
    parser.add_argument(
        "--loop",
        metavar="N",
        help="of a clip: how often it plays; 0, on and on, without it, and once in a video",
    )


def make(arguments: argparse.Namespace, out: Path) -> None:
    """Writes the clip; raises UsageError, and OSError where the world is against it."""
    suffix = out.suffix.lower()
    size = parse_size(arguments.size or SIZE)
    if max(size) > LARGEST_PX:
        raise UsageError(f"--size is {arguments.size}; a clip is up to {LARGEST_PX} px wide.")
    scene = opened(arguments.scene)
    draw_off_screen()
    from hinge_tutor.export.clip import RATES, USUAL_RATE, save_clip
    from hinge_tutor.export.film import frames
    from hinge_tutor.paint import load_palette

    seconds = _seconds(arguments.seconds, "--seconds", SHORTEST_S, LONGEST_S)
    pause_s = _seconds(arguments.pause, "--pause", 0.0, LONGEST_PAUSE_S) or 0.0
    rate = USUAL_RATE[suffix]
    if arguments.fps is not None:
        rate = given.whole(arguments.fps, "--fps", 1, max(RATES[suffix]))
    if rate not in RATES[suffix]:
        rates = ", ".join(map(str, RATES[suffix]))
        raise UsageError(f'--fps is "{arguments.fps}"; a clip plays at one of {rates} a second.')
    times, copies = _times(arguments.loop, suffix in VIDEOS)
    cast = tuple(figures(scene.plan).values())
    options = looking.shown(scene, arguments)
    if arguments.speed is not None:
        if seconds is not None:
            raise UsageError("--speed and --seconds both say how long it takes; leave out one.")
        low, high = (PERCENT * end for end in SPEED)
        percent = given.number(arguments.speed.removesuffix("%"), "--speed", low, high, "%")
        options = replace(options, speed=percent / PERCENT)
    plan = sheet(spoken.said(arguments), size, cast, arguments.untold)
    film = frames(cast, plan, options, rate, seconds, pause_s=pause_s, times=copies)
    palette = seen(load_palette(arguments.theme), arguments.vision)
    save_clip(film, out, size, palette, times, reporting.progress(arguments))


def _seconds(text: str | None, option: str, low: float, high: float) -> float | None:
    return None if text is None else given.number(text, option, low, high, "s")


def _times(text: str | None, video: bool) -> tuple[int, int]:
    """How often a player is told to show it, and how often it stands in the file."""
    if video:
        return 1, 1 if text is None else given.whole(text, "--loop", 1, MOST_COPIES)
    return 0 if text is None else given.whole(text, "--loop", 0, MOST_TIMES), 1
