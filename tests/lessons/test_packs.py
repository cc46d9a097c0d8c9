"""A lesson pack opens from a folder or a zip; what has no place in one refuses it in a sentence."""

from __future__ import annotations

import os
import socket
import stat
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hinge_tutor.lessons import course
from hinge_tutor.lessons.pack import MOST_LESSONS, Pack, read_pack
from hinge_tutor.lessons.pack_budget import LARGEST_PICTURE, MOST_FILES, PackError
from hinge_tutor.lessons.pack_pictures import LARGEST_SIDE
from hinge_tutor.located import AuthorErrors

from .packing import FILES, HEAD, LESSON, entry, folder, png, tree, zipped


@pytest.fixture(params=["folder", "zip", "zip of a folder", "zip by hand"])
def pack(request: pytest.FixtureRequest, tmp_path: Path) -> Pack:
    """The same pack as authors have it."""
    if request.param == "folder":
        return read_pack(folder(tmp_path / "home"))
    files = {f"home/{name}": content for name, content in FILES.items()}
    path = tmp_path / "home.zip"
    if request.param == "zip":
        path.write_bytes(zipped())
    elif request.param == "zip of a folder":
        stray = {"home/.DS_Store": b"x", "__MACOSX/home/._pack.toml": b"x"}
        path.write_bytes(zipped({"home/": b"", **files, **stray}))
    else:
        path.write_bytes(zipped({**FILES, "notes.txt": b"x", "inner.zip": zipped()}))
    return read_pack(path)


def test_a_pack_has_what_its_head_says(pack: Pack) -> None:
    assert (pack.title, pack.author, pack.language) == ("Hinges at home", "Ann", "en")
    assert pack.problems == ()
    assert pack.pictures == {"pictures/hips.png": FILES["pictures/hips.png"]}
    assert pack.path.name.startswith("home")


def test_its_lessons_belong_to_it_and_stand_in_for_no_other(pack: Pack) -> None:
    (lesson,) = pack.lessons
    assert lesson.id == "hinges-at-home/small"
    assert lesson.title == "A small lesson"
    assert lesson.file.startswith(str(pack.path))
    assert lesson.id not in course.order()


def test_nothing_is_written_anywhere(tmp_path: Path) -> None:
    (tmp_path / "home.zip").write_bytes(zipped())
    before = tree(tmp_path)
    read_pack(tmp_path / "home.zip")
    assert tree(tmp_path) == before


def test_two_packs_of_one_title_keep_apart(tmp_path: Path) -> None:
    first = read_pack(folder(tmp_path / "a"))
    second = read_pack(folder(tmp_path / "b"), taken={first.id})
    assert (first.id, second.id) == ("hinges-at-home", "hinges-at-home-2")
    assert second.lessons[0].id == "hinges-at-home-2/small"


def test_a_title_of_other_letters_is_an_id_as_well(tmp_path: Path) -> None:
    head = HEAD.replace("Hinges at home", "Сгибание")
    assert read_pack(folder(tmp_path, {**FILES, "pack.toml": head.encode()})).id == "pack"


BROKEN = LESSON.replace('kind = "recall"', 'kind = "recal"').encode()
NOBODY = LESSON.replace('movements = ["hip-hinge"]', 'movements = ["hip-hnige"]', 1).encode()


