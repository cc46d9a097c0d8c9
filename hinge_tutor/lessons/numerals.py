"""Numbers as people of a language write them: which sign stands before the decimals."""

from __future__ import annotations

from collections.abc import Mapping

# What Python writes.
POINT = "."


class Numeral(float):
    """A number that any format writes as people do, with a language's sign before its decimals."""

    mark: str

    def __new__(cls, value: float, mark: str) -> Numeral:
        made = super().__new__(cls, value)
        made.mark = mark
        return made

    def __format__(self, form: str) -> str:
        return signed(super().__format__(form)).replace(POINT, self.mark)


def signed(number: str) -> str:
    """A number as people write it: `−3`, and where it has a plus, `+3`; a zero has no sign."""
    return number.lstrip("+-") if float(number) == 0 else number.replace("-", "−")


def written(value: float, form: str, mark: str) -> str:
    """A number in a format such as `.1f`: `8.3`, `−2`, with a comma `8,3`."""
    return signed(f"{value:{form}}").replace(POINT, mark)


def in_numerals(values: Mapping[str, float | str], mark: str) -> Mapping[str, float | str]:
    """Values for a sentence, whose numbers are then written with that sign."""
    return {
        name: Numeral(value, mark) if isinstance(value, float) else value
        for name, value in values.items()
    }
