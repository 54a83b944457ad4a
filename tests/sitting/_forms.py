"""Keys of a miniature exam in two forms that hold an item of every type, made as ``pufa exam`` makes them."""

import json
from pathlib import Path
from typing import Any

from generator.exams.paper import Paper, PaperSection
from generator.exports.formats.json import export as export_json
from generator.kinds.blueprint import Blueprint
from generator.problems import Place, Problems
from generator.questions.item import Blank, CaseQuestion, Item, Option, Point, Response
from generator.reading.table import Line, Table
from generator.sitting.candidates import Sitting
from generator.sitting.keys import Keys, keys_of
from generator.sitting.marker import mark_tables
from tests.exports._paper import BASIS, LIBRARY

CHOICE = Response()
#: Points of the questions, in order; 20 in all.
POINTS = (2.0, 2.0, 2.0, 3.0, 3.0, 2.0, 2.0, 4.0)
FULL = ("B", "ABD", "对", "20万元；30日；2年", "1-C 2-A 3-B", "CAB", "125000元", "4")


def item(id: str, type: str, options: tuple[Option, ...] = (), response: Response = CHOICE, **more: Any) -> Item:
    return Item(
        id=id,
        rule="test",
        type=type,  # type: ignore[arg-type]
        stem=more.pop("stem", f"题目{id}？"),
        options=options,
        explanation=f"因为{id}。",
        basis=(BASIS,),
        facts=(f"fact/{id}",),
        topics=more.pop("topics", ("eia",)),
        at=Place("content/x.yml", 1, 1),
        response=response,
        **more,
    )


def options(right: str, count: int = 4) -> tuple[Option, ...]:
    return tuple(Option(f"选项{n}", chr(65 + n) in right, f"理由{n}。") for n in range(count))


JUDGE = (Option("正确", True), Option("错误", False))
BLANKS = (Blank(("20万元",)), Blank(("30日",)), Blank(("2年",)))
STEPS = (CaseQuestion("怎么办？", (Point("罚款", 2, (BASIS,)), Point("责令改正", 2))),)
ITEMS = (
    item("one", "single", options("B")),
    item("many", "multiple", options("ABD"), topics=("air",)),
    item("yes", "judge", JUDGE, topics=("air", "eia")),
    item("fill", "blank", response=Response(blanks=BLANKS)),
    item("pair", "match", options("ABCD"), Response(prompts=("甲", "乙", "丙"), sequence=(2, 0, 1))),
    item("sort", "order", options("ABC", 3), Response(sequence=(2, 0, 1))),
    item("sum", "calc", response=Response(blanks=(Blank(("125000元",)),))),
    item("case", "case", response=Response(steps=STEPS)),
)


def paper(
    form: str = "A",
    items: tuple[Item, ...] = ITEMS,
    points: tuple[float, ...] = POINTS,
    marking: str = "half",
    alone: bool = True,
) -> Paper:
    """A section for each item, since points are a section's."""
    plan = Blueprint.model_validate(
        {
            "id": "study",
            "title": "年度考试",
            "audience": "执法人员",
            "minutes": 60,
            "pass_mark": sum(points) * 0.6,
            "marking": marking,
            "sections": [
                {"title": f"{i.type} 题", "type": i.type, "count": 1, "points": p}
                for i, p in zip(items, points, strict=True)
            ],
        }
    )
    sections = tuple(PaperSection(f"{i.type} 题", i.type, p, (i,)) for i, p in zip(items, points, strict=True))
    return Paper(plan, 7, sections, form, alone)


def data(made: Paper) -> Any:
    return json.loads(export_json(LIBRARY, made)["key.json"])


def keys(*papers: Paper, drawn: bool = False) -> Keys:
    return keys_of([data(made) for made in papers or (paper(),)], drawn)


def table(*rows: tuple[str, ...], header: tuple[str, ...] | None = None, name: str = "答卷.csv") -> Table:
    """Rows of number, name, unit and answers; with ``header`` as that says."""
    head = header or ("考号", "姓名", "单位", *(str(n + 1) for n in range(max(map(len, rows)) - 3)))
    lines = (Line(n, (*row, *("",) * (len(head) - len(row)))) for n, row in enumerate(rows, 2))
    return Table(name, head, tuple(lines))


def sit(*rows: tuple[str, ...], made: Keys | None = None, **more: Any) -> tuple[Sitting, list[str]]:
    """Mark rows; what was said, each problem in a line without its hint."""
    problems = Problems()
    sitting = mark_tables([table(*rows, **more)], made or keys(), problems)
    return sitting, [str(problem).split("\n")[0] for problem in problems]


def write_csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "answers.csv"
    path.write_bytes(text.encode(encoding))
    return path
