"""The technique map is worked out between frames, moved by any hand, and silent when hidden."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hinge_tutor.app.chrome import Look, chrome
from hinge_tutor.app.heat_work import MOST_KEPT, HeatWork
from hinge_tutor.app.program import application
from hinge_tutor.app.technique_map import TechniqueMap
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.technique import COARSE, FINE, QUANTITIES
from hinge_tutor.lessons.mixing import Percents
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.corners import BlendError
from hinge_tutor.motion.take import Load
from hinge_tutor.stage.palette import load_palette
from tests.app.conftest import settle

NOTHING = Load(0.0, "hands")


@pytest.fixture
def work(qapp: QApplication) -> Iterator[HeatWork]:
    assert qapp is application()
    made = HeatWork()
    made.set_seen(True)
    yield made
    made.set_seen(False)
    made.deleteLater()


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[TechniqueMap]:
    """A map of the usual body in a window of its own, worked out."""
    assert qapp is application()
    made = TechniqueMap(words())
    palette = load_palette("light")
    made.set_look(Look(palette, chrome(palette), 1.0))
    made.resize(360, 560)
    made.set_figure(body("default"), NOTHING, (50, 30, 20))
    made.show()
    made.work.finish()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


def heard(shown: TechniqueMap) -> list[Percents]:
    found: list[Percents] = []
    shown.mixed.connect(lambda percents, _held: found.append(percents))
    return found


# ── working it out ───────────────────────────────────────────────────────────────────────────────


def test_a_coarse_map_comes_first_and_the_timer_ends_with_the_fine_one(work: HeatWork) -> None:
    steps: list[int] = []
    work.changed.connect(lambda: steps.append(work.map.steps if work.map else 0))
    work.ask(body("default"), NOTHING)
    assert work.running
    work.finish()
    assert list(dict.fromkeys(steps)) == [0, COARSE, FINE]
    assert not work.busy
    assert not work.running


def test_what_is_asked_anew_takes_the_place_of_what_was_asked(work: HeatWork) -> None:
    work.ask(body("default"), NOTHING)
    for _ in range(6):
        work.on_rest()
    work.ask(body("tall"), NOTHING)
    work.finish()
    assert work.map is not None
    again = HeatWork()
    again.ask(body("tall"), NOTHING)
    again.finish()
    assert again.map is not None
    id_ = QUANTITIES[0]
    assert work.map.values[id_] == pytest.approx(again.map.values[id_])
    assert not work.running


def test_nothing_is_worked_out_while_nobody_sees_it(work: HeatWork) -> None:
    work.set_seen(False)
    work.ask(body("default"), NOTHING)
    QTest.qWait(80)
    assert not work.running
    assert work.map is None
    work.set_seen(True)
    assert work.running


def test_the_last_maps_are_there_again_at_once(work: HeatWork) -> None:
    loads = [Load(float(kg), "hands") for kg in range(MOST_KEPT + 1)]
    for load in loads:
        work.ask(body("default"), load)
        work.finish()
    last = work.map
    work.ask(body("default"), loads[1])
    assert not work.busy
    assert work.map is not None
    assert work.map is not last
    work.ask(body("default"), loads[0])
    assert work.busy


def test_what_cannot_be_blended_is_said_in_one_sentence(
    work: HeatWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def part() -> None:
        raise BlendError("There is nothing between them.")

    def refuse(*_given: object) -> Iterator[None]:
        return iter(part, 0)

    monkeypatch.setattr("hinge_tutor.app.heat_work.technique_map", refuse)
    work.ask(body("default"), NOTHING)
    work.finish()
    assert work.map is None
    assert work.problem == "There is nothing between them."
    assert not work.running


# ── moving the point ─────────────────────────────────────────────────────────────────────────────


def test_arrow_keys_move_the_point_by_five_and_with_shift_by_one(shown: TechniqueMap) -> None:
    asked = heard(shown)
    for key, shift, percents in (
        (Qt.Key.Key_Up, False, (55, 27, 18)),
        (Qt.Key.Key_Right, False, (55, 22, 23)),
        (Qt.Key.Key_Left, True, (55, 23, 22)),
        (Qt.Key.Key_Down, True, (54, 24, 22)),
    ):
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(shown.view, key, held)
        assert shown.percents == percents
        settle()
    assert asked[-1] == (54, 24, 22)
    assert len(asked) == 4


def test_dragging_moves_it_and_beyond_the_rim_it_stays_on_the_rim(shown: TechniqueMap) -> None:
    drawn = shown.view.current()
    assert drawn is not None
    asked = heard(shown)

    def at(shares: tuple[float, float, float]) -> QPoint:
        place = drawn.triangle.place(shares)
        return QPoint(round(place.real), round(shown.view.height() - place.imag))

    QTest.mousePress(shown.view, Qt.MouseButton.LeftButton, pos=at((0.2, 0.4, 0.4)))
    settle()
    assert asked[-1] == pytest.approx((20, 40, 40), abs=1)
    QTest.mouseMove(shown.view, at((0.6, 0.2, 0.2)))
    QTest.mouseRelease(shown.view, Qt.MouseButton.LeftButton, pos=at((0.6, 0.2, 0.2)))
    QTest.mousePress(shown.view, Qt.MouseButton.LeftButton, pos=at((1.4, -0.2, -0.2)))
    settle()
    assert shown.percents == (100, 0, 0)


def test_it_says_whether_a_hand_holds_the_point_and_when_it_lets_go(shown: TechniqueMap) -> None:
    said: list[object] = []
    shown.mixed.connect(lambda percents, held: said.append((percents, held)))
    shown.released.connect(lambda: said.append("released"))
    middle = shown.view.rect().center()
    QTest.mousePress(shown.view, Qt.MouseButton.LeftButton, pos=middle)
    there = shown.percents
    settle()
    QTest.mouseRelease(shown.view, Qt.MouseButton.LeftButton, pos=middle)
    assert said == [(there, True), "released"]
    QTest.keyClick(shown.view, Qt.Key.Key_Up)
    settle()
    assert said[2:] == [(shown.percents, False)]
    shown.sliders[0].setSliderDown(True)
    shown.sliders[0].setValue(90)
    shown.sliders[0].setSliderDown(False)
    assert said[3:] == [(shown.percents, False), "released"]


def test_many_moves_before_the_window_has_time_are_one(shown: TechniqueMap) -> None:
    asked = heard(shown)
    for hinge in range(50, 80):
        shown.on_moved((hinge, 100 - hinge, 0))
    assert asked == []
    settle()
    assert asked == [(79, 21, 0)]


def test_each_slider_and_each_number_says_the_same_and_leaves_the_rest(
    shown: TechniqueMap,
) -> None:
    asked = heard(shown)
    shown.sliders[1].setValue(60)
    settle()
    assert asked == [(29, 60, 11)]
    assert [number.value() for number in shown.numbers] == [29, 60, 11]
    shown.numbers[2].setValue(100)
    settle()
    assert shown.percents == (0, 0, 100)
    assert [slider.value() for slider in shown.sliders] == [0, 0, 100]


def test_a_host_that_sets_the_figure_is_not_told_of_it(shown: TechniqueMap) -> None:
    asked = heard(shown)
    shown.set_figure(body("default"), NOTHING, (0, 100, 0))
    settle()
    assert asked == []
    assert shown.view.percents == (0, 100, 0)


# ── reading it ───────────────────────────────────────────────────────────────────────────────────


def test_it_says_where_the_point_is_and_what_the_value_is_there(shown: TechniqueMap) -> None:
    view = QAccessible.queryAccessibleInterface(shown.view)
    assert view.text(QAccessible.Text.Name) == "Technique map"
    said = view.text(QAccessible.Text.Description)
    assert said.startswith("Hinge 50, squat 30, bend 20\u00a0%. Hamstrings: ")
    assert shown.view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    shown.choice.setCurrentIndex(QUANTITIES.index("l5s1_compression_N"))
    assert "N." in view.text(QAccessible.Text.Description)


def test_every_value_can_be_chosen_and_is_drawn(shown: TechniqueMap) -> None:
    for number, id_ in enumerate(QUANTITIES):
        shown.choice.setCurrentIndex(number)
        drawn = shown.view.current()
        assert drawn is not None
        assert shown.quantity == id_
        (name,) = drawn.picture.named("value")
        assert shown.choice.currentText() in str(name)
    shown.choice.setCurrentIndex(0)
    shown.set_anatomical(True)
    assert shown.choice.currentText() == "Gluteus maximus"


def test_who_is_too_weak_or_too_stiff_reads_why(shown: TechniqueMap) -> None:
    shown.set_figure(body("small"), Load(60.0, "hands"), (50, 30, 20))
    shown.work.finish()
    assert "Too heavy for this body" in shown.view.accessibleDescription()
    shown.set_figure(body("ankle=15,hamstrings=40"), NOTHING, (50, 30, 20))
    shown.work.finish()
    assert shown._marks.isVisible()
    assert shown._marks.text().startswith("* Squat: This body cannot go all the way")


@pytest.mark.parametrize("seen", [True, False])
def test_hidden_it_rests(shown: TechniqueMap, seen: bool) -> None:
    shown.setVisible(seen)
    shown.set_figure(body("tall"), NOTHING, (50, 30, 20))
    assert shown.work.busy
    assert shown.work.running == seen
    shown.hide()
    assert not shown.work.running
