"""Hidden figures are A, B and C until the answer is told; nothing on screen says more before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hinge_tutor.app.calling import called, spoken
from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.dial_card import DialCard
from hinge_tutor.app.palette import command_rows
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.paint import placement
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.shapes import Label

from .conftest import Opened, settle

LESSON = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
Key = Qt.Key
# What would say who has the fault, or which one it is: its words, its share, what it is found by.
TELLING = re.compile(r"round|80|hip hinge|hinge ·|differ|changes|keeps every", re.IGNORECASE)
# The step's own words, which the author answers for.
AUTHORED = ("Find and repair", "Who rounds it?", "Step 2 of 6 · Who rounds it?")
# Layers, plots, key poses, the roll, what differs; the dial, other figures, other orders.
ASKED_FOR = ("plots", "key_strip", "layer_findings", "layer_muscles", "difference", "signed")
TURNED = ("more_fault", "fault", "try_fault", "sandbox", "technique_map", "swap", "solo")
WATCH, CHOOSE = (2, 1), (2, 2)


@pytest.fixture
def window(opened_on: Opened) -> Window:
    made = opened_on(LESSON)
    there(made, CHOOSE)
    return made


def there(window: Window, place: tuple[int, int]) -> None:
    session = window.session
    session.go(session.route.find("repair", *place))
    session.timeline.play(False)
    session.timeline.seek(0.6)
    settle()


def painted(window: Window) -> list[Label]:
    stage = window.audience.stage if window.presenting else window.learn.stage
    stage.repaint()
    assert stage.painted is not None
    return [shape for shape in stage.painted.shapes if isinstance(shape, Label)]


def titles(window: Window) -> list[str]:
    return [shape.text for shape in painted(window) if shape.name == "title"]


def unauthored(text: str) -> str:
    """A text without what the author answers for, which a page read aloud begins with."""
    for piece in AUTHORED:
        text = text.replace(piece, "")
    return text


def said(window: Window) -> Iterator[str]:
    """Everything that is written, drawn, or read aloud somewhere in the window now."""
    yield from (shape.text for shape in painted(window))
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    yield from (each.text() for each in shown if isinstance(each, QLabel))
    for each in shown:
        interface = QAccessible.queryAccessibleInterface(each)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield interface.text(kind) if interface is not None else ""
        yield each.toolTip()
    window.describe()
    yield window.session.notice
    stage = window.learn.stage
    for spot in stage.painted.hotspots if stage.painted and not window.presenting else ():
        window.inspector.pick(spot.name, spot.figure)
        yield window.session.notice
        settle()
    window.inspector.close()


@pytest.mark.parametrize("place", [WATCH, CHOOSE])
@pytest.mark.parametrize("presenting", [False, True])
def test_nothing_tells_before_the_answer(
    window: Window, place: tuple[int, int], presenting: bool
) -> None:
    there(window, place)
    if presenting:
        window.present(False)
        settle()
    for command in (*ASKED_FOR, *TURNED):
        window.commands.run(command)
        settle()
    assert window.desk.top() is None
    assert titles(window) == ["A", "B", "C"]
    told = [text for text in said(window) if TELLING.search(unauthored(text))]
    assert told == []
    picture = (window.audience if window.presenting else window.learn).stage.painted
    assert picture is not None
    assert not {"badge", "angles"} & {shape.name for shape in picture.shapes}
    assert "findings" not in picture.layers()


def test_what_could_tell_is_no_command_yet(window: Window) -> None:
    possible = {row.words for row in command_rows(window.commands, letters=True) if row.possible}
    for words in ("More of the fault", "Swap the figures", "Save the figures' data…"):
        assert not any(words in row for row in possible)


def test_the_answer_names_the_figure_and_shows_what_the_rules_find(window: Window) -> None:
    window.session.choose(1)
    settle()
    assert titles(window) == [
        "A · Hip hinge",
        "B · Hip hinge · rounded back 80\u00a0%",
        "C · Hip hinge",
    ]
    found = {shape.text for shape in painted(window) if shape.name.startswith("finding")}
    assert "Lower back changes shape" in found
    (card,) = window.learn.lesson.findChildren(DialCard)
    told = " ".join(label.text() for label in card.findChildren(QLabel))
    assert told.startswith("Rounded back: 80")
    assert "The lower back changes by" in told
    window.describe()
    assert "B · Hip hinge · rounded back 80\u00a0%, " in window.session.notice
    window.commands.run("key_strip")
    settle()
    group = window.learn.dock.strip.groups[1]
    assert group[0].accessibleName().startswith("B · Hinge · rounded back 80\u00a0%: ")


def test_the_answer_shows_a_build_later_where_nobody_guessed(window: Window) -> None:
    session = window.session
    QTest.keyClick(window, Key.Key_PageDown)
    settle()
    assert session.explained
    assert not session.pending
    # This build shows one figure, which needs no letter.
    assert called(session) == ("Hip hinge",)


@pytest.mark.parametrize("figure", [0, 1, 2])
def test_a_figure_is_picked_by_its_number(window: Window, figure: int) -> None:
    QTest.keyClicks(QApplication.focusWidget() or window, str(figure + 1))
    assert window.session.answer == figure


@pytest.mark.parametrize("figure", [0, 1, 2])
def test_a_figure_is_picked_by_its_button_and_the_buttons_stand_in_its_order(
    window: Window, figure: int
) -> None:
    buttons = window.learn.lesson.findChildren(ChoiceButton)
    buttons.sort(key=lambda button: button.mapTo(window, QPoint(0, 0)).y())
    assert [b.accessibleName() for b in buttons] == ["Figure A", "Figure B", "Figure C"]
    assert spoken(window.session) == tuple(b.accessibleName() for b in buttons)
    QTest.mouseClick(buttons[figure], Qt.MouseButton.LeftButton)
    assert window.session.answer == figure


def knee(window: Window, figure: int) -> QPointF:
    stage = window.learn.stage
    assert stage.painted is not None
    spot = next(s for s in stage.painted.hotspots if (s.name, s.figure) == ("knee", figure))
    scale, left, bottom = placement(stage.painted, stage.sheet())
    return QPointF(left + spot.x * scale, bottom - spot.y * scale)


@pytest.mark.parametrize("figure", [0, 1, 2])
@pytest.mark.parametrize("view", ["side_by_side", "stacked"])
def test_a_figure_is_picked_with_the_pointer(window: Window, figure: int, view: str) -> None:
    window.commands.run(f"view_{view}")
    settle()
    at = knee(window, figure).toPoint()
    QTest.mouseClick(window.learn.stage, Qt.MouseButton.LeftButton, pos=at)
    assert window.session.answer == figure
    assert window.inspector.picked is None


@pytest.mark.parametrize("figure", [0, 1, 2])
def test_a_figure_is_picked_with_tab_and_enter(window: Window, figure: int) -> None:
    stage = window.learn.stage
    stage.setFocus()
    QTest.keyClick(stage, Key.Key_Return)
    assert window.session.answer is None, "Enter without a figure turns the page"
    there(window, CHOOSE)
    window.session.answers.clear()
    stage.setFocus()
    for _ in range(figure + 1):
        QTest.keyClick(stage, Key.Key_Tab)
    assert stage.accessibleDescription().startswith(f"Figure {'ABC'[figure]}, ")
    stage.repaint()
    assert stage.painted is not None
    assert len(stage.painted.named("picked")) == 1
    QTest.keyClick(stage, Key.Key_Return)
    assert window.session.answer == figure


def test_tab_leaves_the_stage_after_the_last_figure(window: Window) -> None:
    stage = window.learn.stage
    stage.setFocus()
    for _ in range(3):
        QTest.keyClick(stage, Key.Key_Tab)
        assert stage.hasFocus()
    QTest.keyClick(stage, Key.Key_Tab)
    assert not stage.hasFocus()
    assert window.learn.picking.reached is None
    stage.setFocus()
    QTest.keyClick(stage, Key.Key_Backtab)
    assert window.learn.picking.reached == 2


def test_after_the_answer_the_stage_answers_as_it_always_does(window: Window) -> None:
    window.session.choose(0)
    settle()
    at = knee(window, 1).toPoint()
    QTest.mouseClick(window.learn.stage, Qt.MouseButton.LeftButton, pos=at)
    assert window.session.answer == 0
    assert window.inspector.picked == ("knee", 1)


def test_the_heading_says_that_something_is_to_be_found(window: Window) -> None:
    shown = [label.text() for label in window.learn.lesson.findChildren(QLabel)]
    assert "Find it" in shown


def test_the_overview_shows_letters_whatever_the_step_tells_later(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets: list[Plan] = []

    def drawn(_who: object, plan: Plan, options: Options, _t: float) -> Picture:
        # A tile has no foot; the stage behind the card has.
        sheets.extend([] if plan.foot else [plan])
        assert "findings" not in options.layers
        return Picture(1.0, 1.0, ())

    monkeypatch.setattr("hinge_tutor.app.tiles.scene.picture", drawn)
    window.desk.overview()
    settle()
    assert len(sheets) == len(window.session.lesson.steps)
    (hidden,) = (sheet for sheet in sheets if sheet.titles)
    assert hidden.titles == ("A", "B", "C")
    assert hidden.badges == ("", "", "")
    assert not hidden.angles
    window.desk.close_all()


def test_a_second_question_keeps_the_first_answer_from_telling_too_much(
    opened_on: Opened, tmp_path: Path
) -> None:
    text = LESSON.read_text(encoding="utf-8")
    second = """### What is it?

