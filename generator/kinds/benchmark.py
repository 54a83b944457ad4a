"""A discretion benchmark (裁量基准): how a fine is fixed within its legal span."""

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Bool, Int, Model, Record, Ref, Text
from generator.kinds._kind import STAFF, Asked, Audit, Kind, Search, Words
from generator.kinds.penalty import Share, Span, Times

_PART = re.compile(r"\s*([0-9]{1,6})\s*/\s*([0-9]{1,6})\s*")


def _per_cent(value: Any) -> Fraction:
    """12.5 as written, in decimals and not in binary; "1/3" is a third of the whole."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and (part := _PART.fullmatch(value)) and int(part[2]):
        return Fraction(int(part[1]), int(part[2])) * 100
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PydanticCustomError("per_cent", "应为百分数（如 12.5），或者加引号的分数（如 '1/3'）")
    return Fraction(str(value))


def _as_written(value: Fraction) -> float | str:
    plain = float(value)
    return plain if Fraction(str(plain)) == value else str(value / 100)


#: Per cent, exact: a number, or where the source divides the whole, a fraction of it ("1/3").
PerCent = Annotated[
    Fraction,
    Field(ge=0, le=100),
    BeforeValidator(_per_cent),
    PlainSerializer(_as_written, return_type=float | str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 100},
                {"type": "string", "pattern": f"^{_PART.pattern}$"},
            ]
        }
    ),
]


class Level(Model):
    """One level of a factor: a label and its weight in per cent."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "label": "情形",
        "weight": "权重，百分数",
    }

    label: Text
    weight: PerCent


class Factor(Model):
    """A circumstance that weighs, with its levels in rising order."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "裁量因素的名称",
        "levels": "从轻到重的各档情形",
    }

    title: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _told_apart(self) -> "Factor":
        _distinct([level.label for level in self.levels], f"“{self.title}”的情形")
        return self


class Interval(Model):
    """A cell of an interval benchmark: circumstances and the span that follows."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "circumstances": "各栏情形，与 columns 一一对应",
        "span": "罚款幅度",
    }

    circumstances: Annotated[tuple[Text, ...], Field(min_length=1)]
    span: Span


