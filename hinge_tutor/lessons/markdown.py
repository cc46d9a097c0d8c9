"""Cuts a lesson's Markdown into front matter, headings, prompts, paragraphs and fenced blocks.

Only the frame is understood here; what stands inside a paragraph stays Markdown for whoever shows
it. Every piece knows the line it begins on, so that a problem inside it can name that line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hinge_tutor.lessons.bounds import LONGEST_LESSON, MOST_PIECES, MOST_PROBLEMS
from hinge_tutor.located import AuthorError, did_you_mean

BLOCKS = ("step", "build", "stage", "question", "drag", "fix", "practice", "cue")
FRONT_MATTER = "+++"

# A row this long was never typed; it is left out, which also keeps the patterns below fast.
LONGEST_ROW = 1000

_HEADING = re.compile(r"(#{1,6})(?: (.*))?")
_FENCE = re.compile(r"(`{3,}|~{3,})([^`~]*)")
_HTML = re.compile(r"<[a-zA-Z/!][^>]*>")
# Everything below a space but tab and line feed, and the marks that silently turn the direction
# of the text around: none of them can be seen in an editor, so none is meant.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@dataclass(frozen=True)
class Piece:
    """One part of a document: `kind` is heading2, heading3, prompt, paragraph or a block's name.

    A block that is not closed has no text: nobody knows where it ends.
    """

    kind: str
    text: str
    line: int
    closed: bool = True


@dataclass(frozen=True)
class Pages:
    """A document taken apart; `front_line` is the line of the front matter's first row."""

    front: str
    front_line: int
    pieces: tuple[Piece, ...]
    errors: tuple[AuthorError, ...]


def take_apart(text: str, file: str) -> Pages:
    """The pieces of `text`, with a problem for each thing that has no place in a lesson."""
    if len(text) > LONGEST_LESSON:
        problem = (
            f"a lesson of {len(text):,} characters; at most {LONGEST_LESSON:,} are read; "
            "make two lessons of it"
        )
        return Pages("", 1, (), (AuthorError(file, 1, problem),))
    rows, errors = _plain_rows(text, file)
    start = next((index for index, row in enumerate(rows) if row.strip()), 0)
    if not text.strip():
        return Pages("", 1, (), (AuthorError(file, 1, "the file is empty; fill it in"),))
    if rows[start].strip() != FRONT_MATTER:
        problem = (
            f"a lesson begins with a line {FRONT_MATTER}, its front matter, and {FRONT_MATTER}"
        )
        return Pages("", start + 1, (), (*errors, AuthorError(file, start + 1, problem)))
    end = next((i for i in range(start + 1, len(rows)) if rows[i].strip() == FRONT_MATTER), None)
    if end is None:
        problem = f"the front matter is not closed; end it with a line {FRONT_MATTER}"
        return Pages("", start + 2, (), (*errors, AuthorError(file, start + 1, problem)))
    pieces, more = _Cutter(rows, file).cut(end + 1)
    front = "\n".join(rows[start + 1 : end])
    return Pages(front, start + 2, tuple(pieces), (*errors, *more))


def _plain_rows(text: str, file: str) -> tuple[list[str], list[AuthorError]]:
    """The rows of `text` without those that no author can have meant."""
    rows: list[str] = []
    errors: list[AuthorError] = []
    for number, row in enumerate(text.split("\n"), start=1):
        problem = ""
        if len(row) > LONGEST_ROW:
            problem = f"a row of {len(row)} characters; break it into rows of at most {LONGEST_ROW}"
        elif _INVISIBLE.search(row):
            problem = "an invisible control character; delete it and type the place again"
        if problem and len(errors) <= MOST_PROBLEMS:
            errors.append(AuthorError(file, number, problem))
        rows.append("" if problem else row)
    return rows, errors


class _Cutter:
    """Walks the rows once; a row belongs to exactly one piece."""

    def __init__(self, rows: Sequence[str], file: str) -> None:
        self.rows = rows
        self.file = file
        self.pieces: list[Piece] = []
        self.errors: list[AuthorError] = []

    def cut(self, at: int) -> tuple[list[Piece], list[AuthorError]]:
        while at < len(self.rows):
            if len(self.pieces) == MOST_PIECES:
                self.problem(at, f"more than {MOST_PIECES} headings, blocks and paragraphs")
                break
            row = self.rows[at]
            fence = _FENCE.fullmatch(row.rstrip())
            heading = _HEADING.fullmatch(row.rstrip())
            if not row.strip():
                at += 1
            elif fence:
                at = self.block(at, fence.group(1), fence.group(2).strip())
            elif heading:
                self.heading(at, len(heading.group(1)), (heading.group(2) or "").strip())
                at += 1
            elif row.lstrip().startswith(">"):
                at = self.run(at, "prompt")
            else:
                at = self.run(at, "paragraph")
        return self.pieces, self.errors

    def block(self, at: int, fence: str, name: str) -> int:
        end = at + 1
        while end < len(self.rows) and not _FENCE.fullmatch(self.rows[end].rstrip()):
            end += 1
        closed = end < len(self.rows) and self.rows[end].strip() == fence
        if not closed:
            # The next block begins, or the file ends, before this one does.
            self.problem(at, f"this block is not closed; end it with a line {fence}")
            end = at
        if name in BLOCKS:
            text = "\n".join(self.rows[at + 1 : end])
            self.pieces.append(Piece(name, text, at + 2, closed))
        else:
            listed = ", ".join(BLOCKS)
            near = did_you_mean(name, BLOCKS) if len(self.errors) <= MOST_PROBLEMS else ""
            self.problem(at, f'a block named "{name}" is not known; allowed: {listed}{near}')
        return end + 1

    def heading(self, at: int, level: int, title: str) -> None:
        if level not in (2, 3):
            self.problem(at, f'a heading with {level} "#"; write ## for a step and ### for a build')
        elif not title:
            self.problem(at, "a heading without words; write its title behind the #")
        else:
            self.pieces.append(Piece(f"heading{level}", title, at + 1))

    def run(self, at: int, kind: str) -> int:
        """The rows from here on that are of one kind, as one piece."""
        end = at
        while end < len(self.rows) and self.rows[end].strip() and self.kind(end) == kind:
            if _HTML.search(self.rows[end]):
                self.problem(end, "a lesson holds no HTML; write plain Markdown instead")
            end += 1
        rows = [row.strip() for row in self.rows[at:end]]
        if kind == "prompt":
            rows = [row.lstrip("> ") for row in rows]
        self.pieces.append(Piece(kind, "\n".join(rows), at + 1))
        return end

    def kind(self, at: int) -> str:
        row = self.rows[at].rstrip()
        if _FENCE.fullmatch(row) or _HEADING.fullmatch(row):
            return "frame"
        return "prompt" if row.lstrip().startswith(">") else "paragraph"

    def problem(self, at: int, problem: str) -> None:
        if len(self.errors) <= MOST_PROBLEMS:
            self.errors.append(AuthorError(self.file, at + 1, problem))
