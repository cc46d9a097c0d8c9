"""Client cards on disk: whatever stands in their folder, nothing is lost and a sentence says it."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hinge_tutor.app import store
from hinge_tutor.app.clients import FOLDER, Clients
from hinge_tutor.app.trainee import Trainee, kept_now, new_id, of_card
from hinge_tutor.lessons.client import Client, Visit
from hinge_tutor.lessons.client_table import table


def card(number: int = 1, day: int = 1, fault: str = "rounded-back") -> Client:
    visit = Visit(new_id(), day, date(2026, 11, day), fault=fault, share=0.5)
    return Client(new_id(), number).with_visit(visit)


@pytest.fixture
def home(qapp: QApplication, tmp_path: Path) -> Path:
    assert qapp
    return tmp_path / "data"


def files(home: Path) -> list[str]:
    return sorted(path.name for path in (home / FOLDER).iterdir())


def test_a_card_is_there_next_time(home: Path) -> None:
    clients = Clients(home)
    clients.read()
    assert clients.known == {}
    kept = clients.keep(card(), fresh=True)
    again = Clients(home)
    again.read()
    assert again.known == {kept.id: kept}
    assert files(home) == [f"client-001-{kept.id[:8]}.json"]


def test_nobodys_name_is_in_a_file_name(home: Path) -> None:
    clients = Clients(home)
    clients.keep(card().called("Ann", 5), fresh=True)
    assert "Ann" not in files(home)[0]


def test_two_windows_lose_nothing_of_each_other(home: Path) -> None:
    one, other = Clients(home), Clients(home)
    first = one.keep(card(), fresh=True)
    second = other.keep(card(day=2), fresh=True)
    assert (first.number, second.number) == (1, 2)
    other.read()
    seen_here = one.known[first.id].with_visit(Visit(new_id(), 9, date(2026, 11, 9)))
    seen_there = other.known[first.id].with_visit(Visit(new_id(), 8, date(2026, 11, 8)))
    one.keep(seen_here)
    both = other.keep(seen_there)
    assert len(both.visits) == 3
    again = Clients(home)
    again.read()
    assert len(again.known[first.id].visits) == 3
    assert [each.number for each in again.in_order] == [1, 2]


BAD = {
    "corrupt": b"{not json",
    "empty": b"",
    "half": json.dumps(table(card())).encode()[:-20],
    "foreign": b'{"a": 1}',
    "list": b"[]",
    "huge": b'"' + b"x" * 2_000_000 + b'"',
    "binary": bytes(range(256)),
    "deep": b"[" * 100_000,
    "surrogate": b'{"format": "hinge-tutor/client-1", "id": "\\ud800"}',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_card_is_a_sentence_the_rest_is_used_and_the_file_is_kept(
    name: str, home: Path
) -> None:
    clients = Clients(home)
    good = clients.keep(card(), fresh=True)
    bad = home / FOLDER / "client-009-bad.json"
    bad.write_bytes(BAD[name])
    clients.read()
    assert list(clients.known) == [good.id]
    said = "clients/client-009-bad.json is no client card that can be read; it is kept as it is."
    assert clients.take_complaints() == said
    clients.read()
    assert clients.take_complaints() == "", "it is told once"
    clients.keep(good.called("Ann", 3))
    clients.keep(card(), fresh=True)
    assert bad.read_bytes() == BAD[name]


def test_a_newer_card_is_left_alone(home: Path) -> None:
    clients = Clients(home)
    clients.keep(card(), fresh=True)
    newer = home / FOLDER / "client-002-new.json"
    content = json.dumps({**table(card(2)), "format": "hinge-tutor/client-7"})
    newer.write_text(content, encoding="utf-8")
    clients.read()
    assert clients.take_complaints() == (
        "clients/client-002-new.json is from a newer version of the tutor; it is left alone."
    )
    assert newer.read_text(encoding="utf-8") == content


def test_many_bad_cards_are_two_sentences(home: Path) -> None:
    (home / FOLDER).mkdir(parents=True)
    for number in range(4):
        (home / FOLDER / f"{number}.json").write_bytes(b"{")
    clients = Clients(home)
    clients.read()
    assert clients.take_complaints().endswith("as it is. So it is with 3 more files.")


def test_a_pipe_and_a_folder_among_the_cards_stop_nobody(home: Path) -> None:
    clients = Clients(home)
    good = clients.keep(card(), fresh=True)
    os.mkfifo(home / FOLDER / "pipe.json")
    (home / FOLDER / "folder.json").mkdir()
    clients.read()
    assert list(clients.known) == [good.id]


def test_a_copy_of_a_card_says_what_it_knows_too(home: Path) -> None:
    clients = Clients(home)
    good = clients.keep(card(), fresh=True)
    more = good.with_visit(Visit(new_id(), 4, date(2026, 11, 4)))
    (home / FOLDER / "copy of it.json").write_text(json.dumps(table(more)), encoding="utf-8")
    clients.read()
    assert len(clients.known[good.id].visits) == 2


def test_a_card_that_becomes_bad_meanwhile_is_not_written_over(home: Path) -> None:
    clients = Clients(home)
    good = clients.keep(card(), fresh=True)
    path = home / FOLDER / files(home)[0]
    path.write_bytes(b"{half")
    clients.keep(good.called("Ann", 3))
    assert any((home / FOLDER / name).read_bytes() == b"{half" for name in files(home))
    again = Clients(home)
    again.read()
    assert again.known[good.id].name == "Ann"


def test_a_full_disk_changes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clients = Clients(home)
    good = clients.keep(card(), fresh=True)
    before = {name: (home / FOLDER / name).read_bytes() for name in files(home)}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store, "put", full)
    with pytest.raises(OSError, match="No space"):
        clients.keep(good.called("Ann", 3))
    with pytest.raises(OSError, match="No space"):
        clients.keep(card(), fresh=True)
    assert {name: (home / FOLDER / name).read_bytes() for name in files(home)} == before
    assert clients.known[good.id].name == ""


def test_a_folder_where_a_file_stands_is_an_error_and_nothing_else(home: Path) -> None:
    home.mkdir()
    (home / FOLDER).write_bytes(b"mine")
    clients = Clients(home)
    clients.read()
    assert "cannot be read: a file stands where the folder should be." in clients.take_complaints()
    with pytest.raises(OSError, match="exists"):
        clients.keep(card(), fresh=True)
    assert (home / FOLDER).read_bytes() == b"mine"


def test_a_deleted_card_comes_back_as_long_as_this_runs(home: Path) -> None:
    clients = Clients(home)
    good = clients.keep(card(), fresh=True)
    clients.throw_away(good.id)
    assert (clients.known, files(home)) == ({}, [])
    assert clients.bring_back() == good
    assert len(files(home)) == 1
    assert clients.bring_back() is None


def test_what_another_window_kept_of_a_deleted_card_comes_back_with_it(home: Path) -> None:
    one, other = Clients(home), Clients(home)
    good = one.keep(card(), fresh=True)
    other.read()
    other.keep(good.with_visit(Visit(new_id(), 9, date(2026, 11, 9))))
    one.throw_away(good.id)
    back = one.bring_back()
    assert back is not None
    assert len(back.visits) == 2


def test_a_visit_that_another_window_keeps_later_is_not_written_over(tmp_path: Path) -> None:
    one, other = Clients(tmp_path), Clients(tmp_path)
    day = date(2026, 11, 2)
    card, visit = Trainee(fault="rounded-back").as_kept(day, 10, "")
    card = one.keep(card, fresh=True)
    other.read()
    # Its clock is ahead.
    elsewhere = Visit(new_id(), 900, day, note="of the other window")
    other.keep(card.with_visit(elsewhere))
    trainee = kept_now(Trainee(fault="rounded-back"), card, visit)
    written, visit = replace(trainee, note="mine").as_kept(day, 20, "")
    trainee = kept_now(replace(trainee, note="mine"), one.keep(written), visit)
    assert trainee.kept
    written, _ = replace(trainee, note="mine again").as_kept(day, 30, "")
    notes = {each.note for each in one.keep(written).visits.values()}
    assert notes == {"mine again", "of the other window"}


# ── a visit that goes on ─────────────────────────────────────────────────────────────────────────


def test_one_day_is_one_visit_and_the_next_day_another() -> None:
    monday, tuesday = date(2026, 11, 2), date(2026, 11, 3)
    trainee = Trainee(fault="rounded-back")
    first, visit = trainee.as_kept(monday, 10, "Long back.")
    trainee = kept_now(trainee, first, visit)
    assert trainee.kept
    again = Trainee(**{**vars(trainee), "note": "better"})
    assert not again.kept
    same, visit = again.as_kept(monday, 20, "Long back.")
    assert len(same.visits) == 1
    other, _ = kept_now(again, same, visit).as_kept(tuesday, 30, "Long back.")
    assert len(other.visits) == 2
    back = of_card(other)
    assert (back.fault, back.note, back.card) == ("rounded-back", "better", other)
