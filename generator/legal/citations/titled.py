"""Laws named by a title in 《》, and the short names that a text gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.legal.citations import grammar
from generator.legal.citations.line import Stretch
from generator.legal.citations.loci import Place
from generator.legal.citations.model import Kind, Mention, plain


@dataclass(slots=True)
class Titled(Stretch):
    """Reads titles."""

    def _title(self, begun: int) -> Iterator[Mention]:
        found = grammar.TITLE.match(self.text, begun, self.stop)
        if not found:
            return
        self.done = found.end()
        if within := self._within(begun, found.end()):
            yield from within
            return
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

    def _within(self, begun: int, end: int) -> Iterator[Mention] | None:
        """What is cited by a known name without marks that holds the title: 广东省实施《土壤污染防治法》办法第四十条.

        The law in it is no citation of that law.  None where the title stands by itself.
        """
        rest = grammar.CARRIES_OUT.match(self.text, end, self.stop)
        if not rest:
            return None
        whole = range(max(0, begun - grammar.LONGEST_BEFORE), begun)
        start = next((at for at in whole if self.reader.names.full(self.text[at : rest.end()])), None)
        if start is None:
            return None
        self.done = rest.end()
        name = self.text[start : rest.end()]
        law = self.reader.names.full(name)
        self.reader.name(name, law)
        place = self._articles(rest.end())
        return self._run(start, place, "bare_article", law) if place else iter(())

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
