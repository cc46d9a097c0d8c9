"""Keys that somebody chose take the place of the usual ones; what is no choice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hinge_tutor.app.bound_keys import bound, refusal, with_keys
from hinge_tutor.app.command import Command, Commands


def made(id_: str, *keys: str, menu: str = "&Motion") -> Command:
    return Command(id_, menu, id_.capitalize(), keys, lambda: None)


USUAL = (
    made("next", "PgDown", "N"),
    made("close", "Esc"),
    made("play", "Space", "Alt+K"),
    made("replay", "R"),
    made("lessons", menu="&Lesson"),
)


def keys(lines: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in bound(USUAL, lines).commands}


CHOICES: tuple[tuple[str, tuple[str, ...], dict[str, tuple[str, ...]]], ...] = (
    ("nothing", (), {"play": ("Space", "Alt+K")}),
    ("others", ("play: K P",), {"play": ("K", "P"), "replay": ("R",)}),
    ("none", ("replay:",), {"replay": ()}),
    ("one of another's", ("play: R",), {"play": ("R",), "replay": ()}),
    ("changed places", ("play: R", "replay: Space"), {"play": ("R",), "replay": ("Space",)}),
    ("a key that stays", ("next: M",), {"next": ("PgDown", "M")}),
    ("the same twice", ("play: K K",), {"play": ("K",)}),
)


@pytest.mark.parametrize(("lines", "wanted"), [c[1:] for c in CHOICES], ids=[c[0] for c in CHOICES])
def test_what_is_chosen_counts(lines: tuple[str, ...], wanted: dict[str, tuple[str, ...]]) -> None:
    found = keys(lines)
    assert {id_: found[id_] for id_ in wanted} == wanted
    assert bound(USUAL, lines).problems == ()


FAULTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("garbage", ("play = K",), ("play = K", "passed over")),
    ("no name of a key", ("play: Spacebar",), ("play: Spacebar",)),
    ("no such command", ("plya: K",), ("plya", "no such command")),
    ("a remote's key", ("play: Esc",), ("Esc", "Play", "cannot be given away")),
    ("a menu's letter", ("play: P Alt+L",), ("Alt+L", "Play", "cannot be given away")),
    ("the way on", ("play: Tab",), ("Tab", "Play")),
    ("two with one key", ("play: K", "replay: K"), ("K", "Play", "Replay", "usual keys")),
)


@pytest.mark.parametrize(("lines", "said"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    lines: tuple[str, ...], said: tuple[str, ...]
) -> None:
    (problem,) = bound(USUAL, lines).problems
    assert all(part in problem for part in said)
    assert keys(lines) == {command.id: command.keys for command in USUAL}


def test_a_line_that_is_wrong_does_not_spoil_the_others() -> None:
    found = keys(("play: Spacebar", "replay: K", "nothing"))
    assert (found["play"], found["replay"]) == (("Space", "Alt+K"), ("K",))


def test_a_choice_is_written_as_what_differs_from_the_usual() -> None:
    lines: tuple[str, ...] = ()
    commands = Commands(USUAL, lambda: lines, bound)
    lines = with_keys(commands, lines, "play", ("Space", "R"))
    assert sorted(lines) == ["play: Space R", "replay:"]
    lines = with_keys(commands, lines, "replay", ("R",))
    assert sorted(lines) == ["play: Space"]
    lines = with_keys(commands, lines, "play", ("Space", "Alt+K"))
    assert lines == ()


def test_lines_of_another_version_stay() -> None:
    lines = ("of_tomorrow: K",)
    commands = Commands(USUAL, lambda: lines, bound)
    assert with_keys(commands, lines, "play", ("P",)) == ("of_tomorrow: K", "play: P")


def test_two_commands_that_share_a_key_by_mistake_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="share a key"):
        Commands((made("play", "K"), made("replay", "K")))


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("PgDown", "remotes"),
        ("Esc", "remotes"),
        ("Return", "Enter goes on"),
        ("Tab", "from control to control"),
        ("Shift+Backtab", "from control to control"),
        ("Alt+L", "Lesson"),
        ("R", ""),
        ("Ctrl+PgDown", ""),
    ],
)
def test_a_key_that_cannot_be_had_says_why(key: str, part: str) -> None:
    commands = Commands((*USUAL, made("keep_guess", "Return")))
    said = refusal(commands, "play", key)
    assert part in said
    assert bool(said) == bool(part)
