"""What is printed is read back as the same records: of the miniature always, of the whole content among the slow tests."""

import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import MergedCell

from generator.kinds import Record
from generator.library import Library, build_library
from generator.library.titles import Titles
from generator.lists.grid import read_grids
from generator.lists.heads import find_head
from generator.lists.imported import read_list
from generator.lists.layout import LAYOUTS, Layout
from generator.lists.printing import FORMATS
from generator.lists.take import drafts_of
from generator.problems import Problems
from tests.conftest import ROOT


def from_cells_alone(library: Library, layout: Layout, path: Path) -> list[Record]:
    """The records of a printed workbook, made of nothing but its cells."""
    titles, problems = Titles(library.regulations), Problems()
    context = {"resolve": titles.resolve, "text": titles.resolve_version}
    (grid,) = read_grids(path)
    head = find_head(layout, grid, {})
    assert head is not None
    drafts = drafts_of(library, layout, grid, head, {}, problems)
    assert [str(problem) for problem in problems] == []
    return [layout.kind.model.model_validate(draft.data, context=context) for draft in drafts]


def check(library: Library, layout: Layout, folder: Path) -> None:
    """Every format is read back without a change; the workbook's cells alone hold the whole records."""
    for form, write in FORMATS.items():
        path = folder / f"{layout.title}.{form}"
        path.write_bytes(write(library, layout, ""))
        problems = Problems()
        read = read_list(library, layout, [path], problems)
        assert [str(problem) for problem in problems] == []
        assert [(one.sort, one.id) for one in read.found if one.sort != "same"] == []
        assert read.records == len(library.all(layout.id))
    found = {one.id: one.model_dump() for one in from_cells_alone(library, layout, folder / f"{layout.title}.xlsx")}
    assert found == {one.id: one.model_dump() for one in library.all(layout.id)}


@pytest.mark.parametrize("layout", LAYOUTS.all(), ids=lambda layout: layout.id)
def test_the_miniature_is_read_back(mini_library: Library, layout: Layout, tmp_path: Path) -> None:
    check(mini_library, layout, tmp_path)


@pytest.fixture(scope="module")
def whole() -> Library:
    return build_library(ROOT, datetime.date(2026, 11, 28), Problems())


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS.all(), ids=lambda layout: layout.id)
def test_the_whole_content_is_read_back(whole: Library, layout: Layout, tmp_path: Path) -> None:
    check(whole, layout, tmp_path)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_content_gives_the_same_bytes(mini_library: Library, form: str) -> None:
    layout = LAYOUTS.all()[0]
    assert FORMATS[form](mini_library, layout, "") == FORMATS[form](mini_library, layout, "")


@pytest.mark.parametrize("layout", LAYOUTS.all(), ids=lambda layout: layout.id)
def test_without_what_only_the_site_knows_each_is_found_again(
    mini_library: Library, layout: Layout, tmp_path: Path
) -> None:
    """A clerk's table has no ids: records, and the parts of one, are known by what they say."""
    path = tmp_path / f"{layout.title}.xlsx"
    path.write_bytes(FORMATS["xlsx"](mini_library, layout, ""))
    (grid,) = read_grids(path)
    head = find_head(layout, grid, {})
    assert head is not None
    made = load_workbook(path)
    page = made.worksheets[0]
    for at, column in head.columns.items():
        if column.path[-1:] == ("id",):
            for row in range(head.last + 1, page.max_row + 1):
                cell = page.cell(row, at)
                if not isinstance(cell, MergedCell):
                    cell.value = None
    made.save(path)
    read = read_list(mini_library, layout, [path], Problems())
    assert [(one.sort, one.id) for one in read.found if one.sort != "same"] == []