@pytest.mark.parametrize(
    ("files", "file", "line", "said"),
    [
        ({"02-other.md": BROKEN}, "02-other.md", 126, 'did you mean "recall"?'),
        ({"02-other.md": NOBODY}, "02-other.md", 33, 'did you mean "hip-hinge"?'),
        ({"02-other.md": b"\xff"}, "02-other.md", 1, "is not UTF-8"),
        ({}, "pack.toml", 5, 'there is no lesson "other"; write other.md beside pack.toml'),
        ({"other.md": BROKEN, "02-other.md": b""}, "other.md", 1, 'a second lesson "other"'),
    ],
)
def test_a_broken_lesson_is_named_and_leaves_the_others_open(
    files: dict[str, bytes], file: str, line: int, said: str, tmp_path: Path
) -> None:
    head = HEAD.replace('"small"', '"other", "small"')
    pack = read_pack(folder(tmp_path, {**FILES, "pack.toml": head.encode(), **files}))
    assert [lesson.id for lesson in pack.lessons] == ["hinges-at-home/small"]
    problem = next(each for each in pack.problems if said in each.problem)
    assert (problem.file, problem.line) == (str(tmp_path / file), line)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"03-more.md": LESSON.encode()}, 'the lesson "more" is not in the pack; add it'),
        ({"deep/more.md": LESSON.encode()}, "not a lesson of a pack"),
        ({"Loud Name.md": LESSON.encode()}, "not a lesson of a pack"),
        ({"hip.png": b"GIF89a"}, "this is no PNG or JPEG picture"),
        ({"hip.png": png(LARGEST_SIDE + 1, 4)}, f"{LARGEST_SIDE + 1} × 4 points"),
        ({"hip.jpg": b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff" + 40 * b"\0"}, "65535 × 65535"),
        (
            {"hip.jpg": b"\xff\xd8\xff\xc2\0\x11\x08\0\x10\0\x10" + 30 * b"\xff\xda\0"},
            "too many layers",
        ),
    ],
)
def test_what_is_no_part_of_it_is_named_and_not_shown(
    files: dict[str, bytes], said: str, tmp_path: Path
) -> None:
    pack = read_pack(folder(tmp_path, {**FILES, **files}))
    assert len(pack.lessons) == 1
    assert pack.pictures.keys() == {"pictures/hips.png"}
    (problem,) = pack.problems
    assert said in problem.problem


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("format = 1", "format = 2", 1, "this program reads 1; update it"),
        ('title = "Hinges at home"\n', "", 1, "title is missing"),
        ("Hinges at home", "x" * 61, 2, "61 characters; at most 60"),
        ("Ann", "An\\u202en", 3, "a character that nobody sees"),
        ('"en"', '"../../en"', 4, "write its code"),
        ('["small"]', "3", 5, "write a list"),
        ('["small"]', '["small"]\nrun = "rm"', 6, '"run" is not a name known here'),
        ('["small"]', "[1", 5, "a list is not closed"),
    ],
)
def test_a_wrong_head_refuses_it_with_its_line(
    right: str, wrong: str, line: int, said: str, tmp_path: Path
) -> None:
    head = HEAD.replace(right, wrong)
    with pytest.raises(AuthorErrors) as caught:
        read_pack(folder(tmp_path, {**FILES, "pack.toml": head.encode()}))
    (problem,) = caught.value.errors
    assert problem.file == str(tmp_path / "pack.toml")
    assert problem.line == line
    assert said in problem.problem


def test_more_lessons_than_a_course_has_are_not_read(tmp_path: Path) -> None:
    ids = [f"lesson-{number}" for number in range(MOST_LESSONS + 1)]
    head = HEAD.replace('"small"', ", ".join(f'"{id_}"' for id_ in ids))
    lessons = {f"{id_}.md": LESSON.encode() for id_ in ids}
    pack = read_pack(folder(tmp_path, {"pack.toml": head.encode(), **lessons}))
    assert len(pack.lessons) == MOST_LESSONS
    assert "at most 30 are read" in pack.problems[0].problem


def test_after_too_many_problems_no_more_lessons_are_read(tmp_path: Path) -> None:
    head = HEAD.replace('"small"', '"bad", "small"')
    bad = b"+++\n+++\n" + b"```stgae\n```\n" * 1000
    pack = read_pack(folder(tmp_path, {**FILES, "pack.toml": head.encode(), "bad.md": bad}))
    assert pack.lessons == ()
    assert "lessons after this one are not read" in " ".join(map(str, pack.problems))


# ── zips that nobody means well with ─────────────────────────────────────────────────────────────

