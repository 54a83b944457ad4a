"""Citation: where a fact stands in the law, 《生态环境法典》第一千零九十五条第一款第（二）项, as a value.

Records write their basis in many hands (法典1095, 法典 第1095条第1款, 《中华人民共和国生态环境法典》第一千零九十五条第一款).
All are read into one value here, which prints in one way.  Which law a title means, and whether the article exists,
is for the library to say.
"""

import re
from dataclasses import dataclass
from functools import total_ordering

from generator.legal.numerals import INTEGER, format_number, parse_number, to_ascii_digits

_N = rf"\s*({INTEGER})\s*"
_ARTICLE = rf"第{_N}条(?:\s*之{_N})?"
_ITEM = rf"(?:(?:第\s*)?[（(]{_N}[）)]\s*项|第{_N}项)"
_LOCUS = re.compile(rf"{_ARTICLE}\s*(?:第{_N}款)?\s*{_ITEM}?\s*(?:第{_N}目)?")
_FULL = re.compile(rf"(?P<title>.*?)\s*(?P<locus>{_LOCUS.pattern})", re.DOTALL)
# 法典1095, 法典 1095条, 刑法120-1, 法典1095.1.2: digits only, since Chinese figures could belong to the title.
_D = "[0-9０-９]+"
_SHORT = re.compile(
    rf"(?P<title>.*[^0-9０-９.．\-－第]|)\s*第?\s*({_D})\s*条?\s*(?:[-－]\s*({_D})|之{_N})?\s*条?"
    rf"((?:\s*[.．]\s*{_D}){{0,3}})",
    re.DOTALL,
)
_NUMBER_ONLY = re.compile(rf"\s*第?{_N}条?\s*(?:之{_N}|[-－]\s*({_D}))?\s*")
_UNFINISHED = re.compile(rf"第\s*{INTEGER}\s*条.*(?:[、，,；;]|至|和|及|或)$")
_SHAPE = "应写作「法规名称 第N条第N款第（N）项」"


class CitationError(ValueError):
    """A citation that can't be read; the message is Chinese and says what is wrong."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a law.  Sorts by title, then by place; the whole article stands before its parts.

    Attributes:
        title: name, alias or id of the law, without 《》; nested book marks are 〈〉, digits are ASCII.
        article: 条, from 1.
        suffix: 之一 is 1; 0 where there is none.
        paragraph: 款, from 1; None where the article as a whole is meant.
        item: 项, from 1.  It may stand without a paragraph (an article of one paragraph).
        subitem: 目, from 1, only below an item.

    Raises:
        CitationError: a number out of its range, a 目 without 项, or a title that is empty or has unpaired book marks.
    """

    title: str
    article: int
    suffix: int = 0
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", _normal_title(self.title))
        if self.article < 1 or self.suffix < 0:
            raise CitationError("条号须大于零")
        if any(n is not None and n < 1 for n in (self.paragraph, self.item, self.subitem)):
            raise CitationError("款、项、目须从一数起")
        if self.subitem is not None and self.item is None:
            raise CitationError("引到目时须先写明项")

    def __str__(self) -> str:
        return f"{self.title} {self.locus()}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Citation):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, int, int, int, int]:
        return (self.title, self.article, self.suffix, self.paragraph or 0, self.item or 0, self.subitem or 0)

    @property
    def key(self) -> str:
        """The article as anchors and tables name it: ``1095``, ``120-1``."""
        return article_key(self.article, self.suffix)

    def locus(self) -> str:
        """The place after the title, for reading on screen: 第1095条第1款第（二）项."""
        return format_locus(self.article, self.suffix, self.paragraph, self.item, self.subitem)

    def formal(self) -> str:
        """The form of official writing: 《生态环境法典》第一千零九十五条第一款第二项."""
        suffix = f"之{format_number(self.suffix)}" if self.suffix else ""
        parts = [f"《{self.title}》第{format_number(self.article)}条{suffix}"]
        for number, unit in ((self.paragraph, "款"), (self.item, "项"), (self.subitem, "目")):
            if number is not None:
                parts.append(f"第{format_number(number)}{unit}")
        return "".join(parts)


