"""The technique map in the place of the lesson, and the figure that follows its point."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.guest import Guest
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.picker import Picker
from hinge_tutor.app.session import Session
from hinge_tutor.app.technique_map import TechniqueMap
from hinge_tutor.lessons.figure_names import figure_name
from hinge_tutor.lessons.mixing import Percents, percents_of, with_percents

if TYPE_CHECKING:
    from hinge_tutor.app.sandbox import Sandbox

# Left free at the sides for the bar of what does not fit.
SIDE_PX = 24


class TechniquePane(Guest):
    """Follows the session; who moves the point changes one figure until they leave the map."""

    def __init__(
        self,
        session: Session,
        sandbox: Callable[[], Sandbox],
        close: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`sandbox` makes up the figure, and can undo it."""
        super().__init__(parent)
        self._sandbox = sandbox
        self.setObjectName("pane")
        self._session = session
        self._leave = close
        words = session.words
        self.setAccessibleName(words.technique("name"))
        self._title = wrapped("heading", words.technique("name"))
        self._lead = wrapped("quiet", words.technique("lead"))
        self._close = QToolButton()
        self._close.setObjectName("plain")
        self._close.setAccessibleName(self.tr("Close the technique map"))
        self._close.setToolTip(self.tr("Close the technique map (Esc)"))
        self._close.clicked.connect(close)
        self.figure = Picker()
        self.figure.setAccessibleName(self.tr("Whose technique"))
        self.figure.currentIndexChanged.connect(self.refresh)
        self._nobody = wrapped("quiet", words.technique("nobody"))
        self._otherwise = wrapped("quiet", words.technique("otherwise"))
        self.map = TechniqueMap(words)
        self.map.mixed.connect(self.on_mixed)
        self.map.released.connect(self.on_released)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        inside = QWidget()
        inside.setObjectName("pane_body")
        self._column = QVBoxLayout(inside)
        self._column.addLayout(head)
        self._column.addWidget(self._lead)
        self._column.addWidget(self.figure)
        self._column.addWidget(self._nobody)
        self._column.addWidget(self._otherwise)
        self._column.addWidget(self.map, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        session.step_changed.connect(self.refresh)
        session.options_changed.connect(self.on_options_changed)
        self.refresh()

    def set_look(self, look: Look) -> None:
        self._column.setContentsMargins(look.margins(SIDE_PX, 18, SIDE_PX, 18))
        self._column.setSpacing(look.gap(10))
        size = look.px(18)
        put_icon(self._close, "close", look.colors.text, size)
        self.figure.set_look(look)
        self.map.set_look(look)

    def begin(self) -> None:
        self.map.view.setFocus()

    def on_options_changed(self) -> None:
        """Muscles may be called otherwise."""
        self.map.set_anatomical(self._session.settings.anatomical_names)

    def refresh(self) -> None:
        """As the session has it: who can be mixed, and how much of each the chosen one has."""
        if self._session.pending:
            # It might hold the answer.
            self._leave()
            return
        found = self._can_be_mixed()
        self._list(found)
        chosen = self._chosen()
        self.figure.setVisible(len(found) > 1)
        self._nobody.setVisible(chosen is None)
        self.map.setVisible(chosen is not None)
        self._otherwise.setVisible(chosen is not None and self._differs(chosen))
        if chosen is None:
            return
        number, percents = chosen, found[chosen]
        take = self._session.repetitions[number].take
        self.map.set_figure(take.body, take.load, percents)

    def _differs(self, number: int) -> bool:
        """Whether a figure stands otherwise at its deepest than the map says."""
        plan, made = self._session.plan, self._session.repetitions[number]
        cast = plan.movements[number]
        return bool(cast.faults or cast.pose) or made.depth < 1.0 or made.hand_height_m is not None

    def _can_be_mixed(self) -> dict[int, Percents]:
        """How much of each movement the figures have that do some of the three."""
        session = self._session
        casts = session.plan.movements[: len(session.repetitions)]
        found = {number: percents_of(cast) for number, cast in enumerate(casts)}
        return {number: percents for number, percents in found.items() if percents is not None}

    def _list(self, found: dict[int, Percents]) -> None:
        words, session = self._session.words, self._session
        names = {
            number: f"{number + 1} · "
            + figure_name(session.repetitions[number].take.movement, words, short=True)
            for number in found
        }
        before = [self.figure.itemData(row) for row in range(self.figure.count())]
        with QSignalBlocker(self.figure):
            if before != list(found):
                self.figure.clear()
                for number, name in names.items():
                    self.figure.addItem(name, number)
                # The last one is what a lesson compares with the first.
                self.figure.setCurrentIndex(self.figure.count() - 1)
            for row, name in enumerate(names.values()):
                self.figure.setItemText(row, name)

    def _chosen(self) -> int | None:
        number = self.figure.currentData()
        return number if isinstance(number, int) else None

    def on_mixed(self, percents: Percents, held: bool) -> None:
        """The chosen figure with that much of each; the stage follows, the rest when it rests."""
        sandbox, chosen = self._sandbox(), self._chosen()
        if chosen is None or chosen >= len(sandbox.scene):
            return
        if sandbox.chosen != chosen:
            sandbox.choose(chosen)
        sandbox.change(with_percents(sandbox.scene[chosen], percents), "mix", held)

    def on_released(self) -> None:
        self._sandbox().release()
