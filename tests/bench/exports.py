"""How long exports take: ``python -m tests.bench exports``.

100 papers of 100 items, each of its own, to docx and to pdf (as papers drawn for candidates, with answers and audit sheet), and
3,000 items to each format of the bank; one process.  Exit code 1: over the seconds allowed, by the clock; what the processors took
stands beside it, for machines that do other work as well.
"""

import argparse
import datetime
import sys
import time
from pathlib import Path

from generator.exams.paper import Exam, Paper, PaperSection
from generator.exports.base import BANK, Wishes
from generator.exports.bundle import formats
from generator.kinds.blueprint import Blueprint
from generator.library import build_library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date(2026, 11, 28)
#: Seconds allowed.
ALLOWED = {"docx": 30.0, "pdf": 15.0}
BANK_SECONDS = 30.0
SKIP = Wishes(skip_unsupported=True)


def drawn(bank: Bank, papers: int, items: int) -> Exam:
    """So many papers with so many items of choice each, no two alike, as they are drawn for candidates."""
    pool = [item for item in bank.items if len(item.options) in {2, 4} and not item.response.sequence]
    section = {"title": "选择题", "type": "single", "count": items, "points": 1.0}
    data = {
        "id": "bench",
        "title": "卷",
        "audience": "执法人员",
        "minutes": 90,
        "pass_mark": 1.0,
        "sections": [section],
    }
    plan = Blueprint.model_validate(data)
    made = []
    for number in range(papers):
        picked = tuple(pool[(number * 37 + place * 11) % len(pool)] for place in range(items))
        made.append(Paper(plan, 1, (PaperSection("选择题", "single", 1.0, picked),), f"{number + 1:03}", False))
    return Exam(plan, 1, tuple(made), drawn=True)


def main(arguments: list[str]) -> int:
    """Measure, print a table, and say whether what is promised holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench exports", description=__doc__)
    parser.add_argument("--papers", type=int, default=100)
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--bank", type=int, default=3000)
    wanted = parser.parse_args(arguments)
    library = build_library(ROOT, DAY, Problems())
    bank = build_bank(library, Problems())
    exam, part, kept = drawn(bank, wanted.papers, wanted.items), Bank(bank.items[: wanted.bank]), True
    print("format        seconds      cpu  allowed      bytes")
    for name, form in formats().items():
        source = exam if name in ALLOWED else part if form.takes >= BANK else None
        if source is None:
            continue
        allowed = ALLOWED.get(name, BANK_SECONDS)
        start, used = time.perf_counter(), time.process_time()
        outcome = form.export(library, source, SKIP)
        seconds, used = time.perf_counter() - start, time.process_time() - used
        print(
            f"{name:<12} {seconds:8.2f} {used:8.2f} {allowed:8.0f} {sum(len(file.content) for file in outcome.files):>10}"
        )
        kept = kept and bool(outcome.files) and seconds <= allowed
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
