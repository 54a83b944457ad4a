"""A regulation (法律法规): title, rank, and the spans of time in which its versions were in force."""

import datetime
import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Date, Int, Model, Record, Ref, Text, Url, ordered
from generator.kinds._kind import FIRMS, STAFF, TRAINERS, Kind, No, Search, Words
from generator.legal.numerals import parse_number
from generator.reading.characters import fold

Rank = Literal[
    "法律", "行政法规", "监察法规", "地方性法规", "部门规章", "地方政府规章", "司法解释", "规范性文件", "政策文件"
]


class Version(Model):
    """One text of a regulation and its span of force.

    Attributes:
        adopted: day of adoption or publication.
        effective: first day in force.
        repealed_on: first day no longer in force.
        repealed_by: regulation that replaced it.
        articles: number of articles of this text.
        source_url, sha256: where the text was read, and the digest of what was read.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "adopted": "通过日期",
        "effective": "施行日期",
        "repealed_on": "废止日期",
        "repealed_by": "被哪部法规取代",
        "source_url": "官方文本的网址",
        "sha256": "官方文本的校验值",
        "articles": "共几条",
    }

    adopted: Date | None = None
    effective: Date
    repealed_on: Date | None = None
    repealed_by: Ref("regulation") | None = None  # type: ignore[valid-type]
    articles: Annotated[Int, Field(ge=1, le=9999)] | None = None
    source_url: Url | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None

    _span = ordered("effective", "repealed_on")
    _birth = ordered("adopted", "effective")

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """The days that are known of it: adopted, in force, repealed."""
        return tuple(day for day in (self.adopted, self.effective, self.repealed_on) if day)


_PART = re.compile(r"第([〇零一二三四五六七八九十百千0-9]+)(分?编|章|节)")
_Number = Annotated[Int, Field(ge=1, le=9999)]


def _in_order(parts: "tuple[Section, ...]") -> bool:
    """Whether parts follow each other without overlap, none of them twice, by title or by number (第二章, 第2章)."""
    follow = all(a.articles[1] < b.articles[0] for a, b in pairwise(parts))
    titles = [_named(part.title) for part in parts]
    numbers = [number for number in map(_numbered, titles) if number]
    return follow and len(set(titles)) == len(titles) and len(set(numbers)) == len(numbers)


def _named(title: str) -> str:
    return re.sub(r"\s+", "", fold(title))


def _numbered(title: str) -> tuple[str, int] | None:
    """What a part is and its number, as 章 and 2; None where it bears none."""
    found = _PART.match(title)
    if found is None:
        return None
    try:
        return found[2], parse_number(found[1])
    except ValueError:
        return None


class Section(Model):
    """A node of the outline: 编, 分编, 章 or 节.

    Attributes:
        title: 第一章 基本规定.
        articles: first and last article, both included.
        children: the nodes below.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "编、章、节的名称",
        "articles": "从第几条到第几条",
        "children": "下一级",
    }

    title: Text
    articles: tuple[_Number, _Number]
    children: "tuple[Section, ...]" = ()

    @model_validator(mode="after")
    def _nested(self) -> "Section":
        first, last = self.articles
        inside = all(first <= c.articles[0] and c.articles[1] <= last for c in self.children)
        if first > last or not inside or not _in_order(self.children):
            raise PydanticCustomError(
                "outline",
                "“{title}”的条文范围不合：应由小到大，下级落在上级之内，不重叠也不重复",
                {"title": self.title},
            )
        return self


class Provision(Model):
    """An article of the regulation itself, down to its paragraph."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "article": "第几条",
        "suffix": "之几：第120条之一写 1",
        "paragraph": "第几款",
    }

    article: Annotated[Int, Field(ge=1, le=9999)]
    suffix: Annotated[Int, Field(ge=0, le=999)] = 0
    paragraph: Annotated[Int, Field(ge=1, le=999)] | None = None


class Provides(Model):
    """Which articles of the regulation settle what questions across the whole field turn on.

    Attributes:
        change: which law applies to conduct before it came into force.
        repeals: what it repeals, and from which day.
        heavier: which provision goes before where one act breaks several.
        continuing: which law applies to conduct that goes on over the day of a change.
        daily: fines day by day.
        method: how the tables that it issues are computed.
        reminder: who is reminded of teaching the law that was left undone (普法提示).
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "change": "法律变更时适用哪部法律（从旧兼从轻）",
        "repeals": "废止哪些法律、从哪天起",
        "heavier": "同一行为违反几条规定时依哪条处罚",
        "continuing": "行为跨过法律更替之日的，适用哪部法律",
        "daily": "按日连续处罚",
        "method": "它所附裁量表的计算方法",
        "reminder": "没有尽到普法责任的，由谁提示（普法提示）",
    }

    change: Provision | None = None
    repeals: Provision | None = None
    heavier: Provision | None = None
    continuing: Provision | None = None
    daily: Provision | None = None
    method: Provision | None = None
    reminder: Provision | None = None


