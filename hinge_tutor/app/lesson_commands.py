"""Commands that move through the lesson and through time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from hinge_tutor.app.chrome_words import tr as tr
from hinge_tutor.app.command import Command
from hinge_tutor.app.pages import can_turn, lifted, turn_back, turn_on
from hinge_tutor.app.reasons import first, held, nobody, unless
from hinge_tutor.app.route import Route, Spot
from hinge_tutor.app.session import Session

SMALL_STEP, LARGE_STEP = 0.01, 0.10
DIGIT = "digit_"
ON_KEY = "Return"
Find = Callable[[Route, Spot], Spot | None]


class Lists(Protocol):
    """The cards that lead to another place in the course."""

    def go_to(self) -> None: ...
    def overview(self) -> None: ...
    def lessons(self) -> None: ...
    def find(self) -> None: ...
    def glossary(self) -> None: ...


def lesson_commands(session: Session, lists: Lists) -> Iterator[Command]:
    """Back, Next and everything else that changes the place in the course."""
    menu = tr("&Lesson")

    def move(find: Find) -> Callable[[], None]:
        def run() -> None:
            if not lifted(session):
                session.go(find(session.route, session.spot))

        return run

    def there(find: Find) -> Callable[[], bool]:
        return lambda: find(session.route, session.spot) is not None

    for id_, words, keys, turn, forward in (
        ("next", tr("Next"), ("PgDown", "N"), turn_on, True),
        ("previous", tr("Back"), ("PgUp", "P"), turn_back, False),
    ):
        possible = partial(can_turn, session, forward)
        why = unless(possible, tr("The course ends here.") if forward else tr("It begins here."))
        yield Command(id_, menu, words, keys, partial(turn, session), possible, reason=why)
    moves: list[tuple[str, str, tuple[str, ...], Find]] = [
        ("next_step", tr("Next step"), ("Ctrl+PgDown",), Route.step_after),
        ("previous_step", tr("Step before"), ("Ctrl+PgUp",), Route.step_before),
    ]
    if len(session.route.lessons) > 1:
        moves += [
            ("next_lesson", tr("Next lesson"), ("Ctrl+Shift+PgDown",), Route.lesson_after),
            ("previous_lesson", tr("Lesson before"), ("Ctrl+Shift+PgUp",), Route.lesson_before),
        ]
    for name, said, pressed, find in moves:
        none = unless(there(find), tr("There is none in this direction."))
        yield Command(name, menu, said, pressed, move(find), there(find), reason=none)
    yield Command(
        "keep_guess",
        menu,
        tr("That is my guess"),
        (ON_KEY,),
        session.keep_guess,
        lambda: session.guessing and session.guess is not None,
        reason=first(
            unless(lambda: session.guessing, tr("Nothing is to be found by hand now.")),
            unless(lambda: session.guess is not None, tr("Drag something on the stage first.")),
        ),
    )
    yield Command("lessons", menu, tr("The course…"), ("Ctrl+L",), lists.lessons)
    yield Command("find", menu, tr("Find…"), ("Ctrl+F", "/"), lists.find)
    yield Command("glossary", menu, tr("Glossary…"), ("Ctrl+G",), lists.glossary)
    yield Command("go_to", menu, tr("Go to step…"), ("G",), lists.go_to)
    yield Command("overview", menu, tr("Overview"), ("O",), lists.overview)
    yield Command("reset", menu, tr("Start this step again"), ("Alt+R",), session.reset_step)
    for number in range(1, 10):
        yield _digit(session, menu, number)


def _digit(session: Session, menu: str, number: int) -> Command:
    """A choice while a question is open, of an audience a hand for it; a phase otherwise.

    A guess that waits for its answer stays: no digit changes it, nor goes where the answer is.
    """

    def possible() -> bool:
        if session.guide is not None:
            return number <= session.guide.choices
        if session.counts_hands:
            return number <= len(session.hands_raised)
        question = session.question
        if question is not None and session.asking:
            return number <= len(question.choices)
        if session.pending:
            return False
        return number <= len(session.timeline.spans)

    def run() -> None:
        if session.guide is not None:
            session.guide.choose(number)
        elif session.counts_hands:
            session.raise_hand(number - 1)
        elif session.asking:
            session.choose(number - 1)
        elif not session.pending:
            session.timeline.stand_at_phase(number - 1)

    words = tr("Number %1").replace("%1", str(number))
    return Command(f"{DIGIT}{number}", menu, words, (str(number),), run, possible)


def motion_commands(session: Session) -> Iterator[Command]:
    """Playing, scrubbing, speed and loop."""
    menu = tr("&Motion")

    def moving() -> bool:
        return session.timeline.free

    def can_play() -> bool:
        return moving() or (session.guide is not None and session.guide.can_turn(True))

    def play() -> None:
        """Where nobody is on the stage, whoever leads goes on."""
        if moving():
            session.timeline.toggle()
        elif session.guide is not None:
            session.guide.turn(True)

    def scrub(by: float) -> Callable[[], None]:
        return lambda: session.timeline.seek(min(max(session.timeline.fraction + by, 0.0), 1.0))

    def key_pose(forward: bool) -> Callable[[], None]:
        return lambda: session.timeline.step_key_pose(forward)

    def change(steps: int) -> Callable[[], None]:
        return lambda: session.set_speed(session.timeline.speed_beside(steps))

    still = first(nobody(session), held(session))
    pressed = ("Space", "Alt+K")
    yield Command("play", menu, tr("Play or pause"), pressed, play, can_play, reason=still)
    entries: tuple[tuple[str, str, tuple[str, ...], Callable[[], None]], ...] = (
        ("replay", tr("Replay"), ("R",), session.replay),
        ("forward", tr("Forward a little"), ("Right",), scrub(SMALL_STEP)),
        ("back", tr("Back a little"), ("Left",), scrub(-SMALL_STEP)),
        ("forward_more", tr("Forward by a tenth"), ("Ctrl+Right",), scrub(LARGE_STEP)),
        ("back_more", tr("Back by a tenth"), ("Ctrl+Left",), scrub(-LARGE_STEP)),
        ("next_pose", tr("Next key pose"), ("Shift+Right",), key_pose(True)),
        ("previous_pose", tr("Last key pose"), ("Shift+Left",), key_pose(False)),
        ("standing", tr("Standing"), ("Home",), lambda: session.timeline.stand_at(0.0)),
        ("deepest", tr("Deepest"), ("End",), session.timeline.stand_deepest),
        ("slower", tr("Slower"), ("-",), change(-1)),
        ("faster", tr("Faster"), ("=",), change(1)),
        ("normal_speed", tr("Full speed"), ("0",), lambda: session.set_speed(1.0)),
        ("loop_in", tr("Loop from here"), ("[",), lambda: session.timeline.loop_from_here(True)),
        ("loop_out", tr("Loop up to here"), ("]",), lambda: session.timeline.loop_from_here(False)),
        ("loop_off", tr("No loop"), ("\\",), lambda: session.timeline.set_loop(None)),
    )
    for id_, words, keys, run in entries:
        yield Command(id_, menu, words, keys, run, moving, reason=still)
