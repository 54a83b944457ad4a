"""Lists as offices keep them: merged cells, two header rows, 同上, sums, notes, several citations; each fault at its cell."""

import csv
from pathlib import Path

import pytest

from generator.library import Library
from generator.lists.heads import read_mapping
from generator.lists.imported import Mapped, ReadList, mapped_of, read_list
from generator.lists.layout import LAYOUTS, layout_named
from generator.lists.layouts.must_know import whom
from generator.problems import Problems
from tests.lists.conftest import Book

HEAD = ("序号", "责任部门", "主要职责", "法律\n依据", "责任性质", "备注")


def read(
    library: Library, path: Path, kind: str = "责任清单", mapped: Mapped | None = None
) -> tuple[ReadList, list[str]]:
    """What a file holds, and places and codes of its problems."""
    layout, problems = layout_named(kind), Problems()
    assert layout is not None
    found = read_list(library, layout, [path], problems, mapped)
    return found, [f"{problem.at} {problem.code}" for problem in problems]


def test_a_list_with_title_merges_sums_and_notes(mini_library: Library, book: Book) -> None:
    path = book(
        "清单.xlsx",
        [
            ("湖区责任清单",),
            ("制表单位：湖区办公室　2026年8月",),
            HEAD,
            (1, "湖管局", "登记取水的人", "《试验湖泊法》第五条", "牵头", None),
            (2, None, "看管船只", "湖法第4条、第5条；《试验池塘法》第3条", "配合", "待核"),
            (3, "没有的单位", "别的\n事", "《试验湖泊法》第五条\n第九十九条", "牵头", None),
            (4, "湖边村", "巡查", None, "主抓", None),
            ("合计", None, "4项"),
            ("注：1.依现行法整理；2.供参考。",),
            (None, "2.再补充一句。"),
        ],
        ("A1:F1", "A2:F2", "B4:B5", "A9:F9"),
    )
    found, problems = read(mini_library, path)
    assert found.records == 4
    assert problems == [
        "清单.xlsx!Sheet1!D5 E822",
        "清单.xlsx!Sheet1!B6 E832",
        "清单.xlsx!Sheet1!D6 E821",
        "清单.xlsx!Sheet1!D7 E832",
        "清单.xlsx!Sheet1!E7 E832",
    ]
    first, second, third = found.found[:3]
    assert (first.sort, first.id) == ("same", "office-register")
    assert second.data["unit"] == "lake-office"
    assert second.data["basis"] == ["湖法 第4条", "湖法 第5条"]
    assert third.data["duty"] == "别的事"


def test_two_header_rows_and_the_same_again(mini_library: Library, book: Book) -> None:
    path = book(
        "权责.xlsx",
        [
            ("序号", "职权", None, "实施依据", "实施主体", "责任", None),
            (None, "类别", "名称", None, None, "责任事项", "追责情形"),
            (1, "行政许可", "取水登记", "《试验湖泊法》第5条", "湖管局", "1.受理；2.审查；3.决定", "逾期不办的，依照《试验池塘法》第3条追责"),
            (2, None, "船只登记", "《试验湖泊法》第5条", "同上", "同上", None),
        ],
        ("A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:G1", "B3:B4"),
    )  # fmt: skip
    found, problems = read(mini_library, path, "权责清单")
    assert problems == ["权责.xlsx!Sheet1!G3 E822"]
    second = found.found[1]
    assert second.data["power_type"] == "许可"
    assert second.data["body"] == "lake-office"
    assert second.data["duties"] == ["受理", "审查", "决定"]


