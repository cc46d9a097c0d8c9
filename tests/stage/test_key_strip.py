"""The stills of the strip: at one scale, inside their places, the one reached last marked."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.stage.key_moments import key_moments, reached
from hinge_tutor.stage.key_strip import Still, mm_per_px, still_picture, stills
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.shapes import Curve, Label, Plate
from tests.stage.company import sheet, three

WORDS = sheet().words
SIZE = (100.0, 110.0)


def row() -> list[Still]:
    return [still for each in three() for still in stills(each, WORDS, 5)]


def test_a_still_has_the_name_of_its_phase() -> None:
    found = stills(three()[0], WORDS, 5)
    take = three()[0].take
    assert [still.moment for still in found] == list(key_moments(take))
    names = [WORDS.phase("hip-hinge", moment.phase) for moment in key_moments(take)]
    assert [still.name for still in found] == names
    (label,) = still_picture(found[-1], SIZE, 20.0, 1.0, Options(), False).named("name")
    assert isinstance(label, Label)
    assert label.text == names[-1]


def test_all_stills_fit_their_places_at_one_scale() -> None:
    scale = mm_per_px(row(), *SIZE, 1.0)
    for still in row():
        left, right, top = still.extent
        assert (right - left) / scale <= SIZE[0]
        assert top / scale <= SIZE[1]
        picture = still_picture(still, SIZE, scale, 1.0, Options(), False)
        assert (picture.width, picture.height) == pytest.approx((100 * scale, 110 * scale))
        for shape in picture.shapes:
            if isinstance(shape, Curve) and shape.name != "ground":
                assert min(shape.points[0::2]) >= -1e-6
                assert max(shape.points[0::2]) <= picture.width + 1e-6


def test_small_figures_keep_only_the_layers_that_can_be_seen() -> None:
    everything = Options(frozenset(LAYERS))
    shown = still_picture(row()[0], SIZE, 20.0, 1.0, everything, False).layers()
    assert {"muscles", "bones"} <= shown
    assert not shown & {"labels", "angles", "trails", "balance", "props"}


def test_the_current_one_is_told_by_a_frame_and_by_bold_letters() -> None:
    still = row()[0]
    plain, marked = (still_picture(still, SIZE, 20.0, 1.0, Options(), on) for on in (False, True))
    assert not plain.named("current")
    (frame,) = marked.named("current")
    assert isinstance(frame, Plate)
    assert frame.line == "accent"
    weights = [p.named("name")[0] for p in (plain, marked)]
    assert [label.weight for label in weights if isinstance(label, Label)] == ["regular", "bold"]


@pytest.mark.parametrize("movement", ["hip-hinge", "deadlift", "vertical-jump"])
def test_the_pose_that_was_reached_last_is_marked(movement: str) -> None:
    take = perform(movement, body("default")).take
    moments = key_moments(take)
    for number, moment in enumerate(moments):
        assert reached(take, moments, moment.time_s) == number
        # A hair before it, another one was the last.
        if moment.time_s > 0.0:
            assert reached(take, moments, moment.time_s - 1e-3) != number
    poses = {phase.id: phase.pose for phase in take.movement.phases}
    last = moments[reached(take, moments, take.duration_s)]
    assert last.pose == poses[take.spans[-1].phase]
