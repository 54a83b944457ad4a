"""The record of a regulation agrees with the official text: dates of its versions, number of articles, outline."""

import contextlib
import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Edition, Official, plain_title
from generator.auditing.stands import letters
from generator.kinds.regulation import Regulation, Section
from generator.legal.numerals import parse_number
from generator.library import Library
from generator.problems import Problem

#: 自2021年3月1日起施行, 自一九九○年八月一日起施行.
_BEGINS = re.compile(
    r"自\s*([\d〇○零一二三四五六七八九]{4})\s*年\s*(\d+|[一二三四五六七八九十]+)\s*月\s*(\d+|[一二三四五六七八九十]+)\s*日起(?:施行|实施|生效)"
)
_LONGEST_WAIT = 400  # days from adoption to force
_SLIP = 60  # days within which no text is made and amended: another day is a slip
_AT_ONCE = re.compile(r"自(?:公布|发布|颁布)之日起(?:施行|实施|生效)")
#: 国务院令第736号; 粤环发〔2021〕7号.
_ORDER = re.compile(r"([一-龥]+?令)第(\d+)号")
_OF_YEAR = re.compile(r"〔(\d{4})〕")
#: Rank → who makes texts of it (宪法 and 立法法; the standing committees too).
_MAKERS: dict[str, str] = {
    "法律": r"^全国人民代表大会(?:常务委员会)?$",
    "行政法规": r"^国务院$",
    "地方性法规": r"(?:省|市|州|自治区)人民代表大会(?:常务委员会)?$",
    "部门规章": r"^(?!国务院$)(?!.*人民代表大会)(?!.*人民政府).*(?:部|局|署|委员会|银行)",
    "司法解释": r"^最高人民(?:法院|检察院)",
}
Path = tuple[str | int, ...]


def run(library: Library, official: Official) -> Iterator[Problem | Doubt]:
    """Yield E611 for counts and outline, E616 for dates; of regulations that the copy does not hold only the order of dates."""
    yield from _series(library.regulations)
    yield from _spans(library)
    for regulation in library.regulations:
        makers, issuer = _MAKERS.get(regulation.rank), regulation.issuer or ""
        others = any(re.search(one, issuer) for rank, one in _MAKERS.items() if rank != regulation.rank)
        if makers and others and not re.search(makers, issuer):
            what = f"制定机关 {regulation.rank} {issuer}"
            yield doubt(regulation, what, regulation.place("rank"), "E616", "：这一层级的文本不由这个机关制定")
        editions = official.of(regulation.title)
        if not editions:
            continue
        for edition in editions:
            yield from _dates(library, regulation, edition)
        yield from _at_once(regulation, editions)
        yield from _counts(regulation, official)
        yield from _begun(regulation, editions)
        if current := _text_of(regulation, len(regulation.versions) - 1, official):
            yield from _outline(regulation, current, regulation.outline, ("outline",), ())


def _dates(library: Library, regulation: Regulation, edition: Edition) -> Iterator[Problem]:
    """Dates that the copy knows and the record does not; a copy older than the record says nothing against it.

    A record that says as of when it speaks (``as_of``) has seen every amendment up to that day.
    """
    last = len(regulation.versions) - 1
    for field, name in (("adopted", "通过"), ("effective", "施行")):
        official = getattr(edition, field)
        ours = [day for day in (getattr(version, field) for version in regulation.versions) if day]
        seen = regulation.as_of and official and official <= regulation.as_of
        if not official or not ours or official in ours:
            continue
        only = len(regulation.versions) == 1 and abs((official - ours[0]).days) <= _LONGEST_WAIT
        slip = only and field == "adopted" and abs((official - ours[0]).days) <= _SLIP
        if slip or (not seen and (only or official > min(ours))):
            message = f"官方文本有 {official} {name}的《{edition.title}》，记录里没有这个日期"
            hint = "补上这个版本，或用 as_of 写明记录说的是哪天的文本。"
            yield Problem(regulation.place("versions", last), "E616", message, hint)
    repealed = regulation.versions[-1].repealed_on
    if edition.effective_to and edition.effective_to not in [version.repealed_on for version in regulation.versions]:
        message = f"官方文本写《{edition.title}》于 {edition.effective_to} 废止，记录写的是 {repealed or '没有废止'}"
        yield Problem(regulation.place("versions", last), "E616", message, "改正 repealed_on。")
    by = regulation.versions[-1].repealed_by
    if edition.repealed_by and by and library.get("regulation", by):
        title = library.regulation(by).title
        if plain_title(title) != plain_title(edition.repealed_by):
            message = f"官方文本写由《{edition.repealed_by}》取代，记录写的是《{title}》"
            yield Problem(regulation.place("versions", last), "E616", message, "改正 repealed_by。")


def _series(regulations: Iterable[Regulation]) -> Iterator[Problem]:
    """Orders of one body are numbered as they are issued, and a number with a year is of that year."""
    series: dict[str, list[tuple[int, datetime.date, Regulation]]] = defaultdict(list)
    for one in regulations:
        day = one.versions[0].adopted
        number = one.document_number or ""
        if day and (order := _ORDER.search(number)):
            series[order[1]].append((int(order[2]), day, one))
        if day and (year := _OF_YEAR.search(number)) and int(year[1]) != day.year:
            at = one.place("versions", 0, "adopted")
            yield Problem(at, "E616", f"文号是{number}，日期却是 {day}", "核对文号和通过（公布）的日期。")
    for issuer, orders in series.items():
        for before, after in pairwise(sorted(orders, key=lambda order: order[0])):
            if before[1] > after[1]:
                message = f"{issuer}第{before[0]}号在第{after[0]}号之前，日期却晚：{before[1]}、{after[1]}"
                for one in (before[2], after[2]):
                    yield Problem(one.place("versions", 0, "adopted"), "E616", message, "核对文号和公布的日期。")


