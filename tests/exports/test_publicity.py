"""Plan and log as a workbook, reminders of what is past due, and the report's section."""

import dataclasses
import datetime
import io

import docx
import pytest
from openpyxl import load_workbook

from generator.exports.docx.write import docx_of
from generator.exports.papers.document import Document
from generator.exports.publicity.notice import _told as told_of
from generator.exports.publicity.notice import notices
from generator.exports.publicity.section import _by_title as by_title
from generator.exports.publicity.section import _whose as whose
from generator.exports.publicity.section import figures, report_section
from generator.library import Library
from generator.library.plan import plan
from generator.lists.year import plan_workbook
from tests.commands.test_bad_input import run
from tests.conftest import MINI


@pytest.fixture(scope="module")
def late(mini_library: Library) -> Library:
    """The miniature in the next year, when the talk of December is past due."""
    return dataclasses.replace(mini_library, as_of=datetime.date(2027, 1, 2))


def texts(document: Document) -> list[str]:
    read = docx.Document(io.BytesIO(docx_of([document], datetime.date(2027, 1, 2))))
    return [paragraph.text for paragraph in read.paragraphs if paragraph.text]


def test_the_workbook_has_the_plan_by_month_and_the_log(late: Library) -> None:
    book = load_workbook(io.BytesIO(plan_workbook(late, 2026)))
    assert book.sheetnames == ["2026年普法计划", "活动记录", "说明"]
    page = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert (rows[0][0], page.page_setup.paperSize, page.print_title_rows) == ("2026年普法计划", 8, "$3:$3")
    winter = next(row for row in rows if "冬天讲座" in row)
    assert winter[rows[2].index("12月")] == 1
    assert winter[rows[2].index("状态")] == "逾期，没有记录"
    head, line = ([cell.value for cell in row] for row in book["活动记录"].iter_rows())
    assert dict(zip(head, line, strict=True)) == {
        "编号": "talk-2026-08", "普法责任": "向用水的人讲湖泊法", "活动": "码头讲法", "日期": "2026年8月2日", "地点": "码头",
        "对象": "船工", "人数": 30, "材料": "取样说明", "照片": "a.jpg", "示例": "示例",
    }  # fmt: skip


def test_a_reminder_names_what_is_past_due_and_nothing_else(late: Library, mini_library: Library) -> None:
    assert notices(mini_library, 2026) == {}
    ((unit, draft),) = notices(late, 2026).items()
    told = texts(draft)
    assert unit == "lake-office"
    assert told[:2] == ["普法提示（草稿，示例）", "试验湖区管理局："]
    assert "到2027年1月2日，你单位2026年有 1 项普法活动到期没有开展记录" in told[2]
    assert told[3].startswith("一、冬天讲座（向用水的人讲湖泊法），对象是用水的人，应在12月办 1 次")
    assert told[-1] == "2027年1月2日"


def test_a_reminder_asks_for_the_months_that_are_over(late: Library) -> None:
    line = next(one for one in plan(late, 2026) if one.state == "overdue")
    quarterly = dataclasses.replace(line, months=(3, 6, 9, 12), due=3, days=(datetime.date(2026, 3, 5),))
    assert told_of(quarterly).endswith("应在3、6、9月办 3 次，已办 1 次。")


def test_what_many_units_have_not_held_is_one_point(late: Library) -> None:
    line = next(one for one in plan(late, 2026) if one.state == "overdue")
    units = [line.unit.model_copy(update={"id": f"u{n}", "name": f"第{n}村"}) for n in range(5)]
    several = [dataclasses.replace(line, unit=unit) for unit in units]
    ((title, some),) = by_title(several).items()
    assert f"{title}{whose(some, several)}" == "冬天讲座（第0村、第1村、第2村等5个单位）"
    assert whose(some[:2], several) == "（第0村、第1村）"
    assert whose(some[:1], several[:1]) == ""


def test_the_reminder_rests_on_the_article_that_the_content_names() -> None:
    done = run("plan", "2026", "-p", MINI.parents[2], "--as-of", "2026-11-28")
    assert done.exit_code == 0
    assert "逾期，没有记录" in done.stdout


def test_the_section_has_the_figures_of_plan_and_log(late: Library) -> None:
    told = texts(report_section(late, 2026))
    assert told[0] == "2026年法治政府建设工作报告\n普法部分（草稿，含示例数据）"
    assert any("安排普法活动2次，到2027年1月2日已办2次，有人数记录的覆盖30人次" in line for line in told)
    assert "一是冬天讲座没有按时开展的记录。" in told
    assert "一是补办冬天讲座。" in told
    assert figures(plan(late, 2026)) == {
        "计划活动（次）": 2, "已办活动（次）": 2, "覆盖人次": 30, "没有写人数的活动（次）": 1, "使用的材料（种）": 1,
        "逾期没有记录（项）": 1,
    }  # fmt: skip


def test_by_command(tmp_path, late: Library) -> None:
    here = ("-p", MINI, "--as-of", "2027-01-02", "--out")
    assert run("plan", 2026, "--format", "xlsx", *here, tmp_path / "a.xlsx").exit_code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == plan_workbook(late, 2026)
    assert run("plan", 2026, "--format", "notice", *here, tmp_path / "n").exit_code == 0
    assert [path.name for path in (tmp_path / "n").iterdir()] == ["lake-office.docx"]
    assert (
        run("plan", 2026, "--format", "report", "--unit", "试验湖区管理局", *here, tmp_path / "r.docx").exit_code == 0
    )
    wrong = run("plan", 2026, "--format", "pdf", *here, tmp_path / "r.pdf")
    assert wrong.exit_code == 2
    assert "没有“pdf”这种格式" in wrong.stderr
