"""Which 第N条 are the heads of articles, and which only cite one.

Heads stand at the start of a line, in order of number.  In damaged copies some are glued to the paragraph before; where a
number is missing from the order it is looked for inside the lines between, and nothing is ever renumbered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.legal.numerals import format_number, parse_number
from generator.legal.structure.model import Fault
from generator.legal.structure.patterns import CITES, HEAD

_LEAD = re.compile(r"[\s#*>]*")
_SPACE = " \t\u3000\xa0\u2002\u2003"
_SPACED = (
    3  # a number with a space after it is surely a head; one without may be a line that was broken before a citation
)
_BARE = 1
_NEXT = 2  # what going on with the very next number is worth


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an article: where it begins, where the text after it begins, and its number.

    Attributes:
        line, start, end: the line from 0; columns of 第 and of the first character of the text.
        number, suffix: 第一百二十条之一 is 120 and 1.
        spaced: a space or the end of the line follows.
    """

    line: int
    start: int
    end: int
    number: int
    suffix: int
    spaced: bool

    @property
    def place(self) -> tuple[int, int]:
        """Number and suffix."""
        return self.number, self.suffix

    def follows(self, other: "Head") -> bool:
        """Whether it is the very next after ``other``."""
        return self.place == (other.number + 1, 0) or self.place == (other.number, other.suffix + 1)


def find_heads(lines: Sequence[str], first: int, last: int) -> tuple[list[Head], list[Fault], list[Fault]]:
    """The heads of articles in lines ``first`` (included) to ``last`` (not included).

    Returns:
        The heads in order; what was repaired; what can't be (numbers lost, numbers that go back).
    """
    candidates = [head for line in range(first, last) if (head := _at_start(lines, line))]
    heads = _chain(candidates)
    kept = set(heads)
    faults = [
        Fault(head.line, "number-back", f"第{head.number}条的条号与前文不相接（倒退或者重复），按正文处理")
        for head in candidates
        if head.spaced and head not in kept
    ]
    whole, repaired, lost = _fill(lines, heads, first, last)
    for head in whole:
        repaired += _odd(lines, head)
    return whole, repaired, faults + lost


def _at_start(lines: Sequence[str], line: int) -> Head | None:
    text = lines[line]
    lead = _LEAD.match(text)
    found = HEAD.match(text, lead.end() if lead else 0)
    if not found:
        return None
    return _head(text, line, found)


def _head(text: str, line: int, found: re.Match[str]) -> Head | None:
    try:
        number = parse_number(found[1])
        suffix = parse_number(found[2]) if found[2] else 0
    except ValueError:
        return None
    # the space after 之一 is a part of the match
    spaced = found.end() == len(text) or text[found.end()] in _SPACE or text[found.end() - 1] in _SPACE
    end = found.end()
    while end < len(text) and text[end] in _SPACE:
        end += 1
    if number < 1 or (not spaced and CITES.match(text, found.end())):
        return None
    return Head(line, found.start(), end, number, suffix, spaced)


#: The weight of no run, and the place of its end, of which the first of several as heavy counts for more.
_NONE = (0, 1)


def _chain(candidates: Sequence[Head]) -> list[Head]:
    """The heaviest run of rising numbers; nearly always all candidates."""
    if all(later.follows(earlier) for earlier, later in pairwise(candidates)):
        return list(candidates)
    ranks = {place: rank for rank, place in enumerate(sorted({head.place for head in candidates}), 1)}
    tree = [_NONE] * (len(ranks) + 1)  # the best run that ends at or below a rank, in a tree of binary indices
    of_number: dict[int, tuple[int, int]] = {}
    of_place: dict[tuple[int, int], tuple[int, int]] = {}
    before: list[int] = []
    ends = _NONE
    for at, head in enumerate(candidates):
        lower = _NONE
        rank = ranks[head.place] - 1
        while rank:
            lower, rank = max(lower, tree[rank]), rank & (rank - 1)
        next_to = of_place.get((head.number, head.suffix - 1), _NONE)
        if not head.suffix:
            next_to = max(next_to, of_number.get(head.number - 1, _NONE))
        if next_to != _NONE:
            lower = max(lower, (next_to[0] + _NEXT, next_to[1]))
        run = (lower[0] + (_SPACED if head.spaced else _BARE), -at)
        before.append(-lower[1] if lower != _NONE else -1)
        of_number[head.number] = max(of_number.get(head.number, _NONE), run)
        of_place[head.place] = max(of_place.get(head.place, _NONE), run)
        ends = max(ends, run)
        rank = ranks[head.place]
        while rank < len(tree):
            tree[rank] = max(tree[rank], run)
            rank += rank & -rank
    at = -ends[1] if ends != _NONE else -1
    chain: list[Head] = []
    while at >= 0:
        chain.append(candidates[at])
        at = before[at]
    return [head for head in reversed(chain) if head.spaced or len(chain) == 1 or _near(head, chain)]


