"""What stands around the articles: title, header, table of contents, annexes, and the sections of a text without articles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.legal.numerals import parse_number
from generator.legal.structure.heads import Head
from generator.legal.structure.model import Fault, Provision
from generator.legal.structure.patterns import (
    ANNEX,
    ANNOUNCED,
    COMMENT,
    CONTENTS,
    EVENT,
    HEAD,
    HEADING,
    INFO_END,
    SECTION,
    SUPPLEMENT,
)

_EMPTY = 50  # characters below which a text has no body
_TITLE = 150  # characters above which a first line is no title
_BOOK = 40


@dataclass(frozen=True, slots=True)
class Outside:
    """The lines that are no article.

    Attributes:
        title, header: the first line, and what stands between it and the text.
        first, last: the lines of the text: first included, last not.
        skipped: lines in between that are none of it (comments, a table of contents).
    """

    title: str
    header: tuple[str, ...]
    first: int
    last: int
    skipped: frozenset[int]

    def sections(self, lines: Sequence[str]) -> tuple[Provision, ...]:
        """The sections 一、二、三、 of a text without articles; their number stands for an article's."""
        found: list[tuple[int, int, list[str]]] = []
        for line in range(self.first, self.last):
            text = lines[line]
            if line in self.skipped or not text.strip():
                continue
            start = SECTION.match(text)
            number = _number(start[1]) if start else None
            if start and number == (found[-1][0] if found else 0) + 1:
                found.append((number, line, [text[start.end() :].strip()]))
            elif found:
                found[-1][2].append(text.strip())
        return tuple(Provision(number, 0, (), line, "\n".join(filter(None, words))) for number, line, words in found)

    def problems(
        self, lines: Sequence[str], heads: Sequence[Head], preamble: Sequence[str], annexes: Sequence[str]
    ) -> Iterator[Fault]:
        """What is missing from the text as a whole."""
        body = "".join(lines[line].strip() for line in range(self.first, self.last) if line not in self.skipped)
        if len(body) < _EMPTY and not self.sections(lines):
            yield Fault(self.first, "body-empty", "正文是空的，或者只剩标题和题注")
            return
        if not self.title:
            yield Fault(0, "title-missing", "没有找到法规的名称")
        if not heads and not self.sections(lines):
            yield Fault(self.first, "no-articles", "没有条文，也没有“一、二、三”的分段，按段落处理")
        if heads and heads[0].number > _BOOK:
            yield Fault(heads[0].line, "later-book", f"从第{heads[0].number}条开始，像是一部法典的后面几编")
        announced = next((at for at in range(self.first, self.last) if ANNOUNCED.search(lines[at])), None)
        if announced is not None and _held(annexes) < _EMPTY and not _tables(lines):
            yield Fault(announced, "annex-missing", "正文提到附表、附件，但这份文本里没有它的内容")


def outside(lines: Sequence[str]) -> Outside:
    """Tell title, header, contents and annexes from the text."""
    title_line = next((at for at, line in enumerate(lines) if line.strip() and not COMMENT.fullmatch(line)), len(lines))
    title = lines[title_line].strip().lstrip("#").strip() if title_line < len(lines) else ""
    if len(title) > _TITLE or HEAD.match(title) or HEADING.fullmatch(title):
        title, title_line = "", title_line - 1
    more = title_line + 1
    while title and not lines[title_line].startswith("#") and more < len(lines) and _goes_on(lines, more):
        title += lines[more].strip()
        more += 1
    title = re.sub(r"(?<=[\u3400-\u9fff〉》])[\s　]+(?=[\u3400-\u9fff〈《])", "", title)
    first = _after_header(lines, more)
    skipped = set(_contents(lines, first))
    skipped |= {at for at in range(first, len(lines)) if COMMENT.fullmatch(lines[at])}
    last = next((at for at in range(first, len(lines)) if _is_annex(lines, at)), len(lines))
    header = tuple(line.strip() for line in lines[more:first] if line.strip() and not COMMENT.fullmatch(line))
    return Outside(title, header, first, last, frozenset(skipped))


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether a line still belongs to a title set over two lines, as in files from a word processor."""
    before, text = lines[at - 1].strip(), lines[at].strip()
    ends = before.endswith(("法", "条例", "办法", "规定", "决定", "细则", "规则", "解释", "法典", "）"))
    return (
        bool(before and text)
        and not ends
        and not EVENT.match(text)
        and not text.startswith(("（", "(", "目", "第", "<"))
    )


def _after_header(lines: Sequence[str], at: int) -> int:
    """The first line of the text: after the mark that collections set, else after dates and a bracketed history."""
    for line in range(at, min(len(lines), at + 80)):
        if INFO_END.fullmatch(lines[line]):
            return line + 1
        if HEAD.match(lines[line].strip()) and lines[line].strip():
            break
    depth = 0
    while at < len(lines):
        text = lines[at].strip()
        opens = text.startswith(("（", "(")) and (
            depth or EVENT.match(text) or "通过" in text or "公布" in text or "发布" in text
        )
        if text and not (depth or opens or EVENT.match(text) or COMMENT.fullmatch(text)):
            return at
        depth = (
            max(0, depth + text.count("（") + text.count("(") - text.count("）") - text.count(")"))
            if depth or opens
            else 0
        )
        at += 1
    return at


def _contents(lines: Sequence[str], first: int) -> Iterator[int]:
    """Lines of a table of contents: from 目录 to the first heading that comes again, or to the first article."""
    start = next((at for at in range(first, min(len(lines), first + 40)) if CONTENTS.fullmatch(lines[at])), None)
    if start is None:
        return
    seen: set[str] = set()
    yield start
    for at in range(start + 1, len(lines)):
        name = re.sub(r"[\s　#.…·\d]", "", lines[at])
        if not name:
            continue
        entry = HEADING.fullmatch(lines[at]) or SUPPLEMENT.fullmatch(lines[at])
        if not entry or name in seen:
            return
        seen.add(name)
        yield at


def _is_annex(lines: Sequence[str], at: int) -> bool:
    text = lines[at]
    if not ANNEX.fullmatch(text) or SUPPLEMENT.fullmatch(text) or len(text) > 60:
        return False
    rest = lines[at + 1 : at + 400]
    return text.lstrip().startswith("#") or not any(
        HEAD.match(line.strip()) for line in rest if line.strip()[:1] in "第笫"
    )


#: Lines of an annex that only say what should stand there: 一、大气污染物污染当量值, 税目税额表, （本表适用于……）.
_ONLY_NAMED = re.compile(r"\s*#{0,6}\s*(?:[一二三四五六七八九十]+、[^。；]*|[^。；，]*[表单录式]|[（(].*[）)])\s*")


def _held(annexes: Sequence[str]) -> int:
    """Characters of what annexes hold beside their names."""
    return sum(len(line) for line in annexes if not (ANNEX.fullmatch(line) or _ONLY_NAMED.fullmatch(line)))


def _tables(lines: Sequence[str]) -> bool:
    return any("|" in line for line in lines)


def _number(figure: str) -> int | None:
    try:
        return parse_number(figure)
    except ValueError:
        return None
