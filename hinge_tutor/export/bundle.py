"""A lesson as a folder for a teacher: pictures, clips, notes, question sheet and answers.

Everything is made in a folder of its own beside the one that was asked for, and takes its place
only when it is complete.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hinge_tutor import safely
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.export import tour
from hinge_tutor.export.bundle_page import Asked, Clip, Shown, index_html, sheet_parts
from hinge_tutor.export.film import Screening, frames
from hinge_tutor.export.gif import save_gif
from hinge_tutor.export.handout import PRINTED
from hinge_tutor.export.image import ExportError, save_png, write
from hinge_tutor.export.progress import Progress, unheard
from hinge_tutor.export.sheet_pdf import sheet_pdf
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Build, Lesson
from hinge_tutor.lessons.words import Words
from hinge_tutor.paint import Palette, load_palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.untold import untold

QUESTIONS, ANSWERS = "questions.pdf", "answers.pdf"
# A picture beside a question is printed as wide as a column.
ASKED_PX = (960, 540)
# Which files of an earlier bundle may be taken away: what we would name, in this folder itself.
_OURS = re.compile(r"[\w-]+\.(png|gif|pdf)")
_LISTED = re.compile(r'<meta name="hinge-tutor-files" content="([^"]*)">')


def write_bundle(
    lesson: Lesson,
    words: Words,
    palette: Palette,
    folder: Path,
    paper: str,
    progress: Progress = unheard,
) -> Path:
    """Writes the bundle of a lesson into a folder, which is made; gives the index page.

    Files of an earlier bundle are replaced, or taken away where there is nothing in their place;
    any other file stays. Raises ExportError, one sentence.
    """
    clips = tuple(_clips(lesson))
    names = [*_pictures(lesson), *(clip.file for clip in clips), QUESTIONS, ANSWERS]
    _check(folder, names)
    total = len(names) + 1
    try:
        with _beside(folder) as part:
            done = _Steps(total, progress)
            shown, asked = _draw(lesson, words, palette, part, done)
            for clip in clips:
                _film(clip, words, palette, part / clip.file)
                done.step()
            for name, answers in ((QUESTIONS, False), (ANSWERS, True)):
                sheet = tuple(sheet_parts(lesson, words, asked, answers))
                write(part / name, sheet_pdf(sheet, lesson.title, paper, part))
                done.step()
            kept = sorted(each.name for each in part.iterdir())
            index = index_html(lesson, words, shown, clips, kept, (QUESTIONS, ANSWERS))
            write(part / tour.INDEX, index.encode("utf-8"))
            _take_place(part, folder)
            done.step()
    except ExportError:
        raise
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(f"The folder {folder} could not be written ({reason}).") from error
    return folder / tour.INDEX


def _check(folder: Path, names: list[str]) -> None:
    """Raises ExportError before anything is made, where it could not take its place."""
    if folder.exists() and not folder.is_dir():
        taken = OSError(errno.EEXIST, os.strerror(errno.EEXIST))
        raise ExportError(f"{folder} is a file and stays; choose another folder.") from taken
    if folder.exists() and not os.access(folder, os.W_OK):
        locked = OSError(errno.EACCES, os.strerror(errno.EACCES))
        said = f"The folder {folder} could not be written (permission denied)."
        raise ExportError(said) from locked
    tour.refuse_strangers(folder, names)
    # Beside an earlier bundle somebody may have put a file of their own.
    ours = _listed(folder / tour.INDEX)
    strangers = [name for name in names if ours and name not in ours and (folder / name).exists()]
    if strangers:
        raise ExportError(
            f"{folder / strangers[0]} is there already and stays; choose another folder."
        )


class _Steps:
    """Counts what is done."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done, self._total, self._progress = 0, total, progress
        progress(0, total)

    def step(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)


