"""`list` shows every name that the other commands take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.body.specification import presets
from hinge_tutor.cli import main
from hinge_tutor.lessons.course import order
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import TEACHING_PROPS, load_movement, movements


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main(["list", *words]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("lessons", order()),
        ("movements", movements()),
        ("faults", tuple(faults())),
        ("bodies", presets()),
        ("props", TEACHING_PROPS),
    ],
)
def test_every_name_is_listed(
    kind: str, names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [line.split()[0] for line in listed(capsys, kind)] == list(names)


def test_without_a_kind_everything_is_listed_under_headings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = listed(capsys)
    headings = [line for line in lines if not line.startswith(" ")]
    assert headings == ["lessons", "movements", "faults", "bodies", "props"]
    kinds = (order(), movements(), faults(), presets(), TEACHING_PROPS)
    assert len(lines) == len(kinds) + sum(map(len, kinds))


def test_a_fault_says_what_it_turns_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    said = {line.split()[0]: line for line in listed(capsys, "faults")}
    assert "Heels up: how high the heels rise. Seen in: Heel above" in said["heels-up"]
    assert "Drill: Ready position. On: squat" in said["heels-up"]


def test_a_movement_that_is_not_for_everybody_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    said = {line.split()[0]: line for line in listed(capsys, "movements")}
    assert "Not with a back injury." in said["jefferson-curl"]
    assert not said["hip-hinge"].endswith(".")


NEEDS = (
    ("hip-hinge", "Hip hinge: feet side by side; shown with a rod along the back, a wall behind"),
    ("banded-hinge", "Banded hip hinge: split stance; a band"),
    ("leg-swing", "Leg swing: a hand on a wall"),
    ("hip-distraction", "Banded hip distraction: hands and knees; a band"),
    ("leg-curl", "Leg curl: face down on a bench; a cable"),
    (
        "jefferson-curl",
        "Jefferson curl: feet on a block; a kettlebell, 8\u00a0% of the body's weight,",
    ),
    ("weighted-hinge", "a plate, 10\u00a0kg, on the mid back; shown with"),
    ("pick-up-paper-clip", "a paper clip, in one hand"),
)


@pytest.mark.parametrize(("movement", "needs"), NEEDS)
def test_a_movement_says_what_it_needs(
    movement: str, needs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {line.split()[0]: line for line in listed(capsys, "movements")}
    assert needs in said[movement]


Spoil = Callable[[str, str, str], None]


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Spoil]:
    """Ships another text in one lesson file; all of them are read again before and after."""
    shipped = shelf.lessons
    wrong: dict[str, Path] = {}

    def put(name: str, right: str, instead: str) -> None:
        folders = () if name == "faults.toml" else ("movements",)
        text = shipped(*folders, name).read_text(encoding="utf-8")
        assert right in text
        wrong[name] = tmp_path / name
        wrong[name].write_text(text.replace(right, instead, 1), encoding="utf-8")

    monkeypatch.setattr(shelf, "lessons", lambda *at: wrong.get(at[-1]) or shipped(*at))
    caches = (faults, load_movement)
    for cache in caches:
        cache.cache_clear()
    yield put
    for cache in caches:
        cache.cache_clear()


def test_a_broken_movement_is_listed_as_that_beside_the_others(
    spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil("hip-hinge.toml", "format = 1", "format = 2")
    said = {line.split()[0]: line for line in listed(capsys, "movements")}
    assert tuple(said) == movements()
    assert said["hip-hinge"].endswith("Hip hinge: cannot be read; see check")
    assert "feet side by side" in said["squat"]


def test_a_rule_that_is_none_is_listed_as_that(
    spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil("faults.toml", '"heels-stay-down"', '"heels-stay-up"')
    said = {line.split()[0]: line for line in listed(capsys, "faults")}
    assert "heels-stay-up (no such rule; see check)" in said["heels-up"]
    assert "Seen in: " in said["rounded-back"]


def test_a_broken_file_of_faults_keeps_no_other_kind_from_being_listed(
    spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil("faults.toml", "format = 1", "format = 2")
    lines = listed(capsys)
    assert "faults.toml:4: format is 2" in lines[lines.index("faults") + 1]
    assert [line for line in lines if not line.startswith(" ")][-2:] == ["bodies", "props"]
    assert main(["list", "faults"]) == 2


def test_who_asks_for_no_fault_does_not_need_their_file(
    spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil("faults.toml", "format = 1", "format = 2")
    assert main(["analyze", "squat"]) == 0
    capsys.readouterr()
    assert main(["analyze", "squat", "--fault", "heels-up"]) == 2
    assert "faults.toml:4: format is 2" in capsys.readouterr().err
