"""The log of activities: the plan's own workbook comes back, and the plan counts what it holds."""

import dataclasses
import datetime
import io
import shutil
from pathlib import Path

from openpyxl import load_workbook

from generator.library import Library, build_library
from generator.library.plan import plan
from generator.lists.layout import layout_named
from generator.lists.year import LOG, plan_workbook
from generator.problems import Problems
from tests.commands.test_bad_input import run
from tests.conftest import MINI
from tests.lists.conftest import Book
from tests.lists.test_reading import read

DAY = datetime.date(2026, 12, 31)


def test_the_sheet_of_the_plan_has_columns_of_the_list() -> None:
    layout = layout_named("普法活动记录")
    assert layout is not None
    assert set(LOG) <= {column.name for column in layout.columns}


def test_what_is_entered_in_the_plan_comes_back_and_counts(tmp_path: Path, mini_library: Library) -> None:
    root = tmp_path / "mini"
    shutil.copytree(MINI, root)
    book = load_workbook(io.BytesIO(plan_workbook(dataclasses.replace(mini_library, as_of=DAY), 2026)))
    row = (
        None,
        "向用水的人讲湖泊法",
        "冬天讲座",
        "2026年12月4日",
        "村口",
        "村民",
        "41人次",
        "取样说明、挂图",
        "1.jpg",
        "示例",
    )
    book["活动记录"].append(row)
    book.save(tmp_path / "计划.xlsx")
    done = run("import", "xlsx", "普法活动记录", tmp_path / "计划.xlsx", "-p", root, "--as-of", DAY)
    assert done.exit_code == 0, done.output
    assert "新增 1 条，不变 1 条" in done.stdout
    problems = Problems()
    library = build_library(root, DAY, problems)
    assert [str(problem) for problem in problems] == []
    winter = next(line for line in plan(library, 2026) if line.title == "冬天讲座")
    assert (winter.state, winter.people) == ("done", 41)
    (held,) = winter.held
    assert (held.where, held.materials, held.photos, held.sample) == ("村口", ("取样说明", "挂图"), ("1.jpg",), True)


def test_a_day_may_be_excels_number_but_not_to_come(mini_library: Library, book: Book) -> None:
    duty = mini_library.all("education-duty")[0].label
    rows = [("普法责任", "活动", "日期"), (duty, "甲讲座", "46019"), (duty, "乙讲座", "2099年6月5日")]
    found, problems = read(mini_library, book("活动.xlsx", rows), "普法活动记录")
    assert [str(one.data.get("held_on", "")) for one in found.found if one.sort == "new"] == ["2025-12-28", ""]
    assert problems == ["活动.xlsx!Sheet1!C3 E832"]
