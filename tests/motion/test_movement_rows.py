"""Rows of movement files about supports, bands, loads and flights: right ones and wrong ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.movement import Movement, read_movement
from hinge_tutor.motion.pull_rows import leg_length
from tests.motion.small_movements import small, text_of

PHASE = '[[phase]]\nid = "set_up"'
FLAT = '[[support]]\nkind = "flat_foot"\nside = "near"'


def read(tmp_path: Path, text: str) -> Movement:
    file = tmp_path / "small.toml"
    file.write_text(text, encoding="utf-8")
    return read_movement(file)


# Fixture, what stands in it, what stands there instead, part of the line named, words said.
FAULTS = [
    ("split-lunge", 'kind = "forefoot"', 'kind = "forfoot"', "forfoot", ("forefoot", "palm")),
    ("split-lunge", 'side = "far"\n', "", "[[support]]", ("side is missing",)),
    ("split-lunge", 'side = "far"', 'side = "left"', "left", ("near", "far", "both")),
    ("split-lunge", "share = 0.4", "share = 0.9", "[[support]]", ("1.50", "sum to 1")),
    ("split-lunge", "share = 0.4", "share = 1.4", "1.4", ("0 … 1",)),
    ("split-lunge", "ahead = 0.45", "ahead = 45", "ahead = 45", ("-4 … 4",)),
    ("split-lunge", "ahead = 0.45", "height = 0.1\nheight_m = 0.1", "height_m", ("keep one",)),
    ("split-lunge", "ahead = 0.45", "behind = 0.45", "behind", ("not a name", "ahead")),
    ("step-up", '"brace", "breathe"', '"brace", "inhale"', "inhale", ("allowed", "breathe")),
    ("step-up", 'phases = ["set_up", "brace", "breathe"]', "phases = []", "phases", ("empty",)),
    ("all-fours", 'side = "both"', 'side = "near"', "near", ("symmetric", "both")),
    ("prone-curl", "height_m = 0.5\n", 'side = "near"\n', "side", ("trunk", "no side")),
    ("all-fours", 'start = "kneeling"', 'start = "kneling"', "kneling", ("kneeling",)),
    ("all-fours", 'start = "kneeling"\n', "", "poses", ("standing", "start")),
    ("all-fours", "arm_angle_deg = 5", "arm_angle_near_deg = 5", "arm_angle_near", ("symmetric",)),
    (
        "split-lunge",
        "hip_flexion_near_deg = 85",
        "hip_flexion_left_deg = 85",
        "left",
        ("no target",),
    ),
    ("split-hinge", "arm_angle = [0.0, 0.8]", "thorax_lean = [0.0, 0.8]", "onset", ("no onset",)),
    ("cable-hinge", "ahead = 1.5\nheight_m = 1.0\n", "", "on =", ("no other end", "ahead")),
    ("cable-hinge", "ahead = 1.5\n", "", "on =", ("no other end",)),
    ("cable-hinge", 'on = "hand"', 'on = "hand"\nside = "near"', "on =", ("symmetric", "both")),
    ("cable-hinge", "stack_kg = 4", "stack_kg = -4", "stack_kg", ("0.1 … 200",)),
    ("cable-hinge", "stack_kg = 4", "", "[[cable]]", ("stack_kg is missing",)),
    ("cable-hinge", 'on = "hand"', 'on = "handd"', "handd", ("no landmark", "hand")),
    (
        "cable-hinge",
        "stack_kg = 4",
        "stiffness_N_m = 4\nstack_kg = 4",
        "stiffness",
        ("not a name",),
    ),
    ("band-under-feet", "stiffness_N_m = 150", "stiffness_N_m = -150", "-150", ("1 … 5000",)),
    ("band-under-feet", 'to = "ball"', 'to = "hand"', "to =", ("to itself",)),
    ("band-under-feet", 'to = "ball"', 'to = "ball"\nahead = 1', "ahead", ("delete ahead",)),
    ("band-under-feet", 'at = "plate"', 'at = "plat"', "plat", ("plate",)),
    ("hop", "rise_m = 0.15", "rise_m = 15", "rise_m", ("0 … 1",)),
    ("hop", "[flight]\nrise_m = 0.15\n", "[flight]\n", "[[phase]]", ("nothing supports flight",)),
    ("hop", 'pose = "tuck"', 'pose = "tucked"', "tucked", ("tuck",)),
    ("hop", 'phases = ["ascent", "landing"]', 'phases = ["landing"]', "[[phase]]", ("both sides",)),
    ("hop", 'phases = ["ascent", "landing"]', "", "[[support]]", ("two rows",)),
    ("cable-hinge", 'on = "hand"', 'on = "xyzzy"', "xyzzy", ("no landmark", "allowed: ", "knee")),
    ("all-fours", "arm_angle_deg = 5", "xyzzy_deg = 5", "xyzzy", ("end in _deg: ", "arm_angle")),
    ("all-fours", "\nhip_flexion = ", "\nhip_flexoin = ", "flexoin", ('"hip_flexion"?',)),
    ("split-hinge", "arm_angle = [0.0, 0.8]", "arm_agnle = [0, 1]", "agnle", ('"arm_angle"?',)),
    (
        "step-up",
        '"brace", "breathe"',
        '"brace", "brace", "breathe"',
        '"brace", "brace"',
        ('phases names "brace" twice',),
    ),
]


@pytest.mark.parametrize(("name", "good", "bad", "line_holds", "said"), FAULTS)
def test_one_fault_gives_one_sentence_with_its_line(
    tmp_path: Path, name: str, good: str, bad: str, line_holds: str, said: tuple[str, ...]
) -> None:
    text = text_of(name)
    assert good in text
    with pytest.raises(AuthorErrors) as refused:
        read(tmp_path, text.replace(good, bad, 1))
    (error,) = refused.value.errors
    lines = (tmp_path / "small.toml").read_text(encoding="utf-8").splitlines()
    for word in said:
        assert word in error.problem
    assert line_holds in lines[error.line - 1]


def test_no_support_at_all_is_a_fault(tmp_path: Path) -> None:
    text = text_of("swinging-arms").replace('[[support]]\nkind = "flat_foot"\nside = "both"\n', "")
    with pytest.raises(AuthorErrors, match=r"support"):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ("", "a movement needs at least one [[{}]]; write one"),
        ("{} = []", "a movement needs at least one [[{}]]; write one"),
        ("{} = 7", "{} is 7; write a list"),
    ],
)
@pytest.mark.parametrize("rows", ["support", "phase"])
def test_rows_that_are_missing_are_said_once(
    tmp_path: Path, rows: str, whole: str, said: str
) -> None:
    blocks = re.split(r"(?m)^(?=\[)", text_of("swinging-arms"))
    kept = [block for block in blocks if not block.startswith(f"[[{rows}]]")]
    with pytest.raises(AuthorErrors) as refused:
        read(tmp_path, whole.format(rows) + "\n" + "".join(kept))
    told = [error.problem for error in refused.value.errors]
    assert [one for one in told if one.startswith(("a movement", rows))] == [said.format(rows)]


@pytest.mark.parametrize("tempo", ["", "tempo = 3", 'tempo = " "'])
def test_a_tempo_that_is_not_there_is_said_once(tmp_path: Path, tempo: str) -> None:
    text = re.sub(r"(?m)^tempo = .*-.*$", tempo, text_of("swinging-arms"), count=1)
    with pytest.raises(AuthorErrors) as refused:
        read(tmp_path, text)
    (error,) = refused.value.errors
    assert "write a" in error.problem or "write tempo" in error.problem


def test_shares_that_no_row_gives_are_even_in_every_phase() -> None:
    hop = {touch.name: touch.share for touch in small("hop").supports}
    assert set(hop.values()) == {0.5}
    bench = {touch.name: touch.share for touch in small("prone-curl").supports}
    assert bench["bench_thigh_near"] == pytest.approx(0.1)


def test_a_wall_carries_no_weight_by_itself() -> None:
    swing = {touch.name: touch.share for touch in small("wall-leg-swing").supports}
    assert swing == {"ground_near": 1.0, "wall_near": 0.0, "wall_far": 0.0}


def test_one_row_without_a_share_carries_what_the_others_leave(tmp_path: Path) -> None:
    text = text_of("split-lunge").replace("share = 0.4\n", "")
    shares = [touch.share for touch in read(tmp_path, text).supports]
    assert shares == pytest.approx([0.6, 0.4])


def test_bands_are_as_long_as_the_leg_asks_and_on_both_sides() -> None:
    made = body("height=1.3,mass=30")
    near, far = (tether.pull(made) for tether in small("cable-hinge").pulls)
    assert (near.name, near.on, far.on) == ("cable_near", "hand_near", "hand_far")
    assert near.to == pytest.approx((1.5 * leg_length(made), 1.0))
    (band,) = (tether.pull(made) for tether in small("hip-band-behind").pulls)
    assert (band.name, band.on, band.rest_length_m) == ("band", "hip_front", 1.0)
    assert band.to == pytest.approx((-1.5 * leg_length(made), 0.5 * leg_length(made)))


def test_a_name_with_a_side_goes_before_the_one_without(tmp_path: Path) -> None:
    text = text_of("split-lunge").replace(
        "knee_flexion_far_deg = 80", "knee_flexion_deg = 80\nhip_flexion_deg = 85"
    )
    targets = read(tmp_path, text).poses["deep"].targets
    assert {"knee_flexion", "knee_flexion_near", "hip_flexion"} <= set(targets)


SIDED_END = """
[[band]]
on = "hip_front"
to = "ball"
stiffness_N_m = 150
rest_length_m = 0.4
"""
MANY_ROWS = '[[support]]\nkind = "flat_foot"\nside = "both"\nshare = 0.0\n' * 30
AT_ITSELF = """
[[band]]
on = "hand"
side = "near"
to = "hand_near"
stiffness_N_m = 150
"""


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("cable-hinge", SIDED_END, 'to is "ball", which has two sides; write ball_near'),
        ("split-hinge", AT_ITSELF, "from a place to itself"),
        ("split-hinge", MANY_ROWS, "write at most 24"),
    ],
)
def test_rows_that_cannot_be_are_said_with_their_file(
    name: str, more: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "small.toml"
    path.write_text(text_of(name) + more, encoding="utf-8")
    with pytest.raises(AuthorErrors) as refused:
        read_movement(path)
    assert said in str(refused.value)
