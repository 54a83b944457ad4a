"""Answer tables as they come: encodings, workbooks, damaged files, sizes."""

import datetime
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.problems import Problems
from generator.reading.table import MAX_BYTES, read_table
from generator.sitting.candidates import Sitting
from generator.sitting.columns import is_answer_header
from generator.sitting.keys import Keys
from generator.sitting.marker import mark_tables
from tests.sitting._forms import FULL, ITEMS, POINTS, item, keys, paper, write_csv

TEXT = "考号,姓名,单位,1,2\n001,张三,一队,B,ABD\n"


def short() -> Keys:
    return keys(paper(items=ITEMS[:2], points=POINTS[:2]))


def read(path: Path, made: Keys | None = None) -> tuple[Sitting, list[str]]:
    problems = Problems()
    table = read_table(path, problems, is_answer_header)
    sitting = mark_tables([table] if table else [], made or short(), problems)
    return sitting, [str(problem).split("\n")[0] for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    sitting, said = read(write_csv(tmp_path, TEXT.replace(",", delimiter).replace("\n", "\r\n"), encoding))
    assert said == []
    (one,) = sitting.candidates
    assert (one.number, one.name, one.unit, one.score) == ("001", "张三", "一队", 4)


def test_bytes_of_no_encoding_are_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(TEXT.encode("gbk") + b"\xff\xff\x81")
    sitting, said = read(path)
    assert sitting.candidates == ()
    assert said == ["answers.csv:1:1: E503 编码认不出：不是 UTF-8，也不是 GBK"]


def test_commas_within_an_answer(tmp_path: Path) -> None:
    sitting, said = read(
        write_csv(tmp_path, TEXT + '002,李四,二队,B,"A,B,D"\n003,王五,二队,B,A,B,D\n004,赵六,,B,ABD,,\n')
    )
    assert [c.number for c in sitting.candidates] == ["001", "002", "004"]
    assert {c.score for c in sitting.candidates} == {4}
    assert said == ["answers.csv:4:6: E504 比表头多出 2 格，列错了位，这一行没有评"]


def test_empty_rows_are_told_and_those_at_the_end_are_not(tmp_path: Path) -> None:
    sitting, said = read(write_csv(tmp_path, TEXT + "\n,,,,\n002,李四,二队,B,ABD\n,,\n\n"))
    assert len(sitting.candidates) == 2
    assert said == ["answers.csv:3:1: E504 空行，没有读", "answers.csv:4:1: E504 空行，没有读"]


@pytest.mark.parametrize("content", ["", "\n\n", "考号\n", "\0\0\0\0"])
def test_files_without_answers(tmp_path: Path, content: str) -> None:
    sitting, said = read(write_csv(tmp_path, content))
    assert sitting.candidates == ()
    assert len(said) == 1
    assert " E503 " in said[0]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert read(path)[1] == ["big.csv:1:1: E503 文件有 50,000,001 字节，超过 50,000,000"]


def save(folder: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    path = folder / "answers.xlsx"
    book.save(path)
    return path


HEAD: list[object] = ["考号", "姓名", "单位", *range(1, 9)]


def test_a_workbook(tmp_path: Path) -> None:
    full: list[object] = [*FULL[:6], 125000, 4]
    sitting, said = read(save(tmp_path, HEAD, [20260001, "张三", "一队", *full[:6], "125000元", 4.0]), keys())
    assert said == []
    assert (sitting.candidates[0].number, sitting.candidates[0].score) == ("20260001", 20)


def test_cells_that_are_no_text(tmp_path: Path) -> None:
    percent = item("p", "blank", stem="多少？", response=ITEMS[6].response)
    made = keys(paper(items=(ITEMS[0], ITEMS[2], percent), points=(2.0, 2.0, 2.0)))
    path = save(
        tmp_path,
        ["考号", "1", "2", "3"],
        ["001", '=IF(1,"B","A")', True, 125000],
        ["002", datetime.datetime(2026, 3, 1), False, 0.05],  # noqa: DTZ001 - Excel knows no zones
        [440183199001011234, "B", True, "125000元"],
    )
    book = load_workbook(path)
    book.active["D3"].number_format = "0%"
    book.save(path)
    sitting, said = read(path, made)
    first, second = sitting.candidates
    assert [mark.points for mark in first.marks] == [0, 2, 0]
    assert second.marks[1].given.places == (1,)
    assert second.marks[2].given.texts == ("5%",)
    assert said == [
        "answers.xlsx:2:2: E504 这一格是公式，没有读",
        "answers.xlsx:3:2: E504 第 1 题：要写选项字母，“2”不是",
        "answers.xlsx:4:1: E504 数字超过 15 位，Excel 已改动末尾的数",
        "answers.xlsx:4:1: E504 没有考号，这一行没有评",
    ]


def test_workbooks_that_are_none(tmp_path: Path) -> None:
    path = save(tmp_path, HEAD, ["001", "", "", *FULL])
    whole = path.read_bytes()
    for content in (b"PK\x03\x04", whole[: len(whole) // 2], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)):
        path.write_bytes(content)
        sitting, said = read(path, keys())
        assert sitting.candidates == ()
        assert len(said) == 1
        assert " E503 " in said[0]


def test_a_workbook_whose_sheet_is_damaged(tmp_path: Path) -> None:
    path = save(tmp_path, HEAD, ["001", "", "", *FULL])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part[: len(part) // 2] if "worksheets/" in name else part)
    sitting, said = read(path, keys())
    assert sitting.candidates == ()
    assert len(said) == 1
    assert " E503 " in said[0]


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = save(tmp_path, HEAD, ["001", "", "", *FULL])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/zeros.bin", bytes(300_000_001))
    assert read(path, keys())[1] == ["answers.xlsx:1:1: E503 解开以后过大"]
