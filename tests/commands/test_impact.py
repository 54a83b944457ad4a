"""A made-up amendment of a law, followed the whole way; and what it touches."""

import dataclasses
import datetime
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli import make_app
from generator.exams.paper import Paper
from generator.impact import ArticleChange, between, in_short, of_regulation, touched
from generator.kinds import BasisValue
from generator.kinds.blueprint import Blueprint, Quota
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.site.context import Context
from generator.site.pages import impact
from tests.conftest import MINI, MINI_DAY

OLD = """中华人民共和国试验湖泊法
第一条 为了保护湖泊，制定本法。
第三条 管理局要向用水的人讲这部法。
第五条 取水以前应当登记，写明数量与用途。
第九条 没有登记就取水的，处一万元以上五万元以下的罚款。
"""
NEW = """中华人民共和国试验湖泊法
第一条 为了保护湖泊，制定本法。
第三条 管理局要向用水的人讲这部法。
第五条 湖水分为三级。
第六条 取水以前应当登记，写明数量与用途。
第九条 没有登记就取水的，处三万元以上九万元以下的罚款。
"""


def pufa(*arguments: object) -> Result:
    return CliRunner().invoke(make_app(), [*map(str, arguments), "-p", str(MINI), "--as-of", str(MINI_DAY)])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def told(*arguments: object) -> list[dict[str, str]]:
    done = pufa("impact", "--json", "--quiet", *arguments)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_an_amendment_touches_what_rests_on_its_articles(files: tuple[Path, Path]) -> None:
    rows = told("--files", *files)
    by = {(row["sort"], row["id"]): row for row in rows}
    assert by["违法行为", "taking-water"]["change"].endswith(("第5条现为第6条，内容没有变", "第9条改了"))
    assert by["企业义务", "log-water"]["do"] == "只改条号：第6条"
    assert any(row["sort"] == "题目" and "第9条" in row["cites"] for row in rows)
    assert not any("第3条" in row["cites"] for row in rows)  # the duty to teach has not changed
    assert not any("第9条之一" in row["cites"] for row in rows)


