"""A discretion benchmark (裁量基准): how a fine is fixed within its legal span."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Int, Kind, Model, Number, Record, Ref, Text
from generator.kinds.penalty import Span


class Level(Model):
    """One level of a factor: a label and its weight in per cent."""

    label: Text
    weight: Annotated[Number, Field(ge=0, le=100)]


class Factor(Model):
    """A circumstance that weighs, with its levels in rising order."""

    title: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]


class Interval(Model):
    """A cell of an interval benchmark: circumstances and the span that follows."""

    circumstances: Annotated[tuple[Text, ...], Field(min_length=1)]
    span: Span


class Adjustment(Model):
    """A reduction or rise after the sum, in per cent of the result, never under the legal minimum."""

    title: Text
    min_percent: Int
    max_percent: Int


class Benchmark(Record):
    """A table by which an authority fixes a fine.

    Attributes:
        title: name of the table.
        conduct: the conduct it serves.
        issued_by: the document that holds it.
        basis: articles it stands on now; ``basis_then`` in words where those were repealed.
        method: ``weight_sum`` = min(cap, start + sum of weights) of ``base``; ``interval`` = a table of spans.
        base: yuan that 100 per cent means.
        start, cap: per cent.
        floor: least result in yuan, the legal minimum.
        factors, intervals, adjustments: the table.
    """

    title: Text
    conduct: Ref("conduct")  # type: ignore[valid-type]
    issued_by: Ref("regulation")  # type: ignore[valid-type]
    basis: tuple[Basis, ...] = ()
    basis_then: tuple[Basis, ...] = ()
    method: Literal["weight_sum", "interval"]
    base: Annotated[Int, Field(ge=1)] | None = None
    start: Annotated[Number, Field(ge=0, le=100)] = 0.0
    cap: Annotated[Number, Field(gt=0, le=100)] = 100.0
    floor: Annotated[Int, Field(ge=0)] = 0
    factors: tuple[Factor, ...] = ()
    intervals: tuple[Interval, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> "Benchmark":
        if self.method == "weight_sum" and not (self.factors and self.base):
            raise PydanticCustomError("benchmark", "weight_sum 要写 base 与 factors")
        if self.method == "interval" and not self.intervals:
            raise PydanticCustomError("benchmark", "interval 要写 intervals")
        return self


KIND = Kind("benchmark", "裁量基准", "content/benchmarks", Benchmark)
