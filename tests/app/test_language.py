"""The window speaks the language that was chosen, and can change it while it is open."""

from __future__ import annotations

import errno
import gc
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from hinge_tutor import shelf
from hinge_tutor.app import language as dictionaries
from hinge_tutor.app import store, trouble
from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.clinic import WHAT
from hinge_tutor.app.errands import Errands
from hinge_tutor.app.language import known_languages, language_of, speak
from hinge_tutor.app.photo_file import pasted
from hinge_tutor.app.preferences import Preferences
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.tutor import Tutor
from hinge_tutor.lessons.languages import ENGLISH, Language
from hinge_tutor.lessons.words import words

from .conftest import READ, Hands, settle, unasked

SPANISH = "es"
KNOWN = (Language(ENGLISH, "English", True), Language(SPANISH, "Español", True))
Started = Callable[..., Tutor]


@pytest.fixture
def started(qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Started]:
    """Opens the tutor in the language of its settings; English again afterwards."""
    made: list[Tutor] = []

    def start(settings: Settings = READ, folder: Path | None = None) -> Tutor:
        assert qapp is application()
        memory = Memory(folder)
        memory.settings = settings
        speak(language_of(settings))
        tutor = Tutor(open_session(memory, language_of(settings), hands), tmp_path)
        made.append(tutor)
        tutor.window.resize(1280, 800)
        tutor.window.show()
        settle()
        return tutor

    yield start
    for tutor in made:
        tutor.window.close()
        tutor.window.deleteLater()
    speak(ENGLISH)
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def choose(tutor: Tutor, language: str) -> None:
    """The language is chosen, and the window that spoke another one is gone."""
    session = tutor.session
    session.change_settings(replace(session.settings, language=language))
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


