"""What must be true before Qt is touched, because Qt aborts the process instead of complaining.

Only the standard library is used and nothing of this package, since `start.py` loads this file by
its path before anything is installed.
"""

import ctypes
import importlib.util
import os
import re
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# A bare Debian 12 lacks these; the library each package is needed for stands beside it.
# The first group is needed to import Qt and to draw off screen, the second for a window on X11.
DRAWING_LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libx11-6": "libX11.so.6",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WINDOW_LIBRARIES = {
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}

# Releases of PySide6 that break this program, and from which Python on they do not.
# 6.10.1 is broken everywhere. 6.12.0 drops a reference to None on every call that returns nothing,
# which aborts Pythons whose None can die, those before 3.12 (PYSIDE-3474).
BROKEN_EVERYWHERE = (99, 0)
BROKEN_PYSIDE = {"6.10.1": BROKEN_EVERYWHERE, "6.12.0": (3, 12)}

# Qt takes a path with these for several, or for quoted ones, does not find its own plugins and
# aborts. On Windows the last one parts folders.
UNREADABLE = ';,"' if os.sep == "\\" else ';,"\\'

# The ways to show a window that a person may choose by QT_QPA_PLATFORM; the other plugins that Qt
# brings need hardware of their own and abort without it.
SERVED = ("xcb", "wayland", "wayland-egl")
SERVERLESS = ("offscreen", "minimal", "vnc")
PLATFORMS = {"win32": ("windows", "direct2d"), "darwin": ("cocoa",)}

# A display server on this machine answers at once; one across a network that needs longer than
# this to accept a connection is too slow to show a moving figure.
DISPLAY_PATIENCE_S = 2.0

# When a server of X11 that did not take us is asked again; starting anew takes it some 50 ms.
X_PAUSES_S = (0.0, 0.1, 0.3)

# X servers listen for display n on this port plus n.
X_PORT = 6000

Load = Callable[[str], object]


def missing(libraries: Mapping[str, str], load: Load = ctypes.CDLL) -> tuple[str, ...]:
    """The Debian packages whose library the loader cannot find; none on other systems."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(package for package, library in libraries.items() if not _loads(library, load))


def install_line(packages: Sequence[str]) -> str:
    """The one line to run on Debian and its kin."""
    return "sudo apt-get install -y " + " ".join(packages)


def drawing_problem(load: Load = ctypes.CDLL) -> str | None:
    """Why Qt cannot even draw off screen, as one sentence; None when it can."""
    return _broken_pair() or _unreadable_path() or _missing_sentence(DRAWING_LIBRARIES, load)


def window_problem(
    environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL
) -> str | None:
    """Why no window can be opened, as one sentence; None when one can."""
    problem = drawing_problem(load)
    if problem is not None:
        return problem
    allowed = PLATFORMS.get(sys.platform, SERVED) + SERVERLESS
    if any(name not in allowed for name in _chosen(environment)):
        return (
            f'QT_QPA_PLATFORM is "{environment["QT_QPA_PLATFORM"]}", and no window can be opened '
            f"with that here; unset it, or set one of: {', '.join(allowed)}."
        )
    if not has_display(environment, load):
        return "There is no screen here to open a window on."
    if needs_x11(environment):
        return _missing_sentence(WINDOW_LIBRARIES, load)
    return None


def has_display(environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> bool:
    """Whether a window can appear somewhere: a display server that really answers.

    A platform of Qt that was chosen by name and needs no display server counts as one.
    """
    if not sys.platform.startswith("linux"):
        return True
    if any(name not in SERVED for name in _chosen(environment)):
        return True
    return _wayland_answers(environment) or _x11_answers(environment, load)


def needs_x11(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window here would be one of X11."""
    chosen = _chosen(environment)
    if chosen:
        return chosen[0] == "xcb"
    return sys.platform.startswith("linux") and not _wayland_answers(environment)


def missing_module(error: ImportError) -> str:
    """The sentence about a module that should be here and is not, or is broken."""
    package = (error.name or "").partition(".")[0] or "a package"
    said = " ".join(str(error).split())
    return (
        f"{package} is missing or damaged in {sys.prefix} ({said}); "
        "run start.py, which sets it up again, or install hinge-tutor again."
    )


