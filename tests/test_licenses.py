"""Everything that others made and we ship is named with its license, and the text is there."""

from __future__ import annotations

from pathlib import Path

from hinge_tutor.located import Reader, read
from hinge_tutor.shelf import assets


def test_every_shipped_font_has_its_license_beside_it() -> None:
    reader = Reader(read(assets("licenses.toml")))
    named: set[Path] = set()
    for entry in reader.tables("shipped"):
        text = assets(entry.text("text")).read_text(encoding="utf-8")
        assert entry.text("license") == "OFL-1.1"
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert entry.text("holder").split(",")[0] in text
        assert entry.text("name") in text
        assert entry.text("home").startswith("https://")
        named.update(assets(file) for file in entry.texts("files"))
    for entry in reader.tables("needed"):
        for key in ("name", "holder", "home", "license"):
            entry.text(key)
    reader.finish()
    assert named == set(assets("fonts").glob("*.ttf"))
