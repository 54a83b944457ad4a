"""A blueprint (组卷方案): what a paper must hold, section by section."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Bool, Date, Int, Model, Number, Record, Ref, Text
from generator.kinds._kind import Kind, No
from generator.kinds.question import Grade, ItemTypeId, Thought

#: Fields of a quota that say what is counted.
SELECTORS = ("topic", "industry", "regulation", "rule", "level", "thought", "audience", "difficulty")

#: Fields of a blueprint that hold quotas of the whole paper.
WHOLE = ("thought", "limits")

#: What at most may be known by heart in a paper that begins by the law applied, as in the bureau's own: shares of its numbers.
BY_HEART: Mapping[str, float] = MappingProxyType({"amounts": 0.2, "article_numbers": 0.05})
Share = Annotated[Number, Field(ge=0, le=1)]


class Quota(Model):
    """At least ``min`` and at most ``max`` items of a section that fit every named field.

    Attributes:
        topic, industry, regulation: ids; an item bears them through its topics, its conduct or obligation, its basis.
        rule: id of the rule that made it; ``authored`` for questions written by hand.
        level: 入门, 进阶 or 专业.
        thought: 记忆, 理解 or 应用.
        audience: named by the item, not merely suited to.
        difficulty: least and greatest difficulty, 0 to 1, both included.
        min, max: how many.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "topic": "专题",
        "industry": "行业",
        "regulation": "法规",
        "rule": "出题规则",
        "level": "程度",
        "thought": "思维层次：记忆、理解、应用",
        "audience": "对象",
        "difficulty": "难度的区间",
        "min": "至少几题",
        "max": "至多几题",
    }

    topic: Ref("topic") | None = None  # type: ignore[valid-type]
    industry: Ref("industry") | None = None  # type: ignore[valid-type]
    regulation: Ref("regulation") | None = None  # type: ignore[valid-type]
    rule: Text | None = None
    level: Grade | None = None
    thought: Thought | None = None
    audience: Text | None = None
    difficulty: tuple[Number, Number] | None = None
    min: Annotated[Int, Field(ge=0)] = 0
    max: Annotated[Int, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _sense(self) -> "Quota":
        if not self.named:
            raise PydanticCustomError(
                "quota", "配额没有写明数什么：{names} 至少写一个", {"names": "、".join(SELECTORS)}
            )
        if self.max is not None and self.max < self.min:
            raise PydanticCustomError("quota", "配额的 max 小于 min")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """The fields that say what is counted, in their own order."""
        return tuple(name for name in SELECTORS if getattr(self, name) is not None)


class BlueprintSection(Model):
    """A section: items of one type.

    Attributes:
        title: 单项选择题 …
        type: item type.
        count: how many numbers it bears: items, or of 案例组题 the parts of all of them.
        points: points each, for a part as for an item; halves too.  A case has points of its own, and only those worth as much are drawn.
        quotas: bounds on what the section holds.
        difficulty: bounds of the section's mean difficulty, 0 to 1.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "大题的名称",
        "type": "题型",
        "count": "题数",
        "points": "每题分值",
        "quotas": "配额",
        "difficulty": "平均难度的区间",
    }

    title: Text
    type: ItemTypeId
    count: Annotated[Int, Field(ge=1, le=500)]
    points: Annotated[Number, Field(gt=0, le=1000)]
    quotas: tuple[Quota, ...] = ()
    difficulty: tuple[Number, Number] | None = None


class Blueprint(Record):
    """What a paper must hold.

    Attributes:
        title: name of the paper.
        audience: for whom.
        minutes: time allowed.
        pass_mark: points needed.
        sections: in order.
        marking: rule for 多选: all_or_nothing, half (漏选得一半) or proportional.
        seed: draws one paper among the many that fit; the same seed gives the same paper.
        forms: how many papers (A, B, C …) are made, alike in difficulty and sharing as few items as can be.
        include: ids of items that every form holds.
        ban: ids of items or of rules that no form holds.
        must_know: draw only items that rest on the articles of this list.
        cover: ask about every article of this list, each at least once.
        topics: draw only items of at least one of these topics.
        publish: show it on the site as a mock exam.
        as_of: day at which the law is taken, where it is not the day of building.
        instructions: 注意事项.
        formats: ids of the formats that papers are written in, where no option names others.
        thought, limits: bounds on what the whole paper holds; the first by level of thought.
        per_article: how many items may rest on one article.
        per_amount: how many may ask one amount.
        judge_true: least and greatest share of statements that are true.
        one_phrasing: greatest share of the paper's numbers whose stems end alike.
        amounts: greatest share of its numbers that ask an amount by heart.
        article_numbers: greatest share that ask the number of an article alone.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "试卷名称",
        "audience": "考什么人",
        "minutes": "考试时间，分钟",
        "pass_mark": "及格分",
        "sections": "各大题，按顺序",
        "marking": "多选题漏选怎样给分",
        "seed": "换一个数换一套题",
        "forms": "出几套卷",
        "include": "每套卷都要有的题的编号",
        "ban": "不许出现的题或规则的编号",
        "must_know": "只从这份应知应会清单列的条文里出题",
        "cover": "这份应知应会清单的每一条都要考到",
        "topics": "只从这些专题里出题",
        "publish": "在网站上作为模拟考试",
        "as_of": "按哪一天的法律出题，默认生成当天",
        "instructions": "注意事项",
        "formats": "写成哪几种格式，默认 docx",
        "thought": "全卷按思维层次的配额",
        "limits": "全卷的其他配额",
        "per_article": "同一条文至多几题，默认 2",
        "per_amount": "同一数额至多问几次，默认 1",
        "judge_true": "判断题里正确的占几成，默认 [0.4, 0.6]",
        "one_phrasing": "同一种问法的题至多占几成，默认 0.2",
        "amounts": "问数额的题至多占几成，默认不限",
        "article_numbers": "只问条号的题至多占几成，默认不限",
    }

    title: Text
    audience: Text
    minutes: Annotated[Int, Field(ge=1, le=600)]
    pass_mark: Annotated[Number, Field(gt=0)]
    sections: Annotated[tuple[BlueprintSection, ...], Field(min_length=1)]
    marking: Literal["all_or_nothing", "half", "proportional"] = "all_or_nothing"
    seed: Int = 1
    forms: Annotated[Int, Field(ge=1, le=26)] = 1
    include: tuple[Text, ...] = ()
    ban: tuple[Text, ...] = ()
    must_know: Ref("must-know") | None = None  # type: ignore[valid-type]
    cover: Ref("must-know") | None = None  # type: ignore[valid-type]
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    publish: Bool = False
    as_of: Date | None = None
    instructions: tuple[Text, ...] = ()
    formats: tuple[Text, ...] = ()
    thought: tuple[Quota, ...] = ()
    limits: tuple[Quota, ...] = ()
    per_article: Annotated[Int, Field(ge=1)] = 2
    per_amount: Annotated[Int, Field(ge=1)] = 1
    judge_true: tuple[Share, Share] = (0.4, 0.6)
    one_phrasing: Share = 0.2
    amounts: Share = 1.0
    article_numbers: Share = 1.0

    @property
    def whole(self) -> tuple[tuple[str, int, Quota], ...]:
        """The quotas of the whole paper: field, place there and quota."""
        return tuple((name, at, quota) for name in WHOLE for at, quota in enumerate(getattr(self, name)))

    @property
    def total(self) -> float:
        """Points of the whole paper."""
        return sum(section.count * section.points for section in self.sections)

    @model_validator(mode="after")
    def _reachable(self) -> "Blueprint":
        if any(quota.thought is None for quota in self.thought):
            raise PydanticCustomError("quota", "thought 里每条写 thought，别的配额写在 limits 里")
        if self.judge_true[0] > self.judge_true[1]:
            raise PydanticCustomError("judge_true", "judge_true 前大后小，不成区间")
        if self.pass_mark > self.total:
            raise PydanticCustomError(
                "pass_mark", "及格线 {mark} 高于总分 {total}", {"mark": self.pass_mark, "total": self.total}
            )
        return self


KIND = Kind(
    "blueprint",
    "组卷方案",
    "quizzes/blueprints",
    Blueprint,
    sourced=False,
    short="试卷",
    address="exams/{id}/",
    page="exams",
    search=No("从练习与考试进入"),
    asked=No("方案不陈述法律"),
    audited=No("方案不陈述法律"),
    own=True,
    of_law=True,
)