> Now name it.

```question
prompt = "What does figure B do?"

[[choice]]
text = "It rounds"
right = true
explanation = "Yes, and the hips do less."

[[choice]]
text = "It waits"
explanation = "It moves as the others do."
misconception = "Whoever rounds is slow."
```

### The picture
"""
    file = tmp_path / "repair.md"
    file.write_text(text.replace("### The picture\n", second, 1), encoding="utf-8")
    window = opened_on(file)
    session = window.session
    there(window, CHOOSE)
    session.choose(1)
    settle()
    assert session.explained
    assert titles(window) == ["A", "B", "C"], "the next question would be answered"
    there(window, (2, 3))
    assert session.question is not None
    assert session.question.prompt == "What does figure B do?"
    assert titles(window) == ["A", "B", "C"]
    session.choose(0)
    settle()
    assert titles(window)[1] == "B · Hip hinge · rounded back 80\u00a0%"


ROUND = """### Once more

> Another round.

```stage
faults = ["squatty-hinge=90", "", ""]
play = "still"
at = "turn"
```

```question
prompt = "Which one?"

[[choice]]
text = "Figure A"
right = true
explanation = "Its knees travel."

[[choice]]
text = "Figure B"
explanation = "Its shins stand."
misconception = "The middle stands out."

[[choice]]
text = "Figure C"
explanation = "Its shins stand."
misconception = "The last one stands out."
```

