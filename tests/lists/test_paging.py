"""Printed lists on their pages: no merged cell goes on over the end of one, and what stands there twice is read once."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.library import Library
from generator.lists.imported import read_list
from generator.lists.layout import LAYOUTS, Layout, layout_named
from generator.lists.paging import Rows, paged
from generator.lists.printing import FORMATS, list_xlsx
from generator.lists.template import template_xlsx
from generator.problems import Problems
from tests.lists.conftest import Book


def table(starts: Sequence[int], name: str = "甲") -> Rows:
    """A table of two columns whose first goes on where no record starts."""
    down = {(row, 0) for row, start in enumerate(starts, 1) if start}
    return Rows([(name, "乙")] * len(starts), starts, (10, 10), down, (0, 1))


def printed(library: Library, folder: Path) -> tuple[Layout, Path, Workbook, Worksheet, dict[str, int]]:
    """The list of conducts as a file: its layout, where it lies, the workbook, its page, and the column of each head."""
    layout = layout_named("违法行为与罚则")
    assert layout is not None
    path = folder / f"{layout.title}.xlsx"
    path.write_bytes(FORMATS["xlsx"](library, layout, ""))
    made = load_workbook(path)
    page = made[layout.title]
    return layout, path, made, page, {cell.value: cell.column for row in page["3:4"] for cell in row if cell.value}


def test_a_page_begins_with_a_record_where_it_can() -> None:
    assert paged(table([0, 1, 1, 0, 1, 1, 0, 1, 1]), (100, 100)).begins == (4, 7)


def test_a_record_longer_than_a_page_is_parted() -> None:
    assert paged(table([0, *[1] * 9]), (100, 100)).begins == (5, 9)


def test_no_page_begins_where_the_part_above_says_the_same() -> None:
    assert paged(table([0, 1, 1, -1, -1, 1]), (100, 100)).begins == (3,)


def test_what_is_cut_off_makes_the_rows_higher_and_the_page_holds_them_still() -> None:
    rows = table([0, *[1] * 20], "一段很长的话" * 8)
    found = paged(rows, (200, 200))
    ends = (*found.begins, len(found.heights) + 1)
    for first, end in zip((1, *found.begins), ends, strict=True):
        assert sum(found.heights[first - 1 : end - 1]) <= 200


def test_no_merged_cell_of_a_list_stands_on_two_pages(mini_library: Library) -> None:
    for layout in LAYOUTS.all():
        page = load_workbook(io.BytesIO(list_xlsx(mini_library, layout)))[layout.title]
        for brk in page.row_breaks.brk:
            assert not [one for one in page.merged_cells.ranges if one.min_row <= brk.id < one.max_row]


CONDUCTS = ("违法行为", "处罚依据", "情形", "罚款")


def test_a_record_told_on_two_pages_is_one(mini_library: Library, book: Book) -> None:
    """As after printing, without the columns that are kept beside: the number and the name stand again."""
    path = book(
        "违法行为与罚则.xlsx",
        [
            ("序号", *CONDUCTS),
            (1, "取水不登记的新做法", "《试验湖泊法》第五条", "一般情形", "1万元以下"),
            (None, None, None, "情节严重", "2万元以下"),
            (1, "取水不登记的新做法", "《试验湖泊法》第五条", "拒不改正", "3万元以下"),
            (None, None, None, "再次违反", "4万元以下"),
        ],
        ("A2:A3", "B2:B3", "C2:C3", "A4:A5", "B4:B5", "C4:C5"),
    )
    layout = layout_named("违法行为与罚则")
    assert layout is not None
    found = read_list(mini_library, layout, [path], Problems()).found
    (new,) = [one for one in found if one.sort == "new"]
    (penalty,) = new.data["penalties"]
    assert [tier.get("condition") for tier in penalty["tiers"]] == [None, "情节严重", "拒不改正", "再次违反"]


def test_the_same_cell_told_in_two_ways_is_a_fault(mini_library: Library, tmp_path: Path) -> None:
    layout, path, made, page, heads = printed(mini_library, tmp_path)
    cells = [page.cell(5, at).value for at in range(1, page.max_column + 1)]
    page.insert_rows(6)
    page.merged_cells.ranges = set()
    for at, value in enumerate(cells, 1):
        page.cell(6, at).value = value
    page.cell(6, heads["违法行为"]).value = "改在第二页上的名称"
    made.save(path)
    problems = Problems()
    read_list(mini_library, layout, [path], problems)
    assert [problem.message for problem in problems if "不一样" in problem.message]


def test_a_row_copied_with_its_id_is_told(mini_library: Library, book: Book) -> None:
    path = book(
        "清单.xlsx",
        [
            ("责任单位", "责任事项", "依据", "编号"),
            ("湖管局", "登记取水的人", "《试验湖泊法》第四条", "office-register"),
            ("湖管局", "另外一件事", "《试验湖泊法》第四条", "office-register"),
        ],
    )
    layout, problems = layout_named("责任清单"), Problems()
    assert layout is not None
    read_list(mini_library, layout, [path], problems)
    assert [str(problem.at) for problem in problems if "前面已经用过" in problem.message] == ["清单.xlsx!Sheet1!D3"]


def test_a_template_filled_in_is_printed_across_with_its_header(mini_library: Library) -> None:
    for layout in LAYOUTS.all():
        made = load_workbook(io.BytesIO(template_xlsx(mini_library, layout)))
        for page in made.worksheets[:2]:
            setup = page.page_setup
            assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("landscape", 1, 0)
            assert (page.sheet_properties.pageSetUpPr.fitToPage, page.print_title_rows) == (True, "$1:$1")


@pytest.mark.parametrize("edited", [0, 1])
def test_one_of_two_tellings_edited_is_the_change(mini_library: Library, tmp_path: Path, edited: int) -> None:
    """A record of two rows, as if a page ended between them: the id and the names stand in both."""
    layout, path, made, page, heads = printed(mini_library, tmp_path)
    merged = [one for one in page.merged_cells.ranges if one.min_row > 4 and one.min_col == heads["编号"]]
    first = merged[0].min_row
    for one in [one for one in page.merged_cells.ranges if one.min_row == first and one.min_col <= one.max_col]:
        page.unmerge_cells(str(one))
        page.cell(first + 1, one.min_col).value = page.cell(first, one.min_col).value
    page.cell(first + edited, heads["违法行为"]).value = "改过的名称"
    made.save(path)
    problems = Problems()
    found = [one for one in read_list(mini_library, layout, [path], problems).found if one.sort != "same"]
    assert [str(problem) for problem in problems] == []
    assert [(one.sort, one.name, one.fields) for one in found] == [("changed", "改过的名称", ("title",))]