def test_a_word_table_is_named_by_row_and_column(mini_library: Library, word: Book) -> None:
    rows = [
        ("序号", "单位", "普法内容", "普法对象", "主要措施", "时间安排"),
        ("1", "湖管局", "《试验湖泊法》第4条、第5条", "船主、村民", "上门讲解", "全年"),
        ("2", "湖管局", "《试验池塘法》第3条", "村民", "", "6月"),
        ("注：可以调整。", "", "", "", "", ""),
    ]
    path = word("普法.docx", rows, [(1, 1, 2, 1), (3, 0, 3, 5)])
    found, problems = read(mini_library, path, "普法责任清单")
    assert problems == ["普法.docx!表1行3列3 E822", "普法.docx!表1行3列5 E832"]
    assert [change.data["unit"] for change in found.found if change.sort == "new"] == ["lake-office", "lake-office"]
    assert found.found[0].data["articles"] == ["湖法 第4条", "湖法 第5条"]
    assert found.found[0].data["title"] == "面向船主、村民的普法"


def test_a_csv_counts_records_and_fills_units_down(mini_library: Library, tmp_path: Path) -> None:
    rows = [
        ("某区清单", "", "", ""),
        ("责任单位", "责任事项", "依据", "备注"),
        ("湖管局", "看管\n船只", "湖法第4条", ""),
        ("", "登记", "《试验湖泊法》第5条", ""),
        ("", "别的", "湖法第77条", ""),
    ]
    with (tmp_path / "清单.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows)
    found, problems = read(mini_library, tmp_path / "清单.csv")
    assert problems == ["清单.csv!C5 E821"]
    assert {change.data["unit"] for change in found.found} == {"lake-office"}
    assert found.found[0].data["duty"] == "看管船只"


def test_one_blank_name_among_many_is_a_slip(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "责任事项", "依据")] + [("湖管局", f"事项{n}", "湖法第5条") for n in range(6)]
    rows[3] = ("", "事项二", "湖法第5条")  # type: ignore[assignment]
    found, problems = read(mini_library, book("清单.xlsx", rows))
    assert problems == ["清单.xlsx!Sheet1!A4 E832"]
    assert found.records == 6


def test_formulas_are_what_they_show(mini_library: Library, tmp_path: Path, book: Book) -> None:
    path = book(
        "清单.xlsx", [("序号", "责任单位", "责任事项", "依据"), ("=ROW()-1", "湖管局", '="登记"&"取水"', "湖法第5条")]
    )
    _, problems = read(mini_library, path)
    assert problems == ["清单.xlsx!Sheet1!C2 E832"]  # openpyxl keeps no result; 序号 is not used


def test_another_table_is_refused_once(mini_library: Library, book: Book) -> None:
    path = book(
        "登记.xlsx",
        [
            ("用车登记",),
            ("序号", "日期", "科室", "里程"),
            (1, "2026-11-03", "法规科", 36),
            (2, "2026-11-05", "执法科", 5),
        ],
        sheet="11月",
    )
    problems = Problems()
    layout = layout_named("责任清单")
    assert layout is not None
    assert read_list(mini_library, layout, [path], problems).records == 0
    (only,) = problems
    assert (str(only.at), only.code) == ("登记.xlsx!11月", "E831")
    assert "日期、科室" in only.message
    assert "责任单位、责任事项、依据" in only.message


def test_a_mapping_names_columns_and_gives_values(mini_library: Library, book: Book) -> None:
    heads, fixed = read_mapping(["# 对照", "干什么 = 责任事项", "根据＝依据", "责任单位 = “湖管局”", ""])
    path = book("清单.xlsx", [("干什么", "根据"), ("登记取水的人", "湖法第5条")])
    layout = layout_named("责任清单")
    assert layout is not None
    found, problems = read(mini_library, path, mapped=Mapped(heads, fixed))
    assert problems == []
    assert found.found[0].data["unit"] == "lake-office"
    with pytest.raises(ValueError, match="第 1 行"):
        read_mapping(["没有等号"])


@pytest.mark.parametrize("layout", LAYOUTS.all(), ids=lambda layout: layout.id)
def test_columns_are_told_apart(layout: object) -> None:
    """Every header leads to one column, and the columns that a header must have are there."""
    names = [column.name for column in layout.columns]  # type: ignore[attr-defined]
    assert len(set(names)) == len(names)
    assert set(layout.told) <= {column.field for column in layout.columns}  # type: ignore[attr-defined]
    assert all(column.says for column in layout.columns if column.field not in ("note",))  # type: ignore[attr-defined]


