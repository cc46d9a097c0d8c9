"""A scene that is shared says figures and how they are shown, and is read as it is written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.lessons.lesson import PLAYS, REGIONS
from hinge_tutor.lessons.scene_error import LONGEST_SENTENCE, SceneError
from hinge_tutor.lessons.scene_text import LONGEST, parse_scene
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.movement import TEACHING_PROPS
from hinge_tutor.motion.phases import PHASES
from hinge_tutor.motion.shared_clock import SYNCS
from hinge_tutor.stage.arrangement import VIEWS, Arrangement
from hinge_tutor.stage.options import LAYERS
from hinge_tutor.stage.scene_settings import SETTINGS, USUAL_LAYERS
from hinge_tutor.stage.shared_scene import (
    SharedScene,
    is_shared,
    parse_shared,
    read_shared,
    write_shared,
)

FIGURES = parse_scene("squat*20:back/3-1-1-1^80|hip-hinge+rounded-back=60@tall|squat").movements


def some(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of these words in their own order."""
    return st.sets(st.sampled_from(words)).map(lambda kept: tuple(w for w in words if w in kept))


ARRANGEMENTS = st.builds(
    Arrangement,
    view=st.sampled_from(VIEWS),
    order=st.sampled_from([(), (1, 0), (2, 0, 1)]),
    hidden=st.sampled_from([frozenset(), frozenset({1}), frozenset({0, 2})]),
    mirrored=st.booleans(),
    opacity=st.integers(0, 100).map(lambda percent: percent / 100),
    sync=st.sampled_from(SYNCS),
    difference=st.booleans(),
    signed=st.booleans(),
)


@given(
    ARRANGEMENTS,
    some(LAYERS),
    some(TEACHING_PROPS),
    st.none() | st.sampled_from((*GROUPS, *REGIONS)),
    st.integers(5, 200).map(lambda percent: percent / 100),
    st.sampled_from(PLAYS),
    st.none() | st.sampled_from(PHASES) | st.integers(0, 1000).map(lambda t: t / 1000),
    st.booleans(),
)
def test_what_is_written_is_read_again(
    arrangement: Arrangement,
    layers: tuple[str, ...],
    props: tuple[str, ...],
    highlight: str | None,
    speed: float,
    play: str,
    at: float | str | None,
    same_height: bool,
) -> None:
    plan = replace(
        parse_scene("squat"),
        movements=FIGURES,
        layers=layers,
        props=props,
        highlight=highlight,
        speed=speed,
        play=play,
        at=at,
        same_height=same_height,
    )
    text = write_shared(SharedScene(plan, arrangement))
    read = parse_shared(text)
    assert "\n" not in text
    assert read.arrangement == arrangement
    assert read.plan == plan
    assert write_shared(read) == text


def test_what_is_as_usual_is_not_written() -> None:
    usual = parse_shared("hinge: squat|hip-hinge")
    assert write_shared(usual) == "hinge: squat | hip-hinge"
    assert usual.plan.layers == USUAL_LAYERS
    assert usual.plan.play == "loop"


def test_a_text_may_be_broken_over_lines_and_have_notes() -> None:
    text = """
    # Two squats.

    Hinge: squat*20:back
            /3-1-1-1^80
         | hip-hinge+rounded-back=60@tall,
            ankle=30;
    view = overlay ;
      # half through
      opacity=50%;
    mirror;
    """
    scene = parse_shared(text.replace("\n", "\r\n"))
    assert [cast.movement for cast in scene.plan.movements] == ["squat", "hip-hinge"]
    assert scene.plan.movements[1].body == "tall, ankle=30"
    assert (scene.arrangement.view, scene.arrangement.mirrored) == ("overlay", True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hinge:squat", True),
        ("  \n HINGE: squat", True),
        ("# note\nhinge: squat", True),
        ("squat", False),
        ("", False),
        ("hinge squat", False),
        ("see hinge: squat", False),
    ],
)
def test_a_text_says_itself_whether_it_is_meant_for_a_scene(text: str, meant: bool) -> None:
    assert is_shared(text) is meant


