"""Train, as a trainer beside a client uses it: few clicks, nothing left of the last person."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QWidget,
)

from hinge_tutor.app import store
from hinge_tutor.app.chooser import Chooser
from hinge_tutor.app.handout_card import HandoutCard
from hinge_tutor.app.handout_choices import LESSON, Choices
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.train_body import FINGERS, HEIGHT, KNEE
from hinge_tutor.app.train_page import TrainPage
from hinge_tutor.app.trainee import Trainee
from hinge_tutor.app.training import ALONG, DAYS, TODAY, Training
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.dial import trial
from hinge_tutor.lessons.training import SEEN, TARGET, first_phase, seen_faults, trainable
from hinge_tutor.lessons.words import words as words_of

from .conftest import READ, Opened, settle, unasked
from .test_fit import SIZES, TALL, cut_off

LEAST_TOUCH_PX = 44


def press(widget: QWidget) -> None:
    """A click, which counts as one."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def opened_page(window: Window) -> tuple[TrainPage, Training]:
    window.commands.run("train")
    settle()
    page = window.train.page
    assert page is not None
    return page, window.train.training


def shown(window: Window) -> bool:
    return window.isVisible()


def leads(window: Window, visible: bool = True) -> str:
    """What stands in the window."""
    learn = window.learn
    if window.train.shown:
        return "train"
    assert learn.isVisible() == visible
    return "photo" if learn.shows_photo else "recording" if learn.shows_recording else "lesson"


def everything_said(window: Window) -> str:
    """Every word that stands in the window now."""
    said = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            said.append(widget.text())
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return "\n".join(said)


# ── the flow ─────────────────────────────────────────────────────────────────────────────────────


def test_two_clicks_from_the_start_show_the_pair_with_its_cue(window: Window) -> None:
    press(window.top.modes.buttons["train"])
    page = window.train.page
    assert page is not None
    assert window.pages.currentWidget() is page
    press(page.tiles.tiles["rounded-back"])
    session = window.session
    assert list(session.figures) == [TARGET, SEEN]
    right, wrong = session.repetitions
    assert right.take.body == wrong.take.body
    assert wrong.take.movement.faults == (("rounded-back", 0.7),)
    assert page.middle.told.text().startswith("The only difference: ")
    assert page.middle.dial_row.isVisible()
    assert page.say.cue.text() == session.words.fault_cue("rounded-back")
    assert page.advice.drill.text() == session.words.movement("hip-distraction")
    assert page.advice.tempo.text() == "3–1–1–1"
    assert [lamp.isVisible() for lamp in page.say.lamps.values()] == [True] * 3


def test_tiles_cue_drill_and_tempo_follow_the_movement_and_the_card_keeps_it(
    opened: Opened, tmp_path: Path
) -> None:
    window = with_folder(opened, tmp_path / "data")
    page, training = opened_page(window)
    words = window.session.words
    training.see("rounded-back")
    press(page.tiles.movement)
    chooser = window.desk.top()
    assert isinstance(chooser, Chooser)
    QTest.keyClicks(chooser._field, words.movement("squat"))
    QTest.keyClick(chooser._field, Qt.Key.Key_Return)
    settle()
    # A squat rounds by no fault of ours, so that nothing was seen.
    assert [each.take.movement.id for each in window.session.repetitions] == ["squat"]
    assert page.tiles.movement.text() == "Squat…"
    assert tuple(page.tiles.tiles) == seen_faults("squat")
    assert not any(tile.icon().isNull() for tile in page.tiles.tiles.values())
    assert page.say.cue.text() == words.cue("squat", "descent")
    press(page.tiles.tiles["leaning-back"])
    assert page.advice.drill.text() == "Squat"
    assert page.advice.tempo.text() == "2–0–1–1"
    training.do("deadlift")
    settle()
    assert training.trainee.fault == "leaning-back"
    assert window.session.repetitions[1].take.movement.faults == (("leaning-back", 0.7),)
    # What stands on the floor goes down at no tempo.
    assert not page.advice.slower.isVisible()
    window.commands.run("client_keep")
    card = training.trainee.card
    assert card is not None
    window.commands.run("client_new")
    assert training.trainee.movement == "hip-hinge"
    training.open(card.id)
    assert (training.trainee.movement, training.trainee.fault) == ("deadlift", "leaning-back")
    assert not training.unkept


