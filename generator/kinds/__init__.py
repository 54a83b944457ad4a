"""The kinds of content: one file per kind, the model and nothing else.

``kinds()`` lists them by name of module.  To add a kind, add a file that defines a model and ``KIND``.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.kinds._base import Basis, BasisValue, Confirmed, Model, Record, RefTo
from generator.kinds._kind import Kind, No
from generator.registry import Slot

__all__ = ["KINDS", "Basis", "BasisValue", "Confirmed", "Kind", "Model", "No", "Record", "RefTo", "kind_named", "kinds"]


KINDS = Slot("pufa.kinds", "generator.kinds", "KIND", Kind, key="name")


def kinds() -> tuple[Kind, ...]:
    """All kinds, those of the house in order of module name, then those of other packages."""
    return tuple(_by_name().values())


def kind_named(name: str) -> Kind:
    """The kind with this name.  Raises KeyError where there is none."""
    return _by_name()[name]


@cache
def _by_name() -> Mapping[str, Kind]:
    return MappingProxyType({kind.name: kind for kind in KINDS.all()})
