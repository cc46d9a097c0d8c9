"""The card that saves what is on the stage: as a picture, a clip or numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor import paint
from hinge_tutor.app.calling import called
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.errand import Order
from hinge_tutor.app.export_words import format_note, kinds, no_video, short, waits
from hinge_tutor.app.file_dialogs import ask_target, documents
from hinge_tutor.app.overlay import Overlay
from hinge_tutor.app.pick_row import PickRow
from hinge_tutor.app.preview import HIGH_PX, Preview
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import THEMES
from hinge_tutor.app.take_away import (
    FORMATS,
    MOMENT,
    MOVEMENT,
    NUMBERS,
    ONE_FIGURE,
    PAUSES_S,
    SIZES,
    SPEEDS,
    VIDEOS,
    Wish,
    moves,
    name_of,
    order,
    preview,
    shown,
)
from hinge_tutor.export.video import installed

WIDTH_PX = 620
KINDS = (MOMENT, MOVEMENT, NUMBERS)


class ExportCard(Overlay):
    """A row for each choice; what a choice has no meaning for is not there."""

    pages_close = False

    def __init__(self, session: Session, start: Callable[[Order], bool], parent: QWidget) -> None:
        """`start` begins to make the file."""
        super().__init__(self.tr("Save a picture or clip"), WIDTH_PX, parent)
        self._session, self._start = session, start
        self.wish = Wish()
        # Remembered until the program ends.
        self._folder: Path | None = None
        self.preview = Preview()
        self.what = self._row(self.tr("What"), self.on_what)
        self.format = self._row(self.tr("Format"), self.on_format)
        self.figure = self._row(self.tr("Whose numbers"), self.on_figure)
        self.size_ = self._row(self.tr("Size"), self.on_size)
        self.theme = self._row(self.tr("Colors"), self.on_theme)
        self.speed = self._row(self.tr("Speed"), self.on_speed)
        self.pause = self._row(self.tr("Pauses at key poses"), self.on_pause)
        inside = QWidget()
        inside.setObjectName("inside")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(4, 0, 14, 4)
        self._rows.addWidget(self.preview)
        for row in self._all():
            self._rows.addWidget(row)
        self._rows.addStretch(1)
        self._area = ClearArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.save = QPushButton(self.tr("Save…"))
        self.save.setObjectName("primary")
        self.save.clicked.connect(self.on_save)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(foot)
        self.what.offer([self.tr("This moment"), self.tr("The whole movement"), self.tr("Numbers")])
        self.theme.offer([self.tr("Light"), self.tr("Dark"), self.tr("Projector")])
        self.speed.offer([f"{100 * speed:g} %" for speed in SPEEDS])
        number = session.words.number
        lengths = [f"{number(pause_s, 'g')} s" for pause_s in PAUSES_S[1:]]
        self.pause.offer([self.tr("None"), *lengths])

    def _row(self, title: str, picked: Callable[[int], None]) -> PickRow:
        row = PickRow(title)
        row.picked.connect(picked)
        return row

    def _all(self) -> tuple[PickRow, ...]:
        rows = (self.what, self.format, self.figure, self.size_)
        return (*rows, self.theme, self.speed, self.pause)

    def set_look(self, look: Look) -> None:
        self._rows.setSpacing(look.gap(10))
        self.preview.set_height(round(HIGH_PX * (0.7 + 0.3 * look.scale)))
        super().set_look(look)

    def show_stage(self) -> None:
        """Opens on what is on the stage now, in the colors of the window and at its speed."""
        session = self._session
        nearest = min(SPEEDS, key=lambda speed: abs(speed - session.options.speed))
        wish = replace(self.wish, theme=session.settings.theme, speed=nearest)
        count = len(session.repetitions)
        wish = replace(wish, figure=min(wish.figure, count - 1))
        if wish.what == (NUMBERS if session.pending else MOVEMENT) and not moves(session):
            wish = wish.of(MOMENT)
        self._take(wish)
        self.open(self.what.buttons[KINDS.index(wish.what)])

    def _take(self, wish: Wish) -> None:
        """Another wish: rows, notes and preview follow it."""
        self.wish = wish
        session = self._session
        why = waits(session)
        # A pose has numbers as well.
        told = dict.fromkeys((1, 2) if session.pending else (1,), why) if why else {}
        self.what.pick(KINDS.index(wish.what), told, why)
        endings = FORMATS[wish.what]
        self.format.offer([short(ending) for ending in endings])
        gray: dict[int, str] = {}
        if wish.what == MOVEMENT and not installed():
            gray = {n: no_video() for n, each in enumerate(endings) if each in VIDEOS}
        notes = (format_note(wish.ending), *dict.fromkeys(gray.values()))
        self.format.pick(endings.index(wish.ending), gray, "\n".join(notes))
        self.figure.offer(called(session))
        self.figure.pick(wish.figure)
        sizes = SIZES[wish.what]
        self.size_.offer([f"{width} × {height}" for width, height in sizes])
        self.size_.pick(sizes.index(wish.size) if wish.size in sizes else 0)
        self.theme.pick(THEMES.index(wish.theme))
        self.speed.pick(SPEEDS.index(wish.speed))
        self.pause.pick(PAUSES_S.index(wish.pause_s))
        seen = wish.what != NUMBERS
        several = len(session.repetitions) > 1 and wish.ending in ONE_FIGURE
        for row, there in (
            (self.figure, several),
            (self.size_, seen),
            (self.theme, seen),
            (self.speed, wish.what == MOVEMENT),
            (self.pause, wish.what == MOVEMENT),
            (self.preview, seen),
        ):
            row.setVisible(there)
        if seen:
            made = preview(session, wish.size)
            self.preview.show_picture(made, paint.load_palette(wish.theme), shown(session).camera)
        self._place()

    def _place(self) -> None:
        """Rows know their height only in the look they are shown in."""
        self._rows.activate()
        self.stretch(self._area, self._rows.sizeHint().height())
        super()._place()

    # ── what is picked ───────────────────────────────────────────────────────────────────────────

    def on_what(self, number: int) -> None:
        self._take(self.wish.of(KINDS[number]))

    def on_format(self, number: int) -> None:
        self._take(replace(self.wish, ending=FORMATS[self.wish.what][number]))

    def on_figure(self, number: int) -> None:
        self._take(replace(self.wish, figure=number))

    def on_size(self, number: int) -> None:
        self._take(replace(self.wish, size=SIZES[self.wish.what][number]))

    def on_theme(self, number: int) -> None:
        self._take(replace(self.wish, theme=THEMES[number]))

    def on_speed(self, number: int) -> None:
        self._take(replace(self.wish, speed=SPEEDS[number]))

    def on_pause(self, number: int) -> None:
        self._take(replace(self.wish, pause_s=PAUSES_S[number]))

    def accept(self) -> bool:
        self.on_save()
        return True

    def on_save(self) -> None:
        """Asks where to, and has the file made."""
        ending = self.wish.ending
        suggested = (self._folder or documents()) / name_of(self._session, self.wish)
        target = ask_target(self.window(), self.title.text(), suggested, ending, kinds(ending))
        if target is None:
            return
        self._folder = target.parent
        if self._start(order(self._session, self.wish, target)):
            self.dismiss()