def test_what_is_offered_beside_a_client_has_all_of_its_words() -> None:
    for language in ("en", "es"):
        words = words_of(language)
        for movement in trainable():
            assert words.cue(movement, first_phase(movement)), movement
            for fault in seen_faults(movement):
                assert words.fault_cue(fault), fault
                drill = Trainee(movement=movement, fault=fault).drill
                assert words.movement_sentence(drill), drill
                assert words.much(drill), drill


def test_another_body_is_two_clicks_more(window: Window) -> None:
    clicks = 0
    press(window.top.modes.buttons["train"])
    page = window.train.page
    assert page is not None
    press(page.body.known)
    clicks += 2
    known = page.body.presets.findChildren(QPushButton)
    press(next(each for each in known if each.text() == "Long thighs"))
    clicks += 1
    press(page.tiles.tiles["squatty-hinge"])
    clicks += 1
    assert clicks <= 4
    assert len(window.session.figures) == 2
    assert window.session.repetitions[0].take.body.specification.femur_percent > 0
    assert "long thighs" in page.head.body.text()


def test_the_same_tile_again_shows_the_target_alone(window: Window) -> None:
    page, training = opened_page(window)
    tile = page.tiles.tiles["craned-neck"]
    press(tile)
    assert tile.isChecked()
    press(tile)
    assert (training.trainee.fault, list(window.session.figures)) == ("", [TARGET])
    assert not tile.isChecked()
    assert not page.middle.dial_row.isVisible()


def test_the_dial_says_how_much_of_it(window: Window) -> None:
    page, training = opened_page(window)
    training.see("squatty-hinge")
    press(page.middle.more)
    assert training.trainee.share == pytest.approx(0.8)
    press(page.middle.less)
    press(page.middle.less)
    assert window.session.repetitions[1].take.movement.faults == (("squatty-hinge", 0.6),)
    page.middle.dial.setValue(10)
    assert training.trainee.share == 1.0
    QTest.keyClick(page.middle.dial, Qt.Key.Key_Left)
    assert training.trainee.share == pytest.approx(0.9)
    assert page.middle.dial.accessibleDescription() == "Squatty hinge: 90 %"


def test_page_keys_and_digits_go_through_what_can_be_seen(window: Window) -> None:
    _, training = opened_page(window)
    window.commands.run("next")
    assert training.trainee.fault == training.tiles[0]
    window.commands.run("previous")
    assert training.trainee.fault == ""
    window.commands.run("digit_3")
    assert training.trainee.fault == training.tiles[2]


def test_both_move_along_with_the_target(window: Window) -> None:
    page, training = opened_page(window)
    training.see("rounded-back")
    press(page.middle.together)
    assert (training.shows, list(window.session.figures)) == (ALONG, [TARGET])
    assert page.middle.bar.isVisible()
    assert page.middle.practice.isVisible()
    assert page.middle.along.count == 5
    assert window.session.timeline.clock.loop is None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert (training.shows, len(window.session.figures)) == (TODAY, 2)
    assert not page.middle.bar.isVisible()
    assert window.train.shown


def test_key_poses_stand_under_the_figures_where_they_have_room(opened: Opened) -> None:
    window = opened()
    page, training = opened_page(window)
    training.see("rounded-back")
    press(page.middle.poses)
    assert page.middle.strip.isVisible()
    assert len(page.middle.strip.groups) == 2
    window.resize(1024, 480)
    settle()
    press(page.middle.poses)
    press(page.middle.poses)
    assert not page.middle.strip.isVisible()
    assert window.session.notice.startswith("There is no room for them here")


def test_the_way_down_can_be_slower(window: Window) -> None:
    page, training = opened_page(window)
    press(page.advice.slower)
    assert (page.advice.tempo.text(), training.trainee.tempo) == ("4–1–1–1", (4.0, 1.0, 1.0, 1.0))
    press(page.advice.quicker)
    assert training.trainee.tempo is None
    for _ in range(20):
        training.slow_down(-1)
    assert page.advice.tempo.text() == "1–1–1–1"


