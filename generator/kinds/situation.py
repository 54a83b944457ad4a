"""A situation (情境): what an officer or an owner comes upon, in several ways that it may lie, each of which is a conduct.

The facts are told as they are found and never in the words of the law, so that whoever answers has to name them.  The same
situation with other findings has other keys: it cannot be told by its template.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Bool, Model, Record, Ref, Text
from generator.kinds._kind import Asked, Kind, No
from generator.kinds.penalty import ORDINARY

#: In which evidence a situation comes, as editors offer it; any other name will do.
EVIDENCE = (
    "检查笔录",
    "监测报告",
    "检验报告",
    "台账",
    "许可证",
    "标签",
    "投诉",
    "通知",
    "现场照片",
    "询问笔录",
    "来函",
)


class Sheet(Model):
    """A piece of evidence that is shown.

    Attributes:
        title: what it is.
        lines: its text.
        head: the head of its table; each finding gives the rows.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "材料的名称，可以用 {who}、{day}",
        "lines": "材料的文字，一段一条",
        "head": "表头；各种事实的 rows 与它格数相同",
    }

    title: Text
    lines: tuple[Text, ...] = ()
    head: tuple[Text, ...] = ()


class Finding(Model):
    """One way in which the facts of a situation may lie.

    Attributes:
        conduct: what that is.
        target: on whom the penalty falls, where the conduct has penalties for several (单位, 个人).
        category, tier: which tier of its penalty it leads to, by the words of the record of the conduct.
        party: whom a letter would name, where that is not whom the situation is about.
        recent: all of it happened within weeks; what has gone on for long may reach back to before a change of law.
        harm: something got out or suffered (into water, air, soil, or people's sleep), so that how great the harm is can be told.
        found: what is found; a sentence or more.
        says: what those concerned say; one is drawn.
        rows: rows of the sheet's table.
        because: which of these facts makes it that conduct, and why not its neighbours.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "conduct": "这些事实是哪个行为",
        "target": "罚则里的对象，罚则分对象（单位、个人）时写",
        "category": "罚则里的类别",
        "tier": "罚则里的情形；不写是一般情形",
        "party": "文书里的当事人，不是情境里的那一位时写",
        "recent": "全部发生在近几个星期",
        "harm": "事实里看得到后果：流出、倒掉、扬起、吵到人；免罚一问才说得上后果大小",
        "found": "看到了什么，照实说，不用条文的话",
        "says": "当事人怎么说，取一句",
        "rows": "材料表格的各行",
        "because": "凭哪些事实认定，为什么不是邻近的行为",
    }

    conduct: Ref("conduct")  # type: ignore[valid-type]
    target: Text | None = None
    category: Text | None = None
    tier: Text = ORDINARY
    party: Text | None = None
    recent: Bool = False
    harm: Bool = False
    found: Text
    says: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    because: Text


class Situation(Record):
    """A situation with its findings.

    Attributes:
        title: name for lists.
        evidence: how it comes to be known.
        who: whom it may be about, a common name each (某家具厂); one is drawn.
        scene: what is seen first, whatever the findings; {who} and {day} stand for name and date.
        sheet: evidence that is shown.
        asides: facts that don't matter; one is drawn.
        findings: ways in which it may lie, of different conduct.
        rivals: further conduct that none of the findings is, to choose among.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "名称",
        "evidence": "怎样被发现",
        "topics": "专题",
        "audience": "适用对象",
        "who": "可以是谁，取一个",
        "scene": "先看到什么；{who}、{day} 由程序填",
        "sheet": "给人看的材料",
        "asides": "不要紧的事实，取一条",
        "findings": "有哪几种事实，各是各的行为",
        "rivals": "另外的干扰行为，都不成立",
    }

    title: Text
    evidence: Annotated[Text, Field(description="事实写在什么材料里", examples=list(EVIDENCE))]
    topics: Annotated[tuple[Ref("topic"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    audience: tuple[Text, ...] = ()
    who: Annotated[tuple[Text, ...], Field(min_length=1)]
    scene: Text
    sheet: Sheet | None = None
    asides: Annotated[tuple[Text, ...], Field(min_length=1)]
    findings: Annotated[tuple[Finding, ...], Field(min_length=2)]
    rivals: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _told_apart(self) -> "Situation":
        conducts = [finding.conduct for finding in self.findings]
        if set(conducts) & set(self.rivals):
            raise PydanticCustomError("rivals", "rivals 里的行为不能是某一种 findings 的行为")
        if len(set(conducts)) < 2:
            raise PydanticCustomError("findings", "findings 至少要有两种不同的行为，否则一看模板就知道答案")
        head = self.sheet.head if self.sheet else ()
        if any(len(row) != len(head) for finding in self.findings for row in finding.rows):
            raise PydanticCustomError("rows", "rows 每行的格数要与 sheet 的 head 相同")
        return self


KIND = Kind(
    "situation",
    "情境",
    "content/situations",
    Situation,
    sourced=False,
    short="情境",
    address="practice/",
    page="practice",
    search=No("从练习进入，免得先看见答案"),
    asked=Asked(),
    audited=No("事实是虚构的；引用的行为另行核对"),
)
