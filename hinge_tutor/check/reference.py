"""The reference pages open from Help: plain Markdown whose links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hinge_tutor import located, shelf
from hinge_tutor.lessons import course
from hinge_tutor.located import AuthorError, did_you_mean

FOLDER = "reference"
LESSON = "lesson:"

# Fenced and inline code shows what it holds; a fence may stand in a list.
_FENCE = re.compile(r"^\s*(```+|~~~+)")
_CODE = re.compile(r"(`+).*?\1")
_HTML = re.compile(r"<[a-zA-Z/!][^>]*>")
_LINK = re.compile(r"(!?)\[[^\]]*\]\(\s*<?([^)\s>]*)")
_BARE = re.compile(r"(?<![\w(<:/])(?:(?:https?|ftp|file)://|www\.)\S+")


def pages(language: str = course.ENGLISH) -> tuple[Path, ...]:
    """Every reference page of a language that is shipped."""
    return tuple(sorted(shelf.lessons(language).glob(f"{FOLDER}/*.md")))


def problems(path: Path) -> Iterator[AuthorError]:
    """Everything on a page that would not be shown, or would not open."""
    fence = ""
    for number, row in enumerate(located.read_text(path).split("\n"), 1):
        mark = _FENCE.match(row)
        if mark and (not fence or mark.group(1).startswith(fence)):
            fence = "" if fence else mark.group(1)
        elif not fence and not row.startswith("    "):
            for problem in _row(path, _CODE.sub("", row)):
                yield AuthorError(str(path), number, problem)
    if fence:
        yield AuthorError(str(path), 1, f"a block of code is not closed; write {fence} after it")


def _row(path: Path, row: str) -> Iterator[str]:
    if _HTML.search(row):
        yield "a page holds no HTML; write plain Markdown instead"
    for match in _LINK.finditer(row):
        picture, target = match.groups()
        if picture:
            yield f'the picture "{target[:60]}" is not shown; a reference page is words and tables'
        else:
            yield from _link(path, target)
    for match in _BARE.finditer(row):
        shown = match.group()[:60]
        yield f"the address {shown} does not open from a page; name the source in words"


def _link(path: Path, target: str) -> Iterator[str]:
    """A page links to lessons and to pages in its folder, where the English ones stand in."""
    if target.startswith(LESSON):
        id_, known = target.removeprefix(LESSON), course.files()
        if id_ not in known:
            near = did_you_mean(id_, known)
            yield f'the link leads to a lesson "{id_}"; there are: {", ".join(known)}{near}'
        return
    beside = sorted({file.name for file in (*path.parent.glob("*.md"), *pages())})
    if target not in beside:
        near = did_you_mean(target, beside)
        known_pages = ", ".join(beside)
        yield (
            f'the link "{target[:60]}" does not open; a page links to {LESSON}its-id '
            f"or to a page beside it: {known_pages}{near}"
        )
