"""Roles for widgets that paint themselves: what a screen reader says they are."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

# Qt does not keep the interfaces that Python makes; a freed one crashes the next question.
_interfaces: dict[int, QAccessibleInterface] = {}
_roles: dict[int, Role] = {}
_installed: list[bool] = []


def give_role(widget: QWidget, role: Role, name: str) -> None:
    """Says what `widget` is and how it is called."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)
    key = id(widget)
    _roles[key] = role
    widget.setAccessibleName(name)
    widget.destroyed.connect(lambda: _forget(key))


def _forget(key: int) -> None:
    _roles.pop(key, None)
    _interfaces.pop(key, None)


def _interface(_class: str, thing: QObject | None) -> QAccessibleInterface | None:
    key = id(thing)
    if not isinstance(thing, QWidget) or key not in _roles:
        return None
    if key not in _interfaces:
        _interfaces[key] = QAccessibleWidget(thing, _roles[key])
    return _interfaces[key]


def announce(widget: QWidget, sentence: str) -> None:
    """Has a screen reader say `sentence` when it is idle."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
