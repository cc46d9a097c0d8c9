"""What is shown on the stage: four presets in sight, each layer in a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.session import Session
from hinge_tutor.stage.options import LAYERS, PRESETS


class LayerBar(QWidget):
    """A row of buttons over the stage."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers"))
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._presets: dict[str, QToolButton] = {}
        for name in PRESETS:
            button = QToolButton()
            button.setObjectName("preset")
            button.setText(session.words.preset(name))
            button.setAccessibleName(session.words.preset(name))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self.on_preset)
            self._presets[name] = button
            row.addWidget(button)
        self._layers = QToolButton()
        self._layers.setObjectName("preset")
        self._layers.setText(self.tr("Layers"))
        self._layers.setAccessibleName(self.tr("Layers"))
        self._layers.setToolTip(self.tr("Layers"))
        self._layers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._layers.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self._layers)
        self._actions: dict[str, QAction] = {}
        self._sets: dict[str, QAction] = {}
        for name in PRESETS:
            action = self._menu.addAction(session.words.preset(name))
            action.setCheckable(True)
            self._sets[name] = action
        self._menu.addSeparator()
        for name in LAYERS:
            if not session.words.has("layers", name):
                continue
            action = self._menu.addAction(session.words.layer(name))
            action.setCheckable(True)
            action.setToolTip(session.words.layer_note(name))
            self._actions[name] = action
        self._menu.triggered.connect(self.on_layer)
        self._layers.setMenu(self._menu)
        row.addWidget(self._layers)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def set_look(self, look: Look) -> None:
        size = look.px(18)
        put_icon(self._layers, "layers", look.colors.text, size)

    def on_options_changed(self) -> None:
        shown = self._session.options
        for name, button in self._presets.items():
            button.setChecked(shown.preset_name == name)
        for name, action in self._sets.items():
            action.setChecked(shown.preset_name == name)
        for name, action in self._actions.items():
            action.setChecked(shown.shows(name))

    @property
    def least_room(self) -> int:
        """How narrow it can be: the button alone, without its word."""
        return self._layers.iconSize().width() + 2 * self._layers.sizeHint().height() // 2

    def set_room(self, room_px: int) -> None:
        """Without room the presets are in the menu only; with even less, its button has no word."""
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._layers.setToolButtonStyle(beside)
        menu = self._layers.sizeHint().width()
        presets = sum(button.sizeHint().width() + 2 for button in self._presets.values())
        for button in self._presets.values():
            button.setVisible(presets + menu <= room_px)
        if menu > room_px:
            self._layers.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def on_preset(self) -> None:
        for name, button in self._presets.items():
            if button is self.sender():
                self._session.set_options(self._session.options.preset(name))

    def on_layer(self, chosen: QAction) -> None:
        options = self._session.options
        for name, action in self._sets.items():
            if action is chosen:
                self._session.set_options(options.preset(name))
        for name, action in self._actions.items():
            if action is chosen:
                self._session.set_options(options.switched(name))
