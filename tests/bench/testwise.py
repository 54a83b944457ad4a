"""What somebody without law gains on the papers of each blueprint, over many draws; with ``--docs`` the figures go into docs.

    python -m tests.bench testwise [--draws 50] [--docs]

Exit code 1: the mean of a blueprint is more than six points above who guesses blindly.
"""

import argparse
import datetime
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from generator.kinds.blueprint import Blueprint
from generator.library import build_library
from generator.problems import Problems
from generator.questions.bank import build_bank
from tests.questions.testwise_papers import POINTS, gains

DOCS = Path("docs/performance.md")
BEGIN, END = "<!-- testwise: begin -->", "<!-- testwise: end -->"


def table(rows: list[tuple[str, list[float]]], items: int) -> str:
    """The figures in Markdown, a blueprint a row."""
    lines = ["| 组卷方案 | 抽卷 | 平均多得 | 标准差 | 最多 |", "|---|---|---|---|---|"]
    for title, found in rows:
        spread = f"{stdev(found):.1f}" if len(found) > 1 else "—"
        lines.append(f"| {title} | {len(found)} | {mean(found):+.1f} 分 | {spread} | {max(found):+.1f} |")
    return "\n".join([*lines, "", f"题库 {items} 题。"])


def written(text: str, figures: str) -> str:
    """The page with the figures between its marks.  Raises ValueError where it has none."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} … {END}")
    return f"{before}{BEGIN}\n{figures}\n{END}{after}"


_shared: list[Any] = []  # library, bank and draws, as every process has them


def _gained(plan: str) -> list[float]:
    library, bank, draws = _shared
    found = gains(library, bank, draws, (plan,))[plan]
    print(f"{plan:<26} {len(found):>3} {mean(found):+6.2f}", flush=True)
    return found


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where a blueprint gives too much away."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench testwise", description=__doc__)
    parser.add_argument("--project", type=Path, default=Path("."))
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 29))
    parser.add_argument("--draws", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side")
    parser.add_argument("--docs", action="store_true", help=f"write the figures into {DOCS}")
    told = parser.parse_args(arguments)
    problems = Problems()
    library = build_library(told.project, told.as_of, problems)
    bank = build_bank(library, problems)
    plans = library.of("blueprint", Blueprint)
    with ProcessPoolExecutor(told.jobs, get_context("fork"), _shared.extend, ([library, bank, told.draws],)) as pool:
        rows = list(zip([plan.title for plan in plans], pool.map(_gained, [plan.id for plan in plans]), strict=True))
    figures = table(rows, len(bank.items))
    print(figures)
    if told.docs:
        DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), figures), encoding="utf-8")
    return 1 if any(mean(found) > POINTS for _, found in rows) else 0
