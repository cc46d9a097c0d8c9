"""Photos come in whole and upright, or with one sentence; what is saved holds no camera's notes."""

from __future__ import annotations

import json
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from hinge_tutor.app.photo_file import (
    LARGEST_BYTES,
    LONGEST_PX,
    PhotoError,
    open_photo,
    pasted,
    save_photo,
)
from hinge_tutor.motion.photo_places import Marked

pytestmark = pytest.mark.usefixtures("qapp")

# EXIF's number of the orientation; a place in the world and a camera's name.
TURNED, CAMERA = 0x0112, 0x0110


def drawn(width: int = 300, height: int = 200) -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    picture.paste((30, 30, 200), (0, height // 2, width, height))
    return picture


def encoded(kind: str, picture: Image.Image | None = None, **options: object) -> bytes:
    made = BytesIO()
    (picture or drawn()).save(made, kind, **options)
    return made.getvalue()


def put(folder: Path, content: bytes, name: str = "photo.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is that large, and has no dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp"])
def test_every_kind_is_opened_by_its_content_and_not_by_its_name(tmp_path: Path, kind: str) -> None:
    opened = open_photo(put(tmp_path, encoded(kind), "photo.txt"))
    assert opened.marked == Marked((300, 200), {})
    above, below = opened.image.pixelColor(150, 20), opened.image.pixelColor(150, 180)
    assert above.red() > 150 > above.blue()
    assert below.blue() > 150 > below.red()


def test_a_photo_taken_upright_is_upright(tmp_path: Path) -> None:
    notes = Image.Exif()
    notes[TURNED] = 6
    opened = open_photo(put(tmp_path, encoded("jpeg", exif=notes)))
    assert opened.marked.size == (200, 300)
    # Turned by a quarter clockwise: what was above is at the right.
    assert opened.image.pixelColor(180, 150).red() > 150


def test_a_large_photo_is_made_smaller(tmp_path: Path) -> None:
    opened = open_photo(put(tmp_path, encoded("jpeg", drawn(4800, 2400))))
    assert opened.marked.size == (LONGEST_PX, LONGEST_PX // 2)


MOVING = encoded("webp", save_all=True, append_images=[drawn().rotate(180)], duration=100)
HOSTILE = {
    "nothing": (b"", "is no picture"),
    "words": (b"hello\n" * 100, "is no picture"),
    "an animation": (encoded("gif"), "is no picture"),
    "a picture of a scanner": (encoded("tiff", drawn(1200, 800)), "is no picture"),
    "a drawing of lines": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no picture"),
    "a moving picture": (MOVING, "moves"),
    "a picture that is as large as a field": (png_of(60_000, 60_000), "too many pixels"),
    "a picture that is too large for the memory": (png_of(19_000, 19_000), "damaged or too large"),
    "half of a JPEG": (encoded("jpeg", drawn(900, 900))[:4000], "damaged"),
    "half of a PNG": (encoded("png", drawn(900, 900))[:600], "damaged"),
    "half of a WebP": (encoded("webp")[:100], "damaged"),
    "half of a BMP": (encoded("bmp")[:9000], "damaged"),
    "the head of a JPEG before garbage": (b"\xff\xd8\xff\xe0garbage" * 100, "damaged"),
    "a dot": (encoded("png", drawn(8, 8)), "too small"),
    "other JSON": (b'{"format": "hinge-tutor/scene-1"}', "was saved here"),
    "a list in place of marks": (
        b'{"format": "hinge-tutor/photo-1", "picture": [], "marks": []}',
        "was saved here",
    ),
    "deep JSON": (b'{"a":' * 100_000, "was saved here"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_photo_is_one_sentence(tmp_path: Path, what: str) -> None:
    content, said = HOSTILE[what]
    with pytest.raises(PhotoError) as refused:
        open_photo(put(tmp_path, content))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_a_missing_file_and_one_without_end_are_one_sentence(tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    for path, said in ((tmp_path, "no file"), (tmp_path / "none.png", "no file"), (huge, "MB")):
        with pytest.raises(PhotoError, match=said):
            open_photo(path)


def test_what_was_erased_from_a_picture_stays_erased(tmp_path: Path) -> None:
    erased = Image.new("RGBA", (300, 200), (200, 30, 30, 0))
    opened = open_photo(put(tmp_path, encoded("PNG", erased)))
    assert opened.image.pixelColor(150, 100).name() == "#ffffff"


def test_a_name_like_a_place_in_a_sentence_stays_as_it_is(tmp_path: Path) -> None:
    large = put(tmp_path, b"", "%2.jpg")
    with large.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(PhotoError, match=r"^%2\.jpg is larger than 60 MB"):
        open_photo(large)


def test_an_empty_clipboard_is_one_sentence() -> None:
    with pytest.raises(PhotoError, match="clipboard"):
        pasted(QImage())


def test_a_saved_photo_comes_back_without_the_notes_of_the_camera(tmp_path: Path) -> None:
    notes = Image.Exif()
    notes[CAMERA] = "Spy Camera 3000"
    first = open_photo(put(tmp_path, encoded("jpeg", exif=notes)))
    marked = Marked(first.marked.size, {"hip": (20.25, 30.5)}, ((1.0, 190.0), (299.0, 180.0)))
    saved = tmp_path / "client.hinge-photo"
    save_photo(saved, first.image, marked, "height=1.8")
    assert b"Spy" not in saved.read_bytes()
    again = open_photo(saved)
    assert again.marked == marked
    assert again.body == "height=1.8"
    assert again.image.size() == first.image.size()


@pytest.mark.parametrize(
    "change",
    [
        {"marks": {"hip": [1.0]}},
        {"marks": {"hip": ["a", "b"]}},
        {"marks": {"hip": [float("nan"), 1.0]}},
        {"ground": [[1.0, 2.0]]},
        {"body": "height=9"},
        {"body": "nobody"},
        {"picture": "%%%"},
        {"picture": ""},
    ],
)
def test_a_saved_photo_that_was_changed_by_hand_is_one_sentence(
    tmp_path: Path, change: dict[str, object]
) -> None:
    path = tmp_path / "client.hinge-photo"
    save_photo(path, open_photo(put(tmp_path, encoded("png"))).image, Marked((300, 200), {}), "")
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(PhotoError) as refused:
        open_photo(path)
    assert "client.hinge-photo" in str(refused.value)


def test_marks_beside_the_picture_are_brought_onto_it(tmp_path: Path) -> None:
    path = tmp_path / "client.hinge-photo"
    image = open_photo(put(tmp_path, encoded("png"))).image
    save_photo(path, image, Marked((300, 200), {"ear": (-50.0, 1e9)}), "")
    assert open_photo(path).marked.marks == {"ear": (0.0, 200.0)}
