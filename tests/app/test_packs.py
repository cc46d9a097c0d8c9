"""A lesson pack opens beside the course, is remembered, and leads back to where one was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from hinge_tutor.app.packs import close_pack, leave_pack, show_pack
from hinge_tutor.app.program import open_session
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.pack import Pack
from tests.lessons.packing import FILES, HEAD, LESSON, folder, zipped

from .conftest import READ, Hands, Opened, settle

TWO = {
    **FILES,
    "pack.toml": HEAD.replace('"small"', '"small", "other"').encode(),
    "02-other.md": LESSON.replace("A small lesson", "Another one")
    .replace("A hinge.", "A hinge. [back](lesson:small) [course](lesson:what-is-a-hinge)")
    .encode(),
}
BROKEN = {**TWO, "02-other.md": LESSON.replace('"recall"', '"recal"').encode()}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return folder(tmp_path / "home", TWO)


def packs(session: Session) -> list[str]:
    return [pack.id for pack in session.route.packs]


def test_a_pack_stands_behind_the_course_as_a_course_of_its_own(
    session: Session, home: Path
) -> None:
    last = session.route.spots[-1]
    session.go(last)
    assert session.route.after(last) is None
    show_pack(session, home)
    assert session.lesson.id == "hinges-at-home/small"
    assert session.notice == "The lesson pack “Hinges at home” by Ann is open: 2 lessons."
    assert session.route.after(last) is None
    first = session.spot
    assert first == Spot(last.lesson + 1)
    assert session.route.before(first) is None
    assert session.route.lesson_before(first) is None
    assert session.route.lesson_after(first) == Spot(first.lesson + 1)
    assert session.route.lesson_after(Spot(first.lesson + 1)) is None
    assert list(session.route.course(first.lesson)) == [first.lesson, first.lesson + 1]


def test_one_comes_back_to_where_one_was(session: Session, home: Path) -> None:
    here = session.route.spots[5]
    session.go(here)
    show_pack(session, home)
    session.go(session.route.lesson_after(session.spot))
    leave_pack(session)
    assert session.spot == here
    show_pack(session, home)
    close_pack(session)
    assert (session.spot, packs(session)) == (here, [])
    assert session.notice == "The lesson pack “Hinges at home” is closed."
    close_pack(session)
    assert session.spot == here


def test_a_pack_that_is_open_is_read_again_where_one_is_in_it(session: Session, home: Path) -> None:
    show_pack(session, home)
    session.go(session.route.lesson_after(session.spot))
    (home / "02-other.md").write_bytes(TWO["02-other.md"].replace(b"Another one", b"A third one"))
    show_pack(session, home / "pack.toml")
    assert session.lesson.title == "A third one"
    assert packs(session) == ["hinges-at-home"]


def test_two_packs_of_one_title_are_two(session: Session, home: Path, tmp_path: Path) -> None:
    show_pack(session, home)
    (tmp_path / "b.zip").write_bytes(zipped(TWO))
    show_pack(session, tmp_path / "b.zip")
    assert packs(session) == ["hinges-at-home", "hinges-at-home-2"]
    assert session.lesson.id == "hinges-at-home-2/small"
    session.go(session.route.find("hinges-at-home/other", 1, 1))
    assert session.route.pack(session.spot.lesson) is session.route.packs[0]
    close_pack(session)
    assert packs(session) == ["hinges-at-home-2"]
    assert session.route.find("hinges-at-home-2/other", 1, 1) is not None


def test_links_lead_into_ones_own_pack_first(session: Session, home: Path) -> None:
    show_pack(session, home)
    inside, route = session.spot, session.route
    assert route.linked("other", inside) == Spot(inside.lesson + 1)
    assert route.linked("what-is-a-hinge", inside) == Spot()
    assert route.linked("other", Spot()) is None


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (None, "There is no lesson pack"),
        ({"a.md": b""}, "there is no pack.toml in it"),
        ({**FILES, "pack.toml": b"format = 1\ntitle\n"}, "pack.toml:2: a name without a value"),
        ({**FILES, "01-small.md": b""}, "could be opened: 01-small.md:1: the file is empty"),
    ],
)
def test_what_cannot_be_opened_is_a_sentence_and_nothing_changes(
    files: dict[str, bytes] | None, said: str, session: Session, tmp_path: Path
) -> None:
    if files is not None:
        folder(tmp_path / "bad", files)
    show_pack(session, tmp_path / "bad")
    assert said in session.notice
    assert (session.spot, packs(session), session.settings.packs) == (Spot(), [], ())


def test_good_lessons_open_beside_a_broken_one(session: Session, tmp_path: Path) -> None:
    show_pack(session, folder(tmp_path / "home", BROKEN))
    assert "is open: 1 lesson. Not all of “Hinges at home” could be opened: 02-other.md:126: " in (
        session.notice
    )
    assert session.lesson.id == "hinges-at-home/small"


def test_a_title_with_signs_of_ours_is_said_as_it_is(session: Session, tmp_path: Path) -> None:
    head = HEAD.replace("Hinges at home", "%2 %1 of all").encode()
    show_pack(session, folder(tmp_path / "home", {**FILES, "pack.toml": head}))
    assert session.notice == "The lesson pack “%2 %1 of all” by Ann is open: 1 lesson."


# ── remembered ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def data(tmp_path: Path) -> Path:
    memory = Memory(tmp_path / "data")
    memory.keep_settings(READ)
    return tmp_path / "data"


def started(data: Path, hands: Hands) -> Session:
    return open_session(Memory(data), now=hands)


def test_packs_open_again_next_time_at_the_same_place(
    qapp: QApplication, home: Path, data: Path, hands: Hands
) -> None:
    assert qapp
    session = started(data, hands)
    show_pack(session, home)
    session.go(session.route.find("hinges-at-home/other", 2, 2))
    session.end()
    kept = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    assert kept["packs"] == [str(home)]
    again = started(data, hands)
    assert again.lesson.id == "hinges-at-home/other"
    assert (again.spot.step, again.spot.build) == (1, 1)
    assert again.notice == ""
    close_pack(again)
    again.end()
    assert started(data, hands).route.packs == ()


def test_a_pack_that_is_gone_is_said_once(
    qapp: QApplication, home: Path, data: Path, hands: Hands
) -> None:
    assert qapp
    session = started(data, hands)
    show_pack(session, home)
    session.end()
    shutil.rmtree(home)
    again = started(data, hands)
    assert again.notice == f"The lesson pack {home} is gone; open it again once it is back."
    assert again.spot == Spot()
    again.end()
    assert started(data, hands).notice == ""


def test_a_pack_that_is_broken_today_is_said_and_kept(
    qapp: QApplication, home: Path, data: Path, hands: Hands
) -> None:
    assert qapp
    session = started(data, hands)
    show_pack(session, home)
    session.end()
    (home / "pack.toml").write_bytes(b"format = 1\n")
    again = started(data, hands)
    assert "pack.toml:1: title is missing" in again.notice
    again.end()
    (home / "pack.toml").write_bytes(TWO["pack.toml"])
    assert packs(started(data, hands)) == ["hinges-at-home"]


@pytest.mark.parametrize("packs_kept", [3, "home", [3, None], {"a": 1}])
def test_settings_with_other_packs_do_no_harm(packs_kept: object, data: Path) -> None:
    kept = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    (data / "settings.json").write_text(json.dumps({**kept, "packs": packs_kept}))
    assert Memory(data).settings.packs == ()


# ── in the window ────────────────────────────────────────────────────────────────────────────────


def labels(window: Window) -> list[str]:
    return [each.text() for each in window.learn.lesson.findChildren(QLabel) if each.isVisible()]


def test_the_menu_asks_for_a_pack_and_leads_back(
    window: Window, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = window.commands.run
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    run("open_pack")
    assert packs(window.session) == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(home / "pack.toml"), ""))
    run("open_pack")
    settle()
    assert "Hinges at home · LESSON 1 OF 2" in labels(window)
    assert window.windowTitle() == "A small lesson"
    run("leave_pack")
    assert not window.session.in_pack
    run("close_pack")
    assert packs(window.session) == ["hinges-at-home"], "nothing to close outside of a pack"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(home / "pack.toml"), ""))
    run("open_pack")
    run("close_pack")
    assert packs(window.session) == []


def test_the_lists_show_a_pack_as_a_group(window: Window, tmp_path: Path) -> None:
    from hinge_tutor.app.course_rows import course_rows

    show_pack(window.session, folder(tmp_path / "home", BROKEN))
    rows, present = course_rows(window.session, {})
    assert [row.words for row in rows] == [
        "1   What is a hinge?",
        "1   A small lesson",
        "Hinges at home",
    ]
    assert rows[present].note.startswith("Hinges at home · ")
    assert not rows[2].possible
    assert "02-other.md:126: " in rows[2].note


def test_a_pack_opens_from_the_start_without_a_dialog(opened: Opened, home: Path) -> None:
    memory = Memory(None)
    memory.settings = Settings(health_note_read=True, packs=(str(home),))
    window = opened(memory=memory)
    assert [pack.title for pack in window.session.route.packs] == ["Hinges at home"]
    assert isinstance(window.session.route.packs[0], Pack)


def test_every_build_of_a_pack_is_shown_and_its_pictures_with_it(
    window: Window, tmp_path: Path
) -> None:
    lesson = LESSON.replace("A hinge.", "A hinge. ![hips](pictures/hips.png)").encode()
    show_pack(window.session, folder(tmp_path / "home", {**FILES, "01-small.md": lesson}))
    (tmp_path / "home/pictures/hips.png").unlink()
    session = window.session
    text = window.learn.lesson.findChild(QLabel)
    assert text is not None
    while True:
        settle()
        after = session.route.after(session.spot)
        if after is None:
            break
        session.go(after)
    assert session.lesson.id == "hinges-at-home/small"
