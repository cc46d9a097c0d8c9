"""A card with a reference page: the model, its proof, how lessons are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from hinge_tutor import shelf
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.page_text import PageText
from hinge_tutor.app.timeline import Timeline
from hinge_tutor.lessons.course import ENGLISH
from hinge_tutor.located import AuthorErrors, read_text

WIDTH_PX, TALLEST_PX, SENTENCE_PX = 980, 900, 80
FOLDER, ENDING, LESSON, HEADING = "reference", ".md", "lesson:", "# "


class ReferencePage(Overlay):
    """One page at a time; page keys scroll it, a link may lead to another page or to a lesson.

    What plays rests while somebody reads.
    """

    pages_close = False

    def __init__(
        self,
        language: str,
        to_lesson: Callable[[str], None],
        timeline: Timeline,
        parent: QWidget,
    ) -> None:
        super().__init__("", WIDTH_PX, parent)
        self._timeline = timeline
        self._resumes = False
        self._shown = ""
        # Pages and how far they were read, the last one behind.
        self._before: list[tuple[str, int]] = []
        self._back = QToolButton()
        self._back.setObjectName("link")
        self._back.setText(self.tr("Back"))
        self._back.setToolTip(self.tr("Back to the page before (Alt+Left)"))
        self._back.clicked.connect(self.go_back)
        self._back.hide()
        self._language = language
        self._to_lesson = to_lesson
        self.text = PageText(self.on_link)
        self.title.setWordWrap(True)
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.text, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.text.set_look(look)

    def tell(self, name: str, title: str) -> None:
        """Opens the page of that name; `title` stands over a page that has none."""
        if not self.isVisible():
            self._resumes = self._timeline.clock.playing
            self._timeline.play(False)
        self._before.clear()
        found = self._show(name, title)
        self.stretch(self.text, None, TALLEST_PX if found else SENTENCE_PX)
        self.open(self.text)

    def on_link(self, link: str) -> None:
        if link.startswith(LESSON):
            self.dismiss()
            self._to_lesson(link.removeprefix(LESSON))
        elif link.endswith(ENDING) and Path(link).name == link:
            self._before.append((self._shown, self.text.verticalScrollBar().value()))
            self._turn(link.removesuffix(ENDING), 0)

    def words(self, name: str) -> str:
        """A page as Markdown, in the language that is spoken or in English; empty without one."""
        return _read(self._language, name) or _read(ENGLISH, name)

    def go_back(self) -> bool:
        """To the page one came from, where one was on it."""
        if self._before:
            self._turn(*self._before.pop())
        return True

    def dismiss(self) -> None:
        """Closes the page; what played goes on."""
        resumes, self._resumes = self._resumes and self.isVisible(), False
        super().dismiss()
        if resumes:
            self._timeline.play()

    def _turn(self, name: str, read: int) -> None:
        """Another page in the same card; `read` is how far it is scrolled."""
        found = self._show(name, self.title.text())
        self.stretch(self.text, None, TALLEST_PX if found else SENTENCE_PX)
        self._place()
        self.text.verticalScrollBar().setValue(read)
        self.text.setFocus()

    def _show(self, name: str, title: str) -> bool:
        """A page under its own title, which is its first line; one sentence where there is none."""
        words = self.words(name)
        found = bool(words)
        if not found:
            words = self.tr(
                "This page is not here. Everything else works without it; "
                "getting hinge-tutor again brings it back."
            )
        first, _, rest = words.partition("\n")
        if first.startswith(HEADING):
            title, words = first.removeprefix(HEADING), rest
        self._shown = name
        self._back.setVisible(bool(self._before))
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
