"""What a lesson says: frozen values that the window, the projector and the checker read.

Course > lesson > step (one idea) > build (what the next press of a key reveals). A build is
complete in itself: prompt, text, cue, why and stage are already inherited from its step, so that
a reader of the values never has to look one level up. `line` is the line in the lesson's file,
`lines` the lines of single names in a block (of one entry of a list: `proof[2]`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition
    from hinge_tutor.lessons.by_hand import Drag, Fix, Practice
    from hinge_tutor.lessons.lines import Lines

FORMAT = 1
KINDS = (
    "show",
    "contrast",
    "predict",
    "explain",
    "find_fault",
    "fix_it",
    "recall",
    "practice_along",
    "sandbox",
)
PLAYS = ("still", "once", "loop")
# What an author may point at besides the muscle groups; it is seen where the bones are shown.
REGIONS = ("hip", "knee", "ankle", "spine")


@dataclass(frozen=True)
class Cast:
    """One figure on the stage: `name` is how placeholders call it, the movement's id unless two
    figures do the same movement; `body` is a body specification, "default" for the usual one.
    `load_kg` is None for what the movement is usually done with, `load_at` where the load is,
    empty for the movement's own place; `faults` are ids with their shares, 0 to 1. `tempo` are
    seconds down, at the bottom, up and at the top, None for the movement's own; `depth` is a share
    of its own way down (`motion/depth.py`), None for all of it or for where others' hands stop.
    `mix` are other movements with their shares, 0 to 1, and `movement` has what they leave. One
    with a `pose` (joints with their angles, degrees) stands still in it, on what carries the
    movement in the phase `held_in`; empty is the deepest. `done` is what it does where that is not
    solved but was recorded, or stands beside that.
    """

    name: str
    movement: str
    body: str = "default"
    load_kg: float | None = None
    load_at: str = ""
    faults: tuple[tuple[str, float], ...] = ()
    tempo: tuple[float, float, float, float] | None = None
    depth: float | None = None
    mix: tuple[tuple[str, float], ...] = ()
    pose: tuple[tuple[str, float], ...] = ()
    held_in: str = ""
    done: Repetition | None = None
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class StagePlan:
    """What stands on the stage during one build, and how it plays.

    `at` is where a still stands or a film starts: 0 to 1 of the repetition, or a phase (its end).
    `stop_at` is a phase at whose end playing pauses. `speed` 1 is real time. `difference` asks
    the program to say what the figures differ in. `quiet` is why a highlighted muscle rests.
    `props` are the teaching props of the layer "props"; without them each movement shows its own.
    `hidden` figures are called by letters, and nothing tells what each of them does otherwise.
    """

    movements: tuple[Cast, ...]
    same_height: bool = False
    layers: tuple[str, ...] = ()
    highlight: str | None = None
    speed: float = 1.0
    play: str = "still"
    at: float | str | None = None
    stop_at: str | None = None
    difference: bool = False
    quiet: str = ""
    props: tuple[str, ...] = ()
    hidden: bool = False
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)

    @property
    def lettered(self) -> bool:
        """Whether its figures are called by letters; one alone needs none."""
        return self.hidden and len(self.movements) > 1

    @property
    def recorded(self) -> bool:
        """Whether somebody did what its figures do: then nothing of it can be set otherwise."""
        return any(cast.done is not None for cast in self.movements)


@dataclass(frozen=True)
class Choice:
    """One answer; a wrong one names the misconception that leads to it.

    `replay` is the moment that disproves it, None where the answer's own build shows it.
    """

    text: str
    right: bool
    explanation: str
    misconception: str = ""
    replay: StagePlan | None = None
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Question:
    """A question with exactly one right choice.

    `reveal` names the build of the same step from which on the explanations show; empty means at
    once. `proof` holds conditions over computed values that make the right choice right.
    """

    prompt: str
    choices: tuple[Choice, ...]
    reveal: str = ""
    proof: tuple[str, ...] = ()
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)

    @property
    def right(self) -> int:
        """The index of the right choice."""
        return next(index for index, choice in enumerate(self.choices) if choice.right)


@dataclass(frozen=True)
class Cue:
    """One cue in two wordings: toward something outside (external), or of the body (internal).

    `id` is the cue of the curriculum that it words, empty for one of the author's own.
    """

    text: str = ""
    internal: str = ""
    id: str = ""


@dataclass(frozen=True)
class Card:
    """A card of the recall deck; `shows` is the moment that answers it: `step` or `step/Build`."""

    id: str
    ask: str
    answer: str
    shows: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Build:
    """What one press of Next shows; `proof` holds conditions that its words rely on.

    `cue` is its external wording, `inner_cue` the internal one; `brings` are ids of ideas. `aloud`
    is the prompt as one says it to a room, where that is another one; `notes` are for whoever
    teaches, and nobody else.
    """

    name: str
    stage: StagePlan
    prompt: str
    text: str = ""
    cue: str = ""
    why: str = ""
    question: Question | None = None
    introduces: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    inner_cue: str = ""
    cue_id: str = ""
    drag: Drag | None = None
    fix: Fix | None = None
    practice: Practice | None = None
    brings: tuple[str, ...] = ()
    aloud: str = ""
    notes: str = ""
    line: int = field(default=1, compare=False)
    lines: Lines = field(default_factory=dict, compare=False)

    @property
    def claims(self) -> tuple[str, ...]:
        """The conditions that its words and its questions rely on, each once."""
        asked = self.question.proof if self.question else ()
        dragged = self.drag.proof if self.drag else ()
        return tuple(dict.fromkeys((*self.proof, *asked, *dragged)))


@dataclass(frozen=True)
class Reference:
    """Where a claim comes from, how strong it is, and how far it reaches."""

    id: str
    text: str
    strength: str
    limit: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Step:
    """One idea, 30 to 90 seconds."""

    id: str
    kind: str
    title: str
    prompt: str
    text: str
    cue: str
    why: str
    reference: Reference | None
    builds: tuple[Build, ...]
    line: int = field(default=1, compare=False)

    @property
    def question(self) -> Question | None:
        """The step's question, whichever build asks it."""
        return next((build.question for build in self.builds if build.question), None)


@dataclass(frozen=True)
class Lesson:
    """A whole lesson; `correct` is the movement it teaches and must end on.

    `objectives` say what one can do afterwards, `key_points` what to keep in mind. `language` is
    that of its pack; a lesson without one lies in the folder of its language.
    """

    id: str
    number: int
    title: str
    minutes: int
    correct: str
    goal: str
    steps: tuple[Step, ...]
    references: tuple[Reference, ...]
    file: str
    objectives: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    language: str = ""
    lines: Lines = field(default_factory=dict, compare=False)

    def moment(self, shows: str) -> tuple[int, int] | None:
        """Step and build, counted from 0, of `step` or `step/Build`; None where there is none.

        A step alone is its last build that rests on one moment, or its last one.
        """
        id_, _, name = shows.partition("/")
        for at, step in enumerate(self.steps):
            if step.id == id_:
                found = [place for place, build in enumerate(step.builds) if build.name == name]
                if name or not step.builds:
                    return (at, found[0]) if found else None
                resting = [p for p, b in enumerate(step.builds) if b.stage.stop_at or b.stage.at]
                return at, (resting or [len(step.builds) - 1])[-1]
        return None
