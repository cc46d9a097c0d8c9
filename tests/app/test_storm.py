"""Ten thousand events in any order: every figure, bar and playhead shows one time afterwards."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from hinge_tutor.app.phase_bar import PhaseBar
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.window import Window
from hinge_tutor.stage import scene

from .conftest import Hands, Opened, settle, unasked

EVENTS = 10_000
SIZES = ((1024, 640), (1280, 800), (1600, 1000), (900, 500))


def step(window: Window, hands: Hands, chance: random.Random) -> None:
    """One event of any kind."""
    session, timeline = window.session, window.session.timeline
    what = chance.randrange(12)
    if what == 0:
        timeline.toggle()
    elif what == 1:
        timeline.seek(chance.uniform(-0.2, 1.2))
    elif what == 2:
        session.set_speed(chance.uniform(0.01, 5))
    elif what == 3:
        timeline.step_key_pose(chance.random() < 0.5)
    elif what == 4:
        whole = timeline.clock.duration_s
        ends = (chance.uniform(0, whole), chance.uniform(0, whole))
        timeline.set_loop(ends if chance.random() < 0.5 else None)
    elif what == 5 and chance.random() < 0.02:
        window.resize(*chance.choice(SIZES))
    elif what == 6 and chance.random() < 0.05:
        focus = (QFocusEvent.Type.FocusIn, QFocusEvent.Type.FocusOut)
        QApplication.sendEvent(window.learn.stage, QFocusEvent(chance.choice(focus)))
    elif what == 7 and chance.random() < 0.05:
        session.go(chance.choice(session.route.spots))
    elif what == 8 and chance.random() < 0.02:
        window.setVisible(not window.isVisible())
    elif what == 9:
        timeline.stand_at_phase(chance.randrange(9))
    else:
        hands.seconds += chance.uniform(0, 0.3)
        timeline.beat()


@pytest.mark.parametrize("seed", [20])
def test_all_figures_are_on_one_time_after_a_storm(opened: Opened, hands: Hands, seed: int) -> None:
    window = opened()
    session, timeline = window.session, window.session.timeline
    chance = random.Random(seed)
    for number in range(EVENTS):
        step(window, hands, chance)
        clock = timeline.clock
        assert 0 <= clock.time_s <= clock.duration_s
        assert timeline.running == (clock.playing and window.isVisible())
        if number % 250 == 0:
            QApplication.processEvents()
    timeline.play(False)
    window.show()
    settle()
    shown = timeline.fraction
    stage, bar = window.learn.stage, window.learn.transport.findChild(PhaseBar)
    assert isinstance(bar, PhaseBar)
    assert bar.shown == shown
    assert isinstance(stage, StageView)
    assert stage.shown == shown
    # A hair before the moment, because a boundary between phases belongs to the one that ends.
    before = max(shown - 1e-6, 0.0)
    takes = [each.take for each in session.repetitions]
    phase = takes[0].phase_at(before * takes[0].duration_s)
    for take, own in zip(takes, scene.own_times(session.repetitions, before), strict=True):
        # A tempo without a pause has no turn; that figure waits at the end of its descent.
        ends = [span for span in take.spans if span.phase == phase] or [
            span for span in take.spans if span.to_s <= own + 1e-6
        ][-1:]
        assert ends[0].from_s - 1e-6 <= own <= ends[0].to_s + 1e-6
    assert not timeline.running


def test_no_timer_of_any_kind_runs_while_paused_or_hidden(window: Window) -> None:
    unasked(window.session)
    timeline = window.session.timeline
    # The claims of a build that was just opened are weighed first, once.
    window.backstage.doubts.finish()
    timeline.play()
    assert timers(window) == 1
    timeline.play(False)
    assert timers(window) == 0
    timeline.play()
    window.hide()
    assert timers(window) == 0
    window.show()
    assert timers(window) == 1
    window.setWindowState(Qt.WindowState.WindowMinimized)
    settle()
    assert timers(window) == 0
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.present(False)
    settle()
    assert timers(window) == 1
    timeline.play(False)
    assert timers(window) == 0


def timers(window: Window) -> int:
    """How many timers of the program are alive."""
    return sum(
        t.isActive() for owner in (window, window.session) for t in owner.findChildren(QTimer)
    )