WIDE = chr(0x202E)
NAMES = {
    "../evil.md": "leads out of the pack",
    "a/../../evil.md": "leads out of the pack",
    "/etc/evil.md": "is a place on a disk",
    "C:evil.md": "is a place on a disk",
    "C:/evil.md": "is a place on a disk",
    "..\\evil.md": "a backslash in its name",
    "a\\evil.md": "a backslash in its name",
    "a\x07.md": "a character that nobody sees",
    f"a{WIDE}dm.exe": "a character that nobody sees",
    "a//evil.md": "not every system can keep",
    "./evil.md": "not every system can keep",
    "con.md": "not every system can keep",
    "a/LPT1.png": "not every system can keep",
    "evil.md:stream": "not every system can keep",
    "evil.md.": "not every system can keep",
    "evil .md /x.md": "not every system can keep",
    "x" * 101: "101 characters",
    "a/b/c/d/e.md": "lies 4 folders deep",
    "SMALL.md/x": "",
}


@pytest.mark.parametrize("name", [name for name, said in NAMES.items() if said])
def test_a_name_that_leads_elsewhere_refuses_the_whole_zip(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    path = folder / "home.zip"
    path.write_bytes(zipped(FILES, (entry(name), b"evil")))
    before = tree(tmp_path)
    with pytest.raises(PackError) as caught:
        read_pack(path)
    assert NAMES[name] in str(caught.value)
    assert str(caught.value).isprintable()
    assert tree(tmp_path) == before


BOMB = b"\0" * 3_900_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is damaged, or no zip file"),
        (b"PK\x05\x06" + 18 * b"\0", "there is no pack.toml in it"),
        (b"\x89PNG" + 1000 * b"x", "it is damaged, or no zip file"),
        (zipped()[:-30], "it is damaged, or no zip file"),
        (zipped()[40:], "it is damaged, or no zip file"),
        (zipped({"a.md": b""}), "there is no pack.toml in it"),
        (zipped({"a/pack.toml": b"", "b/pack.toml": b""}), "there is no pack.toml in it"),
        (zipped(FILES, (entry("hip.png"), BOMB)), "grows more than 100 times"),
        (zipped(FILES, (entry("hip.png", method=0), BOMB * 2)), "is larger than 4 MB"),
        (zipped(FILES, (entry("a.md", method=0), b"x" * 300_001)), "is larger than 0.3 MB"),
        (zipped({"pack.toml": b"#" * 20_001}), "is larger than 0.02 MB"),
        (zipped(FILES, (entry("a.png", stat.S_IFLNK | 0o777), b"/etc/passwd")), "is a link"),
        (zipped(FILES, (entry("a.png", stat.S_IFIFO | 0o666), b"")), "is not a file"),
        (zipped(FILES, (entry("a.png", stat.S_IFCHR | 0o666), b"")), "is not a file"),
        (zipped(FILES, (entry("a.md", method=zipfile.ZIP_BZIP2), b"x")), "make a plain zip"),
        (zipped(FILES, (entry("a.md", method=zipfile.ZIP_LZMA), b"x")), "make a plain zip"),
        (zipped(FILES, (entry("Pictures/HIPS.png"), b"x")), "are one file on some systems"),
        (zipped({f"{n}.md": b"" for n in range(MOST_FILES + 1)}), "more than 200 files"),
    ],
)
def test_a_zip_that_is_none_of_ours_is_one_sentence(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "home.zip"
    path.write_bytes(content)
    before = tree(tmp_path)
    with pytest.raises(PackError) as caught:
        read_pack(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith('The lesson pack "home.zip" is not opened: ')
    assert tree(tmp_path) == before


def test_pictures_together_have_a_limit_as_well(tmp_path: Path) -> None:
    many = {f"{number}.png": os.urandom(LARGEST_PICTURE) for number in range(7)}
    with pytest.raises(PackError, match="larger than 25 MB together"):
        read_pack(folder(tmp_path, {**FILES, **many}))


def test_a_name_that_is_in_a_zip_twice_refuses_it(tmp_path: Path) -> None:
    path = tmp_path / "home.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(zipped(FILES, (entry("01-small.md"), b"another")))
    with pytest.raises(PackError, match="is in it twice"):
        read_pack(path)


def _patched(content: bytes, mark: bytes, at: int, form: str, value: int) -> bytes:
    """A zip with a number in the record behind a mark replaced, in all of those records."""
    made, place = bytearray(content), content.find(mark)
    while place >= 0:
        struct.pack_into(form, made, place + at, value)
        place = content.find(mark, place + 1)
    return bytes(made)


LIST, END = b"PK\x01\x02", b"PK\x05\x06"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_patched(zipped(), LIST, 8, "<H", 0x1), "locked with a password"),
        (_patched(zipped(), LIST, 8, "<H", 0x2000), "locked with a password"),
        (_patched(zipped(), LIST, 10, "<H", 99), "make a plain zip"),
        (_patched(zipped(), LIST, 24, "<I", 0xFFFFFFFF), "is larger than"),
        (_patched(zipped(), LIST, 24, "<I", 10), "it is damaged"),
        (_patched(zipped(), LIST, 42, "<I", 7), "it is damaged"),
        (_patched(zipped(), LIST, 16, "<I", 7), "it is damaged"),
        (_patched(zipped(), END, 10, "<H", 60_000), "more than 200 files"),
        (_patched(zipped(), END, 12, "<I", 90_000_000), "more than 200 files"),
        (_patched(zipped(), END, 12, "<I", 5), "it is damaged"),
        (_patched(zipped(), END, 4, "<H", 2), "make a plain zip"),
        (_patched(zipped(), END, 16, "<I", 0xFFFFFFF0), "it is damaged"),
    ],
)
def test_a_zip_whose_list_lies_is_one_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "home.zip"
    path.write_bytes(content)
    with pytest.raises(PackError, match=said):
        read_pack(path)


