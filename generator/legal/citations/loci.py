"""Reading a locus: 第十二条第一款第（三）项, its ranges, and the places that go on with it after 、 or 和."""

import re
from dataclasses import dataclass, replace

from generator.legal.citations.grammar import (
    ADVICE,
    AND_RE,
    ARTICLE_AFTER_RE,
    ARTICLE_RE,
    ELIDED_ARTICLES_RE,
    ELIDED_ITEMS_RE,
    ELIDED_PARAGRAPHS_RE,
    ELIDED_RANGE,
    GOES_ON,
    ITEM_AFTER_RE,
    ITEM_RE,
    ITEM_SHORT_AFTER,
    LOWER_RE,
    NUMBER_RE,
    PARAGRAPH_AFTER_RE,
    PARAGRAPH_RE,
    RANGE_SIGN,
    SUBITEM_RE,
    TO_RE,
)
from generator.legal.numerals import format_number, parse_number


@dataclass(frozen=True, slots=True)
class Place:
    """What a locus names, level by level, in its own words; None where it doesn't name a level.

    Attributes:
        end: column after it.
    """

    end: int
    article: str | None = None
    article_end: str | None = None
    paragraph: str | None = None
    paragraph_end: str | None = None
    item: str | None = None
    item_end: str | None = None

    @property
    def deepest(self) -> str:
        """Its last level: ``article``, ``paragraph``, ``item``, or "" for none."""
        return "item" if self.item else "paragraph" if self.paragraph else "article" if self.article else ""


def read_place(text: str, at: int, level: str = "article", stop: int | None = None) -> Place | None:
    """The locus that begins at ``at`` with ``level`` (``article``, ``paragraph`` or ``item``), or None."""
    limit = len(text) if stop is None else stop
    place = Place(at)
    if level == "article":
        found = _article(text, at, limit)
        if found is None:
            return None
        place = found
        if place.article_end:
            return place
    if level in ("article", "paragraph"):
        lower = _paragraph(text, place, limit)
        if lower is None and level == "paragraph":
            return None
        place = lower or place
        if place.paragraph_end:
            return place
    lower = _item(text, place, limit)
    if lower is None and level == "item":
        return None
    place = lower or place
    if place.item and (sub := SUBITEM_RE.match(text, place.end, limit)):
        place = replace(place, end=sub.end())
    return place


def read_bare(text: str, at: int, stop: int, after: str | None = None) -> Place | None:
    """An article that has no 第, with its 款 and 项, where it can be nothing else: 本条例六十条第四款; or None.

    ``after`` is the article that it goes on from: a higher number than that, and a large one, counts no advice (三百三十八条、三百三十九条).
    """
    found = ARTICLE_AFTER_RE.match(text, at, stop)
    if not found:
        return None
    last = _range(text, found.end(), stop, ARTICLE_RE, ARTICLE_AFTER_RE)
    place = Place(last.end() if last else found.end(), article=f"第{_tidy(found[0])}", article_end=_last(last))
    lower = place if last else _paragraph(text, place, stop) or place
    lower = lower if last else _item(text, lower, stop) or lower
    certain = (
        lower is not place
        or GOES_ON.match(text, place.end, stop)
        or text.startswith("规定", place.end)
        or (_rises(after, place.article) and not ADVICE.match(text, place.end, stop))
    )
    return lower if certain else None


def _bare_paragraph(text: str, at: int, stop: int) -> Place | None:
    """第二款、三款: a 款 without 第, where the sentence goes on as after a citation."""
    found = PARAGRAPH_AFTER_RE.match(text, at, stop)
    if not found or not GOES_ON.match(text, found.end(), stop):
        return None
    place = Place(found.end(), paragraph=_last(found))
    return _item(text, place, stop) or place


_LARGE = 20  # nobody counts so many of anything else by 条 right after an article


def _rises(before: str | None, after: str | None) -> bool:
    low, high = figures(before), figures(after)
    return bool(low and high and high[0] > low[-1] and high[0] >= _LARGE)


def read_next(text: str, before: Place, stop: int) -> tuple[int, Place] | None:
    """The place that goes on with ``before`` after 、 or 和: where it begins, and what it names with what it inherits."""
    joined = AND_RE.match(text, before.end, stop)
    if not joined or joined[0].rstrip().endswith(("，", ",")):
        return None
    start = joined.end()
    if article := read_place(text, start, "article", stop):
        return start, article
    if before.article and (bare := read_bare(text, start, stop, before.article)):
        return start, bare
    paragraph = read_place(text, start, "paragraph", stop) if before.article or before.paragraph else None
    if before.article and before.paragraph:
        paragraph = paragraph or _bare_paragraph(text, start, stop)
    if paragraph:
        return start, replace(paragraph, article=before.article)
    if before.item and (item := read_place(text, start, "item", stop)):
        return start, replace(item, article=before.article, paragraph=before.paragraph)
    return None


