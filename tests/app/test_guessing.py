"""A figure's ghost is led to where somebody thinks it will be, and then told from the truth."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QWidget

from hinge_tutor.app.guess_card import GuessCard
from hinge_tutor.app.present_view import PresentView
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.way_row import WaySlider
from hinge_tutor.app.window import Window
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.lessons.progress import Place
from hinge_tutor.stage.shapes import Label, Strokes

from .conftest import GUESSES, READ, Opened, settle
from .test_keys import press

DRAG, WATCH, TELL = Spot(0, 1, 0), Spot(0, 1, 1), Spot(0, 1, 2)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
# A hand that follows whole px is half a px off; that is some mm of the figure.
FOLLOWS_M = 0.004
CONTACT_M = 1e-6
SIZES = [((1024, 640), 100), ((1280, 800), 100), ((1280, 800), 200), ((1024, 640), 200)]


def ready(window: Window) -> None:
    window.session.go(DRAG)
    settle()
    assert window.session.guessing


def handle(window: Window) -> QPointF:
    """Where the ghost's handle is, px of the stage, as it was painted last."""
    window.learn.stage.repaint()
    assert window.learn.guess is not None
    found = window.learn.guess.place()
    assert found is not None
    return found


def pull(window: Window, by: QPoint, steps: int = 8) -> None:
    """Presses the handle and moves it in some steps; the button stays down."""
    stage, begin = window.learn.stage, handle(window).toPoint()
    QTest.mousePress(stage, LEFT, NONE, begin)
    for step in range(1, steps + 1):
        QTest.mouseMove(stage, begin + QPoint(by.x() * step // steps, by.y() * step // steps))
        settle()


def drop(window: Window, by: QPoint) -> None:
    QTest.mouseRelease(window.learn.stage, LEFT, NONE, by)
    settle()


def card(window: Window) -> GuessCard:
    found = window.learn.lesson.findChild(GuessCard)
    assert isinstance(found, GuessCard)
    return found


def sliders(window: Window) -> tuple[WaySlider, WaySlider]:
    across, height = card(window).findChildren(WaySlider)
    return across, height


def button(window: Window, text: str) -> QPushButton:
    return next(b for b in card(window).findChildren(QPushButton) if b.text() == text)


def said(window: Window) -> str:
    """Everything the card says."""
    labels = card(window).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible()).replace("\u00a0", " ")


def place_m(window: Window) -> tuple[float, float]:
    guess = window.session.guess
    assert guess is not None
    return guess.at_m


def guessed(window: Window) -> bool:
    """Whether there is a guess, kept or not."""
    return window.session.guess is not None


def truth_m(window: Window) -> tuple[float, float]:
    take = window.session.figures["squat"].take
    x, y = take.at(take.turn_s).point("mid_hip")
    return float(x), float(y)


def on_stage(window: Window, name: str) -> list[str]:
    """The texts of that name on the stage."""
    window.learn.stage.repaint()
    painted = window.learn.stage.painted
    assert painted is not None
    shapes = painted.named(name)
    return [shape.text if isinstance(shape, Label) else type(shape).__name__ for shape in shapes]


def told(window: Window, at_m: tuple[float, float] | None, reached: bool = True) -> None:
    """To the build that tells, at the moment that was asked for, with a guess or without one.

    One that is not `reached` is at a place to which nobody leads the ghost.
    """
    session = window.session
    ready(window)
    if at_m is not None:
        window.learn.guessing.lead(*at_m)
        if not reached:
            assert session.guess is not None
            session.put_guess(replace(session.guess, at_m=at_m))
        session.keep_guess()
    session.go(TELL)
    session.timeline.play(False)
    session.timeline.stand_deepest()
    settle()


def test_whoever_opens_the_tutor_there_can_guess_at_once(opened: Opened) -> None:
    memory = Memory(None)
    memory.settings, memory.place = READ, Place("guessing", 2, 1)
    window = opened(memory=memory, lesson=GUESSES)
    assert window.session.spot == DRAG
    assert on_stage(window, "guess.word") == ["Plate", "your guess"]
    start = handle(window)
    pull(window, QPoint(-20, 40))
    drop(window, QPoint(0, 0))
    assert handle(window).y() > start.y() + 30


def test_a_pointer_leads_the_ghost_and_the_figure_stands_still(guesses: Window) -> None:
    ready(guesses)
    session = guesses.session
    before = session.figures["squat"].take
    start = handle(guesses)
    pull(guesses, QPoint(-30, 60))
    assert session.figures["squat"].take is before
    drop(guesses, QPoint(0, 0))
    ended = handle(guesses)
    assert math.dist((ended.x(), ended.y()), (start.x() - 30, start.y() + 60)) < 3
    assert session.guess is not None
    assert not session.guess.kept
    assert session.graded() is None
    assert session.plan is session.build.stage
    assert not session.trying


def test_the_ghosts_whole_body_follows_and_stands(guesses: Window) -> None:
    ready(guesses)
    held = guesses.learn.guessing.start
    assert held is not None
    guesses.learn.guessing.lead_by(-20, -30)
    guess, take = guesses.session.guess, guesses.session.figures["squat"].take
    assert guess is not None
    ghost, start = Pose(take.body, guess.q), Pose(take.body, held.q)
    assert float(ghost.value("knee_flexion_near")) > math.radians(60)
    assert float(ghost.value("hip_flexion_near")) > math.radians(60)
    assert ghost.point("c7")[0] > start.point("c7")[0]
    for contact in take.contacts:
        assert math.dist(ghost.point(contact.point), contact.target_m) < CONTACT_M
    assert held.place.weight_x(guess.q) == pytest.approx(held.place.weight_x(held.q), abs=1e-5)


def test_the_ghost_has_an_outline_and_a_word_of_its_own(guesses: Window) -> None:
    ready(guesses)
    assert on_stage(guesses, "guess.word") == ["Plate", "your guess"]
    painted = guesses.learn.stage.painted
    assert painted is not None
    (edge,) = painted.named("guess.edge")
    assert isinstance(edge, Strokes)
    # Dashes: every second stroke begins where no other ends.
    assert len(edge.points) > 100
    assert len(on_stage(guesses, "handle.hip")) == 3 + 4 + 2
    assert not on_stage(guesses, "guess.line")
    guesses.session.keep_guess()
    assert guesses.session.guessing, "nothing was dragged yet, so there is nothing to keep"


@pytest.mark.parametrize(
    ("key", "modifier", "dx", "dy"),
    [
        (Qt.Key.Key_Left, NONE, -1, 0),
        (Qt.Key.Key_Down, NONE, 0, -1),
        (Qt.Key.Key_Down, SHIFT, 0, -5),
        (Qt.Key.Key_Left, SHIFT, -5, 0),
    ],
)
def test_arrows_lead_it_by_a_centimeter_and_with_shift_by_five(
    guesses: Window, key: Qt.Key, modifier: Qt.KeyboardModifier, dx: int, dy: int
) -> None:
    ready(guesses)
    # From a place in which the body can go anywhere.
    guesses.learn.guessing.lead_by(-20, -30)
    x, y = place_m(guesses)
    stage = guesses.learn.stage
    stage.setFocus()
    QTest.keyClick(stage, key, modifier)
    settle()
    assert math.dist(place_m(guesses), (x + dx / 100, y + dy / 100)) < FOLLOWS_M
    assert guesses.session.timeline.time_s == pytest.approx(0.6), "time does not move"
    ahead, above = 20 - dx, 30 - dy
    assert stage.accessibleDescription().replace("\u00a0", " ") == (
        f"{ahead} cm back, {above} cm down"
    )


def test_sliders_and_their_buttons_lead_it_as_well(guesses: Window) -> None:
    ready(guesses)
    across, height = sliders(guesses)
    across.setValue(-20)
    height.setValue(-30)
    settle()
    held = guesses.learn.guessing.start
    assert held is not None
    x, y = held.at_m
    assert math.dist(place_m(guesses), (x - 0.20, y - 0.30)) < FOLLOWS_M
    assert "20 cm back" in said(guesses)
    assert "30 cm down" in said(guesses)
    for name, dx, dy in (
        ("One centimeter back", -1, 0),
        ("One centimeter up", 0, 1),
        ("One centimeter forward", 1, 0),
        ("One centimeter down", 0, -1),
    ):
        x, y = place_m(guesses)
        buttons = card(guesses).findChildren(QToolButton)
        next(b for b in buttons if b.accessibleName() == name).click()
        settle()
        assert math.dist(place_m(guesses), (x + dx / 100, y + dy / 100)) < FOLLOWS_M, name
    x, y = place_m(guesses)
    QTest.keyClick(height, Qt.Key.Key_Down, SHIFT)
    settle()
    assert math.dist(place_m(guesses), (x, y - 0.05)) < FOLLOWS_M
    pull(guesses, QPoint(-20, 10))
    drop(guesses, QPoint(0, 0))
    way = guesses.learn.guessing.way_cm
    assert (across.value(), height.value()) == tuple(map(round, way))


def test_a_place_beyond_reach_leads_to_the_nearest_and_the_slider_says_so(guesses: Window) -> None:
    ready(guesses)
    across, _ = sliders(guesses)
    across.setValue(across.minimum())
    settle()
    ahead, _ = guesses.learn.guessing.way_cm
    assert -70 < ahead < -15
    assert across.value() == round(ahead)


def test_a_figure_that_faces_left_is_led_the_way_the_pointer_goes(guesses: Window) -> None:
    ready(guesses)
    guesses.commands.run("mirror")
    settle()
    start = handle(guesses)
    pull(guesses, QPoint(30, 60))
    drop(guesses, QPoint(0, 0))
    ended = handle(guesses)
    assert ended.x() > start.x() + 20
    assert guesses.learn.guessing.way_cm[0] < -5, "to the right is backward now"
    across, _ = sliders(guesses)
    assert across.invertedAppearance()
    before = guesses.learn.guessing.way_cm[0]
    stage = guesses.learn.stage
    stage.setFocus()
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert guesses.learn.guessing.way_cm[0] < before
    before = guesses.learn.guessing.way_cm[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(across, key, SHIFT)
        settle()
    assert guesses.learn.guessing.way_cm[0] == pytest.approx(before, abs=0.6)


def test_nothing_moves_the_figures_while_a_guess_is_open_or_waits(guesses: Window) -> None:
    session = guesses.session
    for keep in (False, True):
        ready(guesses) if not keep else None
        if keep:
            guesses.learn.guessing.lead_by(-10, -10)
            session.keep_guess()
        for id_ in ("play", "replay", "forward", "next_pose", "deepest", "digit_3"):
            guesses.commands.run(id_)
        session.timeline.seek(0.5)
        QTest.keyClick(guesses, Qt.Key.Key_End)
        assert session.timeline.time_s == pytest.approx(0.6)
        assert not session.timeline.clock.playing
        transport = guesses.learn.transport
        play = next(b for b in transport.findChildren(QToolButton) if b.objectName() == "round")
        assert not play.isEnabled()
    session.go(WATCH)
    assert session.timeline.clock.playing


def test_escape_takes_back_what_a_hand_is_doing(guesses: Window) -> None:
    ready(guesses)
    pull(guesses, QPoint(-20, 30))
    assert guessed(guesses)
    QTest.keyClick(guesses.learn.stage, Qt.Key.Key_Escape)
    assert not guessed(guesses)
    drop(guesses, QPoint(5, 5))
    assert not guessed(guesses)
    guesses.learn.guessing.lead_by(-10, -10)
    settle()
    before = place_m(guesses)
    pull(guesses, QPoint(-20, 30))
    guesses.close_innermost()
    assert place_m(guesses) == before
    drop(guesses, QPoint(5, 5))
    assert place_m(guesses) == before


def test_a_click_that_does_not_pull_is_no_guess(guesses: Window) -> None:
    ready(guesses)
    QTest.mouseClick(guesses.learn.stage, LEFT, NONE, handle(guesses).toPoint() + QPoint(4, 3))
    settle()
    assert not guessed(guesses)
    assert not button(guesses, "That is my guess").isEnabled()
    assert guesses.session.options.highlight == "hip", "it shows what lies there, as everywhere"


@pytest.mark.parametrize("how", ["button", "enter", "enter on the stage", "enter on a slider"])
def test_it_can_be_changed_until_it_is_kept(guesses: Window, how: str) -> None:
    ready(guesses)
    session = guesses.session
    guesses.learn.guessing.lead_by(-5, -5)
    guesses.learn.guessing.lead_by(-10, -20)
    settle()
    kept = place_m(guesses)
    if how == "button":
        QTest.mouseClick(button(guesses, "That is my guess"), LEFT)
    else:
        places: dict[str, QWidget] = {
            "enter": guesses.learn.lesson,
            "enter on the stage": guesses.learn.stage,
            "enter on a slider": sliders(guesses)[0],
        }
        places[how].setFocus()
        QTest.keyClick(places[how], Qt.Key.Key_Return)
    settle()
    assert session.spot == DRAG, "it does not lead on"
    assert session.guess is not None
    assert session.guess.kept
    assert "Kept. Next shows it." in said(guesses)
    assert not button(guesses, "That is my guess").isVisible()
    guesses.learn.guessing.lead_by(-30, -30)
    pull_at = guesses.learn.stage.rect().center()
    QTest.mousePress(guesses.learn.stage, LEFT, NONE, pull_at)
    QTest.mouseRelease(guesses.learn.stage, LEFT, NONE, pull_at)
    assert place_m(guesses) == kept
    # What had the focus is gone; nobody is led back by the next Enter.
    assert not isinstance(guesses.focusWidget(), QPushButton)
    QTest.keyClick(guesses.focusWidget(), Qt.Key.Key_Return)
    assert session.spot == WATCH


def test_enter_leads_on_where_nothing_was_dragged(guesses: Window) -> None:
    ready(guesses)
    press(guesses, Qt.Key.Key_Return)
    assert guesses.session.spot == WATCH
    assert not guessed(guesses)


def test_whoever_has_dragged_and_goes_on_has_guessed(guesses: Window) -> None:
    ready(guesses)
    guesses.learn.guessing.lead_by(-10, -20)
    guesses.commands.run("next")
    assert guesses.session.guess is not None
    assert guesses.session.guess.kept
    guesses.session.reset_step()
    guesses.learn.guessing.lead_by(-10, -20)
    guesses.commands.run("next_step")
    guesses.session.go(DRAG)
    assert guesses.session.guess is not None
    assert not guesses.session.guess.kept, "who skips the step has not"


def test_a_guess_waits_through_back_and_forth_and_goes_with_the_step(guesses: Window) -> None:
    ready(guesses)
    session = guesses.session
    guesses.learn.guessing.lead_by(-12, -22)
    before = place_m(guesses)
    session.go(Spot(0, 0, 0))
    ready(guesses)
    assert place_m(guesses) == before
    assert "12 cm back" in said(guesses)
    guesses.learn.guessing.nudge(-0.01, 0.0)
    assert math.dist(place_m(guesses), (before[0] - 0.01, before[1])) < FOLLOWS_M
    session.keep_guess()
    session.go(WATCH)
    assert on_stage(guesses, "guess.word") == ["Plate", "your guess"]
    assert guessed(guesses)
    session.reset_step()
    assert not guessed(guesses)
    assert session.guessing
    assert button(guesses, "That is my guess").isVisible()


def test_the_truth_is_told_with_centimeters_degrees_and_the_belief(guesses: Window) -> None:
    ready(guesses)
    x, y = truth_m(guesses)
    told(guesses, (x + 0.05, y + 0.12))
    assert "Your guess is 13 cm off: 12 cm too high and 5 cm too far forward." in said(guesses)
    assert "121° in the movement" in said(guesses)
    assert "You may have thought: The hips drop only a little." in said(guesses)
    assert "They sink by 48 cm: all joints of the legs fold." in said(guesses)
    assert button(guesses, "Show me again").isVisible()
    assert on_stage(guesses, "guess.word") == ["Plate", "your guess"]
    assert [text.replace("\u00a0", " ") for text in on_stage(guesses, "guess.far")] == [
        "Plate",
        "13 cm",
    ]
    assert len(on_stage(guesses, "guess.line")) == 2
    assert not on_stage(guesses, "handle.hip")
    session = guesses.session
    graded = session.graded()
    assert graded is not None
    assert not graded.right
    assert graded.asker == ("guessing", 1, 0)
    button(guesses, "Show me again").click()
    assert session.timeline.clock.playing
    assert session.timeline.time_s < 0.5
    assert not on_stage(guesses, "guess.line"), "measured where the figure gets there"
    assert on_stage(guesses, "guess.word")


def test_a_guess_on_another_side_hears_another_belief(guesses: Window) -> None:
    ready(guesses)
    x, y = truth_m(guesses)
    told(guesses, (x + 0.12, y + 0.02), reached=False)
    assert "In a squat the hips go straight down." in said(guesses)
    guesses.session.reset_step()
    # Nobody's belief is known of who is too low: the truth alone is told.
    told(guesses, (x, y - 0.08))
    assert "You may have thought" not in said(guesses)
    assert "They go 24 cm back and 48 cm down." in said(guesses)
    assert "Yes." not in said(guesses)


def test_a_guess_that_is_met_hears_a_yes(guesses: Window) -> None:
    ready(guesses)
    x, y = truth_m(guesses)
    told(guesses, (x + 0.02, y + 0.03))
    assert "Yes. They go 24 cm back and 48 cm down." in said(guesses)
    assert "You may have thought" not in said(guesses)
    assert not button(guesses, "Show me again").isVisible()
    graded = guesses.session.graded()
    assert graded is not None
    assert graded.right


def test_without_a_guess_the_truth_is_told_without_a_ghost(guesses: Window) -> None:
    told(guesses, None)
    assert "They go 24 cm back and 48 cm down." in said(guesses)
    assert "off" not in said(guesses)
    assert not on_stage(guesses, "guess.edge")
    assert guesses.session.graded() is None
    guesses.session.go(Spot(0, 2, 0))
    settle()
    assert not card(guesses).isVisible()


def test_an_audience_sees_figures_and_prompt_and_then_the_truth(guesses: Window) -> None:
    session = guesses.session
    ready(guesses)
    guesses.learn.guessing.lead_by(-12, -22)
    session.keep_guess()
    guesses.present(from_start=False)
    settle()
    audience = guesses.findChild(PresentView)
    assert audience is not None
    shown = [label.text() for label in audience.findChildren(QLabel) if label.isVisible()]
    assert any("Drag the squat's hips" in text for text in shown)
    assert not session.guessing
    assert not guessed(guesses)
    painted = audience.stage.painted
    assert painted is not None
    assert "guess" not in painted.layers()
    # The teacher may show whatever helps.
    guesses.commands.run("deepest")
    assert session.timeline.time_s > 1.0
    for spot in (WATCH, TELL):
        press(guesses, Qt.Key.Key_PageDown)
        assert session.spot == spot
    settle()
    shown = [label.text() for label in audience.findChildren(QLabel) if label.isVisible()]
    assert any("✓ They go 24 cm back and 48 cm down." in text for text in shown)
    painted = audience.stage.painted
    assert painted is not None
    assert "guess" not in painted.layers()
    guesses.close_innermost()
    settle()
    assert session.spot == DRAG, "the learner's own place"
    assert guessed(guesses)
    press(guesses, Qt.Key.Key_PageDown)
    press(guesses, Qt.Key.Key_PageDown)
    assert "Your guess is" in said(guesses), "what was guessed alone is there again"


@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_everything_to_guess_with_has_its_room(
    opened: Opened, size: tuple[int, int], percent: int
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent)
    window = opened(size, settings, lesson=GUESSES)
    ready(window)
    window.learn.guessing.lead_by(-15, -25)
    settle()
    for widget in (*sliders(window), *card(window).findChildren(QToolButton)):
        assert min(widget.width(), widget.height()) >= 24
    for label in card(window).findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
    area = window.learn.lesson.findChild(QScrollArea)
    assert area is not None
    body = area.widget()
    assert body is not None
    inside = QRect(QPoint(0, 0), body.size())
    for widget in (*sliders(window), button(window, "That is my guess")):
        assert inside.contains(QRect(widget.mapTo(body, QPoint(0, 0)), widget.size()))
    told(window, (0.1, 0.8))
    seen = QRect(area.viewport().mapTo(window, QPoint(0, 0)), area.viewport().size())
    reason = card(window).told.reason
    assert seen.contains(QRect(reason.mapTo(window, QPoint(0, 0)), reason.size()))
    painted = window.learn.stage.painted
    assert painted is not None
    for name in ("guess.word", "guess.far"):
        for shape in painted.named(name):
            if isinstance(shape, Label):
                left, low, right, high = shape.box
                assert left >= 0
                assert low >= 0
                assert right <= painted.width
                assert high <= painted.height
