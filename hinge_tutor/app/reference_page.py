"""A card with a reference page: the model, its proof, how lessons are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hinge_tutor import shelf
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.page_text import PageText
from hinge_tutor.lessons.course import ENGLISH
from hinge_tutor.located import AuthorErrors, read_text

WIDTH_PX, TALLEST_PX, SENTENCE_PX = 980, 900, 80
FOLDER, ENDING, LESSON, HEADING = "reference", ".md", "lesson:", "# "


class ReferencePage(Overlay):
    """One page at a time; page keys scroll it, a link may lead to another page or to a lesson."""

    def __init__(self, language: str, to_lesson: Callable[[str], None], parent: QWidget) -> None:
        super().__init__("", WIDTH_PX, parent)
        self._language = language
        self._to_lesson = to_lesson
        self.text = PageText(self.on_link)
        self.title.setWordWrap(True)
        self.body.addWidget(self.text, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.text.set_look(look)

    def tell(self, name: str, title: str) -> None:
        """Opens the page of that name; `title` stands over a page that has none."""
        found = self._show(name, title)
        self.stretch(self.text, TALLEST_PX if found else SENTENCE_PX)
        self.open(self.text)

    def on_link(self, link: str) -> None:
        if link.startswith(LESSON):
            self.dismiss()
            self._to_lesson(link.removeprefix(LESSON))
        elif link.endswith(ENDING) and Path(link).name == link:
            self._show(link.removesuffix(ENDING), self.title.text())

    def _show(self, name: str, title: str) -> bool:
        """A page under its own title, which is its first line; one sentence where there is none."""
        words = _read(self._language, name) or _read(ENGLISH, name)
        found = bool(words)
        if not found:
            words = self.tr(
                "This page is not here. Everything else works without it; "
                "getting hinge-tutor again brings it back."
            )
        first, _, rest = words.partition("\n")
        if first.startswith(HEADING):
            title, words = first.removeprefix(HEADING), rest
        self.title.setText(title)
        self.setAccessibleName(title)
        self.text.setAccessibleName(title)
        self.text.show_markdown(words)
        return found


def _read(language: str, name: str) -> str:
    """The page in a language; nothing where it has none."""
    try:
        return read_text(shelf.lessons(language, FOLDER, f"{name}{ENDING}"))
    except (shelf.MissingFile, AuthorErrors, OSError):
        return ""
