"""What a text cites of itself: 本法第三条, 本条第一款, 前款, 前两条."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.legal.citations import grammar
from generator.legal.citations.loci import Place, figures, formal, read_place
from generator.legal.citations.model import Kind, Mention
from generator.legal.citations.titled import Titled


@dataclass(slots=True)
class Itself(Titled):
    """Reads what a text cites by its own numbering."""

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
