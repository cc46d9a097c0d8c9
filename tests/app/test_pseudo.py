"""Whatever the window says comes from files that a translator can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from hinge_tutor.app import reading, reference_page
from hinge_tutor.app.program import application
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.units import US
from hinge_tutor.app.window import Window
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.body.muscles import heads
from hinge_tutor.lessons import course
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.words import words

from .conftest import Opened, settle
from .pseudo import marked, pseudo, pseudo_lesson, pseudo_words
from .spoken import Dictionary, painted, said_by

EVERYTHING = Settings(health_note_read=True, plots=True, key_strip=True)
# These ask the system for something, or end everything; what these say are names of works, and of
# those who made them.
NOT_RUN = (
    "save_data",
    "save_scene",
    "open_scene",
    "open_pack",
    "recording",
    "log_folder",
    "about",
    "licenses",
    "bundle",
    "save_mine",
    "bring_mine",
    "leave",
)
# What is the same in every language: units, keys, languages by their own names, and the people who
# measured the muscles that are shown.
PEOPLE = {
    name
    for head in heads()
    if head.group in GROUPS
    for name in re.findall(r"[A-Z][a-z]+", head.source)
}
SAME = re.compile(rf"\b(?:mm|cm|kg|lb|N·m|Ctrl|Alt|Esc|F\d+|English|Español|{'|'.join(PEOPLE)})\b")
PLAIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def heard(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """All that painters write; windows speak a language that nobody speaks."""
    assert qapp is application()
    english, load = words(), course.load_lesson

    def strange(id_: str, _language: str) -> Lesson:
        return pseudo_lesson(load(id_))

    monkeypatch.setattr(reading, "words", lambda _language: pseudo_words(english))
    monkeypatch.setattr(course, "load_lesson", strange)
    # Pages have no pseudo-language: what stands there instead has one.
    monkeypatch.setattr(reference_page, "_read", lambda _language, _name: "")
    dictionary = Dictionary()
    qapp.installTranslator(dictionary)
    with painted(monkeypatch) as seen:
        yield seen
    qapp.removeTranslator(dictionary)


def listen(window: Window, heard: set[str]) -> None:
    """Takes in what the window says now."""
    settle()
    window.grab()
    heard |= said_by(window)


def plain_in(heard: set[str]) -> list[str]:
    """The texts with words in them that no file has."""
    return sorted(text for text in heard if PLAIN.search(SAME.sub("", text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hip hinge", "[Ĥïþ ĥïñĝë····]"),
        (" and ", " [àñđ·] "),
        ("; ", "; "),
        ("{cm:.0f} cm of {name}", "[{cm:.0f} ċṁ öƒ {name}···]"),
        ("Step %1 of %2", "[Šţëþ %1 öƒ %2····]"),
        ("See [a page](proof.md)", "[Šëë [à þàĝë](proof.md)····]"),
    ],
)
def test_a_text_gets_marks_and_brackets_and_keeps_what_fills_it(text: str, expected: str) -> None:
    assert pseudo(text) == expected


def test_every_text_of_a_lesson_gets_them_and_nothing_else_does() -> None:
    english = course.load_lesson("what-is-a-hinge")
    strange = pseudo_lesson(english)
    assert strange.title == pseudo(english.title)
    build, twin = english.steps[1].builds[1], strange.steps[1].builds[1]
    assert build.question is not None
    assert twin.question is not None
    assert twin.question.reveal == strange.steps[1].builds[3].name
    assert twin.question.proof == build.question.proof
    assert [choice.right for choice in twin.question.choices] == [False, True, False, False]
    assert twin.stage.movements == build.stage.movements
    assert strange.moment(strange.cards[0].shows) == english.moment(english.cards[0].shows)


def test_the_words_of_a_term_are_found_in_the_texts_of_a_lesson() -> None:
    strange = pseudo_words(words())
    assert strange.term("hinge").forms == tuple(
        marked(form) for form in words().term("hinge").forms
    )
    assert marked("hinge") in pseudo("A hinge folds.")
    assert strange.measure("hip_back_cm").unit == "cm"


def test_words_that_are_in_no_file_are_found() -> None:
    assert plain_in({"[Ĥïþ] 3.5 cm", "[Ĥïþ] 5 m", "PgDn", "[Ĥïp] Now", "5 N·m Ctrl+K"}) == [
        "PgDn",
        "[Ĥïp] Now",
    ]


def test_every_build_of_a_lesson_and_every_answer(opened: Opened, heard: set[str]) -> None:
    window = opened((1280, 900), EVERYTHING)
    session = window.session
    for spot in session.route.spots:
        session.go(spot)
        listen(window, heard)
        if session.asking:
            session.choose(0)
            listen(window, heard)
    session.finish()
    listen(window, heard)
    assert len(heard) > 300
    assert plain_in(heard) == []


@pytest.mark.parametrize("step", [2, 5])
def test_every_command(opened: Opened, heard: set[str], step: int) -> None:
    window = opened((1280, 900), EVERYTHING)
    window.session.go(window.session.route.find(window.session.lesson.id, step, 9))
    for command in window.commands.all:
        if command.id not in NOT_RUN:
            window.commands.run(command.id)
            listen(window, heard)
            window.desk.close_all()
            window.session.set_blank("")
    assert plain_in(heard) == []


def test_the_audience(opened: Opened, heard: set[str]) -> None:
    window = opened((1280, 900), EVERYTHING)
    window.present(True)
    for spot in window.session.route.spots:
        window.session.go(spot)
        window.session.set_frozen(True)
        listen(window, heard)
        window.session.set_frozen(False)
    assert plain_in(heard) == []


@pytest.mark.parametrize("anatomical", [False, True])
def test_every_joint_and_muscle(opened: Opened, heard: set[str], anatomical: bool) -> None:
    settings = Settings(health_note_read=True, anatomical_names=anatomical)
    window = opened((1280, 900), settings)
    window.session.go(window.session.route.find(window.session.lesson.id, 6, 3))
    settle()
    picture = window.learn.stage.painted
    assert picture is not None
    for spot in picture.hotspots:
        window.inspector.pick(spot.name, spot.figure)
        listen(window, heard)
    assert len(picture.hotspots) > 10
    assert plain_in(heard) == []


@pytest.mark.parametrize("units", ["metric", US])
def test_everything_that_can_be_made_up(opened: Opened, heard: set[str], units: str) -> None:
    window = opened((1600, 1000), Settings(health_note_read=True, units=units))
    window.commands.run("sandbox")
    for button in window.drawer.pane.findChildren(QToolButton):
        if button.isEnabled() and button.accessibleName() not in _of_files(window):
            button.click()
            listen(window, heard)
            window.desk.close_all()
            window.drawer.sandbox.reset()
    assert plain_in(heard) == []


def _of_files(window: Window) -> set[str]:
    """How the buttons are called that would ask for a file, or close the pane."""
    scene = window.drawer.pane._scene
    last = [button.accessibleName() for button in scene.findChildren(QToolButton)][-2:]
    return {*last, window.drawer.pane._close.accessibleName()}


def test_what_is_said_when_something_breaks(opened: Opened, heard: set[str]) -> None:
    window = opened((1280, 900), EVERYTHING)
    window.on_trouble("", "details")
    listen(window, heard)
    window.desk.close_all()
    window.desk.health_note()
    listen(window, heard)
    assert plain_in(heard) == []
