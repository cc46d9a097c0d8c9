"""`list` shows every name that the other commands take."""

from __future__ import annotations

import pytest

from hinge_tutor.body.specification import presets
from hinge_tutor.cli import main
from hinge_tutor.lessons.course import order
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import TEACHING_PROPS, movements


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
