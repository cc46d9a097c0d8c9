"""A file that is refused, and the sentence that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from hinge_tutor.lessons.languages import ENGLISH
from hinge_tutor.lessons.words import words
from hinge_tutor.recordings.tracks import RecordingError


@dataclass
class Refusal:
    """What is said, once it has been refused."""

    said: str = ""


def in_words(error: RecordingError, language: str = ENGLISH) -> str:
    """The sentence about a file."""
    return words(language).recording_refusal(error.piece, error.values)


@contextmanager
def refused(match: str) -> Iterator[Refusal]:
    """What happens inside is refused, with a sentence in which this is found."""
    refusal = Refusal()
    with pytest.raises(RecordingError) as raised:
        yield refusal
    refusal.said = in_words(raised.value)
    assert re.search(match, refusal.said), refusal.said
