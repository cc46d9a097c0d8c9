"""Preferences: sections at the left, or one below the other where there is no room for that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.choice_row import ChoiceRow
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.data_row import DataRow
from hinge_tutor.app.forget_row import ForgetRow
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.preference_rows import DATA, KEYS, Section, sections
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.titled_row import ButtonRow, TitledRow
from hinge_tutor.app.usual_row import UsualRow
from hinge_tutor.lessons.search import plain

# The card, and what of it is the list of sections, at 100 % text.
WIDTH_PX, LIST_PX, TALLEST_PX = 760, 190, 380


class Preferences(Overlay):
    """Every change counts at once. What is typed above finds rows of all sections."""

    def __init__(self, session: Session, change_keys: Callable[[], None], parent: QWidget) -> None:
        super().__init__(self.tr("Preferences"), WIDTH_PX, parent)
        self._session = session
        self._wide = True
        self._sections = sections(session)
        self._headings: dict[str, QLabel] = {}
        self._rows: dict[str, list[TitledRow]] = {}
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._sheet = QVBoxLayout(self._inside)
        # Room for the ring around a button that has the focus.
        self._sheet.setContentsMargins(4, 0, 14, 4)
        self._sheet.setSpacing(12)
        self._area = ClearArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._find = QLineEdit()
        self._find.setPlaceholderText(self.tr("Type to find"))
        self._find.setAccessibleName(self.tr("Find a preference"))
        self._find.textChanged.connect(self.on_text)
        self._nothing = wrapped("quiet", self.tr("Nothing has this word."))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Sections"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems([section.title for section in self._sections])
        self._list.currentRowChanged.connect(self.on_section)
        self.progress = ForgetRow(session.forget, self._place)
        self.data = DataRow(session.memory.folder, self._place)
        self._usual = UsualRow(session, self._place)
        for section in self._sections:
            self._add(section, change_keys)
        self._sheet.addWidget(self._nothing)
        self._sheet.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._list)
        columns.addWidget(self._area, 1)
        self.body.addWidget(self._find)
        self.body.addLayout(columns, 1)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()
        self._list.setCurrentRow(0)

    def _add(self, section: Section, change_keys: Callable[[], None]) -> None:
        """A heading and the rows of a section."""
        heading = wrapped("kicker", section.title.upper())
        self._headings[section.id] = heading
        self._sheet.addWidget(heading)
        rows: list[TitledRow] = [ChoiceRow(row, self.choose) for row in section.rows]
        if section.id == KEYS:
            words = self.tr("Change keys…")
            rows.append(ButtonRow(self.tr("The key of every command"), words, change_keys))
        if section.id == DATA:
            rows.append(TitledRow(self.tr("Where it is kept"), self.data))
            rows.append(TitledRow(self.tr("Progress"), self.progress))
            rows.append(TitledRow(self.tr("All preferences"), self._usual))
        self._rows[section.id] = rows
        for row in rows:
            self._sheet.addWidget(row)

    def choose(self, made: Callable[[Settings], Settings]) -> None:
        """A choice was made."""
        self._session.change_settings(made(self._session.settings))

    def show_section(self, id_: str) -> None:
        """Stands on a section; where all are seen, it is scrolled to."""
        ids = [section.id for section in self._sections]
        self._find.clear()
        self._list.setCurrentRow(ids.index(id_))
        if not self._wide:
            self._area.verticalScrollBar().setValue(self._headings[id_].y())

    def first(self) -> QWidget | None:
        """The control to begin with: the first that is chosen in the section that is shown."""
        shown = [row for rows in self._rows.values() for row in rows if not row.isHidden()]
        return next((first for row in shown if (first := row.first()) is not None), None)

    def open(self, focus: QWidget | None = None) -> None:
        self.progress.rest()
        self._usual.rest()
        self._find.clear()
        super().open(focus)
        self._place()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def on_text(self, _text: str) -> None:
        self._show_rows()
        self._place()

    def on_section(self, _row: int) -> None:
        self._show_rows()
        self._area.verticalScrollBar().setValue(0)
        self._place()

    def on_options_changed(self) -> None:
        session = self._session
        # Until one is chosen, the language is the one that is spoken.
        settings = replace(
            session.settings, language=session.settings.language or session.words.language
        )
        for rows in self._rows.values():
            for row in rows:
                row.refresh(settings)

    def _show_rows(self) -> None:
        """The rows of one section, of all of them, or those that have what is typed."""
        wanted = plain(self._find.text()).split()
        here = self._sections[max(self._list.currentRow(), 0)].id
        some = False
        for section in self._sections:
            rows = self._rows[section.id]
            if wanted:
                found = [row for row in rows if _has(row, section, wanted)]
            else:
                found = rows if not self._wide or section.id == here else []
            for row in rows:
                row.setVisible(row in found)
            # In one column, or among what was found, a heading tells where a row belongs.
            self._headings[section.id].setVisible(bool(found) and (bool(wanted) or not self._wide))
            some = some or bool(found)
        self._nothing.setVisible(not some)

    def _place(self) -> None:
        """Rows know their height only in the look they are shown in."""
        needed = round((WIDTH_PX - 2) * self._scale)
        wide = self._width() >= needed
        if wide != self._wide:
            self._wide = wide
            self._show_rows()
        self._list.setVisible(wide)
        self._list.setFixedWidth(round(LIST_PX * self._scale))
        self._sheet.activate()
        natural = None if wide else self._sheet.sizeHint().height()
        self.stretch(self._area, natural, TALLEST_PX if wide else None)
        super()._place()


def _has(row: TitledRow, section: Section, wanted: Sequence[str]) -> bool:
    """Whether every word typed begins or is inside a word of a row or of its section's name."""
    said = plain(f"{section.title} {row.words()}")
    return all(word in said for word in wanted)
