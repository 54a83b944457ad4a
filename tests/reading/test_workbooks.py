"""Workbooks that lie, are damaged, locked or swollen: read, or refused in words; no library's exception comes out."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from generator.problems import Problems
from generator.reading.heads import tells_candidates
from generator.reading.table import Read, read_table, read_tables

HEAD = ["考号", "姓名", "1", "2"]
ROWS = [["0012", "甲", "A", "AB"], ["0013", "乙", "B", "C"]]


def book(*rows: list[object]) -> Workbook:
    made = Workbook()
    for row in rows or (HEAD, *ROWS):
        made.active.append(row)
    return made


def packed(made: Workbook) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def rewritten(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The zip with every part as ``change`` gives it; None leaves it out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return file.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, part: re.sub(old, new, part) if "worksheets/" in name else part


def read(folder: Path, content: bytes, name: str = "t.xlsx") -> tuple[Read, list[str]]:
    (folder / name).write_bytes(content)
    problems = Problems()
    found = read_tables(folder / name, problems, tells_candidates)
    return found, [str(problem) for problem in problems]


def cells(found: Read) -> list[list[str]]:
    return [list(line.cells) for table in found.tables for line in table.lines]


@pytest.mark.parametrize(
    "change",
    [
        in_sheet(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"'),
        in_sheet(
            rb"</sheetData>", b'<row r="1048576" s="1" customFormat="1"><c r="A1048576" s="0"/></row></sheetData>'
        ),
        in_sheet(rb' r="[A-Z]+\d+"', b""),
        lambda name, part: part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
        lambda name, part: None if "theme" in name or "docProps" in name else part,
    ],
    ids=["dimension", "styled-last-row", "no-references", "strict", "parts-missing"],
)
def test_what_excel_or_a_library_wrote_badly_is_read(tmp_path: Path, change: Callable[[str, bytes], bytes]) -> None:
    found, said = read(tmp_path, rewritten(packed(book()), change))
    assert said == []
    assert cells(found) == ROWS


def shared(index: bytes) -> bytes:
    """A workbook whose A2 is the text with this index among the shared texts; there is one, at 0."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    related = b'<Relationship Id="rId99" Type="' + kind + b'" Target="sharedStrings.xml"/></Relationships>'

    def change(name: str, part: bytes) -> bytes:
        if name == "xl/_rels/workbook.xml.rels":
            return part.replace(b"</Relationships>", related)
        return re.sub(rb'<c r="A2".*?</c>', b'<c r="A2" t="s"><v>' + index + b"</v></c>", part)

    file = io.BytesIO(rewritten(packed(book()), change))
    with zipfile.ZipFile(file, "a") as parts:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}"><si><t>0012</t></si></sst>')
    return file.getvalue()


def test_a_shared_text_is_read(tmp_path: Path) -> None:
    assert cells(read(tmp_path, shared(b"0"))[0]) == ROWS


@pytest.mark.parametrize("index", [b"99", b"-1", b"x"])
def test_a_text_that_the_file_does_not_hold_is_none(tmp_path: Path, index: bytes) -> None:
    """Least of all the last one, which an index below zero would give."""
    found, said = read(tmp_path, shared(index))
    assert found.tables == ()
    assert "第 2 行有一格的文字不在文件里" in said[0]


def test_titles_hidden_sheets_charts_and_two_sheets(tmp_path: Path) -> None:
    made = book(["年度考试"], [], HEAD, *ROWS)
    made.active.title = "成绩"
    hidden = made.create_sheet("旧", 0)
    hidden.append(HEAD)
    hidden.append(["9999", "旧", "A", "A"])
    hidden.sheet_state = "hidden"
    made.create_chartsheet("图", 0).add_chart(BarChart())
    made.create_sheet("说明", 1).append(["请看成绩一表"])
    found, said = read(tmp_path, packed(made))
    assert (cells(found), said) == (ROWS, [])
    assert (found.tables[0].name, found.tables[0].begins) == ("t.xlsx[成绩]", 3)


def test_a_header_that_comes_again_and_one_in_two_rows(tmp_path: Path) -> None:
    found, said = read(tmp_path, packed(book(HEAD, ROWS[0], HEAD, ROWS[1])))
    assert (cells(found), said) == (ROWS, [])
    assert [table.begins for table in found.tables] == [1, 3]


def test_a_merged_unit_holds_for_every_row(tmp_path: Path) -> None:
    made = book(["单位", *HEAD], ["一队", *ROWS[0]], [None, *ROWS[1]])
    made.active.merge_cells("A2:A3")
    assert [row[0] for row in cells(read(tmp_path, packed(made))[0])] == ["一队", "一队"]


