"""Plots under the figures: a row of buttons to choose what is plotted, and the plot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.plot_view import Axis, PlotView
from hinge_tutor.app.session import Session
from hinge_tutor.app.tool_button import tool_button
from hinge_tutor.stage.plot_names import PLOTS

# At 100 % text: the least height with which curves can be read, and what is asked for.
LEAST_PX, USUAL_PX = 212, 250
# Of a large window's height the plots ask for this share.
SHARE = 0.3
# A note narrower than this would be torn into single words.
LEAST_NOTE_PX = 170


class PlotPane(QFrame):
    """Off until it is asked for; the choice is kept."""

    def __init__(
        self,
        session: Session,
        axis: Axis,
        save: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`axis` as in the plot's view; `save` writes the figures' data to a file."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Plots"))
        self._session = session
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setSpacing(2)
        for name in PLOTS:
            words, note = session.words.plot(name), session.words.plot_note(name)
            button = tool_button(words, self.on_chosen, words, "preset", note)
            button.setCheckable(True)
            self._buttons[name] = button
            row.addWidget(button)
        self._menu = QMenu(self)
        for name in PLOTS:
            self._menu.addAction(session.words.plot(name)).setData(name)
        self._menu.triggered.connect(self.on_listed)
        self._list = tool_button("", self.on_options_changed, kind="preset")
        self._list.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._list.setMenu(self._menu)
        row.addWidget(self._list)
        self._note: QLabel = wrapped("quiet")
        row.addWidget(self._note, 1)
        self._spare = QWidget()
        row.addWidget(self._spare, 1)
        saving = self.tr("Save data…")
        self._save = tool_button(saving, save, saving, "preset", tip="")
        self._close = tool_button(self.tr("Close plots"), self.on_close, kind="plain")
        row.addWidget(self._save)
        row.addWidget(self._close)
        self._row = row
        self.view = PlotView(session, axis)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self.view, 1)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def set_look(self, look: Look) -> None:
        self._look = look
        # Nearly to the edge: left of where time begins the ticks have to stand.
        self._column.setContentsMargins(look.margins(2, 4, 2, 4))
        self._row.setContentsMargins(look.margins(6, 0, 6, 0))
        self._column.setSpacing(0)
        size = look.target(16)
        put_icon(self._close, "close", look.colors.text, size)
        self.view.set_look(look)
        self._share()

    def wanted_heights(self, scale: float, window_px: int) -> tuple[int, int]:
        """The least height in px that is worth showing, and what is asked for."""
        grown = 0.4 + 0.6 * scale
        return round(LEAST_PX * grown), round(max(USUAL_PX * grown, SHARE * window_px))

    def on_options_changed(self) -> None:
        chosen = self._session.settings.plot
        for name, button in self._buttons.items():
            button.setChecked(name == chosen)
        self._note.setText(self._session.words.plot_note(chosen))
        said = self._session.words.plot(chosen)
        self._list.setText(f"{said}…")
        self._list.setAccessibleName(self.tr("Plot: %1").replace("%1", said))
        self._share()

    def _share(self) -> None:
        """Buttons that do not fit become a list; before them goes the note, their tip as well."""
        wide = {b: b.sizeHint().width() + 2 for b in (*self._buttons.values(), self._list)}
        ends = self._save.sizeHint().width() + self._close.sizeHint().width() + 28
        beside = sum(wide[button] for button in self._buttons.values())
        listed = beside + ends > self.width()
        for button in self._buttons.values():
            button.setVisible(not listed)
        self._list.setVisible(listed)
        room = self.width() - ends - (wide[self._list] if listed else beside)
        self._note.setVisible(room >= LEAST_NOTE_PX and self._note_fits(room))
        self._spare.setVisible(not self._note.isVisibleTo(self))

    def _note_fits(self, room: int) -> bool:
        return self._note.heightForWidth(room) <= self._save.sizeHint().height()

    def on_chosen(self) -> None:
        for name, button in self._buttons.items():
            if button is self.sender():
                self._session.change_settings(replace(self._session.settings, plot=name))

    def on_listed(self, chosen: QAction) -> None:
        self._session.change_settings(replace(self._session.settings, plot=chosen.data()))

    def on_close(self) -> None:
        self._session.change_settings(replace(self._session.settings, plots=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
