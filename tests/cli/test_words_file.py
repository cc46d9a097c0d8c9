"""A command line may stand in a file, where nobody else of the machine sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hinge_tutor.cli import main
from hinge_tutor.cli.command import FINE, MISUSED
from hinge_tutor.cli.words_file import LONGEST_BYTES, OPTION, spelled_out

WRONG = {
    "no list": b'{"render": 1}',
    "no texts": b"[1, 2]",
    "no JSON": b"render squat",
    "no text": b"\xff\xfe",
    "deep": b"[" * 100_000,
    "endless": b" " * LONGEST_BYTES + b"[]",
}


def test_what_stands_in_a_file_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "words.json"
    file.write_text(json.dumps(["list", "lessons"]), encoding="utf-8")
    assert main(["list", "lessons"]) == FINE
    said = capsys.readouterr().out
    assert main([OPTION, str(file)]) == FINE
    assert capsys.readouterr().out == said != ""


def test_what_is_wrong_in_it_is_told_as_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "words.json"
    file.write_text(json.dumps(["rendre" + "x" * 500]), encoding="utf-8")
    assert main([OPTION, str(file)]) == MISUSED
    said = capsys.readouterr().err
    assert 'no command "rendre' in said
    assert len(said) < 1000


@pytest.mark.parametrize("what", [*WRONG, "no file"])
def test_a_file_without_words_is_one_sentence(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "words.json"
    if what in WRONG:
        file.write_bytes(WRONG[what])
    assert main([OPTION, str(file)]) == MISUSED
    assert capsys.readouterr().err == f"{OPTION}: {file} is no list of texts in JSON.\n"


def test_other_command_lines_are_as_they_are() -> None:
    for words in ([], ["render", OPTION, "x"], [OPTION], ["--version"]):
        assert spelled_out(words) == words
