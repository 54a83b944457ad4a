"""Forms of lists that offices have and we don't print: headings between rows, several units in a cell, those who help apart."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.library import Library
from generator.lists.imported import ReadList, read_list
from generator.lists.layout import layout_named
from generator.problems import Problems
from tests.lists.conftest import Book, Cells
from tests.lists.test_reading import read

LAW = "《试验湖泊法》第五条"


def units(found: ReadList) -> list[tuple[str, str, str]]:
    """Unit, role and duty of each record."""
    return [
        (one.data.get("unit", ""), one.data.get("role", ""), one.data["duty"])
        for one in found.found
        if one.sort != "gone"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("一、湖区管理局",), (1, "甲事", LAW), (2, "乙事", LAW), ("二、湖边村（1项）",), (1, "丙事", LAW)),
        (("一", "湖区管理局", None), (1, "甲事", LAW), (2, "乙事", LAW), ("二", "湖边村", None), (3, "丙事", LAW)),
        (("（一）湖管局：",), (1, "甲事", LAW), (2, "乙事", LAW), ("第二部分 湖边村",), (1, "丙事", LAW), ("合计", "3项", None)),
    ],
)  # fmt: skip
def test_a_heading_tells_the_unit_of_the_rows_below(mini_library: Library, book: Book, rows: Cells) -> None:
    path = book("清单.xlsx", [("湖区责任清单",), ("序号", "责任事项", "依据"), *rows])
    found, problems = read(mini_library, path)
    assert problems == []
    assert units(found) == [
        ("lake-office", "lead", "甲事"),
        ("lake-office", "lead", "乙事"),
        ("lake-village", "lead", "丙事"),
    ]


def test_headings_of_two_kinds(mini_library: Library, book: Book) -> None:
    rows = [
        ("序号", "职权名称", "实施依据"),
        ("一、湖区管理局",),
        ("（一）行政许可",),
        (1, "取水登记", LAW),
        ("（二）行政处罚（1项）",),
        (1, "对偷水的处罚", LAW),
        ("二、船只管理站",),
        ("（一）行政检查",),
        (1, "查看船只", LAW),
    ]
    found, problems = read(mini_library, book("权责.xlsx", rows, ("A2:C2", "A3:C3", "A5:C5")), "权责清单")
    assert problems == []
    told = [(one.data["body"], one.data["power_type"], one.data["title"]) for one in found.found if one.sort != "gone"]
    assert told == [
        ("lake-office", "许可", "取水登记"),
        ("lake-office", "处罚", "对偷水的处罚"),
        ("boat-station", "检查", "查看船只"),
    ]


def test_without_such_headings_it_is_still_no_list(mini_library: Library, book: Book) -> None:
    rows = [("序号", "责任事项", "依据"), (1, "甲事", LAW), ("湖区管理局",), (2, "乙事", LAW)]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert (found.records, problems) == (0, ["清单.xlsx!Sheet1 E831"])  # whose the first row is nobody says


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("湖管局、湖边村", [("lake-office", "lead"), ("lake-village", "lead")]),
        ("湖管局\n湖边村", [("lake-office", "lead"), ("lake-village", "lead")]),
        ("湖管局牵头，湖边村配合", [("lake-office", "lead"), ("lake-village", "support")]),
        (
            "由湖管局牵头，湖边村、船只管理站配合",
            [("lake-office", "lead"), ("lake-village", "support"), ("boat-station", "support")],
        ),
        ("湖管局（牵头）；湖边村（配合）", [("lake-office", "lead"), ("lake-village", "support")]),
    ],
)
def test_units_in_one_cell(mini_library: Library, book: Book, cell: str, said: list[tuple[str, str]]) -> None:
    found, problems = read(mini_library, book("清单.xlsx", [("责任单位", "责任事项", "依据"), (cell, "甲事", LAW)]))
    assert problems == []
    assert [(unit, role) for unit, role, _ in units(found)] == said


def test_a_unit_that_is_unknown_among_others_is_told_at_its_cell(mini_library: Library, book: Book) -> None:
    rows = [
        ("责任单位", "责任事项", "依据"),
        ("湖边村", "甲事", LAW),
        ("湖管局、没有的单位", "乙事", LAW),
        ("湖边村", "丙事", "第九条"),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!A3 E832", "清单.xlsx!Sheet1!C4 E821"]
    assert [one.data.get("unit") for one in found.found if one.sort != "gone"] == ["lake-village", "lake-office", None, "lake-village"]  # fmt: skip


def test_merged_and_blank_cells_of_several_units(mini_library: Library, book: Book) -> None:
    head = ("专题", "责任单位", "责任事项", "依据")
    merged = [head, ("湖泊", "湖管局、湖边村", "甲事", LAW), (None, None, "乙事", LAW), (None, "湖边村", "丙事", LAW)]
    blank = [
        head,
        ("湖泊", "湖管局、湖边村", "甲事", LAW),
        ("湖泊", None, "乙事", LAW),
        ("湖泊", "湖边村", "丙事", LAW),
    ]
    for rows, merges in ((merged, ("B2:B3", "A2:A4")), (blank, ())):
        found, problems = read(mini_library, book("清单.xlsx", rows, merges))
        assert problems == []
        assert sorted((unit, duty) for unit, _, duty in units(found)) == [
            ("lake-office", "乙事"),
            ("lake-office", "甲事"),
            ("lake-village", "丙事"),
            ("lake-village", "乙事"),
            ("lake-village", "甲事"),
        ]
        assert all(one.data["topic"] == "lake" for one in found.found if one.sort != "gone")


def test_those_who_help_have_a_column_of_their_own(mini_library: Library, book: Book) -> None:
    rows = [
        ("任务", "牵头单位", "配合单位", "法律依据"),
        ("甲事", "湖管局", "湖边村、船只管理站", LAW),
        ("乙事", "湖边村", None, LAW),
        ("丙事", "湖管局", "没有的单位", LAW),
    ]
    found, problems = read(mini_library, book("清单.xlsx", [*rows]), "责任清单")
    assert problems == ["清单.xlsx!Sheet1!C4 E832"]
    assert units(found)[:4] == [
        ("lake-office", "lead", "甲事"),
        ("lake-village", "support", "甲事"),
        ("boat-station", "support", "甲事"),
        ("lake-village", "lead", "乙事"),
    ]
    assert found.columns[0][1] == ()


def test_a_row_with_an_id_stays_one_record(mini_library: Library, book: Book) -> None:
    rows = [("编号", "责任单位", "责任事项", "依据"), ("office-register", "湖管局、湖边村", "登记取水的人", LAW)]
    _, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!B2 E832"]


def test_in_a_word_table_too(mini_library: Library, word: Book, tmp_path: Path) -> None:
    rows = [("责任事项", "依据"), ("一、湖区管理局", "一、湖区管理局"), ("甲事", LAW), ("乙事", "第九条")]
    found, problems = read(mini_library, word("清单.docx", rows, [(1, 0, 1, 1)]))
    assert problems == ["清单.docx!表1行4列2 E821"]
    assert units(found) == [("lake-office", "lead", "甲事"), ("lake-office", "", "乙事")]


@pytest.mark.parametrize(
    ("heads", "merges"),
    [
        ([("序号", "部门", "职责", "法律法规依据", None), (None, None, None, "法律名称", "条款")], ("D2:E2", "A2:A3", "B2:B3", "C2:C3")),
        ([("序号", "部门", "职责", "法律法规名称", "具体条款")], ()),
    ],
)  # fmt: skip
def test_the_law_and_its_article_in_two_columns(mini_library: Library, book: Book, heads: Cells, merges: Cells) -> None:
    rows = [
        ("湖区责任清单",),
        *heads,
        (1, "湖管局", "甲事", "《试验湖泊法》", "第五条"),
        (2, "湖管局", "乙事", None, "9"),
        (3, "湖管局", "丙事", "同上", "第4条、第5条"),
        (4, "湖管局", "丁事", "试验湖泊法\n试验湖泊法", "第4条\n第99条"),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows, merges))
    assert [one.data.get("basis") for one in found.found if one.sort != "gone"] == [
        ["湖法 第5条"],
        ["湖法 第9条"],
        ["湖法 第4条", "湖法 第5条"],
        ["湖法 第4条"],
    ]
    assert problems == [f"清单.xlsx!Sheet1!E{5 + len(heads)} E821"]


def test_a_name_that_says_more_than_the_column(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "具体责任事项", "依据内容"), ("湖管局", "甲事", LAW)]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert (units(found), problems) == ([("lake-office", "lead", "甲事")], [])


@pytest.mark.parametrize(
    ("remark", "role", "note"),
    [("牵头", "lead", None), ("（配合）", "support", None), ("配合，每年一次", "support", "配合，每年一次"), ("待核", "lead", "待核")],
)  # fmt: skip
def test_a_remark_tells_the_role(mini_library: Library, book: Book, remark: str, role: str, note: str | None) -> None:
    path = book(
        "清单.xlsx", [("责任单位", "责任事项", "依据", "备注"), ("湖管局", "看水", "《试验湖泊法》第四条", remark)]
    )
    layout = layout_named("责任清单")
    assert layout is not None
    (told,) = [one.data for one in read_list(mini_library, layout, [path], Problems()).found if one.sort == "new"]
    assert (told["role"], told.get("note")) == (role, note)


def test_ticks_tell_the_role(mini_library: Library, book: Book) -> None:
    path = book(
        "清单.xlsx",
        [
            ("责任单位", "责任事项", "依据", "牵头", "配合"),
            ("湖管局", "看水", "《试验湖泊法》第四条", "√", None),
            ("湖边村", "看鱼", "《试验湖泊法》第四条", None, "√"),
        ],
    )
    found, problems = read(mini_library, path)
    assert problems == []
    assert units(found) == [("lake-office", "lead", "看水"), ("lake-village", "support", "看鱼")]


def test_citations_beside_merged_names_are_of_one_record(mini_library: Library, book: Book) -> None:
    path = book(
        "清单.xlsx",
        [
            ("序号", "责任单位", "责任事项", "依据"),
            (1, "湖管局", "看水", "《试验湖泊法》第四条"),
            (None, None, None, "<<试验湖泊法>>第五条"),
            (2, "湖管局", "看船", "《试验湖泊法》第四条"),
        ],
        ("A2:A3", "B2:B3", "C2:C3"),
    )
    found, problems = read(mini_library, path)
    assert problems == []
    new = [one.data for one in found.found if one.sort == "new"]
    assert [one["basis"] for one in new] == [["湖法 第4条", "湖法 第5条"], ["湖法 第4条"]]


def test_a_header_of_two_rows_with_those_who_lead_and_help(mini_library: Library, book: Book) -> None:
    rows = [
        ("湖区责任清单",),
        ("序号", "责任事项", "责任单位", None, "法律依据"),
        (None, None, "牵头单位", "配合单位", None),
        (1, "甲事", "湖管局", "湖边村、船只管理站", LAW),
        (2, "乙事", "湖边村", "/", LAW),
    ]
    merges = ("A1:E1", "C2:D2", "A2:A3", "B2:B3", "E2:E3")
    for merged in (merges, ()):
        found, problems = read(mini_library, book("清单.xlsx", rows, merged))
        assert problems == []
        assert units(found) == [
            ("lake-office", "lead", "甲事"),
            ("lake-village", "support", "甲事"),
            ("boat-station", "support", "甲事"),
            ("lake-village", "lead", "乙事"),
        ]


@pytest.mark.parametrize(
    ("above", "sheet"),
    [("责任单位：湖管局", "Sheet1"), ("湖管局责任清单", "Sheet1"), ("清单", "湖管局"), ("清单", "湖管局责任清单")],
)
def test_the_unit_stands_above_the_table_or_on_its_tab(
    mini_library: Library, book: Book, above: str, sheet: str
) -> None:
    rows = [
        (above, "日期：2026年8月"),
        ("序号", "责任事项", "依据"),
        (1, "甲事", LAW),
        (2, "乙事", "第九条"),
        ("合计", "2项", None),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows, sheet=sheet))
    assert units(found) == [("lake-office", "lead", "甲事"), ("lake-office", "", "乙事")]
    assert problems == [f"清单.xlsx!{sheet}!C4 E821"]


def test_headings_tell_the_law_of_the_articles_below(mini_library: Library, book: Book) -> None:
    rows = [
        ("村干部应知应会清单",),
        ("序号", "条文", "要点"),
        ("一、《试验湖泊法》",),
        (1, "第五条", "登记"),
        (2, "第四条", "管船"),
    ]
    found, problems = read(mini_library, book("应知.xlsx", rows, ("A1:C1", "A3:C3")), "应知应会清单")
    assert problems == []
    told = [part["basis"] for one in found.found if one.sort != "gone" for part in one.data["articles"]]
    assert told == ["湖法 第5条", "湖法 第4条"]


def test_no_table_of_a_file_is_left_out_in_silence(mini_library: Library, book: Book, word: Book) -> None:
    path = book("清单.xlsx", [("责任单位", "责任事项", "依据"), ("湖管局", "甲事", LAW)])
    made = load_workbook(path)
    for title, rows in {
        "续": [("湖边村", "乙事", LAW)],
        "别的": [("谁", "做什么", "凭什么"), ("湖边村", "丙事", LAW)],
        "通讯录": [("姓名", "电话"), ("甲", "1")],
        "旧版": [("责任单位", "责任事项", "依据"), ("湖管局", "丁事", LAW)],
        "填表说明": [("依据", f"写成{LAW}")],
    }.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made["旧版"].sheet_state = "hidden"
    made.save(path)
    found, problems = read(mini_library, path)
    assert [duty for _, _, duty in units(found)] == ["甲事", "乙事"]
    assert problems == ["清单.xlsx!别的 E831"]
    assert [str(place) for place, _ in found.unread] == ["清单.xlsx!旧版", "清单.xlsx!通讯录", "清单.xlsx!填表说明"]

    parted = word("清单.docx", [("责任单位", "责任事项", "依据"), ("湖管局", "甲事", LAW)])
    document = Document(str(parted))
    table = document.add_table(1, 3)
    for at, text in enumerate(("湖边村", "乙事", LAW)):
        table.cell(0, at).text = text
    document.save(str(parted))
    found, problems = read(mini_library, parted)
    assert problems == []
    assert [unit for unit, _, _ in units(found)] == ["lake-office", "lake-village"]


def test_a_record_told_twice_is_told_at_the_second(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "责任事项", "依据"), ("湖管局", "甲事", LAW), ("湖边村", "甲事", LAW), ("湖管局", "甲事", LAW)]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!A4 E832"]
    assert [one.sound for one in found.found if one.sort != "gone"] == [True, True, False]


def test_an_error_value_is_no_text(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "责任事项", "依据"), ("湖管局", "#REF!", LAW), ("湖管局", "乙事", "#N/A")]
    _, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!B2 E832", "清单.xlsx!Sheet1!C3 E832"]
