"""Commands say their words in the language that is asked for, and their names in none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hinge_tutor.cli import main


def said(line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says that must succeed."""
    assert main(line.split()) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "english", "spanish"),
    [
        ("list movements", "hip-hinge                Hip hinge: feet side by side", "Bisagra de"),
        ("list faults", "rounded-back        Rounded back", "Espalda redondeada: cuánto se"),
        ("list bodies", "default        Usual man", "Hombre tipo"),
        ("list props", "A wall where this body's hips come", "Una pared hasta donde llega"),
        ("compare hip-hinge|squat", "The only difference", "La única diferencia: el movimiento"),
        ("analyze hip-hinge --load 2.5", "man, 1.75 m, 75 kg), 2.5\u00a0kg in", "1,75\u00a0m, 75"),
    ],
)
def test_the_same_is_said_in_both_languages(
    line: str, english: str, spanish: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert english in said(line, capsys)
    assert english in said(f"{line} --language en", capsys)
    told = said(f"{line} --language es", capsys)
    assert spanish in told
    assert english not in told


def test_a_page_of_text_has_no_point_before_decimals_in_spanish(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = said("analyze squat --fault heels-up=60 --language es", capsys)
    assert re.findall(r"\d\.\d", told) == []
    assert re.findall(r"\d,\d", told) != []


def test_its_columns_stay_columns_however_long_words_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for language in ("en", "es"):
        rows = said(f"analyze forward-bend --language {language}", capsys).splitlines()
        (first,) = (n for n, row in enumerate(rows) if row.startswith(("Effort", "Esfuerzo")))
        ends = {
            re.match(r"  .{34} +\d+  ", row) is not None for row in rows[first + 1 : first + 11]
        }
        assert ends == {True}
        levels = {
            re.search(r"\d+  [^\d]+$", row) is not None for row in rows[first + 1 : first + 11]
        }
        assert levels == {True}


def test_the_data_of_an_analysis_is_the_same_in_every_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "es"):
        said(f"analyze hip-hinge --language {language} --json {tmp_path / language}.json", capsys)
    assert (tmp_path / "en.json").read_bytes() == (tmp_path / "es.json").read_bytes()


@pytest.mark.parametrize(
    "line",
    [
        "list",
        "compare a|b",
        "analyze hip-hinge",
        "render squat --out x.png",
        "tour --out x",
        "prove",
    ],
)
def test_a_language_that_nobody_wrote_is_one_sentence(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*line.split(), "--language", "ess"]) == 2
    shown = capsys.readouterr().err
    assert shown == 'There are no lessons in "ess"; there are: en, es; did you mean "es"?\n'


def test_a_tour_is_a_page_in_its_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from hinge_tutor.export import tour

    monkeypatch.setattr(tour, "_clip", lambda *_: None)
    monkeypatch.setattr(tour, "save_build", lambda *_: None)
    said(f"tour what-is-a-hinge --language es --out {tmp_path / 'tour'}", capsys)
    page = (tmp_path / "tour" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="es"' in page
    assert "Bisagra de cadera: tronco" in page
