"""Results that depend on the library alone, worked out once and kept with it: rules ask the same thing thousands of times."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from generator.library.model import Library

P = ParamSpec("P")
T = TypeVar("T")

_KEPT = "_kept"


def once(make: Callable[Concatenate[Library, P], T]) -> Callable[Concatenate[Library, P], T]:
    """Decorate a function of the library, and of values that can be hashed: it runs once for each library and values.

    The library never changes, so neither does the result; it lives as long as the library.  Callers share the result and
    don't change it.
    """

    @wraps(make)
    def remembered(library: Library, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kept = library.__dict__.setdefault(_KEPT, {})
        asked = (make, args, *sorted(kwargs.items()))
        if asked not in kept:
            kept[asked] = make(library, *args, **kwargs)
        found: T = kept[asked]
        return found

    return remembered
