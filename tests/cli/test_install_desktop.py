"""An entry for the menus of a Linux desktop: whole, valid, for this user only, and taken away."""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hinge_tutor.cli import install_desktop, main
from hinge_tutor.cli.install_desktop import SIZES_PX, exec_line, written
from hinge_tutor.identity import APP_ID

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="only the desktops of Linux have such entries"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's data with a space and an accent in its name."""
    folder = tmp_path / "mis datos ñ"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def installed(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["install-desktop"]) == 0
    assert str(home) in capsys.readouterr().out
    return home


def entry(home: Path) -> dict[str, str]:
    text = (home / "applications" / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    first, *lines = text.splitlines()
    assert first == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def test_every_file_is_written_and_nothing_else(installed: Path) -> None:
    assert {path for path in installed.rglob("*") if path.is_file()} == set(written(installed))


def test_the_entry_names_what_starts_the_program_and_its_icon(installed: Path) -> None:
    found = entry(installed)
    assert found["Exec"] == exec_line()
    assert "@" not in found["Exec"]
    assert (found["Name"], found["Icon"]) == ("Hinge Tutor", APP_ID)
    # What Qt gives windows on X11 to be told apart by: the name of the application.
    assert found["StartupWMClass"] == "hinge-tutor"
    assert {"Comment", "Comment[es]", "Keywords[es]"} <= set(found)


@pytest.mark.parametrize("size", SIZES_PX)
def test_each_icon_has_its_size_and_is_drawn_for_it(installed: Path, size: int) -> None:
    name = installed / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
    image = QImage(str(name))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 128, "its corners are round"
    dots = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    white = sum(dot.lightness() > 200 for dot in dots) / len(dots)
    assert 0.04 < white < 0.3, "the figure is there"


def test_what_tells_of_the_program_agrees_with_its_entry(installed: Path) -> None:
    root = ET.parse(installed / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    assert root.findtext("project_license") == "MIT"
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    said = {summary.get(language, ""): summary.text for summary in root.findall("summary")}
    found = entry(installed)
    assert said == {"": found["Comment"], "es": found["Comment[es]"]}


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs the validator")
def test_the_entry_is_valid(installed: Path) -> None:
    path = installed / "applications" / f"{APP_ID}.desktop"
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="needs the validator")
def test_what_tells_of_the_program_is_valid(installed: Path) -> None:
    path = installed / "metainfo" / f"{APP_ID}.metainfo.xml"
    command = ["appstreamcli", "validate", "--no-net", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_it_is_taken_away_and_others_stay(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = installed / "applications" / "other.desktop"
    others.write_text("", encoding="utf-8")
    assert main(["install-desktop", "--remove"]) == 0
    assert [path for path in installed.rglob("*") if path.is_file()] == [others]
    assert main(["install-desktop", "--remove"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == ["The entry of Hinge Tutor is gone.", "There was no entry of Hinge Tutor."]


def test_a_second_time_changes_nothing(installed: Path) -> None:
    before = {path: path.read_bytes() for path in written(installed)}
    assert main(["install-desktop"]) == 0
    assert {path: path.read_bytes() for path in written(installed)} == before


def test_a_place_that_cannot_be_written_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("", encoding="utf-8")
    assert main(["install-desktop"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot be written" in said


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_it_says_that_there_is_nothing_to_do(
    home: Path, platform: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main(["install-desktop"]) == 2
    assert "Linux" in capsys.readouterr().err
    assert not home.exists()


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("/usr/bin/hinge-tutor", '"/usr/bin/hinge-tutor"'),
        ("/my apps/tutor", '"/my apps/tutor"'),
        ('/a"b', r'"/a\\"b"'),
        ("/a$b`c", r'"/a\\$b\\`c"'),
        ("/a\\b", r'"/a\\\\b"'),
        ("/100%", '"/100%%"'),
    ],
)
def test_a_word_of_the_start_is_quoted_as_the_standard_has_it(word: str, quoted: str) -> None:
    assert install_desktop._quoted(word) == quoted


def test_without_a_script_the_interpreter_starts_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert exec_line() == f'"{tmp_path}/python3" "-m" "hinge_tutor"'
