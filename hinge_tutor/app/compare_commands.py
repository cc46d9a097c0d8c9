"""Commands that arrange the figures of the stage and show what they differ in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from hinge_tutor.app.calling import called
from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import alone, asked, first, nobody, unless
from hinge_tutor.app.session import Session
from hinge_tutor.motion.shared_clock import PHASE, TIME, TURN
from hinge_tutor.stage.arrangement import BESIDE, OVERLAY, STACKED, VIEWS, Arrangement


def compare_commands(session: Session) -> Iterator[Command]:
    """View, swap, who is shown, mirror, clock, opacity, difference."""
    yield from _placing(session)
    yield from _watching(session)
    yield from _clocks(session)
    yield from _differing(session)


def _placing(session: Session) -> Iterator[Command]:
    """Where figures stand."""
    menu = tr("&Show")
    views = {
        BESIDE: tr("Figures side by side"),
        STACKED: tr("Figures under each other"),
        OVERLAY: tr("Figures over each other"),
    }

    def possible(view: str) -> Callable[[], bool]:
        # Over each other, figures would show at once what a question asks for.
        return lambda: _several(session) and not (view == OVERLAY and session.pending)

    def view(name: str) -> Callable[[], None]:
        return lambda: session.arrange(
            replace(session.options.arrangement, view=name), f"{views[name]}."
        )

    def next_view() -> None:
        place = VIEWS.index(session.arrangement.view)
        following = [VIEWS[(place + step) % len(VIEWS)] for step in (1, 2)]
        view(next(name for name in following if possible(name)()))()

    def in_view(name: str) -> Callable[[], bool]:
        return lambda: session.arrangement.view == name

    yield Command(
        "view",
        menu,
        tr("Next view of the figures"),
        ("V",),
        next_view,
        lambda: _several(session),
        reason=alone(session),
    )
    for name, words in views.items():
        yield Command(
            f"view_{name.replace(' ', '_')}",
            menu,
            words,
            (),
            view(name),
            possible(name),
            checked=in_view(name),
            reason=first(alone(session), asked(session)),
        )


def _watching(session: Session) -> Iterator[Command]:
    """Who is shown, from which side, and how much of the others shows through."""
    menu = tr("&Show")

    def swap() -> None:
        arrangement = session.options.arrangement.swapped(len(session.figures))
        _arrange(session, arrangement, tr("From left to right: %1."))

    def solo() -> None:
        arrangement = session.options.arrangement.next_solo(len(session.figures))
        _arrange(session, arrangement, tr("Shown: %1."))

    def mirror() -> None:
        turned = not session.options.arrangement.mirrored
        said = tr("The figures face left.") if turned else tr("The figures face right.")
        session.arrange(replace(session.options.arrangement, mirrored=turned), said)

    def fade(steps: int) -> Callable[[], None]:
        def run() -> None:
            arrangement = session.options.arrangement.turned(steps)
            percent = f"{100 * arrangement.opacity:.0f}"
            session.arrange(arrangement, tr("Opacity %1 %.").replace("%1", percent))

        return run

    def more_than_one() -> bool:
        return len(session.figures) > 1

    def swaps() -> bool:
        # The choices stand in the order of figures that are called by letters.
        return _several(session) and not session.veiled

    why = first(alone(session), asked(session))
    yield Command("swap", menu, tr("Swap the figures"), ("S",), swap, swaps, reason=why)
    yield Command(
        "solo",
        menu,
        tr("One figure alone, the next, all"),
        ("Ctrl+Shift+S",),
        solo,
        # Which one is right would be plain where only that one is left.
        lambda: more_than_one() and not session.pending,
        checked=lambda: len(session.shown) < len(session.figures),
        reason=first(unless(more_than_one, tr("There is only one figure.")), asked(session)),
    )
    yield Command(
        "mirror",
        menu,
        tr("Figures face left"),
        ("Z",),
        mirror,
        lambda: bool(session.figures),
        checked=lambda: session.arrangement.mirrored,
        reason=nobody(session),
    )

    def over() -> bool:
        return _several(session) and session.arrangement.view == OVERLAY

    for id_, words, key, steps in (
        ("more_opacity", tr("More of the figure on top"), "Ctrl+Up", 1),
        ("less_opacity", tr("Less of the figure on top"), "Ctrl+Down", -1),
    ):
        yield Command(
            id_,
            menu,
            words,
            (key,),
            fade(steps),
            over,
            reason=first(alone(session), unless(over, tr("The figures stand apart."))),
        )


def _clocks(session: Session) -> Iterator[Command]:
    """How the figures share a clock."""
    menu = tr("&Show")
    ways = {
        PHASE: tr("Figures at the same phase"),
        TURN: tr("Figures turn together"),
        TIME: tr("Each figure in real time"),
    }

    def share(sync: str) -> Callable[[], None]:
        return lambda: session.arrange(
            replace(session.options.arrangement, sync=sync), f"{ways[sync]}."
        )

    def shared(sync: str) -> Callable[[], bool]:
        return lambda: session.arrangement.sync == sync

    def next_clock() -> None:
        share(session.options.arrangement.next_sync().sync)()

    yield Command(
        "sync",
        menu,
        tr("Next way to share the clock"),
        ("Ctrl+Shift+T",),
        next_clock,
        lambda: _several(session),
        reason=alone(session),
    )
    for sync, words in ways.items():
        yield Command(
            f"sync_{sync}",
            menu,
            words,
            (),
            share(sync),
            lambda: _several(session),
            checked=shared(sync),
            reason=alone(session),
        )


def _differing(session: Session) -> Iterator[Command]:
    """What the figures differ in, on the stage and in the roll; never while somebody predicts."""
    menu = tr("&Show")

    def possible() -> bool:
        return _several(session) and not session.pending

    def difference() -> None:
        shown = not session.options.arrangement.difference
        from hinge_tutor.app.differing import difference_in_words

        said = difference_in_words(session) if shown else tr("The difference is hidden.")
        session.arrange(replace(session.options.arrangement, difference=shown), said)

    def signed() -> None:
        toggle_signed(session)

    why = first(alone(session), asked(session))

    yield Command(
        "difference",
        menu,
        tr("The only difference"),
        ("X",),
        difference,
        possible,
        checked=lambda: session.arrangement.difference,
        reason=why,
    )
    yield Command(
        "signed",
        menu,
        tr("Difference of efforts"),
        ("Ctrl+Shift+M",),
        signed,
        possible,
        checked=lambda: session.arrangement.signed,
        reason=why,
    )


def toggle_signed(session: Session) -> None:
    """The muscle roll as it is, or as the second figure minus the first."""
    signed = not session.options.arrangement.signed
    said = (
        tr("The muscle roll shows how much harder muscles work in the second figure.")
        if signed
        else tr("The muscle roll shows each figure's own work.")
    )
    session.arrange(replace(session.options.arrangement, signed=signed), said)


def _several(session: Session) -> bool:
    """Whether there is more than one figure to arrange."""
    return len(session.figures) > 1 and len(session.shown) > 1


def _arrange(session: Session, arrangement: Arrangement, said: str) -> None:
    """Arranges the figures and says who is shown then."""
    every = called(session)
    names = (every[number] for number in arrangement.shown(len(every)))
    session.arrange(arrangement, said.replace("%1", ", ".join(names)))