class Awaiting(Model):
    """A text that nobody has at hand (正文待核), or of which nobody knows whether it is in force: no item rests on it.

    Attributes:
        missing: what is known, and what is not.
        then: what will have to be looked at again when the text comes.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "missing": "知道什么，缺什么",
        "then": "正文到手以后要改、要核对的",
    }

    missing: Text
    then: tuple[Text, ...] = ()


class Unrecorded(Model):
    """Penal articles that no conduct rests on, and why.

    Attributes:
        articles: their numbers; ``[52, 59]`` means from the one to the other.
        why: why there is no conduct for them, in own words.
        checked: the day on which somebody read them.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "articles": "第几条；[52, 59] 是从第52条到第59条",
        "why": "为什么没有写成违法行为",
        "checked": "看条文的日期",
    }

    articles: Annotated[tuple[_Number | tuple[_Number, _Number], ...], Field(min_length=1)]
    why: Text
    checked: Date

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and last article of each part."""
        return tuple((one, one) if isinstance(one, int) else one for one in self.articles)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every article that it means."""
        return tuple(number for first, last in self.spans for number in range(first, last + 1))


class Regulation(Record):
    """A law, regulation, rule or document that others cite.

    Attributes:
        title, short_title, aliases: full title; the usual short one; other names people write and search.
        rank: 位阶.
        issuer: who adopted it.
        document_number: 文号, where it has one.
        topics: topics it belongs to.
        versions: spans of force in order of time, none overlapping.
        outline: its parts with spans of articles.
        summary: in own words, what it is for.
        region: where it applies, when not the whole country.
        provides: articles that settle questions across the field.
        awaiting: what is missing where its text is not at hand.
        unrecorded: the penal articles that no conduct rests on; where it is given, all others must have one.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "全称",
        "short_title": "通用的简称",
        "aliases": "别的叫法，供引用和搜索",
        "rank": "位阶",
        "issuer": "制定机关",
        "document_number": "文号",
        "topics": "专题",
        "versions": "各个文本的起止，按时间先后",
        "outline": "编章节和条号范围",
        "summary": "用自己的话说它管什么",
        "region": "适用的地区；全国的不写",
        "provides": "管全局的几条：新旧法适用、废止、择重、按日连续处罚、裁量方法",
        "awaiting": "没有读到正文的：缺什么，正文到手以后改什么",
        "unrecorded": "哪些罚则没有写成违法行为、为什么；写了这一项（空的也算），其余罚则都要有违法行为",
    }

    title: Text
    short_title: Text | None = None
    aliases: tuple[Text, ...] = ()
    rank: Rank
    issuer: Text
    document_number: Text | None = None
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    outline: tuple[Section, ...] = ()
    summary: Text | None = None
    region: Text | None = None
    provides: Provides = Provides()
    awaiting: Awaiting | None = None
    unrecorded: tuple[Unrecorded, ...] | None = None

    @model_validator(mode="after")
    def _in_time(self) -> "Regulation":
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if later.effective < (earlier.repealed_on or earlier.effective):
                raise PydanticCustomError("dates", "日期颠倒：各版本应按施行日期先后排列且不重叠")
        return self

    @model_validator(mode="after")
    def _whole(self) -> "Regulation":
        if not _in_order(self.outline):
            raise PydanticCustomError("outline", "outline 各部分应由小到大，不重叠也不重复")
        longest = max((version.articles or 0 for version in self.versions), default=0)
        if longest and self.outline and self.outline[-1].articles[1] > longest:
            raise PydanticCustomError("outline", "outline 写到第 {last} 条，这部法规只有 {longest} 条", {
                "last": self.outline[-1].articles[1], "longest": longest,
            })  # fmt: skip
        return self

    @property
    def name(self) -> str:
        """The name to print in citations: the short title where there is one."""
        return self.short_title or self.title


KIND = Kind(
    "regulation",
    "法律法规",
    "content/regulations",
    Regulation,
    short="法规",
    address="regulations/{id}/",
    page="regulations",
    search=Search(
        label="法规",
        order=3,
        audience=(STAFF, FIRMS, TRAINERS),
        digest="summary",
        text=Words(("issuer", "document_number", "rank")),
        aliases=("short_title", "aliases", "document_number"),
        topics=("topics",),
        law="id",
        rank=True,
        fades=True,
    ),
    asked=No("只问是否施行和被什么取代，不必每部都问"),
    audited=No("版本和日期由 regulations 一项核对"),
    of_law=True,
)