HOSTILE = [
    ("", "A scene begins with hinge:"),
    ("squat", "A scene begins with hinge:"),
    ("hinge:", "not of the form MOVEMENT"),
    ("hinge: squat |", "not of the form MOVEMENT"),
    ("hinge: squat | squat | squat | squat", "up to 3 figures and this one has 4"),
    ("hinge: sqaut", "Did you mean 'squat'?"),
    ("hinge: squat@giant", "giant"),
    ("hinge: squat@height=nan", "height=nan is not a number"),
    ("hinge: hip-hinge+heels-up", "does not belong to hip-hinge"),
    ("hinge: squat; viw=overlay", 'did you mean "view"?'),
    ("hinge: squat; view=overlap", 'did you mean "overlay"?'),
    ("hinge: squat; view", "view needs a value"),
    ("hinge: squat; view=", "view needs a value"),
    ("hinge: squat; mirror=yes", "mirror has no value"),
    ("hinge: squat; mirror; mirror", "mirror is said twice"),
    ("hinge: squat; opacity=nan", "give a number from 0 to 100"),
    ("hinge: squat; opacity=101", "give a number from 0 to 100"),
    ("hinge: squat; speed=0", "give a number from 5 to 200"),
    ("hinge: squat; at=nan", "give a number from 0 to 1"),
    ("hinge: squat; at=inf", "allowed: set_up"),
    ("hinge: squat; at=trun", 'did you mean "turn"?'),
    ("hinge: squat; layers=muscels", 'did you mean "muscles"?'),
    ("hinge: squat; layers=muscles,", 'layers has ""'),
    ("hinge: squat; order=2", "a figure that is not there; there are 1"),
    ("hinge: squat; order=1-1", "by their numbers"),
    ("hinge: squat; order=x", "by their numbers"),
    ("hinge: squat; hide=1", "Everybody is hidden"),
    ("hinge: squat; highlight=glute", 'did you mean "glutes"?'),
    ("hinge: \0\x1b[2J", "There is no movement"),
    ("hinge: squat" + " a" * 3_000, "too long for a name"),
    ("hinge: squat@" + "x=1," * 1_500, "x is given twice"),
    ("hinge: " + "squat|" * 1_000, "up to 3 figures"),
    ("hinge: squat" + ";" * 5_000 + "x", 'There is no setting "x"'),
    ("hinge: " + "x" * 500_000, f"up to {LONGEST:,} signs"),
]


@pytest.mark.parametrize(("text", "said"), HOSTILE)
def test_what_is_no_scene_is_one_short_sentence(text: str, said: str) -> None:
    with pytest.raises(SceneError, match=re.escape(said)) as caught:
        parse_shared(text)
    assert "\n" not in str(caught.value)
    assert str(caught.value).replace("…", "").isprintable()
    assert len(str(caught.value)) <= LONGEST_SENTENCE + 1


@given(st.text(st.sampled_from("hinge:squatviewmr|;=#+@*/^%,-.10 \n\0é"), max_size=80))
def test_whatever_is_pasted_is_a_scene_or_a_sentence(text: str) -> None:
    try:
        scene = parse_shared(f"hinge: squat{text}")
    except SceneError as refusal:
        said = str(refusal)
    else:
        said = write_shared(scene)
        assert write_shared(parse_shared(said)) == said
    assert said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("hinge: squat |\n# x\n sqaut; at=turn", 3, "Did you mean 'squat'?"),
        ("# x\nhinge: squat\n  ; at=turn\n  ; viw=overlay", 4, 'There is no setting "viw"'),
        ("hinge: squat;\nat=turn;\nmirror;\nmirror", 4, "said twice"),
        ("\n\nsquat", 3, "begins with hinge:"),
        ("hinge:\nsquat | squat |\nsquat |\nsquat", 4, "up to 3 figures"),
        ("hinge: " + "x" * 9_000, 1, "up to 8,000 signs"),
    ],
)
def test_a_file_is_told_of_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = tmp_path / "pair.hinge"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorErrors) as caught:
        read_shared(file)
    (error,) = caught.value.errors
    assert (error.file, error.line) == (str(file), line)
    assert said in error.problem


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"x" * 500_001, "at most 0.5 MB"),
        (b"hinge: squat\n\xff\xfe", "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n", "not UTF-8"),
        (b"", "begins with hinge:"),
        (b"\0" * 499_999, "up to 8,000 signs"),
    ],
)
def test_what_is_no_text_is_told_at_once(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "pair.hinge"
    file.write_bytes(content)
    with pytest.raises(AuthorErrors, match=re.escape(said)):
        read_shared(file)


def test_a_file_is_the_text_itself(tmp_path: Path) -> None:
    text = "hinge: squat*20:back | hip-hinge; view=overlay; at=turn"
    file = tmp_path / "pair.hinge"
    file.write_text(text + "\n", encoding="utf-8")
    assert read_shared(file) == parse_shared(text)


def test_every_setting_says_its_form() -> None:
    for name, setting in SETTINGS.items():
        assert setting.flag or setting.form, name
        assert name == name.lower()
