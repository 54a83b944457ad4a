"""Records written into the YAML in which they stand: only the lines of a record change, its comments and order stay.

ruamel.yaml reads and writes one record at a time; whatever lies between records is not touched at all.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from generator.lists.layout import Data
from generator.lists.yaml_shared import Anchored, anchor_of, edited_yaml, keep_anchors, unshared, written_lines

_ITEM = re.compile(r"^(?P<indent> *)- ")
#: A list of texts that is no longer than this stands on one line.
_LINE = 100


class NotEdited(Exception):
    """Why a file can't be written into, in Chinese."""


class RecordsFile:
    """The text of a file of records, while it is edited.

    Args:
        text: as it stands.
        lines: id of each record → the line, from 1, on which it begins.
        defaults: what the file says of all its records.
        unsaid: for each field of a record what it holds where nothing is said; None of one that is not named here.
    """

    def __init__(
        self, text: str, lines: Mapping[str, int], defaults: Data, unsaid: Mapping[str, Any] | None = None
    ) -> None:
        self._end = "\r\n" if "\r\n" in text else "\n"
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._starts = {id: line - 1 for id, line in lines.items()}
        self._defaults = defaults
        self._unsaid = unsaid or {}

    @property
    def text(self) -> str:
        """As it is now."""
        return self._end.join(self._lines)

    def holds(self, id: str) -> bool:
        """Whether a record stands in the file."""
        return id in self._starts

    def change(self, id: str, data: Data, fields: Sequence[str], order: Sequence[str]) -> None:
        """Set fields of a record; those that ``data`` does not hold are taken out.

        Args:
            order: all fields in the order in which people write them.

        Raises:
            NotEdited: the record stands in a form that can't be edited.
        """
        first, last, indent = self._span(id)
        block = [line[indent:] for line in self._lines[first:last]]
        anchored = Anchored(self._lines)
        before, whole = _loaded(block, anchored.used_in(block))
        record = whole["r"][0]
        for name in fields:
            self._set(record, name, data.get(name), order)
        made = _kept(block, before, _dumped(whole))
        self._replace(first, last, indent, made)
        self._moved(anchored, block, made, first + len(made))

    def add(self, after: str, data: Data) -> None:
        """Put a new record behind another."""
        first, last, indent = self._span(after)
        said = {name: value for name, value in data.items() if self._defaults.get(name) != value}
        # what the others have in common is not said of it
        said |= {name: self._unsaid.get(name) for name in self._defaults if name not in data}
        record = CommentedMap((name, _styled(value)) for name, value in said.items())
        blank = [""] if first and not self._lines[first - 1].strip() else []  # records here stand apart
        self._replace(last, last, indent, [*blank, *_dumped({"r": [record]})])
        self._starts[str(data["id"])] = last + len(blank)

    def append(self, data: Data) -> None:
        """Put a record behind everything, in a file that holds none yet or only such."""
        while self._lines and not self._lines[-1].strip():
            self._lines.pop()
        self._starts[str(data["id"])] = len(self._lines)
        record = CommentedMap((name, _styled(value)) for name, value in data.items())
        self._lines += [*_dumped({"r": [record]}), ""]

    def remove(self, id: str) -> None:
        """Take a record out, with the blank line before it where there is one on either side."""
        first, last, indent = self._span(id)
        if first and not self._lines[first - 1].strip() and (last == len(self._lines) or not self._lines[last].strip()):
            first -= 1
        anchored, block = Anchored(self._lines), self._lines[first:last]
        self._replace(first, last, indent, [])
        del self._starts[id]
        self._moved(anchored, block, (), first)

    def _moved(self, anchored: "Anchored", before: Sequence[str], after: Sequence[str], line: int) -> None:
        """Let values that others share, and that stood in lines which changed, stand where they are used next."""
        for name in anchored.names_in(before) - anchored.names_in(after):
            for at in range(line, len(self._lines)):
                if (lines := anchored.written(name, self._lines[at])) is not None:
                    self._lines[at : at + 1] = lines
                    self._starts = {id: n + len(lines) - 1 if n > at else n for id, n in self._starts.items()}
                    break

    def _set(self, record: CommentedMap, name: str, value: Any, order: Sequence[str]) -> None:
        """Let a record say a value: nothing where the file says the same of all, what means nothing where it says another."""
        default = self._defaults.get(name)
        if value is None and default is not None:
            value = self._unsaid.get(name)
        if value == default:
            record.pop(name, None)
        elif name in record:
            record[name] = _merged(record[name], value)
        else:
            ranks = {field: rank for rank, field in enumerate(order)}
            place = sum(ranks.get(key, len(ranks)) < ranks.get(name, len(ranks)) for key in record)
            record.insert(place, name, _styled(value))

    def _span(self, id: str) -> tuple[int, int, int]:
        """First line, line after the last, and columns before the dash."""
        first = self._starts[id]
        item = _ITEM.match(self._lines[first])
        if item is None:
            raise NotEdited(f"第 {first + 1} 行的写法不是一条一段的列表，不能自动改")
        indent, last = len(item["indent"]), first + 1
        end = last
        while end < len(self._lines):
            line = self._lines[end]
            bare = line.lstrip(" ")
            if bare and not bare.startswith("#") and len(line) - len(bare) <= indent:
                break
            end += 1
            if bare and not bare.startswith("#"):
                last = end
        return first, last, indent

    def _replace(self, first: int, last: int, indent: int, block: Sequence[str]) -> None:
        made = [" " * indent + line if line else "" for line in block]
        self._lines[first:last] = made
        moved = len(made) - (last - first)
        self._starts = {id: line + moved if line >= last else line for id, line in self._starts.items()}


