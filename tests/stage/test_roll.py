"""The muscle roll shows the efforts it was given, over the shared clock."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from hinge_tutor.mechanics.ways import LEVEL_STARTS
from hinge_tutor.stage.anatomy import tone
from hinge_tutor.stage.fitting import MODES
from hinge_tutor.stage.roll import roll
from hinge_tutor.stage.shapes import Disc, Label, Plate, Strokes
from hinge_tutor.stage.strips import mark
from tests.stage.company import sheet, three
from tests.stage.drawn import numbers

WORDS = sheet().words


def test_a_strip_has_the_tone_of_the_effort_at_every_moment() -> None:
    made = roll(three()[:1], 1000, 200, WORDS)
    efforts = three()[0].efforts
    column = efforts.groups.index("glutes_near")
    strips = [s for s in made.picture.named("strip.glutes") if isinstance(s, Plate)]
    take = three()[0].take
    for t in np.linspace(0.02, 0.98, 25):
        x = made.left + t * (made.right - made.left)
        (strip,) = (s for s in strips if s.x <= x < s.x + s.width)
        effort = np.interp(t * take.duration_s, take.time_s, efforts.effort[:, column])
        wanted = tone(float(effort)) if effort >= LEVEL_STARTS[0] else 0
        # A step of the roll is a few pixels wide, so its tone may be that of a moment beside it.
        assert abs(int(strip.fill.removeprefix("muscle.")) - wanted) <= 2


def test_strips_fill_the_lane_without_gap_or_overlap() -> None:
    made = roll(three(), 1000, 240, WORDS)
    for lane in {s.name for s in made.picture.shapes if isinstance(s, Plate)}:
        rows: dict[float, list[Plate]] = {}
        for strip in made.picture.named(lane):
            if isinstance(strip, Plate):
                rows.setdefault(round(strip.y, 6), []).append(strip)
        assert len(rows) == 3
        for row in rows.values():
            assert row[0].x == pytest.approx(made.left)
            assert row[-1].x + row[-1].width == pytest.approx(made.right)
            for first, second in pairwise(row):
                assert first.x + first.width == pytest.approx(second.x)


@pytest.mark.parametrize("height", [90, 140, 220, 400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_at_any_height_everything_stays_inside_and_labels_apart(height: int, scale: float) -> None:
    made = roll(three(), 700, height, WORDS, scale)
    labels = [shape for shape in made.picture.shapes if isinstance(shape, Label)]
    assert len(labels) >= 2
    for label in labels:
        left, _, right, _ = label.box
        assert left >= -1e-6
        assert right <= 700 + 1e-6
    lanes = [label.box for label in labels if label.name not in ("key", "figures")]
    for above, below in pairwise(lanes):
        assert above[1] >= below[3] - 0.25 * (below[3] - below[1])
    for shape in made.picture.shapes:
        assert np.isfinite(list(numbers(shape))).all()


def test_the_playhead_runs_from_the_first_to_the_last_moment() -> None:
    made = roll(three(), 1000, 200, WORDS)
    for t, x in ((0.0, made.left), (1.0, made.right), (7.0, made.right)):
        (head,) = (s for s in made.playhead(t).shapes if isinstance(s, Disc))
        assert head.x == pytest.approx(x)
    assert made.time_at((made.left + made.right) / 2) == pytest.approx(0.5)
    assert made.time_at(-50) == 0.0


def test_every_way_of_working_has_a_mark_of_its_own_and_rest_has_none() -> None:
    marks = {mode: tuple(mark(mode, 0.0, 0.0, 2.0)) for mode in MODES}
    assert len(set(marks.values())) == len(MODES)
    assert mark("resting", 0.0, 0.0, 2.0) == []


def test_marks_can_be_told_from_the_strip_below() -> None:
    made = roll(three(), 1000, 300, WORDS)
    strokes = [s for s in made.picture.shapes if isinstance(s, Strokes) and s.name != "key"]
    assert strokes
    assert all(stroke.line.startswith("pattern.") for stroke in strokes)


def test_newcomers_see_seven_groups_and_the_last_has_no_number() -> None:
    made = roll(three(), 1000, 400, WORDS)
    lanes = [s.name for s in made.picture.shapes if isinstance(s, Label)][:7]
    assert lanes == [
        "glutes",
        "hamstrings",
        "back_extensors",
        "quadriceps",
        "calf",
        "rectus_abdominis",
        "bracing",
    ]
    plates = [s for s in made.picture.named("strip.bracing") if isinstance(s, Plate)]
    assert {s.fill for s in plates} == {"muscle.0"}
    # The brace is on before the descent and off while breathing: dots on the left, none at the end.
    dots = [s for s in made.picture.named("mark.bracing") if isinstance(s, Strokes)]
    assert len(dots) == len(three())
    assert all(max(each.points[::2]) < made.right - 20.0 for each in dots)


def test_students_see_fourteen_muscles_by_name() -> None:
    made = roll(three(), 1000, 600, WORDS, anatomical=True)
    names = {s.text for s in made.picture.shapes if isinstance(s, Label)}
    assert {"Gluteus maximus", "Soleus", "Multifidus", "Iliopsoas"} <= names
    lanes = {s.name for s in made.picture.shapes if s.name.startswith("strip.")}
    assert len(lanes) == 14


def test_a_lane_by_anatomy_has_its_own_muscle_s_effort() -> None:
    made = roll(three()[:1], 1000, 600, WORDS, anatomical=True)
    states = three()[0].efforts.anatomical
    column = states.groups.index("vasti_near")
    strips = [s for s in made.picture.named("strip.vasti") if isinstance(s, Plate)]
    strongest = max(int(s.fill.removeprefix("muscle.")) for s in strips)
    most = float(states.effort[:, column].max())
    assert abs(strongest - (tone(most) if most >= LEVEL_STARTS[0] else 0)) <= 2
