"""The body of a figure: whose proportions, known bodies, and a slider for each entry."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.sandbox import Sandbox
from hinge_tutor.app.sandbox_section import Buttons, Section
from hinge_tutor.app.units import entry_scale
from hinge_tutor.app.value_row import ValueRow
from hinge_tutor.body.population import below
from hinge_tutor.body.specification import (
    ENTRIES,
    Sex,
    Specification,
    parse_specification,
    presets,
)
from hinge_tutor.lessons.trying import specified, with_body, with_entry, with_sex


class BodySection(Section):
    """Every change counts at once."""

    def __init__(self, sandbox: Sandbox, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Body"), parent)
        self._sandbox = sandbox
        words = sandbox.session.words
        self._sexes = Buttons()
        for sex in get_args(Sex):
            self._sexes.add(words.sex(sex), words.sex(sex), partial(self.on_sex, sex), switch=True)
        self._known = Buttons()
        self._presets = {name: parse_specification(name) for name in presets()}
        for name in self._presets:
            said = words.preset_body(name)
            spoken = self.tr("Known body: %1").replace("%1", said)
            self._known.add(said, spoken, partial(self.on_preset, name), switch=True)
        self._units = sandbox.session.settings.units
        self.rows: dict[str, ValueRow] = {}
        self._share = Buttons()
        self._shared = self._share.add(
            self.tr("One body for all figures"),
            self.tr("One body for all figures"),
            self.on_share,
            switch=True,
        )
        self.column.addWidget(self._share)
        self.column.addWidget(self._sexes)
        for entry in ENTRIES:
            row = ValueRow(words.body_entry(entry), entry_scale(entry, self._units))
            row.moved.connect(partial(self.on_moved, entry))
            row.released.connect(sandbox.release)
            self.rows[entry] = row
            self.column.addWidget(row)
        self.column.addWidget(self._known)

    def refresh(self) -> None:
        cast, session = self._sandbox.cast, self._sandbox.session
        if cast is None:
            return
        body = specified(cast)
        if session.settings.units != self._units:
            self._units = session.settings.units
            for entry, row in self.rows.items():
                row.set_scale(entry_scale(entry, self._units))
        for entry, row in self.rows.items():
            share = below(body, entry)
            note = "" if share is None else session.words.among_people(entry, body.sex, share)
            row.show_value(getattr(body, ENTRIES[entry].field), note)
        self._share.setVisible(len(self._sandbox.scene) > 1)
        self._shared.setChecked(self._sandbox.one_body)
        self._sexes.show_on([sex == body.sex for sex in get_args(Sex)])
        self._known.show_on([_same(body, known) for known in self._presets.values()])

    def on_moved(self, entry: str, value: float, held: bool) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change_body(with_entry(cast, entry, value), entry, held)
        self.refresh()

    def on_sex(self, sex: Sex) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change_body(with_sex(cast, sex))
        self.refresh()

    def on_preset(self, name: str) -> None:
        if (cast := self._sandbox.cast) is not None:
            self._sandbox.change_body(with_body(cast, self._presets[name]))
        self.refresh()

    def on_share(self) -> None:
        self._sandbox.share_body(not self._sandbox.one_body)
        self.refresh()


def _same(one: Specification, other: Specification) -> bool:
    """Whether two bodies are one, whatever they are called."""
    return replace(one, name="") == replace(other, name="")
