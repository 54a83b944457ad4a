"""Reading the structure of a text, line by line.

The text between two heads is one article.  A line is one 款, unless it is an item, goes on with an item, or goes on with a
line that did not end; an item whose number was lost (a word processor's own numbering) is known by where it stands: after a
line that ends with a colon, lines that end with a semicolon, and the one that ends the list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.legal.numerals import parse_number
from generator.legal.structure.heads import Head, find_heads
from generator.legal.structure.model import Fault, Heading, LawText, Locus, Piece, Provision
from generator.legal.structure.outside import Outside, outside
from generator.legal.structure.patterns import ENDS, GLUED_HEADING, HEADING, ITEM, RANKS, SUBITEM, SUPPLEMENT, TABLE

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_RUN_ON = re.compile(r"(?<=[；;：:。])\s*(?=[（(]\s*[一二三四五六七八九十]+\s*[）)])")
_HEADING_LIMIT = 60


def read_structure(lines: Sequence[str]) -> LawText:
    """The structure of a text.

    Args:
        lines: of the source, without their ends; Markdown marks may stand in them.  Columns of the result count in these.

    Returns:
        LawText: whole even where the text is damaged; its faults say what is missing.
    """
    apart = outside(lines)
    heads, repaired, problems = find_heads(lines, apart.first, apart.last)
    reader = _Reader(lines, apart, repaired=repaired, problems=problems)
    reader.read(heads)
    return reader.text(heads)


@dataclass(slots=True)
class _Reader:
    """What is known so far while the lines are read in order."""

    lines: Sequence[str]
    apart: Outside
    repaired: list[Fault]
    problems: list[Fault]
    pieces: list[Piece] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    locus: Locus | None = None
    open: str = ""  # how the piece before ended: "" whole, "：" opens a list, "；" inside one, "…" unfinished
    unnumbered: bool = False  # the list now read has lost its numbers
    above: dict[tuple[int, int], int] = field(default_factory=dict)  # article → how many headings stand before its head
    marks: int | None = None  # the list now read has items with the marks of subitems (1. 2.): which of them

    def read(self, heads: Sequence[Head]) -> None:
        """Read every line between the header and the annexes."""
        by_line: dict[int, list[Head]] = {}
        for head in heads:
            by_line.setdefault(head.line, []).append(head)
        for line in range(self.apart.first, self.apart.last):
            text = self.lines[line]
            if line in self.apart.skipped or not text.strip():
                continue
            own = by_line.get(line, [])
            starts = [head.start for head in own]
            if not own or text[: starts[0]].strip(" \t\u3000#*>"):
                self._stretch(line, 0, starts[0] if own else len(text))
            for head, stop in zip(own, [*starts[1:], len(text)][: len(own)], strict=True):
                self.locus, self.open, self.unnumbered, self.marks = Locus(head.number, head.suffix), "", False, None
                self.above[head.place] = len(self.headings)
                self._stretch(line, head.end, stop, begins=True)

    def _stretch(self, line: int, start: int, stop: int, begins: bool = False) -> None:
        """Read a line, or the part of it that belongs to one article."""
        text = self.lines[line]
        if not begins and self._heading(line, text[start:stop]):
            return
        if glued := GLUED_HEADING.search(text, start, stop):
            self._stretch(line, start, glued.start(), begins)
            self._heading(line, glued[1])
            self.repaired.append(Fault(line, "heading-glued", f"标题“{glued[1].strip()}”连在上一条之后，已经分开"))
            return
        if self.locus is None:
            self._piece(line, start, stop, "preamble")
            return
        if TABLE.fullmatch(text):
            self._piece(line, start, stop, "table")
            return
        cuts = [start, *(found.end() for found in _RUN_ON.finditer(text, start, stop)), stop]
        if len(cuts) > 2:
            self.repaired.append(Fault(line, "items-run-on", "几项写在一行里，已经分开"))
        for number, (begin, end) in enumerate(pairwise(cuts)):
            self._body(line, begin, end, begins and number == 0)

    def _heading(self, line: int, text: str) -> bool:
        found = HEADING.fullmatch(text)
        supplement = SUPPLEMENT.fullmatch(text)
        if not supplement and (not found or len(found[3]) > _HEADING_LIMIT or found[3].endswith(("。", "；", "，"))):
            return False
        if supplement:
            title, rank = "附则", RANKS["章"]
        else:
            assert found is not None
            number = re.sub(r"\s", "", found[1])
            title = f"{number}{found[2]} {_closed(found[3])}".strip()
            rank = RANKS[found[2]]
        self.headings.append(Heading(rank, title, line))
        self.pieces.append(Piece(line, 0, len(self.lines[line]), "heading"))
        self.open = ""
        return True

    def _body(self, line: int, start: int, stop: int, begins: bool) -> None:
        """A stretch of an article: decide whether it is a 款, an item, a subitem, or goes on with the one before."""
        text = self.lines[line][start:stop]
        assert self.locus is not None
        if item := ITEM.match(text):
            self._numbered_item(line, start, stop, item)
            return
        if (sub := SUBITEM.match(text)) and (self.locus.item or self.open == "："):
            number = int(sub[1] or sub[2] or _CIRCLED.index(sub[3]) + 1)
            if not self.locus.item:
                self.marks = sub.lastindex
            flat = self.marks == sub.lastindex
            place = (number, 0) if flat else (self.locus.item, number)
            self._at(Locus(self.locus.article, self.locus.suffix, self.locus.paragraph, *place))
            self._piece(line, start, stop, "item" if flat else "subitem")
        elif begins:
            self._piece(line, start, stop, "paragraph")
        elif self.open == "…":
            self._joined(line, start, stop)
        elif self._lost_item(line, text):
            self._at(Locus(self.locus.article, self.locus.suffix, self.locus.paragraph, self.locus.item + 1))
            self._piece(line, start, stop, "item")
        else:
            step = 0 if self._bare_head() else 1
            self._at(Locus(self.locus.article, self.locus.suffix, self.locus.paragraph + step))
            self.unnumbered, self.marks = False, None
            self._piece(line, start, stop, "paragraph")

    def _bare_head(self) -> bool:
        """Whether the article's number stands alone on its line, so that its first 款 is still to come."""
        last = self.pieces[-1] if self.pieces else None
        return last is not None and last.locus == self.locus and last.start >= last.end

    def _numbered_item(self, line: int, start: int, stop: int, item: re.Match[str]) -> None:
        assert self.locus is not None
        try:
            number = parse_number(item[1])
        except ValueError:
            number = self.locus.item + 1
        if item[1].isascii() and self.locus.item and not self.unnumbered and number <= self.locus.item:
            locus = Locus(self.locus.article, self.locus.suffix, self.locus.paragraph, self.locus.item, number)
            self._at(locus)
            self._piece(line, start, stop, "subitem")
            return
        self.marks = None
        self._at(Locus(self.locus.article, self.locus.suffix, self.locus.paragraph, number))
        self._piece(line, start, stop, "item")

    def _lost_item(self, line: int, text: str) -> bool:
        """Whether a line without a number is an item all the same: its list has lost its numbers."""
        if self.open == "：" and text.rstrip().endswith(("；", ";")):
            if not self.unnumbered:
                self.repaired.append(Fault(line, "items-unnumbered", "各项的编号已经丢失，按先后顺序计数"))
            self.unnumbered = True
            return True
        return self.unnumbered and self.open == "；"

    def _joined(self, line: int, start: int, stop: int) -> None:
        last = self.pieces[-1]
        self.repaired.append(Fault(line, "line-broken", "一款断成两行，已经接上"))
        self._piece(line, start, stop, last.role, joins=True)

    def _at(self, locus: Locus) -> None:
        self.locus = locus

    def _piece(self, line: int, start: int, stop: int, role: str, joins: bool = False) -> None:
        text = self.lines[line][start:stop].rstrip()
        self.pieces.append(Piece(line, start, start + len(text), role, self.locus, joins))  # type: ignore[arg-type]
        if text.endswith(("：", ":")):
            self.open = "："
        elif text.endswith(("；", ";")):
            self.open = "；"
        else:
            self.open = "" if not text or ENDS.search(text) else "…"

    def text(self, heads: Sequence[Head]) -> LawText:
        """The whole, once every line is read."""
        headings = _real(self.headings, [head.line for head in heads])
        articles = tuple(self._provisions(heads, headings))
        sections = () if articles else self.apart.sections(self.lines)
        preamble = tuple(self._words(piece) for piece in self.pieces if piece.role == "preamble")
        annexes = tuple(line for line in self.lines[self.apart.last :] if line.strip())
        problems = [*self.problems, *self.apart.problems(self.lines, heads, preamble, annexes)]
        return LawText(
            self.apart.title,
            self.apart.header,
            tuple(headings),
            articles,
            sections,
            preamble,
            annexes,
            tuple(self.pieces),
            tuple(self.repaired),
            tuple(problems),
        )

    def _provisions(self, heads: Sequence[Head], headings: Sequence[Heading]) -> Iterator[Provision]:
        parts: dict[tuple[int, int], list[str]] = {head.place: [] for head in heads}
        for piece in self.pieces:
            if piece.locus is None or piece.start >= piece.end:
                continue
            own = parts.setdefault((piece.locus.article, piece.locus.suffix), [])
            if piece.joins and own:
                own[-1] += self._words(piece)
            else:
                own.append(self._words(piece))
        kept = set(headings)
        for head in heads:
            path: dict[int, str] = {}
            for heading in self.headings[: self.above.get(head.place, 0)]:  # none above one within a comment
                if heading in kept:
                    path = {rank: title for rank, title in path.items() if rank < heading.rank}
                    path[heading.rank] = heading.title
            words = tuple(path[rank] for rank in sorted(path))
            yield Provision(head.number, head.suffix, words, head.line, "\n".join(parts[head.place]))

    def _words(self, piece: Piece) -> str:
        return self.lines[piece.line][piece.start : piece.end].strip()


def _closed(name: str) -> str:
    """A heading's name without the spaces that typesetters put between two characters: 总　则 → 总则."""
    return re.sub(r"(?<=[\u3400-\u9fff、，（）])[\s　]+(?=[\u3400-\u9fff、，（）])", "", name.strip())


def _real(headings: Sequence[Heading], heads: Sequence[int]) -> list[Heading]:
    """Without a table of contents: headings before the first article that come again."""
    first = min(heads, default=-1)
    later = {heading.title for heading in headings if heading.line >= first}
    early = [heading for heading in headings if heading.line < first]
    again = [at for at, one in enumerate(early) if one.title in {x.title for x in early[at + 1 :]} | later]
    return [one for at, one in enumerate(early) if at not in again] + [h for h in headings if h.line >= first]
