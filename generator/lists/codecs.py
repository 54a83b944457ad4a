"""How values stand in cells: texts, lists of texts, words for a choice, numbers, days.  Names of records: ``naming``."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.legal.days import day_written, read_day
from generator.library import Library
from generator.lists.layout import Cell

#: A day as Excel counts it, of this half century; and the day before its first.
_SERIAL, _FIRST = re.compile(r"(?:3[6-9]|[45]\d)\d{3}"), datetime.date(1899, 12, 30)
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:\s+[\d:]+)?")
#: The numbers of a list within a cell: 1. 1、 （1） ①
_NUMBERS = (
    re.compile(r"(?:(?<=[\s；;。])|^)(\d{1,2})\s*[.．、](?!\d)\s*"),
    re.compile(r"(?:(?<=[\s；;。])|^)[（(](\d{1,2})[）)]\s*"),
    re.compile(r"([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*"),
)
_ENDS = " \t\n；;，,"


def one_line(text: str) -> str:
    """Text whose lines were broken to fit a cell, as the sentence that it is."""
    return re.sub(r"(?<=[\x21-\x7e]) ?\n ?(?=[\x21-\x7e])", " ", text).replace("\n", "").strip()


class Free:
    """A codec whose values are not chosen from a list."""

    def choices(self, library: Library) -> Sequence[str]:
        """None."""
        return ()

    def amounts(self, text: str) -> str:
        """The sums of a cell, as its column's articles must say them."""
        return text


@dataclass(frozen=True, slots=True)
class Words(Free):
    """A text."""

    def write(self, library: Library, value: Any) -> str:
        """As it is."""
        return "" if value is None else str(value)

    def read(self, cell: Cell, text: str) -> Any:
        """Without line breaks."""
        return one_line(text)


@dataclass(frozen=True, slots=True)
class Several(Free):
    """A list of texts: joined by a mark where none of them holds it, else numbered, one a line."""

    mark: str = "、"

    def write(self, library: Library, value: Any) -> str:
        """A、B, or 1.A / 2.B."""
        parts = [str(part) for part in value or ()]
        marks = self.mark if self.mark != "、" else "、；"
        if any(any(mark in part for mark in marks) or "\n" in part or _numbered(part) for part in parts):
            return "\n".join(f"{number}.{part}" for number, part in enumerate(parts, 1))
        return self.mark.join(parts)

    def read(self, cell: Cell, text: str) -> Any:
        """By numbers where there are any, by lines, else by the mark."""
        parts = split(text, self.mark)
        return list(dict.fromkeys(parts)) or None


def split(text: str, mark: str) -> list[str]:
    """The parts of a list within a cell."""
    apart = re.compile("[、；;]" if mark == "、" else re.escape(mark))
    return _numbered(text) or [
        one for line in text.split("\n") for part in apart.split(line) if (one := part.strip(_ENDS))
    ]


def _numbered(text: str) -> list[str]:
    """The parts of a text that numbers them from one on; none where it does not."""
    for form in _NUMBERS:
        found = list(form.finditer(text))
        values = [ord(one[1]) - ord("①") + 1 if one[1] >= "①" else int(one[1]) for one in found]
        if found and not text[: found[0].start()].strip() and values == list(range(1, len(values) + 1)):
            ends = [one.start() for one in found[1:]] + [len(text)]
            return [one_line(text[one.end() : end].strip(_ENDS)) for one, end in zip(found, ends, strict=True)]
    return []


@dataclass(frozen=True, slots=True)
class OneOf(Free):
    """One of a few words.

    Attributes:
        labels: value → what it is called.
        also: other words → value.
        may_follow: what may stand behind the word and means nothing (行政许可 / 许可).
    """

    labels: Mapping[Any, str]
    also: Mapping[str, Any] = field(default_factory=dict)

    def write(self, library: Library, value: Any) -> str:
        """What it is called."""
        return "" if value is None else self.labels.get(value, str(value))

    def read(self, cell: Cell, text: str) -> Any:
        """The value of the word."""
        bare = re.sub(r"\s", "", text).strip("。；;")
        known = {**{label: value for value, label in self.labels.items()}, **self.also}
        if bare in known:
            return known[bare]
        if bare in self.labels:
            return bare
        cell.wrong(f"“{text[:30]}”不是“{cell.name}”可以填的", f"可以填：{'、'.join(self.labels.values())}。")
        return None

    def choices(self, library: Library) -> Sequence[str]:
        """The words."""
        return tuple(self.labels.values())


#: 是 or nothing.
YES = OneOf({True: "是"}, {"否": None, "√": True, "✓": True, "有": True, "×": None, "无": None})


@dataclass(frozen=True, slots=True)
class Mark(Free):
    """A mark that a record bears: a word where it holds, else nothing."""

    word: str

    def write(self, library: Library, value: Any) -> str:
        """The word."""
        return self.word if value else ""

    def read(self, cell: Cell, text: str) -> Any:
        """True for the word, 是 or a tick."""
        if text.strip("（）()") in (self.word, "是", "√"):
            return True
        if text not in ("否", "×"):
            cell.wrong(f"“{text[:30]}”不是“{self.word}”", f"填“{self.word}”，或者空着。")
        return None


@dataclass(frozen=True, slots=True)
class Day(Free):
    """A day.

    Attributes:
        past: it must have come.
    """

    past: bool = False

    def write(self, library: Library, value: Any) -> str:
        """2026年11月24日."""
        return day_written(value) if value else ""

    def read(self, cell: Cell, text: str) -> Any:
        """From 2026年11月24日, 2026-11-24, 2026.11.24, or the number that Excel keeps for it."""
        if _SERIAL.fullmatch(text.strip()):
            text = day_written(_FIRST + datetime.timedelta(int(text)))
        found = _DAY.fullmatch(text.strip())
        try:
            day = read_day(f"{int(found[1]):04d}-{int(found[2]):02d}-{int(found[3]):02d}" if found else text)
            if not (self.past and day > cell.library.as_of):
                return day
            cell.wrong(f"{day_written(day)}还没有到", "这里只记办过的；核对年份。")
        except ValueError as reason:
            cell.wrong(f"“{text[:30]}”不是日期，{reason}", "写成 2026年8月15日。")
        return None


@dataclass(frozen=True, slots=True)
class Whole(Free):
    """A whole number, or another that is written in digits."""

    number: Callable[[str], Any] = int

    def write(self, library: Library, value: Any) -> str:
        """In digits."""
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)

    def read(self, cell: Cell, text: str) -> Any:
        """The number."""
        plain = text.replace(",", "").replace("，", "").strip()
        try:
            if re.search(r"[A-Za-z_]", plain):  # 1_000, nan, 1e300: numbers to Python, to nobody else
                raise ValueError(plain)
            return self.number(plain)
        except ValueError:
            cell.wrong(f"“{text[:30]}”不是数字", "只填数字。")
        return None


def per_cent(text: str) -> float | str:
    """12.5, 12.5%, or 1/3 as it stands."""
    return text if re.fullmatch(r"\d{1,6}\s*/\s*\d{1,6}", text) else float(text.removesuffix("%"))