@contextlib.contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder in the same place; whatever happens, nothing of it stays."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    inside = folder.is_dir() and not os.access(folder.parent, os.W_OK)
    home = folder if inside else folder.parent
    safely.sweep(home)
    part = safely.part_of((home / folder.name).resolve())
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        yield part
    except ExportError as error:
        # Nobody knows the folder of its own, and it is gone.
        raise ExportError(str(error).replace(str(part), str(folder))) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _take_place(part: Path, folder: Path) -> None:
    """All at once where nothing is there; else file by file, the page that lists them last."""
    if not folder.exists():
        part.replace(folder)
        return
    index = folder / tour.INDEX
    earlier = _listed(index)
    names = {each.name for each in part.iterdir()}
    for name in sorted(names - {tour.INDEX}):
        (part / name).replace(folder / name)
    (part / tour.INDEX).replace(index)
    for name in earlier - names:
        (folder / name).unlink(missing_ok=True)


def _listed(index: Path) -> set[str]:
    """The files that an earlier page says are its own."""
    if not index.exists():
        return set()
    found = _LISTED.search(index.read_text(encoding="utf-8", errors="replace"))
    names = found[1].split(" ") if found else []
    return {name for name in names if _OURS.fullmatch(name)}


def _builds(lesson: Lesson) -> Iterator[tuple[int, Build, str, str]]:
    """Every build with the number of its step, the file of its picture, and that of its question,
    empty where it asks nothing; what stays open over several builds is asked once.
    """
    met = set[str]()
    for number, step in enumerate(lesson.steps, 1):
        for place, build in enumerate(step.builds, 1):
            name = f"{lesson.id}-{number}-{place}"
            asks = build.question or build.drag
            fresh = asks is not None and asks.prompt not in met
            met |= {asks.prompt} if asks is not None else set()
            yield number, build, f"{name}.png", f"{name}-question.png" if fresh else ""


def _pictures(lesson: Lesson) -> Iterator[str]:
    for _, _, file, question in _builds(lesson):
        yield file
        if question:
            yield question


def _draw(
    lesson: Lesson, words: Words, palette: Palette, part: Path, done: _Steps
) -> tuple[tuple[Shown, ...], tuple[Asked, ...]]:
    """The pictures of every build, and what is said with them."""
    shown, asked = list[Shown](), list[Asked]()
    for number, build, file, question in _builds(lesson):
        step, cast = lesson.steps[number - 1], figures(build.stage)
        tour.save_build(build.stage, cast, words, palette, part / file)
        done.step()
        page = tour.page_of(file, step.title, words.kind(step.kind), build, cast, words)
        shown.append(Shown(step, build, page, number))
        if question:
            _save_asked(build, cast, words, part / question)
            done.step()
            asked.append(Asked(build, page, question))
    return tuple(shown), tuple(asked)


def _save_asked(build: Build, cast: Mapping[str, Repetition], words: Words, path: Path) -> None:
    """What is seen while a question is open, with what it does not answer, as it is printed."""
    stage, repetitions = build.stage, tuple(cast.values())
    plan, options = Plan(*ASKED_PX, words, letters=1.15), tour.options_of(stage).reticent()
    plan = untold(plan, repetitions) if stage.lettered else plan
    shown = picture(repetitions, plan, options, asked_at(build, cast))
    save_png(shown, path, ASKED_PX, load_palette(PRINTED))


def asked_at(build: Build, cast: Mapping[str, Repetition]) -> float:
    """The moment, 0…1, of that picture: of a question what a film will show, its beginning."""
    asks = build.question or build.drag
    ahead = asks is not None and bool(asks.reveal) and build.stage.play != "still"
    return 0.0 if ahead else tour.shown_at(build.stage, cast)


def _clips(lesson: Lesson) -> Iterator[Clip]:
    """Every movement of the lesson once, as it is first done without a fault."""
    met = set[str]()
    for step in lesson.steps:
        for build in step.builds:
            for cast in build.stage.movements:
                if cast.movement in met or cast.faults or cast.pose or cast.mix:
                    continue
                met.add(cast.movement)
                stage = replace(build.stage, movements=(cast,), hidden=False)
                yield Clip(f"{lesson.id}-{cast.movement}.gif", cast.movement, stage)


def _film(clip: Clip, words: Words, palette: Palette, path: Path) -> None:
    """The movement at its own speed."""
    cast = tuple(figures(clip.stage).values())
    options = Options(frozenset({"muscles"}))
    film = frames(cast, Plan(*tour.CLIP_PX, words), options, tour.CLIP_FPS)
    save_gif(Screening(film, tour.CLIP_PX, palette), path)
