"""A client's photo in the place of the lesson: which mark is next, what they give, and ways on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from hinge_tutor.app import photo_doors
from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.command import key_name
from hinge_tutor.app.guest_pane import GuestPane
from hinge_tutor.app.own_keys import OwnKeys
from hinge_tutor.app.photo import Photo
from hinge_tutor.app.photo_body import PhotoBody
from hinge_tutor.app.photo_marking import GROUND
from hinge_tutor.app.photo_result import PhotoResult
from hinge_tutor.app.photo_view import PANE_KEYS, UNDO, PhotoView
from hinge_tutor.app.sandbox_section import Buttons
from hinge_tutor.app.session import Session
from hinge_tutor.motion.photo_marks import MARKS


class PhotoPane(OwnKeys, GuestPane):
    """Follows the photo; `close` puts the lesson back in its place."""

    def __init__(
        self,
        session: Session,
        stage: QWidget,
        close: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        words = session.words
        super().__init__(words.photo("name"), close, parent)
        self._session = session
        self._warned = False
        # What was asked last, which stands in sight.
        self._asked: tuple[object, ...] = ()
        self.photo = Photo(session, self)
        self.view = PhotoView(self.photo, words, stage)
        self.view.wanted.connect(self.on_open)
        self.view.pressed.connect(self.on_key)
        self.way_out.setAccessibleName(self.tr("Close and forget the photo"))
        self.way_out.setToolTip(self.tr("Close and forget the photo (Esc)"))
        self._heading = wrapped("title", words.photo("welcome"))
        self._about = wrapped("body", words.photo("about"))
        self._private = wrapped("aside", words.photo("private"))
        self.open = QPushButton(self.tr("Choose a photo…"))
        self.open.clicked.connect(self.on_open)
        self.paste = QPushButton(self.tr("Paste a picture"))
        self.paste.setToolTip(self.tr("Paste a picture (Ctrl+V)"))
        self.paste.clicked.connect(self.on_paste)
        self._prompt, self._hint = wrapped("prompt"), wrapped("body")
        self._how = wrapped("quiet", words.photo("how"))
        self.marks = Buttons()
        for name in MARKS:
            said = words.mark_name(name)
            self.marks.add(said, said, partial(self.on_mark, name), switch=True)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.undo.clicked.connect(self.photo.undo)
        self.tilted = QCheckBox(self.tr("The camera was tilted"))
        self.tilted.setToolTip(self.tr("Lays a line on the photo; put it along the floor"))
        self.tilted.setAccessibleDescription(self.tilted.toolTip())
        self.tilted.toggled.connect(self.photo.set_tilted)
        self.result = PhotoResult(session, self.photo)
        self.body = PhotoBody(session, self.photo)
        self.beside = QPushButton(self.tr("Beside the target"))
        self.beside.setObjectName("primary")
        self.beside.clicked.connect(self.on_beside)
        self.save = QPushButton(self.tr("Save with its marks…"))
        self.save.clicked.connect(self.on_save)
        self.new = QPushButton(self.tr("Forget this photo"))
        self.new.clicked.connect(self.on_forget)
        self._empty: tuple[QWidget, ...] = (
            self._heading,
            self._about,
            self.open,
            self.paste,
            self._private,
        )
        self._filled: tuple[QWidget, ...] = (self._prompt, self._hint, self.marks, self.undo)
        told = (self._prompt, self._hint, self._how, self.result)
        ways = (self.save, self.new)
        column = (*self._empty, *told, self.marks, self.undo, self.tilted, self.body, *ways)
        self.lay_out(column, (self.beside,), self.tr("The photo"))
        self.photo.changed.connect(self.on_changed)
        self.photo.read.connect(self.on_read)
        self.photo.left.connect(close)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.view.set_look(look)
        self._asked = ()
        self.on_changed()

    def begin(self) -> None:
        """Asks for a photo, or goes on with the one that is there."""
        self._warned = False
        self.photo.begin()
        self.on_changed()
        self.body.refresh()
        self.result.refresh()
        self.view.on_changed()
        (self.open if self.photo.image is None else self).setFocus()

    def end(self) -> None:
        """The photo is forgotten, and the stage has the lesson again."""
        had = self.photo.image is not None
        self.photo.end()
        self.view.on_changed()
        if had:
            self._session.say(self._session.words.photo("forgotten"))

    def close_inner(self) -> bool:
        """Esc: a mark that is held, then the target, then a word before marks would go."""
        photo = self.photo
        if self.view.cancel():
            return True
        if photo.beside:
            photo.set_beside(False)
            return True
        return not self.may_leave()

    def may_leave(self) -> bool:
        """Whether the photo may go; before marks would go with it, a word once."""
        if self._warned or not self.photo.unsaved:
            return True
        self._warned = True
        self._session.say(self._session.words.photo("once_more"))
        return False

    # ── what shows ───────────────────────────────────────────────────────────────────────────────

    def on_changed(self) -> None:
        """Another photo or mark."""
        photo, words = self.photo, self._session.words
        there = photo.image is not None
        for widget in self._empty:
            widget.setVisible(not there)
        for widget in (*self._filled, self.tilted, self.body, self.save, self.new):
            widget.setVisible(there)
        self._warned = False
        placed = len(photo.marked.marks)
        self.head.setText(words.photo("placed", {"count": placed}) if there else "")
        if photo.complete or photo.current in GROUND:
            self._prompt.setText(words.photo("all_placed") if photo.complete else "")
        else:
            mark = words.mark_in_full(photo.current)
            self._prompt.setText(words.photo("place", {"mark": mark}))
        self._how.setVisible(there and not photo.complete)
        known = photo.current in MARKS
        self._hint.setText(words.mark_hint(photo.current) if known else "")
        for name, button in zip(MARKS, self.marks.all, strict=True):
            said = words.mark_name(name)
            button.setText(f"✓\u202f{said}" if name in photo.marked.marks else said)
            button.setChecked(name == photo.current)
        self.undo.setEnabled(photo.can_undo)
        if self.tilted.isChecked() != photo.tilted:
            self.tilted.setChecked(photo.tilted)
        self.beside.setVisible(photo.reading is not None)
        on_photo = self.tr("Back to the photo")
        self.beside.setText(on_photo if photo.beside else self.tr("Beside the target"))
        asked = photo.current, placed, photo.complete, photo.beside, there
        if asked == self._asked:
            # A mark that is drawn along changes nothing here.
            return
        before, self._asked = self._asked, asked
        self.settle()
        if before[:1] != asked[:1] or before[3:4] != asked[3:4]:
            self._scroll.verticalScrollBar().setValue(0)
        if before and there and before[3] != photo.beside:
            # Where the focus was is not seen any more.
            (self.beside if photo.beside else self.view.handles[photo.current]).setFocus()

    def on_read(self) -> None:
        """The pose is read, or not any more."""
        self.settle()
        if self.photo.reading is not None and self.isVisible():
            announce(self, self.result.told)

    # ── what is done ─────────────────────────────────────────────────────────────────────────────

    def on_open(self) -> None:
        photo_doors.choose(self._session, self.photo, self.window())
        self._enter()

    def on_paste(self) -> None:
        if not self.may_leave():
            return
        photo_doors.paste(self._session, self.photo)
        self._enter()

    def _enter(self) -> None:
        """Onto the mark that is asked."""
        if self.photo.image is not None:
            self.view.handles[self.photo.current].setFocus()

    def on_mark(self, name: str) -> None:
        if self.photo.beside:
            self.photo.set_beside(False)
        self.photo.select(name)
        self.on_changed()
        self._enter()

    def on_beside(self) -> None:
        self.photo.set_beside(not self.photo.beside)

    def on_save(self) -> None:
        photo_doors.save(self._session, self.photo, self.window())

    def on_forget(self) -> None:
        """Another client: nothing of this one stays."""
        self.photo.forget()
        self._session.say(self._session.words.photo("forgotten"))
        self.open.setFocus()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def takes(self, key: str) -> bool:
        return key in PANE_KEYS

    def on_key(self, key: str) -> None:
        """One of the pane's keys, here or over the photo."""
        if key == UNDO:
            self.photo.undo()
        else:
            self.on_paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (key := key_name(event)) in PANE_KEYS:
            self.on_key(key)
        else:
            super().keyPressEvent(event)
