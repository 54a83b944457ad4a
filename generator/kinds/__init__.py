"""The kinds of content: one file per kind, the model and nothing else.

``kinds()`` lists them by name of module.  To add a kind, add a file that defines a model and ``KIND``.
"""

from generator.kinds._base import Basis, BasisValue, Confirmed, Model, Record, RefTo
from generator.kinds._kind import Kind, No
from generator.registry import Slot

__all__ = ["KINDS", "Basis", "BasisValue", "Confirmed", "Kind", "Model", "No", "Record", "RefTo", "kind_named", "kinds"]


KINDS = Slot("pufa.kinds", "generator.kinds", "KIND", Kind, key="name")


def kinds() -> tuple[Kind, ...]:
    """All kinds, those of the house in order of module name, then those of other packages."""
    return KINDS.all()


def kind_named(name: str) -> Kind:
    """The kind with this name.  Raises KeyError where there is none."""
    return {kind.name: kind for kind in kinds()}[name]
