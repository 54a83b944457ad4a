"""Finding the citations of a text, line by line, with what each means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.legal.citations import grammar
from generator.legal.citations.bare import name_before
from generator.legal.citations.itself import Itself
from generator.legal.citations.line import items_of
from generator.legal.citations.loci import Place, read_bare, read_next, read_place
from generator.legal.citations.model import Mention, Names, plain
from generator.legal.citations.reader import reader_of


def read_mentions(lines: Sequence[str], names: Names, title: str | None = None) -> Iterator[Mention]:
    """Every citation of a text, in order.

    Args:
        lines: the text, without line ends.
        names: the laws that are known.
        title: of the law whose text it is; where None, the text's own first line tells, if it has articles.

    Yields:
        Mention: one for each place that is cited (、第七条 after 第三条 is one of its own; a range is one).
    """
    reader = reader_of(lines, names, title)
    for number, line in enumerate(lines):
        reader.turn(line)
        reader.tabulate(line, lines[number + 1] if number + 1 < len(lines) else "")
        if "第" not in line and "《" not in line and "款" not in line and "项" not in line and "条" not in line:
            continue
        for start, end, locus in reader.context.parts(number, len(line)):
            if locus is None or not locus.item:
                reader.leave()
            for one in _Line(reader, number, line, end, locus).mentions(start):
                if one.own and one.article and locus and not locus.item:
                    reader.leads.add(one.article)
                if not (reader.private and one.own):
                    yield one


@dataclass(slots=True)
class _Line(Itself):
    """A stretch of one line, read from left to right."""

    def mentions(self, start: int) -> Iterator[Mention]:
        """Those between ``start`` and ``stop``."""
        self.done = start
        while found := grammar.STARTERS.search(self.text, self.done, self.stop):
            begun = found.start()
            self.done = begun + 1
            sort = found.lastgroup
            if sort == "title":
                yield from self._title(begun)
            elif sort == "self":
                yield from self._self(begun)
            elif sort == "that":
                yield from self._that(begun)
            elif sort == "its":
                yield from self._its(begun)
            elif sort == "relative":
                yield from self._relative(begun)
            elif sort == "short":
                yield from self._short(begun)
            else:
                yield from self._locus(begun)

    def _that(self, begun: int) -> Iterator[Mention]:
        if within := grammar.THAT_PLACE.match(self.text, begun, self.stop):
            yield from self._that_place(begun, within)
            return
        found = grammar.THAT.match(self.text, begun, self.stop)
        place = read_place(self.text, found.end(), "article", self.stop) if found else None
        if found and place:
            law = self.reader.antecedent(found[1])
            yield from self._run(begun, place, "that_article", law, "" if law else "前文没有写明是哪一部法")

    def _its(self, begun: int) -> Iterator[Mention]:
        """《环境保护税法》及其实施条例第二条: what carries out the law named last."""
        found = grammar.ITS.match(self.text, begun, self.stop)
        place = read_place(self.text, found.end(), "article", self.stop) if found else None
        base = next(reversed(self.reader.named.values()), None)
        if found and place and base:
            law = f"{base}{found[1]}"
            law = self.reader.names.full(law) or law
            self.reader.name(law, law)
            yield from self._run(begun, place, "that_article", law)

    def _that_place(self, begun: int, found: re.Match[str]) -> Iterator[Mention]:
        """该条第二款 and 该款第一项, of the place cited last in the line."""
        last = self.reader.last
        if last is None or last.line != self.number or not last.article or (found[1] == "款" and not last.paragraph):
            return
        place = read_place(self.text, found.end(), "paragraph" if found[1] == "条" else "item", self.stop) or (
            read_place(self.text, found.end(), "item", self.stop) if found[1] == "条" else None
        )
        if place:
            place = replace(place, article=last.article_end or last.article)
            if found[1] == "款":
                place = replace(place, paragraph=last.paragraph_end or last.paragraph)
            yield from self._run(begun, place, "that_article", last.law, last.why)

    def _locus(self, begun: int) -> Iterator[Mention]:
        if place := read_place(self.text, begun, "article", self.stop):
            name = name_before(self.text, begun, self.reader.names, self.reader.short)
            if name:
                yield from self._named(name, place)
            elif law := self._of_column(begun):
                yield from self._run(begun, place, "bare_article", law)
            elif self._no_law(begun):
                self._pass(place)
            elif follows := self._of_last(begun, place):
                yield from self._run(begun, place, "list_member", follows.law)
            elif self.reader.own or self._is_cited(begun, place):
                yield from self._run(begun, place, "own_article", self.reader.own, self._unnamed())
            return
        if self.locus is None:
            yield from self._continued(begun)
            return
        if self._no_law(begun) or grammar.NUMBER_BEFORE.search(self.text[max(0, begun - 3) : begun]):
            return
        for level, kind in (("paragraph", "para_only"), ("item", "item_only")):
            place = read_place(self.text, begun, level, self.stop)
            if place and self._is_lower(begun, place):
                place = replace(place, article=self._led(place) if level == "item" else self._here())
                yield from self._run(begun, place, kind, self.reader.own, self._unnamed())  # type: ignore[arg-type]
                return

    def _led(self, place: Place) -> str:
        """The article that a 项 alone is of.

        A list that says for each 项 of another article what it costs (违反第三条的，按下列规定处罚：（一）违反第一项的 …) tells so by
        citing its own place or a later one; then all that it cites are of the article that the words before the list name.
        """
        assert self.locus is not None
        leads, here = self.reader.leads, self.locus
        if len(leads) != 1 or not here.item:
            return self._here()
        following: tuple[int, Place] | None = (place.end, place)
        while following and not self.reader.led:
            self.reader.led = max(items_of(following[1]), default=0) >= here.item
            following = read_next(self.text, following[1], self.stop)
        return next(iter(leads)) if self.reader.led else self._here()

    def _no_law(self, begun: int) -> bool:
        """Whether the number is of what is no law: 合同第三条, 《劳动合同书》第三条."""
        return bool(grammar.NO_LAW_BEFORE.search(self.text[max(0, begun - 40) : begun]))

    def _pass(self, place: Place) -> None:
        """Go past a place, and what goes on with it."""
        self.done = place.end
        while following := read_next(self.text, place, self.stop):
            place = following[1]
            self.done = place.end

    def _of_column(self, begun: int) -> str | None:
        """The law that the head of the column names, where an article stands first in a cell or after another there."""
        if not self.reader.columns:
            return None
        before = self.text[:begun].lstrip().removeprefix("|").split("|")
        at = len(before) - 1
        return self.reader.columns[at] if at < len(self.reader.columns) and not before[-1].strip() else None

    def _of_last(self, begun: int, place: Place) -> Mention | None:
        """The citation whose law a bare 第八条 belongs to in a document without articles: 依照《甲法》第六条的规定和第八条的规定."""
        last = self.reader.last
        if self.reader.own or last is None or last.line != self.number or not last.article or last.law is None:
            return None
        joined = grammar.NEAR.fullmatch(self.text[last.end : begun]) and not grammar.ADVICE.match(self.text, place.end)
        return last if joined or self._is_cited(begun, place) else None

    def _is_cited(self, begun: int, place: Place) -> bool:
        return bool(grammar.CITED_BEFORE.search(self.text[:begun]) or self._goes_on(place))

    def _named(self, name: tuple[int, str], place: Place) -> Iterator[Mention]:
        start, title = name
        if grammar.UNNAMED.fullmatch(title) and not self._is_known(title):
            yield from self._run(start, place, "bare_article", None, f"“{title}”没有写明是哪一部法")
            return
        law = self.reader.short.get(plain(title)) or self.reader.names.full(title) or title
        self.reader.name(title, law)
        yield from self._run(start, place, "bare_article", law)

    def _is_known(self, title: str) -> bool:
        return plain(title) in self.reader.short or self.reader.names.full(title) is not None

    def _short(self, begun: int) -> Iterator[Mention]:
        """行政处罚法33条: an article without 第 after a name that is known."""
        place = read_bare(self.text, begun, self.stop)
        name = name_before(self.text, begun, self.reader.names, self.reader.short) if place else None
        if place and name and self._is_known(name[1]):
            yield from self._named(name, place)

    def _continued(self, begun: int) -> Iterator[Mention]:
        """第三款 in a document without articles of its own, after a place in the same line: 第一款“……”和第三款, 第一款规定……，第三款规定."""
        last = self.reader.last
        if self.reader.text.articles or last is None or last.line != self.number or not last.article:
            return
        level: Literal["paragraph", "item"] = "paragraph"
        place = read_place(self.text, begun, "paragraph", self.stop)
        if place is None and last.item:
            place, level = read_place(self.text, begun, "item", self.stop), "item"
        if place is None or not self._joined(self.text[last.end : begun], begun, place):
            return
        place = replace(place, article=last.article_end or last.article)
        if level == "item":
            place = replace(place, paragraph=last.paragraph_end or last.paragraph)
        yield from self._run(begun, place, "para_member" if level == "paragraph" else "item_member", last.law, last.why)

    def _joined(self, between: str, begun: int, place: Place) -> bool:
        if grammar.NEAR.fullmatch(between):
            return self._is_lower(begun, place) or self.text[place.end : place.end + 1] in ("“", "「")
        return bool(grammar.FAR.fullmatch(between) and grammar.RULES.match(self.text, place.end))

    def _is_lower(self, begun: int, place: Place) -> bool:
        """Whether 第一款 or 第（二）项 alone is one of law: so it goes on, or is cited, or its number stands in brackets."""
        return bool(
            grammar.GOES_ON.match(self.text, place.end)
            or grammar.CITED_BEFORE.search(self.text[:begun])
            or (place.item and "（" in place.item.replace("(", "（"))
        )

    def _goes_on(self, place: Place) -> bool:
        return bool(
            place.paragraph or place.item or place.article_end or grammar.CITED_AFTER.match(self.text, place.end)
        )
