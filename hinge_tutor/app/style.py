"""The style sheet of the window: one text, filled with a palette's colors and a text size."""

from __future__ import annotations

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.touched_style import TOUCHED

# Sizes in px at 100 %, as in the reference picture: quiet steps, one big title.
BODY, SMALL, PROMPT, TITLE, CUE = 14, 12, 17, 25, 28
MINIMUM_TARGET = 28
# What a finger meets (WCAG 2.2, 2.5.5).
TOUCH = 44


def style_sheet(look: Look) -> str:
    """The style sheet of a look."""
    scale, control = look.scale, look.control
    sizes = {
        "body": round(BODY * scale),
        "small": round(SMALL * scale),
        "prompt": round(PROMPT * scale),
        # Large already, it needs less; a narrow pane has no room for more.
        "title": round(TITLE * (0.4 * look.growth + 0.6 * scale)),
        # As large for two people at a screen as a title for one.
        "cue": round(CUE * (0.4 * look.growth + 0.6 * scale)),
        "touch": round(TOUCH * look.growth),
        "target": round(MINIMUM_TARGET * control),
        "gap": round(6 * control),
        # Beside a border that is one wider.
        "inner": round(6 * control) - 1,
        "pad": round(12 * control),
        "round": round(8 * control),
        "preset": round(20 * scale),
        # The picture of a tile, and a line of words under it.
        "tile": 156 + round(24 * scale),
        "bigger": round(40 * control),
        "big": round(40 * control) // 2 + 2,
    }
    text = _SHEET
    for name, size in sizes.items():
        text = text.replace(f"@{name}@", str(size))
    for name, color in look.colors.names().items():
        text = text.replace(f"@{name}@", color)
    return text


