"""The part of the style sheet for what fingers meet: dials of a repair, Train, moving along.

Where two rules are equally exact the later one counts: these stand amid those of `style`.
"""

TOUCHED = """
QFrame#repair { background: @card@; border: 1px solid @line@; border-radius: @round@px; }
QFrame#repair QSlider#dial { min-height: 44px; }
QFrame#repair QSlider#dial::groove:horizontal { margin: 0 14px; }
QFrame#repair QSlider#dial::handle:horizontal {
    width: 44px; margin: -20px -22px; border: none; background: qradialgradient(
        cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0.43 @card@, stop: 0.46 @accent@, stop: 0.55 @accent@, stop: 0.59 transparent
    );
}
QFrame#repair QSlider#dial::handle:horizontal:focus {
    border: none; background: qradialgradient(
        cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0.37 @card@, stop: 0.4 @focus@, stop: 0.58 @focus@, stop: 0.62 transparent
    );
}
QWidget#train { background: @window@; }
QFrame#train_stage {
    background: @window@; border: 1px solid @line@; border-radius: @round@px;
}
QWidget#train QPushButton { min-height: @touch@px; min-width: @touch@px; padding: 0 @gap@px; }
QWidget#train QPushButton:checked { background: @accent_soft@; border-color: @accent@; }
QWidget#train QPushButton:focus { border: 2px solid @focus@; }
QWidget#train QLineEdit { min-height: 42px; padding: 0 @gap@px; }
QWidget#train QLabel#title { font-size: @prompt@px; }
QWidget#train QToolButton#link { min-height: @touch@px; }
QWidget#train QSlider#dial { min-height: @touch@px; }
QToolButton#seen {
    background: @window@; padding: 4px 2px; min-height: 44px; font-size: @small@px;
    border-radius: @round@px;
}
QToolButton#seen:checked {
    border: 2px solid @other@; color: @other@; font-weight: 700;
}
QToolButton#seen:focus { border: 2px solid @focus@; }
QToolButton#seen:checked:focus { border: 4px solid @focus@; padding: 2px 0; }
QLabel#cue { font-size: @cue@px; font-weight: 700; }
QLabel#tempo { font-size: @cue@px; font-weight: 700; }
QLabel#lamp_on { font-weight: 600; color: @good@; }
QLabel#lamp_off { font-weight: 600; color: @other@; }
QFrame#practice { background: @card@; border: 1px solid @line@; border-radius: @round@px; }
QFrame#practice QPushButton { min-height: 44px; padding: 0 @gap@px; }
QFrame#practice QPushButton:checked {
    background: @accent_soft@; border-color: @accent@; color: @text@;
}
QFrame#practice QToolButton { min-height: 44px; min-width: 44px; padding: 0; }
"""
