"""Painting leaves the reference count of None alone, which one release of PySide6 did not.

PYSIDE-3474: every call that returned nothing dropped one reference to None, until Python aborted.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.paint import load_palette, paint
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture

PAINTS = 500
# Caches and counters of Python itself move the count a little; the fault dropped some thousand.
SLACK = 50


def test_painting_does_not_use_up_none(qtbot: QtBot) -> None:
    del qtbot
    shown = picture(
        [perform("hip-hinge", body())],
        Plan(200, 200, words()),
        Options(layers=frozenset(LAYERS)),
        0.5,
    )
    canvas = QImage(200, 200, QImage.Format.Format_RGB32)
    palette = load_palette("light")
    # What earlier tests left to the collector holds None as well, and must not go in between.
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(PAINTS):
        painter = QPainter(canvas)
        paint(painter, shown, QRectF(canvas.rect()), palette)
        painter.end()
    assert sys.getrefcount(None) > before - SLACK
