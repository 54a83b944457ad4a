"""Results that depend on the library alone, worked out once and kept with it: rules ask the same thing thousands of times."""

from collections.abc import Callable
from typing import TypeVar, cast

from generator.library import Library

T = TypeVar("T")

_KEPT = "_questions_kept"


def once(library: Library, name: str, make: Callable[[], T]) -> T:
    """The result of ``make``, worked out at the first call for this library and ``name``.

    The library never changes, so neither does the result; it lives as long as the library.
    """
    kept = library.__dict__.setdefault(_KEPT, {})
    if name not in kept:
        kept[name] = make()
    return cast("T", kept[name])