def test_guards_and_unseen_characters_are_unwrapped_and_said(tmp_path: Path) -> None:
    written = ['="0012"', "'0013", "\u200b0014\ufeff", "００１５", "\u00a00016\u3000", "00\u00ad17"]
    found, said = read(tmp_path, packed(book(HEAD, *([text, "甲", "A", "B"] for text in written))))
    assert said == []
    assert [row[0] for row in cells(found)] == ["0012", "0013", "0014", "0015", "0016", "0017"]
    assert (
        found.done
        == '2 格去掉了为防 Excel 改动而加的 =""、单引号，2 格去掉了看不见的字符，1 格的全角或特殊写法改成了普通写法'
    )


def refused(folder: Path, content: bytes, name: str = "t.xlsx") -> str:
    found, said = read(folder, content, name)
    assert found.tables == ()
    assert len(said) == 1
    assert ": E503 " in said[0]
    assert "提示：" in said[0]
    return said[0]


def test_what_is_no_table_is_refused_in_words(tmp_path: Path) -> None:
    whole = packed(book())
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    no_sheets = rewritten(
        whole, lambda n, p: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", p) if n == "xl/workbook.xml" else p
    )
    assert "没有可以看见的工作表" in refused(tmp_path, no_sheets)
    assert "损坏" in refused(tmp_path, whole[: len(whole) // 2])
    assert "损坏" in refused(tmp_path, rewritten(whole, lambda n, p: p[: len(p) // 2] if "worksheets/" in n else p))
    assert "损坏" in refused(
        tmp_path, rewritten(whole, in_sheet(rb"t=\"inlineStr\"><is><t>0012</t></is>", b't="s"><v>99</v>'))
    )
    assert "打开密码" in refused(tmp_path, ole + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert "不是 xls" in refused(tmp_path, ole, "t.xls")
    assert "不是 xlsx" in refused(tmp_path, rewritten(whole, lambda n, p: p if n == "[Content_Types].xml" else None))
    assert "网页" in refused(tmp_path, b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>", "t.xls")
    assert "编码认不出" in refused(tmp_path, b"\x81\xff\xff,1\n", "t.csv")


def test_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    for path, says in ((tmp_path, "这是文件夹"), (tmp_path / "none.csv", "没有这个文件")):
        problems = Problems()
        assert read_tables(path, problems, tells_candidates).tables == ()
        assert [says in str(problem) for problem in problems] == [True]


def test_a_swollen_cell_is_refused_before_it_is_held(tmp_path: Path) -> None:
    text = b'<c r="B9" t="inlineStr"><is><t>' + b"A" * 40_000_000 + b"</t></is></c>"
    content = rewritten(packed(book()), in_sheet(rb"</row></sheetData>", text + b"</row></sheetData>"))
    assert "一格的文字" in refused(tmp_path, content)
    assert "超过 32,767 字" in refused(tmp_path, f"考号,1\n1,{'A' * 40_000}\n".encode(), "t.csv")


def test_a_cell_far_out_takes_no_room(tmp_path: Path) -> None:
    content = rewritten(packed(book()), in_sheet(rb"</row></sheetData>", b'<c r="XFD3"><v>1</v></c></row></sheetData>'))
    assert "表太大" in refused(tmp_path, content)


@pytest.mark.parametrize("text", ["sep=,\n考号,1\n0012,A\n", "sep=;\n考号;1\n0012;A\n", "年度考试\n考号,1\n0012,A\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16", "utf-16-le"])
def test_first_lines_of_csv(tmp_path: Path, text: str, encoding: str) -> None:
    found, said = read(tmp_path, text.encode(encoding), "t.csv")
    assert (cells(found), said) == ([["0012", "A"]], [])
    assert found.tables[0].begins == 2


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_commas_in_stems_do_not_part_cells(tmp_path: Path, separator: str, encoding: str) -> None:
    """A header of whole stems has more of them than columns."""
    stem = "某厂夜里偷排，白天停产，台账不记，监测数据也是假的，对单位怎样处罚？"
    rows = [("考号", *(f"{n}、{stem}" for n in (1, 2))), ("001", "A.停产，整治", "B"), ("002", "B.罚款", "C")]
    path = tmp_path / "wide.csv"
    path.write_bytes("\n".join(separator.join(row) for row in rows).encode(encoding))
    table = read_table(path, Problems(), tells_candidates)
    assert table is not None
    assert [len(line.cells) for line in table.lines] == [3, 3]
    assert table.lines[0].cells[0] == "001"
