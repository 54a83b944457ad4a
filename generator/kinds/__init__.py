"""The kinds of content: one file per kind, the model and nothing else.

``KINDS`` lists them by name of module.  To add a kind, add a file that defines a model and ``KIND``.
"""

from generator import registry
from generator.kinds._base import Basis, BasisValue, Kind, Model, Record, RefTo

__all__ = ["Basis", "BasisValue", "Kind", "Model", "Record", "RefTo", "kinds"]


def kinds() -> tuple[Kind, ...]:
    """All kinds, in order of module name."""
    import generator.kinds as package

    return registry.constants(package, "KIND", Kind)
