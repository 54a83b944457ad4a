"""A penalty (罚则): for one kind of person, by one authority, in tiers; stands inside a conduct.

Fines are structured, never prose, because the calculator, the questions and the checks all compute with them.
以上 and 以下 include the number.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Bool, Int, Kind, Model, Number, Record, Text

Target = Literal[
    "单位",
    "个人",
    "单位和个人",
    "建设单位",
    "施工单位",
    "技术单位",
    "监测机构",
    "其他生产经营者",
    "直接负责的主管人员和其他直接责任人员",
    "法定代表人、主要负责人、直接负责的主管人员和其他直接责任人员",
    "编制主持人和主要编制人员",
    "主持编制的主要人员",
    "机动车驾驶人",
    "所有人",
    "维修单位",
    "违法船舶的所有人、经营人或者管理人",
]
Yuan = Annotated[Int, Field(ge=0)]
Factor = Annotated[Number, Field(ge=0)]


class Span(Model):
    """From ``min`` to ``max`` yuan, both included; one of them may be open."""

    min: Yuan | None = None
    max: Yuan | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Span":
        _check_bounds(self.min, self.max)
        return self


class Deemed(Model):
    """A base below ``below`` yuan counts as ``amount`` yuan (不足五万元的，以五万元计算)."""

    below: Yuan
    amount: Yuan


class Share(Model):
    """Percent of a base: ``min`` to ``max``, such as 1 to 5 per cent of the total investment."""

    min: Factor | None = None
    max: Factor | None = None
    base: Text

    @model_validator(mode="after")
    def _ordered(self) -> "Share":
        _check_bounds(self.min, self.max)
        return self


class Times(Model):
    """A multiple of a base: ``min`` to ``max`` times, with a deemed base where the law has one."""

    min: Factor | None = None
    max: Factor | None = None
    base: Text
    deemed: Deemed | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Times":
        _check_bounds(self.min, self.max)
        return self


class PerUnit(Model):
    """Yuan for each unit: 每辆五千元 has ``min`` and ``max`` 5000 and ``unit`` 辆."""

    min: Yuan | None = None
    max: Yuan | None = None
    unit: Text

    @model_validator(mode="after")
    def _ordered(self) -> "PerUnit":
        _check_bounds(self.min, self.max)
        return self


class Fine(Model):
    """A fine: exactly one of the five forms.

    Attributes:
        range: yuan.
        rate: per cent of a base.
        multiple: times a base.
        per_unit: yuan a unit.
        daily: the original fine again for each day (按日连续处罚).
        may: 可以处, the authority may leave it.
    """

    range: Span | None = None
    rate: Share | None = None
    multiple: Times | None = None
    per_unit: PerUnit | None = None
    daily: Bool = False
    may: Bool = False

    @model_validator(mode="after")
    def _one(self) -> "Fine":
        forms = [self.range, self.rate, self.multiple, self.per_unit, self.daily or None]
        if sum(form is not None for form in forms) != 1:
            raise PydanticCustomError("fine", "罚款要在 range、rate、multiple、per_unit、daily 中恰好写一种")
        return self


class Detention(Model):
    """Administrative detention in days, both included."""

    min_days: Annotated[Int, Field(ge=1, le=20)]
    max_days: Annotated[Int, Field(ge=1, le=20)]

    @model_validator(mode="after")
    def _ordered(self) -> "Detention":
        _check_bounds(self.min_days, self.max_days)
        return self


class Ban(Model):
    """A ban from a trade: for a number of years, or for good where ``years`` is left out.

    Attributes:
        years: length of the ban.
        trade: what may not be done.
    """

    years: Annotated[Int, Field(ge=1)] | None = None
    trade: Text


class Tier(Model):
    """What follows under one condition.

    Attributes:
        category: what the thing is, where the law distinguishes it (报告书, 危险废物, 工业噪声); empty where it does not.
        condition: 一般情形, 情节严重, 拒不改正 and the like, in the words of the article.
        measures: what the authority must do beside the fine, each in the words of the article (责令改正).
        may: measures that the authority may take (可以).
        fine, detention, ban: amounts.
    """

    category: Text | None = None
    condition: Text = "一般情形"
    measures: tuple[Text, ...] = ()
    may: tuple[Text, ...] = ()
    fine: Fine | None = None
    detention: Detention | None = None
    ban: Ban | None = None

    @model_validator(mode="after")
    def _something(self) -> "Tier":
        if not (self.measures or self.may or self.fine or self.detention or self.ban):
            raise PydanticCustomError("tier", "这一档没有任何后果：至少写一项措施、罚款、拘留或禁业")
        return self


class Penalty(Record):
    """A penalty for one target by one authority.

    Attributes:
        id: slug within its conduct.
        basis: the article, paragraph and item that set it.
        authority: who acts, in the words of the article; several where each acts within its duties.
        target: on whom it falls.
        tiers: in the order of the article.
        referral: to whom the case is passed on (公安机关), where the article says so.
    """

    basis: Basis
    authority: Annotated[tuple[Text, ...], Field(min_length=1)]
    target: Target
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    referral: Text | None = None


def _check_bounds(low: float | None, high: float | None) -> None:
    if low is None and high is None:
        raise PydanticCustomError("bounds", "min 与 max 至少写一个")
    if low is not None and high is not None and low > high:
        raise PydanticCustomError("bounds", "min（{low}）大于 max（{high}）", {"low": low, "high": high})


KIND = Kind("penalty", "罚则", "", Penalty)