def parse_citation(text: str) -> Citation:
    """Read one citation in any of the forms that people write.

    Args:
        text: 《中华人民共和国生态环境法典》第一千零九十五条第一款第二项, 法典 第1095条第1款第（二）项, 法典1095,
            法典1095.1.2 (article, paragraph, item), 刑法第120条之一, 刑法120-1; full-width digits and spaces are fine.

    Raises:
        CitationError: the title or the article is missing, a numeral is malformed, or more than one place is cited.
    """
    text = " ".join(text.split())
    if not text:
        raise CitationError("引文为空")
    if full := _FULL.fullmatch(text):
        title, _, *numbers = full.groups()
        article, suffix, paragraph, bracketed, plain, subitem = numbers
        return _build(text, title, article, suffix, paragraph, bracketed or plain, subitem)
    if short := _SHORT.fullmatch(text):
        title, article, dashed, suffix, dotted = short.groups()
        lower = [part.strip() for part in re.split("[.．]", dotted)[1:]]
        return _build(text, title, article, dashed or suffix, *lower)
    raise CitationError(_diagnose(text))


def parse_article_number(text: str) -> tuple[int, int]:
    """Read the number of an article: 第120条之一, 120之一, 120-1 -> (120, 1); 一百二十, 1095 -> (n, 0).

    Raises:
        CitationError: the text is no article number.
    """
    match = _NUMBER_ONLY.fullmatch(text)
    if not match:
        raise CitationError(f"「{text.strip()}」不是条号，应写作「第120条」「第一百二十条之一」或「120-1」")
    article, suffix = _read(match[1]), _read(match[2] or match[3])
    if not article or suffix == 0:
        raise CitationError("条号须大于零")
    return article, suffix or 0


def format_article(number: int, suffix: int = 0) -> str:
    """Write the number of an article for the screen: 第1095条, 第120条之一."""
    return f"第{number}条之{format_number(suffix)}" if suffix else f"第{number}条"


def format_locus(
    article: int, suffix: int = 0, paragraph: int | None = None, item: int | None = None, subitem: int | None = None
) -> str:
    """Write a place in a law for the screen: 第1095条第1款第（二）项."""
    parts = [format_article(article, suffix)]
    if paragraph is not None:
        parts.append(f"第{paragraph}款")
    if item is not None:
        parts.append(f"第（{format_number(item)}）项")
    if subitem is not None:
        parts.append(f"第{subitem}目")
    return "".join(parts)


def article_key(number: int, suffix: int = 0) -> str:
    """The number of an article as anchors and tables name it: ``1095``, ``120-1``."""
    return f"{number}-{suffix}" if suffix else str(number)


def split_key(key: str) -> tuple[int, int]:
    """Number and suffix of the article that a key names: ``120-1`` is 120 and 1."""
    number, _, suffix = key.partition("-")
    return int(number), int(suffix or 0)


def format_key(key: str) -> str:
    """A key as people read it: ``120-1`` is 第120条之一."""
    return format_article(*split_key(key))


def _build(
    text: str,
    title: str,
    article: str,
    suffix: str | None,
    paragraph: str | None = None,
    item: str | None = None,
    subitem: str | None = None,
) -> Citation:
    if not title.strip():
        raise CitationError(f"「{text}」缺少法规名称，{_SHAPE}")
    number = _read(article)
    if not number or (suffix is not None and not _read(suffix)):
        raise CitationError("条号须大于零")
    return Citation(title, number, _read(suffix) or 0, _read(paragraph), _read(item), _read(subitem))


def _read(numeral: str | None) -> int | None:
    if numeral is None:
        return None
    try:
        return parse_number(numeral)
    except ValueError as error:
        raise CitationError(f"编号有误：{error}") from error


def _normal_title(title: str) -> str:
    title = " ".join(to_ascii_digits(title).replace("<", "〈").replace(">", "〉").split())
    depth, closes = 0, -1
    for at, mark in enumerate(title):
        depth += (mark in "《〈") - (mark in "》〉")
        if depth < 0:
            break
        if depth == 0 and closes < 0:
            closes = at
    if depth:
        raise CitationError(f"「{title}」的书名号不配对")
    if title.startswith("《") and title.endswith("》") and closes == len(title) - 1:
        title = title[1:-1].strip()
    if not title:
        raise CitationError("法规名称为空")
    if _UNFINISHED.search(title):
        raise CitationError(f"「{title}」之后又引一处，请逐条分开写")
    return title.replace("《", "〈").replace("》", "〉")


def _diagnose(text: str) -> str:
    """Say why neither form fits."""
    if not re.search(rf"第\s*{INTEGER}\s*条", text) and not re.search(r"[0-9０-９]", text):
        return f"「{text}」缺少条号，{_SHAPE}"
    return f"「{text}」的条款项写法不对，{_SHAPE}"
