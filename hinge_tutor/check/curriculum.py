"""The course reaches every movement, fault, prop, muscle, cue and idea that it has to teach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hinge_tutor import located, shelf
from hinge_tutor.check.wording import builds
from hinge_tutor.lessons.lesson import Build, Lesson
from hinge_tutor.located import AuthorError, Reader, did_you_mean
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import TEACHING_PROPS, load_movement, movements

FILE, FORMAT = "curriculum.toml", 1


@dataclass(frozen=True)
class Curriculum:
    """Ids of ideas and cues, and the terms that stand for muscles."""

    ideas: tuple[str, ...]
    cues: tuple[str, ...]
    muscles: tuple[str, ...]


def read(path: Path) -> Curriculum:
    """What a curriculum file lists; raises AuthorErrors."""
    reader = Reader(located.read(path))
    reader.whole("format", 1, FORMAT)
    ideas, cues = reader.table("ideas"), reader.table("cues")
    muscles = reader.table("muscles")
    found = Curriculum(_named(ideas), _named(cues), muscles.texts("terms"))
    reader.finish()
    return found


def _named(reader: Reader) -> tuple[str, ...]:
    for name in reader.names():
        reader.text(name)
    return reader.names()


def shipped() -> Curriculum:
    """The curriculum of the course."""
    return read(shelf.lessons(FILE))


def names(lesson: Lesson, curriculum: Curriculum) -> Iterator[AuthorError]:
    """Ids of ideas and cues in a lesson that the curriculum does not have."""
    for _, build in builds(lesson):
        for id_ in build.brings:
            if id_ not in curriculum.ideas:
                line = build.lines.get("brings", build.line)
                yield _unknown(lesson, line, "idea", id_, curriculum.ideas)
        if build.cue_id and build.cue_id not in curriculum.cues:
            line = build.lines.get("cue", build.line)
            yield _unknown(lesson, line, "cue", build.cue_id, curriculum.cues)


def _unknown(lesson: Lesson, line: int, what: str, id_: str, known: Sequence[str]) -> AuthorError:
    near = did_you_mean(id_, known)
    listed = ", ".join(known)
    return AuthorError(lesson.file, line, f'"{id_}" is no {what} of {FILE}; there: {listed}{near}')


def unreached(lessons: Sequence[Lesson], curriculum: Curriculum) -> Iterator[tuple[str, str, str]]:
    """What no lesson reaches: its kind, its id, and what would reach it."""
    every = [build for lesson in lessons for _, build in builds(lesson)]
    shown = {cast.movement for build in every for cast in build.stage.movements}
    turned = {id_ for build in every for cast in build.stage.movements for id_, _ in cast.faults}
    props = {prop for build in every for prop in _props(build)}
    terms = {term for build in every for term in build.introduces}
    cues = {build.cue_id for build in every}
    ideas = {idea for build in every for idea in build.brings}
    for kind, wanted, met, how in (
        ("movement", movements(), shown, "show it in a build"),
        ("fault", tuple(faults()), turned, "show it in a build"),
        ("prop", TEACHING_PROPS, props, "show it in a build, by the layer props"),
        ("muscle", curriculum.muscles, terms, "introduce its term"),
        ("cue", curriculum.cues, cues, "give a cue block its id"),
        ("idea", curriculum.ideas, ideas, "name it in brings of a build"),
    ):
        for id_ in wanted:
            if id_ not in met:
                yield kind, id_, how


def _props(build: Build) -> tuple[str, ...]:
    """The teaching props that a build shows."""
    if "props" not in build.stage.layers:
        return ()
    known = (cast.movement for cast in build.stage.movements if cast.movement in movements())
    own = tuple(prop for movement in known for prop in load_movement(movement).props)
    return build.stage.props or own


def problems(lessons: Sequence[Lesson]) -> Iterator[AuthorError]:
    """What the lessons of the course leave out."""
    file = str(shelf.lessons(FILE))
    for kind, id_, how in unreached(lessons, shipped()):
        yield AuthorError(file, 1, f'no lesson reaches the {kind} "{id_}"; {how}')
