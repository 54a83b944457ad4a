"""Tables that are not one row a record under one header: units across, words for many units, several tables in a sheet or document."""

import pytest
from docx import Document

from generator.library import Library
from generator.lists.groups import units_meant
from tests.lists.conftest import Book, Cells
from tests.lists.test_office import LAW, units
from tests.lists.test_reading import read


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("各村镇", ["湖边村"]),
        ("所有管理部门（2个）", ["试验湖区管理局", "试验船只管理站"]),
        ("管理部门", ["试验湖区管理局", "试验船只管理站"]),
        ("各有关部门", []),
        ("湖管局", []),
        ("各", []),
        ("各镇街", []),  # there is no town
    ],
)
def test_words_for_several_units(mini_library: Library, text: str, meant: list[str]) -> None:
    assert list(units_meant(mini_library, text)) == meant


def test_a_word_for_several_units_is_a_record_for_each(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "责任事项", "依据"), ("湖边村、各管理部门配合", "甲事", LAW), ("各有关部门", "乙事", LAW)]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!A3 E832"]
    assert [(unit, duty) for unit, _, duty in units(found)] == [
        ("lake-village", "甲事"),
        ("lake-office", "甲事"),
        ("boat-station", "甲事"),
        ("", "乙事"),
    ]


def test_a_cell_of_several_units_is_told_of_once(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "责任事项", "依据"), ("各管理部门", "甲事", "《试验湖泊法》第九十九条")]
    assert read(mini_library, book("清单.xlsx", rows))[1] == ["清单.xlsx!Sheet1!C2 E821"]


@pytest.mark.parametrize(
    ("legend", "signs", "roles"),
    [
        ("注：●牵头 ○配合", ("●", "○", "●"), ("lead", "support", "lead")),
        ("注：牵头单位用★，配合单位用☆。", ("★", "☆", "★"), ("lead", "support", "lead")),
        ("", ("√", "√", "√"), ("lead", "lead", "lead")),
        ("", ("牵头", "配合", "（主责）"), ("lead", "support", "lead")),
    ],
)
def test_units_across_are_ticked(
    mini_library: Library, book: Book, legend: str, signs: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    rows = [
        ("湖区责任分工表",),
        ("序号", "责任事项", "法律依据", "责任单位", None, "备注"),
        (None, None, None, "湖管局", "船只管理站", None),
        (1, "甲事", LAW, signs[0], signs[1], None),
        (2, "乙事", LAW, None, signs[2], None),
        ("合计", None, None, 1, 2, None),
        (legend,),
    ]
    merges = ("A1:F1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3", "A7:F7")
    found, problems = read(mini_library, book("清单.xlsx", rows, merges))
    assert problems == []
    assert units(found) == [
        ("lake-office", roles[0], "甲事"),
        ("boat-station", roles[1], "甲事"),
        ("boat-station", roles[2], "乙事"),
    ]


def test_signs_that_nobody_explains_and_rows_without_any_are_told(mini_library: Library, book: Book) -> None:
    rows = [
        ("责任事项", "法律依据", "湖管局", "湖边村"),
        ("甲事", LAW, "●", "○"),
        ("乙事", LAW, None, None),
        ("丙事", LAW, "●", None),
    ]
    _, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == [f"清单.xlsx!Sheet1!{cell} E832" for cell in ("C2", "D2", "C3", "C4")]


@pytest.mark.parametrize(
    "second",
    [
        [("依据", "责任事项", "责任单位"), (LAW, "丙事", "湖边村")],
        [(), ("二、村镇",), ("依据", "责任事项", "责任单位"), (LAW, "丙事", "湖边村")],
    ],
)
def test_a_second_table_has_columns_of_its_own(mini_library: Library, book: Book, word: Book, second: Cells) -> None:
    first = [("责任单位", "责任事项", "依据"), ("湖管局", "甲事", LAW), ("湖管局", "乙事", LAW)]
    wide = [(*row, *[""] * (3 - len(row))) for row in (*first, *second)]
    for path in (book("清单.xlsx", wide), word("清单.docx", wide)):
        found, problems = read(mini_library, path)
        assert problems == []
        assert [(unit, duty) for unit, _, duty in units(found)] == [
            ("lake-office", "甲事"),
            ("lake-office", "乙事"),
            ("lake-village", "丙事"),
        ]
        assert found.found[2].place.line == len(wide)


def test_a_header_of_two_rows_that_stands_again_on_the_next_page(mini_library: Library, book: Book) -> None:
    head: Cells = [("湖区责任清单",), ("序号", "责任单位", "责任", None), (None, None, "责任事项", "依据")]
    rows = [*head, (1, "湖管局", "甲事", LAW), *head, (2, "湖边村", "乙事", LAW)]
    merges = [f"{a}{n + k}:{b}{m + k}" for k in (0, 4) for a, n, b, m in (("A", 1, "D", 1), ("C", 2, "D", 2))]
    merges += [f"{a}{2 + k}:{a}{3 + k}" for k in (0, 4) for a in "AB"]
    found, problems = read(mini_library, book("清单.xlsx", rows, merges))
    assert problems == []
    assert [(unit, duty) for unit, _, duty in units(found)] == [("lake-office", "甲事"), ("lake-village", "乙事")]


def test_a_header_goes_as_far_as_its_cells(mini_library: Library, book: Book) -> None:
    rows = [
        ("普法单位", "普法内容", "普法对象", "普法措施", None),
        (None, None, None, "样子", "载体"),
        ("湖管局", "《试验湖泊法》", "渔民", "上船讲", "广播"),
    ]
    merges = ("A1:A2", "B1:B2", "C1:C2", "D1:E1")
    found, problems = read(mini_library, book("普法.xlsx", rows, merges), "普法责任清单")
    assert problems == []
    assert [one.data["measures"] for one in found.found if one.sort == "new"] == [["上船讲"]]


def test_the_same_header_below_the_name_of_another_unit(mini_library: Library, book: Book) -> None:
    head = ("序号", "责任事项", "依据")
    rows = [("责任单位：湖管局",), head, (1, "甲事", LAW), (), ("责任单位：湖边村",), head, (1, "乙事", LAW)]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == []
    assert [(unit, duty) for unit, _, duty in units(found)] == [("lake-office", "甲事"), ("lake-village", "乙事")]


def test_the_unit_stands_above_a_table_of_a_document(mini_library: Library, word: Book) -> None:
    path = word("清单.docx", [("序号", "责任事项", "依据"), (1, "甲事", LAW)])
    document = Document(str(path))
    document.paragraphs[0].text = "一、湖管局（1项）"
    document.add_paragraph("湖边村责任清单")
    table = document.add_table(2, 3)
    for row, cells in enumerate((("序号", "责任事项", "依据"), ("1", "乙事", LAW))):
        for at, text in enumerate(cells):
            table.cell(row, at).text = text
    document.save(str(path))
    found, problems = read(mini_library, path)
    assert problems == []
    assert [(unit, duty) for unit, _, duty in units(found)] == [("lake-office", "甲事"), ("lake-village", "乙事")]


def test_citations_that_go_on_with_the_law_above(mini_library: Library, book: Book) -> None:
    rows = [
        ("责任单位", "责任事项", "依据"),
        ("湖管局", "甲事", LAW),
        ("湖管局", "乙事", "同法第四条"),
        ("湖管局", "丙事", "同法"),
        ("湖管局", "丁事", "同上，第五条"),
        ("湖管局", "戊事", "同上"),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!C4 E821"]
    said = [one.data.get("basis") for one in found.found if one.sort != "gone"]
    assert said == [["湖法 第5条"], ["湖法 第4条"], None, ["湖法 第5条"], ["湖法 第5条"]]


def test_the_header_names_the_law(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "责任事项", "依据（《试验湖泊法》）"), ("湖管局", "甲事", "第四条"), ("湖管局", "乙事", "5")]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == []
    assert [one.data["basis"] for one in found.found if one.sort == "new"] == [["湖法 第4条"], ["湖法 第5条"]]


def test_items_have_parts(mini_library: Library, book: Book) -> None:
    rows = [
        ("序号", "职权类别", "职权名称", None, "实施依据", "实施主体"),
        (None, None, "主项", "子项", None, None),
        (1, "行政处罚", "违反登记制度的处罚", "对未登记取水的处罚", LAW, "湖管局"),
        (None, None, None, "对未登记放船的处罚", LAW, None),
        (2, "行政许可", "取水登记", "延续", LAW, "湖管局"),
        (3, "行政检查", "查看船只", "/", LAW, "湖管局"),
    ]
    merges = ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "A3:A4", "B3:B4", "C3:C4", "F3:F4")
    found, problems = read(mini_library, book("权责.xlsx", rows, merges), "权责清单")
    assert problems == []
    assert [one.data["title"] for one in found.found if one.sort != "gone"] == [
        "对未登记取水的处罚",
        "对未登记放船的处罚",
        "取水登记（延续）",
        "查看船只",
    ]


