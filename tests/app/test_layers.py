"""Layers in the window: their keys and menu, what stays away from a question, names, confidence."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize

from hinge_tutor.app.route import Spot
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.session import Session
from hinge_tutor.app.view_commands import LAYER_KEYS
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.confidence import DISPUTED
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.stage.names import DASHES_EM
from hinge_tutor.stage.options import LAYERS
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Label, Strokes

from .conftest import unasked

SHEET = QSize(1280, 640)
WHO_WORKS = Spot(0, 1, 4)


def painted(session: Session) -> Picture:
    return Scenery(session, lambda: 1.0).picture(SHEET, 0.55)


def texts(picture: Picture) -> set[str]:
    return {shape.text for shape in picture.shapes if isinstance(shape, Label)}


def question(session: Session) -> Spot:
    """The first build of the course that asks."""
    return next(spot for spot in session.route.spots if session.route.build(spot).question)


# A movement beside itself with a round back.
PAIR = StagePlan(
    (
        Cast("right", "hip-hinge"),
        Cast("round", "hip-hinge", faults=(("rounded-back", 1.0),)),
    )
)


def test_every_layer_has_a_command_and_a_place_in_the_menu(window: Window) -> None:
    layers = window.commands
    for layer in LAYERS:
        before = window.session.options.shows(layer)
        layers.run(f"layer_{layer}")
        assert window.session.options.shows(layer) is not before


def test_every_layer_with_a_key_is_switched_by_it(window: Window) -> None:
    for layer, key in LAYER_KEYS.items():
        command = window.commands.by_key(key)
        assert command is not None
        assert command.id == f"layer_{layer}"


def test_findings_are_seen_where_a_fault_is_shown(session: Session) -> None:
    unasked(session)
    session.try_out(PAIR)
    assert not session.pending
    session.set_options(replace(session.options, layers=frozenset({"findings"})))
    names = [
        shape.name
        for t in (0.2, 0.4, 0.5, 0.6, 0.8)
        for shape in Scenery(session, lambda: 1.0).picture(SHEET, t).shapes
    ]
    assert any(name.startswith("finding.") for name in names)


def test_while_a_question_is_open_findings_stay_away_and_come_back_with_its_answer(
    session: Session,
) -> None:
    session.go(question(session))
    session.set_options(replace(session.options, layers=frozenset({"findings", "muscles"})))
    assert session.pending
    assert "findings" not in painted(session).layers()
    # What was switched on stays on for afterwards.
    assert session.options.shows("findings")


def test_muscles_are_called_on_the_stage_as_in_the_roll(session: Session) -> None:
    session.go(WHO_WORKS)
    session.set_options(replace(session.options, layers=frozenset({"muscles", "labels"})))
    words = session.words
    for anatomical in (True, False):
        session.change_settings(replace(session.settings, anatomical_names=anatomical))
        assert words.muscle_label("hamstrings", anatomical) in texts(painted(session))
        assert words.muscle_label("hamstrings", not anatomical) not in texts(painted(session))


def test_a_disputed_claim_dots_the_leader_of_its_muscle(session: Session) -> None:
    session.go(WHO_WORKS)
    session.set_options(replace(session.options, layers=frozenset({"muscles", "labels"})))
    figures = list(session.figures)
    assert not session.pending
    session.set_disputed((f"{figures[0]}.level.hamstrings@turn >= 1",))
    shapes = painted(session).named("label.hamstrings")
    lines = [shape for shape in shapes if isinstance(shape, Strokes)]
    sizes = [shape.size for shape in shapes if isinstance(shape, Label)]
    dashes = [line.dash / size for line, size in zip(lines, sizes, strict=True)]
    assert [abs(dash - DASHES_EM[DISPUTED]) < 1e-9 for dash in dashes] == [
        number == 0 for number in range(len(dashes))
    ]
