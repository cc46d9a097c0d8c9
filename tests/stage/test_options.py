"""What is shown is one small value that can be changed, walked through and put back."""

from __future__ import annotations

import pytest

from hinge_tutor.stage.options import LAYERS, Options, next_preset


@pytest.mark.parametrize("layer", LAYERS)
def test_a_switch_turned_twice_is_where_it_was(layer: str) -> None:
    options = Options(frozenset({"muscles", "angles"}), highlight="hip")
    assert options.switched(layer) != options
    assert options.switched(layer).switched(layer) == options


def test_a_name_that_is_no_layer_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match="muscles, bones"):
        Options().switched("muscels")


def test_one_key_walks_through_the_presets_and_around() -> None:
    options = Options()
    names = []
    for _ in range(5):
        names.append(options.preset_name)
        options = next_preset(options)
    assert names == ["look", "shape", "muscles", "load", "look"]


def test_from_layers_of_ones_own_the_walk_starts_anew() -> None:
    assert next_preset(Options(frozenset({"angles"}))).preset_name == "look"
