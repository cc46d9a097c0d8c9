"""What stands beside the stage when somebody asks: the sandbox, made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from hinge_tutor.app.desk import Desk
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.panes import enter, holds_focus
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.sandbox import Sandbox
    from hinge_tutor.app.sandbox_pane import SandboxPane


class Drawer:
    """Opens and closes the sandbox of one window."""

    def __init__(
        self, session: Session, learn: LearnView, desk: Desk, run: Callable[[str], None]
    ) -> None:
        """`run` runs a command of the window by its id."""
        self._session = session
        self._learn = learn
        self._desk = desk
        self._run = run
        self._made: SandboxPane | None = None
        self._sandbox: Sandbox | None = None
        # The button that opened it, for the way back.
        self._opener: QWidget | None = None
        learn.sandbox = lambda: self.sandbox

    @property
    def sandbox(self) -> Sandbox:
        """The figures that are made up."""
        if self._sandbox is None:
            from hinge_tutor.app.sandbox import Sandbox

            self._sandbox = Sandbox(self._session, self._learn)
        return self._sandbox

    @property
    def known(self) -> Sandbox | None:
        """The same, if anybody has asked for it."""
        return self._sandbox

    @property
    def pane(self) -> SandboxPane:
        """Everything that can be set on them."""
        if self._made is None:
            from hinge_tutor.app.sandbox_pane import SandboxPane
            from hinge_tutor.app.sandbox_pose import PoseSection

            self._made = SandboxPane(self.sandbox, self._desk, self._run, self._learn)
            self._made.add_section(PoseSection(self.sandbox, self._learn.posing))
            self._made.hide()
            self._made.closed.connect(self.close)
            self._learn.set_beside(self._made)
            self._learn.crowded.connect(self.close)
        return self._made

    @property
    def possible(self) -> bool:
        """Whether figures may be made up here and now; an audience sees another page."""
        session = self._session
        return session.open and bool(session.plan.movements) and self._learn.isVisible()

    @property
    def is_open(self) -> bool:
        return self._learn.beside_wanted

    def _way_back(self) -> QWidget:
        """The button that opened it, where that is still seen; else the stage."""
        opener = self._opener
        seen = opener is not None and isValid(opener) and opener.isVisible()
        return opener if opener is not None and seen else self._learn.stage

    def end(self) -> None:
        """The window is being closed: nothing is solved any more."""
        if self._sandbox is not None:
            self._sandbox.stop()

    def toggle(self) -> None:
        """Opens it and gives it the focus, or closes it."""
        if not self.close():
            pane, opener = self.pane, QApplication.focusWidget()
            self._opener = opener if isinstance(opener, QAbstractButton) else None
            self._session.editing = True
            if self._session.trying:
                # The way back is then the one of the pane.
                self._session.remind()
            self._learn.want_beside(True)
            if not self._learn.left_has_room:
                self._learn.close_technique()
            enter(pane.first())

    def close(self) -> bool:
        """Closes it; returns whether it was open."""
        if not self.is_open:
            return False
        had_focus = holds_focus(self.pane)
        self._session.editing = False
        self._learn.want_beside(False)
        if had_focus:
            self._way_back().setFocus()
        # The way back to the lesson is said again.
        self._session.remind()
        return True