def test_the_law_stands_in_a_column_of_its_own(mini_library: Library, book: Book) -> None:
    rows = [
        ("领导干部应知应会清单",),
        ("序号", "法律法规名称", "条款", "主要内容", "掌握程度"),
        (1, "试验湖泊法", "第四条", "放船", "了解"),
        (2, None, "第5条、第9条", "取水", "掌握"),
        (3, "试验池塘法", "第3条", "旧的", "会用"),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows, ["B3:B4"]), "应知应会清单")
    assert problems == ["清单.xlsx!Sheet1!C5 E822"]
    (only,) = [change for change in found.found if change.sort == "new"]
    assert [part.get("basis") for part in only.data["articles"]] == ["湖法 第4条", "湖法 第5条", "湖法 第9条", None]


def test_of_two_columns_of_law_each_is_the_one_it_says(mini_library: Library, book: Book) -> None:
    rows = [
        ("序号", "违法行为", "法律依据", "适用条件", "不予处罚依据"),
        (1, "放船", "《试验池塘法》第3条", "首次；当场改正", "《试验湖泊法》第9条"),
        (2, "取水", "《试验湖泊法》第5条", "1.首次\n2.改正", "《试验湖泊法》第9条"),
    ]
    found, problems = read(mini_library, book("清单.xlsx", rows), "不予处罚清单")
    assert problems == ["清单.xlsx!Sheet1!C2 E822"]
    assert found.found[1].data["basis"] == ["湖法 第9条"]
    assert found.found[1].data["all_of"] == ["首次", "改正"]


def test_old_and_new_the_wrong_way_round_are_told(mini_library: Library, book: Book) -> None:
    rows = [
        ("旧法条文", "新法条文", "变化情况", "说明"),
        ("《试验湖泊法》第5条", "《试验湖泊法》第4条", "不变", "写反了"),
        ("《试验池塘法》第3条", "《试验湖泊法》第5条", "加重", "罚款提高"),
    ]
    found, problems = read(mini_library, book("对照.xlsx", rows), "新旧对照")
    assert problems == ["对照.xlsx!Sheet1!A2 E822"]
    assert found.found[1].data["relation"] == "raised"


def test_a_column_that_no_row_can_do_without_is_told_once(mini_library: Library, book: Book) -> None:
    rows = [("责任单位", "普法内容", "普法对象"), *[("湖管局", "《试验湖泊法》第4条", f"人群{n}") for n in range(3)]]
    _, problems = read(mini_library, book("普法.xlsx", rows), "普法责任清单")
    assert problems == ["普法.xlsx!Sheet1 E832"]


def test_a_mapping_of_a_column_that_the_list_has_not_is_refused(tmp_path: Path) -> None:
    (tmp_path / "对照.txt").write_text("要干的 = 责任事情\n", encoding="utf-8")
    layout = layout_named("责任清单")
    assert layout is not None
    with pytest.raises(ValueError, match="责任清单没有“责任事情”这一列；有：责任单位"):
        mapped_of(tmp_path / "对照.txt", layout)


@pytest.mark.parametrize(
    ("title", "audience"),
    [
        ("广东省生态环境系统领导干部应知应会法律法规清单", "领导干部"),
        ("白水县市场监督管理局村干部应知应会清单", "村干部"),
        ("2026年度白水县市场主体应知应会清单", "市场主体"),
        ("企业环保管理人员应知应会清单", "企业环保管理人员"),
        ("食品安全委员会联络员应知应会（试行）", "联络员"),
        ("消防机关新录用人员应知应会清单", "新录用人员"),
        ("应知应会清单", "工作人员"),
        ("白水县市场监督管理局应知应会清单", "工作人员"),
        ("为了贯彻落实有关文件而编印的一份各单位都要学的应知应会清单", "工作人员"),
    ],
)
def test_whom_a_list_is_for_stands_in_its_name(mini_library: Library, title: str, audience: str) -> None:
    assert whom(mini_library, title) == audience
