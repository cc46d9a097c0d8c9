"""A slider on the stage: how much of the figures on top shows where figures lie over each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.stage.arrangement import OVERLAY, TURNS

# From the left edge, and from the lower one: under the ground line, where no figure is.
LEFT_PX, LOWER_PX, LONG_PX = 14, 2, 110


class OpacitySlider(QWidget):
    """In the lower left corner of the stage, over its legend; in tenths, as the keys are."""

    def __init__(self, session: Session, stage: StageView) -> None:
        super().__init__(stage)
        self._session = session
        self._stage = stage
        self._label = QLabel(self.tr("Opacity"))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("dial")
        self._slider.setRange(0, TURNS)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName(self.tr("Opacity of the figures on top, in tenths"))
        self._slider.setToolTip(self.tr("Opacity of the figures on top"))
        self._slider.valueChanged.connect(self.on_value_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._slider)
        stage.installEventFilter(self)
        session.options_changed.connect(self.on_options_changed)
        session.step_changed.connect(self.on_options_changed)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._slider.setFixedWidth(look.px(LONG_PX))
        self._place()

    def on_options_changed(self) -> None:
        """As the session has it; a held picture takes no other opacity."""
        session = self._session
        arrangement = session.arrangement
        over = arrangement.view == OVERLAY and len(session.shown) > 1
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(TURNS * arrangement.opacity))
        self.setVisible(over and not session.frozen)
        self._place()

    def on_value_changed(self, tenths: int) -> None:
        arrangement = self._session.options.arrangement
        steps = tenths - round(TURNS * arrangement.opacity)
        self._session.arrange(arrangement.turned(steps), self._session.notice)

    def _place(self) -> None:
        if self.isVisibleTo(self._stage):
            self.adjustSize()
            under = self.height() + LOWER_PX + round(self._stage.legend_px())
            self.move(LEFT_PX, self._stage.height() - under)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._stage:
            self._place()
        return super().eventFilter(watched, event)
