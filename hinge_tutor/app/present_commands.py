"""Commands of somebody who presents: begin and end, screens, pointer, hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.pointing import OFF
from hinge_tutor.app.presenting import Presenting
from hinge_tutor.app.reasons import first, unless
from hinge_tutor.app.session import Session

# One press of a key moves the pointer so, across and down.
WAYS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}


def present_commands(session: Session, presentation: Presenting) -> Iterator[Command]:
    """All of them stay away while nobody presents, but for those that begin."""
    menu = tr("&Present")

    def on() -> bool:
        return presentation.on

    def start(from_start: bool) -> Callable[[], None]:
        return lambda: presentation.start(from_start and not presentation.on)

    yield Command(
        "present",
        menu,
        tr("Present from the start"),
        ("F5",),
        start(True),
        # Remotes send it again and again; whoever presents stays where they are.
        lambda: not presentation.on or presentation.over,
    )
    yield Command(
        "present_here", menu, tr("Present from here"), ("Shift+F5",), start(False), lambda: not on()
    )
    idle = unless(on, tr("Nobody is presenting now."))
    end = tr("End the presentation")
    yield Command("stop_presenting", menu, end, (), presentation.stop, on, reason=idle)
    yield Command(
        "console",
        menu,
        tr("Console"),
        ("Ctrl+F1",),
        presentation.toggle_console,
        lambda: on() and not presentation.two,
        lambda: presentation.over or presentation.two,
        first(idle, lambda: tr("It stands on your own screen already.")),
    )
    yield Command(
        "swap_screens",
        menu,
        tr("Swap the screens"),
        ("Ctrl+F5",),
        presentation.swap,
        lambda: presentation.two,
        reason=first(idle, lambda: tr("There is one screen only.")),
    )
    yield Command(
        "pointer",
        menu,
        tr("Pointer, then spotlight"),
        ("L",),
        lambda: presentation.point(presentation.pointer.next()),
        on,
        lambda: presentation.pointer.kind != OFF,
        idle,
    )
    words = (tr("Pointer left"), tr("Pointer right"), tr("Pointer up"), tr("Pointer down"))
    for (way, (across, down)), said in zip(WAYS.items(), words, strict=True):
        yield Command(
            f"pointer_{way.lower()}",
            menu,
            said,
            (f"Alt+Shift+{way}",),
            _moving(presentation, across, down),
            lambda: presentation.on and presentation.pointer.kind != OFF,
            reason=first(idle, lambda: tr("The pointer is off.")),
        )
    yield Command(
        "lower_hand",
        menu,
        tr("Take back the last hand"),
        ("Backspace",),
        session.lower_hand,
        lambda: session.counts_hands and sum(session.hands_raised) > 0,
        reason=first(idle, lambda: tr("No hands are counted now.")),
    )


def _moving(presentation: Presenting, across: int, down: int) -> Callable[[], None]:
    return lambda: presentation.point(presentation.pointer.moved(across, down))
