"""A screen reader is told of every page what stands there, and how it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QSlider

from .conftest import Opened
from .test_access import unnamed
from .test_keyboard import PAGES, stand


@pytest.mark.whole_course
@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_every_page_has_a_name_a_role_and_its_state(
    opened: Opened, page: str
) -> None:
    window = opened((1280, 900))
    stand(window, page)
    assert unnamed(window) == []
    for button in window.findChildren(QAbstractButton):
        face = QAccessible.queryAccessibleInterface(button)
        if button.isVisible() and button.isCheckable():
            assert bool(face.state().checked) == button.isChecked()
    for slider in window.findChildren(QSlider):
        if slider.isVisible():
            value = QAccessible.queryAccessibleInterface(slider).valueInterface()
            assert value.currentValue() == slider.value()
            assert value.minimumValue() < value.maximumValue()
