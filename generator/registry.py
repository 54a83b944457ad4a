"""Discovery: a folder holds one module per thing, each with one constant, and this finds them.

A new kind, rule, format, page or command is a new file and no change elsewhere.
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def constants(package: ModuleType, name: str, of: type[T]) -> tuple[T, ...]:
    """Collect the constant ``name`` of every module in ``package``, in order of module name.

    Args:
        package: the imported package to look through, not below its first level.
        name: the constant each module must define.
        of: the type that the constant must have.

    Raises:
        TypeError: a module has no such constant, or one of another type.
    """
    found = []
    for module in _modules(package.__name__):
        value = getattr(module, name, None)
        if not isinstance(value, of):
            raise TypeError(f"{module.__name__} must define {name} as a {of.__name__}")
        found.append(value)
    return tuple(found)


@cache
def _modules(package: str) -> tuple[ModuleType, ...]:
    root = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(root.__path__) if not info.name.startswith("_"))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)
