"""Lessons that were written anew take the place of those before, and the learner stays."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.app.route import Spot
from hinge_tutor.app.same_place import kept, same_place
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.pack import Pack


def renew(
    session: Session, lessons: Sequence[Lesson] = (), packs: Sequence[Pack] | None = None
) -> None:
    """Lessons of the course, and packs instead of those that were open.

    Place and answers stay as far as they still mean the same, and so does what is on the stage.
    Whose lesson is gone is where the course was left.
    """
    readings, here, spot = session.route.lessons, session.lesson, session.spot
    before, shown, tried = readings.known(), session.own, session.trying
    for lesson in lessons:
        readings.put(lesson)
    if packs is not None:
        readings.follow(packs)
    now = {lesson.id: lesson for lesson in readings.known()}
    for lesson in before:
        if now.get(lesson.id, lesson) is not lesson:
            session.answers = kept(session.answers, lesson, now[lesson.id])
            session.guesses = kept(session.guesses, lesson, now[lesson.id])
    place = session.left
    if here.id in readings.ids:
        at = readings.ids.index(here.id)
        place = Spot(at, *same_place(here, spot.step, spot.build, readings[at]))
    session.stand(place, shown, tried)
