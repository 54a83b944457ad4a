"""The kinds of content: one file per kind, the model and nothing else.

``kinds()`` lists them by name of module.  To add a kind, add a file that defines a model and ``KIND``.
"""

import sys

from generator import registry
from generator.kinds._base import Basis, BasisValue, Kind, Model, Record, RefTo

__all__ = ["Basis", "BasisValue", "Kind", "Model", "Record", "RefTo", "kinds"]


def kinds() -> tuple[Kind, ...]:
    """All kinds, in order of module name."""
    return registry.constants(sys.modules[__name__], "KIND", Kind)