# ── which ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("chosen", "system", "expected"),
    [
        ("", ["es-MX", "es"], SPANISH),
        ("", ["de-DE", "es-ES", "en"], SPANISH),
        ("", ["en-US", "es"], ENGLISH),
        ("", ["C"], ENGLISH),
        ("en", ["es"], ENGLISH),
        ("es", ["en"], SPANISH),
        ("../../etc", ["en"], ENGLISH),
    ],
)
def test_what_was_chosen_counts_and_then_the_system(
    chosen: str, system: list[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Here:
        def uiLanguages(self) -> list[str]:
            return system

    monkeypatch.setattr(dictionaries, "known_languages", lambda: KNOWN)
    monkeypatch.setattr(QLocale, "system", Here)
    assert language_of(replace(READ, language=chosen)) == expected


def test_without_its_list_the_course_has_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise shelf.MissingFile("The file is missing.")

    monkeypatch.setattr(dictionaries, "languages", missing)
    assert [each.code for each in known_languages()] == [ENGLISH]


# ── dictionaries ─────────────────────────────────────────────────────────────────────────────────


def test_the_window_and_qt_itself_speak_the_language(started: Started) -> None:
    tutor = started(replace(READ, language=SPANISH))
    assert tr("Preferences…") == "Preferencias…"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert tutor.window.locale().language() == QLocale.Language.Spanish
    assert tutor.session.words.language == SPANISH
    menus = [action.text() for action in tutor.window.top.menus.actions()]
    assert "&Lección" in menus


def test_only_the_dictionaries_of_one_language_are_open(started: Started) -> None:
    tutor = started()
    for language in (SPANISH, ENGLISH, SPANISH, SPANISH):
        choose(tutor, language)
    assert len(dictionaries._open) == 2
    choose(tutor, ENGLISH)
    assert dictionaries._open == []
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert tr("Preferences…") == "Preferences…"


def test_without_its_dictionary_the_window_speaks_english(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "_folder", lambda: "/no/such/folder")
    tutor = started(replace(READ, language=SPANISH))
    assert tr("Preferences…") == "Preferences…"
    assert tutor.session.words.language == SPANISH


# ── while it is open ─────────────────────────────────────────────────────────────────────────────


def test_another_language_is_one_press_in_the_preferences(started: Started, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    tutor = started(folder=folder)
    tutor.window.desk.preferences()
    card = tutor.window.desk.top()
    assert isinstance(card, Preferences)
    spanish = next(b for b in card.findChildren(QPushButton) if b.text() == "Español")
    english = next(b for b in card.findChildren(QPushButton) if b.text() == "English")
    assert (english.isChecked(), spanish.isChecked()) == (True, False)
    spanish.click()
    settle()
    settle()
    again = tutor.window.desk.top()
    assert isinstance(again, Preferences)
    assert again.title.text() == "Preferencias"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Español"
    assert focused.isChecked()
    kept = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert kept["language"] == SPANISH


def test_place_answers_settings_and_moment_stay(started: Started) -> None:
    tutor = started(replace(READ, text_percent=125, theme="dark"))
    session = tutor.session
    session.go(session.route.find(session.lesson.id, 2, 2))
    session.choose(2)
    session.go(session.route.find(session.lesson.id, 2, 4))
    session.timeline.seek(0.37)
    session.set_speed(0.25)
    session.timeline.play(False)
    session.set_options(replace(session.options, layers=session.options.layers | {"muscles"}))
    before = (session.spot, dict(session.answers), session.timeline.clock, session.figures)
    shown = session.options
    choose(tutor, SPANISH)
    assert (session.spot, session.answers, session.timeline.clock, session.figures) == before
    assert session.options == shown
    assert (session.settings.text_percent, session.settings.theme) == (125, "dark")
    assert session.answer == 2
    assert not session.trying
    assert session.words is words(SPANISH)
    assert tutor.window.size().width() == 1280
    choose(tutor, ENGLISH)
    assert (session.spot, session.answers, session.timeline.clock, session.figures) == before


def test_a_guess_by_hand_and_what_disproves_an_answer_stay(started: Started) -> None:
    tutor = started()
    session = tutor.session
    session.go(session.route.find("what-is-a-hinge", 1, 1))
    assert session.guessing
    tutor.window.learn.guessing.lead_by(-10, -5)
    guess = session.guess
    choose(tutor, SPANISH)
    assert session.guess is guess
    assert session.guessing
    assert session.timeline.held
    stage = tutor.window.learn.stage
    stage.repaint()
    painted = stage.painted
    assert painted is not None
    assert "tu predicción" in [getattr(each, "text", "") for each in painted.named("guess.word")]
    tutor.window.learn.guessing.nudge(-0.01, 0.0)
    session.keep_guess()
    session.go(session.route.find("what-is-a-hinge", 2, 2))
    question = session.question
    assert question is not None
    session.choose((question.right + 1) % len(question.choices))
    while not session.explained:
        session.go(session.route.after(session.spot))
    mistaken = session.mistaken
    assert mistaken is not None
    assert session.plan is mistaken.replay
    session.timeline.seek(0.3)
    before = session.timeline.clock
    choose(tutor, ENGLISH)
    assert session.mistaken is not None
    assert session.mistaken is not mistaken
    assert session.plan is session.mistaken.replay
    assert session.timeline.clock == before
    assert not session.trying


@pytest.mark.parametrize("playing", [True, False])
def test_what_plays_goes_on_and_what_rests_does_not(started: Started, playing: bool) -> None:
    tutor = started()
    unasked(tutor.session)
    tutor.session.timeline.play(playing)
    choose(tutor, SPANISH)
    assert tutor.session.timeline.clock.playing is playing
    assert tutor.session.timeline.running is playing


def test_figures_that_were_made_up_stay_and_can_be_taken_back(started: Started) -> None:
    tutor = started()
    unasked(tutor.session)
    tutor.window.commands.run("sandbox")
    sandbox = tutor.window.drawer.sandbox
    first = sandbox.scene
    assert sandbox.cast is not None
    sandbox.change(replace(sandbox.cast, load_kg=20.0))
    made_up = sandbox.scene
    choose(tutor, SPANISH)
    assert tutor.window.drawer.is_open
    assert tutor.session.trying
    assert tutor.window.drawer.sandbox.scene == made_up
    tutor.window.commands.run("undo")
    assert tutor.window.drawer.sandbox.scene == first
    assert tutor.session.plan.movements == first


def test_what_is_open_is_open_again(started: Started) -> None:
    tutor = started()
    session = tutor.session
    session.go(session.route.find(session.lesson.id, 6, 3))
    tutor.window.learn.open_technique()
    tutor.window.inspector.pick("hamstrings", 0)
    layers = session.options.layers
    choose(tutor, SPANISH)
    assert tutor.window.learn.shows_technique
    assert tutor.window.inspector.picked == ("hamstrings", 0)
    assert session.options.layers == layers
    tutor.window.close_innermost()
    tutor.window.learn.posing.switch(True)
    choose(tutor, ENGLISH)
    assert tutor.window.learn.posing.on
    assert not tutor.window.learn.shows_technique


def test_the_recall_deck_goes_on_in_the_other_language(started: Started) -> None:
    tutor = started()
    before = tutor.session.spot
    tutor.window.learn.open_deck()
    choose(tutor, SPANISH)
    assert leads(tutor) == "deck"
    assert tutor.window.learn.deck.accessibleName() == "Tarjetas de repaso"
    tutor.window.close_innermost()
    assert leads(tutor) == "lesson"
    assert tutor.session.spot == before


def leads(tutor: Tutor) -> str:
    """What stands in the place of the lesson."""
    learn = tutor.window.learn
    return "deck" if learn.shows_deck else "map" if learn.shows_technique else "lesson"


def shown(tutor: Tutor) -> tuple[bool, bool]:
    """Whether the window is that of an audience, and whether it fills the screen."""
    return tutor.window.presenting, tutor.window.isFullScreen()


def test_the_clinic_goes_on_in_the_other_language(started: Started) -> None:
    tutor = started()
    tutor.window.commands.run("clinic")
    clinic = tutor.window.learn.clinic.clinic
    clinic.work.finish()
    for number in (1, 1):
        clinic.choose(number)
    clinic.turn(True)
    clinic.work.finish()
    clinic.choose(2)
    left = clinic.put_down()
    assert left is not None
    assert (left.stage, left.score.rounds, left.figure) == (WHAT, 1, 1)
    choose(tutor, SPANISH)
    assert tutor.window.learn.shows_clinic
    other = tutor.window.learn.clinic.clinic
    assert other is not clinic
    assert other.put_down() == left
    assert tutor.session.guide is other
    assert left.round is not None
    assert tutor.session.plan == left.round.plan
    assert tutor.window.learn.clinic.what.isVisible()
    other.choose(1)
    assert other.score.rounds == 2
    tutor.window.learn.close_clinic()
    assert not tutor.session.trying


def test_a_client_goes_on_in_the_other_language(started: Started) -> None:
    tutor = started()
    before = tutor.session.plan
    tutor.window.commands.run("train")
    training = tutor.window.train.training
    training.see("craned-neck")
    training.new_client()
    training.see("rounded-back")
    training.write(note="Slowly")
    trainee, last = training.trainee, training.earlier
    choose(tutor, SPANISH)
    window = tutor.window
    assert window.train.shown
    assert (window.train.training.trainee, window.train.training.earlier) == (trainee, last)
    assert tutor.session.guide is window.train.training
    window.commands.run("next")
    assert window.train.training.trainee.fault != trainee.fault
    window.commands.run("learn")
    assert tutor.session.plan == before
    # Whoever has left Train finds the client there later.
    trainee = window.train.training.trainee
    choose(tutor, ENGLISH)
    assert not tutor.window.train.shown
    assert tutor.window.train.training.trainee == trainee


def test_a_photo_and_its_marks_go_on_in_the_other_language(started: Started) -> None:
    tutor = started()
    tutor.window.commands.run("photo")
    photo = tutor.window.learn.photo.photo
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    photo.show(pasted(image))
    photo.accept()
    photo.accept()
    kept, marked, current = photo.image, photo.marked, photo.current
    assert kept is not None
    choose(tutor, SPANISH)
    other = tutor.window.learn.photo.photo
    assert tutor.window.learn.shows_photo
    assert tutor.session.guide is other
    assert (other.marked, other.current, other.can_undo) == (marked, current, True)
    assert other.image is not None
    assert other.image.pixelColor(9, 9).rgb() & 0xFFFFFF == 0x336699
    assert tutor.session.notice == ""
    # Nothing of it stays in the window before.
    assert kept.pixelColor(9, 9).rgb() & 0xFFFFFF == 0
    tutor.window.learn.close_photo()


def test_a_recording_goes_on_in_the_other_language(started: Started) -> None:
    from hinge_tutor.app.recording_pane import HandedOver
    from hinge_tutor.app.recording_work import Handed
    from hinge_tutor.recordings.recorded import Given, open_recording
    from tests.recordings.made import SAMPLES

    tutor = started()
    unasked(tutor.session)
    file = SAMPLES / "squat-angles.mot"
    read = open_recording(file, Given())
    tutor.window.learn.go_on_with(HandedOver(Handed(file, "", read, ""), 0, True, ""))
    pane = tutor.window.learn.recording
    pane.asked.load.setValue(24)
    choose(tutor, "es")
    assert tutor.window.learn.shows_recording
    other = tutor.window.learn.recording
    assert other is not pane
    assert other.told.text().startswith("Repetición 1 de 1")
    recorded, _ = tutor.session.repetitions
    assert recorded.take.load.mass_kg == 24.0
    tutor.window.learn.close_recording()


def test_a_file_on_its_way_is_not_left_to_itself(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    tutor = started()
    ended: list[Errands] = []

    def stop(errands: Errands) -> None:
        ended.append(errands)

    monkeypatch.setattr(Errands, "running", property(lambda _errands: True))
    monkeypatch.setattr(Errands, "stop", stop)
    errands = tutor.window.errands
    choose(tutor, SPANISH)
    assert ended == [errands]
    assert tutor.session.notice != ""


def test_an_audience_goes_on_seeing_its_page(started: Started) -> None:
    tutor = started()
    tutor.window.present(False)
    choose(tutor, SPANISH)
    assert shown(tutor) == (True, True)
    tutor.window.close_innermost()
    assert shown(tutor) == (False, False)


def test_nothing_of_the_windows_before_is_left(started: Started) -> None:
    tutor = started()
    counted = []
    for language in (SPANISH, ENGLISH, SPANISH, ENGLISH):
        choose(tutor, language)
        gc.collect()
        settle()
        windows = [each for each in QApplication.topLevelWidgets() if each.objectName() == "window"]
        assert windows == [tutor.window]
        signals = ("2step_changed()", "2frame_changed()", "2options_changed()")
        counted.append([tutor.session.receivers(signal) for signal in signals])
    assert counted[0] == counted[1] == counted[2] == counted[3]


def test_what_the_world_has_against_a_file_is_said_in_the_language(
    started: Started, tmp_path: Path
) -> None:
    tutor = started(replace(READ, language=SPANISH))
    assert store.reason(OSError(errno.ENOSPC, "No space left")) == "el disco está lleno"
    broken = tmp_path / "settings.json"
    broken.write_text("[]", encoding="utf-8")
    with pytest.raises(store.Unreadable, match=r"^settings.json no se pudo leer"):
        store.Store(broken).read()
    assert trouble.sentence(OSError("una\ndos\ntres")) == "una (y 2 más)"
    assert tutor.window.isVisible()


def test_a_file_dialog_of_qt_has_spanish_buttons(started: Started) -> None:
    tutor = started(replace(READ, language=SPANISH))
    dialog = QFileDialog(tutor.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    texts = {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}
    dialog.deleteLater()
    assert {"Guardar", "Cancelar"} <= texts


def test_the_first_note_leads_into_another_language(started: Started) -> None:
    tutor = started(Settings(language=ENGLISH))
    tutor.window.desk.health_note()
    settle()
    buttons = tutor.window.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Español").click()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    assert tutor.session.words.language == SPANISH
    assert tutor.window.desk.shows("health")
    said = [b.text() for b in tutor.window.findChildren(QPushButton) if b.isVisible()]
    assert "English" in said
    assert not tutor.session.settings.health_note_read
