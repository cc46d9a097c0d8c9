"""A lesson without a screen: a picture of every build, one clip and a page that shows them all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.export.film import Screening, frames
from hinge_tutor.export.gif import save_gif
from hinge_tutor.export.image import ExportError, save_png, write
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.fill import fill
from hinge_tutor.lessons.hidden_names import lettered
from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan
from hinge_tutor.lessons.names_apart import names_apart
from hinge_tutor.lessons.words import Words
from hinge_tutor.paint import Palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import angles_line, moment_of, own_times, picture
from hinge_tutor.stage.untold import untold

INDEX = "index.html"
# By this line a page of ours is known, so that a later tour may replace it and nothing else.
MARK = '<meta name="generator" content="hinge-tutor">'
PICTURE_PX = (1280, 720)
CLIP_PX, CLIP_FPS = (640, 400), 20


@dataclass(frozen=True)
class Page:
    """One build on the page: the file of its picture, its words, and the picture in words."""

    file: str
    step: str
    title: str
    kind: str
    prompt: str
    text: str
    cue: str
    why: str
    question: tuple[str, tuple[tuple[str, bool, str], ...]] | None
    alternative: str


def write_tour(lesson: Lesson, words: Words, palette: Palette, folder: Path) -> Path:
    """Writes the tour of a lesson into a folder, which is made; gives the index page.

    Files of earlier tours are replaced; any other file stays. Raises ExportError, one sentence.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(f"The folder {folder} could not be made ({reason}).") from error
    names = [
        f"{lesson.id}-{number}-{place}.png"
        for number, step in enumerate(lesson.steps, 1)
        for place in range(1, len(step.builds) + 1)
    ]
    clip = f"{lesson.id}.gif"
    refuse_strangers(folder, [*names, clip])
    pages = []
    files = iter(names)
    for step in lesson.steps:
        for build in step.builds:
            cast = figures(build.stage)
            file = next(files)
            save_build(build.stage, cast, words, palette, folder / file)
            kind = words.kind(step.kind)
            pages.append(page_of(file, step.title, kind, build, cast, words))
    _clip(lesson, words, palette, folder / clip)
    content = _html(lesson, words, pages, clip)
    write(folder / INDEX, content.encode("utf-8"))
    return folder / INDEX


def refuse_strangers(folder: Path, names: list[str]) -> None:
    """Raises ExportError where a file of these names, or the index page, is somebody else's."""
    index = folder / INDEX
    ours = False
    if index.exists():
        try:
            ours = MARK in index.read_text(encoding="utf-8", errors="replace")
        except OSError:
            ours = False
        if not ours:
            raise ExportError(
                f"{index} is not a page of this program and stays; choose another folder."
            )
    strangers = [] if ours else [name for name in names if (folder / name).exists()]
    if strangers:
        raise ExportError(
            f"{folder / strangers[0]} is there already and stays; choose another folder."
        )


def shown_at(stage: StagePlan, cast: Mapping[str, Repetition]) -> float:
    """The moment, 0…1, that tells most of a build: its still, where it stops, else the turn."""
    take = next(iter(cast.values())).take
    if stage.play == "still":
        return moment_of(take, stage.at if stage.at is not None else 0.0)
    return moment_of(take, stage.stop_at or "turn")


def options_of(stage: StagePlan) -> Options:
    """What a build shows over its figures."""
    return Options(
        frozenset(stage.layers),
        highlight=stage.highlight,
        speed=stage.speed,
        props=stage.props,
    )


def save_build(
    stage: StagePlan, cast: Mapping[str, Repetition], words: Words, palette: Palette, path: Path
) -> None:
    """The picture of a build where it tells most; raises ExportError."""
    plan, options = Plan(*PICTURE_PX, words, letters=1.15), options_of(stage)
    if stage.lettered:
        plan, options = untold(plan, tuple(cast.values())), options.reticent()
    made = picture(tuple(cast.values()), plan, options, shown_at(stage, cast))
    save_png(made, path, PICTURE_PX, palette)


def _clip(lesson: Lesson, words: Words, palette: Palette, path: Path) -> None:
    """The movement that the lesson teaches, at its own speed."""
    stages = [build.stage for step in lesson.steps for build in step.builds]
    stage = next(
        (s for s in reversed(stages) if any(c.movement == lesson.correct for c in s.movements)),
        stages[-1],
    )
    cast = tuple(figures(stage).values())
    plan = Plan(*CLIP_PX, words)
    options = Options(frozenset({"muscles"}))
    save_gif(Screening(frames(cast, plan, options, CLIP_FPS), CLIP_PX, palette), path)


