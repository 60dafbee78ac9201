"""Values that must never be printed: receipts, typed words, paths, passphrases.

Room: reporting/client. `repr` and `str` show nothing, so no log, trace or failing assertion can carry one by mistake.
"""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Hidden(Generic[T]):
    """One value that only `reveal()` gives back. Equal when what it holds is equal."""

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value = value

    def reveal(self) -> T:
        """The value itself. Call it where it is used, never where something is printed."""
        return self._value

    def __repr__(self) -> str:
        return "Hidden()"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hidden) and bool(self._value == other._value)

    def __hash__(self) -> int:
        return hash((Hidden, self._value))

    def __bool__(self) -> bool:
        return bool(self._value)

    def __reduce__(self) -> str:
        raise TypeError("a hidden value is not pickled")