def _loaded(block: Sequence[str], shared: Sequence[str]) -> tuple[list[str], CommentedMap]:
    """The document of a block, its record under ``r`` behind the values that it shares, and the lines that it is written back as."""
    # a list at the left edge would be set in by two columns: it is read, and written, as the value of a key
    wrapped = "\n".join([*shared, "r:", *(f"  {line}" if line else "" for line in block)]) + "\n"
    try:
        whole = edited_yaml().load(wrapped)
        record = whole["r"][0]
    except (YAMLError, TypeError, KeyError, IndexError) as error:
        raise NotEdited(f"这条记录不能单独读（{type(error).__name__}）：它用了锚点，或者写法特别") from None
    if not isinstance(record, CommentedMap):
        raise NotEdited("这条记录不是字段表")
    keep_anchors(whole)
    return _dumped(whole), whole


def _dumped(whole: Mapping[str, Any]) -> list[str]:
    """The lines of what stands under ``r``."""
    lines = written_lines(whole)
    return [line[2:] for line in lines[lines.index("r:") + 1 :]]


def _kept(source: Sequence[str], before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The lines after a change, those that did not change as the source has them, however it writes them."""
    if len(source) != len(before):
        return list(after)
    found: list[str] = []
    for sort, start, end, first, last in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        found += source[start:end] if sort == "equal" else after[first:last]
    return found


def _merged(old: Any, new: Any) -> Any:
    """The new value in the form of the old one: parts that are the same stay as they are written, a value that others share too."""
    if old == new:
        return old
    if anchor_of(old):
        return _merged(unshared(old), new)
    if isinstance(old, CommentedMap) and isinstance(new, dict):
        for name in [name for name in old if name not in new]:
            del old[name]
        for name, value in new.items():
            old[name] = _merged(old[name], value) if name in old else _styled(value)
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list):
        if new and all(isinstance(one, dict) for one in [*old, *new]):
            return _merged_parts(old, new)
        kept = {str(one): one for one in old if isinstance(one, str)}
        made = CommentedSeq(kept.get(one, one) if isinstance(one, str) else _styled(one) for one in new)
        if old.fa.flow_style():
            made.fa.set_flow_style()
        return made
    return new


def _merged_parts(old: CommentedSeq, new: Sequence[Data]) -> CommentedSeq:
    """The parts of a list, those that stay with their comments, new ones among them, others gone."""
    if len(old) == len(new):
        for place, value in enumerate(new):
            old[place] = _merged(old[place], value)
        return old
    steps = difflib.SequenceMatcher(None, [_face(one) for one in old], [_face(one) for one in new], autojunk=False)
    for _, start, end, first, last in reversed(steps.get_opcodes()):
        both = min(end - start, last - first)
        for n in range(both):
            old[start + n] = _merged(old[start + n], new[first + n])
        for place in range(end - 1, start + both - 1, -1):
            del old[place]
        for n, value in enumerate(new[first + both : last]):
            old.insert(start + both + n, _styled(value))
    return old


def _face(part: Data) -> str:
    """By what a part is known again: its id, or all that it says."""
    return str(part.get("id") or sorted(part.items(), key=str))


def _styled(value: Any) -> Any:
    """A value in the form that people give it: short lists of texts on one line, parts with fields a line each."""
    if isinstance(value, dict):
        made = CommentedMap((name, _styled(part)) for name, part in value.items())
        if not any(isinstance(part, dict | list) for part in value.values()) and len(str(value)) <= _LINE:
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        listed = CommentedSeq(_styled(part) for part in value)
        if all(isinstance(part, str) for part in value) and sum(len(part) + 2 for part in value) <= _LINE:
            listed.fa.set_flow_style()
        return listed
    return value
