"""pufa list, import xlsx, template and the inbox of pufa serve, as a clerk goes through them."""

import datetime
import json
import os
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator.cli import make_app
from generator.commands._inbox import Inbox
from tests.conftest import MINI, MINI_DAY
from tests.lists.conftest import book  # noqa: F401 - a fixture


def run(*arguments: object) -> Result:
    return CliRunner().invoke(make_app(), [str(one) for one in arguments], env={"COLUMNS": "200"})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


def texts(project: Path) -> dict[str, str]:
    return {str(path.relative_to(project)): path.read_text("utf-8") for path in sorted(project.rglob("*.yml"))}


@pytest.fixture
def edited(project: Path) -> Path:
    """The list as it was printed, with one cell changed and one row added."""
    path = project.parent / "责任清单.xlsx"
    done = run("list", "责任清单", "-p", project, "--as-of", MINI_DAY, "--out", path)
    assert done.exit_code == 0, done.output
    made = openpyxl.load_workbook(path)
    page = made.active
    assert page is not None
    head = {str(cell.value): cell.column for cell in page[3]}
    for cells in [one.coord for one in page.merged_cells.ranges if one.min_row >= 6]:
        page.unmerge_cells(cells)
    page.insert_rows(6)
    page.cell(4, head["责任事项"]).value = "登记取水的人和船"
    for name, text in (
        ("责任单位", "湖管局"),
        ("责任事项", "看管船只"),
        ("依据", "《试验湖泊法》第4条"),
        ("责任类型", "配合"),
    ):
        page.cell(6, head[name]).value = text
    made.save(path)
    return path


def test_a_dry_run_shows_every_change_and_writes_nothing(project: Path, edited: Path) -> None:
    before = texts(project)
    done = run("import", "xlsx", "责任清单", edited, "-p", project, "--as-of", MINI_DAY, "--dry-run")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0].startswith("～ 修改 office-register 登记取水的人和船（责任事项）"), done.output
    assert lines[1].startswith("＋ 新增 lake-office-kan-guan-chuan-zhi 看管船只")
    assert lines[-1] == "责任清单：读到 3 条：新增 1 条，修改 1 条，不变 1 条"
    assert texts(project) == before


def test_taking_over_changes_the_lines_of_those_records_alone(project: Path, edited: Path) -> None:
    before = texts(project)
    done = run("import", "xlsx", "责任清单", edited, "-p", project, "--as-of", MINI_DAY)
    assert done.exit_code == 0, done.output
    after = texts(project)
    (changed,) = [name for name in after if after[name] != before[name]]
    old, new = before[changed].splitlines(), after[changed].splitlines()
    assert [line for line in old if line not in new] == [line for line in old if "office-register" in line]
    assert len(new) > len(old)
    done = run("import", "xlsx", "责任清单", edited, "-p", project, "--as-of", MINI_DAY, "--dry-run")
    assert done.stdout.splitlines()[-1] == "责任清单：读到 3 条：不变 3 条"
    assert run("check", "-p", project, "--as-of", MINI_DAY).exit_code == 0


def test_where_anything_is_wrong_nothing_is_written_unless_told(project: Path, book: object) -> None:  # noqa: F811
    rows = [("责任单位", "责任事项", "依据"), ("湖管局", "看管船只", "湖法第4条"), ("没有的局", "别的", "湖法第99条")]
    path = book("清单.xlsx", rows)  # type: ignore[operator]
    before = texts(project)
    done = run("import", "xlsx", "责任清单", path, "-p", project, "--as-of", MINI_DAY)
    assert done.exit_code == 1
    assert "清单.xlsx!Sheet1!A3: E832" in done.stderr
    assert "清单.xlsx!Sheet1!C3: E821" in done.stderr
    assert texts(project) == before
    done = run("import", "xlsx", "责任清单", path, "-p", project, "--as-of", MINI_DAY, "--partial", "--json")
    assert done.exit_code == 1
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["change"], one["sound"]) for one in told] == [("new", True), ("new", False)]
    assert "看管船只" in "".join(texts(project).values())


