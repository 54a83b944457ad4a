"""Columns that every list has beside its own, for those who keep it."""

import datetime
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.library import Library
from generator.lists.citing import basis_of
from generator.lists.codecs import Day, Free, Mark, Words
from generator.lists.layout import Cell, Column

NOTE = Column("备注", "note", Words(), also=("说明", "备考"), width=18, says="随记录显示的备注")
AWAITS = Column("衔接", "awaits_alignment", Mark("待衔接"), width=7, says="来源早于现行法、还没有衔接的，填“待衔接”")
SAMPLE = Column("示例", "sample", Mark("示例"), width=6, says="为教学虚构的，填“示例”")
#: The last columns of each list.
KEPT = (
    Column(
        "编号",
        "id",
        Words(),
        also=("记录编号", "ID", "id"),
        width=26,
        printed=False,
        says="网站里的编号，不要改；新增的一行空着",
    ),
    Column("出处", "source", Words(), width=24, printed=False, says="没有引条文的，写出自哪里"),
    Column("截至", "as_of", Day(), width=14, printed=False, says="只在某天成立的，写那一天"),
    Column("核对日期", "checked", Day(), width=14, printed=False, says="最近一次与来源核对的日期"),
)


def topics_of(library: Library, cited: Iterable[str]) -> tuple[str, ...]:
    """Topics of the articles cited, the first article's first; those that are about one field before the general ones."""
    found: dict[str, None] = {}
    for text in cited:
        basis = basis_of(library, text)
        article = library.article(basis)
        near = [entry.conduct.topics for entry in library.penalties_under(basis.regulation, basis.key)]
        for topics in ([article.topics] if article else []) + near:
            found |= dict.fromkeys(topics)
        for citing in library.cited_by(basis.regulation, basis.key):
            topic = getattr(citing.record, "topic", None)
            found |= {topic: None} if isinstance(topic, str) else {}
    ordered = list(found)
    return tuple(sorted(ordered, key=lambda id: (id in library.general_topics, ordered.index(id))))


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Rest(Free):
    """Fields that no clerk keeps in a table, so that a list is all of its records."""

    fields: tuple[str, ...]

    def write(self, library: Library, value: Any) -> str:
        """As JSON; nothing where there are none."""
        found = {name: value[name] for name in self.fields if value.get(name)}
        return json.dumps(found, ensure_ascii=False, default=str) if found else ""

    def read(self, cell: Cell, text: str) -> Any:
        """The fields."""
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        if not isinstance(found, dict) or not set(found) <= set(self.fields):
            cell.wrong("这一格是系统写的，被改动了", "不要动这一栏；清空这一格，就保留网站里原有的。")
            return {}
        return _days(found)


def _days(value: Any) -> Any:
    """With days as days again."""
    if isinstance(value, dict):
        return {name: _days(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_days(part) for part in value]
    return datetime.date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


def rest(*fields: str) -> Column:
    """The hidden column of fields that no other column is about."""
    return Column("系统", "*", Rest(fields), width=0, printed=False, kept=True, covers=fields, says="系统写的，不要改")
