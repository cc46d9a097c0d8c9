"""What a page of the lesson says, in words for whoever hears it instead of reading."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from hinge_tutor.app.lesson_text import FEATURES
from hinge_tutor.app.session import Session
from hinge_tutor.app.told import told
from hinge_tutor.lessons.lesson import Question

# Where a voice takes a breath.
PAUSE = "\n\n"


def page_heard(session: Session, titled: bool) -> str:
    """All that the pane says of a build; its step's title where that is `titled`."""
    if session.finished:
        return _sentences(_ended(session))
    said = [session.step.title] if titled else []
    if session.explained:
        said += _answered(session)
    if session.said:
        build = session.build
        inner = session.settings.inner_cues and build.inner_cue
        said += [session.fill(build.prompt), _plain(session.fill(build.text))]
        said.append(session.fill(inner or build.cue))
    if session.repair is not None:
        said.append(session.fill(session.repair.fix.prompt))
    if not session.explained:
        said += _asked(session)
    return _sentences(said)


def answer_heard(session: Session) -> str:
    """What is told of an answer, or of a figure that is repaired."""
    if session.repair is not None and session.repaired:
        done = session.words.repair("shown" if session.repair_shown else "done")
        return _sentences([done, session.fill(session.repair.fix.explanation)])
    return _sentences(_answered(session))


def _asked(session: Session) -> list[str]:
    asked = session.asked
    if asked is None:
        return []
    said = [asked.prompt]
    if isinstance(asked, Question):
        said += [f"{number}: {each.text}" for number, each in enumerate(asked.choices, 1)]
    return said


def _answered(session: Session) -> list[str]:
    asked = session.asked
    if asked is None:
        return []
    right = [asked.choices[asked.right].text] if isinstance(asked, Question) else []
    return [session.words.question("answer"), *right, told(session, asked).sentences]


def _ended(session: Session) -> list[str]:
    words, lesson = session.words, session.lesson
    said = [words.ending("heading"), words.ending("lead"), lesson.goal]
    if lesson.key_points:
        said += [words.ending("keep"), *lesson.key_points]
    return said


def _plain(markdown: str) -> str:
    document = QTextDocument()
    document.setMarkdown(markdown, FEATURES)
    return document.toPlainText()


def _sentences(parts: list[str]) -> str:
    """Each part ends like a sentence, so that a voice does not run them together."""
    said = [part.strip() for part in parts if part.strip()]
    return PAUSE.join(part if part[-1] in ".!?:…" else f"{part}." for part in said)
