"""What cannot be done is one clear sentence with exit code 2, never a traceback."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.cli import commands, main
from hinge_tutor.cli.command import Command


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fly", 'there is no command "fly". There are: list, check,'),
        ("list --nope", '"--nope" is not understood. See hinge-tutor list --help.'),
        ("analyze --pose zzz=1", 'there is no coordinate "zzz". There are: '),
        ("analyze --pose hip_flexion=1,hip_flexion=2", "--pose gives hip_flexion twice"),
        ("analyze --pose hip_flexion=1 --samples 5", "leave out --samples"),
        ("analyze squat --body tall,small", "'small' is a body by itself"),
        ("body --body height=1.7,height=1.8", "height is given twice; keep one"),
        ("render squat --out a.png --props dovel", 'did you mean "dowel"?'),
        ("render squat --out a.png --props=", '--props has ""; allowed: dowel, wall,'),
        ("render movements --out a.png --props dowel", "leave out --props"),
        ("render squat --out a.png --layers muscels", 'did you mean "muscles"?'),
        ("render squat --out a.png --highlight nose", '--highlight has "nose"; allowed: hip,'),
        ("render squat --out a.csv --layers forces", "--layers does not belong to a file"),
        ("render squat --out a.png --size -5x5", '--size width is "-5"; give a number from 64'),
        ("analyze squat --tempo -1-1-1-1", "not four numbers such as 3-1-1-1"),
        ("tour --out=", "--out has no name; give a folder"),
        ("handout hip-hinge --out=", "--out has no name; give a file"),
        ("render hip-hinge --out=", "--out has no name; give a file"),
        ("shot --out=", "--out has no name; give a file"),
        ("data --out=", "--out has no name; give a file"),
        ("analyze squat --json=", "--json has no name"),
        ("list " + 9000 * "x", 'called "' + 60 * "x" + '…" to list'),
        ("analyze squat --load " + 9000 * "9", '--load is "' + 60 * "9" + '…"; give'),
        ("analyze --pose hip_flexion=1," + 9000 * "a" + "=2", 60 * "a" + "…"),
        ("check " + 9000 * "x", 60 * "x" + "…: file name too long."),
        ("list \x1b[2J\x07", 'called "�[2J�"'),
        ("analyse hip-hinge", 'did you mean "analyze"?'),
        ("fly", 'there is no command "fly"'),
        ("analyze hip-hnige", "hip-hinge"),
        ("analyze", "Name a movement"),
        ("compare squat", "Name two figures joined by |"),
        ("analyze hip-hinge --bdoy tall", 'did you mean "--body"?'),
        ("analyze hip-hinge --body giant", "There is no body 'giant'"),
        ("analyze hip-hinge --body height=3", "height=3 is outside what is accepted, 1.3 to 2.2"),
        ("analyze hip-hinge --body mass=20", "mass=20 is outside what is accepted, 30 to 200"),
        ("analyze hip-hinge --body height=nan", "height=nan is not a number"),
        ("analyze hip-hinge --body hieght=1.7", "height"),
        ("analyze hip-hinge --load nan", '--load is "nan"; give a number from 0 to 500 kg'),
        ("analyze hip-hinge --load -5", "--load"),
        ("analyze hip-hinge --load 1e9", "--load"),
        ("analyze hip-hinge --load", "expected one argument"),
        ("analyze hip-hinge --tempo 3-1", "four numbers such as 3-1-1-1"),
        ("analyze hip-hinge --tempo 3-nan-1-1", "tempo"),
        ("analyze hip-hinge --samples 1", "--samples"),
        ("analyze hip-hinge --samples 2.5", "whole number"),
        ("analyze hip-hinge --free hip_flexion", "--free belongs to --pose"),
        ("analyze hip-hinge --pose hip_flexion=20", "one still moment; leave out movement"),
        ("analyze --pose hip_flexion", "not of the form name=degrees"),
        ("analyze --pose hip_flexoin=20", 'did you mean "hip_flexion"?'),
        ("analyze --pose root_x=1", 'there is no coordinate "root_x"'),
        ("analyze --pose hip_flexion=inf", "give a number from -180 to 180 degrees"),
        ("analyze --pose hip_flexion=20 --free knee", 'there is no coordinate "knee"'),
        ("analyze --pose knee_flexion=9 --free knee_flexion_near", "both given by --pose and free"),
        ("analyze hip-hinge --json no/such/folder/x.json", "cannot be written"),
        ("body --body ,=", "body"),
        ("list lesons", 'did you mean "lessons"?'),
        ("list lessons movements", '"movements" is not understood'),
        ("check no/such/file.md", "There is no file or folder no/such/file.md"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""
    assert shown.err.count("\n") == 1


def _raising(problem: BaseException) -> Command:
    def fail(_: object) -> int:
        raise problem

    return Command("list", "", lambda _: None, fail)


def test_an_empty_path_or_folder_is_not_called_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", ""]) == 2
    assert capsys.readouterr().err.startswith("A path is empty")
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"There is nothing to check in {tmp_path}")


def test_an_unexpected_exception_is_one_sentence_with_the_place_of_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = _raising(ZeroDivisionError("division by zero"))
    monkeypatch.setattr(commands, "COMMANDS", (broken,))
    assert main(["list"]) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError: division by zero" in said
    log = Path(said.strip().rpartition(" are in ")[2])
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_an_unexpected_exception_is_logged_even_where_the_users_folder_is_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HINGE_TUTOR_DATA", str(tmp_path / "file"))
    monkeypatch.setattr(commands, "COMMANDS", (_raising(KeyError("x")),))
    assert main(["list"]) == 70
    log = Path(capsys.readouterr().err.strip().rpartition(" are in ")[2])
    assert "KeyError" in log.read_text(encoding="utf-8")
    log.unlink()


def test_a_full_disk_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "clip.gif")
    monkeypatch.setattr(commands, "COMMANDS", (_raising(full),))
    assert main(["list"]) == 2
    assert capsys.readouterr().err == "clip.gif: no space left on device.\n"


def test_the_folder_of_nobody_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HINGE_TUTOR_DATA", "~no-such-user/x")
    monkeypatch.setattr(commands, "COMMANDS", (_raising(KeyError("x")),))
    assert main(["list"]) == 70
    log = Path(capsys.readouterr().err.strip().rpartition(" are in ")[2])
    assert "KeyError" in log.read_text(encoding="utf-8")
    log.unlink()
    monkeypatch.setattr(commands, "COMMANDS", (_asking_for_the_users_data(),))
    assert main(["list"]) == 2
    assert 'HINGE_TUTOR_DATA is "~no-such-user/x"' in capsys.readouterr().err


def _asking_for_the_users_data() -> Command:
    return Command("list", "", lambda _: None, lambda _: len(str(shelf.user_data())))


def test_a_missing_package_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = ModuleNotFoundError("No module named 'PIL.Image'", name="PIL.Image")
    monkeypatch.setattr(commands, "COMMANDS", (_raising(gone),))
    assert main(["list"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("PIL is missing or damaged in ")
    assert said.count("\n") == 1


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert all(f"  {command.name} " in said for command in commands.COMMANDS)


@pytest.mark.parametrize("command", commands.COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_its_options(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([command.name, "--help"])
    assert left.value.code == 0
    assert command.summary.split(":")[0] in " ".join(capsys.readouterr().out.split())


def test_interrupting_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "COMMANDS", (_raising(KeyboardInterrupt()),))
    assert main(["list"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"
