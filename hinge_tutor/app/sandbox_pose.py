"""The pose of the chosen figure in the sandbox: hold it, bend its joints, hear the rules."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.pose_sliders import PoseSliders
from hinge_tutor.app.pose_words import judged_in_words
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.sandbox import Sandbox
from hinge_tutor.app.sandbox_section import Buttons, Section


class PoseSection(Section):
    """The sliders show the moment on screen; the first one that moves holds the figure there."""

    def __init__(self, sandbox: Sandbox, posing: Posing, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pose"), parent)
        self._sandbox = sandbox
        self._posing = posing
        self._now: object = None
        self._buttons = Buttons()
        self._buttons.add(
            self.tr("Handles"), self.tr("Handles at the joints"), self.on_handles, switch=True
        )
        self._buttons.add(
            self.tr("Move again"),
            self.tr("Let the posed figure move again"),
            posing.move_again,
            switch=False,
        )
        self._judged = wrapped("quiet")
        self.sliders = PoseSliders(sandbox.session, posing)
        for widget in (self._buttons, self.sliders, self._judged):
            self.column.addWidget(widget)
        posing.changed.connect(self.on_posing_changed)
        sandbox.session.frame_changed.connect(self.on_frame_changed)

    def set_look(self, look: Look) -> None:
        """Another theme or text size."""
        self._now = None
        self.sliders.set_look(look)

    def on_handles(self) -> None:
        self._posing.switch(not self._posing.on)

    def on_posing_changed(self) -> None:
        """A handle of another figure is chosen, or an edit is done."""
        if self._posing.chosen is not None and self._posing.chosen[1] != self._sandbox.chosen:
            self._sandbox.choose(self._posing.chosen[1])
        self.refresh()

    def on_frame_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """As the chosen figure stands at this moment."""
        self._posing.prefer(self._sandbox.chosen)
        one = self._posing.figure
        repetition = one.repetition
        self._buttons.show_on((self._posing.on, False))
        self._buttons.all[1].setEnabled(self._posing.is_held())
        playing = self._sandbox.session.timeline.clock.playing
        if repetition is None or (now := (repetition, one.time_s, playing)) == self._now:
            return
        self._now = now
        self.sliders.refresh()
        self._judged.setText(judged_in_words(repetition, self._sandbox.session.words, one.time_s))