def _near(head: Head, chain: Sequence[Head]) -> bool:
    """Whether a number without a space after it goes on with the one before it, or comes right before the next."""
    at = chain.index(head)  # the chain runs backwards here
    earlier = chain[at + 1] if at + 1 < len(chain) else None
    return earlier is None or head.follows(earlier) or (at > 0 and chain[at - 1].follows(head))


def _fill(
    lines: Sequence[str], heads: Sequence[Head], first: int, last: int
) -> tuple[list[Head], list[Fault], list[Fault]]:
    """Heads for the numbers that are missing from the order, where the lines between hold them."""
    whole: list[Head] = []
    repaired: list[Fault] = []
    lost: list[Fault] = []
    for at, head in enumerate(heads):
        before = heads[at - 1] if at else None
        missing = range((before.number if before else 0) + 1, head.number)
        if before is None and len(missing) > _BOOK:
            missing = range(0)  # a book of a code, whose numbers go on from the book before
        start = (before.line, before.end) if before else (first, 0)
        for number in missing:
            found = _inside(lines, number, start, (head.line, head.start))
            if found is None:
                lost.append(
                    Fault(
                        head.line, "number-lost", f"第{number}条的条号在文中找不到（第{head.number}条之前），没有改编号"
                    )
                )
                continue
            glued, clean = found
            whole.append(glued)
            start = (glued.line, glued.end)
            if clean:
                repaired.append(Fault(glued.line, "head-glued", f"第{number}条的条首连在上一段之后，已经分开"))
            else:
                lost.append(Fault(glued.line, "text-lost", f"第{number}条的条首夹在句子里，前后文字可能有缺失"))
        whole.append(head)
    if whole:
        whole += _after(lines, whole[-1], last, repaired)
    return whole, repaired, lost


_BOOK = 40  # articles that may be missing at the start before the text counts as a later book of a larger work


#: Words that go on with a citation (第八条和第九条), but also begin a sentence after a head and its space: 第八条 与飞行有关的.
_WORDS = tuple("与和及至到或规")
#: A sentence about an article, where no space shows that it is one: 第四十二条修改为.
_TOLD_OF = re.compile(r"修[改订正]|改为|删|增加|中|是|系")


def _after(lines: Sequence[str], head: Head, last: int, repaired: list[Fault]) -> Iterator[Head]:
    """Heads glued into the lines after the last one, whole sentences apart."""
    while found := _inside(lines, head.number + 1, (head.line, head.end), (last, 0)):
        head, clean = found
        if not clean or (not head.spaced and _TOLD_OF.match(lines[head.line], head.end)):
            return
        repaired.append(Fault(head.line, "head-glued", f"第{head.number}条的条首连在上一段之后，已经分开"))
        yield head


def _inside(
    lines: Sequence[str], number: int, start: tuple[int, int], end: tuple[int, int]
) -> tuple[Head, bool] | None:
    """The head of ``number`` inside the lines between two places; whether a sentence ends before it."""
    figure = rf"[第笫]\s*(?:{format_number(number)}|{number})\s*条"
    loose: Head | None = None
    for line in range(start[0], min(end[0] + 1, len(lines))):
        text = lines[line]
        stop = end[1] if line == end[0] else len(text)
        for found in re.finditer(figure, text[:stop]):
            if line == start[0] and found.start() < start[1]:
                continue
            again = HEAD.match(text, found.start())
            head = _head(text, line, again) if again else None
            if head is None:
                continue
            clean = not text[: head.start].strip() or text[: head.start].rstrip()[-1:] in "。；：！？"
            if CITES.match(text, head.end) and not (clean and head.spaced and text[head.end : head.end + 1] in _WORDS):
                continue
            if clean:
                return head, True
            loose = loose or head
    return (loose, False) if loose else None


def _odd(lines: Sequence[str], head: Head) -> list[Fault]:
    """What had to be overlooked to read a head."""
    written = lines[head.line][head.start : head.end].rstrip()
    found = []
    if written.startswith("笫"):
        found.append(Fault(head.line, "wrong-character", f"第{head.number}条的“第”误作“笫”，已经改正"))
    if re.search(r"\S\s+\S", written):
        found.append(Fault(head.line, "number-spaced", f"第{head.number}条的条号中夹有空格，已经去掉"))
    return found
