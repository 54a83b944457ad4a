"""A stretch of one line while it is read: where it stands, how far it is read, and how a mention is put together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.legal.citations import grammar
from generator.legal.citations.loci import Place, figures, formal, read_bare, read_next, read_place
from generator.legal.citations.model import Kind, Mention, Target
from generator.legal.citations.reader import Reader
from generator.legal.structure import Locus


@dataclass(slots=True)
class Stretch:
    """A stretch of one line.

    Attributes:
        reader: what the text has said before it.
        number: of the line, from 0.
        text: the whole line.
        stop: column at which the stretch ends.
        locus: where it stands in the text's own numbering.
        done: column up to which it is read.
    """

    reader: Reader
    number: int
    text: str
    stop: int
    locus: Locus | None
    done: int = 0
    titles: list[str | None] = field(default_factory=list)  # laws named by their titles so far

    def _articles(self, at: int) -> Place | None:
        """The place right after a law's name."""
        return read_place(self.text, at, "article", self.stop) or read_bare(self.text, at, self.stop)

    def _here(self) -> str:
        assert self.locus is not None
        return formal(self.locus.article, "条", self.locus.suffix)

    def _unnamed(self) -> str:
        return "" if self.reader.own else "这份文本自己的名称不明"

    def _run(self, begun: int, place: Place, kind: Kind, law: str | None, why: str = "") -> Iterator[Mention]:
        """A mention and those that go on with it."""
        yield self._mention(begun, place.end, kind, law, place, why)
        self.done = place.end
        while following := read_next(self.text, place, self.stop):
            start, place = following
            member: Kind = {"article": "list_member", "paragraph": "para_member", "item": "item_member"}[  # type: ignore[assignment]
                _begins_with(self.text, start)
            ]
            yield self._mention(start, place.end, member, law, place, why)
            self.done = place.end

    def _mention(self, start: int, end: int, kind: Kind, law: str | None, place: Place, why: str = "") -> Mention:
        article, paragraph = figures(place.article), figures(place.paragraph)
        self.reader.last = mention = Mention(
            line=self.number,
            start=start,
            end=end,
            surface=self.text[start:end],
            kind=kind,
            law=law,
            own=law is not None
            and law == self.reader.own
            and not self.reader.several
            and kind not in ("title", "title_repealed", "abbrev_def"),
            article=place.article,
            article_end=place.article_end,
            paragraph=place.paragraph,
            paragraph_end=place.paragraph_end,
            item=place.item,
            item_end=place.item_end,
            target=Target(
                article=article[0] if article else 0,
                suffix=article[1] if len(article) > 1 and "之" in (place.article or "") else 0,
                article_end=(figures(place.article_end) or (0,))[0],
                paragraph=paragraph[0] if paragraph else 0,
                paragraph_end=(figures(place.paragraph_end) or (0,))[0],
                items=items_of(place),
                more=article[1:] if "之" not in (place.article or "") else (),
                paragraphs=paragraph[1:],
            ),
            why="" if law else why,
        )
        return mention


def _begins_with(text: str, at: int) -> str:
    """The level that a place begins with."""
    for level, pattern in (
        ("article", grammar.ELIDED_ARTICLES_RE),
        ("article", grammar.ARTICLE_RE),
        ("article", grammar.ARTICLE_AFTER_RE),
        ("paragraph", grammar.ELIDED_PARAGRAPHS_RE),
        ("paragraph", grammar.PARAGRAPH_RE),
        ("paragraph", grammar.PARAGRAPH_AFTER_RE),
    ):
        if pattern.match(text, at):
            return level
    return "item"


def items_of(place: Place) -> tuple[int, ...]:
    """The 项 that a place names, each of a list or a range."""
    low, high = figures(place.item), figures(place.item_end)
    if low and high and high[0] >= low[0]:
        return tuple(range(low[0], min(high[0], low[0] + 100) + 1))
    return low
