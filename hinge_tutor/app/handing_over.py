"""How a window takes the place of another one: where it stands, and what is open in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from hinge_tutor.app.chrome_words import tr

if TYPE_CHECKING:
    from hinge_tutor.app.card_keeping import HandedOver as Clients
    from hinge_tutor.app.clinic import HandedOver as Sitting
    from hinge_tutor.app.photo import HandedOver as Photographed
    from hinge_tutor.app.presenting import Kept
    from hinge_tutor.app.recording_pane import HandedOver as Recorded
    from hinge_tutor.app.sandbox import Sandbox
    from hinge_tutor.app.window import Window

Part = tuple[str, int]


@dataclass(frozen=True)
class Arranged:
    """What a window leaves to the next one; everything else is the session's.

    `sandbox` is None where nobody has made up figures, `presented` where nobody presents, `clinic`
    where nobody looks for a fault, `clients` where nobody has opened Train, `photographed` where
    there is no photo, `recorded` where there is no recording, be it shown or set aside.
    """

    place: QRect
    state: Qt.WindowState
    presented: Kept | None
    bare: bool
    posing: bool
    handle: Part | None
    picked: Part | None
    sandbox: Sandbox | None
    drawer: bool
    technique: bool
    deck: bool
    clinic: Sitting | None
    train: bool
    clients: Clients | None
    photo: bool
    photographed: Photographed | None
    recorded: Recorded | None
    preferences: bool
    health: bool


def put_down(window: Window) -> Arranged:
    """What is open in a window; what it lent the session is given back."""
    posing, inspector = window.learn.posing, window.inspector
    if window.drawer.known is not None:
        # A slider that is still held has said all that it will.
        window.drawer.known.release()
    arranged = Arranged(
        window.normalGeometry() if window.windowState() else window.geometry(),
        window.windowState(),
        window.presentation.put_down(),
        window.bare,
        posing.on,
        posing.chosen,
        inspector.picked,
        window.drawer.known,
        window.drawer.is_open,
        window.learn.shows_technique,
        window.learn.shows_deck,
        window.learn.clinic.clinic.put_down() if window.learn.shows_clinic else None,
        window.train.shown,
        window.train.put_down(),
        window.learn.shows_photo,
        window.learn.photo.photo.put_down() if window.learn.shows_photo else None,
        window.learn.recorded(),
        window.desk.shows("preferences"),
        window.desk.shows("health"),
    )
    if posing.on:
        posing.switch(False)
    inspector.close()
    said = window.session.notice
    window.learn.end()
    window.train.close()
    if arranged.photographed is not None:
        # A photo that goes on is not forgotten.
        window.session.say(said)
    return arranged


def put_away(window: Window) -> None:
    """Lets go of a window whose place another one takes; the session goes on there."""
    window.presentation.end()
    if window.errands.running:
        window.errands.stop()
        window.session.say(tr("The file that was on its way was not made. Ask for it once more."))
    window.inspector.end()
    window.drawer.end()
    # Hidden, it has no timer alive any more.
    window.hide()
    window.deleteLater()


def take_up(window: Window, arranged: Arranged) -> None:
    """Shows a new window as the one before stood."""
    window.setGeometry(arranged.place)
    window.setWindowState(arranged.state)
    window.set_bare(arranged.bare)
    window.show()
    if arranged.sandbox is not None:
        window.drawer.sandbox.go_on_from(arranged.sandbox)
    if arranged.drawer:
        window.drawer.toggle()
    if arranged.technique:
        window.learn.open_technique()
    if arranged.deck:
        window.learn.open_deck()
    if arranged.clinic is not None:
        window.learn.open_clinic()
        window.learn.clinic.clinic.take_up(arranged.clinic)
    _take_up_clients(window, arranged)
    if arranged.posing:
        window.learn.posing.switch(True)
        window.learn.posing.choose(arranged.handle)
    if arranged.picked is not None:
        window.inspector.pick(*arranged.picked)
    if arranged.presented is not None:
        window.presentation.start(False, arranged.presented)
    if arranged.preferences:
        window.desk.preferences()
    if arranged.health:
        window.desk.health_note()


def _take_up_clients(window: Window, arranged: Arranged) -> None:
    """A client's photo or recording, and whoever is in front of a trainer."""
    if arranged.recorded is not None:
        window.learn.go_on_with(arranged.recorded)
    if arranged.photo:
        window.learn.open_photo()
    if arranged.photographed is not None:
        window.learn.photo.photo.take_up(arranged.photographed)
    if arranged.clients is not None:
        window.train.training.take_up(arranged.clients)
    if arranged.train:
        window.train.open()
