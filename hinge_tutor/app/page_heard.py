"""What a page of the lesson says, in words for whoever hears it instead of reading."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from hinge_tutor.app.lesson_text import FEATURES
from hinge_tutor.app.session import Session
from hinge_tutor.app.told import told
from hinge_tutor.lessons.aloud import numbered, sentences
from hinge_tutor.lessons.lesson import Question


def page_heard(session: Session, titled: bool, whole: bool = True) -> str:
    """All that the pane says of a build; its step's title where that is `titled`.

    Not `whole`, it leaves out what is read besides: the text and the cue.
    """
    if session.finished:
        return sentences(_ended(session, whole))
    said = [session.step.title] if titled else []
    if session.explained:
        said += _answered(session)
    if session.said:
        build = session.build
        inner = session.settings.inner_cues and build.inner_cue
        said.append(session.fill(build.prompt))
        if whole:
            said += [_plain(session.fill(build.text)), session.fill(inner or build.cue)]
    if session.repair is not None:
        said.append(session.fill(session.repair.fix.prompt))
    if not session.explained:
        said += _asked(session)
    return sentences(said)


def answer_heard(session: Session) -> str:
    """What is told of an answer, or of a figure that is repaired."""
    if session.repair is not None and session.repaired:
        done = session.words.repair("shown" if session.repair_shown else "done")
        return sentences([done, session.fill(session.repair.fix.explanation)])
    return sentences(_answered(session))


def guess_heard(session: Session) -> str:
    """What was chosen, as long as nobody may know whether it is right."""
    asked, answer = session.asked, session.answer
    if answer is None or not isinstance(asked, Question):
        return ""
    return sentences([f"{session.words.question('guess')}: {asked.choices[answer].text}"])


def _asked(session: Session) -> list[str]:
    asked = session.asked
    if asked is None:
        return []
    choices = asked.choices if isinstance(asked, Question) else ()
    return [asked.prompt, *numbered(each.text for each in choices)]


def _answered(session: Session) -> list[str]:
    asked = session.asked
    if asked is None:
        return []
    answer = session.words.question("answer")
    if isinstance(asked, Question):
        answer = f"{answer}: {asked.choices[asked.right].text}"
    return [answer, told(session, asked).sentences]


def _ended(session: Session, whole: bool) -> list[str]:
    words, lesson = session.words, session.lesson
    said = [words.ending("heading"), words.ending("lead"), lesson.goal]
    if lesson.key_points and whole:
        said += [words.ending("keep"), *lesson.key_points]
    return said


def _plain(markdown: str) -> str:
    document = QTextDocument()
    document.setMarkdown(markdown, FEATURES)
    return document.toPlainText()
