"""The numbers and letters that Word puts before paragraphs by itself: they stand in no text."""

import zipfile
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from generator.importing.archive import member
from generator.importing.xml import parse
from generator.legal.numerals import format_number

_PART = "word/numbering.xml"
_STYLES = "word/styles.xml"
_LETTERS = {"upperLetter": "A", "lowerLetter": "a"}
_HAN = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "chineseLegalSimplified"}
)
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_MOST = 26


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the lists of a document as its paragraphs go by.

    Attributes:
        levels: (list, depth) → how it is numbered.
        styles: id of a style → list and depth of its paragraphs.
    """

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "Numbering":
        """The lists of a document; none where it has none."""
        names = set(archive.namelist())
        found = cls()
        if _PART in names:
            found._define(parse(member(archive, _PART)))
        if _STYLES in names and found.levels:
            found._style(parse(member(archive, _STYLES)))
        return found

    def mark(self, paragraph: etree._Element, w: str) -> str:
        """What stands before a paragraph: ``1. ``, ``A. ``; nothing where it is in no list, or in one of bullets."""
        place = _place(paragraph.find(f"{w}pPr/{w}numPr"), w)
        style = paragraph.find(f"{w}pPr/{w}pStyle")
        if place is None and style is not None:
            place = self.styles.get(style.get(f"{w}val", ""))
        level = self.levels.get(place) if place else None
        if place is None or level is None:
            return ""
        self.counts[place] = self.counts[place] + 1 if place in self.counts else level.start
        for deeper in [one for one in self.counts if one[0] == place[0] and one[1] > place[1]]:
            del self.counts[deeper]
        text = level.text
        for depth in range(place[1] + 1):
            of = self.levels.get((place[0], depth), level)
            text = text.replace(f"%{depth + 1}", _figure(of.form, self.counts.get((place[0], depth), of.start)))
        return f"{text} " if level.form != "bullet" else ""

    def _define(self, root: etree._Element) -> None:
        w = root.tag.rpartition("}")[0] + "}"
        shapes = {
            shape.get(f"{w}abstractNumId", ""): {int(level.get(f"{w}ilvl", "0")): _level(level, w) for level in shape.findall(f"{w}lvl")}
            for shape in root.findall(f"{w}abstractNum")
        }  # fmt: skip
        for number in root.findall(f"{w}num"):
            named = number.find(f"{w}abstractNumId")
            levels = dict(shapes.get(named.get(f"{w}val", "") if named is not None else "", {}))
            for change in number.findall(f"{w}lvlOverride"):
                depth, start = int(change.get(f"{w}ilvl", "0")), change.find(f"{w}startOverride")
                if start is not None and depth in levels:
                    levels[depth] = _Level(levels[depth].form, levels[depth].text, int(start.get(f"{w}val", "1")))
            for depth, level in levels.items():
                self.levels[number.get(f"{w}numId", ""), depth] = level

    def _style(self, root: etree._Element) -> None:
        w = root.tag.rpartition("}")[0] + "}"
        for style in root.findall(f"{w}style"):
            place = _place(style.find(f"{w}pPr/{w}numPr"), w)
            if place is not None:
                self.styles[style.get(f"{w}styleId", "")] = place


def _place(said: etree._Element | None, w: str) -> tuple[str, int] | None:
    if said is None:
        return None
    number, depth = said.find(f"{w}numId"), said.find(f"{w}ilvl")
    if number is None:
        return None
    return number.get(f"{w}val", ""), int(depth.get(f"{w}val", "0")) if depth is not None else 0


def _level(level: etree._Element, w: str) -> _Level:
    def said(name: str, otherwise: str) -> str:
        found = level.find(f"{w}{name}")
        return otherwise if found is None else found.get(f"{w}val", otherwise)

    return _Level(said("numFmt", "decimal"), said("lvlText", ""), int(said("start", "1")))


def _figure(form: str, count: int) -> str:
    if form in _LETTERS:
        return chr(ord(_LETTERS[form]) + (count - 1) % _MOST)
    if form in _CIRCLED and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    return format_number(count) if form in _HAN else str(count)
