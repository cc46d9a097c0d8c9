"""What may be read of a lesson pack: how many files, how large, and called how.

Only texts and pictures are read at all. A name or a size that has no place in a pack refuses the
whole of it, in one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hinge_tutor.lessons.pack_names import is_stray, plain, wrong_name

HEAD = "pack.toml"
TEXTS = (".md", ".toml")
# Pictures of points only: a drawing in SVG can name files, and can be made to draw for ever.
PICTURES = (".png", ".jpg", ".jpeg")
ENDING = ".zip"
MOST_FILES = 200
# Bytes, of a text and of the head; a lesson has fewer letters (hinge_tutor/lessons/bounds.py).
LARGEST_TEXT, LARGEST_HEAD = 300_000, 20_000
LARGEST_PICTURE = 4_000_000
# Of all that is read, and of the zip itself.
LARGEST_PACK = 25_000_000


class PackError(Exception):
    """A pack that is not opened, as one sentence for the user."""


@dataclass
class Budget:
    """What may still be read of a pack; every entry and every byte is paid for."""

    name: str
    entries: int = MOST_FILES
    left: int = LARGEST_PACK
    files: dict[str, bytes] = field(default_factory=dict)

    def count(self) -> None:
        """Pays for an entry; raises PackError for one too many."""
        self.entries -= 1
        if self.entries < 0:
            raise self.refusal(f"it has more than {MOST_FILES} files and folders")

    def check_name(self, name: str) -> None:
        """Raises PackError for a name that has no place in a pack."""
        if why := wrong_name(name):
            raise self.refusal(f"{shown(name)} {why}")

    def most(self, name: str) -> int:
        """How many bytes of a file are read at most."""
        return min(_largest(name), self.left)

    def put(self, name: str, content: bytes) -> None:
        """Keeps what was read, at most one byte more than `most`; raises PackError for that."""
        if len(content) > self.most(name):
            raise self.too_large(name)
        self.left -= len(content)
        self.files[plain(name)] = content

    def too_large(self, name: str) -> PackError:
        """The refusal of a file for its size."""
        if (own := _largest(name)) <= self.left:
            return self.refusal(f"{shown(name)} is larger than {own / 1e6:g} MB")
        return self.refusal(f"its files are larger than {LARGEST_PACK / 1e6:g} MB together")

    def refusal(self, why: str) -> PackError:
        """The sentence that a pack is not opened with."""
        return PackError(f"The lesson pack {self.name} is not opened: {why}.")


def is_read(name: str) -> bool:
    """Whether a file of a pack is read at all."""
    return name.endswith(TEXTS + PICTURES) and not is_stray(name)


def _largest(name: str) -> int:
    """How many bytes a file of that name may have by itself."""
    if name.rpartition("/")[2] == HEAD:
        return LARGEST_HEAD
    return LARGEST_TEXT if name.endswith(TEXTS) else LARGEST_PICTURE


def shown(name: str) -> str:
    """A name for a sentence: nothing unseen in it, and not endless."""
    plain_name = "".join(letter if letter.isprintable() else "�" for letter in name)
    return f'"{plain_name[:60]}{"…" if len(plain_name) > 60 else ""}"'
