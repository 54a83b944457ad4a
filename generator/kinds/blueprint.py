"""A blueprint (组卷方案): what a paper must hold, section by section."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Bool, Date, Int, Kind, Model, Number, Record, Ref, Text

ItemType = Literal["single", "multiple", "judge", "blank", "match", "order", "calc", "case"]


class Quota(Model):
    """At least ``min`` and at most ``max`` items of a section that bear the named topic or come from the named rule."""

    topic: Ref("topic") | None = None  # type: ignore[valid-type]
    rule: Text | None = None
    min: Annotated[Int, Field(ge=0)] = 0
    max: Annotated[Int, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _sense(self) -> "Quota":
        if (self.topic is None) == (self.rule is None):
            raise PydanticCustomError("quota", "每条配额写 topic 或 rule 之一")
        if self.max is not None and self.max < self.min:
            raise PydanticCustomError("quota", "配额的 max 小于 min")
        return self


class BlueprintSection(Model):
    """A section: items of one type.

    Attributes:
        title: 单项选择题 …
        type: item type.
        count: number of items.
        points: points each.
        quotas: bounds by topic or rule.
        difficulty: bounds of the section's mean difficulty, 0 to 1.
    """

    title: Text
    type: ItemType
    count: Annotated[Int, Field(ge=1, le=500)]
    points: Annotated[Number, Field(gt=0)]
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
        publish: show it on the site as a mock exam.
        as_of: day at which the law is taken, where it is not the day of building.
        instructions: 注意事项.
    """

    title: Text
    audience: Text
    minutes: Annotated[Int, Field(ge=1, le=600)]
    pass_mark: Annotated[Number, Field(ge=0)]
    sections: Annotated[tuple[BlueprintSection, ...], Field(min_length=1)]
    marking: Literal["all_or_nothing", "half", "proportional"] = "all_or_nothing"
    seed: Int = 1
    publish: Bool = False
    as_of: Date | None = None
    instructions: tuple[Text, ...] = ()

    @property
    def total(self) -> float:
        """Points of the whole paper."""
        return sum(section.count * section.points for section in self.sections)

    @model_validator(mode="after")
    def _reachable(self) -> "Blueprint":
        if self.pass_mark > self.total:
            raise PydanticCustomError(
                "pass_mark", "及格线 {mark} 高于总分 {total}", {"mark": self.pass_mark, "total": self.total}
            )
        return self


KIND = Kind("blueprint", "组卷方案", "quizzes/blueprints", Blueprint, sourced=False)
