"""Whole tables with everyone's marks and everything that is said: ``tables.txt``, looked over by a person line by line.

``python -m tests.sitting.test_whole_tables`` writes what is read now; the diff is to be looked at.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems import Problems
from generator.reading.table import read_tables
from generator.sitting.columns import is_answer_header
from generator.sitting.keys import Keys
from generator.sitting.marker import mark_tables
from tests.sitting._forms import ITEMS, item, keys, options, paper

WRITTEN = Path(__file__).with_name("tables.txt")
RIGHT = "BADCABDCBADB"
STEMS = ("倒灰", "排水", "烧秸秆", "挖沙", "捕鱼", "鸣笛", "砍树", "修闸", "运泥", "放船", "晒网", "打井")
TWELVE = tuple(
    item(f"t{at}", "single", options(right), stem=f"夜里在河边{what}的，怎么办？")
    for at, (right, what) in enumerate(zip(RIGHT, STEMS, strict=True))
)
KEYS: dict[str, Keys] = {
    "每种题型": keys(),
    "十二题": keys(paper("A", TWELVE, (2.0,) * 11 + (3.0,))),
    "两卷": keys(
        paper("A", TWELVE[:4], (1.0, 2.0, 3.0, 4.0), alone=False), paper("B", TWELVE[3::-1], (4.0, 3.0, 2.0, 1.0), alone=False)
    ),
    "各抽一卷": keys(*(paper(number, TWELVE[:3], (1.0, 2.0, 3.0), alone=False) for number in ("001", "002")), drawn=True),
    "两题": keys(paper(items=ITEMS[:2], points=(2.0, 3.0))),
}  # fmt: skip


def parts() -> list[tuple[str, list[str], list[str]]]:
    """Name (what is tried ＠ key), lines of the table (behind ``>``) and what comes of them."""
    found = []
    for part in WRITTEN.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = part.rstrip("\n").split("\n")
        table = [line[1:].removeprefix(" ") for line in lines if line.startswith(">")]
        found.append((name, table, [line for line in lines if line and not line.startswith(">")]))
    return found


def told(name: str, lines: list[str]) -> Iterator[str]:
    """What comes of a table, as tables.txt writes it."""
    problems = Problems()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "答卷.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        tables = read_tables(path, problems, is_answer_header).tables
    sitting = mark_tables(tables, KEYS[name.partition("＠")[2].strip()], problems)
    for one in sitting.candidates:
        marks = " ".join(f"{mark.points:g}" for mark in one.marks)
        rest = [
            one.unit,
            f"{one.key.form} 卷",
            "缺考" if one.absent else "",
            "" if one.seconds is None else f"{one.seconds} 秒",
        ]
        yield f"人 {one.number} {one.name or '-'} {'，'.join(filter(None, rest))}：{one.score:g}＝{marks}"
    for problem in problems:
        yield f"说 {problem.severity.name[0]} {problem.at.file}:{problem.at.line}:{problem.at.column} {problem.code} {problem.message}｜{problem.hint}"


@pytest.mark.parametrize(("name", "table", "wanted"), [pytest.param(*part, id=part[0]) for part in parts()])
def test_everyone_has_their_marks_and_everything_is_said(name: str, table: list[str], wanted: list[str]) -> None:
    assert list(told(name, table)) == wanted


if __name__ == "__main__":
    head, *_ = WRITTEN.read_text(encoding="utf-8").split("\n== ")
    text = head.rstrip("\n") + "\n"
    for name, table, _ in parts():
        source = "".join(f"> {line}\n" if line else ">\n" for line in table)
        text += f"\n== {name}\n{source}" + "".join(f"{line}\n" for line in told(name, table))
    WRITTEN.write_text(text, encoding="utf-8")
