"""A scene with how it is shown, as text that is copied, pasted, and kept in a file.

    hinge: squat*20:back/3-1-1-1^80 | hip-hinge; view=overlay; sync=turn; speed=50; at=turn; mirror

The word `hinge:`, figures as in `lessons/scene_text.py`, then settings, each behind a semicolon, in
any order and each once. What is not said is as usual. The text may be broken over lines wherever a
space may be, and a line that begins with # is a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hinge_tutor.body.specification import BodyError
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.scene_error import SceneError
from hinge_tutor.lessons.scene_text import FIGURES, LONGEST, MOST_FIGURES, parse_figure, write_scene
from hinge_tutor.located import AuthorError, AuthorErrors, read_text
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.arrangement import AS_IT_COMES, Arrangement
from hinge_tutor.stage.scene_settings import SETTINGS, USUAL_PLAN

PREFIX, APART, NOTE = "hinge:", ";", "#"
ENDING = ".hinge"
# What a text may be at fault for; each is one sentence.
REFUSALS = (SceneError, UnknownMovement, FaultError, BodyError)
# How much of a text is looked at to see whether it is meant for a scene.
BEGINNING = 200


@dataclass(frozen=True)
class SharedScene:
    """Figures with what is shown of them, and how they are arranged."""

    plan: StagePlan
    arrangement: Arrangement = AS_IT_COMES


class _Wrong(Exception):
    """What is wrong, and how far in the text (a count of signs)."""

    def __init__(self, place: int, problem: str) -> None:
        super().__init__(problem)
        self.place = place


def is_shared(text: str) -> bool:
    """Whether a text is meant for a scene: it begins with `hinge:`, or with a note before it."""
    lines = (line.strip() for line in text[:BEGINNING].splitlines())
    first = next((line for line in lines if line and not line.startswith(NOTE)), "")
    return first.casefold().startswith(PREFIX)


def parse_shared(text: str) -> SharedScene:
    """The scene of a text; raises SceneError."""
    try:
        return _parsed(text)
    except _Wrong as wrong:
        raise SceneError(str(wrong)) from None


def read_shared(path: Path) -> SharedScene:
    """The scene of a file; raises AuthorErrors with file and line."""
    text = read_text(path)
    try:
        return _parsed(text)
    except _Wrong as wrong:
        line = text.count("\n", 0, wrong.place) + 1
        problem = str(SceneError(str(wrong)))
        raise AuthorErrors([AuthorError(str(path), line, problem)]) from None


def write_shared(scene: SharedScene) -> str:
    """The shortest text of a scene, one line: figures and whatever is not as usual."""
    said = [f"{PREFIX} {write_scene(scene.plan.movements).replace(FIGURES, f' {FIGURES} ')}"]
    for name, setting in SETTINGS.items():
        value = setting.write(scene.plan, scene.arrangement)
        if value is not None:
            said.append(f"{name}={value}" if value else name)
    return f"{APART} ".join(said)


def _parsed(text: str) -> SharedScene:
    if len(text) > LONGEST:
        raise _Wrong(0, f"A scene has up to {LONGEST:,} signs and this text has {len(text):,}.")
    plain = _without_notes(text)
    begin = len(plain) - len(plain.lstrip())
    if not plain[begin:].casefold().startswith(PREFIX):
        raise _Wrong(begin, f"A scene begins with {PREFIX}, such as {PREFIX} hip-hinge | squat.")
    (_, figures), *rest = _pieces(plain[begin + len(PREFIX) :], begin + len(PREFIX), APART)
    words = list(_pieces(figures, begin + len(PREFIX), FIGURES))
    if len(words) > MOST_FIGURES:
        raise _Wrong(
            words[MOST_FIGURES][0],
            f"A scene has up to {MOST_FIGURES} figures and this one has {len(words)}.",
        )
    casts = []
    for number, (at, word) in enumerate(words):
        try:
            casts.append(parse_figure(word, number))
        except REFUSALS as refusal:
            raise _Wrong(at, str(refusal)) from None
    scene = SharedScene(replace(USUAL_PLAN, movements=tuple(casts)))
    seen: set[str] = set()
    for at, said in rest:
        scene = _set(scene, at, said, seen)
    return scene


def _set(scene: SharedScene, at: int, said: str, seen: set[str]) -> SharedScene:
    """The scene with one setting more."""
    name, equals, value = (piece.strip() for piece in said.partition("="))
    if not said.strip():
        # Who writes one on each line ends the last one, too.
        return scene
    if name not in SETTINGS:
        near = did_you_mean(name, SETTINGS) or "."
        raise _Wrong(at, f'There is no setting "{name}"{near} There are: {", ".join(SETTINGS)}.')
    if name in seen:
        raise _Wrong(at, f"{name} is said twice; keep one of the two.")
    seen.add(name)
    setting = SETTINGS[name]
    if setting.flag and equals:
        raise _Wrong(at, f"{name} has no value; leave out what follows it.")
    if not setting.flag and not value:
        raise _Wrong(at, f"{name} needs a value behind =: {setting.form}.")
    try:
        fields = setting.read(value, len(scene.plan.movements))
    except SceneError as refusal:
        raise _Wrong(at, str(refusal)) from None
    if setting.arranges:
        return replace(scene, arrangement=replace(scene.arrangement, **fields))
    return replace(scene, plan=replace(scene.plan, **fields))


def _without_notes(text: str) -> str:
    """The text with blanks for its notes and line ends, so that every sign keeps its place."""
    lines = text.split("\n")
    return " ".join(
        " " * len(line) if line.lstrip().startswith(NOTE) else line.replace("\r", " ")
        for line in lines
    )


def _pieces(text: str, place: int, mark: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text that stands at a place, each with the place of its first sign."""
    for piece in text.split(mark):
        yield place + len(piece) - len(piece.lstrip()), piece
        place += len(piece) + len(mark)
