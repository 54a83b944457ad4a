"""An official article, cut into 款 and 项, so that a citation can be held against the very part that it names."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from generator.legal.basis import format_article
from generator.legal.figures import numbers_in
from generator.legal.numerals import parse_number
from generator.legal.periods import Mention as Span
from generator.legal.periods import find_periods
from generator.legal.sums import Mention as Sum
from generator.legal.sums import find_fines

_SPACES = re.compile(r"\s+")
_ITEM = re.compile(r"[（(](?P<n>[〇零一二三四五六七八九十百]+)[）)]")
#: Old regulations number the items of a lead with 一、 and what stands below each with （一）.
_OLD_ITEM = re.compile(r"(?P<n>[一二三四五六七八九十]+)、")
_SUBITEM = re.compile(r"(?:[0-9０-９]+[.．、]|[（(][0-9０-９]+[）)])")
#: Words by which one paragraph speaks of another, so that a fact may stand in either.
_REFERS = re.compile(r"(?<!除)前[一二两三四五]?款|(?<!除)(?<!除本条)第[一二三四五六七八九十]+款")


@dataclass(frozen=True)
class Text:
    """A piece of an article, with the sums and periods that stand in it."""

    text: str

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Every sum, rate and multiple, in order."""
        return tuple(find_fines(self.text))

    @cached_property
    def periods(self) -> tuple[Span, ...]:
        """Every period, in order."""
        return tuple(find_periods(self.text))


@dataclass(frozen=True)
class Paragraph:
    """A 款: its own lines, and its items by number."""

    lead: str
    items: Mapping[int, str]

    @property
    def text(self) -> str:
        """The paragraph with all its items."""
        return "\n".join([self.lead, *self.items.values()])


@dataclass(frozen=True)
class OfficialArticle:
    """One article of one official text.

    Attributes:
        law: full title.
        number, suffix: 第120条之一 is 120 and 1.
        path: titles of 编, 章, 节 above it.
        text: as promulgated, without spaces; a line is a 款 or a 项.
    """

    law: str
    number: int
    suffix: int
    path: tuple[str, ...]
    text: str

    def __post_init__(self) -> None:
        lines = (_SPACES.sub("", line) for line in self.text.splitlines())
        object.__setattr__(self, "text", "\n".join(line for line in lines if line))

    @property
    def locus(self) -> str:
        """第1095条, 第120条之一."""
        return format_article(self.number, self.suffix)

    @cached_property
    def whole(self) -> Text:
        """The whole article."""
        return Text(self.text)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number that stands in it as a figure."""
        return frozenset(numbers_in(self.text))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its 款 in order.  A line that opens with （一） is an item of the 款 above; one that opens with 1. goes on with it.

        Where 一、 follows a colon, it opens the items, and （一） goes on with them.  Lines between （十一） and （十二） are no 款
        of their own, but the rest of （十一）.
        """
        found: list[tuple[list[str], dict[int, str]]] = []
        old = False
        for line in self.text.splitlines():
            item = _ITEM.match(line)
            numbered = _OLD_ITEM.match(line)
            if found and numbered and (old or found[-1][0][-1].endswith("：")):
                old = True
                found[-1][1][_number(numbered["n"])] = line
            elif item and found and not old:
                number = _number(item["n"])
                if number > 1 and not found[-1][1] and len(found) > 1 and number - 1 in found[-2][1]:
                    between, _ = found.pop()
                    found[-1][1][number - 1] += "\n" + "\n".join(between)
                found[-1][1][number] = line
            elif found and ((old and item) or _SUBITEM.match(line)):
                lead, items = found[-1]
                if items:
                    items[next(reversed(items))] += f"\n{line}"
                else:
                    lead.append(line)
            else:
                found.append(([line], {}))
        return tuple(Paragraph("\n".join(lead), items) for lead, items in found)

    def part(self, paragraph: int | None, item: int | None) -> Text | None:
        """The text that a citation names, or None where there is no such 款 or 项.

        An item comes with the lead of its 款, which holds what follows from it.  An item without a 款 is looked for in
        every 款; where several have it, all count.  The same part is the same text each time, so that its sums are read once.
        """
        return self._parts(paragraph, item)

    @cached_property
    def _parts(self) -> Callable[[int | None, int | None], Text | None]:
        return cache(self._cut)

    def _cut(self, paragraph: int | None, item: int | None) -> Text | None:
        if paragraph is None and item is None:
            return self.whole
        if paragraph is not None and paragraph > len(self.paragraphs):
            return None
        asked = self.paragraphs if paragraph is None else self.paragraphs[paragraph - 1 : paragraph]
        if item is None:
            return Text(asked[0].text)
        having = [f"{one.lead}\n{one.items[item]}" for one in asked if item in one.items]
        return Text("\n".join(having)) if having else None

    def reach(self, paragraph: int | None, item: int | None) -> Text:
        """The part cited, with the paragraphs that speak of others (有前款规定情形的 …); the whole where it does so itself."""
        return self._reaches(paragraph, item)

    @cached_property
    def _reaches(self) -> Callable[[int | None, int | None], Text]:
        return cache(self._reach)

    def _reach(self, paragraph: int | None, item: int | None) -> Text:
        part = self.part(paragraph, item)
        if part is None or part.text == self.text or _REFERS.search(part.text):
            return self.whole
        referring = {index for index, one in enumerate(self.paragraphs) if _REFERS.search(one.text)}
        if paragraph is None:
            referring |= {index for index, one in enumerate(self.paragraphs) if item in one.items}
        pieces = []
        for index, one in enumerate(self.paragraphs):
            if index + 1 == paragraph:
                pieces.append(part.text)
            elif index in referring:
                pieces.append(one.text)
        return Text("\n".join(pieces))


def _number(numeral: str) -> int:
    try:
        return parse_number(numeral)
    except ValueError:
        return 0
