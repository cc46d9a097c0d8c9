"""Commands that change what is shown and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from hinge_tutor.app.cards import switch_cues
from hinge_tutor.app.command import Command
from hinge_tutor.app.inspector import Inspector
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import TEXT_PERCENT, THEMES
from hinge_tutor.stage.options import LAYERS, next_preset

LAYER_KEYS = {
    "muscles": "M",
    "angles": "A",
    "balance": "C",
    "trails": "T",
    "labels": "I",
    "forces": "U",
    "findings": "Alt+E",
    "legend": "Alt+I",
    "props": "J",
}


class Screen(Protocol):
    """What the window can do, for those who only give commands."""

    bare: bool

    def describe(self) -> None: ...
    def set_bare(self, bare: bool) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def next_pane(self) -> None: ...
    def close_innermost(self) -> None: ...
    def leave(self) -> None: ...


def layer_commands(session: Session) -> Iterator[Command]:
    """The presets and each layer."""
    menu = tr("&Show")

    def preset() -> None:
        session.set_options(next_preset(session.options))

    def switch(layer: str) -> Callable[[], None]:
        return lambda: session.set_options(session.options.switched(layer))

    def on(layer: str) -> Callable[[], bool]:
        return lambda: session.options.shows(layer)

    yield Command("preset", menu, tr("Next set of layers"), ("Y",), preset)
    for layer in LAYERS:
        keys = (LAYER_KEYS[layer],) if layer in LAYER_KEYS else ()
        words = session.words.layer(layer)
        yield Command(f"layer_{layer}", menu, words, keys, switch(layer), checked=on(layer))


def part_commands(inspector: Inspector) -> Iterator[Command]:
    """From joint to muscle to joint, while the stage has the focus."""
    menu = tr("&Show")
    for id_, words, key, run in (
        ("next_part", tr("Next joint or muscle"), "Down", inspector.next_part),
        ("previous_part", tr("Last joint or muscle"), "Up", inspector.previous_part),
    ):
        yield Command(id_, menu, words, (key,), run, inspector.active)


def screen_commands(session: Session, screen: Screen) -> Iterator[Command]:
    """The screen as a whole."""
    menu = tr("&Show")

    def blank(color: str) -> Callable[[], None]:
        return lambda: session.set_blank(color)

    def is_blank(color: str) -> Callable[[], bool]:
        return lambda: session.blank == color

    yield Command("describe", menu, tr("Say the pose in words"), ("D",), screen.describe)
    yield Command(
        "bare",
        menu,
        tr("Stage only"),
        ("H",),
        lambda: screen.set_bare(not screen.bare),
        checked=lambda: screen.bare,
    )
    yield Command("full_screen", menu, tr("Full screen"), ("F11",), screen.toggle_full_screen)
    yield Command("black", menu, tr("Black"), (".", "B"), blank("black"), checked=is_blank("black"))
    yield Command("white", menu, tr("White"), (",", "W"), blank("white"), checked=is_blank("white"))
    yield Command(
        "freeze",
        menu,
        tr("Freeze the picture"),
        ("F",),
        lambda: session.set_frozen(not session.frozen),
        checked=lambda: session.frozen,
    )


def look_commands(
    session: Session, screen: Screen, preferences: Callable[[], None]
) -> Iterator[Command]:
    """Text size, colors, preferences, panes."""
    menu = tr("&View")

    def size(steps: int) -> Callable[[], None]:
        def run() -> None:
            place = TEXT_PERCENT.index(session.settings.text_percent) + steps
            percent = TEXT_PERCENT[min(max(place, 0), len(TEXT_PERCENT) - 1)]
            session.change_settings(
                replace(session.settings, text_percent=percent if steps else TEXT_PERCENT[0])
            )

        return run

    def theme(name: str) -> Callable[[], None]:
        return lambda: session.change_settings(replace(session.settings, theme=name))

    def in_theme(name: str) -> Callable[[], bool]:
        return lambda: session.settings.theme == name

    yield Command("larger", menu, tr("Larger text"), ("Ctrl+=",), size(1))
    yield Command("smaller", menu, tr("Smaller text"), ("Ctrl+-",), size(-1))
    yield Command("usual_size", menu, tr("Usual text size"), ("Ctrl+0",), size(0))
    names = (tr("Light colors"), tr("Dark colors"), tr("Projector colors"))
    for name, words in zip(THEMES, names, strict=True):
        yield Command(f"theme_{name}", menu, words, (), theme(name), checked=in_theme(name))
    yield Command(
        "anatomical_names",
        menu,
        tr("Muscles by anatomical names"),
        ("Alt+N",),
        lambda: session.change_settings(
            replace(session.settings, anatomical_names=not session.settings.anatomical_names)
        ),
        checked=lambda: session.settings.anatomical_names,
    )
    yield Command(
        "cue_wording",
        menu,
        tr("Cues said of the body"),
        ("Alt+U",),
        lambda: switch_cues(session),
        checked=lambda: session.settings.inner_cues,
    )
    yield Command("next_pane", menu, tr("Next pane"), ("F6",), screen.next_pane)
    yield Command("preferences", menu, tr("Preferences…"), ("Ctrl+,",), preferences)
