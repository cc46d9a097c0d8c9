"""The lesson is read aloud for whoever wants it: once, in order, and never longer than it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from hinge_tutor.app.narrator import Narrator
from hinge_tutor.app.page_heard import page_heard
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window

from .conftest import Hands, Opened, settle, unasked


class Fake:
    """A voice that keeps what it was to say; each text lasts until it is stopped or `done`."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.stops = 0
        self.failed = False
        self.speaking = False

    @property
    def busy(self) -> bool:
        return self.speaking

    def available(self, _language: str) -> bool:
        return True

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))
        self.speaking = True

    def stop(self) -> None:
        self.stops += 1
        self.speaking = False

    def silent(self) -> bool:
        return not self.speaking

    def look(self) -> None:
        """Nothing happens to it by itself."""

    @property
    def last(self) -> str:
        return self.said[-1][0] if self.said else ""


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    made = Fake()
    monkeypatch.setattr("hinge_tutor.app.voice.Voice", lambda **_: made)
    monkeypatch.setattr("hinge_tutor.app.voice.programs", lambda _language: ("one",))
    yield made
    made.speaking = False


@pytest.fixture
def reading(window: Window, voice: Fake) -> Iterator[Window]:
    """A window that reads aloud a page with a figure that can move."""
    unasked(window.session)
    window.session.timeline.play(False)
    window.commands.run("narration")
    yield window
    window.close()
    assert voice.silent()


def asking(window: Window) -> Spot:
    route = window.session.route
    return next(s for s in route.spots if route.build(s).question is not None)


def test_the_page_that_is_shown_is_read_with_its_title(reading: Window, voice: Fake) -> None:
    session = reading.session
    assert voice.said == [(page_heard(session, titled=True), "en")]
    assert voice.last.startswith(session.step.title)
    assert session.fill(session.build.prompt) in voice.last


def test_each_page_is_read_once_and_a_title_once_a_step(reading: Window, voice: Fake) -> None:
    session = reading.session
    for _ in range(3):
        before, step = len(voice.said), session.spot.step
        reading.commands.run("next")
        session.options_changed.emit()
        session.step_changed.emit()
        assert len(voice.said) == before + 1
        assert voice.last.startswith(session.step.title) == (session.spot.step != step)


def test_everything_that_can_be_read_can_be_heard(reading: Window, voice: Fake) -> None:
    """Captions always: whatever is said is written as well."""
    session = reading.session
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        build = session.build
        if session.said:
            assert session.fill(build.prompt).rstrip(".") in voice.last
        if session.asked is not None and not session.explained:
            assert session.asked.prompt.rstrip(".") in voice.last
        assert "**" not in voice.last
        assert "](" not in voice.last


def test_a_question_is_read_with_its_choices_and_then_its_answer(
    reading: Window, voice: Fake
) -> None:
    session = reading.session
    session.go(asking(reading))
    session.timeline.play(False)
    question = session.question
    assert question is not None
    places = [voice.last.index(f"{n}: {c.text}") for n, c in enumerate(question.choices, 1)]
    assert places == sorted(places)
    right = question.choices[question.right]
    session.choose(question.right)
    while not session.explained:
        reading.commands.run("next")
    assert right.explanation in voice.last
    assert session.words.question("answer") in voice.last


def test_it_is_silent_once_somebody_pauses(reading: Window, voice: Fake) -> None:
    session = reading.session
    session.timeline.play()
    session.timeline.seek_s(0.5)
    assert not voice.silent()
    session.timeline.toggle()
    assert voice.silent()


def test_a_film_that_ends_by_itself_does_not_cut_the_words_short(
    reading: Window, voice: Fake, hands: Hands
) -> None:
    session = reading.session
    session.timeline.set_loop(None)
    session.timeline.play()
    for _ in range(400):
        hands.seconds += 0.09
        session.timeline.beat()
    assert not session.timeline.clock.playing
    assert voice.speaking


def test_phases_are_named_once_the_page_is_read_and_only_the_first_time_round(
    reading: Window, voice: Fake
) -> None:
    session = reading.session
    session.timeline.play()
    before = len(voice.said)
    spans = session.timeline.spans
    for span in spans:
        session.timeline.seek_s((span.from_s + span.to_s) / 2)
    assert len(voice.said) == before, "the page goes before them"
    voice.speaking = False
    for _ in range(2):
        for span in spans:
            session.timeline.seek_s((span.from_s + span.to_s) / 2)
    movement = session.repetitions[0].take.movement.id
    words = session.words
    named = [words.cue(movement, s.phase) or words.phase(movement, s.phase) for s in spans]
    assert sorted(text for text, _ in voice.said[before:]) == sorted(named)


@pytest.mark.parametrize("how", ["hidden", "closed", "blank", "audience", "off"])
def test_nobody_is_talked_to_who_has_left(reading: Window, voice: Fake, how: str) -> None:
    session = reading.session
    assert not voice.silent()
    if how == "hidden":
        reading.hide()
    elif how == "closed":
        reading.close()
    elif how == "blank":
        session.set_blank("black")
    elif how == "audience":
        session.set_audience(True)
    else:
        reading.commands.run("narration")
    assert voice.silent()
    before = len(voice.said)
    session.step_changed.emit()
    session.timeline.play()
    assert len(voice.said) == before


def test_it_speaks_the_language_of_the_lesson(opened: Opened, voice: Fake) -> None:
    settings = Settings(health_note_read=True, language="es", narration=True)
    window = opened(settings=settings)
    window.session.timeline.play(False)
    assert {language for _, language in voice.said} == {"es"}
    window.close()


def test_its_timer_lives_as_long_as_the_voice(reading: Window, voice: Fake) -> None:
    (timer,) = (
        each
        for narrator in reading.findChildren(Narrator)
        for each in narrator.findChildren(QTimer)
    )
    assert timer.isActive()
    voice.speaking = False
    timer.timeout.emit()
    assert not timer.isActive()


def test_where_nobody_could_be_heard_that_is_said_once(reading: Window, voice: Fake) -> None:
    voice.failed, voice.speaking = True, False
    (narrator,) = reading.findChildren(Narrator)
    narrator.on_timeout()
    assert "No voice could be heard" in reading.session.notice
    reading.session.say("")
    narrator.on_timeout()
    assert reading.session.notice == ""


def test_without_a_program_the_command_is_gray_and_says_why(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hinge_tutor.app.voice.programs", lambda _language: ())
    command = next(each for each in window.commands.all if each.id == "narration")
    assert not command.possible()
    window.commands.run("narration")
    assert not window.session.settings.narration
    assert "espeak-ng" in command.reason()


def test_it_is_kept_as_a_setting(window: Window, voice: Fake) -> None:
    window.commands.run("narration")
    assert window.session.settings.narration
    assert not voice.silent()
    window.session.change_settings(replace(window.session.settings, narration=False))
    assert voice.silent()


def test_train_says_what_was_seen_and_what_to_say_once(reading: Window, voice: Fake) -> None:
    reading.commands.run("train")
    settle()
    reading.commands.run("digit_2")
    settle()
    guide = reading.session.guide
    assert guide is not None
    assert voice.last == guide.heard
    assert guide.cue in voice.last
    count = len(voice.said)
    reading.commands.run("more_fault")
    settle()
    assert len(voice.said) == count, "the dial says nothing new"
    reading.commands.run("learn")
    settle()
    assert voice.last == page_heard(reading.session, titled=False)
