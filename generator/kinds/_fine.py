"""A fine (罚款) and what else has an amount: sums, shares, multiples; structured, never prose.

The models say how an amount stands in a file and that it can be one; what it *is*, for whoever compares or writes it, is a value
of ``generator.legal.money``, the same that is read from a text.  The calculator, the questions and the checks all compute with them.  以上 and 以下 include the number.
"""

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.kinds._base import MOST, Bool, Int, Model, Text
from generator.legal import money
from generator.legal.numerals import tidy


def _as_written(value: Any) -> Decimal:
    """The figure that stands in the file, exactly: the shortest decimal that reads back as the number YAML gave."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticKnownError("float_type")
    if not math.isfinite(value):
        raise PydanticKnownError("finite_number")
    return tidy(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))


Yuan = Annotated[Int, Field(ge=0)]
#: Per cent or times, never through binary fractions.
Factor = Annotated[
    Decimal,
    BeforeValidator(_as_written),
    Field(ge=0, le=MOST),
    PlainSerializer(float, return_type=float, when_used="json"),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": MOST}),
]
Least = Annotated[Yuan, Field(description="下限，元；条文没有写下限的不写")]
Most = Annotated[Yuan, Field(description="上限，元；条文没有写上限的不写")]
BaseText = Annotated[Text, Field(description="以什么为基数，用条文的用词：货值金额、违法所得、建设项目总投资额 …")]


class Span(Model):
    """From ``min`` to ``max`` yuan, both included; one of them may be open."""

    min: Least | None = None
    max: Most | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Span":
        check_bounds(self.min, self.max)
        return self

    @property
    def value(self) -> money.Range:
        """As a text's."""
        return money.Range(self.min, self.max)


class Deemed(Model):
    """A base below ``below`` yuan counts as ``amount`` yuan (不足五万元的，以五万元计算)."""

    below: Annotated[Yuan, Field(description="不足多少元的")]
    amount: Annotated[Yuan, Field(description="以多少元计算")]

    @property
    def value(self) -> money.Deemed:
        """As a text's."""
        return money.Deemed(self.below, self.amount)


class Share(Model):
    """Percent of a base: ``min`` to ``max``, such as 1 to 5 per cent of the total investment."""

    SAYS: ClassVar[Mapping[str, str]] = {"min": "下限，百分之几，写数字", "max": "上限，百分之几，写数字"}

    min: Factor | None = None
    max: Factor | None = None
    base: BaseText

    @model_validator(mode="after")
    def _ordered(self) -> "Share":
        check_bounds(self.min, self.max)
        return self

    @property
    def value(self) -> money.Rate:
        """As a text's."""
        return money.Rate(self.min, self.max)


class Times(Model):
    """A multiple of a base: ``min`` to ``max`` times, with a deemed base where the law has one."""

    SAYS: ClassVar[Mapping[str, str]] = {"min": "下限，几倍；等值以上写 1，百分之五十以上写 0.5", "max": "上限，几倍"}

    min: Factor | None = None
    max: Factor | None = None
    base: BaseText
    deemed: Annotated[Deemed, Field(description="基数不足一定数额时按多少计算")] | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Times":
        check_bounds(self.min, self.max)
        return self

    @property
    def value(self) -> money.Multiple:
        """As a text's."""
        return money.Multiple(self.min, self.max)


class PerUnit(Model):
    """Yuan for each unit: 每辆五千元 has ``min`` and ``max`` 5000 and ``unit`` 辆."""

    min: Least | None = None
    max: Most | None = None
    unit: Annotated[Text, Field(description="每什么：辆、艘、次、平方米 …")]

    @model_validator(mode="after")
    def _ordered(self) -> "PerUnit":
        check_bounds(self.min, self.max)
        return self

    @property
    def value(self) -> money.PerUnit:
        """As a text's."""
        return money.PerUnit(self.min, self.max, self.unit)


class Fine(Model):
    """A fine: exactly one of the six forms.

    Attributes:
        range: yuan.
        rate: per cent of a base.
        multiple: times a base.
        per_unit: yuan a unit.
        daily: the original fine again for each day (按日连续处罚).
        elsewhere: the article fines and leaves the amount to other law, which is named here.
        may: 可以处, the authority may leave it.
    """

    range: Annotated[Span, Field(description="多少元以上多少元以下")] | None = None
    rate: Annotated[Share, Field(description="基数的百分之几")] | None = None
    multiple: Annotated[Times, Field(description="基数的几倍")] | None = None
    per_unit: Annotated[PerUnit, Field(description="每辆、每艘等多少元")] | None = None
    daily: Annotated[Bool, Field(description="按日连续处罚")] = False
    elsewhere: Annotated[Text, Field(description="条文说处以罚款，数额依照其他法律：写明依照什么")] | None = None
    may: Annotated[Bool, Field(description="条文说的是“可以”处罚款")] = False

    @model_validator(mode="after")
    def _one(self) -> "Fine":
        forms = [self.range, self.rate, self.multiple, self.per_unit, self.daily or None, self.elsewhere]
        if sum(form is not None for form in forms) != 1:
            message = "罚款要在 range、rate、multiple、per_unit、daily、elsewhere 中恰好写一种"
            raise PydanticCustomError("fine", message)
        return self

    @property
    def measured(self) -> bool:
        """Whether it has an amount of its own: not so where it is daily, or where other law sets it."""
        return self.value is not None

    @property
    def value(self) -> money.Amount | None:
        """Its amount; None for a fine that has none of its own (``measured``)."""
        part = self.range or self.rate or self.multiple or self.per_unit
        return part.value if part else None

    @property
    def base(self) -> str:
        """What a share or a multiple is taken of; empty for a sum."""
        share = self.rate or self.multiple
        return share.base if share else ""

    @property
    def deemed(self) -> money.Deemed | None:
        """What a small base counts as."""
        return self.multiple.deemed.value if self.multiple and self.multiple.deemed else None


def check_bounds(low: Decimal | int | None, high: Decimal | int | None) -> None:
    """Refuse bounds of which both are open, or that are upside down."""
    if low is None and high is None:
        raise PydanticCustomError("bounds", "min 与 max 至少写一个")
    if low is not None and high is not None and low > high:
        raise PydanticCustomError("bounds", "min（{low}）大于 max（{high}）", {"low": low, "high": high})