def page_of(
    file: str, step: str, kind: str, build: Build, cast: Mapping[str, Repetition], words: Words
) -> Page:
    """A build's words with their numbers, as it stands on a page."""

    def filled(text: str) -> str:
        return fill(text, cast, words)

    question = None
    if build.question is not None:
        choices = tuple(
            (filled(choice.text), choice.right, filled(choice.explanation))
            for choice in build.question.choices
        )
        question = (filled(build.question.prompt), choices)
    elif build.drag is not None:
        told = (words.question("answer"), True, filled(build.drag.explanation))
        question = (filled(build.drag.prompt), (told,))
    return Page(
        file=file,
        step=step,
        title=build.name,
        kind=kind,
        prompt=filled(build.prompt),
        text=filled(build.text),
        cue=filled(build.cue),
        why=filled(build.why),
        question=question,
        alternative=_alternative(build.stage, cast, words),
    )


def _alternative(stage: StagePlan, cast: Mapping[str, Repetition], words: Words) -> str:
    """The picture in words: each figure with its angles."""
    repetitions = tuple(cast.values())
    if stage.lettered:
        return "; ".join(lettered(number, words) for number in range(len(cast)))
    times = own_times(repetitions, shown_at(stage, cast))
    return "; ".join(
        f"{name}: {', '.join(angles_line(each, time, words))}"
        for name, each, time in zip(
            names_apart(repetitions, words), repetitions, times, strict=True
        )
    )


def _html(lesson: Lesson, words: Words, pages: list[Page], clip: str) -> str:
    language = escape(words.language or "en")
    title = escape(lesson.title)
    steps: list[str] = []
    for number, page in enumerate(pages):
        if number == 0 or pages[number - 1].step != page.step:
            steps.append(f"<h2>{escape(page.step)}</h2>\n<p class=kind>{escape(page.kind)}</p>")
        steps.append(_section(page, pages[number - 1] if number else None))
    alternative = escape(words.movement(lesson.correct), quote=True)
    return _PAGE.format(
        mark=MARK,
        language=language,
        title=title,
        goal=escape(lesson.goal),
        clip=escape(clip, quote=True),
        alternative=alternative,
        steps="\n".join(steps),
    )


def _section(page: Page, before: Page | None) -> str:
    """One build; what it repeats from the build before is not written again."""
    parts = [f"<section>\n<h3>{escape(page.title)}</h3>"] if page.title else ["<section>"]
    if before is None or before.prompt != page.prompt:
        parts.append(f"<p class=prompt>{inline(page.prompt)}</p>")
    source, alternative = escape(page.file, quote=True), escape(page.alternative, quote=True)
    parts.append(f'<img src="{source}" alt="{alternative}" loading="lazy">')
    if page.text and (before is None or before.text != page.text):
        parts += [f"<p>{inline(each)}</p>" for each in page.text.split("\n\n")]
    if page.cue and (before is None or before.cue != page.cue):
        parts.append(f"<blockquote>{inline(page.cue)}</blockquote>")
    if page.question and (before is None or before.question != page.question):
        prompt, choices = page.question
        parts.append(f"<p class=prompt>{inline(prompt)}</p>\n<ul>")
        for text, right, explanation in choices:
            sign = "✓" if right else "≠"
            parts.append(
                f"<li><details><summary>{inline(text)}</summary>"
                f"<p>{sign} {inline(explanation)}</p></details></li>"
            )
        parts.append("</ul>")
    if page.why and (before is None or before.why != page.why):
        parts.append(f"<p class=why>{inline(page.why)}</p>")
    parts.append("</section>")
    return "\n".join(parts)


def inline(text: str) -> str:
    """Escaped text in which `**word**` is strong, as the lessons write it."""
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text.strip()))


_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{mark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 18px/1.55 Inter, "Segoe UI", Helvetica, Arial, sans-serif; color: #1c2230;
  background: #f5f3ee; max-width: 62rem; margin: 0 auto; padding: 1.5rem; }}
h1 {{ line-height: 1.2; }}
h2 {{ margin: 3rem 0 0; }}
h3 {{ margin: 0 0 .5rem; font-size: 1rem; }}
section {{ background: #fff; border-radius: 12px; padding: 1.25rem; margin: 1rem 0; }}
img {{ width: 100%; height: auto; border-radius: 8px; }}
.kind {{ margin: 0; color: #1f6b5e; font-weight: 600; }}
.prompt {{ font-weight: 600; font-size: 1.15rem; }}
.why {{ color: #565f6f; }}
blockquote {{ margin: 1rem 0; padding-left: 1rem; border-left: 4px solid #1f7a6b; }}
summary {{ cursor: pointer; padding: .4rem 0; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{goal}</p>
<img src="{clip}" alt="{alternative}">
{steps}
</body>
</html>
"""
