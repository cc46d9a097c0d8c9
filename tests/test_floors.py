"""A module imports only from lower floors, and nothing below the Qt line knows Qt."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hinge_tutor"

# The house, from the ground up: the modules or packages that share a floor.
HOUSE = (
    (
        "problems",
        "toml_lines",
        "identity",
        "licenses",
        "reader",
        "remembered",
        "located",
        "shelf",
        "preflight",
        "safely",
        "shape",
    ),
    ("body",),
    ("motion",),
    ("mechanics",),
    ("coaching",),
    ("recordings",),
    ("lessons",),
    ("stage",),
    ("check",),
    ("paint",),
    ("export",),
    ("app",),
    ("cli",),
    ("__main__",),
)
FLOOR = {name: number for number, floor in enumerate(HOUSE) for name in floor}
QT_LINE = FLOOR["paint"]

# What each floor may use beside the standard library, from the floor named on.
OUTSIDE = {
    "numpy": FLOOR["body"],
    "PySide6": QT_LINE,
    "shiboken6": QT_LINE,
    "PIL": FLOOR["export"],
    # Only where somebody has installed it.
    "av": FLOOR["export"],
    # Only to read files of one kind with; without it they are refused in a sentence.
    "c3d": FLOOR["recordings"],
    # Only to compare with; nothing needs it.
    "matplotlib": FLOOR["cli"],
}
# Other people's engines, which only judge ours.
OUTSIDE |= dict.fromkeys(("mujoco", "pinocchio", "opensim"), FLOOR["check"])

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name of a module of ours."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path): path for path in MODULES}


def room_of(name: str) -> str | None:
    """The part of the house a module belongs to; None for the package itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else None


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every import in a module, lazy ones included: its line and the dotted name."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1]
            source = ".".join([*up, node.module or ""]).rstrip(".") if node.level else node.module
            for alias in node.names:
                longer = f"{source}.{alias.name}"
                yield node.lineno, longer if longer in NAMES else str(source)
        elif isinstance(node, ast.Call) and _imports_by_name(node.func):
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant):
                    yield node.lineno, str(argument.value)
                else:
                    yield node.lineno, "a name that is only known at run time"


def _imports_by_name(function: ast.expr) -> bool:
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return called in ("import_module", "__import__")


def problems(path: Path) -> Iterator[str]:
    """Everything a module imports that its floor may not."""
    room = room_of(name_of(path))
    floor = FLOOR.get(room, 0) if room else 0
    for line, name in imports(path):
        place = f"{path.relative_to(ROOT)}:{line}"
        top = name.split(".")[0]
        if top == "hinge_tutor":
            other = room_of(name)
            if other is not None and other not in FLOOR:
                yield f"{place}: {name} has no floor; give it one in this test"
            elif other is not None and other != room and FLOOR[other] > floor - (floor > 0):
                yield f"{place}: {name} is on floor {FLOOR[other]}, this module on {floor}"
        elif top not in sys.stdlib_module_names and floor < OUTSIDE.get(top, len(HOUSE)):
            yield f"{place}: {name} may not be imported on floor {floor}"


def test_every_module_has_a_floor() -> None:
    rooms = {room_of(name) for name in NAMES}
    assert not {room for room in rooms if room is not None and room not in FLOOR}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_lower_floors(path: Path) -> None:
    assert list(problems(path)) == []


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {
        name: {other for _, other in imports(path) if other in NAMES and other != name}
        for name, path in NAMES.items()
    }
    while graph:
        free = {name for name, needs in graph.items() if not needs & graph.keys()}
        assert free, f"these import each other in a circle, or need one that does: {sorted(graph)}"
        graph = {name: needs for name, needs in graph.items() if name not in free}


@pytest.mark.parametrize(
    ("room", "source", "said"),
    [
        ("body", "from PySide6.QtCore import QTimer", "PySide6.QtCore may not"),
        ("stage", "def f():\n    import PySide6", "PySide6 may not"),
        ("stage", "import importlib\nimportlib.import_module('PySide6')", "PySide6 may not"),
        ("motion", "from hinge_tutor.mechanics import muscle", "hinge_tutor.mechanics is on"),
        ("motion", "from ..mechanics import muscle", "hinge_tutor.mechanics is on"),
        ("mechanics", "import scipy.optimize", "scipy.optimize may not"),
        ("lessons", "from PIL import Image", "PIL may not"),
        ("stage", "import hinge_tutor.elsewhere", "has no floor"),
    ],
)
def test_a_wrong_import_is_found(room: str, source: str, said: str) -> None:
    path = PACKAGE / room / "imagined.py"
    tree = ast.parse(source)
    assert tree.body
    found = list(problems_in(path, source))
    assert len(found) == 1
    assert said in found[0]


def problems_in(path: Path, source: str) -> Iterator[str]:
    """The problems a module at `path` would have if it held `source`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_text", lambda *_, **__: source)
        yield from list(problems(path))
