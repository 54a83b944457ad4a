"""Workbooks as LibreOffice Calc opens them: nothing is a formula, text stays text, figures stay figures, and cells offer their values."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.exports.plan_sheet import plan_book
from generator.exports.workbook import Sheet, workbook
from generator.questions import types
from tests.exports import _every, _office
from tests.exports._paper import LIBRARY

pytestmark = pytest.mark.slow
SKIP = Wishes(skip_unsupported=True)
#: Formats that write workbooks.
WRITE = ("xlsx", "chaoxing", "kaoshibao", "motibang", "wjx")
#: What spreadsheets like to take for something else.
MISTAKEN = (
    "0012",
    "'0013",
    "1/2",
    "3-4",
    "2026-01-02",
    "1e5",
    "TRUE",
    "12:30",
    "50%",
    "￥5",
    "  两端空格 ",
    "=A1",
    "'=1",
)


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> dict[str, bytes]:
    """Every kind of workbook, of each export the plain one and one for every hostile text."""
    found = {"plan": plan_book(LIBRARY, _every.exam().blueprint), "empty-plan": plan_book(LIBRARY, None)}
    found["mistaken"] = workbook(
        [Sheet("表", ("文本", "数"), [(text, 3.5) for text in (*MISTAKEN, *_every.HOSTILE)], (20, 8))],
        LIBRARY.as_of,
    )
    exams = {"plain": _every.exam(), **{f"hostile{n}": _every.hostile(text) for n, text in enumerate(_every.HOSTILE)}}
    for name, exam in exams.items():
        for id in WRITE:
            written = formats()[id].export(LIBRARY, exam, SKIP).named.items()
            found |= {f"{id}-{name}": content for file, content in written if file.endswith(".xlsx")}
    return found


@pytest.fixture(scope="module")
def opened(books, tmp_path_factory):
    """What Calc reads of each; a formula in any would have stopped it."""
    folder = tmp_path_factory.mktemp("calc")
    paths = [folder / f"{name}.xlsx" for name in books]
    for path, content in zip(paths, books.values(), strict=True):
        path.write_bytes(content)
    return {path.removesuffix(".xlsx"): read for path, read in _office.sheets(paths, folder).items()}, folder


def test_every_kind_of_workbook_is_opened(books) -> None:
    assert {name.partition("-")[0] for name in books} == {"plan", "empty", "mistaken", *WRITE}


def test_text_stays_text_and_figures_stay_figures(opened) -> None:
    read, folder = opened
    for name, sheets in read.items():
        book = load_workbook(Path(folder) / f"{name}.xlsx")
        assert book.sheetnames == list(sheets), name
        cells = [(sheet.title, cell) for sheet in book for row in sheet.iter_rows() for cell in row]
        told = [(title, cell) for title, cell in cells if cell.value is not None]
        assert told
        for title, cell in told:
            shown = sheets[title][cell.row, cell.column]
            if isinstance(cell.value, str):
                without = cell.value.replace("\t", "")  # Calc keeps tabs in some cells alone
                assert (shown.kind, shown.text.replace("\t", "")) == ("string", without), (name, title, cell.coordinate)
            else:
                assert shown.kind == "float", (name, title, cell.coordinate)


def test_cells_offer_what_may_be_chosen(opened) -> None:
    read, _ = opened
    sheet = read["xlsx-plain"]["题目"]
    heads = {sheet[1, column].text: column for row, column in sheet if row == 1}
    assert sheet[2, heads["题型"]].offers == tuple(types.titles().values())
    assert set(sheet[2, heads["级别"]].offers) >= {sheet[2, heads["级别"]].text}
    assert sheet[2, heads["题干"]].offers == ()
    section = read["plan"]["大题"]
    kinds = {section[1, column].text: column for row, column in section if row == 1}
    assert section[2, kinds["题型"]].offers == tuple(types.titles().values())
