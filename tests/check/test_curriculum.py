"""What the course has to teach is listed, and what no lesson reaches is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hinge_tutor.check.curriculum import Curriculum, names, read, shipped, unreached
from hinge_tutor.lessons.lesson import Build, Cast, Lesson, StagePlan, Step
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import TEACHING_PROPS, movements

SMALL = Curriculum(ideas=("three-folds",), cues=("wall",), muscles=("glutes",))
ROUNDED = (("rounded-back", 0.6),)


def lesson(*builds: Build) -> Lesson:
    step = Step("s", "show", "S", "Look.", "", "", "", None, builds)
    return Lesson("a", 1, "A", 5, "", "", (step,), (), "01-a.md")


def build(cast: Cast) -> Build:
    return Build("B", StagePlan((cast,)), "Look.")


HINGE = build(Cast("hip-hinge", "hip-hinge"))


def left(*builds: Build) -> set[tuple[str, str]]:
    return {(kind, id_) for kind, id_, _ in unreached((lesson(*builds),), SMALL)}


def test_an_empty_course_reaches_nothing() -> None:
    assert left() == {
        *(("movement", id_) for id_ in movements()),
        *(("fault", id_) for id_ in faults()),
        *(("prop", id_) for id_ in TEACHING_PROPS),
        ("muscle", "glutes"),
        ("cue", "wall"),
        ("idea", "three-folds"),
    }


@pytest.mark.parametrize(
    ("shown", "reached"),
    [
        (HINGE, ("movement", "hip-hinge")),
        (build(Cast("h", "hip-hinge", faults=ROUNDED)), ("fault", "rounded-back")),
        (replace(HINGE, introduces=("glutes",)), ("muscle", "glutes")),
        (replace(HINGE, cue_id="wall"), ("cue", "wall")),
        (replace(HINGE, brings=("three-folds",)), ("idea", "three-folds")),
        (
            replace(HINGE, stage=replace(HINGE.stage, layers=("props",), props=("dowel",))),
            ("prop", "dowel"),
        ),
    ],
)
def test_a_build_reaches_what_it_shows_and_names(shown: Build, reached: tuple[str, str]) -> None:
    assert reached in left()
    assert reached not in left(shown)


def test_props_are_reached_where_their_layer_is_on() -> None:
    hidden = replace(HINGE, stage=replace(HINGE.stage, props=("dowel",)))
    assert ("prop", "dowel") in left(hidden)


def test_names_that_the_curriculum_does_not_have_are_told() -> None:
    wrong = replace(HINGE, brings=("three-fold",), cue_id="wal")
    idea, cue = (each.problem for each in names(lesson(wrong), SMALL))
    assert 'did you mean "three-folds"' in idea
    assert 'did you mean "wall"' in cue
    assert list(names(lesson(replace(HINGE, brings=("three-folds",))), SMALL)) == []


def test_the_shipped_curriculum_lists_ideas_cues_and_muscles() -> None:
    found = shipped()
    assert len(found.cues) == 12
    assert "glutes" in found.muscles
    assert "model-estimate" in found.ideas


def test_a_broken_curriculum_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "curriculum.toml"
    file.write_text("format = 1\n[ideas]\none = 2\n[cues]\n[muscles]\nterms = []\n")
    with pytest.raises(AuthorErrors) as problems:
        read(file)
    assert str(problems.value).startswith(f"{file}:3: one is 2; write a text")
