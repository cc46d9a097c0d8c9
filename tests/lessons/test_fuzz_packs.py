"""Whatever a zip or a folder holds, it opens or says why not, and nothing else is touched."""

from __future__ import annotations

import random
import stat
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor.lessons.pack import MOST_LESSONS, Pack, read_pack
from hinge_tutor.lessons.pack_budget import LARGEST_PACK, MOST_FILES, PackError
from hinge_tutor.lessons.pack_names import wrong_name
from hinge_tutor.located import AuthorErrors

from .packing import FILES, HEAD, LESSON, entry, folder, png, tree, zipped
from .watchdog import Calls, no_hang

WHOLE = zipped()
# A third of what a slow machine does in a second.
MOST_CALLS = 2_000_000


def opened(content: bytes) -> Pack | None:
    """The pack in a zip, or None and a sentence; everything around it stands as it stood."""
    with tempfile.TemporaryDirectory() as around:
        home = Path(around, "inner", "home")
        home.mkdir(parents=True)
        path = home / "pack.zip"
        path.write_bytes(content)
        before = tree(Path(around))
        pack = read(path)
        assert tree(Path(around)) == before
    return pack


def read(path: Path) -> Pack | None:
    """The pack at a path, judged, or None."""
    calls = Calls()
    try:
        with no_hang(), calls.counted():
            pack = read_pack(path)
    except PackError as refusal:
        said = [str(refusal)]
    except AuthorErrors as problems:
        said = [str(each) for each in problems.errors]
    else:
        judge(pack)
        assert calls.count < MOST_CALLS
        return pack
    assert calls.count < MOST_CALLS
    assert all(each.isprintable() for each in said)
    return None


def judge(pack: Pack) -> None:
    """What holds of every pack that opens."""
    assert all(str(problem).isprintable() for problem in pack.problems)
    assert sum(map(len, pack.pictures.values())) <= LARGEST_PACK
    assert len(pack.lessons) <= MOST_LESSONS
    assert not any(wrong_name(name) for name in pack.pictures)
    assert all(lesson.id.startswith(f"{pack.id}/") for lesson in pack.lessons)


def test_a_pack_in_order_opens() -> None:
    pack = opened(WHOLE)
    assert pack is not None
    assert (len(pack.lessons), pack.problems) == (1, ())


@settings(max_examples=80)
@given(st.integers(0, len(WHOLE)))
def test_a_zip_cut_off_anywhere_does_no_harm(size: int) -> None:
    assert (opened(WHOLE[:size]) is None) is (size < len(WHOLE))


@settings(max_examples=150)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_zip_with_flipped_bits_does_no_harm(seed: int, flips: int) -> None:
    chance, content = random.Random(seed), bytearray(WHOLE)
    # Half of them where the list of contents stands: the rest is text that a checksum protects.
    listed = WHOLE.index(b"PK\x01\x02")
    for _ in range(flips):
        start = listed if chance.random() < 0.5 else 0
        content[chance.randrange(start, len(content))] ^= 1 << chance.randrange(8)
    opened(bytes(content))


PARTS = st.one_of(
    st.sampled_from(("..", ".", "", "a", "A", "pack.toml", "01-small.md", "hip.png", "CON", "~")),
    st.sampled_from(("C:", "\\", "a\\b.md", "x.md.", " ", ".git", "__MACOSX", "x.zip", "ﬁ", "fi")),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
)
PLACES = st.lists(PARTS, min_size=1, max_size=6).map("/".join)
KINDS = st.sampled_from((0, stat.S_IFREG, stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFBLK))
CONTENTS = st.one_of(
    st.sampled_from((b"", b"/etc/passwd", WHOLE, png(4, 4), LESSON.encode(), HEAD.encode())),
    st.sampled_from((b"\0" * 1_000_000, b"[[a]]\n" * 3000, b"\xff" * 50)),
    st.binary(max_size=60),
)
METHODS = st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
ENTRIES = st.tuples(PLACES, KINDS, METHODS, CONTENTS)


@settings(max_examples=150)
@given(st.lists(ENTRIES, max_size=6, unique_by=lambda each: each[0]), st.booleans())
def test_any_zip_opens_or_says_why_not(
    entries: list[tuple[str, int, int, bytes]], with_a_pack: bool
) -> None:
    files = FILES if with_a_pack else {}
    made = [
        (entry(name, kind | 0o644, method=method), content)
        for name, kind, method, content in entries
        if name and name not in files
    ]
    pack = opened(zipped(files, *made))
    wrong = [
        name
        for name, kind, method, _ in entries
        if name and name not in files and wrong_name(name.removesuffix("/"))
    ]
    assert not (wrong and pack), wrong


@settings(max_examples=40)
@given(st.integers(1, 4), st.sampled_from((b"\0", b"a = 1\n", b"# \n", b"\xff\xda")))
def test_what_grows_without_end_is_not_unpacked(times: int, unit: bytes) -> None:
    huge = unit * (times * 3_000_000 // len(unit))
    for name in ("hip.png", "02-more.md", "pictures/hip.jpg"):
        assert opened(zipped(FILES, (entry(name), huge))) is None


@settings(max_examples=25)
@given(st.integers(MOST_FILES + 1, 70_000))
def test_a_zip_of_very_many_names_is_refused_by_their_number(names: int) -> None:
    listed = WHOLE.index(b"PK\x01\x02")
    end = WHOLE.rindex(b"PK\x05\x06")
    row = WHOLE[listed : WHOLE.index(b"PK\x01\x02", listed + 1)]
    many = row * min(names, 3000)
    counted = min(names, 0xFFFF).to_bytes(2, "little")
    size = len(many).to_bytes(4, "little")
    tail = WHOLE[end : end + 8] + counted * 2 + size + WHOLE[end + 16 :]
    calls = Calls()
    with calls.counted():
        assert opened(WHOLE[:listed] + many + tail) is None
    assert calls.count < 20_000


@settings(max_examples=60)
@given(st.binary(max_size=3000), st.sampled_from(("pack.toml", "01-small.md", "pictures/hips.png")))
def test_a_folder_with_any_bytes_in_a_file_does_no_harm(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as around:
        home = folder(Path(around, "home"), {**FILES, name: content})
        before = tree(Path(around))
        pack = read(home)
        assert tree(Path(around)) == before
    assert pack is None or name != "pack.toml"
