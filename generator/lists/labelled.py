"""Rare fields in one cell: a line for each that is there, with its label (报经批准：有批准权的人民政府)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.library import Library
from generator.lists.codecs import Free
from generator.lists.layout import Cell, Codec


@dataclass(frozen=True, slots=True)
class Labelled(Free):
    """Several fields of the same part.

    Attributes:
        parts: field, label, codec.
    """

    parts: Sequence[tuple[str, str, Codec]]

    def write(self, library: Library, value: Any) -> str:
        """The lines of those fields that hold anything."""
        lines = []
        for field, label, codec in self.parts if value else ():
            if value.get(field):
                lines.append(f"{label}：{codec.write(library, value[field])}")
        return "\n".join(lines)

    def read(self, cell: Cell, text: str) -> Any:
        """Field → value."""
        known = {label: (field, codec) for field, label, codec in self.parts}
        found: dict[str, Any] = {}
        lines: list[list[str]] = []
        for line in text.split("\n"):
            label, colon, rest = line.strip().replace(":", "：", 1).partition("：")
            if colon and label.strip() in known:
                lines.append([label.strip(), rest])
            elif lines:
                lines[-1][1] += f"\n{line}"
            elif line.strip():
                cell.wrong(
                    f"“{line.strip()[:30]}”前面没有写是什么", f"每行写成“名称：内容”，名称有：{'、'.join(known)}。"
                )
        for label, rest in lines:
            field, codec = known[label]
            value = codec.read(cell, rest.strip()) if rest.strip() else None
            if value is not None:
                found[field] = value
        return found
