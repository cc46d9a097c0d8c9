"""Every language of the course is checked in its own words, and lacks nothing that it promises."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import tongues, wording
from hinge_tutor.check.tongues import lacking, language_of, problems
from hinge_tutor.lessons import course, languages
from hinge_tutor.lessons.document import parse

TWINS = Path(__file__).parent / "twins"
COURSE = """format = 1
lessons = ["twin", "other"]

[languages.en]
name = "English"
complete = true

[languages.es]
name = "Español"
complete = {complete}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A course of two lessons, of which Spanish has one."""
    for language in ("en", "es"):
        (tmp_path / language / "reference").mkdir(parents=True)
        (tmp_path / language / "words.toml").write_text(f'language = "{language}"\n')
        shutil.copy(TWINS / f"{language}.md", tmp_path / language / "01-twin.md")
        title = {"en": "# Page\n", "es": "# Página\n"}[language]
        (tmp_path / language / "reference" / "page.md").write_text(title, encoding="utf-8")
    shutil.copy(TWINS / "en.md", tmp_path / "en" / "02-other.md")
    say(tmp_path, "true")
    shipped = shelf.lessons

    def found(*parts: str) -> Path:
        # Faults and movements are those of the program.
        here = parts[:1] in ((), ("en",), ("es",), ("course.toml",))
        return tmp_path.joinpath(*parts) if here else shipped(*parts)

    monkeypatch.setattr(shelf, "lessons", found)
    yield tmp_path
    languages.languages.cache_clear()
    course.order.cache_clear()


def say(folder: Path, complete: str) -> None:
    """Whether the course says that Spanish is complete."""
    text = COURSE.format(complete=complete)
    (folder / "course.toml").write_text(text, encoding="utf-8")
    languages.languages.cache_clear()
    course.order.cache_clear()


def test_a_file_has_the_language_of_its_folder(folder: Path) -> None:
    assert language_of(folder / "es" / "01-twin.md") == "es"
    assert language_of(folder / "es" / "reference" / "page.md") == "es"
    assert language_of(folder / "en" / "words.toml") == "en"
    assert language_of(folder / "elsewhere" / "01-twin.md") == "en"


def test_every_file_of_another_language_is_checked(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in tongues.shipped()]
    assert names == ["es/words.toml", "es/01-twin.md", "es/reference/page.md"]


def test_a_language_that_is_complete_names_each_lesson_that_it_lacks(folder: Path) -> None:
    (problem,) = lacking()
    assert str(problem).startswith(f"{folder / 'course.toml'}:8: ")
    assert 'Español is complete and has no lesson "other"; write es/02-other.md' in str(problem)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("reference/page.md", 'has no page "page"; write es/reference/page.md'),
        ("template.md", "has no lesson to begin with; write es/template.md"),
        ("template.pack", "has no pack to begin with; write es/template.pack"),
    ],
)
def test_a_language_that_is_complete_lacks_no_page(file: str, said: str, folder: Path) -> None:
    for language in ("en", "es"):
        shutil.copy(TWINS / f"{language}.md", folder / language / "template.md")
        shutil.copy(TWINS / f"{language}.md", folder / language / "02-other.md")
        (folder / language / "template.pack").write_text("format = 1\n", encoding="utf-8")
    assert list(lacking()) == []
    (folder / "es" / file).unlink()
    (problem,) = lacking()
    assert said in str(problem)
    say(folder, "false")
    assert list(lacking()) == []


def test_a_language_that_is_not_complete_may_lack_lessons(folder: Path) -> None:
    say(folder, "false")
    assert list(lacking()) == []


def test_a_language_without_words_is_told_whether_complete_or_not(folder: Path) -> None:
    say(folder, "false")
    (folder / "es" / "words.toml").unlink()
    (problem,) = lacking()
    assert "Español has no words; write es/words.toml" in str(problem)


def test_a_translation_of_nothing_is_told(folder: Path) -> None:
    stray = folder / "es" / "03-stray.md"
    shutil.copy(TWINS / "es.md", stray)
    (problem,) = problems(stray)
    assert 'English has no lesson "stray"' in str(problem)
    stray = folder / "es" / "reference" / "stray.md"
    stray.write_text("# Página\n", encoding="utf-8")
    (problem,) = problems(stray)
    assert 'English has no page "stray.md"' in str(problem)


def test_a_lesson_that_differs_is_told_by_its_file(folder: Path) -> None:
    twin = folder / "es" / "01-twin.md"
    assert list(problems(twin)) == []
    text = twin.read_text(encoding="utf-8").replace("minutes = 5", "minutes = 7")
    twin.write_text(text, encoding="utf-8")
    (problem,) = problems(twin)
    assert str(problem).startswith(f"{twin}:1: minutes: 7 here, 5 in English")
    copied = folder / "es" / "template.md"
    copied.write_text(text, encoding="utf-8")
    shutil.copy(TWINS / "en.md", folder / "en" / "template.md")
    assert any("minutes: 7 here" in str(problem) for problem in problems(copied))


def test_a_page_that_differs_is_told_by_its_file(folder: Path) -> None:
    page = folder / "es" / "reference" / "page.md"
    assert list(problems(page)) == []
    page.write_text("# Página\n\n## Más\n", encoding="utf-8")
    (problem,) = problems(page)
    assert str(problem).startswith(f"{page}:1: the headings: # ## here, # in English")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('[languages.EN]\nname = "x"\ncomplete = true\n', '"EN" is no language'),
        ("[languages.nl]\ncomplete = true\n", "name is missing"),
        ('[languages.nl]\nname = "Nederlands"\n', "complete is missing"),
    ],
)
def test_a_language_that_is_none_is_told(row: str, said: str, folder: Path) -> None:
    with (folder / "course.toml").open("a", encoding="utf-8") as file:
        file.write(row)
    languages.languages.cache_clear()
    with pytest.raises(Exception, match=said):
        languages.languages()


def test_a_course_without_english_is_told(folder: Path) -> None:
    text = (folder / "course.toml").read_text(encoding="utf-8").replace(".en]", ".de]")
    (folder / "course.toml").write_text(text, encoding="utf-8")
    languages.languages.cache_clear()
    with pytest.raises(Exception, match="languages lacks en"):
        languages.languages()


@pytest.mark.parametrize(("language", "allowed"), [("en", 5), ("es", 6), ("xx", 5)])
def test_spanish_may_take_a_fifth_more_words(language: str, allowed: int) -> None:
    lesson = parse("+++\n+++\n", f"{language}/01-x.md").lesson
    assert wording.most_words(lesson, wording.MOST_WORDS["title"]) == allowed


def test_both_shipped_languages_have_all_their_words() -> None:
    assert {language.code for language in languages.languages()} == {"en", "es"}
    for path in tongues.shipped():
        assert list(problems(path)) == [], path
    assert list(lacking()) == []
