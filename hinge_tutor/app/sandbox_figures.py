"""Who stands on the stage: which figure is being changed, what it does, one more, one less."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.desk import Desk
from hinge_tutor.app.sandbox import Sandbox
from hinge_tutor.app.sandbox_section import Buttons, Section
from hinge_tutor.lessons.scene_text import MOST_FIGURES
from hinge_tutor.lessons.trying import Scene, added, doing, removed
from hinge_tutor.motion.blending import BLEND
from hinge_tutor.motion.movement import movements


class FiguresSection(Section):
    """A button for each figure, and what can be done with the one that is chosen."""

    def __init__(self, sandbox: Sandbox, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Figures"), parent)
        self._sandbox = sandbox
        self._desk = desk
        self._figures = Buttons()
        for number in range(MOST_FIGURES):
            self._figures.add("", "", partial(self.on_choose, number), switch=True)
        self._does = Buttons()
        add = self._does.add
        self._movement = add(
            self.tr("Movement…"), self.tr("Another movement"), self.on_movement, switch=False
        )
        self._add = add(self.tr("Add…"), self.tr("One figure more"), self.on_add, switch=False)
        self._copy = add(
            self.tr("Duplicate"), self.tr("The same figure again"), self.on_duplicate, switch=False
        )
        self._remove = add(
            self.tr("Remove"), self.tr("Take this figure away"), self.on_remove, switch=False
        )
        self.column.addWidget(self._figures)
        self.column.addWidget(self._does)

    def refresh(self) -> None:
        sandbox, words = self._sandbox, self._sandbox.session.words
        scene = sandbox.scene
        for number, button in enumerate(self._figures.all):
            button.setVisible(number < len(scene))
            if number < len(scene):
                does = BLEND if scene[number].mix else scene[number].movement
                name = words.movement_short(does)
                button.setText(f"{number + 1} · {name}")
                what = self.tr("Figure %1: %2").replace("%1", str(number + 1))
                button.setAccessibleName(what.replace("%2", words.movement(does)))
            button.setChecked(number == sandbox.chosen)
        self._add.setEnabled(len(scene) < MOST_FIGURES)
        self._copy.setEnabled(len(scene) < MOST_FIGURES)
        self._remove.setEnabled(len(scene) > 1)

    def on_choose(self, number: int) -> None:
        self._sandbox.choose(number)

    def on_movement(self) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._choose(self.tr("Another movement"), cast.movement, self._on_does)

    def on_add(self) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._choose(self.tr("One figure more"), cast.movement, self._on_added)

    def _choose(self, title: str, present: str, take: Callable[[str], None]) -> None:
        from hinge_tutor.app.lists import movement_rows

        rows = movement_rows(self._sandbox.session.words, take)
        self._desk.choose("movements", title, rows, movements().index(present))

    def _on_does(self, movement: str) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change(doing(cast, movement))

    def _on_added(self, movement: str) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._put_last(added(self._sandbox.scene, doing(cast, movement)))

    def on_duplicate(self) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._put_last(added(self._sandbox.scene, cast))

    def _put_last(self, scene: Scene) -> None:
        sandbox = self._sandbox
        sandbox.put(scene)
        sandbox.choose(len(sandbox.scene) - 1)

    def on_remove(self) -> None:
        self._sandbox.put(removed(self._sandbox.scene, self._sandbox.chosen))