def test_papers_of_record_are_named(files: tuple[Path, Path], tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    assert pufa("exam", "lake-mock", "--out", papers, "--quiet").exit_code == 0
    folder = next(path for path in papers.iterdir() if (path / "manifest.json").is_file())
    rows = told("--files", *files, "--papers", folder)
    (paper,) = [row for row in rows if row["sort"] == "已经发出的试卷"]
    assert "--void" in paper["do"]
    hit = {row["id"] for row in rows if row["sort"] == "题目"}
    assert all(id in hit for id in paper["title"].partition("：")[2].split("、"))


def test_plans_that_draw_from_what_changed_and_words_that_cite_it_are_named(
    files: tuple[Path, Path], mini_library: Library, tmp_path: Path
) -> None:
    page = tmp_path / "影响.html"
    assert pufa("impact", "--files", *files, "--page", page, "--quiet").exit_code == 0
    assert "对照新的条文改" in page.read_text(encoding="utf-8")
    (plan,) = mini_library.of("blueprint", Blueprint)
    asked = next(one for one in build_bank(mini_library, Problems()).items if one.id.endswith("who-registers"))
    quota = Quota(regulation="lake-law", min=1)
    (listed,) = [one.id for one in mini_library.all("must-know")]
    section = plan.sections[0].model_copy(update={"quotas": (quota,)})
    changed = plan.model_copy(update={"sections": (section,), "must_know": listed, "include": (asked.id,)})
    term = mini_library.all("term")[0].model_copy(update={"definition": "登记的水，湖法第5条所说的那种。"})
    records = {**mini_library.records, "blueprint": (changed,), "term": (term,)}
    library = dataclasses.replace(mini_library, records=records)
    changes = [of_regulation(library, library.regulation("lake-law"))]
    found = touched(library, build_bank(library, Problems()), tuple, {}, changes)
    dos = [one.do for one in found if one.sort == "组卷方案"]
    assert [do.partition("：")[0] for do in dos] == [
        "配额里写着这部法规",
        "从这份应知应会清单出题",
        f"指定了题目 {asked.id}",
    ]
    assert [one.cites for one in found if one.sort == "术语的文字"] == ["试验湖泊法 第5条"]


def test_a_paper_whose_items_the_change_took_out_of_the_bank_is_named(mini_library: Library) -> None:
    lake = mini_library.regulation("lake-law")
    kept = {"papers/old A 卷": {"gone": (BasisValue(regulation="lake-law", article=9),), "other": ()}}
    changes = [of_regulation(mini_library, lake)]
    found = touched(mini_library, build_bank(mini_library, Problems()), tuple, kept, changes)
    (paper,) = [one for one in found if one.sort == "已经发出的试卷"]
    assert paper.title == "1 题：gone"


def test_papers_are_not_drawn_where_no_item_is_touched(mini_library: Library) -> None:
    def drawn() -> tuple[Paper, ...]:
        raise AssertionError

    pond = [of_regulation(mini_library, mini_library.regulation("pond-law"))]
    assert touched(mini_library, build_bank(mini_library, Problems()), drawn, {}, pond)


def test_splits_and_merges_are_told_as_what_they_are(mini_library: Library) -> None:
    take = "取水以前应当登记，写明数量、用途、地点和时间，并且附上水位的记录。"
    keep = "取水的单位应当建立台账，逐月记载取水量，台账保存三年以上，随时备查。"
    lake = mini_library.regulation("lake-law")
    apart, joined = {"5": take, "6": keep}, {"5": f"{take}\n{keep}"}
    assert [one.told for one in between(lake, joined, apart)] == ["《试验湖泊法》第5条拆为第5条、第6条"]
    assert [one.told for one in between(lake, apart, joined)] == [
        "《试验湖泊法》第5条与第6条并为第5条",
        "《试验湖泊法》第6条与第5条并为第5条",
    ]


def test_papers_in_their_own_folder_are_of_record_without_being_named(files: tuple[Path, Path], tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    given = ["-p", str(project), "--as-of", str(MINI_DAY), "--quiet"]
    runner = CliRunner()
    assert runner.invoke(make_app(), ["exam", "lake-mock", "--out", str(project / "papers"), *given]).exit_code == 0
    done = runner.invoke(make_app(), ["impact", "--files", *map(str, files), *given])
    assert "已经发出的试卷" in done.stdout


def test_articles_that_only_moved_by_as_many_are_told_at_once() -> None:
    def moved(old: str, new: str, law: str = "湖法") -> ArticleChange:
        return ArticleChange(law, old, "moved", (new,), f"《{law}》第{old}条现为第{new}条，内容没有变")

    changed = ArticleChange("湖法", "7", "changed", ("8",), "《湖法》第7条改了，现为第8条")
    changes = [
        moved("4", "5"),
        moved("5", "6"),
        moved("6", "7"),
        changed,
        moved("8", "9"),
        moved("9-1", "10"),
        moved("10", "12"),
    ]
    assert list(in_short(changes)) == [
        "《湖法》第4条至第6条现为第5条至第7条，内容没有变",
        "《湖法》第7条改了，现为第8条",
        "《湖法》第8条现为第9条，内容没有变",
        "《湖法》第9-1条现为第10条，内容没有变",
        "《湖法》第10条现为第12条，内容没有变",
    ]
    assert len(list(in_short([moved("4", "5"), moved("5", "6", "河法")]))) == 2


def test_the_page_tells_what_has_changed_and_what_will() -> None:
    library = build_library(MINI, datetime.date(2024, 8, 1), Problems())
    (page,) = impact.generate(Context(library, build_bank(library, Problems()), (), ()))
    ahead, recent = page.body.partition('<h2 id="recent">')[::2]
    assert "自2025年3月1日起施行新的文本" in ahead
    assert 'href="../conducts/taking-water/"' in ahead
    assert "《试验池塘法》自2024年6月1日起废止" in recent
    assert "改引试验湖泊法 第9条" in recent
    later = build_library(MINI, MINI_DAY, Problems())
    assert list(impact.generate(Context(later, build_bank(later, Problems()), (), ()))) == []


def test_since_a_day(tmp_path: Path) -> None:
    rows = told("--since", "2024-06-01")
    assert {row["change"] for row in rows} == {
        "《试验湖泊法》自2025年3月1日起施行新的文本",
        "《试验池塘法》自2024年6月1日起废止",
    }
    out = tmp_path / "影响.xlsx"
    assert pufa("impact", "--since", "2024-06-01", "--out", out, "--quiet").exit_code == 0
    sheet = load_workbook(io.BytesIO(out.read_bytes())).active
    assert sheet is not None
    assert sheet.max_row == len(rows) + 1
    assert told("--since", "2026-01-01") == []


def test_a_whole_regulation() -> None:
    (row,) = told("--regulation", "pond-law")  # rows of old and new rest on it too, and are meant to
    assert (row["id"], row["do"]) == ("taking-water-weights", "改引试验湖泊法 第9条")
    rows = told("--regulation", "lake-law")
    assert {row["sort"] for row in rows} >= {"违法行为", "企业义务", "题目", "试卷"}
    named = [row for row in rows if row["id"] == "taking-water-weights" and row["cites"] == "试验湖泊法"]
    assert [row["do"] for row in named] == ["对照现行文本核对"]  # the document that a table stands in, no article


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "--since"),
        (["--regulation", "no-law"], "没有编号"),
        (["--files", "nowhere.txt", "nowhere.txt"], "nowhere.txt"),
        (["--regulation", "lake-law", "--papers", "nowhere"], "nowhere"),
        (["--since", "2026-02-30"], "2026-02-30"),
    ],
)
def test_wrong_use_is_said(arguments: list[str], word: str) -> None:
    done = pufa("impact", "--quiet", *arguments)
    assert done.exit_code in (1, 2)
    assert word in done.output


def test_diff_shows_the_words(files: tuple[Path, Path]) -> None:
    done = pufa("diff", *files)
    assert done.exit_code == 0
    assert "（没有） → 第5条：新增" in done.output
    assert "第5条 → 第6条：没有变" in done.output
    assert "处[-一万-]{+三万+}元以上[-五万-]{+九万+}元以下" in done.output
    rows = [json.loads(line) for line in pufa("diff", *files, "--json").stdout.splitlines()]
    assert [(row["old"], row["new"], row["change"]) for row in rows] == [
        ([], ["5"], "added"),
        (["5"], ["6"], "same"),
        (["9"], ["9"], "changed"),
    ]
    assert pufa("diff", "lake-law", files[0]).exit_code == 1  # no text of it is at hand
