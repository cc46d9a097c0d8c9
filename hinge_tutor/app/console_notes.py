"""What somebody who presents reads beside the picture: the lesson's notes, reasons and answers."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.lesson import Question


def notes_of(session: Session) -> str:
    """The notes of this build as Markdown; at the end of a lesson what to keep of it."""
    if session.finished:
        lesson = session.lesson
        points = "\n".join(f"- {point}" for point in lesson.key_points)
        return f"{lesson.goal}\n\n{points}"
    return "\n\n".join(f"**{head}**\n\n{said}" if head else said for head, said in _parts(session))


def _parts(session: Session) -> Iterator[tuple[str, str]]:
    """Headings with their texts; nothing that is empty."""
    build = session.build
    for head, said in (
        ("", build.notes),
        ("", build.text),
        (tr("Cue"), build.cue),
        (tr("Why"), build.why),
    ):
        if said:
            yield head, session.fill(said)
    asked = session.asked
    if isinstance(asked, Question):
        yield tr("Question"), asked.prompt
        right = asked.choices[asked.right]
        yield tr("Right"), f"{right.text}. {right.explanation}"
        for choice in asked.choices:
            if not choice.right:
                thought = session.words.thought(choice.misconception)
                yield choice.text, f"{thought} {choice.explanation}"
    elif isinstance(asked, Drag):
        yield tr("Answer"), asked.explanation
    if build.fix is not None:
        yield tr("When it is repaired"), session.fill(build.fix.explanation)
    if session.disputed:
        yield tr("Disputed"), session.words.disputed()[1]
    if session.step.reference is not None:
        reference = session.step.reference
        yield tr("Source"), f"{reference.text} {reference.limit}"