def test_cues_are_said_as_the_settings_have_them(window: Window) -> None:
    page, training = opened_page(window)
    training.see("locked-knees")
    words = window.session.words
    assert page.say.cue.text() == words.fault_cue("locked-knees")
    press(page.say.other)
    assert window.session.settings.inner_cues
    assert page.say.cue.text() == words.fault_inner_cue("locked-knees")


def test_others_commands_have_a_button_only_where_they_are(window: Window) -> None:
    page, _ = opened_page(window)
    here = {command.id for command in window.commands.all}
    assert set(page.head.brought) == here & {"photo", "recording", "handout", "export"}


def test_a_photo_is_opened_from_beside_a_client_on_the_clients_body(window: Window) -> None:
    page, training = opened_page(window)
    page.body.on_height(1.91, False)
    press(page.head.brought["photo"])
    assert leads(window) == "photo"
    assert window.learn.photo.photo.body == training.trainee.body.text
    window.commands.run("photo")
    assert leads(window) == "lesson"
    window.commands.run("train")
    assert training.trainee.person.own.height_m == 1.91


def test_a_recording_is_opened_from_beside_a_client(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "client.trc"
    file.write_text("nothing", encoding="utf-8")
    answers = ["", str(file)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    assert window.session.pending
    page, _ = opened_page(window)
    press(page.head.brought["recording"])
    # The recording would answer what the lesson asks.
    assert leads(window) == "train"
    assert window.session.notice == "A recording needs a page of the lesson that asks nothing."
    window.commands.run("learn")
    unasked(window.session)
    opened_page(window)
    press(page.head.brought["recording"])
    assert leads(window) == "train"
    press(page.head.brought["recording"])
    assert leads(window) == "recording"
    window.learn.close_recording()


def test_the_pair_can_be_taken_along(window: Window) -> None:
    page, training = opened_page(window)
    training.see("squatty-hinge")
    for id_ in ("handout", "export"):
        press(page.head.brought[id_])
        card = window.desk.top()
        assert card is not None, id_
        assert window.desk.shows(id_)
        card.dismiss()
        assert window.train.shown


def taught_alone(window: Window) -> str:
    """To a page that teaches a cue which belongs to no phase of a movement; that cue."""
    session = window.session
    choices = Choices(session)
    for spot in session.route.spots:
        session.go(spot)
        if session.figures:
            choices.begin()
            if LESSON in dict(choices.cues()):
                return choices.cue_of(LESSON)
    raise AssertionError("no page teaches a cue of its own")


@pytest.mark.parametrize("inner", [True, False])
def test_what_is_to_be_said_goes_onto_the_page_to_take_home(opened: Opened, inner: bool) -> None:
    window = opened(settings=replace(READ, inner_cues=inner))
    taught = taught_alone(window)
    page, training = opened_page(window)
    for fault in ("", "squatty-hinge"):
        if fault:
            training.see(fault)
        press(page.head.brought["handout"])
        card = window.desk.top()
        assert isinstance(card, HandoutCard)
        offered = [card.cue.itemText(each) for each in range(card.cue.count())]
        assert page.say.cue.text() in offered
        assert taught not in offered
        assert len(offered) == len(set(offered))
        if fault:
            assert card.cue.currentText() == page.say.cue.text()
        card.dismiss()


def test_a_photo_brings_no_cue_of_the_lesson_under_it(window: Window) -> None:
    session, taught = window.session, taught_alone(window)
    choices = Choices(session)
    window.commands.run("photo")
    session.try_out(trial("hip-hinge", "craned-neck", session.build.stage))
    choices.begin()
    assert taught not in dict(choices.cues()).values()
    window.commands.run("photo")


# ── tests instead of angles ──────────────────────────────────────────────────────────────────────


def test_fingertips_set_the_hamstrings_and_the_wall_sets_the_ankle(window: Window) -> None:
    page, training = opened_page(window)
    press(page.body.more)
    fingers, knee = page.body.rows[FINGERS], page.body.rows[KNEE]
    fingers.slider.setValue(25)
    assert training.trainee.person.fingertips_m == pytest.approx(0.25)
    assert training.trainee.body.hamstrings_deg == pytest.approx(52, abs=2)
    assert "hamstrings stop at 52°" in fingers.slider.accessibleDescription()
    assert "the model’s estimate" in fingers.slider.accessibleDescription()
    knee.slider.setValue(5)
    assert training.trainee.body.ankle_deg == pytest.approx(27, abs=1.5)
    assert "stiff hamstrings" in page.head.body.text()
    assert window.session.repetitions[0].take.body.specification.text == training.trainee.body.text


def test_numbers_are_in_the_units_of_the_preferences(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, units="us"))
    page, _ = opened_page(window)
    press(page.body.more)
    said = {id_: row.slider.accessibleDescription() for id_, row in page.body.rows.items()}
    assert said[HEIGHT].startswith("5′ 9″, ")
    assert said[FINGERS].startswith("3.2″, ")
    assert said[KNEE].startswith("3.9″, ")
    assert page.head.body.text() == "5′ 9″"


def test_a_held_slider_moves_the_stage_and_tells_the_rest_when_it_is_let_go(
    window: Window,
) -> None:
    page, training = opened_page(window)
    training.see("rounded-back")
    told: list[int] = []
    window.session.step_changed.connect(lambda: told.append(1))
    page.body.on_height(1.95, True)
    assert window.session.options.in_hand
    assert window.session.repetitions[0].take.body.height_m == pytest.approx(1.95)
    assert told == []
    page.body.on_released()
    assert told
    assert not window.session.options.in_hand


# ── the course ───────────────────────────────────────────────────────────────────────────────────


def test_the_lesson_is_found_as_it_was_left_and_nothing_is_recorded(window: Window) -> None:
    session = window.session
    unasked(session)
    spot, plan, progress = session.spot, session.plan, session.progress
    layers = session.options.layers
    page, training = opened_page(window)
    for fault in training.tiles:
        training.see(fault)
    window.commands.run("mirror")
    press(page.middle.together)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert not window.train.shown
    assert window.pages.currentWidget() is window.learn
    assert (session.spot, session.plan, session.guide) == (spot, plan, None)
    assert session.options.layers == layers
    assert not session.arrangement.mirrored
    assert session.progress == progress


def test_what_was_tried_in_the_lesson_is_tried_again(window: Window) -> None:
    session = window.session
    unasked(session)
    session.try_out(trial("hip-hinge", "rounded-back", session.plan))
    assert session.trying
    tried = session.plan
    opened_page(window)
    press(window.top.modes.buttons["learn"])
    assert session.plan == tried


def test_coming_back_finds_the_client_as_they_were(window: Window) -> None:
    _, training = opened_page(window)
    training.see("rounded-back")
    window.commands.run("learn")
    assert not window.train.shown
    window.commands.run("train")
    assert training.trainee.fault == "rounded-back"
    assert len(window.session.figures) == 2


def test_whoever_goes_to_a_step_or_presents_has_left(window: Window) -> None:
    session = window.session
    _, training = opened_page(window)
    session.go(session.route.spots[2])
    settle()
    assert not window.train.shown
    assert session.spot == session.route.spots[2]
    window.commands.run("train")
    window.commands.run("present_here")
    settle()
    assert not training.leads
    assert session.plan == session.build.stage


def test_whoever_presents_from_beside_a_client_comes_back_to_the_client(window: Window) -> None:
    session = window.session
    unasked(session)
    session.try_out(trial("hip-hinge", "craned-neck", session.plan))
    spot, tried = session.spot, session.plan
    page, training = opened_page(window)
    training.see("rounded-back")
    window.commands.run("present")
    settle()
    assert session.spot != spot
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.pages.currentWidget() is page
    assert training.leads
    assert session.guide is training
    assert list(session.figures) == [TARGET, SEEN]
    # The page keys are Train's again, and one key leads to the lesson as it was left.
    window.commands.run("next")
    assert training.trainee.fault == training.tiles[training.tiles.index("rounded-back") + 1]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert not window.train.shown
    assert (session.spot, session.plan) == (spot, tried)


@pytest.mark.parametrize("id_", ["train", "save_mine", "bring_mine"])
def test_an_audience_sees_no_client_and_no_dialog_of_ours(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, id_: str
) -> None:
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_: pytest.fail("a dialog opens"))
    window = with_folder(opened, tmp_path / "data")
    command = window.commands.get(id_)
    assert command.possible()
    window.present(False)
    shown = window.pages.currentWidget()
    window.commands.run(id_)
    settle()
    assert window.pages.currentWidget() is shown
    assert not command.possible()
    assert command.reason() == "The presentation has to be ended first."
    window.commands.run("stop_presenting")
    assert command.possible()


