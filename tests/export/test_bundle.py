"""A teacher's bundle is whole or not there, and never takes the place of what is not its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from hinge_tutor.export import bundle, tour
from hinge_tutor.export.bundle import ANSWERS, QUESTIONS, asked_at, write_bundle
from hinge_tutor.export.image import ExportError
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.words import words
from hinge_tutor.paint import load_palette

from .pdf_reading import read
from .test_tour import Outline

pytestmark = pytest.mark.usefixtures("qapp", "small")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pictures: what is tested here does not depend on their size."""
    monkeypatch.setattr(tour, "PICTURE_PX", (160, 90))
    monkeypatch.setattr(tour, "CLIP_PX", (80, 50))
    monkeypatch.setattr(bundle, "ASKED_PX", (160, 90))


def lesson(steps: int | None = None) -> Lesson:
    whole = load_lesson("what-is-a-hinge")
    return replace(whole, steps=whole.steps[:steps])


def made(folder: Path, of: Lesson | None = None, language: str = "en") -> Path:
    return write_bundle(of or lesson(2), words(language), load_palette("light"), folder, "a4")


def test_it_has_pictures_clips_notes_questions_and_answers(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    whole, folder = lesson(), tmp_path / "out"
    index = write_bundle(
        whole, words("en"), load_palette("light"), folder, "letter", lambda *at: told.append(at)
    )
    builds = sum(len(step.builds) for step in whole.steps)
    assert len([each for each in folder.glob("*.png") if "question" not in each.name]) == builds
    clips = {each.name.removeprefix(f"{whole.id}-") for each in folder.glob("*.gif")}
    assert clips == {"hip-hinge.gif", "squat.gif", "forward-bend.gif"}
    page = index.read_text(encoding="utf-8")
    outline = Outline()
    outline.feed(page)
    assert outline.open == []
    assert all((folder / str(image["src"])).is_file() for image in outline.images)
    for link in re.findall(r'href="([^"]+)"', page):
        assert (folder / link).is_file()
    for part in (*whole.objectives, *whole.key_points, "Who chooses it may think"):
        assert part.split(" ")[0] in page
    assert "{hip-hinge" not in page, "a placeholder was not filled"
    # What is done only grows, to the end.
    assert told[0][0] == 0
    assert [done for done, _ in told] == list(range(told[-1][1] + 1))
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_the_questions_have_no_answer_and_the_answers_have_every_explanation(
    tmp_path: Path,
) -> None:
    made(tmp_path / "out")
    asked, answered = read(tmp_path / "out" / QUESTIONS), read(tmp_path / "out" / ANSWERS)
    question = next(s.question for s in lesson(2).steps if s.question)
    assert question.prompt in asked.text
    for choice in question.choices:
        assert choice.text in asked.text
        assert choice.text in answered.text
        begin = choice.explanation.split("{")[0].strip()
        assert begin not in asked.text
        assert begin in answered.text
    assert "✓" not in asked.text
    assert answered.text.count("✓") == 1
    assert asked.fonts_inside
    with Image.open(next((tmp_path / "out").glob("*question.png"))) as picture:
        assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255), "ink for a ground"
    assert answered.fonts_inside
    assert asked.size_mm == pytest.approx((210.0, 297.0), abs=0.5)


def test_a_prediction_shows_the_beginning_and_not_the_answer() -> None:
    build = next(b for s in lesson().steps for b in s.builds if b.question and b.question.reveal)
    film = replace(build, stage=replace(build.stage, play="once", stop_at="turn"))
    still = replace(build, stage=replace(build.stage, play="still", at=0.25))
    assert build.question is not None
    told = replace(film, question=replace(build.question, reveal=""))
    cast = figures(film.stage)
    assert asked_at(film, cast) == 0.0
    assert asked_at(still, cast) == 0.25
    assert asked_at(told, cast) == tour.shown_at(film.stage, cast) > 0.3


def test_spanish_is_spanish(tmp_path: Path) -> None:
    spanish = load_lesson("what-is-a-hinge", "es")
    made(tmp_path / "out", replace(spanish, steps=spanish.steps[:2]), "es")
    assert "Preguntas" in read(tmp_path / "out" / QUESTIONS).text
    assert 'lang="es"' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_later_bundle_replaces_the_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    made(tmp_path, lesson(2))
    (tmp_path / "mine.png").write_bytes(b"mine")
    longer = {each.name for each in tmp_path.iterdir()}
    made(tmp_path, lesson(1))
    left = {each.name for each in tmp_path.iterdir()}
    assert "mine.png" in left
    assert (tmp_path / "mine.png").read_bytes() == b"mine"
    # What the shorter lesson does not have any more is gone.
    assert longer - left == {
        name for name in longer if re.match(r"what-is-a-hinge-2-\d|.*(squat|bend)\.gif", name)
    }


@pytest.mark.parametrize("name", ["index.html", QUESTIONS, "what-is-a-hinge-1-1.png"])
def test_a_foreign_file_stays_and_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="stays; choose another folder"):
        made(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_file_of_ones_own_beside_an_earlier_bundle_stays_too(tmp_path: Path) -> None:
    made(tmp_path, lesson(1))
    stranger = tmp_path / "what-is-a-hinge-2-1.png"
    stranger.write_bytes(b"mine")
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    with pytest.raises(ExportError, match=r"what-is-a-hinge-2-1\.png is there already"):
        made(tmp_path, lesson(2))
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_list_that_somebody_wrote_takes_no_other_file_away(tmp_path: Path) -> None:
    made(tmp_path / "out", lesson(1))
    index = tmp_path / "out" / "index.html"
    text = index.read_text(encoding="utf-8")
    listed = 'name="hinge-tutor-files" content="'
    index.write_text(text.replace(listed, f"{listed}../mine.png notes.txt "), encoding="utf-8")
    (tmp_path / "mine.png").write_bytes(b"mine")
    (tmp_path / "out" / "notes.txt").write_bytes(b"mine")
    made(tmp_path / "out", lesson(1))
    assert (tmp_path / "mine.png").exists()
    assert (tmp_path / "out" / "notes.txt").exists()


def test_what_breaks_amid_the_work_leaves_the_earlier_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "out", lesson(1))
    before = {each: each.read_bytes() for each in (tmp_path / "out").iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bundle, "save_gif", full)
    with pytest.raises(ExportError, match="could not be written"):
        made(tmp_path / "out", lesson(2))
    assert {each: each.read_bytes() for each in (tmp_path / "out").iterdir()} == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_picture_that_cannot_be_written_is_told_by_the_folder_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_picture: object, path: Path, *_: object) -> None:
        raise ExportError(f"{path} could not be written (no space left on device).")

    monkeypatch.setattr(bundle, "save_png", full)
    with pytest.raises(ExportError) as caught:
        made(tmp_path / "out", lesson(1))
    assert str(tmp_path / "out") in str(caught.value)
    assert ".part" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_who_stops_it_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bundle(lesson(2), words("en"), load_palette("light"), tmp_path / "out", "a4", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(ExportError, match="is a file and stays"):
        made(tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"mine"
