"""A discretion benchmark keeps within the span that the law sets: its base, its least fine, its shares, its intervals."""

from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.fines import fine_places
from generator.auditing.legal_spans import bases_of, parts_of, yuan_spans
from generator.auditing.official import Official
from generator.kinds.benchmark import Benchmark
from generator.kinds.penalty import Fine
from generator.legal.money import Range, format_range, format_yuan
from generator.library import Library
from generator.library.wording import fine_text
from generator.problems import Problem

Fault = tuple[tuple[str | int, ...], str, str]


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E615 for each fault of a benchmark."""
    for record in library.of("benchmark", Benchmark):
        faults: list[Fault] = []
        for bases in bases_of(record):
            parts = parts_of(library, official, record, bases)
            share = Fine(rate=record.rate, multiple=record.multiple) if record.rate or record.multiple else None
            if share and parts and not any(fine_places(share, part) for part in parts):
                field = "rate" if record.rate else "multiple"
                faults.append(((field,), f"“{fine_text(share)}”不在所引条文中", "核对数字、基数和依据。"))
            faults += _within(record, yuan_spans(parts))
        for path, message, hint in faults:
            yield Problem(record.place(*path), "E615", f"《{record.title}》{message}", hint)


def _within(record: Benchmark, spans: tuple[Range, ...]) -> Iterator[Fault]:
    """Base, floor and intervals within one of the spans; nothing where the law sets none in yuan."""
    if not spans:
        return
    listed = "、".join(format_range(span.min, span.max) for span in spans)
    fitting = [span for span in spans if record.base is None or span.max == record.base]
    if not fitting:
        message = f"基数 {format_yuan(record.base or 0)}不是所引条文罚款的上限（{listed}）"
        yield ("base",), message, "基数应为法定最高额；核对 base 和依据。"
    elif record.floor and not any(record.floor == span.min for span in fitting):
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


CHECK = Check("benchmarks", "裁量基准的基数、最低额、比例和区间在法定幅度里", ("E615",), run)
