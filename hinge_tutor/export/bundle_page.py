"""The words of a teacher's bundle: the page with the notes, and the sheets of questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from hinge_tutor.export.tour import MARK, Page, inline
from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan, Step
from hinge_tutor.lessons.words import Words

LETTERS = "ABCDEFGH"
# A line for a name.
LINE = "_" * 30
# How wide a picture is on a printed sheet, px at 96 to an inch.
PRINTED_PX = 440
HALF = 0.5


@dataclass(frozen=True)
class Shown:
    """A build as it stands on the page, with all that its lesson says of it."""

    step: Step
    build: Build
    page: Page
    number: int


@dataclass(frozen=True)
class Asked:
    """A question, its words with their numbers, and the file of what is seen meanwhile."""

    build: Build
    page: Page
    file: str

    @property
    def prompt(self) -> str:
        return self.page.question[0] if self.page.question else ""

    @property
    def choices(self) -> tuple[tuple[str, bool, str], ...]:
        """Text, whether it is right, explanation; none where somebody is asked to point."""
        return self.page.question[1] if self.page.question and self.build.question else ()


@dataclass(frozen=True)
class Clip:
    """A movement, the file that shows it, and what stands there."""

    file: str
    movement: str
    stage: StagePlan


def index_html(
    lesson: Lesson,
    words: Words,
    shown: Sequence[Shown],
    clips: Sequence[Clip],
    files: Sequence[str],
    sheets: tuple[str, str],
) -> str:
    """The page that a teacher opens: what the lesson is for, what to say when, and all files."""
    said = words.bundle
    head = [f"<h1>{escape(lesson.title)}</h1>", f"<p>{escape(lesson.goal)}</p>"]
    minutes = said("minutes", {"minutes": str(lesson.minutes)})
    head.append(f"<p class=kind>{escape(said('notes'))} · {escape(minutes)}</p>")
    for heading, lines in (
        (said("objectives"), lesson.objectives),
        (words.ending("keep"), lesson.key_points),
    ):
        head += [f"<h3>{escape(heading)}</h3>", _listing(map(inline, lines))] if lines else []
    links = (
        _link(name, said(piece))
        for name, piece in zip(sheets, ("questions", "answers"), strict=True)
    )
    head.append(_listing(links))
    parts = [*head, *_steps(lesson, words, shown)]
    parts.append(f"<h2>{escape(said('clips'))}</h2>")
    for clip in clips:
        name = escape(words.movement(clip.movement))
        parts.append(f'<section><h3>{name}</h3><img src="{_attribute(clip.file)}" alt="{name}">')
        parts.append(f"<p>{escape(words.movement_sentence(clip.movement))}</p></section>")
    parts += _sources(lesson, words)
    return _PAGE.format(
        mark=MARK,
        files=_attribute(" ".join(files)),
        language=escape(words.language or "en"),
        title=escape(lesson.title),
        body="\n".join(parts),
    )


def _steps(lesson: Lesson, words: Words, shown: Sequence[Shown]) -> Iterator[str]:
    """Each step with its time, each build with its picture and what belongs to it."""
    builds = sum(len(step.builds) for step in lesson.steps)
    before: Shown | None = None
    for each in shown:
        page, same = each.page, before is not None and before.number == each.number
        if not same:
            share = lesson.minutes * len(each.step.builds) / builds
            minutes = max(round(share / HALF) * HALF, HALF)
            head = words.bundle("step", {"number": float(each.number), "title": each.step.title})
            time = words.bundle("minutes", {"minutes": words.number(minutes, "g")})
            yield f"<h2>{escape(head)}</h2>"
            yield f"<p class=kind>{escape(page.kind)} · {escape(time)}</p>"
        yield "<section>"
        if page.title:
            yield f"<h3>{escape(page.title)}</h3>"
        file, alternative = _attribute(page.file), _attribute(page.alternative)
        yield f'<img src="{file}" alt="{alternative}" loading="lazy">'
        old = before.page if same and before is not None else None
        if old is None or old.prompt != page.prompt:
            yield f"<p class=prompt>{inline(page.prompt)}</p>"
        if page.text and (old is None or old.text != page.text):
            yield from (f"<p>{inline(text)}</p>" for text in page.text.split("\n\n"))
        if page.cue and (old is None or old.cue != page.cue):
            yield f"<blockquote>{inline(page.cue)}{_inner(each.build)}</blockquote>"
        if page.question and (old is None or old.question != page.question):
            yield from _answered(each, words)
        if page.why and (old is None or old.why != page.why):
            yield f"<p class=why>{inline(page.why)}</p>"
        yield "</section>"
        before = each


def _inner(build: Build) -> str:
    return f"<br><span class=why>{inline(build.inner_cue)}</span>" if build.inner_cue else ""


def _answered(shown: Shown, words: Words) -> Iterator[str]:
    """A question with its answers, and the belief behind each other one."""
    prompt, choices = shown.page.question or ("", ())
    beliefs = (
        [each.misconception for each in shown.build.question.choices]
        if (shown.build.question)
        else [""] * len(choices)
    )
    yield f"<p class=prompt>{inline(prompt)}</p>"
    rows = []
    for (text, right, explanation), belief in zip(choices, beliefs, strict=True):
        thought = (
            f" <em>{inline(words.bundle('belief', {'belief': belief}))}</em>" if belief else ""
        )
        sign = "✓" if right else "≠"
        rows.append(f"{sign} <strong>{inline(text)}</strong><br>{inline(explanation)}{thought}")
    yield _listing(rows)


def _sources(lesson: Lesson, words: Words) -> Iterator[str]:
    if lesson.references:
        yield f"<h2>{escape(words.bundle('sources'))}</h2>"
        yield _listing(
            f"{inline(each.text)} ({escape(words.strength(each.strength))}) "
            f"<span class=why>{inline(each.limit)}</span>"
            for each in lesson.references
        )


def sheet_parts(
    lesson: Lesson, words: Words, asked: Sequence[Asked], answers: bool
) -> Iterator[str]:
    """A sheet to print, in parts that stay whole: its head, then each question.

    With `answers` it says which one is right and why, else there is a place to mark.
    """
    said = words.bundle
    head = [f"<h2>{escape(lesson.title)}</h2>"]
    head.append(f"<p><b>{escape(said('answers' if answers else 'questions'))}</b></p>")
    if not answers:
        head.append(f"<p>{escape(said('name'))} {LINE}</p>")
    yield "\n".join(head)
    for number, each in enumerate(asked, 1):
        parts = [f"<h3>{number}. {_bold(each.prompt)}</h3>"]
        if not answers:
            parts.append(f'<p><img src="{_attribute(each.file)}" width="{PRINTED_PX}"></p>')
        yield "\n".join((*parts, *_choices(each, words, answers)))


def _choices(asked: Asked, words: Words, answers: bool) -> Iterator[str]:
    if not asked.choices:
        told = asked.page.question[1][0][2] if asked.page.question else ""
        yield (
            f"<p>{_bold(told)}</p>" if answers else f"<p>○&nbsp; {escape(words.bundle('mark'))}</p>"
        )
        return
    for letter, (text, right, explanation) in zip(LETTERS, asked.choices, strict=False):
        if not answers:
            yield f"<p>○&nbsp; {letter}. {_bold(text)}</p>"
        elif right:
            yield f"<p><b>✓ {letter}. {_bold(text)}</b><br>{_bold(explanation)}</p>"
        else:
            yield f"<p>≠ {letter}. {_bold(text)}<br>{_bold(explanation)}</p>"


def _bold(text: str) -> str:
    return inline(text).replace("strong>", "b>")


def _listing(rows: Iterator[str] | Sequence[str] | map[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{row}</li>" for row in rows) + "\n</ul>"


def _link(file: str, words: str) -> str:
    return f'<a href="{_attribute(file)}">{escape(words)}</a>'


def _attribute(text: str) -> str:
    return escape(text, quote=True)


_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{mark}
<meta name="hinge-tutor-files" content="{files}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 17px/1.5 Inter, "Segoe UI", Helvetica, Arial, sans-serif; color: #1c2230;
  background: #f5f3ee; max-width: 60rem; margin: 0 auto; padding: 1.5rem; }}
h1, h2 {{ line-height: 1.2; }}
h2 {{ margin: 3rem 0 0; }}
h3 {{ margin: 0 0 .5rem; font-size: 1rem; }}
a {{ color: #1f6b5e; }}
section {{ background: #fff; border-radius: 12px; padding: 1.25rem; margin: 1rem 0; }}
img {{ width: 100%; max-width: 45rem; height: auto; border-radius: 8px; }}
.kind {{ margin: 0 0 1rem; color: #1f6b5e; font-weight: 600; }}
.prompt {{ font-weight: 600; font-size: 1.1rem; }}
.why {{ color: #565f6f; }}
blockquote {{ margin: 1rem 0; padding-left: 1rem; border-left: 4px solid #1f7a6b; }}
@media print {{ body {{ background: #fff; }} section {{ break-inside: avoid; padding: 0; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
