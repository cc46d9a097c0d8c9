"""What TOML texts say is remembered exactly, or read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hinge_tutor import located, remembered

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = sorted(path for shelf in ("assets", "lessons") for path in (ROOT / shelf).rglob("*.toml"))
TEXT = 'lean_deg = 40\nname = "hinge"\nsome = [1.0, 2, true]\n'


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    remembered.forget()


def kept(path: Path, *texts: str) -> None:
    """Reads texts with nothing remembered, and keeps what they say."""
    remembered.recall(path)
    for text in texts:
        located.parse(text, "file")
    remembered.keep()


def must_not_read() -> dict[str, object]:
    pytest.fail("the text was read again")


def test_every_shipped_file_says_the_same_when_it_is_remembered(tmp_path: Path) -> None:
    texts = {path: located.read_text(path) for path in SHIPPED}
    plain = {path: located.parse(text, str(path)) for path, text in texts.items()}
    kept(tmp_path / "cache" / "texts", *texts.values())
    remembered.recall(tmp_path / "cache" / "texts")
    for path, text in texts.items():
        # `==` would take 1 for 1.0.
        assert repr(remembered.values(text, must_not_read)) == repr(plain[path].data), path
        again = located.parse(text, str(path))
        assert dict(again.lines) == dict(plain[path].lines)


def test_each_asker_has_a_document_of_its_own(tmp_path: Path) -> None:
    kept(tmp_path / "texts", TEXT)
    remembered.recall(tmp_path / "texts")
    located.parse(TEXT, "one").data["lean_deg"] = 0
    assert located.parse(TEXT, "two").data["lean_deg"] == 40


def test_a_text_that_differs_is_read(tmp_path: Path) -> None:
    kept(tmp_path / "texts", TEXT)
    remembered.recall(tmp_path / "texts")
    assert located.parse(TEXT.replace("40", "41"), "file").data["lean_deg"] == 41


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-5],
        lambda content: content.replace(b"40", b"90"),
        lambda content: b"\xff" + content,
        lambda content: b"0" + content[1:],
        lambda content: content[:0],
    ],
    ids=["cut off", "another number", "not text", "another format", "empty"],
)
def test_a_damaged_file_is_ignored_and_written_anew(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "texts"
    kept(path, TEXT)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    kept(path, TEXT)
    assert path.read_bytes() == whole
    remembered.recall(path)
    assert located.parse(TEXT, "file").data["lean_deg"] == 40


def test_a_text_with_a_fault_is_told_at_every_start(tmp_path: Path) -> None:
    for _ in range(2):
        remembered.recall(tmp_path / "texts")
        for text in ("x = ", "x = inf"):
            with pytest.raises(located.AuthorErrors):
                located.parse(text, "file")
        remembered.keep()
    assert not (tmp_path / "texts").exists()


def test_what_json_cannot_say_is_not_kept(tmp_path: Path) -> None:
    kept(tmp_path / "texts", "when = 1979-05-27", TEXT)
    assert b"1979" not in (tmp_path / "texts").read_bytes()


def test_what_was_not_asked_again_is_dropped_once_something_is_new(tmp_path: Path) -> None:
    path = tmp_path / "texts"
    kept(path, TEXT, "old = 1")
    before = path.stat().st_mtime_ns
    kept(path, TEXT)
    assert path.stat().st_mtime_ns == before
    kept(path, TEXT, "new = 1")
    assert b"new" in path.read_bytes()
    assert b"old" not in path.read_bytes()


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept(tmp_path / "file" / "texts", TEXT)
    assert located.parse(TEXT, "file").data["lean_deg"] == 40


def test_nothing_is_remembered_unless_it_is_asked_for(tmp_path: Path) -> None:
    located.parse(TEXT, "file")
    remembered.keep()
    assert list(tmp_path.rglob("*")) == []