# ── cards ────────────────────────────────────────────────────────────────────────────────────────


def with_folder(opened: Opened, folder: Path) -> Window:
    memory = Memory(folder)
    memory.settings = READ
    return opened(memory=memory)


def test_a_new_client_finds_nothing_of_the_last_one(opened: Opened, tmp_path: Path) -> None:
    window = with_folder(opened, tmp_path / "data")
    page, training = opened_page(window)
    press(page.body.more)
    first = everything_said(window)
    page.body.name.setText("Quetzal")
    page.body.name.textEdited.emit("Quetzal")
    training.see("loose-shoulders")
    training.slow_down(3)
    page.advice.note.setPlainText("Zebra")
    page.body.on_height(1.51, False)
    press(page.head.keep)
    assert "Quetzal" in everything_said(window)
    press(page.head.new)
    said = everything_said(window)
    for left in ("Quetzal", "Zebra", "151 cm", "4′", "Hip hinge · loose", "6–1–1–1"):
        assert left not in said, left
    assert page.advice.note.toPlainText() == ""
    assert list(window.session.figures) == [TARGET]
    press(page.body.more)
    again = everything_said(window).replace(window.session.notice, "")
    assert set(again.splitlines()) <= set(first.splitlines()) | {"Message", "Close message", ""}