_FIRST = """
* { font-size: @body@px; color: @text@; }
QWidget#window, QWidget#column, QWidget#present, QWidget#console { background: @window@; }
QWidget#audience_window { background: @window@; }
QWidget#pane, QWidget#pane_body { background: @surface@; }
QWidget#pane { border-right: 1px solid @line@; }
QWidget#drawer { background: @surface@; border-left: 1px solid @line@; }
QFrame#card { background: @surface@; border: 1px solid @line@; border-radius: @round@px; }
QFrame#inset {
    background: @card@; border: 1px solid @line@; border-radius: @round@px;
}
QLabel#badge {
    background: @card@; border: 1px solid @text@; border-radius: @round@px;
    padding: 1px @gap@px; font-size: @small@px; font-weight: 600;
}
QFrame#status { background: @card@; border: 1px solid @line@; border-radius: @round@px; }
QFrame#strip { background: @card@; border: none; border-bottom: 3px solid @other@; }
QFrame#errand { background: @card@; border: none; border-top: 1px solid @line@; }
QToolBar#foot { background: @card@; border: none; padding: 0; spacing: 0; }
QProgressBar#done {
    background: @track@; border: 1px solid @track_line@; border-radius: 4px;
    min-height: 8px; max-height: 8px;
}
QProgressBar#done::chunk { background: @accent@; border-radius: 3px; }
QLabel { background: transparent; border: none; }
QLabel#kicker { font-size: @small@px; font-weight: 600; color: @accent@; }
QLabel#title { font-size: @title@px; font-weight: 700; }
QLabel#heading { font-size: @prompt@px; font-weight: 700; }
QLabel#prompt { font-size: @prompt@px; font-weight: 600; }
QLabel#hint { font-size: @prompt@px; color: @muted@; }
QLabel#small { font-size: @small@px; }
QLabel#quiet { font-size: @small@px; color: @muted@; }
QLabel#disputed { font-size: @small@px; font-weight: 600; color: @muted@; }
QWidget#pane QLabel#disputed { border-top: 1px solid @line@; padding-top: 2px; }
QLabel#strong { font-weight: 600; }
QLabel#aside {
    font-size: @small@px; color: @muted@; border-left: 2px solid @line@; padding-left: @gap@px;
}
QLabel#thought { border-left: 3px solid @other@; padding-left: @gap@px; }
QLabel#good { font-weight: 600; color: @good@; }
QLabel#other { font-weight: 600; color: @other@; }
QLabel#key {
    font-size: @small@px; font-weight: 600; background: @surface@; border: 1px solid @line@;
    border-radius: 4px; padding: 2px @gap@px;
}
QTextBrowser {
    background: transparent; border: none;
    selection-background-color: @accent@;
    selection-color: @on_accent@;
}
QTextBrowser#page { border: 2px solid transparent; border-radius: 4px; }
QTextBrowser#page:focus { border-color: @focus@; }
QPushButton, QToolButton {
    background: @card@; border: 1px solid @line@; border-radius: @round@px;
    padding: @gap@px @pad@px; min-height: @target@px; font-weight: 600; outline: none;
}
QPushButton:hover, QToolButton:hover { border-color: @accent@; }
QPushButton:pressed, QToolButton:pressed { background: @track@; }
QPushButton:disabled, QToolButton:disabled { color: @muted@; background: @surface@; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus@; }
QPushButton#primary {
    background: @accent@; color: @on_accent@; border: 2px solid @surface@;
}
QPushButton#primary:hover { background: @accent_strong@; }
QPushButton#primary:disabled { background: @track@; color: @muted@; }
QPushButton#primary:focus { border: 2px solid @focus@; }
QPushButton#large { min-height: 44px; }
QPushButton#choice { text-align: left; }
QPushButton#choice[state="guess"] { border: 2px solid @muted@; }
QPushButton#choice[state="right"] { border: 2px solid @accent@; background: @accent_soft@; }
QPushButton#choice:focus { border: 2px solid @focus@; }
QToolButton { padding: 3px @gap@px; border-radius: @gap@px; }
QToolButton:checked {
    background: @accent@; color: @on_accent@; border: 2px solid @surface@; padding: 2px @inner@px;
}
QToolButton:checked:focus { border-color: @focus@; }
QToolButton#plain { background: transparent; border-color: transparent; }
QToolButton#plain:hover { border-color: @line@; background: @surface@; }
QToolButton#plain:focus { border: 2px solid @focus@; }
QToolButton#plain:checked {
    background: @accent_soft@; border: 1px solid @accent@; color: @text@; padding: 3px @gap@px;
}
QToolButton#plain:checked:focus { border: 3px solid @focus@; }
QToolButton#slow {
    background: @other@; color: @on_other@; min-height: @preset@px; padding: 2px 0;
    border: 2px solid @surface@;
}
QToolButton#slow:focus { border: 2px solid @focus@; }
QToolButton#round {
    background: @accent@; border: 2px solid @surface@; border-radius: @big@px;
    min-width: @bigger@px; max-width: @bigger@px; min-height: @bigger@px; max-height: @bigger@px;
    padding: 0;
}
QToolButton#round:disabled { background: @track@; }
QToolButton#round:hover { background: @accent_strong@; }
QToolButton#round:focus { border: 2px solid @focus@; }
QToolButton#preset {
    background: transparent; border-color: transparent;
    min-height: @preset@px; padding: 2px @gap@px;
}
QToolButton#preset:hover { border-color: @line@; }
QToolButton#preset:checked {
    background: @accent_soft@; border: 1px solid @accent@; color: @text@;
}
QToolButton#preset:focus { border: 2px solid @focus@; }
QToolButton#preset:checked:focus { border: 3px solid @focus@; }
QSlider#dial { min-height: @target@px; }
QSlider#dial::groove:horizontal {
    height: 4px; background: @track@; border: 1px solid @track_line@; border-radius: 3px;
}
QSlider#dial::sub-page:horizontal { background: @accent@; border-radius: 3px; }
QSlider#dial::handle:horizontal {
    width: 20px; margin: -10px 0; border-radius: 12px; background: @card@;
    border: 2px solid @accent@;
}
QSlider#dial::handle:horizontal:focus { border: 4px solid @focus@; }
"""
_FURTHER = """
QToolButton#link, QPushButton#link {
    background: transparent; border-color: transparent; padding: 2px 0; text-align: left;
}
QToolButton#link:checked, QPushButton#link:checked { color: @text@; }
QToolButton#link:hover, QPushButton#link:hover { color: @accent@; }
QToolButton#link:focus, QPushButton#link:focus { border: 2px solid @focus@; }
QToolButton#tile { padding: 4px; min-height: @tile@px; }
QToolButton#tile:checked {
    background: @accent_soft@; border: 2px solid @accent@; color: @text@;
}
QToolButton#tile:checked:focus { border: 4px solid @focus@; }
QPushButton#pick { padding: @gap@px; }
QPushButton#pick:checked {
    background: @accent@; color: @on_accent@; border: 2px solid @surface@; padding: @inner@px;
}
QPushButton#pick:checked:focus { border: 2px solid @focus@; }
QToolButton::menu-indicator { image: none; }
QWidget#top { background: @surface@; border-bottom: 1px solid @line@; }
QMenuBar { background: transparent; border: none; padding: 2px @gap@px; }
QMenuBar::item { background: transparent; padding: 4px @gap@px; border-radius: 4px; }
QToolButton#qt_menubar_ext_button { min-width: 24px; padding: 0; }
QMenuBar::item:selected { background: @accent_soft@; }
QMenu { background: @card@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: @accent@; color: @on_accent@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
QScrollArea { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid @focus@; border-radius: 4px; }
QFrame#status QScrollArea { border: 2px solid transparent; }
QFrame#status QScrollArea:focus { border-color: @focus@; }
QWidget#inside { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle { background: @muted@; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit {
    background: @window@; border: 1px solid @line@; border-radius: @gap@px;
    padding: @gap@px @pad@px; min-height: @target@px;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
QLineEdit:focus { border: 2px solid @focus@; }
QPlainTextEdit {
    background: @window@; border: 1px solid @line@; border-radius: @gap@px;
    font-size: @small@px; selection-background-color: @accent@; selection-color: @on_accent@;
}
QPlainTextEdit:focus { border: 2px solid @focus@; }
QDoubleSpinBox {
    background: @window@; border: 1px solid @line@; border-radius: @gap@px;
    padding: 2px; min-height: @target@px;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
QDoubleSpinBox:focus { border: 2px solid @focus@; }
QDoubleSpinBox:disabled { color: @muted@; }
QDoubleSpinBox::up-button { subcontrol-position: top right; width: 0; border: none; }
QDoubleSpinBox::down-button { subcontrol-position: bottom right; width: 0; border: none; }
QDoubleSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
Picker, Picker QAbstractItemView {
    background: @window@; color: @text@; border: 1px solid @line@;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
Picker QAbstractItemView { outline: none; }
Picker QAbstractItemView::item { padding: 0 @pad@px; min-height: @target@px; }
Picker QAbstractItemView::item:selected { background: @accent@; color: @on_accent@; }
Picker { border-radius: @gap@px; padding: @gap@px @pad@px; min-height: @target@px; }
Picker::drop-down { border: none; width: @target@px; }
Picker:focus { border: 2px solid @focus@; }
QListWidget { background: transparent; border: none; outline: none; }
QListWidget:focus { border: 2px solid @focus@; border-radius: 4px; }
QListWidget::item { padding: @gap@px @pad@px; border-radius: @gap@px; color: @text@; }
QListWidget::item:selected { background: @accent@; color: @on_accent@; }
QListWidget::item:disabled { color: @muted@; }
QFileDialog { background: @surface@; }
QFileDialog QTreeView, QFileDialog QListView, QFileDialog QComboBox, QFileDialog QHeaderView,
QFileDialog QHeaderView::section, QFileDialog QComboBox QAbstractItemView {
    background: @window@; color: @text@; selection-background-color: @accent@;
    selection-color: @on_accent@;
}
QToolTip { background: @card@; color: @text@; border: 1px solid @line@; padding: 4px; }
"""
_SHEET = _FIRST + TOUCHED + _FURTHER
