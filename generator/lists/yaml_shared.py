"""Values that records of a file share by anchors (&name, *name): a change of one record leaves the others as they are."""

import copy
import io
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

_LONGEST = 10**6
_DEFINED = re.compile(r"(?<=[\s:\[{,-])&([\w-]+)")
_USED = re.compile(r"(?<=[\s:\[{,-])\*([\w-]+)")
#: A line of which the value is one that is shared.
_LINE = re.compile(r"^(?P<before>\s*(?:- +)*)(?P<key>\w+): +\*(?P<name>[\w-]+)\s*$")


class _Written(RoundTripRepresenter):
    """Writes ``null`` where nothing is said: a name with nothing behind it looks forgotten."""

    def represent_none(self, data: None) -> ScalarNode:
        """The word."""
        return self.represent_scalar("tag:yaml.org,2002:null", "null")


_Written.add_representer(type(None), _Written.represent_none)


def edited_yaml() -> YAML:
    """How files of records are read and written back."""
    yaml = YAML()
    yaml.Representer = _Written
    yaml.preserve_quotes = True
    yaml.width = _LONGEST
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def anchor_of(value: Any) -> str:
    """The name under which a value is shared; empty where it is not."""
    anchor = getattr(value, "anchor", None)
    return str(getattr(anchor, "value", None) or "")


def keep_anchors(value: Any) -> None:
    """Let names of shared values be written although nothing that is written here uses them."""
    for one in _nodes(value):
        if name := anchor_of(one):
            one.yaml_set_anchor(name, always_dump=True)


def unshared(value: Any) -> Any:
    """A value of its own that says the same, written the same."""
    own = copy.deepcopy(value)
    for one in _nodes(own):
        if anchor_of(one):
            one.anchor.value = None
    return own


def _nodes(value: Any) -> Iterator[Any]:
    yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(part)


class Anchored:
    """The shared values of a file.

    Args:
        lines: of the file as it stands.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines)

    @cached_property
    def _values(self) -> dict[str, Any]:
        """Name → value, in the order of the file."""
        if not _DEFINED.search(self._text):
            return {}
        try:
            whole = edited_yaml().load(self._text)
        except YAMLError:
            return {}
        keep_anchors(whole)
        return {anchor_of(one): one for one in _nodes(whole) if anchor_of(one)}

    def names_in(self, lines: Sequence[str]) -> set[str]:
        """Names that lines give to values."""
        return {name for line in lines for name in _DEFINED.findall(line)} if lines else set()

    def used_in(self, block: Sequence[str]) -> list[str]:
        """Lines that define, for a document of its own, what a block uses and does not define."""
        used = {name for line in block for name in _USED.findall(line)} - self.names_in(block)
        if not used & set(_DEFINED.findall(self._text)):
            return []
        own = self.names_in(block)
        return written_lines({"d": [value for name, value in self._values.items() if name not in own]})

    def written(self, name: str, line: str) -> list[str] | None:
        """A line that uses a value, with the value itself under its name; None of another line."""
        found = _LINE.match(line)
        if found is None or found["name"] != name or name not in self._values:
            return None
        first, *others = written_lines({found["key"]: self._values[name]})
        room = " " * len(found["before"])
        return [f"{found['before']}{first}", *(f"{room}{one}" if one else "" for one in others)]


def written_lines(value: Any) -> list[str]:
    """The lines that a document is written as."""
    out = io.StringIO()
    edited_yaml().dump(value, out)
    return out.getvalue().rstrip("\n").split("\n")
