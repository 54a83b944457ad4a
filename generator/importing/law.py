"""A file of law: its structure, its dates, and what had to be mended, ready to be written as records."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.importing.base import Refused, Text
from generator.importing.files import read_text
from generator.legal.citations.model import plain
from generator.legal.structure import Fault, LawText, read_structure
from generator.legal.structure.dates import dates_of
from generator.reading import pinyin

_FOLDED = {
    "radical": "{n} 个部首或者兼容字换成通用字",
    "invisible": "去掉 {n} 个看不见的字符",
    "full-width": "{n} 个全角数字、字母换成半角",
    "space": "{n} 个特殊空格换成普通空格",
}
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave.

    Attributes:
        file: as it was named.
        regulation: id of the regulation: that of the project where it knows the title, else made from the title.
        known: whether the project knows it.
        law: the structure; None where the file was refused.
        adopted, effective: dates of the text, as far as it tells.
        repaired, problems: in Chinese, each with its line (``第12行：…``) where it has one.
    """

    file: str
    regulation: str
    known: bool
    law: LawText | None
    adopted: datetime.date | None
    effective: datetime.date | None
    repaired: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether there is a text to keep: an empty body or a text without a name is none."""
        return (
            self.law is not None
            and bool(self.law.title)
            and bool(self.law.articles or self.law.sections or self.law.preamble)
            and not any(fault.code == "body-empty" for fault in self.law.problems)
        )

    def told(self) -> dict[str, object]:
        """As ``pufa import law --json`` prints it."""
        return {
            "file": self.file,
            "title": self.law.title if self.law else None,
            "regulation": self.regulation or None,
            "articles": len(self.law.articles) if self.law else 0,
            "sections": len(self.law.sections) if self.law else 0,
            "adopted": self.adopted.isoformat() if self.adopted else None,
            "effective": self.effective.isoformat() if self.effective else None,
            "repaired": list(self.repaired),
            "problems": list(self.problems),
        }


def import_law(path: Path, name: str, ids: Mapping[str, str]) -> Imported:
    """Read one file.

    Args:
        path: the file.
        name: as it is called in what comes back.
        ids: titles of regulations, as ``citations.model.plain`` writes them → id.
    """
    try:
        text = read_text(path)
    except Refused as refused:
        return Imported(name, "", False, None, None, None, (), (str(refused),))
    return of_text(text, name, ids)


def of_text(text: Text, name: str, ids: Mapping[str, str]) -> Imported:
    """The same of a text that is at hand."""
    law = read_structure(text.lines)
    bare = plain(law.title)
    known = ids.get(bare)
    dates = dates_of(law.header, [article.text for article in law.articles[-3:]])
    problems = [_said(fault) for fault in law.problems]
    if law.articles and dates.effective is None:
        problems.append("文中没有写明现行文本的施行日期，请对照公布文件补上")
    return Imported(
        name,
        known or (pinyin.slug(bare, _LONGEST_ID) or "law" if bare else ""),
        known is not None,
        law,
        dates.adopted,
        dates.effective,
        (*text.notes, *_folds(text.folded), *_counted(law.repaired)),
        tuple(problems),
    )


def _said(fault: Fault) -> str:
    return f"第{fault.line + 1}行：{fault.message}"


def _folds(found: Counter[str]) -> list[str]:
    return [words.format(n=found[sort]) for sort, words in _FOLDED.items() if found[sort]]


def _counted(faults: tuple[Fault, ...]) -> list[str]:
    """Repairs, those of one kind together: the first with its line, the others counted."""
    groups: dict[str, list[Fault]] = {}
    for fault in faults:
        groups.setdefault(
            fault.code if fault.code in ("line-broken", "items-run-on", "items-unnumbered") else repr(fault), []
        ).append(fault)
    return [_said(group[0]) + (f"（共 {len(group)} 处）" if len(group) > 1 else "") for group in groups.values()]