def test_a_client_without_a_name_is_a_number_and_comes_back_on_another_day(
    opened: Opened, tmp_path: Path
) -> None:
    window = with_folder(opened, tmp_path / "data")
    page, training = opened_page(window)
    assert page.head.title.text() == "New client"
    training.see("rounded-back")
    assert page.head.keep.isEnabled()
    press(page.head.keep)
    assert page.head.title.text() == "Client 1"
    assert not page.head.keep.isEnabled()
    assert window.session.notice == "Kept: Client 1. It stays on this machine."
    (path,) = (tmp_path / "data" / "clients").iterdir()
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["name"] == ""
    # Earlier, as if it had been another day.
    kept["visits"][0].update(day="2026-01-02", percent=90)
    path.write_text(json.dumps(kept), encoding="utf-8")
    window.commands.run("client_new")
    window.commands.run("clients")
    card = window.desk.top()
    assert isinstance(card, Chooser)
    QTest.keyClick(card._field, Qt.Key.Key_Return)
    settle()
    assert page.head.title.text() == "Client 1"
    assert training.trainee.share == pytest.approx(0.9)
    training.turn_dial(0.3)
    window.commands.run("client_keep")
    assert page.head.compare.isVisible()
    press(page.head.compare)
    assert training.shows == DAYS
    faults = [each.take.movement.faults for each in window.session.repetitions]
    assert faults == [(("rounded-back", 0.9),), (("rounded-back", 0.3),)]
    assert "January 2, 2026" in page.head.body.text()
    assert "Friday" not in page.head.body.text()
    assert "90 %" in page.middle.told.text() or "less" in page.middle.told.text()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert training.shows == TODAY


