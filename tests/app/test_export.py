"""What is saved is what is on the stage, in any format, and a question's secret stays one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hinge_tutor.app import export_card
from hinge_tutor.app.errand import DONE, Given, Order
from hinge_tutor.app.errand_card import ErrandCard
from hinge_tutor.app.export_card import ExportCard
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.take_away import FORMATS, MOVEMENT, Wish, name_of, order, preview, shown
from hinge_tutor.app.window import Window
from hinge_tutor.cli import main
from hinge_tutor.export.image import save_svg
from hinge_tutor.export.sheet import ANSWER, FIGURES
from hinge_tutor.lessons.scene_text import parse_scene
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.arrangement import OVERLAY, STACKED, Arrangement
from hinge_tutor.stage.camera import Camera
from hinge_tutor.stage.options import Options

from .conftest import Opened, settle, unasked
from .test_fit import cut_off

REPAIR = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
PATIENT_MS = 60_000
PAIR = parse_scene("hip-hinge*20|squat", ("muscles", "labels"))


def card(window: Window) -> ExportCard:
    window.commands.run("export")
    settle()
    found = window.desk.top()
    assert isinstance(found, ExportCard)
    return found


def words(made: Order, folder: Path) -> list[str]:
    """The command line as the child gets it."""
    found = []
    for argument in made.arguments:
        if isinstance(argument, Given):
            path = folder / argument.name
            path.write_text(argument.text, encoding="utf-8")
            found.append(str(path))
        else:
            found.append(argument)
    return found


WAYS: dict[str, Callable[[Options], Options]] = {
    "as it comes": lambda options: options,
    "overlay": lambda options: replace(options, arrangement=Arrangement(OVERLAY, opacity=0.3)),
    "stacked, mirrored": lambda options: replace(
        options, arrangement=Arrangement(STACKED, order=(1, 0), mirrored=True)
    ),
    "one hidden": lambda options: replace(options, arrangement=Arrangement(hidden=frozenset({0}))),
    "in real time": lambda options: replace(options, arrangement=Arrangement(sync="time")),
    "layers": lambda options: replace(options, layers=frozenset({"bones", "forces", "legend"})),
    "one muscle alone": lambda options: replace(options, solo="glutes"),
    "a highlight": lambda options: replace(options, highlight="hamstrings"),
    "closer": lambda options: replace(options, camera=Camera(2.0, 0.4, 0.5)),
    "slow": lambda options: replace(options, speed=0.25),
    "difference": lambda options: replace(options, arrangement=Arrangement(difference=True)),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["", "es"])
def test_what_is_saved_is_what_is_on_the_stage(
    way: str, language: str, opened: Opened, tmp_path: Path
) -> None:
    window = opened(settings=Settings(health_note_read=True, language=language))
    session = window.session
    unasked(session)
    session.try_out(PAIR)
    session.set_options(WAYS[way](session.options))
    session.timeline.play(False)
    session.timeline.seek(0.37)
    out, wanted = tmp_path / "out.svg", tmp_path / "wanted.svg"
    wish = Wish(ending=".svg", theme="dark", size=(960, 540))
    assert main(words(order(session, wish, out), tmp_path)) == 0
    made, camera = preview(session, wish.size), shown(session).camera
    text = out.read_text(encoding="utf-8")
    title = text.partition("<title>")[2].partition("</title>")[0]
    save_svg(made, wanted, wish.size, load_palette("dark"), title, camera)
    assert text == wanted.read_text(encoding="utf-8")


def test_options_make_a_difference_to_what_is_saved(window: Window) -> None:
    unasked(window.session)
    window.session.try_out(PAIR)
    window.session.timeline.seek(0.37)
    usual, seen = window.session.options, dict[str, str]()
    for name, change in WAYS.items():
        window.session.set_options(change(usual))
        made = preview(window.session, (960, 540))
        seen[f"{made} {shown(window.session).camera}"] = name
    assert list(seen.values()) == list(WAYS)


def test_a_question_keeps_its_secret(opened_on: Opened, tmp_path: Path) -> None:
    window = opened_on(REPAIR)
    session = window.session
    session.go(session.route.find("repair", 2, 2))
    settle()
    assert session.veiled
    found = card(window)
    assert [button.isEnabled() for button in found.what.buttons] == [True, False, False]
    assert "Answer the question first" in found.what.note.text()
    made = order(session, found.wish, tmp_path / "a.svg")
    assert made.arguments[made.arguments.index("--untold") + 1] == FIGURES
    made = order(session, replace(found.wish, ending=".svg"), tmp_path / "a.svg")
    assert main(words(made, tmp_path)) == 0
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    said = " ".join(ET.fromstring(text).itertext())
    told = {cast.movement for cast in session.plan.movements}
    for name in (*told, *(session.words.movement(each) for each in told), "round", "°"):
        assert name not in said
    assert name_of(session, found.wish) == "hinge-tutor.png"
    assert re.search(r"\bA\b", said)


def test_a_plain_question_keeps_its_answer(window: Window, tmp_path: Path) -> None:
    session = window.session
    spot = next(s for s in session.route.spots if session.route.build(s).question is not None)
    session.go(spot)
    settle()
    assert session.pending
    made = order(session, card(window).wish, tmp_path / "a.png")
    assert made.arguments[made.arguments.index("--untold") + 1] == ANSWER


def test_nothing_is_saved_before_an_audience(window: Window) -> None:
    unasked(window.session)
    window.present(False)
    window.commands.run("export")
    assert window.desk.top() is None


@pytest.mark.parametrize("what", range(3))
def test_a_card_offers_each_format_with_a_sentence(
    window: Window, what: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_card, "installed", lambda: True)
    unasked(window.session)
    window.session.try_out(PAIR)
    found = card(window)
    found.what.buttons[what].click()
    notes = set()
    endings = FORMATS[found.wish.what]
    for number, ending in enumerate(endings):
        found.format.buttons[number].click()
        assert found.wish.ending == ending
        notes.add(found.format.note.text())
    assert len(notes) == len(endings)
    assert found.preview.isVisible() == (what < 2)
    assert found.speed.isVisible() == (what == 1)
    assert found.figure.isVisible() == (what == 2)


def test_without_the_package_videos_are_gray_and_say_why(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    unasked(window.session)
    found = card(window)
    found.what.buttons[1].click()
    assert [button.isEnabled() for button in found.format.buttons] == [True, True, False, False]
    assert "pip install 'hinge-tutor[video]'" in found.format.note.text()
    assert "hinge-tutor[video]" in found.format.buttons[2].toolTip()


def go(wanted: QWidget) -> None:
    """To a control by Tab, which comes to one button of each row."""
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is wanted:
            return
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never comes to {wanted.accessibleName()}")


def test_it_is_saved_by_keys_alone(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.extend((name, kinds))
        return str(tmp_path / "mine"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    unasked(window.session)
    window.session.try_out(PAIR)
    settle()
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    found = window.desk.top()
    assert isinstance(found, ExportCard)
    go(found.format.buttons[0])
    for number in range(2):
        QTest.keyClick(found.format.buttons[number], Qt.Key.Key_Right)
    assert found.wish.ending == ".pdf"
    go(found.save)
    QTest.keyClick(found.save, Qt.Key.Key_Return)
    assert Path(asked[0]).name == "hip-hinge-squat.pdf"
    assert asked[1] == "PDF files (*.pdf)"
    assert window.desk.top() is None
    errand = window.errands.errand
    assert errand is not None
    qtbot.waitUntil(lambda: not errand.running, timeout=PATIENT_MS)
    assert errand.state.name == DONE, errand.state
    assert [path.name for path in tmp_path.glob("mine*")] == ["mine.pdf"]
    found = card(window)
    found.save.click()
    assert Path(asked[2]).parent == tmp_path, "the folder is remembered"


def test_a_file_that_cannot_be_written_is_a_sentence_and_the_lesson_goes_on(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    unasked(window.session)
    gone = tmp_path / "gone" / "a.gif"
    window.errands.start(order(window.session, Wish().of(MOVEMENT), gone))
    errand = window.errands.errand
    assert errand is not None
    qtbot.waitUntil(lambda: not errand.running, timeout=PATIENT_MS)
    strip = window.findChild(ErrandCard)
    assert isinstance(strip, ErrandCard)
    assert strip.said.text() == f"{gone} cannot be saved: its folder is gone."
    assert strip.close_.isVisible()
    assert not strip.folder.isVisible()
    spot = window.session.spot
    window.commands.run("next")
    assert window.session.spot != spot
    assert list(tmp_path.iterdir()) == []


def test_whoever_saves_nothing_is_back_on_the_card(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    unasked(window.session)
    found = card(window)
    found.save.click()
    assert window.desk.top() is found
    assert window.errands.errand is None


def test_a_picture_is_copied_as_it_is(window: Window) -> None:
    unasked(window.session)
    settle()
    # What is said about it takes a line of the stage's room.
    before = window.learn.stage.size()
    window.commands.run("copy_picture")
    assert QApplication.clipboard().image().size() == before * 2
    assert "copied" in window.session.notice


@pytest.mark.parametrize("language", ["", "es"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("what", range(3))
def test_the_card_fits_the_smallest_window(
    opened: Opened, what: int, percent: int, language: str
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent, language=language)
    window = opened((1024, 640), settings)
    unasked(window.session)
    window.session.try_out(PAIR)
    found = card(window)
    found.what.buttons[what].click()
    settle()
    assert cut_off(window) == []
    assert found.save.visibleRegion().boundingRect().height() == found.save.height()
