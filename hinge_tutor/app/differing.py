"""What the figures that are shown differ in, in words: for the status line and for an audience."""

from __future__ import annotations

from hinge_tutor.app.session import Session
from hinge_tutor.coaching.repetition import Repetition

# One caption of at most two lines of sixty characters is read while a figure is watched.
MOST_CHARACTERS = 120


def difference_in_words(session: Session) -> str:
    """All of it."""
    # A start should not wait for what comparing needs.
    from hinge_tutor.lessons.difference_words import told

    return told(_shown(session), session.words)


def caption_in_words(session: Session) -> str:
    """The build's prompt as it is said aloud, and after it as much of the difference as there is
    room for, where that is shown. Of a repair, what is asked for, and what came of it.
    """
    prompt = said_aloud(session, session.build.prompt)
    if (repair := session.repair) is not None:
        if not session.repaired:
            return said_aloud(session, repair.fix.prompt)
        done = session.words.repair("shown" if session.repair_shown else "done")
        return f"{done}: {session.fill(repair.fix.explanation)}"
    if not session.arrangement.difference or len(session.shown) < 2:
        return prompt
    from hinge_tutor.lessons.difference_words import caption

    room = MOST_CHARACTERS - len(prompt) - 1
    said = caption(_shown(session), session.words, room)
    if len(said) <= room:
        return f"{prompt} {said}"
    # What a lesson has its audience look for comes first; whoever asks for the difference has it.
    if session.plan.difference:
        return prompt
    return caption(_shown(session), session.words, MOST_CHARACTERS)


def said_aloud(session: Session, prompt: str) -> str:
    """A prompt of the build as one says it to a room, which has no dials and no mouse."""
    aloud = session.build.aloud if session.audience else ""
    return session.fill(aloud or prompt)


def _shown(session: Session) -> tuple[Repetition, ...]:
    """Who is shown, in the scene's own order, so that a swap turns no sentence round."""
    return tuple(session.repetitions[number] for number in sorted(session.shown))
