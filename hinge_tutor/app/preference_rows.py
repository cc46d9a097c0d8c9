"""What there is to choose in the preferences: sections, their rows, and what each choice sets.

A row more is one more `Row` in the section it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.language import known_languages
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import TEXT_PERCENT, THEMES, Settings
from hinge_tutor.app.units import METRIC, US
from hinge_tutor.stage.plot_names import PLOTS

WORDS, LOOK, MOTION, KEYS, STAGE, PRESENT, DATA = (
    *("words", "look", "motion", "keys", "stage", "present", "data"),
)
# What nobody chose as a matter of taste, or has a way back of its own.
NOT_USUAL = ("language", "health_note_read", "packs", "keys")

# A choice: its words, and the settings with it made.
Choice = tuple[str, Callable[[Settings], Settings]]


@dataclass(frozen=True)
class Row:
    """One thing to choose, and what there is to choose from."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Section:
    """Rows that belong together; the card adds buttons of its own to some."""

    id: str
    title: str
    rows: tuple[Row, ...] = ()


def sections(session: Session) -> tuple[Section, ...]:
    """Everything that can be chosen, in its order."""
    return (
        Section(WORDS, tr("Language and words"), _words()),
        Section(LOOK, tr("Colors and text"), _look()),
        Section(MOTION, tr("Motion and sound"), (*_motion(), *_sound())),
        Section(KEYS, tr("Keys"), _keys()),
        Section(STAGE, tr("Under the figures"), _stage(session)),
        Section(PRESENT, tr("Presenting"), _present()),
        Section(DATA, tr("My data")),
    )


def usual(settings: Settings) -> Settings:
    """The settings as at the first start, but for what is no matter of taste."""
    kept: dict[str, Any] = {name: getattr(settings, name) for name in NOT_USUAL}
    return Settings(**kept)


def _words() -> tuple[Row, ...]:
    known = known_languages()
    spoken = tuple((each.name, _set(language=each.code)) for each in known)
    return (
        *((Row(tr("Language"), spoken),) if len(known) > 1 else ()),
        Row(
            tr("Muscle names"),
            (
                (tr("Plain"), _set(anatomical_names=False)),
                (tr("Anatomical"), _set(anatomical_names=True)),
            ),
        ),
        Row(
            tr("Cues"),
            (
                (tr("As a picture"), _set(inner_cues=False)),
                (tr("Said of the body"), _set(inner_cues=True)),
            ),
        ),
        Row(
            tr("Lengths and weights"),
            (
                (tr("Centimeters, kilograms"), _set(units=METRIC)),
                (tr("Feet, pounds"), _set(units=US)),
            ),
        ),
    )


def _look() -> tuple[Row, ...]:
    names = (tr("Light"), tr("Dark"), tr("Projector"))
    themes = zip(names, THEMES, strict=True)
    return (
        Row(tr("Colors"), tuple((name, _set(theme=theme)) for name, theme in themes)),
        Row(
            tr("Text size"),
            tuple((f"{size} %", _set(text_percent=size)) for size in TEXT_PERCENT),
        ),
    )


def _motion() -> tuple[Row, ...]:
    return (
        Row(
            tr("Figures"),
            (
                (tr("In motion"), _set(reduced_motion=False)),
                (tr("From pose to pose"), _set(reduced_motion=True)),
            ),
        ),
    )


def _sound() -> tuple[Row, ...]:
    return (
        Row(
            tr("When practicing along"),
            (
                (tr("Silent"), _set(practice_tick=False)),
                (tr("A tick at each phase"), _set(practice_tick=True)),
            ),
        ),
        Row(
            tr("The lesson"),
            (
                (tr("Only written"), _set(narration=False)),
                (tr("Read aloud, too"), _set(narration=True)),
            ),
        ),
    )


def _keys() -> tuple[Row, ...]:
    return (
        Row(
            tr("Letters, digits and signs"),
            (
                (tr("Are keys"), _set(letter_keys=True)),
                (tr("Do nothing"), _set(letter_keys=False)),
            ),
        ),
    )


def _stage(session: Session) -> tuple[Row, ...]:
    return (
        Row(
            tr("Key poses"),
            ((tr("Hidden"), _set(key_strip=False)), (tr("Shown"), _set(key_strip=True))),
        ),
        Row(tr("Plots"), ((tr("Hidden"), _set(plots=False)), (tr("Shown"), _set(plots=True)))),
        Row(
            tr("Which plot"),
            tuple((session.words.plot(name), _set(plot=name)) for name in PLOTS),
        ),
    )


def _present() -> tuple[Row, ...]:
    return (
        Row(
            tr("When presenting"),
            (
                (tr("Projector colors"), _set(present_in_projector=True)),
                (tr("My colors"), _set(present_in_projector=False)),
            ),
        ),
    )


def _set(**changed: Any) -> Callable[[Settings], Settings]:
    return lambda settings: replace(settings, **changed)
