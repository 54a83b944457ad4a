"""What the calculators on a conduct's page need: the table, the span of the law in force, and whether daily fines apply."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.kinds.benchmark import Benchmark
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Penalty
from generator.library import Library, wording
from generator.site.workings import browser_table


@dataclass(frozen=True, slots=True)
class DailyOf:
    """Daily fines for a conduct: the article, and the span in yuan that the original fine must lie in, where it has one."""

    basis: BasisValue
    least: int
    most: int
    text: str


def table_json(benchmark: Benchmark) -> str:
    """The table as the browser's calculator reads it."""
    return json.dumps(browser_table(benchmark), ensure_ascii=False)


def ranges_of(library: Library, benchmark: Benchmark) -> list[tuple[str, BasisValue]]:
    """The fines in force for the table's conduct under the articles that it names now, each in words with its article."""
    conduct = library.get("conduct", benchmark.conduct)
    penalties = conduct.penalties if isinstance(conduct, Conduct) else ()
    named = {basis.whole for basis in benchmark.basis}
    found = [
        (wording.fine_text(tier.fine), penalty.basis)
        for penalty in penalties
        if penalty.basis.whole in named and library.in_force(penalty.basis)
        for tier in penalty.tiers[:1]
        if tier.fine
    ]
    return list(dict.fromkeys(found))


def table_basis(benchmark: Benchmark, ranges: list[tuple[str, BasisValue]], cite: Callable[[BasisValue], str]) -> str:
    """What a printed working says the table stands on: the spans in force with their articles, and what it was made under."""
    now = "；".join(f"{text}（{cite(basis)}）" for text, basis in ranges)
    then = "、".join(map(cite, benchmark.basis_then))
    return "；".join(filter(None, (f"现行 {now}" if now else "", f"制定时依据 {then}" if then else "")))


def daily_of(library: Library, conduct: Conduct) -> DailyOf | None:
    """Daily fines for the conduct, where they fall on it beyond doubt, by the article that the law of its penalty has on them."""
    if not conduct.daily:
        return None
    for penalty in conduct.penalties:
        basis = library.provision(penalty.basis.regulation, "daily")
        if basis is not None and library.in_force(basis) and "单位" in penalty.target:
            least, most, text = _span(penalty)
            return DailyOf(basis, least, most, text)
    return None


def _span(penalty: Penalty) -> tuple[int, int, str]:
    """Least and greatest fine in yuan over all tiers; nought where a tier has no such bound."""
    spans = [tier.fine.range for tier in penalty.tiers if tier.fine and tier.fine.range]
    ordinary = next((t.fine for t in penalty.tiers if t.fine and t.condition == ORDINARY), None)
    text = wording.fine_text(ordinary) if ordinary else ""
    least = min((span.min or 0 for span in spans), default=0)
    return least, max((span.max or 0 for span in spans), default=0), text
