"""The tour is a lesson that any browser shows, and it never overwrites what is not its own."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from hinge_tutor.export import tour
from hinge_tutor.export.image import ExportError
from hinge_tutor.lessons.course import load_lesson, order
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.words import words
from hinge_tutor.paint import load_palette

VOID = {"meta", "img", "br", "link"}


class Outline(HTMLParser):
    """Collects images and checks that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.images: list[dict[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.images.append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def first_lesson() -> Lesson:
    return load_lesson(order()[0])


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pictures: what is tested here does not depend on their size."""
    monkeypatch.setattr(tour, "PICTURE_PX", (160, 90))
    monkeypatch.setattr(tour, "CLIP_PX", (80, 50))


@pytest.mark.usefixtures("qapp", "small")
def test_a_tour_has_a_picture_of_every_build_a_clip_and_a_page(tmp_path: Path) -> None:
    lesson = first_lesson()
    index = tour.write_tour(lesson, words("en"), load_palette("light"), tmp_path / "out")
    builds = sum(len(step.builds) for step in lesson.steps)
    pictures = sorted((tmp_path / "out").glob("*.png"))
    assert len(pictures) == builds
    assert len(list((tmp_path / "out").glob("*.gif"))) == 1
    page = index.read_text(encoding="utf-8")
    outline = Outline()
    outline.feed(page)
    assert outline.open == []
    for image in outline.images:
        assert (tmp_path / "out" / str(image["src"])).is_file()
        assert image["alt"], "an image without a text instead of it"
    assert len(outline.images) == builds + 1
    assert "{hip-hinge" not in page, "a placeholder was not filled"


@pytest.mark.usefixtures("qapp", "small")
def test_a_second_tour_replaces_the_first_and_leaves_other_files(tmp_path: Path) -> None:
    lesson, palette = first_lesson(), load_palette("light")
    tour.write_tour(lesson, words("en"), palette, tmp_path)
    stranger = tmp_path / "notes.txt"
    stranger.write_text("mine", encoding="utf-8")
    tour.write_tour(lesson, words("en"), palette, tmp_path)
    assert stranger.read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("qapp", "small")
@pytest.mark.parametrize("name", ["index.html", "{lesson}-1-1.png", "{lesson}.gif"])
def test_a_foreign_file_stays_and_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    lesson = first_lesson()
    stranger = tmp_path / name.format(lesson=lesson.id)
    stranger.write_text("<p>mine</p>", encoding="utf-8")
    with pytest.raises(ExportError, match="choose another folder") as caught:
        tour.write_tour(lesson, words("en"), load_palette("light"), tmp_path)
    assert str(stranger) in str(caught.value)
    assert stranger.read_text(encoding="utf-8") == "<p>mine</p>"
    assert list(tmp_path.iterdir()) == [stranger]


@pytest.mark.usefixtures("qapp", "small")
def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="could not be made"):
        tour.write_tour(
            first_lesson(), words("en"), load_palette("light"), tmp_path / "file" / "in"
        )
