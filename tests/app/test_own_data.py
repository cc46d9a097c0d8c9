"""All of the user's data goes out in one file and comes in again; nothing is ever lost."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hinge_tutor.app import own_data_in
from hinge_tutor.app.clients import Clients
from hinge_tutor.app.own_data import MANIFEST, save_data
from hinge_tutor.app.own_data_file import LARGEST_FILE, DataError, read_data
from hinge_tutor.app.own_data_in import bring_in
from hinge_tutor.app.progress_file import ProgressFile
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.store import Store, as_bytes
from hinge_tutor.lessons.client import merge as merge_cards
from hinge_tutor.lessons.client_table import client
from hinge_tutor.lessons.progress import Progress, merge

from .killed import forked

NOW = datetime(2026, 11, 27, 18, 30, tzinfo=UTC)
LESSON = "what-is-a-hinge"
Files = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("qapp")


def card(id_: str, number: int, *visits: tuple[str, int], name: str = "") -> dict[str, Any]:
    """A card; ids are told apart by few signs here."""
    return {
        "format": "hinge-tutor/client-1",
        "id": id_.ljust(8, "0"),
        "number": number,
        "name": name,
        "named_ms": len(name),
        "visits": [
            {
                "id": visit.removeprefix("v").ljust(8, "0"),
                "at_ms": at_ms,
                "day": "2026-11-27",
                "movement": "hip-hinge",
                "note": f"{visit} {at_ms}",
            }
            for visit, at_ms in visits
        ],
    }


def put_card(folder: Path, made: dict[str, Any]) -> None:
    path = folder / "clients" / f"client-{made['number']:03d}-{made['id']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_bytes(made))


def cards(folder: Path) -> dict[str, Any]:
    found = [json.loads(each.read_bytes()) for each in (folder / "clients").glob("[!.]*.json")]
    return {each["id"].rstrip("0"): each for each in found}


def somebody(folder: Path, *builds: int) -> Path:
    """A folder in which somebody has learned a little and has two clients."""
    memory = Memory(folder)
    memory.keep_settings(replace(memory.settings, theme="dark", text_percent=150))
    for build in builds or (1, 2):
        memory.progress = memory.progress.with_seen(LESSON, 1, build)
    memory.keep_progress()
    put_card(folder, card("aa", 1, ("v1", 10)))
    put_card(folder, card("bb", 2, ("v1", 10), ("v2", 20), name="Ada"))
    return folder


def everything(folder: Path) -> Files:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.name.endswith(".lock")
    }


def seen(folder: Path) -> frozenset[tuple[int, int]]:
    return ProgressFile(folder).progress.of(LESSON).seen


def out(folder: Path, path: Path) -> Path:
    save_data(folder, path, NOW)
    return path


def test_what_goes_out_comes_in_on_another_machine(tmp_path: Path) -> None:
    here, there = somebody(tmp_path / "here"), tmp_path / "there"
    arrived = bring_in(there, out(here, tmp_path / "data.zip"), NOW)
    assert (arrived.cards, arrived.settings, arrived.progress) == (2, True, True)
    assert arrived.backup is None
    assert (
        Memory(there).settings == Memory(here).settings == Settings(theme="dark", text_percent=150)
    )
    assert ProgressFile(there).progress == ProgressFile(here).progress
    assert cards(there) == cards(here)


def test_a_file_holds_data_only(tmp_path: Path) -> None:
    here = somebody(tmp_path / "here")
    (here / "hinge-tutor.log").write_text("secret", encoding="utf-8")
    (here / "cache").mkdir()
    (here / "cache" / "x.json").write_text("{}", encoding="utf-8")
    saved = save_data(here, tmp_path / "data.zip", NOW)
    with zipfile.ZipFile(tmp_path / "data.zip") as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    assert names == {MANIFEST, *saved.names}
    assert set(saved.names) == {
        "settings.json",
        "progress.json",
        "clients/client-001-aa000000.json",
        "clients/client-002-bb000000.json",
    }
    assert saved.left_out == ()


def test_an_empty_folder_gives_a_file_that_can_be_read(tmp_path: Path) -> None:
    path = out(tmp_path / "nobody", tmp_path / "data.zip")
    found = read_data(path)
    assert (found.settings, found.progress, dict(found.cards)) == (None, None, {})
    assert bring_in(somebody(tmp_path / "here"), path, NOW).cards == 0


def test_what_cannot_be_read_is_told_and_the_rest_goes_out(tmp_path: Path) -> None:
    here = somebody(tmp_path / "here")
    (here / "settings.json").write_bytes(b"{ half")
    (here / "clients" / "client-009-zz.json").write_bytes(b"\xff")
    saved = save_data(here, tmp_path / "data.zip", NOW)
    assert saved.left_out == ("settings.json", "clients/client-009-zz.json")
    assert read_data(tmp_path / "data.zip").settings is None
    assert len(read_data(tmp_path / "data.zip").cards) == 2


def test_both_sides_are_merged_and_what_was_here_is_kept(tmp_path: Path) -> None:
    here, there = somebody(tmp_path / "here", 1, 2), somebody(tmp_path / "there", 2, 3)
    put_card(there, card("bb", 2, ("v2", 30), ("v3", 40)))
    put_card(there, card("cc", 1, ("v9", 5)))
    path = out(there, tmp_path / "data.zip")
    before = everything(here)
    arrived = bring_in(here, path, NOW)
    assert seen(here) == {(1, 1), (1, 2), (1, 3)}
    assert set(cards(here)) == {"aa", "bb", "cc"}
    merged = cards(here)["bb"]
    assert merged["name"] == "Ada"
    assert [visit["note"] for visit in merged["visits"]] == ["v1 10", "v2 30", "v3 40"]
    assert arrived.backup is not None
    # The backup is a file of the same kind, with everything that was here.
    old = read_data(arrived.backup)
    assert old.progress == merge(Progress(), old.progress or Progress())
    assert {f"clients/{name}" for name in old.cards} <= set(before)
    assert json.loads(before["settings.json"]) == old.settings_table


def test_once_more_changes_nothing(tmp_path: Path) -> None:
    here, there = somebody(tmp_path / "here"), somebody(tmp_path / "there", 5)
    path = out(there, tmp_path / "data.zip")
    bring_in(here, path, NOW)
    first = everything(here)
    bring_in(here, path, NOW)
    again = everything(here)
    assert {name: again[name] for name in first if "backup" not in name} == {
        name: content for name, content in first.items() if "backup" not in name
    }


def test_packs_that_are_open_here_stay_open(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder, packs in ((here, ("/mine",)), (there, (str(tmp_path), "/gone"))):
        memory = Memory(folder)
        memory.keep_settings(replace(memory.settings, packs=packs))
    bring_in(here, out(there, tmp_path / "data.zip"), NOW)
    # What somebody else had open is a path of another machine; nobody looks what lies there.
    assert Memory(here).settings.packs == ("/mine",)


@pytest.mark.parametrize("packs", [[1, None], [{}], []])
@pytest.mark.parametrize("side", ["here", "there"])
def test_packs_that_are_no_texts_stop_nothing(
    side: str, packs: list[object], tmp_path: Path
) -> None:
    folders = {name: somebody(tmp_path / name) for name in ("here", "there")}
    store = Store(folders[side] / "settings.json")
    store.write({**store.read(), "packs": packs, "text_percent": 125})
    bring_in(folders["here"], out(folders["there"], tmp_path / "data.zip"), NOW)
    memory = Memory(folders["here"])
    assert memory.complaints == []
    assert memory.settings.packs == ()
    assert memory.settings.text_percent == (125 if side == "there" else 150)


def test_settings_here_that_cannot_be_read_are_set_aside(tmp_path: Path) -> None:
    here, there = somebody(tmp_path / "here"), somebody(tmp_path / "there")
    (here / "settings.json").write_bytes(as_bytes({"format": 1, "packs": None}))
    bring_in(here, out(there, tmp_path / "data.zip"), NOW)
    assert Memory(here).settings == Memory(there).settings
    aside = json.loads((here / "settings.unreadable-1.json").read_bytes())
    assert aside == {"format": 1, "packs": None}


def test_what_another_version_has_written_stays_in_a_file(tmp_path: Path) -> None:
    here = somebody(tmp_path / "here")
    table = json.loads((here / "settings.json").read_bytes())
    (here / "settings.json").write_bytes(as_bytes({**table, "later": [1, 2]}))
    put_card(here, {**card("dd", 4), "later": "kept"})
    there = tmp_path / "there"
    bring_in(there, out(here, tmp_path / "data.zip"), NOW)
    assert json.loads((there / "settings.json").read_bytes())["later"] == [1, 2]
    assert cards(there)["dd"]["later"] == "kept"


def test_cards_are_merged_as_two_windows_merge_theirs(tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(10):
        one, other = (
            {
                **card("aa", chance.randrange(1, 9), *visits),
                "name": chance.choice("xyz"),
                "named_ms": chance.randrange(3),
            }
            for visits in (
                {f"v{chance.randrange(1, 5)}": chance.randrange(9) for _ in "abc"}.items()
                for _ in range(2)
            )
        )
        here, there = tmp_path / f"here-{number}", tmp_path / f"there-{number}"
        put_card(here, one)
        put_card(there, other)
        bring_in(here, out(there, tmp_path / "data.zip"), NOW)
        clients = Clients(here)
        clients.read()
        merged = merge_cards(client(one), client(other))
        assert dict(clients.known) == {merged.id: merged}
        assert len(cards(here)) == len(list((here / "clients").iterdir())) == 1


ODD: dict[str, dict[str, Any]] = {
    "no list of visits": {"visits": None},
    "visits that are none": {"visits": [1]},
    "a newer version": {"format": "hinge-tutor/client-2", "later": 1},
    "a movement of a newer version": {
        "visits": [{"id": "0" * 8, "day": "2026-11-27", "movement": "headstand"}]
    },
    "a stamp that is none": {"named_ms": "today"},
}


@pytest.mark.parametrize("side", ["here", "there"])
@pytest.mark.parametrize("what", ODD)
def test_a_card_that_is_not_understood_stays_and_the_other_stands_beside_it(
    what: str, side: str, tmp_path: Path
) -> None:
    usual = {"here": card("aa", 1, ("v1", 10)), "there": card("aa", 1, ("v2", 20))}
    odd = {**usual, side: {**usual[side], **ODD[what]}}
    folders = {name: tmp_path / name for name in odd}
    for name, folder in folders.items():
        put_card(folder, odd[name])
        put_card(folder, card("bb", 2, (f"v{name == 'here':d}", 5)))
    path = out(folders["there"], tmp_path / "data.zip")
    bring_in(folders["here"], path, NOW)
    first = everything(folders["here"])
    both = [first[f"clients/client-001-aa000000{more}.json"] for more in ("", "-2")]
    assert both == [as_bytes(odd["here"]), as_bytes(odd["there"])]
    # The rest has come in all the same, and once more changes nothing.
    assert len(cards(folders["here"])["bb"]["visits"]) == 2
    bring_in(folders["here"], path, NOW)
    again = everything(folders["here"])
    assert {name for name in again if "backup" not in name} == set(first) - {
        name for name in first if "backup" in name
    }


# ── files that are not brought in ────────────────────────────────────────────────────────────────


def zipped(files: Files, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def unzipped(path: Path) -> Files:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def remade(files: Files, **changed: bytes) -> Files:
    """With a manifest that is right for what stands there now."""
    import hashlib

    manifest = json.loads(files[MANIFEST])
    rest = {**{name: files[name] for name in files if name != MANIFEST}, **changed}
    manifest["files"] = {
        name: {"bytes": len(each), "sha256": hashlib.sha256(each).hexdigest()}
        for name, each in rest.items()
    }
    return {MANIFEST: json.dumps(manifest).encode(), **rest}


def newer(files: Files) -> Files:
    manifest = json.loads(files[MANIFEST])
    return {**files, MANIFEST: json.dumps({**manifest, "format": "hinge-tutor/data-2"}).encode()}


def newer_progress(files: Files) -> Files:
    from hinge_tutor.lessons.progress_table import checksum

    table = {**json.loads(files["progress.json"]), "format": "hinge-tutor/progress-99"}
    return remade(files, **{"progress.json": as_bytes({**table, "sum": checksum(table)})})


Change = Callable[[Files], Files]
BAD: dict[str, tuple[Change, str]] = {
    "no manifest": (lambda f: {n: f[n] for n in f if n != MANIFEST}, "is no file"),
    "a foreign manifest": (lambda f: {**f, MANIFEST: b'{"format": "cake-1"}'}, "is no file"),
    "a broken manifest": (lambda f: {**f, MANIFEST: b"[1"}, "is damaged"),
    "a list for a manifest": (lambda f: {**f, MANIFEST: b"[]"}, "is damaged"),
    "newer": (newer, "newer version"),
    "newer progress": (newer_progress, "newer version"),
    "a file out of the folder": (lambda f: remade(f, **{"../evil.json": b"{}"}), "is no file"),
    "a place on the disk": (lambda f: remade(f, **{"/tmp/evil.json": b"{}"}), "is no file"),
    "a hidden card": (lambda f: remade(f, **{"clients/.x.json": b"{}"}), "is no file"),
    "a card in a folder": (lambda f: remade(f, **{"clients/a/b.json": b"{}"}), "is no file"),
    "a file more": (lambda f: {**f, "clients/x.json": b"{}"}, "is damaged"),
    "a file less": (lambda f: {n: f[n] for n in f if n != "progress.json"}, "is damaged"),
    "another byte": (lambda f: {**f, "settings.json": f["settings.json"] + b" "}, "is damaged"),
    "half a sign": (
        lambda f: remade(f, **{"settings.json": b'{"format": 1, "a": "\\ud800"}'}),
        "is damaged",
    ),
    "no JSON": (lambda f: remade(f, **{"settings.json": b"{"}), "is damaged"),
    "deep JSON": (lambda f: remade(f, **{"settings.json": b"[" * 100_000}), "is damaged"),
    "settings of another kind": (
        lambda f: remade(f, **{"settings.json": b'{"format": 1, "theme": 5}'}),
        "is damaged",
    ),
    "damaged progress": (
        lambda f: remade(f, **{"progress.json": f["progress.json"].replace(b'"1.7"', b'"1.3"')}),
        "is damaged",
    ),
    "no card": (lambda f: remade(f, **{"clients/x.json": b'{"id": "x"}'}), "no client card"),
    "a card without id": (
        lambda f: remade(f, **{"clients/x.json": b'{"format": "hinge-tutor/client-1"}'}),
        "no client card",
    ),
    "a bomb": (lambda f: remade(f, **{"clients/x.json": b" " * 5_000_000}), "is no file"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_nothing_changes(name: str, tmp_path: Path) -> None:
    change, sentence = BAD[name]
    here = somebody(tmp_path / "here")
    path = tmp_path / "data.zip"
    zipped(change(unzipped(out(somebody(tmp_path / "there", 7), path))), path)
    before = everything(here)
    with pytest.raises(DataError) as caught:
        bring_in(here, path, NOW)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    assert everything(here) == before


def raw(kind: str) -> bytes:
    """What is no zip, or lies about itself."""
    if kind == "nothing":
        return b""
    if kind == "text":
        return b"hello " * 40
    if kind == "huge":
        return b"\0" * (LARGEST_FILE + 1)
    # An end that says there are more files than anybody has.
    return b"\0" * 100 + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_000, 65_000, 10, 0, 0)


@pytest.mark.parametrize("kind", ["nothing", "text", "huge", "many files"])
def test_what_is_no_zip_is_one_sentence(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "data.zip"
    path.write_bytes(raw(kind))
    with pytest.raises(DataError, match="is no file that"):
        read_data(path)
    with pytest.raises(DataError, match="cannot be read"):
        read_data(tmp_path / "nowhere.zip")
    with pytest.raises(DataError, match="cannot be read"):
        read_data(tmp_path)


def test_a_file_cut_off_anywhere_or_with_a_changed_byte_is_refused_or_whole(
    tmp_path: Path,
) -> None:
    path = out(somebody(tmp_path / "here"), tmp_path / "data.zip")
    content, whole = path.read_bytes(), read_data(path)
    other = tmp_path / "other.zip"
    for cut in range(0, len(content), 37):
        other.write_bytes(content[:cut])
        with pytest.raises(DataError):
            read_data(other)
    chance = random.Random(3)
    for _ in range(200):
        place = chance.randrange(len(content))
        changed = bytes((content[place] ^ (1 << chance.randrange(8)),))
        other.write_bytes(content[:place] + changed + content[place + 1 :])
        try:
            found = read_data(other)
        except DataError:
            continue
        # A byte that says nothing, such as a date.
        assert found == whole


def test_a_locked_zip_and_a_name_twice_are_refused(tmp_path: Path) -> None:
    path = out(somebody(tmp_path / "here"), tmp_path / "data.zip")
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(mark) + at] |= 1
    path.write_bytes(content)
    with pytest.raises(DataError):
        read_data(path)
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("settings.json", b"{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("settings.json", b"{}")
    path.write_bytes(twice.getvalue())
    with pytest.raises(DataError, match="is no file"):
        read_data(path)


# ── disks, and whoever is killed ─────────────────────────────────────────────────────────────────


def test_a_disk_that_fills_up_amid_it_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = somebody(tmp_path / "here"), somebody(tmp_path / "there", 4)
    put_card(there, card("cc", 3))
    path = out(there, tmp_path / "data.zip")
    written: list[object] = []

    class Full(Store):
        def write(self, value: dict[str, Any]) -> None:
            if written:
                raise OSError(28, "No space left on device")
            written.append(value)
            super().write(value)

    monkeypatch.setattr(own_data_in, "Store", Full)
    with pytest.raises(OSError, match="No space"):
        bring_in(here, path, NOW)
    assert {(1, 1), (1, 2)} <= seen(here)
    assert {"aa", "bb"} <= set(cards(here))
    assert Memory(here).settings.theme == "dark"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="rights that do not bind everybody"
)
def test_a_folder_that_can_only_be_read_is_told(tmp_path: Path) -> None:
    here = somebody(tmp_path / "here")
    path = out(somebody(tmp_path / "there", 4), tmp_path / "data.zip")
    here.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            bring_in(here, path, NOW)
    finally:
        here.chmod(0o700)


def test_what_was_left_of_a_card_half_written_is_none(tmp_path: Path) -> None:
    here, there = somebody(tmp_path / "here", 1), somebody(tmp_path / "there", 2)
    path = out(there, tmp_path / "data.zip")
    whole = next((here / "clients").glob("[!.]*.json"))
    left = whole.with_name(".hinge-tutor-999999.part.json")
    left.write_bytes(whole.read_bytes())
    whole.unlink()
    bring_in(here, path, NOW)
    assert left.exists(), "nothing is put in its place"
    assert {"aa", "bb"} <= set(cards(here)), "what is brought in has a file of its own"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_whoever_is_killed_amid_it_has_lost_nothing(tmp_path: Path) -> None:
    """Everything that was here or there before is there after a second try; nothing is half."""
    here = somebody(tmp_path / "here", 1, 2)
    there = somebody(tmp_path / "there", 3, 4)
    for number in range(3, 23):
        put_card(there, card(f"c{number}f", number, ("v1", number)))
    path = out(there, tmp_path / "data.zip")
    trial = tmp_path / "trial"
    shutil.copytree(here, trial)
    begun = time.monotonic()
    bring_in(trial, path, NOW)
    whole_s = time.monotonic() - begun
    chance = random.Random(11)
    killed = 0
    for number in range(40):
        folder = tmp_path / f"killed-{number}"
        shutil.copytree(here, folder)
        child = forked(partial(bring_in, folder, path, NOW))
        time.sleep(chance.random() * whole_s * 1.2)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        # As it is left: both of ours are there, every file is whole.
        assert {(1, 1), (1, 2)} <= seen(folder)
        assert {"aa", "bb"} <= set(cards(folder))
        assert Memory(folder).complaints == []
        bring_in(folder, path, NOW)
        assert seen(folder) == {(1, 1), (1, 2), (1, 3), (1, 4)}
        assert cards(folder) == cards(trial)
        shutil.rmtree(folder)
    assert killed >= 10
