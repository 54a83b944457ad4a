"""Blueprints without YAML: a workbook that gives back what it was made from, faults by cell, and a talk that ends in a paper."""

import datetime
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli import make_app
from generator.exports.plan_read import PlanReader
from generator.exports.plan_sheet import PAPER_FIELDS, QUOTA_FIELDS, SECTION_FIELDS, plan_book
from generator.kinds import Record
from generator.kinds.blueprint import Blueprint, BlueprintSection, Quota
from generator.library import Library
from generator.problems import Problems
from tests.conftest import MINI, MINI_DAY
from tests.reading.test_workbooks import in_sheet, rewritten


def run(root: Path, *arguments: object, answers: str = "") -> Result:
    day = ["-p", str(root), "--as-of", str(MINI_DAY)]
    return CliRunner().invoke(make_app(), ["blueprint", *map(str, arguments), *day], prog_name="pufa", input=answers)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    return root


@pytest.fixture
def library(content_library: Library) -> Library:
    return content_library


def read(library: Library, content: bytes) -> tuple[dict | None, list[str]]:
    problems = Problems()
    plan = PlanReader("方案.xlsx", library, problems).read(content)
    return plan, [str(problem) for problem in problems]


def test_every_blueprint_comes_back_from_its_workbook(library: Library) -> None:
    plans = library.of("blueprint", Blueprint)
    assert plans
    for plan in plans:
        data, problems = read(library, plan_book(library, plan))
        assert problems == []
        assert Blueprint.model_validate(data).model_dump() == plan.model_dump()


def test_the_workbook_has_a_place_for_every_field_of_a_paper() -> None:
    rows = {field.name.partition(".")[0] for field in (*PAPER_FIELDS, *SECTION_FIELDS, *QUOTA_FIELDS)}
    elsewhere = {"sections", "quotas", "thought", "limits"}  # sheets of their own
    models = (Blueprint, BlueprintSection, Quota)
    fields = {name for model in models for name in model.model_fields} - (
        set(Record.model_fields) - {"id", "as_of", "sample"}
    )
    assert fields == rows | elsewhere


def test_the_day_of_the_law_comes_back_as_text_and_as_a_date(library: Library) -> None:
    plan = next(plan for plan in library.of("blueprint", Blueprint) if plan.id == "qualification")
    row = 2 + [field.name for field in PAPER_FIELDS].index("as_of")
    for day in ("2026-08-15", datetime.date(2026, 8, 15)):
        data, problems = read(library, changed(plan_book(library, plan), "试卷", f"B{row}", day))
        assert (problems, data and data["as_of"]) == ([], datetime.date(2026, 8, 15))
    _, problems = read(library, changed(plan_book(library, plan), "试卷", f"B{row}", "去年"))
    assert any("“去年”不是日期，应写成 2026-08-15" in problem for problem in problems)


def changed(content: bytes, sheet: str, cell: str, value: object) -> bytes:
    book = load_workbook(io.BytesIO(content))
    book[sheet][cell] = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("大题", "C2", "十道", "C2：“十道”不是数字"),
        ("大题", "C2", "12345678901", "C2：“12345678901”太长：整数最多 9 位"),
        ("大题", "C2", None, "C2：“题数”没有填"),
        ("大题", "C2", 2.5, "C2：“2.5”不是整数"),
        ("大题", "B2", "单选", "B2：没有题型“单选”"),
        ("要求", "A2", 9, "A2：没有第“9”大题"),
        ("要求", "B2", "火星", "没有专题“火星”"),
        ("试卷", "B2", "New Staff", "B2：编号“New Staff”不合规则"),
        ("试卷", "B4", None, "B4：“对象”没有填"),
        ("试卷", "B6", 1000, "及格线 1000"),
        ("大题", "C1", "数目", "没有“题数”这一列"),
        ("试卷", "B12", "对", "不是“是”或“否”"),
        ("大题", "D2", -1, "“大题”的 D2：“分值” 应大于 0"),
        ("试卷", "B8", 99, "“试卷”的 B8：“出几套卷” 不应大于 26"),
        ("要求", "K2", -2, "“要求”的 K2：“至少” 不应小于 0"),
        ("要求", "K12", -2, "“要求”的 K12：“至少” 不应小于 0"),
    ],
)
def test_what_is_wrong_is_said_by_cell(library: Library, sheet: str, cell: str, value: object, said: str) -> None:
    plan = next(plan for plan in library.of("blueprint", Blueprint) if plan.id == "qualification")
    data, problems = read(library, changed(plan_book(library, plan), sheet, cell, value))
    assert data is None
    assert any(said in problem for problem in problems), problems
    assert all("E506" in problem for problem in problems)
    assert not any(
        re.search("[A-Z][a-z]+ [a-z]+ ", problem) for problem in problems
    )  # whatever finds it speaks Chinese


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"text", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_said(library: Library, content: bytes) -> None:
    assert read(library, content)[0] is None
    assert "E506" in read(library, content)[1][0]


