"""A client's side photo: marked by keys or by hand, read, held beside the target, and forgotten."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from hinge_tutor.app.photo import Photo
from hinge_tutor.app.photo_file import pasted
from hinge_tutor.app.photo_handle import PhotoHandle
from hinge_tutor.app.photo_marking import GROUND
from hinge_tutor.app.program import application
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.motion.photo_marks import MARKS

from .conftest import Opened, settle
from .dropped import dropped
from .photographing import Picture, photograph

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def round_back() -> Picture:
    """Somebody whose back rounds."""
    application()
    return photograph(faults={"rounded-back": 1.0})


@pytest.fixture
def window(window: Window) -> Window:
    window.commands.run("photo")
    settle()
    return window


def photo(window: Window) -> Photo:
    return window.learn.photo.photo


def shown(window: Window, picture: Picture) -> Photo:
    """The photo with none of its marks."""
    found = photo(window)
    found.show(pasted(picture.image.copy()))
    settle()
    return found


def marked(window: Window, picture: Picture) -> Photo:
    """The photo with all of its marks."""
    found = shown(window, picture)
    for name in MARKS:
        found.move(name, picture.marks[name])
        found.let_go()
    settle()
    return found


def focused() -> PhotoHandle:
    handle = QApplication.focusWidget()
    assert isinstance(handle, PhotoHandle)
    return handle


def degrees(found: Photo, name: str) -> float:
    assert found.fit is not None
    return math.degrees(float(found.fit.pose.value(name)))


def walk(window: Window, found: Photo, to: tuple[float, float]) -> None:
    """Moves the focused mark by keys alone to within half a pixel of the screen."""
    view = window.learn.photo.view
    handle = focused()
    for axis, keys in ((0, (Key.Key_Left, Key.Key_Right)), (1, (Key.Key_Up, Key.Key_Down))):
        for step, modifier in ((10, SHIFT), (1, Qt.KeyboardModifier.NoModifier)):
            way = (to[axis] - found.at(handle.mark)[axis]) * view._place.scale
            for _ in range(round(abs(way) / step)):
                QTest.keyClick(handle, keys[way > 0], modifier)


def test_eight_marks_are_placed_by_keys_alone(window: Window, round_back: Picture) -> None:
    found = shown(window, round_back)
    window.learn.photo._enter()
    for name in MARKS:
        assert focused().mark == name == found.current
        walk(window, found, round_back.marks[name])
        QTest.keyClick(focused(), Key.Key_Return)
    assert found.complete
    assert found.reading is not None
    assert degrees(found, "lumbar_flexion") == pytest.approx(33.0, abs=8.0)
    assert degrees(found, "knee_flexion") == pytest.approx(20.0, abs=4.0)
    assert "lower back rounds" in window.learn.photo.result.differs.text()
    assert found.reading.fit.missed_m < 0.01


def test_eight_marks_are_placed_by_hand(window: Window, round_back: Picture) -> None:
    """Each is put down beside its place, and drawn there without letting go."""
    found = shown(window, round_back)
    view = window.learn.photo.view
    for name in MARKS:
        there = view._place.on_widget(round_back.marks[name]).toPoint()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=there + QPoint(-60, -40))
        QTest.mouseMove(view, there)
        assert found.reading is None
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there)
    assert found.reading is not None
    assert degrees(found, "knee_flexion") == pytest.approx(20.0, abs=4.0)
    # One that is placed is taken and drawn elsewhere.
    knee = view._place.on_widget(found.at("knee")).toPoint()
    before = found.at("knee")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=knee + QPoint(3, 3))
    QTest.mouseMove(view, knee + QPoint(33, 3))
    assert degrees(found, "knee_flexion") > 25.0
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=knee + QPoint(33, 3))
    assert found.at("knee")[0] == pytest.approx(before[0] + 30 / view._place.scale, abs=1.5)
    assert found.at("knee")[1] == pytest.approx(before[1], abs=1.5)


def test_the_pose_stands_beside_the_target_at_the_same_depth(
    window: Window, round_back: Picture
) -> None:
    found = marked(window, round_back)
    session = window.session
    assert not session.repetitions
    assert window.learn.photo.view.isVisible()
    QTest.mouseClick(window.learn.photo.beside, Qt.MouseButton.LeftButton)
    settle()
    assert not window.learn.photo.view.isVisible()
    client, target = session.repetitions
    assert client.moving is not None
    assert target.moving is None
    assert found.reading is not None
    own = session.clock.own_times(session.timeline.fraction)
    assert own[1] == pytest.approx(found.reading.match.time_s, abs=0.02)
    hands = [
        float(each.take.at(time).point("hand_near")[1])
        for each, time in zip(session.repetitions, own, strict=True)
    ]
    assert hands[0] == pytest.approx(hands[1], abs=0.02)
    assert client.efforts.effort.shape[0] == 1
    assert window.learn.stage.painted is not None


def test_a_tilted_and_mirrored_photo_gives_the_same_pose(
    window: Window, round_back: Picture
) -> None:
    straight = degrees(marked(window, round_back), "hip_flexion")
    crooked = photograph(faults={"rounded-back": 1.0}, roll_deg=9.0, left=True)
    found = marked(window, crooked)
    window.learn.photo.tilted.click()
    for name, at in zip(GROUND, crooked.floor, strict=True):
        found.move(name, at)
        found.let_go()
    assert found.marked.faces_left
    assert degrees(found, "hip_flexion") == pytest.approx(straight, abs=1.0)
    # Both stand as the person does, so that the eye can compare them; the lesson as it did.
    seen = []
    for _ in range(2):
        window.learn.photo.on_beside()
        seen.append(window.session.arrangement.mirrored)
    assert seen == [True, False]
    window.learn.photo.tilted.click()
    assert found.marked.ground is None


def test_undo_takes_back_one_mark_after_the_other(window: Window, round_back: Picture) -> None:
    found = shown(window, round_back)
    window.learn.photo._enter()
    QTest.keyClick(focused(), Key.Key_Left, SHIFT)
    QTest.keyClick(focused(), Key.Key_Left, SHIFT)
    QTest.keyClick(focused(), Key.Key_Return)
    QTest.keyClick(focused(), Key.Key_Return)
    assert set(found.marked.marks) == {"toe_tip", "ankle"}
    QTest.keyClick(focused(), Key.Key_Z, CTRL)
    assert set(found.marked.marks) == {"toe_tip"}
    QTest.mouseClick(window.learn.photo.undo, Qt.MouseButton.LeftButton)
    assert not found.marked.marks
    assert not found.can_undo


def test_a_mark_says_its_name_and_place(window: Window, round_back: Picture) -> None:
    found = marked(window, round_back)
    width, height = found.marked.size
    found.move("knee", (0.43 * width, 0.6 * height))
    handle = window.learn.photo.view.handles["knee"]
    assert handle.accessibleName() == "Knee"
    assert handle.accessibleDescription() == "Knee, at 43 percent across, 60 percent down"


def test_page_keys_lead_through_the_marks_to_the_target_and_back(
    window: Window, round_back: Picture
) -> None:
    found = marked(window, round_back)
    found.select(MARKS[0])
    for name in MARKS[1:]:
        window.commands.run("next")
        assert found.current == name
    seen = []
    for command in ("next", "previous"):
        window.commands.run(command)
        seen.append((found.beside, window.learn.photo.beside.hasFocus()))
    assert seen == [(True, True), (False, False)]
    assert focused().mark == found.current


def test_closer_is_around_the_mark_and_the_whole_comes_back(
    window: Window, round_back: Picture
) -> None:
    found = marked(window, round_back)
    view = window.learn.photo.view
    view.handles["ear"].setFocus()
    before = view._place.on_widget(found.at("ear"))
    QTest.keyClick(focused(), Key.Key_Equal)
    assert view._place.zoom > 1.0
    after = view._place.on_widget(found.at("ear"))
    assert (after - before).manhattanLength() < 60.0
    # Whichever mark the keys come to is in sight.
    for _ in range(8):
        view.zoom(1)
    for handle in view.handles.values():
        if handle.isVisible():
            handle.setFocus()
            assert view._room().contains(QPointF(handle.geometry().center()))
    view.show_whole()
    assert view._place.zoom == 1.0


def test_esc_closes_one_thing_and_asks_before_marks_go(window: Window, round_back: Picture) -> None:
    found = marked(window, round_back)
    window.learn.photo.on_beside()
    seen = []
    for _ in range(3):
        window.close_innermost()
        seen.append((found.beside, found.image is not None, window.learn.shows_photo))
        assert len(seen) != 2 or "once more" in window.session.notice
    assert seen == [(False, True, True), (False, True, True), (False, False, False)]


def test_esc_gives_a_mark_that_is_held_its_place_back(window: Window, round_back: Picture) -> None:
    found = marked(window, round_back)
    view = window.learn.photo.view
    before = found.at("hip")
    there = view._place.on_widget(before).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=there)
    QTest.mouseMove(view, there + QPoint(50, 0))
    assert found.at("hip") != before
    window.close_innermost()
    assert found.at("hip") == before
    assert found.image is not None
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there)
    assert found.at("hip") == before


LEAVE = {
    "the cross": lambda window: window.learn.photo.way_out.click(),
    "the command": lambda window: window.commands.run("photo"),
    "another client": lambda window: window.learn.photo.new.click(),
    "the next step": lambda window: window.commands.run("next_step"),
    "the recall cards": lambda window: window.commands.run("recall"),
    "presenting": lambda window: window.commands.run("present"),
}


@pytest.mark.parametrize(
    "id_",
    [
        *("train", "present", "present_here", "recall", "clinic", "technique_map"),
        *("next_step", "reset", "photo"),
    ],
)
def test_a_command_that_would_forget_marks_says_so_first(
    window: Window, round_back: Picture, id_: str
) -> None:
    found = marked(window, round_back)
    window.commands.run(id_)
    settle()
    assert shows(window, found) == (True, True)
    assert "once more" in window.session.notice
    window.commands.run(id_)
    settle()
    assert shows(window, found) == (False, False)
    window.commands.run("stop_presenting")
    window.learn.close_instead()
    window.train.close()


def shows(window: Window, found: Photo) -> tuple[bool, bool]:
    """Whether the photo stands there, and is remembered."""
    return window.learn.shows_photo, found.image is not None


@pytest.mark.parametrize("way", LEAVE)
def test_whoever_leaves_leaves_nothing(window: Window, round_back: Picture, way: str) -> None:
    found = marked(window, round_back)
    kept = found.image
    assert kept is not None
    LEAVE[way](window)
    if found.image is not None:
        # What would be lost is said first.
        LEAVE[way](window)
    settle()
    assert found.image is None
    assert found.fit is None
    assert found.reading is None
    assert not found.marked.marks
    assert not found.can_undo
    assert window.learn.photo.view._sheet.empty
    # Its dots are painted over, for whoever still holds them.
    assert kept.pixelColor(10, 10).rgb() & 0xFFFFFF == 0
    if window.learn.shows_photo:
        window.learn.close_photo()


def test_a_photo_outlasts_the_progress_that_is_forgotten(
    window: Window, round_back: Picture
) -> None:
    session = window.session
    session.go(session.route.spots[-1])
    session.finish()
    window.commands.run("photo")
    found = marked(window, round_back)
    window.learn.photo.on_beside()
    shown = session.plan
    session.forget()
    settle()
    assert shows(window, found) == (True, True)
    assert (session.spot, session.plan, session.guide) == (Spot(), shown, found)
    assert found.beside
    window.learn.close_photo()
    assert session.plan is session.own
    assert not session.finished


def test_the_lesson_is_where_it_was(opened: Opened, round_back: Picture) -> None:
    window = opened()
    before = (window.session.spot, window.session.plan)
    window.commands.run("photo")
    marked(window, round_back)
    window.learn.photo.on_beside()
    window.learn.close_photo()
    assert (window.session.spot, window.session.plan) == before
    assert not window.session.trying
    window.session.finish()
    window.commands.run("photo")
    window.learn.close_photo()
    assert window.session.finished


def test_nothing_of_a_photo_is_on_the_disk(
    opened: Opened,
    round_back: Picture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "home"
    secret = tmp_path / "Clients of mine" / "Jane Doe.png"
    secret.parent.mkdir()
    assert round_back.image.save(str(secret))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", staticmethod(lambda *_a, **_k: (str(secret), ""))
    )
    memory = Memory(None)
    memory.settings = Settings(health_note_read=True)
    window = opened(memory=memory)
    window.commands.run("photo")
    QTest.mouseClick(window.learn.photo.open, Qt.MouseButton.LeftButton)
    found = photo(window)
    assert found.image is not None
    for name in MARKS:
        found.move(name, round_back.marks[name])
    window.learn.close_photo()
    window.close()
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path != secret]
    for path in written:
        assert b"Jane" not in path.read_bytes(), path
        assert b"Clients of mine" not in path.read_bytes(), path


def test_a_file_that_is_dropped_opens_the_photo(
    opened: Opened, round_back: Picture, tmp_path: Path
) -> None:
    path = tmp_path / "photo.png"
    assert round_back.image.save(str(path))
    window = opened()
    assert not dropped(window, path, path)
    assert dropped(window, path)
    assert window.learn.shows_photo
    assert photo(window).image is not None
    window.learn.close_photo()


def test_what_is_no_photo_leaves_the_one_before(
    window: Window, round_back: Picture, tmp_path: Path
) -> None:
    found = marked(window, round_back)
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture at all")
    assert dropped(window, bad)
    assert "bad.jpg is no picture" in window.session.notice
    assert found.complete
    assert found.image is not None


@pytest.mark.parametrize("inside", [False, True])
def test_a_picture_is_pasted(opened: Opened, round_back: Picture, inside: bool) -> None:
    window = opened()
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(round_back.image)
    try:
        if inside:
            window.commands.run("photo")
        QTest.keyClick(QApplication.focusWidget() or window, Key.Key_V, CTRL)
        settle()
        assert window.learn.shows_photo
        assert photo(window).image is not None
    finally:
        clipboard.clear()
    window.learn.photo.photo.forget()
    QTest.keyClick(window.learn.photo.open, Key.Key_V, CTRL)
    assert "no picture on the clipboard" in window.session.notice
    window.learn.close_photo()


def test_another_picture_takes_the_place_of_marks_only_after_a_word(
    window: Window, round_back: Picture, tmp_path: Path
) -> None:
    path = tmp_path / "other.png"
    assert round_back.image.save(str(path))
    QGuiApplication.clipboard().setImage(round_back.image)
    for give in (lambda: dropped(window, path), window.learn.photo.on_paste):
        found = marked(window, round_back)
        give()
        assert found.complete
        assert "once more" in window.session.notice
        give()
        assert not found.marked.marks
    QGuiApplication.clipboard().clear()


def test_whoever_closes_the_window_is_asked_about_marks_that_are_in_no_file(
    opened: Opened, round_back: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory(tmp_path / "data")
    memory.settings = Settings(health_note_read=True)
    window = opened(memory=memory)
    window.commands.run("photo")
    found = marked(window, round_back)
    names = iter(["", str(tmp_path / "client")])
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (next(names), ""))
    )
    for stays in (True, False):
        assert not window.close()
        settle()
        QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Return)
        settle()
        assert window.isVisible() is stays
        assert found.complete is stays
    assert (tmp_path / "client.hinge-photo").exists()


def test_a_saved_photo_is_opened_with_its_marks(
    window: Window, round_back: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = marked(window, round_back)
    found.set_body("height=1.7")
    marks = dict(found.marked.marks)
    path = tmp_path / "client"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(path), ""))
    )
    window.learn.photo.save.click()
    assert "client.hinge-photo" in window.session.notice
    found.forget()
    assert dropped(window, path.with_suffix(".hinge-photo"))
    assert found.body == "height=1.7"
    assert found.reading is not None
    for name, at in found.marked.marks.items():
        assert at == pytest.approx(marks[name], abs=0.01)


def test_a_folder_that_takes_nothing_is_one_sentence(
    window: Window, round_back: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = marked(window, round_back)
    path = tmp_path / "gone" / "client.hinge-photo"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(path), ""))
    )
    window.learn.photo.save.click()
    assert "its folder is gone" in window.session.notice
    assert found.complete


def test_the_photo_offers_the_proportions_that_it_shows(window: Window) -> None:
    long = photograph(specification="femur=+10%", at_s=0.0)
    found = marked(window, long)
    body = window.learn.photo.body
    assert body.take.isVisibleTo(window.learn.photo)
    assert found.body == "default"
    missed = found.fit.missed_m if found.fit else 0.0
    body.take.click()
    assert "femur=" in found.body
    assert found.fit is not None
    assert found.fit.missed_m < missed
    assert not body.take.isVisibleTo(window.learn.photo)


def test_while_a_question_waits_or_an_audience_looks_nothing_is_told(
    window: Window, round_back: Picture
) -> None:
    found = marked(window, round_back)
    # What would be lost is said first.
    window.commands.run("present")
    window.commands.run("present")
    settle()
    assert found.image is None
    assert not window.learn.shows_photo
    window.close_innermost()
    assert window.session.guide is None


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("percent", [100, 200])
def test_everything_fits_into_a_small_window(
    opened: Opened, round_back: Picture, language: str, percent: int
) -> None:
    settings = Settings(text_percent=percent, health_note_read=True, language=language)
    window = opened((1024, 640), settings)
    window.commands.run("photo")
    marked(window, round_back)
    pane, view = window.learn.photo, window.learn.photo.view
    assert view.width() >= 0.55 * window.width()
    for button in (
        pane.beside,
        pane.save,
        pane.new,
        *pane.marks.all,
        *view.bar.findChildren(type(pane.save)),
    ):
        room = button.width() - button.fontMetrics().horizontalAdvance(button.text())
        assert room >= 0, button.text()
    inside = pane._scroll.widget()
    assert inside is not None
    assert inside.width() <= pane._scroll.room.width()
    window.learn.close_photo()


def test_a_photo_of_any_shape_is_seen_whole(window: Window) -> None:
    found = photo(window)
    view = window.learn.photo.view
    for width, height in ((200, 2000), (2000, 100), (64, 64)):
        found.show(pasted(QImage(width, height, QImage.Format.Format_RGB32)))
        settle()
        assert view._room().contains(view._place.target)