def _spans(library: Library) -> Iterator[Problem | Doubt]:
    """A text is repealed on the day that what repeals it begins, and begins within about a year of being adopted."""
    for one in library.regulations:
        for index, version in enumerate(one.versions):
            at = one.place("versions", index)
            by = library.get("regulation", version.repealed_by or "")
            begun = [other.effective for other in by.versions] if isinstance(by, Regulation) else []
            if begun and version.repealed_on and version.repealed_on not in begun:
                message = f"《{one.title}》写于 {version.repealed_on} 废止，取代它的规定这一天没有施行"
                yield Problem(at, "E616", message, "废止之日是取代它的规定施行之日。")
            if version.adopted and not 0 <= (version.effective - version.adopted).days <= _LONGEST_WAIT:
                what = f"日期 {version.adopted} {version.effective}"
                yield doubt(one, what, at, "E616", f"：《{one.title}》通过和施行隔得太久，或者先后颠倒")


def _at_once(regulation: Regulation, editions: tuple[Edition, ...]) -> Iterator[Doubt]:
    """A text whose last article says 自公布之日起施行 came into force on the day it was issued."""
    version = regulation.versions[0]
    if len(editions) != 1 or version.adopted in (None, version.effective):
        return
    if any(_AT_ONCE.search(one.text) for one in _last(editions[0])):
        what = f"日期 {version.adopted} {version.effective}"
        at = regulation.place("versions", 0, "effective")
        yield doubt(regulation, what, at, "E616", f"：《{regulation.title}》自公布之日起施行，两个日子却不同")


def _begun(regulation: Regulation, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """The day that the last article names (本条例自2021年3月1日起施行), where the record has it for no version.

    Of texts whose day of force the copy does not know otherwise.
    """
    ours = [version.effective for version in regulation.versions]
    first = regulation.versions[0].adopted or datetime.date.min  # a law keeps its first day through all amendments
    told = {day for edition in editions if not edition.effective for day in _told(edition) if day >= first}
    for day in sorted(told - set(ours)) if told and not told & set(ours) else ():
        message = f"《{regulation.title}》的末条写自 {day} 起施行，记录里没有这个日期"
        yield Problem(regulation.place("versions", len(ours) - 1, "effective"), "E616", message, "改正施行日期。")


def _told(edition: Edition) -> Iterator[datetime.date]:
    for article in _last(edition):
        for found in _BEGINS.finditer(article.text):
            year, month, day = (parse_number(part.replace("○", "〇")) for part in found.groups())
            with contextlib.suppress(ValueError):  # a slip in the copy
                yield datetime.date(year, month, day)


def _last(edition: Edition) -> list[OfficialArticle]:
    return [article for article in edition.articles.values() if article.number == edition.last]


def _counts(regulation: Regulation, official: Official) -> Iterator[Problem]:
    for index, version in enumerate(regulation.versions):
        edition = _text_of(regulation, index, official)
        if version.articles is None or edition is None:
            continue
        if version.articles not in (len(edition.rows), edition.last):
            message = f"《{regulation.title}》写了 {version.articles} 条，官方文本是 {len(edition.rows)} 条"
            at = regulation.place("versions", index, "articles")
            yield Problem(at, "E611", message, "核对条数，或核对是哪个版本。")


def _text_of(regulation: Regulation, index: int, official: Official) -> Edition | None:
    """The official text of a version; None where the copy holds only another one."""
    version = regulation.versions[index]
    last = index == len(regulation.versions) - 1
    day = max(regulation.as_of, version.effective) if last and regulation.as_of else version.effective
    edition = official.edition(regulation, day)
    if edition is None or not edition.rows:
        return None
    if {edition.adopted, edition.effective} & {version.adopted, version.effective} - {None}:
        return edition
    dated = edition.start != datetime.date.min
    if not dated and not last:  # an undated copy is that of the text in force
        return None
    other = dated and not (version.adopted or version.effective) <= edition.start <= day
    return None if other else edition


def _outline(
    regulation: Regulation, edition: Edition, sections: tuple[Section, ...], path: Path, above: tuple[str, ...]
) -> Iterator[Problem]:
    for index, section in enumerate(sections):
        here = (*above, letters(section.title))
        numbers = [article.number for article in edition.articles.values() if _inside(here, article.path)]
        at = regulation.place(*path, index)
        first, last = section.articles
        if last > edition.last:
            yield Problem(at, "E611", f"“{section.title}”写到第{last}条，官方文本只到第{edition.last}条", "改正范围。")
        elif any(article.path for article in edition.articles.values()):
            if not numbers:
                yield Problem(at, "E611", f"官方文本里没有“{section.title}”", "核对编、章、节的名称。")
            elif (min(numbers), max(numbers)) != (first, last):
                found = f"第{min(numbers)}条至第{max(numbers)}条"
                message = f"“{section.title}”写的是第{first}条至第{last}条，官方文本是{found}"
                yield Problem(at, "E611", message, "改正范围。")
        yield from _outline(regulation, edition, section.children, (*path, index, "children"), here)


def _inside(titles: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Whether the titles stand in the path, in order."""
    rest = iter(_letters(path))
    return all(title in rest for title in titles)


@lru_cache(maxsize=1 << 12)  # all articles of a section have one path, and every section is sought among them
def _letters(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(letters(title) for title in path)


CHECK = Check("regulations", "版本日期、条数、编章节同官方文本一致", ("E611", "E616"), run)
