"""Links in a lesson lead to lessons, pictures lie beside it, and braces hold what can be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from hinge_tutor.check.wording import builds, parts
from hinge_tutor.lessons import course, pack_names
from hinge_tutor.lessons.fill import placeholders
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.pack_budget import PICTURES as PACKED
from hinge_tutor.located import AuthorError, did_you_mean

# What the window shows (hinge_tutor/app/lesson_text.py).
SCHEME = "lesson:"
PICTURES = (".png", ".svg", ".jpg", ".jpeg")
LARGEST_PICTURE = 4_000_000

# [words](target "title"), ![words](target), and the target of [words]: target. Nobody writes longer
# words than these, and a thousand open brackets would keep the patterns busy for minutes.
_LINK = re.compile(r"(!?)\[[^\]]{0,500}\]\(\s*<?([^)\s>]*)")
_TARGET = re.compile(r"()^ {0,3}\[[^\]]{1,500}\]:\s*<?([^\s>]+)", re.MULTILINE)
# An address that stands in a text by itself, which Markdown makes a link as well.
_BARE = re.compile(r"(?<![\w(<:/])(?:(?:https?|ftp|file)://|www\.)\S+")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")


@dataclass(frozen=True)
class Beside:
    """What lies with a lesson in its pack: the other lessons' ids, and pictures that are shown."""

    lessons: frozenset[str]
    pictures: frozenset[str]


def problems(lesson: Lesson, source: str, beside: Beside | None = None) -> Iterator[AuthorError]:
    """Every link, picture and brace that shows nothing; `source` is the lesson's whole text.

    Without a pack, pictures lie in the folder of the lesson's file.
    """
    rows = source.split("\n")
    told: set[tuple[int, str]] = set()
    for _, build in builds(lesson):
        for _, start, text in parts(build):
            for found, problem in _problems(lesson, text, beside):
                line = line_of(found, rows, start)
                if (line, problem) not in told:
                    told.add((line, problem))
                    yield AuthorError(lesson.file, line, problem)


def line_of(text: str, rows: Sequence[str], start: int) -> int:
    """The line on which a text stands, from line `start` on."""
    found = (line for line, row in enumerate(rows[start - 1 :], start) if text in row)
    return next(found, start)


def _problems(lesson: Lesson, text: str, beside: Beside | None) -> Iterator[tuple[str, str]]:
    """What a text has in vain, as it stands there, and the problem with it."""
    for pattern in (_LINK, _TARGET):
        for match in pattern.finditer(text):
            picture, target = match.groups()
            if picture:
                problem = _packed(target, beside) if beside else _picture(lesson, target)
            else:
                problem = _link(target, beside)
            if problem:
                yield target, problem
    for match in _BARE.finditer(text):
        yield match.group(), "an address does not open from a lesson; give it as a reference"
    plain = text
    for placeholder in reversed(tuple(placeholders(text))):
        end = text.index("}", placeholder.start) + 1
        plain = plain[: placeholder.start] + plain[end:]
    for match in _BRACES.finditer(plain):
        shown = match.group()[:40]
        yield (
            shown,
            f"{shown} is no placeholder; write {{figure.measure:.0f}}, or take the braces away",
        )


def _link(target: str, beside: Beside | None) -> str:
    if not target.startswith(SCHEME):
        return f'the link "{target[:60]}" does not open; a lesson links only to {SCHEME}its-id'
    id_ = target.removeprefix(SCHEME)
    known = [*(sorted(beside.lessons) if beside else ()), *course.files()]
    if id_ in known:
        return ""
    near = did_you_mean(id_, known)
    return f'the link leads to a lesson "{id_}"; there are: {", ".join(known)}{near}'


def _packed(target: str, beside: Beside) -> str:
    """A picture of a pack, which was looked at when the pack was opened."""
    if pack_names.plain(unquote(target)) in beside.pictures:
        return ""
    kinds = ", ".join(PACKED)
    near = did_you_mean(target, beside.pictures)
    return f'there is no picture "{target[:60]}" in the pack; it shows {kinds} that it holds{near}'


def _picture(lesson: Lesson, target: str) -> str:
    folder = Path(lesson.file).parent.resolve()
    name = unquote(target)
    if not name.endswith(PICTURES):
        return f'the picture "{target[:60]}" is not shown; its name ends in {", ".join(PICTURES)}'
    try:
        path = (folder / name).resolve()
        if re.match(r"\w+:", name) or not path.is_relative_to(folder):
            return f'the picture "{target[:60]}" is not shown; put it beside the lesson'
        if not path.is_file():
            return f'there is no picture "{target[:60]}" beside the lesson; check its name'
        if path.stat().st_size > LARGEST_PICTURE:
            return f'the picture "{name}" is too large; at most {LARGEST_PICTURE / 1e6:.0f} MB'
    except (OSError, ValueError):
        return f'the picture "{target[:60]}" cannot be read; check its name and rights'
    return ""
