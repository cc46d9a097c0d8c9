"""What is known of the learner's progress, for lists and for the end of a lesson."""

from __future__ import annotations

from hinge_tutor.app.course_rows import Mark
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.deck_words import counted, next_in_words
from hinge_tutor.lessons.progress import builds_seen
from hinge_tutor.lessons.schedule import due, next_day


def marks(session: Session) -> dict[str, Mark]:
    """How far one is in each lesson, and how many of its cards are due."""
    progress, lessons = session.progress, session.route.lessons
    waiting = [each.lesson.id for each in due(progress, lessons, session.today)]
    found = {}
    for place, id_ in enumerate(lessons.ids):
        done = progress.of(id_).finished is not None
        found[id_] = Mark(builds_seen(progress, lessons[place]), done, waiting.count(id_))
    return found


def cards_waiting(session: Session) -> tuple[str, bool]:
    """What there is to say of recall cards, and whether any are due; nothing where none will be."""
    lessons, today = session.route.lessons, session.today
    if cards := due(session.progress, lessons, today):
        return counted("waiting", len(cards), session.words), True
    day = next_day(session.progress, lessons, today)
    return next_in_words(day, today, session.words) if day is not None else "", False
