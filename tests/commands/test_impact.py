"""A made-up amendment of a law, followed the whole way; and what it touches."""

import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli import make_app
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
    assert {row["sort"] for row in told("--regulation", "lake-law")} >= {"违法行为", "企业义务", "题目", "试卷"}


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
    assert "处[-一-]{+三+}万元以上[-五-]{+九+}万元以下" in done.output
    rows = [json.loads(line) for line in pufa("diff", *files, "--json").stdout.splitlines()]
    assert [(row["old"], row["new"], row["change"]) for row in rows] == [
        ([], ["5"], "added"),
        (["5"], ["6"], "same"),
        (["9"], ["9"], "changed"),
    ]
    assert pufa("diff", "lake-law", files[0]).exit_code == 1  # no text of it is at hand
