"""The heaviest load is one that can be done, with one that cannot just above it."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.heaviest import CLOSE_KG, MOST_KG, heaviest
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load


@pytest.mark.parametrize("specification", ["default", "default-woman", "tall"])
@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_it_can_be_done_and_the_next_step_cannot(movement: str, specification: str) -> None:
    def make(load: Load) -> Repetition:
        return perform(movement, body(specification), load=load)

    found = heaviest(make)
    assert found.load_kg is not None
    assert found.obstacle is not None
    assert found.load_kg % CLOSE_KG == 0.0
    assert not make(Load(found.load_kg)).efforts.lacking_Nm
    above = make(Load(found.load_kg + CLOSE_KG))
    assert found.obstacle.joint in above.efforts.lacking_Nm
    assert found.obstacle.phase in above.take.phase


def test_a_stronger_body_can_do_more() -> None:
    def limit(specification: str) -> float:
        person = body(specification)
        return heaviest(lambda load: perform("hip-hinge", person, load=load)).load_kg or 0.0

    assert limit("strength=80%") < limit("default") < limit("strength=150%")


def test_a_body_that_is_too_weak_for_itself_has_no_limit() -> None:
    """A long, deep lean with a fifth of the usual strength is too much already."""
    person = body("strength=20%,mass=120")
    found = heaviest(lambda load: perform("squat", person, load=load))
    assert found.load_kg is None
    assert found.obstacle is not None
    assert found.obstacle.lacking_Nm > 1.0


def test_standing_with_a_load_at_the_hips_has_no_limit_that_is_tried() -> None:
    """Straight legs carry it along their bones: the muscles hardly notice."""
    found = heaviest(lambda load: Repetition(still(body("strength=300%"), {}, load=load)), "hips")
    assert found.load_kg == MOST_KG
    assert found.obstacle is None


@pytest.mark.parametrize("movement", ["kettlebell-swing", "deadlift", "pick-up-paper-clip"])
def test_what_a_movement_is_usually_done_with_is_no_limit(movement: str) -> None:
    person = body("default")
    found = heaviest(lambda load: perform(movement, person, load=load), at="")
    assert found.load_kg is not None
    assert found.load_kg >= load_movement(movement).usual_load_kg(person)
    assert found.obstacle is not None
