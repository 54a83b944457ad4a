"""A discretion benchmark adds up, and keeps within the span that the law sets."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from generator.auditing.checks._base import Check
from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.benchmark import Benchmark
from generator.legal.money import PerUnit, Range, format_range, format_yuan
from generator.library import Library
from generator.problems import Problem

Fault = tuple[tuple[str | int, ...], str, str]
_ROUNDING = 1e-6


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E615 for each fault of a benchmark."""
    for record in library.of("benchmark", Benchmark):
        faults = [*_sums(record)] if record.method == "weight_sum" else []
        # A table drawn up under repealed law is held against that law; against the law of now unless it awaits alignment.
        if record.basis_then:
            faults += _within(record, _spans(library, official, record, record.basis_then))
        if record.basis and not (record.basis_then and record.awaits_alignment):
            faults += _within(record, _spans(library, official, record, record.basis))
        for path, message, hint in faults:
            yield Problem(record.place(*path), "E615", f"《{record.title}》{message}", hint)


def _sums(record: Benchmark) -> Iterator[Fault]:
    most = record.start + sum(max(level.weight for level in factor.levels) for factor in record.factors)
    if most < record.cap - _ROUNDING:
        message = f"起点与各要素最高权重合计 {float(most):g}%，达不到 {float(record.cap):g}%"
        yield ("factors",), message, "核对起点和各档权重；原表封顶不是 100% 的，写明 cap。"
    for index, factor in enumerate(record.factors):
        weights = [level.weight for level in factor.levels]
        if weights != sorted(weights):
            yield ("factors", index), f"“{factor.title}”各档权重不是由轻到重", "按由轻到重排列，核对权重。"
    if record.base is not None and record.floor > record.base:
        yield (
            ("floor",),
            f"最低额 {format_yuan(record.floor)}高于基数 {format_yuan(record.base)}",
            "核对 floor 与 base。",
        )


def _within(record: Benchmark, spans: list[Range]) -> Iterator[Fault]:
    """Base, floor and intervals within one of the spans; nothing where the law sets none in yuan."""
    if not spans:
        return
    listed = "、".join(format_range(span.min, span.max) for span in spans)
    if record.base is not None:
        least = max(Fraction(record.floor), (record.start + _least(record)) / 100 * record.base)
        topped = [span for span in spans if span.max == record.base]
        if not topped:
            message = f"基数 {format_yuan(record.base)}不是所引条文罚款的上限（{listed}）"
            yield ("base",), message, "基数应为法定最高额；核对 base 和依据。"
        elif not any((span.min or 0) <= least for span in topped):
            message = f"最少算出 {format_yuan(int(least))}，低于法定最低额（{listed}）"
            yield ("floor",), message, "floor 写法定最低额。"
        elif record.floor and not any(record.floor == span.min for span in topped):
            message = f"最低额 {format_yuan(record.floor)}不是法定最低额（{listed}）"
            yield ("floor",), message, "floor 写法定最低额。"
    for index, interval in enumerate(record.intervals):
        low, high = interval.span.min, interval.span.max
        if not any(_inside(low, high, span) for span in spans):
            message = f"区间 {format_range(low, high)}超出法定幅度（{listed}）"
            yield ("intervals", index, "span"), message, "核对区间和依据。"


def _inside(low: int | None, high: int | None, span: Range) -> bool:
    under = (low or 0) >= (span.min or 0)
    return under and (span.max is None or (high if high is not None else low or 0) <= span.max)


def _least(record: Benchmark) -> Fraction:
    return sum((min(level.weight for level in factor.levels) for factor in record.factors), Fraction(0))


def _spans(library: Library, official: Official, record: Benchmark, bases: Iterable[BasisValue]) -> list[Range]:
    """The spans of fines in the parts cited, in order."""
    found: list[Range] = []
    for basis in bases:
        article = article_of(library, official, record, basis)
        part = article.part(basis.paragraph, basis.item) if article else None
        for mention in part.sums if part else ():
            value = mention.value
            if isinstance(value, Range):
                found.append(value)
            elif isinstance(value, PerUnit):
                found.append(Range(value.min, value.max))
    return list(dict.fromkeys(found))


CHECK = Check("benchmarks", "裁量基准的权重合计、基数与最低额", ("E615",), run)