class Adjustment(Model):
    """A reduction or rise after the sum, in per cent of the result, never under the legal minimum."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "调整的名称，如公开道歉承诺",
        "min_percent": "至少减多少，百分数",
        "max_percent": "至多减多少，百分数",
    }

    title: Text
    min_percent: Annotated[Int, Field(ge=-100, le=100)]
    max_percent: Annotated[Int, Field(ge=-100, le=100)]

    @model_validator(mode="after")
    def _ordered(self) -> "Adjustment":
        if self.min_percent > self.max_percent:
            raise PydanticCustomError("bounds", "min_percent 大于 max_percent；减少写负数，-50 小于 -30")
        return self


class Benchmark(Record):
    """A table by which an authority fixes a fine.

    Attributes:
        title: name of the table.
        act: what was done, where the title names alternatives of which a level or the question says the one.
        conduct: the conduct it serves.
        issued_by: the document that holds it.
        basis: articles it stands on now; ``basis_then`` in words where those were repealed.
        method: ``weight_sum`` = min(cap, start + sum of weights) of the greatest fine; ``interval`` = a table of spans.
        base: yuan that 100 per cent means, the greatest fine of the law.
        rate, multiple: in place of ``base`` where the law takes the fine from a sum of the case: 100 per cent of the
            weights is ``max`` of that sum, and the least fine ``min`` of it.
        start, cap: per cent.
        floor: least result in yuan, the legal minimum.
        factors: of ``weight_sum``.
        columns: of ``interval``, what its circumstances are called, one after the other.
        intervals: the cells; one that names fewer circumstances holds whatever the others are.
        upper_excluded: 以下 in the table leaves the number out, but for its highest interval.
        adjustments: what may follow.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "裁量表的名称",
        "conduct": "针对哪一种违法行为",
        "act": "表所针对的具体行为，与违法行为的名称不同时写",
        "issued_by": "出自哪个文件",
        "basis": "现在依据的条文",
        "basis_then": "制定时依据、后来废止的条文",
        "method": "weight_sum 按权重相加，interval 查区间",
        "base": "权重满 100 时的罚款，即法定最高额，元",
        "rate": "按比例罚款的，写比例",
        "multiple": "按倍数罚款的，写倍数",
        "start": "起始百分数",
        "cap": "合计百分数的上限",
        "floor": "法定最低罚款，元",
        "factors": "weight_sum 的裁量因素",
        "columns": "interval 各栏情形的名称",
        "intervals": "interval 的各格",
        "upper_excluded": "表里的“以下”不含本数",
        "adjustments": "算完以后可以再作的调整",
    }

    title: Text
    act: Text | None = None
    conduct: Ref("conduct")  # type: ignore[valid-type]
    issued_by: Ref("regulation")  # type: ignore[valid-type]
    basis: tuple[Basis, ...] = ()
    basis_then: tuple[Basis, ...] = ()
    method: Literal["weight_sum", "interval"]
    base: Annotated[Int, Field(ge=1)] | None = None
    rate: Share | None = None
    multiple: Times | None = None
    start: PerCent = Fraction(0)
    cap: PerCent = Fraction(100)
    floor: Annotated[Int, Field(ge=0)] = 0
    factors: tuple[Factor, ...] = ()
    columns: tuple[Text, ...] = ()
    intervals: tuple[Interval, ...] = ()
    upper_excluded: Bool = False
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def gist(self) -> str:
        """What the fine depends on."""
        asked = [factor.title for factor in self.factors] or list(self.columns)
        return f"罚多少怎么定：{'、'.join(asked)}。" if asked else "罚多少怎么定。"

    @model_validator(mode="after")
    def _complete(self) -> "Benchmark":
        if self.method == "weight_sum":
            self._check_weights()
        else:
            self._check_intervals()
        _distinct([one.title for one in self.adjustments], "调整的名称")
        return self

    def _check_weights(self) -> None:
        shares = [share for share in (self.rate, self.multiple) if share]
        if not self.factors or len(shares) + (self.base is not None) != 1:
            raise PydanticCustomError("benchmark", "weight_sum 要写 factors，并在 base、rate、multiple 中恰好写一个")
        if any(not share.max for share in shares) or (shares and self.floor):
            raise PydanticCustomError("benchmark", "rate、multiple 要写 max；最低额写在 min 里，不写 floor")
        if self.base is not None and self.floor > self.base:
            raise PydanticCustomError("benchmark", "floor 是法定最低额，不能大于 base")
        if not self.cap or self.intervals or self.columns:
            raise PydanticCustomError("benchmark", "weight_sum 的 cap 要大于零，不写 intervals 和 columns")
        _distinct([factor.title for factor in self.factors], "因素的名称")

    def _check_intervals(self) -> None:
        if not self.intervals or self.factors or self.base or self.rate or self.multiple:
            raise PydanticCustomError("benchmark", "interval 要写 intervals，不写 factors、base、rate、multiple")
        cells = [cell.circumstances for cell in self.intervals]
        if any(cell.span.max is None for cell in self.intervals):
            raise PydanticCustomError("benchmark", "每一档都要写 max")
        if self.floor > max(cell.span.max or 0 for cell in self.intervals):
            raise PydanticCustomError("benchmark", "floor 是法定最低额，不能大于最高一档的 max")
        _distinct(self.columns, "columns 的名称")
        if self.columns and max(map(len, cells)) != len(self.columns):
            raise PydanticCustomError("benchmark", "columns 的个数要等于一档情形最多的个数")
        for cell in cells:
            if sum(other[: len(cell)] == cell for other in cells) > 1:
                raise PydanticCustomError("benchmark", "分不清的两档：{cell}", {"cell": "；".join(cell)})


def _distinct(names: Sequence[str], what: str) -> None:
    if twice := next((name for name in names if list(names).count(name) > 1), None):
        raise PydanticCustomError("benchmark", "{what}重复：{twice}", {"what": what, "twice": twice})


KIND = Kind(
    "benchmark",
    "裁量基准",
    "content/benchmarks",
    Benchmark,
    short="裁量",
    address="benchmarks/{id}/",
    page="benchmarks",
    search=Search(
        label="裁量基准",
        order=11,
        audience=(STAFF,),
        digest="gist",
        topics=("conduct.topics",),
        fixed="裁量基准 裁量表 试算",
        boost=0.7,
    ),
    asked=Asked(),
    audited=Audit(says=Words(("title", "gist"), "："), then=("basis_then",), now=("basis",)),
    met=True,
    own=True,
)
