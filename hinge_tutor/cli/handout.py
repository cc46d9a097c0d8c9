"""`handout`: one page to take home, with the movement, one cue and one thing to leave out."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hinge_tutor.cli import given, place, reporting, spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.cli.opening import opened
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.fill import fill
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.motion.faults import parse_faults
from hinge_tutor.stage.handout import NO_CUE

SUFFIX = ".pdf"
PAPERS, UNITS = ("a4", "letter"), ("metric", "us")
# A name longer than this is no name.
LONGEST_NAME, LONGEST_CUE = 200, 300


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scene", nargs="?", metavar="SCENE", help="as for render; its first figure is the movement"
    )
    place.add_lesson(parser)
    parser.add_argument("--out", metavar="FILE", required=True, help=f"ends in {SUFFIX}")
    parser.add_argument(
        "--paper", metavar="NAME", help=f"{' or '.join(PAPERS)}; without it the custom of here"
    )
    parser.add_argument(
        "--cue",
        metavar="ID",
        help=f"of a fault or a phase, or {NO_CUE}; without it what repairs the fault, or the cue "
        "of the way down",
    )
    parser.add_argument("--say", metavar="TEXT", help="a cue in other words")
    parser.add_argument(
        "--fault", metavar="ID=PERCENT", help="what stands beside the movement; the scene's own"
    )
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="today without it")
    parser.add_argument("--for", dest="whom", metavar="NAME", help="whose it is")
    for name in ("for", "say"):
        # Other people of a machine can see its command lines.
        parser.add_argument(f"--{name}-file", metavar="FILE", help=f"a file in place of --{name}")
    parser.add_argument("--units", metavar="NAME", default=UNITS[0], help=" or ".join(UNITS))
    spoken.add_language(parser)
    reporting.add_progress(parser)


def _run(arguments: argparse.Namespace) -> int:
    out = given.file("--out", arguments.out)
    if out.suffix.lower() != SUFFIX:
        raise UsageError(f"--out is {out}; its name must end in {SUFFIX}.")
    reporting.need_folder(arguments, out)
    paper = given.one_of("--paper", arguments.paper, PAPERS)
    units = given.one_of("--units", arguments.units, UNITS) or UNITS[0]
    day = _day(arguments.date)
    plan, taught = _asked(arguments)
    whom = _text("--for", arguments.whom, arguments.for_file, LONGEST_NAME)
    say = _text("--say", arguments.say, arguments.say_file, LONGEST_CUE)
    tell = reporting.progress(arguments)
    tell(0, 3)
    draw_off_screen()
    from hinge_tutor.app.measured import body_in_words
    from hinge_tutor.app.paper import usual_paper
    from hinge_tutor.export.handout import save_handout
    from hinge_tutor.export.handout_pair import casts_of, made
    from hinge_tutor.stage.handout import cues, handout
    from hinge_tutor.stage.handout_page import page_of

    words = spoken.said(arguments)
    target, other = made(plan, *casts_of(plan, dict(parse_faults(arguments.fault or ""))))
    tell(1, 3)
    usual = fill(taught, figures(plan), words) if taught else None
    cue = say or _cue(arguments.cue, cues(target, other, words), usual)
    body = body_in_words(target.take.body, target.take.load, units, words)
    page = handout(target, other, words, day, body, cue, whom)
    laid = page_of(page, paper or usual_paper())
    tell(2, 3)
    try:
        save_handout(laid, out, page.title)
    except OSError as error:
        reporting.tell_errno(arguments, error)
        raise given.unwritable(out, error) from None
    tell(3, 3)
    return FINE


def _asked(arguments: argparse.Namespace) -> tuple[StagePlan, str]:
    """The figures of a scene, or of a lesson's step with its cue, or a lesson's correct movement;
    raises UsageError.
    """
    if (arguments.scene is None) == (arguments.lesson is None):
        raise UsageError("Give a scene or --lesson, one of both.")
    if arguments.scene is not None:
        return opened(arguments.scene).plan, ""
    number = place.step(arguments)
    lesson = load_lesson(arguments.lesson, arguments.language)
    if number is not None:
        # A comparison ends on one figure; what it compared is what there is to take home.
        builds = lesson.steps[number - 1].builds
        most = max(len(build.stage.movements) for build in builds)
        chosen = next(each for each in reversed(builds) if len(each.stage.movements) == most)
        return chosen.stage, next((each.cue for each in reversed(builds) if each.cue), "")
    every = [build.stage for step in lesson.steps for build in step.builds]
    found = (
        replace(stage, movements=(cast,))
        for stage in reversed(every)
        for cast in stage.movements
        if cast.movement == lesson.correct and not cast.faults
    )
    return next(found, every[-1]), ""


def _cue(id_: str | None, known: Mapping[str, str], usual: str | None) -> str:
    """The cue of an id, or the usual one; raises UsageError."""
    if id_ == NO_CUE:
        return ""
    if id_ is None:
        return usual or next(iter(known.values()), "")
    given.one_of("--cue", id_, (*known, NO_CUE))
    return known[id_]


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'--date is "{text}"; write it like 2026-11-27.') from None


def _text(option: str, text: str | None, file: str | None, most: int) -> str:
    """A text in one line, or that of a file; raises UsageError."""
    if file is not None:
        try:
            with Path(file).open("rb") as opened_:
                text = opened_.read(4 * most + 1).decode("utf-8")
        except (OSError, ValueError):
            raise UsageError(f"{option}-file: {file} is no text that can be read.") from None
    line = " ".join((text or "").split())
    if len(line) > most:
        raise UsageError(f"{option} has {len(line)} signs; it may have {most}.")
    return "".join(sign if sign.isprintable() else "�" for sign in line)


COMMAND = Command("handout", "Write one page to take home, as a PDF.", _options, _run)
