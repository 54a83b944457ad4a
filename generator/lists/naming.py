"""Names of records in cells: as offices write them (荔城街道办, 餐饮业), and the one record that is meant."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.kinds import kind_named
from generator.library import Library
from generator.library.remember import once
from generator.lists.codecs import Free, one_line
from generator.lists.layout import Cell

#: What names of a list are set apart by.
_MARKS = re.compile("[、，,；;/]")
#: What offices put behind the name of a trade or a topic, and the district before that of a unit.
_ASIDE = {
    "industry": re.compile("(?:服务行业|服务业|行业|企业|单位|业)$"),
    "topic": re.compile("(?:防治|防控|治理|管理|领域|方面|类)$"),
    "unit": re.compile(r"^(?:本|我|某|[\u4e00-\u9fff]{2,4})?[区县]"),
}
#: Words for all of a kind.
_WHOLE = frozenset(
    f"{word}{whom}"
    for word in ("所有", "全部", "各类", "全", "各")
    for whom in ("", "行业", "企业", "单位", "企业事业单位", "生产经营者", "市场主体", "经营主体", "经营者")
) - {"全", "各", "全企业", "全单位"} | {
    "通用",
    "不限",
    "企业事业单位和其他生产经营者",
    "所有企业事业单位和其他生产经营者",
}


@dataclass(frozen=True, slots=True)
class Named(Free):
    """Names of records of a kind: one, or several.

    Attributes:
        kind: name of the kind.
        several: several, one a line or split by 、.
        whole: an empty list is written with this word (各行业).
    """

    kind: str
    several: bool = False
    whole: str = ""

    def write(self, library: Library, value: Any) -> str:
        """The names; an id where two records share a name."""
        ids = [value] if isinstance(value, str) else list(value or ())
        if not ids and self.whole:
            return self.whole
        shown = [_name(library, self.kind, id) for id in ids]
        return ("\n" if any(_MARKS.search(one) for one in shown) else "、").join(shown)

    def read(self, cell: Cell, text: str) -> Any:
        """The ids."""
        if self.whole and re.sub(r"\s", "", text) in (self.whole, *_WHOLE):
            return None
        known = names(cell.library, self.kind)
        found = [self._one(cell, known, part) for part in self._parts(known, text)]
        sound = [one for one in found if one is not None]
        if len(sound) < len(found) or not sound:
            return None
        return list(dict.fromkeys(sound)) if self.several else sound[0]

    def _parts(self, known: Mapping[str, str], text: str) -> list[str]:
        whole = one_line(text)
        if not self.several or plain_name(whole) in known:
            return [whole]
        return [
            part
            for line in text.split("\n")
            for part in ([line] if plain_name(line) in known else _MARKS.split(line))
            if part.strip()
        ]

    def _one(self, cell: Cell, known: Mapping[str, str], text: str) -> str | None:
        name = plain_name(text)
        if name not in known and self.kind in _ASIDE:
            short = _ASIDE[self.kind].sub("", name)
            alike = _unit_like(cell.library, name, short) if self.kind == "unit" else ""
            name = short if known.get(short) else alike or name
        if known.get(name):
            return known[name]
        if name in known:
            cell.wrong(f"叫“{text.strip()[:30]}”的{self._title}不止一个", "写全称，或者写编号。")
            return None
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
        hint = f"是不是“{near[0]}”？" if near else "照清单里已有的名称写；真是新的，先登记它。"
        cell.wrong(f"没有名为“{text.strip()[:30]}”的{self._title}", hint)
        return None

    @property
    def _title(self) -> str:
        return kind_named(self.kind).title

    def choices(self, library: Library) -> Sequence[str]:
        """The names, where one is chosen."""
        return () if self.several else tuple(_name(library, self.kind, one.id) for one in library.all(self.kind))


def plain_name(text: str) -> str:
    """A name as it is compared."""
    return re.sub(r"\s", "", text).strip("《》“”。；;").removeprefix("中华人民共和国")


@once
def names(library: Library, kind: str) -> Mapping[str, str]:
    """Every name of the records of a kind → id; empty for a name that several share.  A record's own name goes before others' aliases."""
    own: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for record in library.all(kind):
        for name in (record.id, record.label):
            own.setdefault(plain_name(name), set()).add(record.id)
        for name in _also(record):
            others.setdefault(plain_name(name), set()).add(record.id)
    return {name: next(iter(ids)) if len(ids) == 1 else "" for name, ids in {**others, **own}.items()}


#: What makes an office of a field of work: 住房和城乡建设局, 住房城乡建设部门.
_OFFICE = re.compile("(?:分局|局|委员会|委|(?:行政|主管)*部门|机关|机构)$")


def _stem(name: str) -> str:
    """A unit's field of work, where its name is that of an office; else nothing."""
    return _OFFICE.sub("", name).replace("和", "") if _OFFICE.search(name) else ""


#: A second name in brackets, as in 区司法局（普法办）, and how long a name must be to be known without its places.
_BRACKETS, _TELLING = re.compile(r"[（(]([^（()）]*)[）)]"), 6
_PLACES = re.compile("[省市区县]")


def _unit_like(library: Library, name: str, short: str) -> str:
    """The id of the one unit that is called so in another way; empty where there is none, or more than one.

    By its field of work (住房和城乡建设局), by the name before or within brackets, by a street's or town's office (荔城街道办), or
    by its full name without the words for places (市生态环境局增城分局).
    """
    known = names(library, "unit")
    if said := _offices(library).get(_stem(short)):
        return said
    if _BRACKETS.search(name):
        parts = {_BRACKETS.sub("", name), *_BRACKETS.findall(name)}
        found = {id for part in parts if (id := _unit_called(library, plain_name(part)))}
        return found.pop() if len(found) == 1 else ""
    office = (
        re.sub("(?:办|办公室)$", "", name)
        if name.endswith(("街道办", "街道办公室"))
        else re.sub("(?<=镇)(?:政府|人民政府)$", "", name)
    )
    for written in (office, _ASIDE["unit"].sub("", office), f"{office}办事处", f"{office}人民政府"):
        if known.get(written):
            return known[written]
    bare = _PLACES.sub("", name)
    if len(bare) < _TELLING:
        return ""
    full = {id for one, id in known.items() if id and _PLACES.sub("", one).endswith(bare)}
    return full.pop() if len(full) == 1 else ""


def _unit_called(library: Library, name: str) -> str:
    known = names(library, "unit")
    short = _ASIDE["unit"].sub("", name)
    return known.get(name) or known.get(short) or _unit_like(library, name, short) if name else ""


@once
def _offices(library: Library) -> Mapping[str, str]:
    """Field of work → id of the one unit whose names have it."""
    found: dict[str, set[str]] = {}
    for name, id in names(library, "unit").items():
        if id and len(_stem(name)) > 1:
            found.setdefault(_stem(name), set()).add(id)
    return {stem: next(iter(ids)) for stem, ids in found.items() if len(ids) == 1}


def _also(record: Any) -> Iterable[str]:
    short = getattr(record, "short_title", None)
    return (*getattr(record, "aliases", ()), *getattr(record, "acts_as", ()), *((short,) if short else ()))


def _name(library: Library, kind: str, id: str) -> str:
    record = library.get(kind, id)
    name = str(getattr(record, "name", None) or record.label) if record else id
    return name if names(library, kind).get(plain_name(name)) == id else id