### The picture
"""


@pytest.fixture
def rounds(opened_on: Opened, tmp_path: Path) -> Window:
    """Two rounds, one after the other, each with figures of its own."""
    file = tmp_path / "repair.md"
    text = LESSON.read_text(encoding="utf-8")
    file.write_text(text.replace("### The picture\n", ROUND, 1), encoding="utf-8")
    made = opened_on(file)
    there(made, CHOOSE)
    return made


def test_a_round_is_told_at_once_and_the_next_one_is_hidden_again(rounds: Window) -> None:
    rounds.session.choose(1)
    settle()
    assert titles(rounds)[1] == "B · Hip hinge · rounded back 80\u00a0%"
    rounds.commands.run("next")
    settle()
    assert titles(rounds) == ["A", "B", "C"]
    assert "findings" not in rounds.session.options.layers
    rounds.commands.run("previous")
    settle()
    assert titles(rounds)[1] == "B · Hip hinge · rounded back 80\u00a0%"


def test_a_presenter_shows_each_answer_before_the_next_round(rounds: Window) -> None:
    session = rounds.session
    rounds.present(False)
    here = session.spot
    QTest.keyClick(rounds, Key.Key_PageDown)
    settle()
    assert session.spot == here
    assert any(title.startswith("B · ") for title in titles(rounds))
    labels = [label.text() for label in rounds.audience.findChildren(QLabel)]
    assert labels[labels.index("✓") + 1] == "Figure B"
    QTest.keyClick(rounds, Key.Key_PageDown)
    settle()
    assert session.spot == session.route.after(here)
    assert titles(rounds) == ["A", "B", "C"]
    # The build after the second round asks nothing, so it tells.
    QTest.keyClick(rounds, Key.Key_PageDown)
    assert session.spot == session.route.find("repair", 2, 4)
    assert session.explained
    QTest.keyClick(rounds, Key.Key_PageUp)
    QTest.keyClick(rounds, Key.Key_PageUp)
    assert session.spot == here
    assert session.answer is None
    assert any(title.startswith("B · ") for title in titles(rounds))
    rounds.commands.run("reset")
    session.go(here)
    settle()
    assert titles(rounds) == ["A", "B", "C"]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_letters_stand_over_their_figures_at_every_size(
    opened_on: Opened, size: tuple[int, int], percent: int
) -> None:
    window = opened_on(LESSON, size, Settings(health_note_read=True, text_percent=percent))
    there(window, CHOOSE)
    assert titles(window) == ["A", "B", "C"]
