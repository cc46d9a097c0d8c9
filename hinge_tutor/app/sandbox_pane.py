"""The sandbox beside the stage: everything that can be set on a figure, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.panes import pane_width
from hinge_tutor.app.sandbox import Sandbox
from hinge_tutor.app.sandbox_body import BodySection
from hinge_tutor.app.sandbox_doing import LoadSection, PaceSection
from hinge_tutor.app.sandbox_faults import FaultsSection
from hinge_tutor.app.sandbox_figures import FiguresSection
from hinge_tutor.app.sandbox_section import Buttons, Section
from hinge_tutor.app.tool_button import tool_button

# Sections stand further apart than the controls in them.
SECTION_PX = 22


class SceneSection(Section):
    """Undo and the rest: commands that have keys, as buttons."""

    def __init__(self, run: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Scene"), parent)
        self._buttons = Buttons()
        for id_, words, name in (
            ("undo", self.tr("Undo"), self.tr("Undo the last change")),
            ("redo", self.tr("Redo"), self.tr("Do it again")),
            ("reset_scene", self.tr("Reset"), self.tr("The figures of the lesson again")),
            ("copy_scene", self.tr("Copy"), self.tr("Copy the scene as text")),
            ("paste_scene", self.tr("Paste"), self.tr("Paste a scene from text")),
            ("save_scene", self.tr("Save…"), self.tr("Save the scene to a file")),
            ("open_scene", self.tr("Open…"), self.tr("Open a scene from a file")),
        ):
            self._buttons.add(words, name, _running(run, id_), switch=False)
        self.column.addWidget(self._buttons)

    def show_possible(self, undo: bool, redo: bool) -> None:
        """Whether there is something to undo or to do again."""
        for button, possible in zip(self._buttons.all, (undo, redo), strict=False):
            button.setEnabled(possible)


def _running(run: Callable[[str], None], id_: str) -> Callable[[], None]:
    return lambda: run(id_)


class SandboxPane(QWidget):
    """Sections under each other that scroll; `closed` says that somebody wants it away."""

    closed = Signal()

    def __init__(
        self,
        sandbox: Sandbox,
        desk: Desk,
        run: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        """`run` runs a command by its id."""
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sandbox"))
        self.sandbox = sandbox
        self._stale = True
        self._look: Look | None = None
        self._title = wrapped("heading", self.tr("Sandbox"))
        self._close = tool_button(self.tr("Close the sandbox"), self.on_close, kind="plain")
        self._scene = SceneSection(run)
        self.body = BodySection(sandbox)
        faults = FaultsSection(sandbox)
        faults.remade.connect(self.on_remade)
        self._sections: list[Section] = [
            FiguresSection(sandbox, desk),
            self.body,
            LoadSection(sandbox, desk),
            PaceSection(sandbox),
            faults,
            self._scene,
        ]
        self._lay_out()
        sandbox.changed.connect(self.on_changed)
        sandbox.session.options_changed.connect(self.on_changed)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("pane_body")
        self._column = QVBoxLayout(inside)
        for section in self._sections:
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._area = ClearArea()
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self._area, 1)

    def add_section(self, section: Section) -> None:
        """One more section after the figures, for what is made up in another way."""
        self._sections.insert(1, section)
        self._column.insertWidget(1, section)
        if self._look is not None:
            section.set_look(self._look)
        self.on_remade()
        self.on_changed()

    def set_look(self, look: Look) -> None:
        """Another theme or text size."""
        self._look = look
        for section in self._sections:
            section.set_look(look)
        size = look.target(16)
        put_icon(self._close, "close", look.colors.text, size)
        self._head.setContentsMargins(look.margins(20, 14, 12, 6))
        self._column.setContentsMargins(look.margins(20, 6, 16, 20))
        self._column.setSpacing(look.gap(SECTION_PX))

    def width_in(self, window_px: int, scale: float) -> int:
        """As wide as the lesson."""
        return pane_width(window_px, scale)

    def on_changed(self) -> None:
        """As the sandbox has it; a pane that nobody sees waits until it is shown."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Every control as the sandbox has it; why a body cannot do it says the status line."""
        self._stale = False
        sandbox = self.sandbox
        for section in self._sections:
            section.refresh()
        self._scene.show_possible(sandbox.can_undo, sandbox.can_redo)

    def on_remade(self) -> None:
        """The focus goes from control to control as one reads, also through those made later."""
        controls: list[QWidget] = [self._close]
        controls += [each for section in self._sections for each in section.controls()]
        for one, other in pairwise(controls):
            QWidget.setTabOrder(one, other)

    def first(self) -> QWidget:
        """Where one begins: the figures."""
        return self._sections[0]

    def on_close(self) -> None:
        self.closed.emit()

    def setVisible(self, visible: bool) -> None:
        if visible and self._stale:
            self.refresh()
        super().setVisible(visible)