@pytest.mark.parametrize(
    "change",
    [
        in_sheet(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"'),
        in_sheet(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"'),
        in_sheet(rb"</sheetData>", b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'),
    ],
    ids=["short", "endless", "styled-last-row"],
)
def test_a_workbook_that_says_wrongly_where_it_ends_is_read(
    library: Library, change: Callable[[str, bytes], bytes]
) -> None:
    plan = next(plan for plan in library.of("blueprint", Blueprint) if plan.id == "qualification")
    data, problems = read(library, rewritten(plan_book(library, plan), change))
    assert problems == []
    assert Blueprint.model_validate(data).model_dump() == plan.model_dump()


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [("A2001", 1, "“要求”太大"), ("AE2", "x", "“要求”太大"), ("A2", "x" * 30_000, "没有第")],
)
def test_nothing_far_away_is_dropped(library: Library, cell: str, value: object, said: str) -> None:
    plan = next(plan for plan in library.of("blueprint", Blueprint) if plan.id == "qualification")
    data, problems = read(library, changed(plan_book(library, plan), "要求", cell, value))
    assert data is None
    assert said in problems[0]


def test_a_giant_cell_is_refused_before_it_is_read(library: Library) -> None:
    giant = in_sheet(
        rb"</sheetData>",
        b'<row r="90"><c r="A90" t="inlineStr"><is><t>' + b"x" * 110_000_000 + b"</t></is></c></row></sheetData>",
    )
    data, problems = read(library, rewritten(plan_book(library, None), giant))
    assert (data, len(problems)) == (None, 1)
    assert "压缩炸弹" in problems[0]


def test_an_empty_form_is_told_all_that_it_lacks(library: Library) -> None:
    _, problems = read(library, plan_book(library, None))
    for label in ("编号", "试卷名称", "对象", "时间（分钟）", "及格分", "一个大题也没有"):
        assert any(label in problem for problem in problems), label


def test_from_workbook_to_paper(project: Path, tmp_path: Path) -> None:
    book = tmp_path / "表.xlsx"
    assert run(project, "to-xlsx", "lake-mock", "--out", book).exit_code == 0
    assert run(project, "from-xlsx", book).exit_code == 2, "it is there already"
    book.write_bytes(changed(book.read_bytes(), "试卷", "B2", "spring"))
    done = run(project, "from-xlsx", book)
    assert done.exit_code == 0, done.output
    (plan,) = yaml.safe_load((project / "quizzes/blueprints/spring.yml").read_text("utf-8"))
    assert plan["title"] == "湖区模拟卷"
    assert "spring" in run(project, "list").output
    assert run(project, "from-xlsx", book, "--replace").exit_code == 0


def test_a_blueprint_is_replaced_where_it_stands_and_its_neighbours_stay(project: Path, tmp_path: Path) -> None:
    file, book = project / "quizzes/blueprints/lake.yml", tmp_path / "表.xlsx"
    before = file.read_text("utf-8")
    other = "\n# 另一份\n- id: other # 说明\n" + before.split("- id: lake-mock\n")[1]
    file.write_text(before + other, encoding="utf-8")
    run(project, "to-xlsx", "湖区模拟卷", "--out", book)
    book.write_bytes(changed(book.read_bytes(), "试卷", "B3", "湖区新卷"))
    assert run(project, "from-xlsx", book).exit_code == 2
    done = run(project, "from-xlsx", book, "--replace")
    assert done.exit_code == 0, done.output
    after = file.read_text("utf-8")
    assert after.startswith("# yaml-language-server")
    assert after.endswith(other)
    assert [plan["title"] for plan in yaml.safe_load(after)] == ["湖区新卷", "湖区模拟卷"]


def test_a_blueprint_that_is_no_entry_of_a_list_is_not_replaced(project: Path, tmp_path: Path) -> None:
    file, book = project / "quizzes/blueprints/lake.yml", tmp_path / "表.xlsx"
    run(project, "to-xlsx", "湖区模拟卷", "--out", book)
    (plan,) = yaml.safe_load(file.read_text("utf-8"))
    file.write_text(json.dumps([plan], ensure_ascii=False), encoding="utf-8")
    done = run(project, "from-xlsx", book, "--replace")
    assert done.exit_code == 2
    assert "移到单独的文件里" in done.output.replace("\n", "")
    assert json.loads(file.read_text("utf-8")) == [plan]


def test_a_talk_ends_in_a_blueprint(project: Path) -> None:
    answers = "春季测验\n春季\nspring-quiz\n管理人员\n30\n判断题\n2\n5\n\nn\n6\n1\n否\n"
    done = run(project, "new", answers=answers)
    assert done.exit_code == 0, done.output
    assert "只能有小写英文字母" in done.output
    (plan,) = yaml.safe_load((project / "quizzes/blueprints/spring-quiz.yml").read_text("utf-8"))
    assert Blueprint.model_validate(plan).total == 10
    paper = CliRunner().invoke(
        make_app(),
        ["exam", "spring-quiz", "-p", str(project), "--as-of", str(MINI_DAY), "--out", str(project / "p"), "-q"],
    )
    assert paper.exit_code == 0, paper.output


def test_a_talk_takes_numbers_and_answers_as_people_write_them(project: Path) -> None:
    answers = "夏季测验\n\n管理人员\n六十几\n四十五分钟\n判断题\n２题\n五分\n\n好的\n有\n判断题\n一道\n2.5分\n\n没有\n6\n\n否\n"
    done = run(project, "new", answers=answers)
    assert done.exit_code == 0, done.output
    assert "“六十几”不是整数，请再写一遍" in done.output
    assert "写 有 或者 没有" in done.output
    assert "Error" not in done.output
    assert "[y/N]" not in done.output
    (plan,) = yaml.safe_load((project / "quizzes/blueprints/xia-ji-ce-yan.yml").read_text("utf-8"))
    assert plan["minutes"] == 45
    assert [(one["count"], one["points"]) for one in plan["sections"]] == [(2, 5.0), (1, 2.5)]


def test_a_talk_ends_by_telling_what_the_bank_lacks(project: Path) -> None:
    done = run(project, "new", answers="大卷\n\n管理人员\n30\n判断题\n400\n1\n\n没有\n200\n1\n否\n")
    assert done.exit_code == 1, done.output
    assert (project / "quizzes/blueprints/da-juan.yml").is_file(), "the answers of a person are kept"
    assert "题库现在还凑不出这份卷" in done.output
    assert "E501" in done.output


def test_topics_that_alone_are_asked_are_shared_out_whole(project: Path) -> None:
    done = run(project, "new", answers="湖与船\n\n管理人员\n30\n判断题\n3\n1\n湖泊、船只\n没有\n1\n1\n\n")
    (plan,) = yaml.safe_load((project / "quizzes/blueprints/hu-yu-chuan.yml").read_text("utf-8"))
    assert plan["sections"][0]["quotas"] == [{"topic": "lake", "min": 2}, {"topic": "boats", "min": 1}], done.output
    assert plan["topics"] == ["lake", "boats"]
    assert plan["thought"] == [{"thought": "应用", "min": 2}], "two fifths of three, and no less"
    assert (plan["amounts"], plan["article_numbers"]) == (0.2, 0.05)


def test_topics_bind_the_paper_only_where_each_section_names_some(project: Path) -> None:
    answers = "船\n\n管理人员\n30\n判断题\n1\n1\n船只\n有\n判断题\n1\n1\n\n没有\n1\n1\n否\n"
    run(project, "new", answers=answers)
    (plan,) = yaml.safe_load((project / "quizzes/blueprints/chuan.yml").read_text("utf-8"))
    assert not {"topics", "thought", "amounts"} & set(plan)


def test_the_list_shows_titles_and_so_does_the_message(project: Path) -> None:
    assert "湖区模拟卷（管理人员，2 题，10 分钟，满分 10 分）" in run(project, "list").output
    assert "lake-mock（湖区模拟卷）" in run(project, "to-xlsx", "nothing", "--out", project / "x.xlsx").output.replace(
        "\n", ""
    )


def test_check_tells_formats_that_are_none(project: Path) -> None:
    file = project / "quizzes/blueprints/lake.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  minutes:", "  formats: [docx, wrod, xlsx]\n  minutes:", 1), encoding="utf-8")
    done = CliRunner().invoke(make_app(), ["check", "-p", str(project), "--as-of", str(MINI_DAY)], prog_name="pufa")
    assert done.exit_code == 1
    (line,) = [line for line in done.stderr.splitlines() if "E814" in line]
    assert line.startswith("quizzes/blueprints/lake.yml:")
    assert "没有格式“wrod”" in line
