"""How long marking and item analysis take, beside a loop over items with scipy.

``python -m tests.bench results [--people N] [--items N]``: invented answers, written as a table and read back as people's
are.  Two figures count: from the file to the page, and the analysis alone.  The loop beside it starts from the same marks
and works out the same figures (difficulty, corrected item-total correlation, options by group, alpha) item by item, with
``scipy.stats.pearsonr`` and ``collections.Counter``, as one would in a notebook; both must agree.

Exit code 1: over 5 s from file to page (30 s for a hundred thousand people), over 2 GB, or figures that differ.
"""

import argparse
import csv
import math
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

from generator.problems import Problems
from generator.questions.item import letter
from generator.reading.table import read_table
from generator.sitting.analysis.data import analysis_json
from generator.sitting.analysis.page import analysis_page
from generator.sitting.analysis.results import Analysis, analyse
from generator.sitting.candidates import Sitting
from generator.sitting.columns import is_answer_header
from generator.sitting.key import Key
from generator.sitting.keys import Keys, keys_of
from generator.sitting.marker import mark_tables

SECONDS, SECONDS_OF_MANY, MANY = 5.0, 30.0, 100_000
#: Largest resident set, in bytes, from the file to the page.
MEMORY = 2_000_000_000
TOPICS, UNITS = 12, 20
BASIS = {"regulation": "law", "title": "试法", "article": 1, "suffix": 0, "paragraph": None, "item": None}


def invented_keys(items: int) -> Keys:
    """A form of ``items`` questions, the last fifth of them with several right options."""
    entries = []
    for n in range(items):
        several = n >= items * 4 // 5
        options = [{"text": f"甲{n}-{o}", "correct": o < 2 if several else o == n % 4, "why": ""} for o in range(4)]
        kind = "multiple" if several else "single"
        entries.append(
            {
                "number": n + 1, "section": 1, "points": 1, "id": f"invented/{n}", "type": kind, "stem": f"第{n}问？",
                "options": options, "answer": "", "explanation": "因为。", "basis": [BASIS], "topics": [f"t{n % TOPICS}"],
                "sample": True,
            }
        )  # fmt: skip
    plan = {"id": "invented", "title": "试考", "pass_mark": items * 0.6, "marking": "half", "sample": True}
    head = {"blueprint": plan, "seed": 1, "form": "A", "as_of": "2026-09-01", "sections": [{"title": "题"}]}
    return keys_of([{**head, "items": entries}])


def write_answers(path: Path, key: Key, people: int) -> None:
    """Answers of people whose ability and of items whose difficulty is drawn; the same numbers give the same file."""
    draw = random.Random(1)
    hardness = [draw.gauss(0, 1) for _ in key.items]
    with path.open("w", encoding="gb18030", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["考号", "单位", *(item.number for item in key.items)])
        for person in range(people):
            able = draw.gauss(0.5, 1)
            row = []
            for item, hard in zip(key.items, hardness, strict=True):
                knows = draw.random() < 1 / (1 + math.exp(hard - able))
                places = item.question.right if knows else draw.sample(range(4), len(item.question.right))
                row.append("".join(map(letter, sorted(places))))
            rows.writerow([f"{person:06d}", f"单位{person % UNITS}", *row])


def plain(sitting: Sitting) -> dict[str, Any]:
    """The same figures by a loop over items."""
    present = sitting.present
    items = sitting.keys.first.items
    points = np.array([[float(mark.points) for mark in one.marks] for one in present])
    scores = points.sum(axis=1)
    order = sorted(range(len(present)), key=lambda person: -scores[person])
    size = round(len(present) * 0.27)
    found = []
    for n, item in enumerate(items):
        share = points[:, n] / float(item.points)
        chosen = [
            Counter(place for person in group for place in present[person].marks[n].given.places)
            for group in (range(len(present)), order[:size], order[-size:])
        ]
        rest = stats.pearsonr(share, scores - points[:, n]).statistic
        found.append((share.mean(), rest, [[count[place] for place in range(4)] for count in chosen]))
    matrix = np.cov(points, rowvar=False)
    count = len(items)
    return {"items": found, "alpha": count / (count - 1) * (1 - np.trace(matrix) / matrix.sum())}


def agree(found: Analysis, other: dict[str, Any]) -> bool:
    """Whether both tell the same."""
    same = math.isclose(found.forms[0][1].alpha or 0, other["alpha"], rel_tol=1e-9)
    for (row, _), (share, rest, (every, upper, lower)) in zip(found.items, other["items"], strict=True):
        size = round(found.present * 0.27)
        same &= math.isclose(row.share, share, rel_tol=1e-9)
        same &= math.isclose(row.discrimination or 0, rest, abs_tol=1e-9)
        same &= [option.count for option in row.options] == every
        same &= [round(option.upper * size) for option in row.options] == upper
        same &= [round(option.lower * size) for option in row.options] == lower
    return same


@contextmanager
def _timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[name] = time.perf_counter() - start


def measure(people: int, items: int, folder: Path) -> tuple[dict[str, float], int, bool]:
    """Seconds of each step, the most bytes held until the page stood, and whether the loop found the same."""
    seconds: dict[str, float] = {}
    keys, problems, file = invented_keys(items), Problems(), folder / "answers.csv"
    write_answers(file, keys.first, people)
    topic: Callable[[str], str] = str
    used = time.process_time()
    with _timed(seconds, "read"):
        table = read_table(file, problems, is_answer_header)
    assert table is not None
    with _timed(seconds, "mark"):
        sitting = mark_tables([table], keys, problems)
    with _timed(seconds, "analyse"):
        found = analyse(sitting)
    with _timed(seconds, "page"):
        analysis_page(found, topic, named=False)
        analysis_json(found)
    seconds["all"] = sum(seconds.values())
    seconds["cpu"] = time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    with _timed(seconds, "loop"):
        other = plain(sitting)
    assert len(problems) == 0
    return seconds, memory, agree(found, other)


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench results")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--items", type=int, default=100)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        seconds, memory, same = measure(asked.people, asked.items, Path(folder))
    print(f"{asked.people:,} people x {asked.items} items")
    for name in ("read", "mark", "analyse", "page"):
        print(f"  {name:<8}{seconds[name]:8.2f} s")
    allowed = SECONDS_OF_MANY if asked.people >= MANY else SECONDS
    print(
        f"  file to page {seconds['all']:5.2f} s by the clock (allowed {allowed:g}), {seconds['cpu']:.2f} s of processors, {memory / 1e9:.2f} GB (allowed {MEMORY / 1e9:g})"
    )
    print(
        f"  loop with scipy, from the same marks: {seconds['loop']:.2f} s, {seconds['loop'] / seconds['analyse']:.1f} times the analysis"
    )
    print(f"  both agree: {'yes' if same else 'NO'}")
    return 0 if same and seconds["all"] <= allowed and memory <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
