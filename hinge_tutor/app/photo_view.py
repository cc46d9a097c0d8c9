"""The photo over the stage: its marks, the body that follows them, and the line on the floor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.command import key_name
from hinge_tutor.app.own_keys import OwnKeys
from hinge_tutor.app.photo import Photo
from hinge_tutor.app.photo_bar import PhotoBar
from hinge_tutor.app.photo_handle import TARGET_PX, PhotoHandle
from hinge_tutor.app.photo_marking import GROUND
from hinge_tutor.app.photo_over import paint_lens
from hinge_tutor.app.photo_place import PhotoPlace
from hinge_tutor.app.photo_sheet import PhotoSheet
from hinge_tutor.lessons.photo_words import place_told
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.photo_marks import MARKS

# What the pane's keys do they do over the photo, too: undo, and paste another picture.
PANE_KEYS = UNDO, PASTE = "Ctrl+Z", "Ctrl+V"


class PhotoView(OwnKeys, QWidget):
    """Lies over the stage as long as a photo leads; `wanted` asks for a photo, `pressed` tells of
    the pane's keys.
    """

    wanted = Signal()
    pressed = Signal(str)

    def __init__(self, photo: Photo, words: Words, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(words.photo("name"))
        self._photo, self._words, self._stage = photo, words, stage
        self._look: Look | None = None
        self._place = PhotoPlace((1, 1), QRectF(0, 0, 1, 1))
        self._held = ""
        self._off = QPointF()
        self._pulled: QPointF | None = None
        self._window = QWidget(self)
        self._window.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        names = (*MARKS, *GROUND)
        self.handles = {name: PhotoHandle(name, self._window) for name in names}
        for handle in self.handles.values():
            handle.stepped.connect(self.step)
            handle.zoomed.connect(self.zoom)
            handle.focused.connect(self.on_focused)
            handle.left.connect(self.update)
            handle.clicked.connect(self.on_accepted)
        self._drop = wrapped("hint", words.photo("drop"))
        self._drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = PhotoBar(self)
        self._sheet = PhotoSheet(photo, self.bar, self)
        self.bar.closer.connect(self.zoom)
        self.bar.whole.connect(self.show_whole)
        self.bar.changed.connect(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._drop, 1)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        stage.installEventFilter(self)
        photo.changed.connect(self.on_changed)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.bar.set_look(look)
        for handle in self.handles.values():
            handle.set_look(look)
        self.on_changed()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def on_changed(self) -> None:
        """Other marks, or another photo."""
        photo = self._photo
        shown = photo.leads and not photo.beside
        if shown != self.isVisibleTo(self._stage):
            self.setVisible(shown)
            # Under the photo nothing can be pointed at.
            policy = Qt.FocusPolicy.NoFocus if shown else Qt.FocusPolicy.StrongFocus
            self._stage.setFocusPolicy(policy)
        if photo.image is None:
            self._sheet.forget()
        self._drop.setVisible(photo.image is None)
        self.bar.setVisible(photo.image is not None)
        self.bar.allow(photo.fit is not None, photo.reading is not None)
        if photo.marked.size != self._place.size:
            self._place = PhotoPlace(photo.marked.size, self._room())
            self._window.setGeometry(self._room().toRect())
        self._put_handles()
        self.update()

    def _room(self) -> QRectF:
        bar = self.bar.sizeHint().height() if self._photo.image is not None else 0
        return QRectF(0.0, 0.0, max(self.width(), 1), max(self.height() - bar, 1))

    def _put_handles(self) -> None:
        photo = self._photo
        names = photo.names if photo.image is not None else ()
        for name, handle in self.handles.items():
            if name not in names:
                handle.hide()
                continue
            placed = photo.placed(name)
            at = photo.at(name)
            handle.show_at(self._place.on_widget(at), name == photo.current, placed)
            called = self._called(name)
            handle.setAccessibleName(called)
            handle.setAccessibleDescription(
                place_told(called, at, photo.marked.size, placed, self._words)
            )

    def _called(self, name: str) -> str:
        if name in GROUND:
            left = name == GROUND[0]
            return self.tr("Floor line, left end") if left else self.tr("Floor line, right end")
        return self._words.mark_name(name)

    def show_whole(self) -> None:
        """All of the photo again."""
        self._look_at(replace(self._place, zoom=1.0, middle=None))

    def zoom(self, steps: float) -> None:
        """Closer to the current mark, or further from it."""
        there = self._place.on_widget(self._photo.at(self._photo.current))
        self._look_at(self._place.closer(steps, there))

    def _look_at(self, place: PhotoPlace) -> None:
        self._place = place
        self._put_handles()
        self.update()

    # ── marks by keys ────────────────────────────────────────────────────────────────────────────

    def step(self, name: str, dx: float, dy: float) -> None:
        """A mark by so many px of the screen."""
        x, y = self._photo.at(name)
        scale = self._place.scale
        self._photo.move(name, (x + dx / scale, y + dy / scale))
        self._see(name)
        announce(self.handles[name], self.handles[name].accessibleDescription())

    def _see(self, name: str) -> None:
        at = self._photo.at(name)
        self._look_at(self._place.showing(at, TARGET_PX / 2))

    def on_focused(self, name: str) -> None:
        """Keys have come to a mark."""
        self._photo.select(name)
        self._see(name)

    def on_accepted(self) -> None:
        """The mark stays, and the focus goes to the next one that has no place yet."""
        self._photo.accept()
        self.handles[self._photo.current].setFocus()

    # ── marks by hand ────────────────────────────────────────────────────────────────────────────

    def _nearest(self, at: QPointF) -> str:
        """The placed mark under a pointer, empty where there is none."""
        photo = self._photo
        reach = (self._look.target(TARGET_PX) if self._look else TARGET_PX) / 2
        away = {
            name: (self._place.on_widget(photo.at(name)) - at).manhattanLength()
            for name in photo.names
            if photo.placed(name)
        }
        name = min(away, key=lambda each: away[each], default="")
        return name if name and away[name] <= reach else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        photo, at = self._photo, event.position()
        if photo.image is None:
            self.wanted.emit()
            return
        pulls = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        name = "" if pulls else self._nearest(at)
        waits = not photo.placed(photo.current) and self._place.target.contains(at)
        if event.button() == Qt.MouseButton.LeftButton and (name or (waits and not pulls)):
            self._held = name or photo.current
            # A mark that is taken at its edge does not leap under the pointer.
            self._off = self._place.on_widget(photo.at(name)) - at if name else QPointF()
            self.handles[self._held].setFocus()
            photo.let_go()
            self._drag(at)
        else:
            self._pulled = at

    def _drag(self, at: QPointF) -> None:
        self._photo.move(self._held, self._place.on_photo(at + self._off), done=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._held:
            self._drag(at)
        elif self._pulled is not None:
            way = at - self._pulled
            self._pulled = at
            self._look_at(self._place.pulled(way.x(), way.y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pulled = None
        if self._held:
            self._held = ""
            self._photo.let_go()
            self._photo.accept()
            self.handles[self._photo.current].setFocus()

    def cancel(self) -> bool:
        """Gives a mark that is held its former place; returns whether one was."""
        if not self._held:
            return False
        self._held = ""
        self._photo.undo()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._photo.image is not None:
            self._look_at(self._place.closer(event.angleDelta().y() / 120, event.position()))
        event.accept()

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def takes(self, key: str) -> bool:
        return key in PANE_KEYS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (key := key_name(event)) in PANE_KEYS:
            self.pressed.emit(key)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._stage:
            self.setGeometry(self._stage.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._window.setGeometry(self._room().toRect())
        self._look_at(replace(self._place, room=self._room()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), self._look.colors.window)
            if (image := self._photo.image) is not None:
                painter.setClipRect(self._room())
                self._sheet.paint(painter, self._place, self._look)
                if self._held or any(each.hasFocus() for each in self.handles.values()):
                    at = self._photo.at(self._photo.current)
                    paint_lens(painter, image, self._place, at, self._look)
        finally:
            painter.end()
