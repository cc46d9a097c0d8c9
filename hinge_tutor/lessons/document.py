"""A lesson document becomes a Lesson, or a list of everything that keeps it from being one.

    +++                      front matter: title, minutes, correct, goal, [[reference]]
    ## Step title            a step block, `> prompt`, text, and a stage that its builds inherit
    ### Build name           a build: stage, question, cue or build block, `> prompt`, text

What a build leaves out it has from its step. Lines are those of the file everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hinge_tutor import located
from hinge_tutor.lessons import asked_blocks, blocks, stage_block
from hinge_tutor.lessons.block_reading import Reading
from hinge_tutor.lessons.bounds import MOST_BUILDS, MOST_STEPS
from hinge_tutor.lessons.lesson import Build, Lesson, Reference, StagePlan, Step
from hinge_tutor.lessons.markdown import Pages, Piece, take_apart
from hinge_tutor.lessons.room import first_problems
from hinge_tutor.lessons.sections import Parts, sections, slug
from hinge_tutor.located import AuthorError, AuthorErrors, did_you_mean

_NAME = re.compile(r"(?:(\d+)-)?(.+)\.md")

# Blocks that ask something of the reader.
ASKING = ("question", "drag", "fix")

Value = TypeVar("Value")


@dataclass(frozen=True)
class Draft:
    """A lesson as far as it could be read, and every problem of its form, sorted by line.

    `doubtful` holds the first lines of the blocks that have problems: what was read from them
    is harmless, not meant. `complete` tells whether every build of the document is in the lesson.
    """

    lesson: Lesson
    errors: tuple[AuthorError, ...]
    source: str
    doubtful: frozenset[int] = frozenset()
    complete: bool = True


def read_lesson(path: Path) -> Lesson:
    """The lesson in a file; raises AuthorErrors with every problem of its form."""
    draft = read_draft(path)
    if draft.errors:
        raise AuthorErrors(draft.errors)
    return draft.lesson


def read_draft(path: Path) -> Draft:
    """The draft in a file; raises AuthorErrors only when the file cannot be read as text."""
    return parse(located.read_text(path), str(path))


def parse(text: str, file: str) -> Draft:
    """The draft in `text`; never raises, whatever the text is."""
    pages = take_apart(text, file)
    name = _NAME.fullmatch(Path(file).name)
    number, id_ = (int(name.group(1) or 0), name.group(2)) if name else (0, Path(file).stem)
    return _Author(pages, file).draft(id_, number, text)


class _Author(Reading):
    """Puts the pieces together."""

    def __init__(self, pages: Pages, file: str) -> None:
        super().__init__(file, pages.errors)
        self.pages = pages
        self.references: Mapping[str, Reference] | None = None
        self.complete = True

    def draft(self, id_: str, number: int, source: str) -> Draft:
        front = blocks.FrontMatter()
        if self.pages.front.strip():
            piece = Piece("front matter", self.pages.front, self.pages.front_line)
            read = self.read(piece, blocks.front_matter)
            if read is not None:
                front = read
                self.references = {reference.id: reference for reference in front.references}
        elif not self.pages.errors:
            self.problem(self.pages.front_line, "the front matter is empty; write title = …")
        cut = sections(self.pages.pieces, "heading2")
        for piece in cut.before:
            self.problem(piece.line, f"a {piece.kind} before the first step; begin with ## Title")
        parts = self.room.first(cut.parts, MOST_STEPS, "steps")
        steps = tuple(self.step(place, part) for place, part in enumerate(parts, 1))
        if not steps and not self.errors:
            self.problem(self.pages.front_line, "a lesson without steps; write ## Title")
        lesson = Lesson(
            id=id_,
            number=number,
            title=front.title,
            minutes=front.minutes,
            correct=front.correct,
            goal=front.goal,
            steps=steps,
            references=front.references,
            file=self.file,
            objectives=front.objectives,
            key_points=front.key_points,
            cards=front.cards,
            lines=front.lines,
        )
        complete = self.complete and not self.room.full
        errors = first_problems(self.errors, self.file)
        return Draft(lesson, errors, source, frozenset(self.doubtful), complete)

    # ── steps and builds ─────────────────────────────────────────────────────────────────────────

    def step(self, place: int, pieces: Sequence[Piece]) -> Step:
        heading, *rest = pieces
        cut = sections(rest, "heading3")
        own = self.parts(cut.before)
        head = blocks.StepHead(line=heading.line)
        if "step" in own.blocks:
            head = self.read(own.blocks["step"], blocks.step_head) or head
            if own.blocks["step"].line in self.doubtful:
                self.doubtful.add(heading.line)
        else:
            self.problem(heading.line, "this step has no step block; write one with its kind")
        if "build" in own.blocks:
            self.problem(own.blocks["build"].line - 1, "a build block stands under a ### heading")
        base = self.stage(own, None)
        parts = self.room.first(cut.parts, MOST_BUILDS, "builds")
        children = [
            self.build(part[0], self.parts(part[1:]), own, head, base) for part in parts
        ] or [self.build(heading, own, own, head, base)]
        builds = tuple(build for build in children if build is not None)
        self.check_reveal(builds)
        return Step(
            id=slug(heading.text) or f"step-{place}",
            kind=head.kind,
            title=heading.text,
            prompt=own.prompt,
            text=own.text,
            cue=own.cue.text,
            why=head.why,
            reference=self.reference(head, heading),
            builds=builds,
            line=heading.line,
        )

    def build(
        self,
        heading: Piece,
        own: Parts,
        step: Parts,
        step_head: blocks.StepHead,
        base: StagePlan | None,
    ) -> Build | None:
        line = heading.line
        if "step" in own.blocks and own is not step:
            self.problem(own.blocks["step"].line - 1, "a step block stands under a ## heading")
        head = blocks.BuildHead()
        if "build" in own.blocks:
            head = self.read(own.blocks["build"], blocks.build_head) or head
        plan = base if own is step else self.stage(own, base)
        asked = self.block(own, "question", lambda reader: asked_blocks.question(reader, plan))
        cued = own if "cue" in own.blocks else step
        if plan is None:
            if "stage" not in own.blocks and "stage" not in step.blocks:
                self.problem(line, "nothing on the stage; write a stage block here or in the step")
            self.complete = False
            return None
        shown = [choice.replay for choice in asked.choices if choice.replay] if asked else []
        if not self.room.holds([plan, *shown], line):
            return None
        return Build(
            name=heading.text,
            stage=plan,
            prompt=own.prompt or step.prompt,
            text=own.text or step.text,
            cue=cued.cue.text,
            why=head.why or step_head.why,
            question=asked,
            introduces=head.introduces,
            proof=head.proof,
            inner_cue=cued.cue.internal,
            cue_id=cued.cue.id,
            drag=self.block(own, "drag", asked_blocks.drag),
            fix=self.block(own, "fix", asked_blocks.fix),
            practice=self.block(own, "practice", blocks.practice),
            brings=head.brings,
            aloud=head.aloud,
            notes=head.notes or step_head.notes,
            line=line,
            lines={
                **head.lines,
                "why": head.lines.get("why", step_head.why_line),
                "notes": head.lines.get("notes", step_head.notes_line),
                "prompt": own.prompt_line or step.prompt_line or line,
                "text": own.text_line or step.text_line or line,
                "cue": cued.blocks["cue"].line if "cue" in cued.blocks else line,
                **{name: own.blocks[name].line for name in ASKING if name in own.blocks},
            },
        )

    def check_reveal(self, builds: Sequence[Build]) -> None:
        names = [build.name for build in builds]
        for place, build in enumerate(builds):
            asked = build.question or build.drag
            reveal = asked.reveal if asked else ""
            if reveal and reveal not in names[place:]:
                near = did_you_mean(reveal, names)
                line = asked.line if asked else build.line
                problem = f'reveal is "{reveal}", which is no later build of this step{near}'
                self.problem(line, problem)

    # ── blocks ───────────────────────────────────────────────────────────────────────────────────

    def stage(self, parts: Parts, base: StagePlan | None) -> StagePlan | None:
        if "stage" not in parts.blocks:
            return base
        block = parts.blocks["stage"]
        if base is not None and base.line in self.doubtful:
            self.doubtful.add(block.line)
        return self.read(block, lambda reader: stage_block.stage(reader, base))

    def reference(self, head: blocks.StepHead, heading: Piece) -> Reference | None:
        if not head.reference or self.references is None:
            return None
        if head.reference not in self.references:
            listed = ", ".join(self.references) or "none"
            near = did_you_mean(head.reference, self.references)
            problem = (
                f'reference "{head.reference}" is not in the front matter; there: {listed}{near}'
            )
            self.problem(head.line, problem)
            self.doubtful.add(heading.line)
        return self.references.get(head.reference)
