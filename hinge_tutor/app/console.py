"""The presenter's own page: what the audience sees, what comes next, notes, the watch, buttons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hinge_tutor.app.ahead import Ahead
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.columns import in_columns
from hinge_tutor.app.command import Command, Commands
from hinge_tutor.app.console_notes import notes_of
from hinge_tutor.app.hands_row import HandsRow
from hinge_tutor.app.layer_bar import LayerBar
from hinge_tutor.app.lesson_text import LessonText
from hinge_tutor.app.mirror_frame import MirrorFrame
from hinge_tutor.app.present_view import PresentView
from hinge_tutor.app.session import Session
from hinge_tutor.app.style import BODY
from hinge_tutor.app.talk import Talk
from hinge_tutor.app.talk_line import TalkLine

# The buttons in their order: commands by their ids.
BUTTONS = (
    *("previous", "next", "play", "slower", "faster"),
    *("black", "white", "freeze", "pointer"),
    *("swap_screens", "console", "stop_presenting"),
)
# These have no sense with as many screens as there are now.
FOR_SCREENS = ("swap_screens", "console")
# At 100 % text: the right column on a small screen and on a large one, where longer lines would be
# hard to follow; one button.
NOTES_PX, WIDEST_NOTES_PX, BUTTON_PX, TARGET_PX, GAP_PX = 380, 560, 104, 44, 6
# The share of a large screen that the notes take, and what they never take more than.
USUAL_SHARE, NOTES_SHARE = 0.26, 0.42


class Console(QWidget):
    """Whatever it shows is the session's; its buttons are commands, and say when one is not."""

    def __init__(
        self,
        session: Session,
        mirror: PresentView,
        commands: Commands,
        talk: Talk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Presenter's console"))
        self._session = session
        self._commands = commands
        self._look: Look | None = None
        self._noted = ("", 0)
        self.mirror = MirrorFrame(mirror)
        self._where = wrapped("kicker")
        self._talk = TalkLine(session, talk)
        self._notice = wrapped("good")
        self._layers = LayerBar(session)
        self._ahead = Ahead(session)
        self._hands = HandsRow(session)
        self._heading = wrapped("kicker", self.tr("NOTES"))
        self._notes = LessonText(self.on_link)
        self._notes.setAccessibleName(self.tr("Notes"))
        self._area = ClearArea()
        self._area.setAccessibleName(self.tr("Next and notes"))
        self._short = {
            "freeze": self.tr("Freeze"),
            "pointer": self.tr("Pointer"),
            "swap_screens": self.tr("Swap screens"),
            "console": self.tr("Picture"),
            "stop_presenting": self.tr("End"),
        }
        # Where letters are so large that the buttons would take the picture's room, they scroll.
        self._controls = ClearArea()
        self._controls.setAccessibleName(self.tr("Buttons"))
        self._keys = QWidget()
        self._keys.setObjectName("inside")
        self._buttons = {id_: self._button(commands.get(id_)) for id_ in BUTTONS}
        self._grid = QGridLayout(self)
        self._pads = QGridLayout()
        self._pads.setSpacing(GAP_PX)
        self._left = left = QVBoxLayout()
        for widget in (self._where, self._talk):
            left.addWidget(widget)
        left.addWidget(self.mirror, 1)
        left.addWidget(self._notice)
        pads = QVBoxLayout(self._keys)
        pads.setContentsMargins(0, 0, 0, 0)
        pads.addLayout(self._pads)
        pads.addWidget(self._layers, 0, Qt.AlignmentFlag.AlignLeft)
        self._controls.setWidget(self._keys)
        left.addWidget(self._controls)
        left.addStretch(0)
        self._grid.addLayout(left, 0, 0)
        self._grid.addWidget(self._area, 0, 1)
        self._grid.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setObjectName("inside")
        column = QVBoxLayout(inside)
        for each in (self._hands, self._ahead, self._heading, self._notes):
            column.addWidget(each)
        column.addStretch(1)
        self._area.setWidget(inside)
        session.step_changed.connect(self.on_changed)
        session.options_changed.connect(self.on_changed)
        session.frame_changed.connect(self.on_frame_changed)

    def _button(self, command: Command) -> QToolButton:
        button = QToolButton(self._keys)
        button.setText(self._short.get(command.id, command.words))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setCheckable(command.checked is not None and command.id != "console")
        button.setMinimumHeight(TARGET_PX)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.on_button)
        return button

    def set_look(self, look: Look) -> None:
        """Colors and letters of the window; the mirror has those of the audience."""
        self._look = look
        self._grid.setContentsMargins(look.margins(14, 12, 14, 12))
        self._grid.setHorizontalSpacing(look.gap(14))
        self._left.setSpacing(look.gap(GAP_PX))
        self._layers.set_look(look)
        self._ahead.set_look(look)
        self._fit()
        self.on_changed()

    def on_changed(self) -> None:
        """Follows the session while somebody sees it."""
        if self._look is None or not self.isVisible():
            return
        session = self._session
        place = self.tr("%1 · step %2 of %3 · page %4 of %5")
        for sign, value in (
            ("%5", len(session.step.builds)),
            ("%4", session.spot.build + 1),
            ("%3", len(session.lesson.steps)),
            ("%2", session.spot.step + 1),
            ("%1", session.lesson.title),
        ):
            place = place.replace(sign, str(value))
        self._where.setText(place)
        self._talk.refresh()
        self._notice.setText(self._state())
        self._notice.setVisible(bool(self._notice.text()))
        self._ahead.refresh()
        self._hands.refresh()
        file = session.lesson.file
        folder = Path(file).parent if file else Path()
        shown = (notes_of(session), self._look.px(BODY))
        if shown != self._noted:
            self._noted = shown
            self._notes.show_markdown(shown[0], folder, shown[1])
        self._states()
        self._fit()

    def on_frame_changed(self) -> None:
        """Whether it plays is the only thing here that a moment changes."""
        if self.isVisible():
            self._play_state()

    def _state(self) -> str:
        """What the audience sees otherwise than somebody at the console might think."""
        session = self._session
        said = {
            "black": self.tr("The audience sees black."),
            "white": self.tr("The audience sees white."),
        }.get(session.blank, "")
        if session.frozen:
            held = self.tr("The picture is held.")
            said = f"{said} {held}".strip()
        return f"{said} {session.notice}".strip()

    def _states(self) -> None:
        for id_, button in self._buttons.items():
            command = self._commands.get(id_)
            button.setEnabled(command.possible())
            button.setVisible(self._offered(id_))
            if command.checked is not None and id_ != "console":
                button.setChecked(command.checked())
            keys = command.keys_shown(self._session.settings.letter_keys)
            button.setToolTip(f"{command.words} ({keys})" if keys else command.words)
        self._play_state()

    @property
    def notes_shown(self) -> str:
        """The notes as they are read."""
        return self._notes.toPlainText()

    def _offered(self, id_: str) -> bool:
        return id_ not in FOR_SCREENS or self._commands.get(id_).possible()

    def _play_state(self) -> None:
        playing = self._session.timeline.clock.playing
        self._buttons["play"].setText(self.tr("Pause") if playing else self.tr("Play"))

    def _fit(self) -> None:
        """The notes beside the picture; buttons in as many columns as there is room for."""
        look = self._look
        if look is None:
            return
        wide = min(look.px(WIDEST_NOTES_PX), round(USUAL_SHARE * self.width()))
        notes = min(max(look.px(NOTES_PX), wide), round(NOTES_SHARE * self.width()))
        self._area.setFixedWidth(notes)
        room = self.width() - notes - look.gap(14) * 3
        self.mirror.setMaximumHeight(self.mirror.height_for(room))
        self._layers.set_room(room)
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        columns = min(max(room // (max(widest, look.px(BUTTON_PX)) + 6), 1), len(BUTTONS))
        for id_, button in self._buttons.items():
            if not self._offered(id_):
                self._pads.removeWidget(button)
        offered = (button for id_, button in self._buttons.items() if self._offered(id_))
        in_columns(self._pads, offered, columns)
        self._share_height(room)

    def _share_height(self, room: int) -> None:
        """The picture as high as it likes once the buttons have theirs, and never too small."""
        margins = self._grid.contentsMargins()
        spare = self.height() - margins.top() - margins.bottom()
        spacing = self._left.spacing()
        for widget in (self._where, self._talk, self._notice):
            if not widget.isHidden():
                high = widget.heightForWidth(room) if widget.hasHeightForWidth() else 0
                spare -= max(high, widget.sizeHint().height()) + spacing
        least = self.mirror.minimumHeight() + spacing
        wanted = self._keys.sizeHint().height()
        # A place that scrolls would press them below the height of their words first.
        self._keys.setMinimumHeight(wanted)
        self._controls.setFixedHeight(max(min(wanted, spare - least), TARGET_PX))

    def on_button(self) -> None:
        for id_, button in self._buttons.items():
            if button is self.sender():
                self._commands.run(id_)
        self._states()

    def on_link(self, _scheme: str, _path: str) -> None:
        """Nothing leads away from what is presented."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, _event: object) -> None:
        self.on_changed()