def _article(text: str, at: int, stop: int) -> Place | None:
    if elided := ELIDED_ARTICLES_RE.match(text, at, stop):
        return _elided(elided, Place(at), "article", "条")
    first = ARTICLE_RE.match(text, at, stop)
    if not first:
        return None
    last = _range(text, first.end(), stop, ARTICLE_RE, ARTICLE_AFTER_RE)
    return Place(last.end() if last else first.end(), article=_tidy(first[0]), article_end=_last(last))


def _paragraph(text: str, place: Place, stop: int) -> Place | None:
    at = _below(text, place, stop)
    if elided := ELIDED_PARAGRAPHS_RE.match(text, at, stop):
        return _elided(elided, place, "paragraph", "款")
    first = PARAGRAPH_RE.match(text, at, stop)
    if not first and place.article and at == place.end:
        first = PARAGRAPH_AFTER_RE.match(text, at, stop)
    if not first:
        return None
    last = _range(text, first.end(), stop, PARAGRAPH_RE, PARAGRAPH_AFTER_RE)
    return replace(
        place,
        end=last.end() if last else first.end(),
        paragraph=_last(first),
        paragraph_end=_last(last),
    )


def _item(text: str, place: Place, stop: int) -> Place | None:
    at = _below(text, place, stop)
    if elided := ELIDED_ITEMS_RE.match(text, at, stop):
        return _elided(elided, place, "item", "项")
    first = ITEM_RE.match(text, at, stop)
    if not first and place.deepest and at == place.end:
        first = ITEM_AFTER_RE.match(text, at, stop)
        if first and not place.paragraph and not ITEM_SHORT_AFTER.match(text, first.end(), stop):
            return None
    if not first:
        return None
    last = _range(text, first.end(), stop, ITEM_RE, ITEM_AFTER_RE)
    return replace(place, end=last.end() if last else first.end(), item=_last(first), item_end=_last(last))


def _elided(found: re.Match[str], place: Place, level: str, unit: str) -> Place:
    """Several numbers with one unit: a range where two are joined by 至, else as written."""
    words = _tidy(found[0])
    if ELIDED_RANGE.fullmatch(words):
        low, high = RANGE_SIGN.split(words, maxsplit=1)
        bracket = re.search(r"[（(].*[）)]", high)
        high = f"第{bracket[0] if bracket else high.removeprefix('第').removesuffix(unit)}{unit}"
        values = {level: f"{low}{unit}", f"{level}_end": high}
    else:
        values = {level: words}
    return replace(place, end=found.end(), **values)


def _range(text: str, at: int, stop: int, pattern: re.Pattern[str], after: re.Pattern[str]) -> re.Match[str] | None:
    """The end of a range; ``after`` is the pattern of one without 第."""
    joined = TO_RE.match(text, at, stop)
    return (pattern.match(text, joined.end(), stop) or after.match(text, joined.end(), stop)) if joined else None


def _last(found: re.Match[str] | None) -> str | None:
    words = _tidy(found[0]) if found else ""
    return (words if words[0] in "第（(" else f"第{words}") if words else None


def _below(text: str, place: Place, stop: int) -> int:
    """Where the next level may begin."""
    if place.deepest:
        lower = LOWER_RE.match(text, place.end, stop)
        return lower.end() if lower else place.end
    at = place.end
    while at < stop and text[at] in " \u3000":
        at += 1
    return at


def _tidy(words: str) -> str:
    return "".join(words.split())


def figures(words: str | None) -> tuple[int, ...]:
    """The numbers in a level's words: 第（一）、（三）项 → (1, 3); () for None or an odd numeral."""
    found = []
    for figure in NUMBER_RE.findall(words or ""):
        try:
            found.append(parse_number(figure))
        except ValueError:
            return ()
    return tuple(found)


def formal(number: int, unit: str, suffix: int = 0) -> str:
    """A level as law writes it: 第三十条, 第一百二十条之一, 第二款."""
    return f"第{format_number(number)}{unit}" + (f"之{format_number(suffix)}" if suffix else "")
