"""A lesson pack: lessons that somebody wrote elsewhere, as a course of their own.

    pack.toml                format = 1, title, language, author, lessons (ids in their order)
    NN-name.md, name.md      its lessons, at the top
    *.png, *.jpg             pictures, beside them or in folders

It lies in a folder or a zip, and is never trusted (`pack_files.py`). Its lessons use the movements,
faults and words of the program, and never stand in for a lesson of the program.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from hinge_tutor import located
from hinge_tutor.lessons import playable
from hinge_tutor.lessons.bounds import MOST_PROBLEMS
from hinge_tutor.lessons.document import Draft, parse
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.pack_budget import HEAD, PICTURES, TEXTS
from hinge_tutor.lessons.pack_files import read_files
from hinge_tutor.lessons.pack_pictures import wrong_picture
from hinge_tutor.lessons.sections import slug
from hinge_tutor.located import AuthorError, AuthorErrors, Reader, did_you_mean

FORMAT = 1
# As many as a course of a whole term has.
MOST_LESSONS = 30
# A title stands in one line of the lesson list, and over the lesson pane.
LONGEST_TITLE, LONGEST_AUTHOR = 60, 100
# Between the pack's id and the lesson's own, which both have hyphens only.
IN_PACK = "/"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
_LESSON = re.compile(r"(?:\d+-)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md")


@dataclass(frozen=True)
class Pack:
    """Its lessons that can be opened, in their order, and every problem with the others.

    The id of a lesson begins with that of its pack: `my-pack/what-is-a-hinge`. `pictures` are those
    that may be shown, by their names from the pack's own folder.
    """

    title: str
    author: str
    language: str
    lessons: tuple[Lesson, ...]
    problems: tuple[AuthorError, ...] = ()
    id: str = ""
    path: Path = field(default_factory=Path)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    # Of all lessons that its head names, whether they can be opened or not.
    ids: tuple[str, ...] = ()

    def after(self, before: Pack) -> Pack:
        """The same pack read anew: what cannot be opened now stays as it was."""
        lessons = {lesson.id: lesson for lesson in (*before.lessons, *self.lessons)}
        return replace(self, lessons=tuple(lessons[id_] for id_ in self.ids if id_ in lessons))


@dataclass(frozen=True)
class Head:
    """What `pack.toml` says."""

    title: str
    author: str
    language: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """A pack as far as it could be read; `problems` are those of everything but the drafts."""

    head: Head
    drafts: tuple[Draft, ...]
    problems: tuple[AuthorError, ...]
    pictures: Mapping[str, bytes]


def read_pack(path: Path, taken: Collection[str] = (), known_as: str = "") -> Pack:
    """The pack in a folder or a zip; raises PackError, or AuthorErrors for its `pack.toml`.

    `taken` are ids of other packs that are open, `known_as` is the id that it has already.
    """
    opened = open_pack(path)
    own = slug(opened.head.title) or "pack"
    free = (each for each in (own, *(f"{own}-{n}" for n in range(2, 1000))) if each not in taken)
    id_ = known_as or next(free)
    lessons: list[Lesson] = []
    problems = [*opened.problems]
    for draft in opened.drafts:
        found = draft.errors or tuple(playable.problems(draft.lesson))
        problems += found
        if not found:
            lessons.append(replace(draft.lesson, id=f"{id_}{IN_PACK}{draft.lesson.id}"))
    head = opened.head
    return Pack(
        head.title,
        head.author,
        head.language,
        tuple(lessons),
        tuple(problems),
        id_,
        path,
        opened.pictures,
        tuple(f"{id_}{IN_PACK}{each}" for each in dict.fromkeys(head.ids)),
    )


def open_pack(path: Path) -> Opened:
    """Everything in a pack; raises PackError, or AuthorErrors for its `pack.toml`."""
    files = read_files(path)
    reader = Reader(_parsed(path / HEAD, files[HEAD]))
    head = _head(reader)
    reader.finish()
    found, problems = _found(path, files)
    problems += _listed(reader, head, found)
    drafts: list[Draft] = []
    for id_ in dict.fromkeys(id_ for id_ in head.ids[:MOST_LESSONS] if id_ in found):
        name = found[id_]
        try:
            draft = parse(located.decode(files[name], str(path / name)), str(path / name))
        except AuthorErrors as errors:
            problems += errors.errors
        else:
            drafts.append(replace(draft, lesson=replace(draft.lesson, language=head.language)))
        if len(problems) + sum(len(draft.errors) for draft in drafts) > MOST_PROBLEMS:
            more = "lessons after this one are not read before its problems are repaired"
            problems.append(AuthorError(str(path / name), 1, more))
            break
    pictures = {}
    for name, content in files.items():
        if name.endswith(PICTURES):
            if problem := wrong_picture(content):
                problems.append(AuthorError(str(path / name), 1, problem))
            else:
                pictures[name] = content
    return Opened(head, tuple(drafts), tuple(problems), pictures)


def _parsed(file: Path, content: bytes) -> located.Located:
    return located.parse(located.decode(content, str(file)), str(file))


def _head(reader: Reader) -> Head:
    made = reader.whole("format", 1, 1000)
    if made > FORMAT:
        reader.problem(f"format is {made}; this program reads {FORMAT}; update it", "format")
    head = Head(
        title=_line(reader, "title", LONGEST_TITLE),
        author=_line(reader, "author", LONGEST_AUTHOR),
        language=reader.text("language"),
        ids=reader.texts("lessons"),
    )
    if head.language and not _LANGUAGE.fullmatch(head.language):
        problem = f'language is "{head.language}"; write its code, such as "en" or "es"'
        reader.problem(problem, "language")
    return head


def _line(reader: Reader, key: str, longest: int) -> str:
    """A text of one line."""
    text = " ".join(reader.text(key).split())
    if len(text) > longest:
        reader.problem(f"{key} has {len(text)} characters; at most {longest} are shown", key)
    if not text.isprintable():
        reader.problem(f"{key} has a character that nobody sees; type it again", key)
    return text


def _found(path: Path, files: Mapping[str, bytes]) -> tuple[dict[str, str], list[AuthorError]]:
    """The lesson files at the top by their ids, and what lies there that is none."""
    found: dict[str, str] = {}
    problems: list[AuthorError] = []
    for name in sorted(files):
        match = _LESSON.fullmatch(name)
        if name == HEAD or not name.endswith(TEXTS):
            continue
        if match is None:
            problem = (
                f"not a lesson of a pack; lessons lie beside {HEAD}, named such as my-lesson.md"
            )
            problems.append(AuthorError(str(path / name), 1, problem))
        elif match.group(1) in found:
            problem = f'a second lesson "{match.group(1)}", beside {found[match.group(1)]}'
            problems.append(AuthorError(str(path / name), 1, f"{problem}; rename or delete one"))
        else:
            found[match.group(1)] = name
    return found, problems


def _listed(reader: Reader, head: Head, found: Mapping[str, str]) -> Iterator[AuthorError]:
    """Lessons that are named and are not there, or the other way around."""

    def problem(said: str, *at: int) -> AuthorError:
        return reader.located.error(said, "lessons", *at)

    if len(head.ids) > MOST_LESSONS:
        yield problem(f"{len(head.ids)} lessons; at most {MOST_LESSONS} are read")
    for place, id_ in enumerate(head.ids[:MOST_LESSONS]):
        if id_ in head.ids[:place]:
            yield problem(f'"{id_}" stands in the pack twice; keep one', place)
        elif id_ not in found:
            near = did_you_mean(id_, found)
            yield problem(f'there is no lesson "{id_}"; write {id_}.md beside {HEAD}{near}', place)
    for id_ in found:
        if id_ not in head.ids:
            yield problem(f'the lesson "{id_}" is not in the pack; add it to lessons')
