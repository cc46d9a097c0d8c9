"""Commands for what can stand under the stage: plots and the key poses, and their data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from hinge_tutor.app.command import Command
from hinge_tutor.app.dock import Dock
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import asked, first, nobody
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Settings
from hinge_tutor.stage.plot_names import PLOTS


def dock_commands(session: Session, dock: Dock) -> Iterator[Command]:
    """Plots, which of them, the strip of key poses, and saving their data."""
    menu = tr("&Show")

    def somebody() -> bool:
        return bool(session.repetitions)

    def untold() -> bool:
        # The file would say which faults there are.
        return somebody() and not session.veiled

    def change(settings: Settings, on: bool, shown: Callable[[], bool]) -> None:
        session.change_settings(settings)
        if on and dock.on_screen and not shown():
            session.say(_no_room(session))

    def plots() -> bool:
        return dock.plots.isVisible()

    def strip() -> bool:
        return dock.strip.isVisible()

    def switch_plots() -> None:
        wanted = not session.settings.plots
        change(replace(session.settings, plots=wanted), wanted, plots)

    def switch_strip() -> None:
        wanted = not session.settings.key_strip
        change(replace(session.settings, key_strip=wanted), wanted, strip)

    def choose(name: str) -> Callable[[], None]:
        return lambda: change(replace(session.settings, plots=True, plot=name), True, plots)

    def chosen(name: str) -> Callable[[], bool]:
        return lambda: session.settings.plots and session.settings.plot == name

    none = nobody(session)
    yield Command(
        "key_strip",
        menu,
        tr("Key poses"),
        ("K",),
        switch_strip,
        somebody,
        lambda: session.settings.key_strip,
        none,
    )
    words, on = tr("Plots"), lambda: session.settings.plots
    yield Command("plots", menu, words, ("Q",), switch_plots, somebody, on, none)
    for name in PLOTS:
        words = tr("Plot: %1").replace("%1", session.words.plot(name))
        yield Command(f"plot_{name}", menu, words, (), choose(name), somebody, chosen(name), none)
    words, why = tr("Save the figures' data…"), first(none, asked(session))
    yield Command("save_data", menu, words, (), dock.save, untold, reason=why)


def _no_room(session: Session) -> str:
    """Why nothing came up: an open question, or a window that is too low."""
    if session.pending:
        return tr("They wait until the question is answered, since they might tell the answer.")
    return tr("There is no room for them here; they show as soon as the window is higher.")
