"""A discretion benchmark comes out right when computed: its weights reach the cap, its least result is no less than the law's.

The calculator that serves pages and questions computes both, the least with every reduction that the table allows.
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.auditing.checks._base import Check
from generator.auditing.legal_spans import bases_of, parts_of, yuan_spans
from generator.auditing.official import Official
from generator.discretion.compute import compute, example
from generator.discretion.words import percent_words
from generator.kinds.benchmark import Benchmark
from generator.legal.money import Range, format_range, format_yuan
from generator.library import Library
from generator.problems import Problem

Fault = tuple[tuple[str | int, ...], str, str]
#: A sum of the case large enough that rounding to whole yuan does not count.
_SUM = 10**9


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E615 where weights fall short of the cap or do not rise, and where the least result is under the law's least."""
    for record in library.of("benchmark", Benchmark):
        faults = [*_weights(record)]
        for bases in bases_of(record):
            faults += _least(record, yuan_spans(parts_of(library, official, record, bases)))
        for path, message, hint in faults:
            yield Problem(record.place(*path), "E615", f"《{record.title}》{message}", hint)


def _weights(record: Benchmark) -> Iterator[Fault]:
    if record.method != "weight_sum":
        return
    amount = _SUM if record.rate or record.multiple else None
    total = compute(record, example(record, "greatest"), amount=amount).total or Fraction(0)
    if total < record.cap:
        message = f"起点与各因素最高权重合计 {percent_words(total)}，达不到 {percent_words(record.cap)}"
        yield ("factors",), message, "核对起点和各档权重；原表封顶不是 100% 的，写明 cap。"
    for index, factor in enumerate(record.factors):
        weights = [level.weight for level in factor.levels]
        if weights != sorted(weights):
            yield ("factors", index), f"“{factor.title}”各档权重不是由轻到重", "按由轻到重排列，核对权重。"


def _least(record: Benchmark, spans: tuple[Range, ...]) -> Iterator[Fault]:
    """The least result, with every reduction, against the least fine of the law; nothing where that is no sum of yuan."""
    spans = tuple(span for span in spans if record.base is None or span.max == record.base)
    if not spans or record.rate or record.multiple:
        return
    reductions: dict[str | int, int | None] = {
        one.title: one.min_percent for one in record.adjustments if one.min_percent < 0
    }
    least = compute(record, example(record, "least"), adjusted=reductions).least
    if not any((span.min or 0) <= least for span in spans):
        listed = "、".join(format_range(span.min, span.max) for span in spans)
        message = f"最少算出 {format_yuan(least)}，低于法定最低额（{listed}）"
        yield ("floor",), message, "floor 写法定最低额。"


CHECK = Check("benchmark-totals", "裁量基准的权重合计和最低结果", ("E615",), run)
