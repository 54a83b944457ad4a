"""Marks: the line and column of every value in a YAML document.

A mark tree runs beside the plain value: ``(line, column, children)``, where children is a dict for a mapping, a list for
a sequence and None for a scalar.  It is compact because a content tree holds hundreds of thousands of values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.problems import Place

#: (line from 1, column from 1, children)
Mark = tuple[int, int, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """A plain value with the marks of all its parts.

    Attributes:
        value: dict, list, str, int, float, bool, date or None.
        file: path relative to the project.
        mark: mark tree of the same shape as ``value``.
    """

    value: Any
    file: str
    mark: Mark

    @property
    def at(self) -> Place:
        """Where the value begins."""
        return Place(self.file, self.mark[0], self.mark[1])

    def place(self, path: Sequence[str | int]) -> Place:
        """Where the part at ``path`` begins; of a path that leads nowhere, the nearest part that exists."""
        mark = self.mark
        for key in path:
            children = mark[2]
            try:
                mark = children[key]
            except (KeyError, IndexError, TypeError):
                break
        return Place(self.file, mark[0], mark[1])

    def key_place(self, path: Sequence[str | int]) -> Place:
        """Where the key (not the value) of the last step of ``path`` stands; used for unknown fields."""
        place = self.place(path)
        if path and isinstance(path[-1], str):
            keys = self._children(path[:-1]).get(("key", path[-1]))
            if keys:
                return Place(self.file, keys[0], keys[1])
        return place

    def child(self, key: str | int) -> "Marked":
        """The part under ``key``.  Raises KeyError or IndexError where there is none."""
        return Marked(self.value[key], self.file, self.mark[2][key])

    def _children(self, path: Sequence[str | int]) -> dict[Any, Any]:
        mark = self.mark
        for key in path:
            try:
                mark = mark[2][key]
            except (KeyError, IndexError, TypeError):
                return {}
        return mark[2] if isinstance(mark[2], dict) else {}
