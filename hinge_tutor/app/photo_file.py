"""A side photo comes in, from a file or the clipboard, and goes out only where the user says.

A saved one is one JSON file: the picture as JPEG, drawn anew so that nothing of the camera's notes
(place, time, device) is in it, with its marks, its ground line and the body.
"""

from __future__ import annotations

import base64
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QPoint,
    QRect,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from hinge_tutor import safely
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.body.specification import parse_specification
from hinge_tutor.motion.photo_marks import MARKS
from hinge_tutor.motion.photo_places import Marked, Point

# Photos of telephones have up to 20 MB; a saved one is smaller, since it is scaled down.
LARGEST_BYTES = 60_000_000
# Twice the largest sensors of telephones; beyond it somebody wants to fill the memory.
MOST_PIXELS = 400_000_000
# A person fills a third of this width: 2 mm to the px, finer than any mark.
LONGEST_PX = 2_400
# Smaller than this a joint cannot be pointed at.
SHORTEST_PX = 64
KINDS = ("jpeg", "png", "webp", "bmp")
ENDINGS = ("jpg", "jpeg", "png", "webp", "bmp")
# A saved photo with its marks.
ENDING, FORMAT = ".hinge-photo", "hinge-tutor/photo-1"
# Of a JPEG whose end is missing Qt gives the rest in gray, and says this.
_CUT = "premature end"
# Where a BMP says how long it is.
_BMP_SIZE = slice(2, 6)
_QUALITY = 90
_WHOLE, _SMOOTH = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation


class PhotoError(ValueError):
    """A photo that cannot be opened or saved, as one sentence."""


@dataclass(frozen=True, eq=False)
class Opened:
    """A photo with its marks, where it was saved with some, and the body it was saved with."""

    image: QImage
    marked: Marked
    body: str = ""


def open_photo(path: Path) -> Opened:
    """A picture, or a photo saved with its marks; raises PhotoError."""
    name = path.name
    try:
        if not path.is_file():
            raise PhotoError(_filled(tr("%1 is no file."), name))
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError:
        raise PhotoError(_filled(tr("%1 cannot be read."), name)) from None
    if len(content) > LARGEST_BYTES:
        words = tr("%1 is larger than %2 MB; choose a smaller picture.")
        raise PhotoError(_filled(words, name, str(LARGEST_BYTES // 1_000_000)))
    if content.lstrip()[:1] == b"{":
        return _saved(content, name)
    return pasted(read_image(content, name))


def pasted(image: QImage) -> Opened:
    """A picture that is there already, as large as is needed; raises PhotoError."""
    if image.isNull():
        raise PhotoError(tr("There is no picture on the clipboard."))
    if min(image.width(), image.height()) < SHORTEST_PX:
        raise PhotoError(tr("This picture is too small to see joints on it."))
    if max(image.width(), image.height()) > LONGEST_PX:
        image = image.scaled(LONGEST_PX, LONGEST_PX, _WHOLE, _SMOOTH)
    plain = _on_paper(image)
    return Opened(plain, Marked((plain.width(), plain.height()), {}))


def read_image(content: bytes, name: str) -> QImage:
    """A picture upright, at most LONGEST_PX long; raises PhotoError."""
    # Both live in variables: Qt reads from them while it decodes.
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    said: list[str] = []

    def hear(_kind: QtMsgType, _where: object, message: str) -> None:
        said.append(message)

    # What Qt's readers say of a broken file is for programmers.
    before = qInstallMessageHandler(hear)
    reader = QImageReader(buffer)
    try:
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        kind, size = bytes(reader.format().data()).decode("ascii", "replace"), reader.size()
        if kind not in KINDS:
            raise PhotoError(_filled(tr("%1 is no picture; open a JPEG, PNG, WebP or BMP."), name))
        if reader.supportsAnimation() and reader.imageCount() > 1:
            raise PhotoError(_filled(tr("%1 moves; open a still picture."), name))
        if size.width() * size.height() > MOST_PIXELS:
            raise PhotoError(_filled(tr("%1 has too many pixels; open a smaller picture."), name))
        if max(size.width(), size.height()) > LONGEST_PX:
            reader.setScaledSize(size.scaled(LONGEST_PX, LONGEST_PX, _WHOLE))
        image = reader.read()
    finally:
        # It looks at the buffer once more as it goes (of TIFF, at least), so it must go first.
        del reader
        qInstallMessageHandler(before)
    short = kind == "bmp" and int.from_bytes(content[_BMP_SIZE], "little") > len(content)
    if image.isNull() or short or any(_CUT in each for each in said):
        raise PhotoError(_filled(tr("%1 is damaged or too large to be opened."), name))
    return image


def save_photo(path: Path, image: QImage, marked: Marked, body: str) -> None:
    """Writes picture, marks and body into one file, whole or not at all; raises OSError."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # A copy without the notes that a camera writes beside the picture.
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    for key in plain.textKeys():
        plain.setText(key, "")
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(plain):
        raise OSError(writer.errorString())
    value = {
        "format": FORMAT,
        "body": body,
        "size": list(marked.size),
        "marks": {name: [round(x, 2), round(y, 2)] for name, (x, y) in marked.marks.items()},
        "ground": None if marked.ground is None else [list(end) for end in marked.ground],
        "picture": base64.b64encode(data.data()).decode("ascii"),
    }
    safely.write(path, (json.dumps(value, allow_nan=False) + "\n").encode())


def _saved(content: bytes, name: str) -> Opened:
    """A photo that was saved with its marks; raises PhotoError."""
    broken = PhotoError(_filled(tr("%1 is no photo that was saved here."), name))
    try:
        value = json.loads(content)
        if value["format"] != FORMAT:
            raise broken
        picture = base64.b64decode(value["picture"], validate=True)
        found = pasted(read_image(picture, name))
        size = found.marked.size
        marks = {key: _point(value["marks"][key], size) for key in MARKS if key in value["marks"]}
        ground = value["ground"]
        ends = None if ground is None else (_point(ground[0], size), _point(ground[1], size))
        body = str(value["body"])
        parse_specification(body)
    except PhotoError:
        raise
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        # Not JSON, not base64, no body, or other things in the places of these.
        raise broken from None
    return Opened(found.image, Marked(size, marks, ends), body)


def _point(value: Any, size: tuple[int, int]) -> Point:
    """A place on the picture; raises ValueError or TypeError."""
    x, y = (float(each) for each in value)
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError("a mark is nowhere")
    return min(max(x, 0.0), float(size[0])), min(max(y, 0.0), float(size[1]))


def _on_paper(image: QImage) -> QImage:
    """A picture that nothing shines through: what was erased from it is white, not as it was."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    try:
        painter.drawImage(QRect(QPoint(0, 0), image.size()), image)
    finally:
        painter.end()
    return paper


def _filled(words: str, *values: str) -> str:
    # The last first: a file may be called "%2".
    for number, value in reversed(list(enumerate(values, 1))):
        words = words.replace(f"%{number}", value)
    return words