def test_old_and_new_law_each_in_two_columns(mini_library: Library, book: Book) -> None:
    rows = [
        ("序号", "原法律规定", None, "现法律规定（新法）", None, "变化情况"),
        (None, "法律名称", "条款", "法律名称", "条款", None),
        (1, "试验池塘法", "第3条", "试验湖泊法", "第五条", "罚款由百分比改为定额，提高了"),
        (2, "试验池塘法", "第3条", None, None, "取消"),
    ]
    merges = ("A1:A2", "B1:C1", "D1:E1", "F1:F2")
    found, problems = read(mini_library, book("对照.xlsx", rows, merges), "新旧对照")
    assert problems == []
    first, second = [one.data for one in found.found if one.sort != "gone"]
    assert (first["new"], first["relation"], first["summary"]) == (
        ["湖法 第5条"],
        "raised",
        "罚款由百分比改为定额，提高了",
    )
    assert ("new" in second, second["relation"]) == (False, "dropped")


def test_a_column_that_every_record_must_have_is_asked_for(mini_library: Library, book: Book) -> None:
    """处罚依据 is what would be punished by, not why it is not."""
    rows = [("违法行为", "处罚依据", "适用条件", "是否免罚"), ("放船", LAW, "1.首次；2.改正", "可以不予处罚")]
    found, problems = read(mini_library, book("免罚.xlsx", rows), "不予处罚清单")
    assert problems == ["免罚.xlsx!Sheet1 E832"]
    assert [(one.sound, one.data["effect"]) for one in found.found if one.sort == "new"] == [(False, "may")]


def test_a_note_over_all_columns_names_no_unit(mini_library: Library, book: Book) -> None:
    rows = [
        ("类别", "责任事项", "牵头单位", "配合单位", "依据"),
        ("湖泊治理", "甲事", "湖管局", "湖边村", LAW),
        ("备注：本清单由湖管局、湖边村解释。",),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows, ("A3:E3",)))
    assert problems == []
    assert units(found) == [("lake-office", "lead", "甲事"), ("lake-village", "support", "甲事")]
