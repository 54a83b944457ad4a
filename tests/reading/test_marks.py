"""Every value's mark points at its text, whatever the shape: written by an emitter that notes where it writes."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems
from generator.reading import parse_yaml, read_markdown

CHARACTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Co"), exclude_characters="\ufeff\u2028\u2029"
)
WORDS = st.text(CHARACTERS, max_size=8) | st.sampled_from(["未批先建", "a: b", "- x", "# 注", "*a", "第1条", "😀罚款"])
KEYS = st.sampled_from(["id", "title", "标题", "罚 则", "a-b", "依据😀", "records"])
SCALARS = WORDS | st.integers(-(10**12), 10**12) | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=14
)
Path_ = tuple[str | int, ...]


class Emitter:
    """Writes a value as YAML, in block or flow style as ``styles`` says, and notes where each part begins."""

    def __init__(self, styles: st.DataObject) -> None:
        self._styles = styles
        self.text = ""
        self.places: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}

    def here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - (self.text.rfind("\n") + 1) + 1

    def value(self, value: Any, indent: int, path: Path_) -> None:
        self.places[path] = self.here()
        if not isinstance(value, dict | list) or not value:
            self.text += json.dumps(value, ensure_ascii=False)
        elif self._styles.draw(st.booleans()):
            self._flow(value, path)
        elif isinstance(value, dict):
            self._mapping(value, indent, path)
        else:
            for index, part in enumerate(value):
                self.text += ("\n" + " " * indent if index else "") + "- "
                self.value(part, indent + 2, (*path, index))

    def _mapping(self, value: dict[str, Any], indent: int, path: Path_) -> None:
        for index, (key, part) in enumerate(value.items()):
            self.text += "\n" + " " * indent if index else ""
            self.keys[(*path, key)] = self.here()
            nested = isinstance(part, dict | list) and bool(part)
            self.text += f"{key}:" + ("\n" + " " * (indent + 2) if nested else " ")
            self.value(part, indent + 2, (*path, key))

    def _flow(self, value: Any, path: Path_) -> None:
        named = isinstance(value, dict)
        self.text += "{" if named else "["
        for index, (key, part) in enumerate(value.items() if named else enumerate(value)):
            self.text += ", " if index else ""
            if named:
                self.keys[(*path, key)] = self.here()
                self.text += f"{key}: "
            self.places[(*path, key)] = self.here()
            if isinstance(part, dict | list) and part:
                self._flow(part, (*path, key))
            else:
                self.text += json.dumps(part, ensure_ascii=False)
        self.text += "}" if named else "]"


@given(VALUES, st.data(), st.integers(1, 99))
def test_every_part_has_the_place_it_was_written_at(value: Any, data: st.DataObject, first: int) -> None:
    emitter = Emitter(data)
    emitter.value(value, 0, ())
    problems = Problems()
    marked = parse_yaml(emitter.text, "x.yml", problems, first_line=first)
    assert list(problems) == []
    if value is None:
        return  # an empty document and a written null are told apart by nobody
    assert marked is not None
    assert marked.value == value
    for path, (line, column) in emitter.places.items():
        place = marked.place(path)
        assert (place.line, place.column) == (line + first - 1, column), (path, emitter.text)
    for path, (line, column) in emitter.keys.items():
        place = marked.key_place(path)
        assert (place.line, place.column) == (line + first - 1, column), (path, emitter.text)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=3), st.data(), st.sampled_from(["\n", "\r\n"]))
def test_front_matter_keeps_the_lines_of_the_file(
    tmp_path_factory: Any, value: dict[str, Any], data: st.DataObject, end: str
) -> None:
    emitter = Emitter(data)
    emitter.value(value, 0, ())
    root: Path = tmp_path_factory.getbasetemp()
    file = root / "x.md"
    file.write_bytes(f"---\n{emitter.text}\n---\n\n正文\u2028一\n".replace("\n", end).encode())
    problems = Problems()
    document = read_markdown(root, file, problems)
    assert {problem.code for problem in problems} <= {"E109", "W110"}  # odd signs are told, and kept
    assert document is not None
    assert document.head.value == value
    assert document.body == "正文\u2028一\n"
    for path, (line, column) in emitter.places.items():
        place = document.head.place(path)
        assert (place.file, place.line, place.column) == ("x.md", line + 1, column)


def test_a_path_that_leads_nowhere_gives_the_nearest_part() -> None:
    marked = parse_yaml("- id: a\n  penalties:\n    - id: p\n", "x.yml", Problems())
    assert marked is not None
    assert str(marked.place((0, "penalties", 0, "fine", "range"))) == "x.yml:3:7"
    assert str(marked.place((7, "x"))) == "x.yml:1:1"
    assert str(marked.key_place((0, "penalties"))) == "x.yml:2:3"


def test_an_alias_stands_where_it_is_written_and_its_parts_where_they_are() -> None:
    marked = parse_yaml("a: &x {b: 1}\nc: *x\n", "x.yml", Problems())
    assert marked is not None
    assert marked.value == {"a": {"b": 1}, "c": {"b": 1}}
    assert str(marked.place(("c",))) == "x.yml:2:4"
    assert str(marked.place(("c", "b"))) == "x.yml:1:11"
