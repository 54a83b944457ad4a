"""Finding the citations of a text, line by line, with what each means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.legal.citations import grammar
from generator.legal.citations.bare import name_before
from generator.legal.citations.loci import Place, figures, formal, read_bare, read_next, read_place
from generator.legal.citations.model import Kind, Mention, Names, Target, plain
from generator.legal.citations.reader import Reader, reader_of
from generator.legal.structure import Locus


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
class _Line:
    """A stretch of one line, read from left to right."""

    reader: Reader
    number: int
    text: str
    stop: int
    locus: Locus | None
    done: int = 0
    titles: list[str | None] = field(default_factory=list)  # laws named by their titles so far

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

    # -- by the law's name -------------------------------------------------------------------------------------------

    def _title(self, begun: int) -> Iterator[Mention]:
        found = grammar.TITLE.match(self.text, begun, self.stop)
        if not found:
            return
        self.done = found.end()
        name = found[0][1:-1].strip()
        if self._calls_itself(begun, name):
            if place := self._articles(found.end()):
                yield from self._run(begun - 1, place, "self_article", self.reader.own, self._unnamed())
            return
        law, why = self._law(name)
        between = grammar.BETWEEN.match(self.text, found.end(), self.stop)
        place = self._articles(between.end()) if between else None
        if law is None and not why:
            if place is None or not self._is_list(name):
                return
            law = name
        self.reader.name(name, law)
        self.titles.append(law)
        if place:
            yield from self._run(begun, place, "title_article", law, why)
            return
        kind: Kind = "title_repealed" if self._is_repealed(found.end()) else "title"
        yield self._mention(begun, found.end(), kind, law, Place(found.end()), why)
        yield from self._abbreviation(found.end(), law)

    def _calls_itself(self, begun: int, name: str) -> bool:
        """本《规定》: the text itself, where it has that name."""
        return self.text[begun - 1 : begun] == "本" and begun > 0 and plain(self.reader.own or "").endswith(plain(name))

    def _abbreviations(self, at: int) -> Iterator[Mention]:
        """（以下分别简称《甲法》、《乙法》）: in the order of the titles before them."""
        found = grammar.ABBREVIATIONS.match(self.text, at, self.stop)
        names = list(grammar.ABBREVIATED.finditer(self.text, *found.span("names"))) if found else []
        if not found or len(names) > len(self.titles):
            return
        self.done = found.end()
        for one, law in zip(names, self.titles[-len(names) :], strict=True):
            if law:
                self.reader.short[plain(one[one.lastgroup or 0])] = law
                yield self._mention(one.start(), one.end(), "abbrev_def", law, Place(one.end()))

    def _abbreviation(self, at: int, law: str | None) -> Iterator[Mention]:
        yield from self._abbreviations(at)
        found = grammar.ABBREVIATION.match(self.text, at, self.stop)
        if not found or not law:
            return
        name = found["name"].strip()
        self.reader.short[plain(name)] = law
        marked = found["open"] == "《"
        start, end = found.start("name") - marked, found.end("name") + marked
        self.done = found.end()
        if marked or grammar.LAW_TITLE.search(name):
            yield self._mention(start, end, "abbrev_def", law, Place(end))

    def _law(self, name: str) -> tuple[str | None, str]:
        """The law that a title means; (None, "") where it is no law, (None, why) where that can't be known."""
        bare = plain(name)
        known = self.reader.short.get(bare) or self.reader.names.full(name)
        known = known or self.reader.names.full(grammar.BOOK_BEFORE.sub("", bare))
        if known:
            return known, ""
        if not grammar.LAW_TITLE.search(bare) or grammar.PRIVATE.search(bare):
            return None, ""
        if grammar.ISSUED.search(bare[-12:]) and not grammar.AUTHORITY.search(bare):
            return None, ""
        if len(re.sub(r"[（(].*", "", bare)) <= len("若干规定") and bare in grammar.GENERIC:
            if only := self.reader.only(bare):
                return only, ""
            return None, f"《{name}》是简称，文中没有写明它指哪一部"
        return name.replace("<", "〈").replace(">", "〉").replace("《", "〈").replace("》", "〉"), ""

    @staticmethod
    def _is_list(name: str) -> bool:
        return bool(grammar.LIST_TITLE.search(name) and not grammar.PRIVATE.search(name))

    def _is_repealed(self, at: int) -> bool:
        rest = re.split("[。；]", self.text[at : at + 400], maxsplit=1)[0]
        between = grammar.REPEALED.search(rest)
        if not between:
            return False
        words = re.sub(r"《[^》]*》(?:[（(][^）)]*[）)])?", "", rest[: between.start()])
        return len(words) <= 12 or words.strip("、和及，").startswith(("同时", "自", "即"))

    def _self(self, begun: int) -> Iterator[Mention]:
        found = grammar.SELF.match(self.text, begun, self.stop)
        if found:
            if place := self._articles(found.end()):
                yield from self._run(begun, place, "self_article", self.reader.own, self._unnamed())
            elif chapter := grammar.CHAPTER_RE.match(self.text, found.end(), self.stop):
                self.done = chapter.end()
                yield self._mention(begun, chapter.end(), "self_chapter", self.reader.own, Place(0), self._unnamed())
            else:
                self.done = found.end()
            return
        same = grammar.SAME.match(self.text, begun, self.stop)
        if not same or self.locus is None:
            return
        level = "paragraph" if same[1] == "条" else "item"
        place = read_place(self.text, same.end(), level, self.stop) or (
            read_place(self.text, same.end(), "item", self.stop) if same[1] == "条" else None
        )
        if place is None:
            self.done = same.end()
            return
        place = replace(place, article=self._here())
        if same[1] == "款":
            place = replace(place, paragraph=formal(self.locus.paragraph, "款"))
        yield from self._run(begun, place, "same_article", self.reader.own, self._unnamed())

    def _articles(self, at: int) -> Place | None:
        """The place right after a law's name."""
        return read_place(self.text, at, "article", self.stop) or read_bare(self.text, at, self.stop)

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

    # -- by the text's own numbering ---------------------------------------------------------------------------------

    def _relative(self, begun: int) -> Iterator[Mention]:
        found = grammar.RELATIVE.match(self.text, begun, self.stop)
        if not found:
            return
        steps = figures(found[1])[0] if found[1] else 1
        place = self._counted_back(found, steps)
        self.done = found.end()
        if place is None:
            return
        kind: Kind = {"款": "relative_para", "条": "relative_article", "项": "relative_item"}[found[2]]  # type: ignore[assignment]
        lower = {"款": ("item",), "条": ("paragraph", "item"), "项": ()}[found[2]]
        for level in lower:
            if more := read_place(self.text, found.end(), level, self.stop):
                place = replace(
                    more,
                    article=place.article,
                    article_end=place.article_end,
                    paragraph=place.paragraph or more.paragraph,
                    paragraph_end=place.paragraph_end or more.paragraph_end,
                )
                break
        if kind == "relative_para" and place.item and len(figures(place.item)) > 1:
            kind = "relative_para_elided"
        yield from self._run(begun, place, kind, self.reader.own, self._unnamed())

    def _counted_back(self, found: re.Match[str], steps: int) -> Place | None:
        """The place that 前款, 前两条, 前项 mean here; with no more than the end where nothing comes before."""
        if self.locus is None:
            return None
        end, here = found.end(), self.locus
        if found[2] == "条":
            return self._articles_before(end, steps)
        if found[2] == "款":
            place = Place(end, article=self._here())
            if here.paragraph <= steps:
                return place
            low, high = formal(here.paragraph - steps, "款"), formal(here.paragraph - 1, "款")
            return replace(place, paragraph=low, paragraph_end=high if steps > 1 else None)
        place = Place(end, article=self._here(), paragraph=formal(here.paragraph, "款"))
        if here.item <= steps:
            return place
        low, high = formal(here.item - steps, "项"), formal(here.item - 1, "项")
        return replace(place, item=low, item_end=high if steps > 1 else None)

    def _articles_before(self, end: int, steps: int) -> Place:
        assert self.locus is not None
        last, first = self.reader.context.before(self.locus, 1), self.reader.context.before(self.locus, steps)
        if last is None or first is None:
            return Place(end)
        low, high = formal(first[0], "条", first[1]), formal(last[0], "条", last[1])
        return Place(end, article=low, article_end=high if steps > 1 else None)

    def _locus(self, begun: int) -> Iterator[Mention]:
        if place := read_place(self.text, begun, "article", self.stop):
            name = name_before(self.text, begun, self.reader.names, self.reader.short)
            if name:
                yield from self._named(name, place)
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
            self.reader.led = max(_items(following[1]), default=0) >= here.item
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

    def _of_last(self, begun: int, place: Place) -> Mention | None:
        """The citation whose law a bare 第八条 belongs to in a document without articles: 依照《甲法》第六条的规定和第八条的规定."""
        last = self.reader.last
        if self.reader.own or last is None or last.line != self.number or not last.article or last.law is None:
            return None
        joined = grammar.NEAR.fullmatch(self.text[last.end : begun]) and grammar.GOES_ON.match(self.text, place.end)
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

    # -- putting together --------------------------------------------------------------------------------------------

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
                items=_items(place),
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


def _items(place: Place) -> tuple[int, ...]:
    low, high = figures(place.item), figures(place.item_end)
    if low and high and high[0] >= low[0]:
        return tuple(range(low[0], min(high[0], low[0] + 100) + 1))
    return low