def test_what_is_gone_is_kept_until_told(project: Path, edited: Path) -> None:
    made = openpyxl.load_workbook(edited)
    page = made.active
    assert page is not None
    page.delete_rows(5)
    made.save(edited)
    arguments = ("import", "xlsx", "责任清单", edited, "-p", project, "--as-of", MINI_DAY)
    assert "village-report" not in run(*arguments, "--dry-run").stdout  # another unit's list is not in the file
    assert "village-report" in "".join(texts(project).values())


@pytest.mark.parametrize("kind", ["责任清单", "裁量基准", "违法行为与罚则"])
def test_the_empty_workbook_is_read_as_the_list(project: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "空表.xlsx"
    assert run("template", kind, "-p", project, "--out", path).exit_code == 0
    made = openpyxl.load_workbook(path)
    assert made.sheetnames == [kind, "说明"]
    done = run("import", "xlsx", kind, path, "-p", project, "--dry-run")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, f"{kind}：读到 0 条")


def test_wrong_use_is_said(project: Path, tmp_path: Path) -> None:
    for arguments in (
        ("list", "没有的清单", "-p", project),
        ("list", "责任清单", "-p", project, "--format", "pdf"),
        ("list", "责任清单", "-p", project, "--unit", "没有的局"),
        ("list", "裁量基准", "-p", project, "--unit", "湖管局"),
        ("template", "责任清单", "-p", project, "--out", tmp_path / "x.txt"),
    ):
        assert run(*arguments).exit_code == 2, arguments


def test_a_mapping_of_another_encoding_is_refused_in_chinese(project: Path, edited: Path, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_bytes("部门 = 责任单位\n".encode("gbk"))
    done = run("import", "xlsx", "责任清单", edited, "-p", project, "--dry-run", "--mapping", tmp_path / "names.txt")
    assert done.exit_code == 2
    assert "读不了（文字编码不对）" in done.stderr
    assert "codec" not in done.stderr


def test_the_inbox_shows_a_list_and_takes_it_over_by_a_key(project: Path, edited: Path) -> None:
    said: list[str] = []
    keys = iter(["n", "y"])
    inbox = Inbox(project, lambda: MINI_DAY, said.append, lambda question: next(keys))
    (project / "inbox").mkdir()
    arrived = project / "inbox" / edited.name
    shutil.copy(edited, arrived)
    before = texts(project)
    inbox.look()
    assert said == []  # it may still grow
    inbox.look()
    assert said[0] == "收到 责任清单.xlsx："
    assert said[-1] == "没有写。"
    assert texts(project) == before
    inbox.look()
    assert said[-1] == "没有写。"  # not asked again until it is saved again
    os.utime(arrived, ns=(1, 2))
    inbox.look()
    inbox.look()
    assert said[-1].startswith("写入 content/responsibilities/")
    assert texts(project) != before
    assert [path.name for path in (project / "inbox").iterdir()] == ["已写入"]


def test_the_inbox_goes_on_whatever_lies_in_it(project: Path) -> None:
    said: list[str] = []
    inbox = Inbox(project, lambda: datetime.date(2026, 8, 20), said.append, lambda question: "y")
    (project / "inbox").mkdir()
    (project / "inbox" / "责任清单.xlsx").write_bytes(b"no workbook")
    (project / "inbox" / "~$责任清单.xlsx").write_bytes(b"lock")
    (project / "inbox" / "责任清单.xlsm").write_bytes(b"PK")
    (project / "inbox" / "花名册.xlsx").write_bytes(b"no workbook")
    (project / "inbox" / "不相干.txt.part").write_bytes(b"still coming")
    (project / "inbox" / "别的.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    before = texts(project)
    inbox.look()
    inbox.look()
    assert "别的.csv：认不出是哪一种清单；文件名里写上清单的名称，如“责任清单”。" in said
    assert "有错，没有写；改好再存一次。" in said
    assert "责任清单.xlsm：没有读：带有宏；另存为不带宏的 xlsx。" in said
    (refused,) = [line for line in said if line.startswith("花名册.xlsx")]
    assert "没有读：" in refused
    assert not any("不相干" in line for line in said)
    assert texts(project) == before