def broken_pair(pyside: str, python: tuple[int, int]) -> str | None:
    """One sentence if this release of PySide6 is known to break on this Python."""
    if python >= BROKEN_PYSIDE.get(pyside, (0, 0)):
        return None
    return (
        f"PySide6 {pyside} is known to crash on Python {python[0]}.{python[1]}; "
        f'install another release with: python -m pip install "PySide6-Essentials!={pyside}"'
    )


def _broken_pair() -> str | None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return (
            "PySide6 is not installed for this Python; "
            'install it with: python -m pip install "PySide6-Essentials"'
        )
    return broken_pair(_release(Path(spec.submodule_search_locations[0])), sys.version_info[:2])


def _chosen(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The platforms of Qt that were chosen by name, the first that works; none as a rule."""
    chosen = environment.get("QT_QPA_PLATFORM", "").casefold()
    names = tuple(name.partition(":")[0] for name in chosen.split(";") if name)
    return names or (chosen,) * bool(chosen)


def _unreadable_path() -> str | None:
    spec = importlib.util.find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    return unreadable_path(str(Path(folders[0]).resolve())) if folders else None


def unreadable_path(folder: str) -> str | None:
    """One sentence if Qt, being in this folder, cannot find itself."""
    wrong = [sign for sign in UNREADABLE if sign in folder]
    if not wrong:
        return None
    return (
        f"Qt cannot work from {folder}, because of the {' and the '.join(wrong)} in its path; "
        "move hinge-tutor to a folder without that and install it again."
    )


def _release(pyside: Path) -> str:
    """The release of PySide6 in a folder, without importing it; empty when it does not say.

    The installed packages' metadata would tell as well, and cost 20 ms of every start.
    """
    try:
        told = (pyside / "_config.py").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(r"""^version *= *["']([^"']+)["']""", told, re.MULTILINE)
    return found.group(1) if found else ""


def _missing_sentence(libraries: Mapping[str, str], load: Load) -> str | None:
    packages = missing(libraries, load)
    if not packages:
        return None
    files = ", ".join(libraries[package] for package in packages)
    return (
        f"Qt needs system libraries that are missing here ({files}); "
        f"on Debian or Ubuntu run: {install_line(packages)}"
    )


def _loads(library: str, load: Load) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


# ── display servers ──────────────────────────────────────────────────────────────────────────────


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _connects_to_file(str(Path(folder) / name))


def _x11_answers(environment: Mapping[str, str], load: Load) -> bool:
    display = environment.get("DISPLAY", "")
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    remote = host not in ("", "unix") and not host.startswith("/")
    if remote and not _connects_to_port(host.rpartition("/")[2], X_PORT + int(number)):
        return False
    library = _library("libX11.so.6", load)
    if library is not None:
        return _x11_lets_in(display, library)
    # Without the library nothing can be asked; that it is missing is said elsewhere.
    path = f"{host}:{number}" if host.startswith("/") else f"/tmp/.X11-unix/X{number}"
    return remote or _connects_to_file(path) or _connects_to_file(f"\0{path}")


def _library(name: str, load: Load) -> ctypes.CDLL | None:
    try:
        library = load(name)
    except OSError:
        return None
    return library if isinstance(library, ctypes.CDLL) else None


def _x11_lets_in(display: str, library: ctypes.CDLL) -> bool:
    """Whether the server takes us: it may be there and still refuse for want of a key.

    The connection stays open. A bare server starts anew whenever its last client leaves, and for
    a moment takes nobody: Qt, which is next, would find it closed. A server that is doing so just
    now is asked again.
    """
    library.XOpenDisplay.restype = ctypes.c_void_p
    for pause in X_PAUSES_S:
        time.sleep(pause)
        if library.XOpenDisplay(display.encode()):
            return True
    return False


def _connects_to_file(path: str) -> bool:
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        return _connects(connection, path)


def _connects_to_port(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), DISPLAY_PATIENCE_S).close()
    except OSError:
        return False
    return True


def _connects(connection: socket.socket, address: str) -> bool:
    connection.settimeout(DISPLAY_PATIENCE_S)
    try:
        connection.connect(address)
    except (OSError, ValueError):
        return False
    return True