def test_a_card_is_deleted_once_asked_and_can_be_brought_back(
    opened: Opened, tmp_path: Path
) -> None:
    window = with_folder(opened, tmp_path / "data")
    page, training = opened_page(window)
    training.see("rounded-back")
    training.keep("")
    window.commands.run("client_delete")
    card = window.desk.top()
    assert isinstance(card, Chooser)
    QTest.keyClick(card._field, Qt.Key.Key_Return)
    assert len(training.clients.known) == 1, "the first row keeps it"
    window.commands.run("client_delete")
    QTest.keyClick(card._field, Qt.Key.Key_Down)
    QTest.keyClick(card._field, Qt.Key.Key_Return)
    settle()
    assert training.clients.known == {}
    assert page.head.title.text() == "New client"
    window.commands.run("client_restore")
    assert len(training.clients.known) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_that_takes_nothing_is_a_sentence_and_nothing_is_lost(
    number: int, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = with_folder(opened, tmp_path / "data")
    page, training = opened_page(window)
    training.see("rounded-back")

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(store, "put", refuse)
    press(page.head.keep)
    assert window.session.notice.startswith("The client card cannot be saved in ")
    assert window.session.notice.endswith("Nothing of it is lost here.")
    assert training.trainee.fault == "rounded-back"
    assert page.head.keep.isEnabled()
    monkeypatch.undo()
    press(page.head.keep)
    assert page.head.title.text() == "Client 1"


def asked_to_leave(window: Window) -> Chooser:
    """The question that stands there once the window was told to close, and did not."""
    assert not window.close()
    settle()
    card = window.desk.top()
    assert isinstance(card, Chooser)
    assert window.isVisible()
    return card


def test_whoever_closes_the_window_is_asked_about_a_card_that_is_not_kept(
    opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    window = with_folder(opened, folder)
    _, training = opened_page(window)
    training.see("rounded-back")
    window.commands.run("learn")
    card = asked_to_leave(window)
    # Esc stays, and nothing has ended.
    card.dismiss()
    settle()
    assert shown(window)
    card = asked_to_leave(window)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    settle()
    assert not shown(window)
    assert len(list((folder / "clients").iterdir())) == 1
    assert not training.unkept


def test_whoever_leaves_without_the_card_or_insists_is_not_asked_twice(
    opened: Opened, tmp_path: Path
) -> None:
    for way in ("without", "again", "kept"):
        folder = tmp_path / way
        window = with_folder(opened, folder)
        _, training = opened_page(window)
        training.see("rounded-back")
        if way == "kept":
            window.commands.run("client_keep")
        else:
            asked_to_leave(window)
        if way == "without":
            for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                QTest.keyClick(window.focusWidget() or window, key)
        else:
            assert window.close()
        settle()
        assert not shown(window)
        assert (folder / "clients").exists() == (way == "kept")


def test_nobody_who_was_here_earlier_is_lost_unasked(opened: Opened, tmp_path: Path) -> None:
    window = with_folder(opened, tmp_path / "data")
    page, training = opened_page(window)
    for name in ("Ann", "Bea", "Cay"):
        training.write(name=name)
        press(page.head.new)
    found = []
    for _ in range(4):
        window.commands.run("client_back")
        found.append(training.trainee.name)
    # From the last one to the first, and around.
    assert found == ["Cay", "Bea", "Ann", "Cay"]
    press(page.head.new)
    asked_to_leave(window)
    for keys in ((Qt.Key.Key_Return,), (Qt.Key.Key_Down, Qt.Key.Key_Return)):
        for key in keys:
            QTest.keyClick(window.focusWidget() or window, key)
        settle()
        assert shown(window)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    settle()
    assert not shown(window)
    training.clients.read()
    assert sorted(each.name for each in training.clients.known.values()) == ["Ann", "Cay"]


def test_whose_card_is_deleted_takes_nobody_along(opened: Opened, tmp_path: Path) -> None:
    window = with_folder(opened, tmp_path / "data")
    _, training = opened_page(window)
    training.write(name="Ann")
    training.new_client()
    training.write(name="Bea")
    assert training.keep("")
    card = training.trainee.card
    assert card is not None
    assert training.throw_away(card.id)
    assert [each.name for each in training.earlier] == ["Ann"]
    training.bring_back()
    assert training.keep("")


def test_a_full_disk_keeps_the_window_with_the_client_in_it(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = with_folder(opened, tmp_path / "data")
    _, training = opened_page(window)
    training.see("rounded-back")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    asked_to_leave(window)
    with monkeypatch.context() as patch:
        patch.setattr(training.clients, "keep", full)
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
        settle()
    assert shown(window)
    assert "cannot be saved" in window.session.notice
    assert training.unkept


def test_closing_the_window_ends_a_photo_and_the_reading_of_a_recording(
    opened: Opened, tmp_path: Path
) -> None:
    window = opened()
    file = tmp_path / "client.trc"
    file.write_text("nothing", encoding="utf-8")
    window.learn.open_recording(file)
    work = window.learn.recording.work
    busy = [work.busy]
    window.close()
    assert leads(window, visible=False) == "lesson"
    assert [*busy, work.busy] == [True, False]
    window = opened()
    window.commands.run("photo")
    window.close()
    assert leads(window, visible=False) == "lesson"
    assert window.session.guide is None


def test_a_corrupt_card_is_said_in_the_window_that_goes_on(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "clients"
    folder.mkdir(parents=True)
    (folder / "client-007-x.json").write_bytes(b"{half")
    window = with_folder(opened, tmp_path / "data")
    page, _ = opened_page(window)
    assert page.middle.status.isVisible()
    assert "clients/client-007-x.json is no client card" in window.session.notice
    press(page.tiles.tiles["rounded-back"])
    assert len(window.session.figures) == 2
    assert (folder / "client-007-x.json").read_bytes() == b"{half"


# ── for everyone ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [*SIZES, *TALL], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off(
    opened: Opened, size: tuple[int, int], percent: int, language: str
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent, language=language)
    window = opened(size, settings)
    page, training = opened_page(window)
    for fault in ("", "rounded-back"):
        training._see(fault)
        for turn in (0, 1):
            page._turn(turn)
            settle()
            assert cut_off(window) == []
            if size not in TALL:
                assert page.middle.width() >= 0.55 * page.width() - 40
    training.move_along()
    settle()
    assert cut_off(window) == []
    press(page.body.more)
    page._turn(0)
    settle()
    assert cut_off(window) == []


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_everything_is_large_enough_for_a_finger(opened: Opened, size: tuple[int, int]) -> None:
    window = opened(size)
    page, training = opened_page(window)
    training.see("rounded-back")
    press(page.body.more)
    small = []
    for turn in (0, 1):
        page._turn(turn)
        settle()
        for widget in page.findChildren(QWidget):
            touched = isinstance(widget, QAbstractButton | QSlider | QLineEdit)
            if not touched or not widget.isVisible() or page.middle.status.isAncestorOf(widget):
                continue
            if min(widget.width(), widget.height()) < LEAST_TOUCH_PX:
                small.append(f"{widget.accessibleName()} {widget.width()}×{widget.height()}")
    assert small == []


def test_every_control_has_a_name_and_f6_reaches_every_pane(window: Window) -> None:
    page, training = opened_page(window)
    training.see("rounded-back")
    press(page.body.more)
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []
    reached = []
    for _ in range(2 + len(page.panes())):
        window.next_pane()
        focused = window.focusWidget()
        reached += [pane for pane in page.panes() if pane.isAncestorOf(focused)]
    assert set(reached) == set(page.panes())


def test_h_leaves_the_stage_alone_and_brings_everything_back(window: Window) -> None:
    page, training = opened_page(window)
    training.see("rounded-back")
    window.commands.run("bare")
    settle()
    assert page.middle.stage.isVisible()
    assert not any(each.isVisible() for each in (page.head, page.body, page.say, page.middle.play))
    window.commands.run("bare")
    settle()
    assert all(each.isVisible() for each in (page.head, page.body, page.say, page.middle.play))


def test_an_untouched_new_client_is_nothing_to_keep(window: Window) -> None:
    page, training = opened_page(window)
    assert not page.head.keep.isEnabled()
    training.see("rounded-back")
    assert page.head.keep.isEnabled()


def test_a_place_that_fingertips_come_to_is_a_press(window: Window) -> None:
    page, training = opened_page(window)
    press(page.body.more)
    presses = {each.text(): each for each in page.body.findChildren(QPushButton)}
    press(presses["Floor"])
    assert training.trainee.person.fingertips_m == 0.0
    floor = training.trainee.body.hamstrings_deg
    press(presses["Mid-shin"])
    assert training.trainee.body.hamstrings_deg < floor - 20
    press(presses["Knee"])
    assert training.trainee.body.hamstrings_deg == 30
    assert "Beyond what the model knows" in page.body.rows[FINGERS].slider.accessibleDescription()


def test_it_opens_at_the_top_with_the_focus_on_the_first_tile(opened: Opened) -> None:
    window = opened((1024, 640))
    page, _ = opened_page(window)
    assert page.left.verticalScrollBar().value() == 0
    assert window.focusWidget() is next(iter(page.tiles.tiles.values()))


def test_another_movement_is_read_from_its_top(opened: Opened) -> None:
    window = opened((1024, 640))
    page, training = opened_page(window)
    training.do("weighted-hinge")
    settle()
    bar = page.left.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    training.see(training.tiles[-1])
    assert bar.value() > 0
    training.do("romanian-deadlift")
    settle()
    assert bar.value() == 0