def test_a_zip_with_a_list_for_larger_ones_is_refused_before_it_is_read(tmp_path: Path) -> None:
    content = zipped()
    end = content.rindex(END)
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, *(2**40,) * 4)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    path = tmp_path / "home.zip"
    path.write_bytes(content[:end] + large + where + content[end:])
    with pytest.raises(PackError, match="make a plain zip"):
        read_pack(path)


# ── folders ──────────────────────────────────────────────────────────────────────────────────────


def _link(at: Path) -> None:
    (at / "a.png").symlink_to("/etc/passwd")


def _linked_folder(at: Path) -> None:
    (at / "more").symlink_to(at.parent)


def _pipe(at: Path) -> None:
    os.mkfifo(at / "a.md")


def _door(at: Path) -> None:
    # The path of a socket has little room.
    here = Path.cwd()
    os.chdir(at)
    try:
        with socket.socket(socket.AF_UNIX) as door:
            door.bind("a.md")
    finally:
        os.chdir(here)


def _many(at: Path) -> None:
    for number in range(MOST_FILES + 1):
        (at / f"{number}.txt").touch()


def _deep(at: Path) -> None:
    (at / "a/b/c/d/e").mkdir(parents=True)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_link, '"a.png" is a link'),
        (_linked_folder, '"more" is a link'),
        (_pipe, '"a.md" is not a file'),
        (_door, '"a.md" is not a file'),
        (_many, "more than 200 files and folders"),
        (_deep, "lies 4 folders deep"),
    ],
)
def test_a_folder_with_what_has_no_place_in_it_is_refused(
    spoil: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    spoil(folder(tmp_path / "home"))
    with pytest.raises(PackError, match=said):
        read_pack(tmp_path / "home")


def test_what_editors_and_systems_leave_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    stray = {".git/config": b"x", "01-small.md~": b"x", ".01-small.md.swp": b"x", "a.txt": b"x"}
    home = folder(tmp_path, {**FILES, **stray})
    (home / ".#01-small.md").symlink_to("ann@home.1234")
    assert read_pack(home).problems == ()


@pytest.mark.parametrize("path", ["nowhere", "no\0where", "x" * 5000])
def test_what_is_not_there_is_one_sentence(path: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path / path)
    assert str(caught.value).count(".") >= 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Unix")
def test_a_device_is_no_pack() -> None:
    with pytest.raises(PackError, match="neither a folder nor a zip file"):
        read_pack(Path("/dev/zero"))
