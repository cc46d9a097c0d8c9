"""The cards of a window, by what is asked for; each is imported and made only then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.card_pile import CardPile
from hinge_tutor.app.command import Commands
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.note import Note
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.chooser import Chooser, Option
    from hinge_tutor.app.course_rows import Mark
    from hinge_tutor.app.errand import Order
    from hinge_tutor.app.reference_page import ReferencePage
    from hinge_tutor.lessons.lesson import Lesson
    from hinge_tutor.lessons.search import Entry
    from hinge_tutor.lessons.words import Words

# What a list finds among, out of lessons and the words of their language.
Made = Callable[["Sequence[Lesson]", "Words"], "tuple[Entry, ...]"]
# Of a list of single lines, and of one with a note to each row.
LIST_PX, COURSE_PX = 560, 720
Page = TypeVar("Page", bound="ReferencePage")


class Desk(CardPile):
    """Opens them."""

    def __init__(self, window: QWidget, session: Session) -> None:
        """`commands` is filled in by the window, because some commands open cards."""
        super().__init__(window)
        self._session = session
        self.commands = Commands(())
        # How far one is in each lesson; and, filled in by the window, who points at a muscle.
        self.marks: Callable[[], Mapping[str, Mark]] = self._marks
        self.pick_muscle: Callable[[str], None] = lambda _name: None
        # Where the log is, filled in by the window.
        self.log_folder = Path()

    def list_commands(self) -> None:
        """The palette: what is typed finds a command, Enter runs it."""
        from hinge_tutor.app.palette import command_rows

        letters = self._session.settings.letter_keys
        found = partial(command_rows, self.commands, letters)
        self._chooser("commands", tr("All commands")).search(found)

    def change_keys(self) -> None:
        """Other keys for every command."""
        from hinge_tutor.app.key_card import KeyCard

        make = partial(KeyCard, self._session, self.commands, self._window)
        self._card("keys", KeyCard, make).begin()

    def go_to(self) -> None:
        from hinge_tutor.app.lists import step_rows

        self._chooser("steps", tr("Go to step")).choose(*step_rows(self._session))

    def lessons(self) -> None:
        """The course: every lesson, its minutes, and how far one is in it."""
        from hinge_tutor.app.course_rows import course_rows

        rows, present = course_rows(self._session, self.marks())
        self._chooser("lessons", tr("The course"), COURSE_PX).choose(rows, present)

    def _marks(self) -> Mapping[str, Mark]:
        from hinge_tutor.app.learnt import marks

        return marks(self._session)

    def find(self) -> None:
        """Lessons, terms, movements, faults and muscles by what is typed."""
        from hinge_tutor.app.finding import found_rows
        from hinge_tutor.lessons.search import entries

        self._find("find", tr("Find"), entries, found_rows)

    def glossary(self) -> None:
        """Every term with its meaning; each leads to the moment that shows it."""
        from hinge_tutor.app.finding import glossary_rows
        from hinge_tutor.lessons.search import glossary

        self._find("glossary", tr("Glossary"), glossary, glossary_rows)

    def _find(
        self, name: str, title: str, made: Made, rows: Callable[..., Sequence[Option]]
    ) -> None:
        """A list of what is made of the lessons and words; a page in a lesson's place is none."""
        session = self._session
        lessons = tuple(lesson for lesson in session.route.lessons if lesson.file)
        among = made(lessons, session.words)

        def found(typed: str) -> Sequence[Option]:
            return rows(session, typed, among, self.pick_muscle)

        self._chooser(name, title, COURSE_PX).search(found)

    def try_fault(self) -> None:
        """Every fault on every movement that it is seen in."""
        from hinge_tutor.app.lists import fault_rows

        self._chooser("faults", tr("Try a fault")).choose(fault_rows(self._session))

    def help(self) -> None:
        """The keys that work now."""
        from hinge_tutor.app.help import Help
        from hinge_tutor.app.lists import key_groups

        groups = key_groups(self.commands, self._session.settings.letter_keys)
        self._card("help", Help, lambda: Help(self._window)).tell(groups)

    def choose(self, name: str, title: str, rows: Sequence[Option], present: int = 0) -> None:
        """One row out of several, in a card of its own name."""
        self._chooser(name, title).choose(rows, present)

    def overview(self) -> None:
        from hinge_tutor.app.overview import TILE, Overview
        from hinge_tutor.app.tiles import tiles

        if self._look is not None:
            found = tiles(self._session, self._look, TILE)
            self._card("overview", Overview, lambda: Overview(self._window)).show_tiles(found)

    def preferences(self) -> None:
        from hinge_tutor.app.preferences import Preferences

        make = partial(Preferences, self._session, self.change_keys, self._window)
        card = self._card("preferences", Preferences, make)
        card.open(card.first())

    def export(self, start: Callable[[Order], bool]) -> None:
        """What is on the stage as a file; `start` begins to make it."""
        from hinge_tutor.app.export_card import ExportCard

        make = partial(ExportCard, self._session, start, self._window)
        self._card("export", ExportCard, make).show_stage()

    def handout(self, start: Callable[[Order], bool]) -> None:
        """The page to take home of what is on the stage; `start` has its file made."""
        from hinge_tutor.app.handout_card import HandoutCard

        make = partial(HandoutCard, self._session, start, self._window)
        self._card("handout", HandoutCard, make).show_page()

    def about(self) -> None:
        """What the program is, and its versions."""
        from hinge_tutor.app.about import About

        make = partial(About, self.licenses, self._window)
        self._card("about", About, make).begin()

    def licenses(self) -> None:
        """The licenses of everything shipped."""
        from hinge_tutor.app.license_page import OVERVIEW, LicensePage

        card = self._card("licenses", LicensePage, lambda: self._page_card(LicensePage))
        card.tell(OVERVIEW, tr("Licenses"))

    def open_log_folder(self) -> None:
        """The folder in which the log is, in whatever shows folders here."""
        from hinge_tutor.app.folders import open_folder

        if said := open_folder(self.log_folder):
            self._session.say(said)

    def page(self, name: str, title: str) -> None:
        """A reference page, by the name of its file."""
        from hinge_tutor.app.reference_page import ReferencePage

        card = self._card("page", ReferencePage, lambda: self._page_card(ReferencePage))
        card.tell(name, title)

    def _page_card(self, kind: type[Page]) -> Page:
        session = self._session
        return kind(session.words.language, self._to_lesson, session.timeline, self._window)

    def _to_lesson(self, id_: str) -> None:
        self._session.go(self._session.route.find(id_, 1, 1))

    def health_note(self) -> None:
        """What everybody should know before moving along; marked as read when they close it.

        Whoever sees it for the first time can go on in another language.
        """
        self._note("health").tell(
            tr("Before you move"),
            tr(
                "Stop if something hurts, and ask somebody who can look at you. "
                "This program teaches a movement; it is no treatment and knows nothing of "
                "your body. Watching is enough to learn from it."
            ),
            tr("I understand"),
            self._on_health_note_read,
            None if self._session.settings.health_note_read else self._other_language(),
        )

    def _other_language(self) -> tuple[str, Callable[[], None]] | None:
        """The next language of the course, by its own name, and the way into it."""
        from hinge_tutor.app.language import known_languages

        whole = [each for each in known_languages() if each.complete]
        codes = [each.code for each in whole]
        here = self._session.words.language
        if len(whole) < 2 or here not in codes:
            return None
        other = whole[(codes.index(here) + 1) % len(whole)]
        change = partial(replace, language=other.code)
        return other.name, lambda: self._session.change_settings(change(self._session.settings))

    def _on_health_note_read(self) -> None:
        settings = self._session.settings
        if not settings.health_note_read and not self._putting_away:
            self._session.change_settings(replace(settings, health_note_read=True))
            if self._session.build.stage.play != "still":
                self._session.timeline.replay()

    def trouble(self, log: str, details: str, again: Callable[[], None]) -> None:
        """Says that something broke, where the details are, and offers to read or copy them."""
        from hinge_tutor.app.trouble_card import TroubleCard

        make = partial(TroubleCard, self._window)
        self._card("trouble", TroubleCard, make).report(log, details, again)

    def _chooser(self, name: str, title: str, width_px: int = LIST_PX) -> Chooser:
        from hinge_tutor.app.chooser import Chooser

        return self._card(name, Chooser, lambda: Chooser(title, self._window, width_px))

    def _note(self, name: str) -> Note:
        return self._card(name, Note, lambda: Note(self._window))
