"""What every test stands on: no screen, no personal files, one thread, nothing left over."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

# Both must be settled before anything imports Qt or numpy; whoever sets them outside wins.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("QT_FONT_DPI", "96")
# Whoever runs the tests may speak another language; the window would follow the system's.
os.environ["LANGUAGE"] = "en"
for _threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

# A shell without job control starts what runs in its background with interrupts ignored, and what
# we start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test asserts a time, so no example has a deadline; the same examples are tried on every run.
settings.register_profile("hinge-tutor", deadline=None, derandomize=True)
settings.load_profile("hinge-tutor")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record` keeps what is drawn now as what tests compare with; look at it before."""
    parser.addoption("--record", action="store_true", help="keep the goldens as they are drawn now")


# A suite in a process of its own, longer than any other test: whoever is done would wait for it.
LONGEST = "test_the_tests_of_the_model_pass_without_qt"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test begins first; all others keep their order."""
    items.sort(key=lambda item: item.name != LONGEST)


@pytest.fixture
def record_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are recorded instead of compared with."""
    return bool(request.config.getoption("--record"))


@pytest.fixture(autouse=True)
def _personal_files_stay_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and progress of a test go into its own empty folder."""
    monkeypatch.setenv("HINGE_TUTOR_DATA", str(tmp_path / "user-data"))


@pytest.fixture(autouse=True)
def _nothing_is_left_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A timer that still runs or a window that still exists after a test fails that test.

    Stray messages of Qt fail it too, through `qt_log_level_fail` in pyproject.toml. In a process
    that has not imported Qt there is nothing to look for.
    """
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    started = _record_started_timers(monkeypatch)
    before = set(map(id, _windows()))
    yield
    timers = [timer for timer in started if _is_alive(timer) and timer.isActive()]
    windows = [window for window in _windows() if id(window) not in before]
    said = [f"a timer of {timer.interval()} ms is still running" for timer in timers]
    said += [
        f'{type(window).__name__} "{window.objectName() or window.windowTitle()}" still exists'
        for window in windows
    ]
    for timer in timers:
        timer.stop()
    for window in windows:
        window.close()
        window.deleteLater()
    if said:
        pytest.fail("left over after the test: " + "; ".join(said))


def _record_started_timers(monkeypatch: pytest.MonkeyPatch) -> list[QTimer]:
    from PySide6.QtCore import QTimer

    started: list[QTimer] = []
    start = QTimer.start

    def recording_start(timer: QTimer, *interval: int) -> None:
        started.append(timer)
        start(timer, *interval)

    monkeypatch.setattr(QTimer, "start", recording_start)
    return started


def _is_alive(timer: QTimer) -> bool:
    from shiboken6 import isValid

    return isValid(timer)


def _windows() -> list[QWidget]:
    """Every top-level widget that nobody has let go of."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.topLevelWidgets():
        # A widget in a reference cycle is gone for its owner; only the collector has not been by.
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.topLevelWidgets()
