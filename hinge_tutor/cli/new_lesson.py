"""`new-lesson`: writes a lesson file that is right from the first moment on, to be filled in."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.cli import given, spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.lessons import template
from hinge_tutor.lessons.course import ENGLISH
from hinge_tutor.lessons.pack_budget import HEAD


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", metavar="ID", help="the lesson's name in small letters with hyphens: lean-and-reach"
    )
    parser.add_argument(
        "--out",
        metavar="FOLDER",
        help="a lesson pack of yours, made if need be; the course's own lessons without it, where "
        "the program runs from its source",
    )
    spoken.add_language(parser)


def _run(arguments: argparse.Namespace) -> int:
    id_ = arguments.id
    if why := template.wrong_id(id_):
        raise UsageError(f'"{id_}" is no id of a lesson: {why}.')
    if arguments.out == "":
        raise UsageError("--out has no name; give a folder for the lesson.")
    if arguments.out is None:
        if arguments.language != ENGLISH:
            raise UsageError("A lesson of the course begins in English; leave out --language.")
        return _into_the_course(id_)
    return _into_a_pack(id_, Path(arguments.out), arguments.language)


def _into_the_course(id_: str) -> int:
    folder = shelf.lessons(ENGLISH)
    if not shelf.in_checkout() or not os.access(folder, os.W_OK):
        raise UsageError(
            "The lessons of this program are not yours to change; name a folder of your own: "
            f"hinge-tutor new-lesson {id_} --out my-lessons"
        )
    path = _write(id_, folder, ENGLISH)
    print(path)
    print(f'Next: add "{id_}" to the lessons in {folder.parent / "course.toml"}, then')
    print(f"    hinge-tutor check --watch {path}")
    return FINE


def _into_a_pack(id_: str, folder: Path, language: str) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise given.unwritable(folder, error) from None
    path, head = _write(id_, folder, language), folder / HEAD
    print(path)
    if head.exists():
        print(f'Next: add "{id_}" to the lessons in {head}, then')
    else:
        _put(head, template.pack_head(id_, language))
        print(head)
        print("Next: write it while these two look on")
    print(f"    hinge-tutor check --watch {folder}")
    print(f"    hinge-tutor --pack {folder}")
    return FINE


def _write(id_: str, folder: Path, language: str) -> Path:
    """The new file with the next free number; raises UsageError where the id is taken."""
    numbers = [0]
    for file in sorted(folder.glob("*.md")):
        number, name = template.numbered(file.name)
        numbers.append(number)
        if name == id_:
            raise UsageError(f"There is a lesson of that name already, {file}; choose another id.")
    path = folder / f"{max(numbers) + 1:02}-{id_}.md"
    _put(path, template.lesson(id_, language))
    return path


def _put(path: Path, text: str) -> None:
    """Writes a file that is not there yet; raises UsageError, and then leaves none."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            written = False
            try:
                file.write(text)
                # A disk that is full says so when it gets the text, not before.
                file.flush()
                written = True
            finally:
                if not written:
                    path.unlink()
    except OSError as error:
        raise given.unwritable(path, error) from None


COMMAND = Command(
    "new-lesson", "Write a lesson file that passes check, to be filled in.", _options, _run
)
