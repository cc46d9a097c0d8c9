"""`data` saves all that is the user's, brings it in, and says what it did."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from hinge_tutor.cli import main
from tests.app.test_own_data import cards, everything, seen, somebody


@pytest.fixture(autouse=True)
def _same_application(qapp: object) -> None:
    """All tests of one process draw with the one application that a process can have."""
    del qapp


def test_out_and_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here, there = somebody(tmp_path / "here"), tmp_path / "there"
    path = str(tmp_path / "data.zip")
    assert main(["data", "--out", path, "--folder", str(here)]) == 0
    assert "data.zip: client cards: 2, settings.json, progress.json." in capsys.readouterr().out
    assert main(["data", "--in", path, "--folder", str(there)]) == 0
    assert capsys.readouterr().out == "Brought in: client cards: 2, settings, progress.\n"
    assert cards(there) == cards(here)
    assert seen(there) == seen(here)
    assert main(["data", "--in", path, "--folder", str(there), "--progress"]) == 0
    assert capsys.readouterr().out.endswith("progress 6 6\n")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ((), "Give --out or --in"),
        (("--out", "a.zip", "--in", "b.zip"), "one of both"),
        (("--out", "a.tar"), "must end in .zip"),
        (("--out", "nowhere/a.zip"), "There is no folder"),
        (("--in", "nowhere.zip"), "cannot be read"),
        (("--in", "cake.zip"), "is no file that"),
        (("--in", "."), "cannot be read"),
        (("--out", "a.zip", "--folder", "nowhere"), "no such folder"),
    ],
)
def test_what_it_cannot_do_is_one_sentence(
    line: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cake.zip").write_bytes(b"cake")
    here = somebody(tmp_path / "here")
    before = everything(here)
    assert main(["data", "--folder", str(here), *line]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said[0] != " "
    assert said.count("\n") == 1
    assert everything(here) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource
    import signal

    here, out = somebody(tmp_path / "here"), tmp_path / "data.zip"
    out.write_bytes(b"what was there")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, before[1]))
    try:
        code = main(["data", "--out", str(out), "--folder", str(here)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert code == 2
    assert "cannot be written" in capsys.readouterr().err
    assert out.read_bytes() == b"what was there"
    assert {each.name for each in tmp_path.iterdir()} == {"here", "data.zip"}


def test_a_card_that_nobody_can_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = somebody(tmp_path / "here")
    (here / "clients" / "client-009-zz.json").write_text("{", encoding="utf-8")
    assert main(["data", "--out", str(tmp_path / "a.zip"), "--folder", str(here)]) == 0
    assert "Left out, since it cannot be read: clients/client-009-zz.json." in (
        capsys.readouterr().out
    )
    assert json.loads((here / "settings.json").read_bytes())["theme"] == "dark"
