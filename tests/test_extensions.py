"""Another package adds to the house through entry points: one of every sort, installed as people install it, and at work."""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import generator.cli
import generator.mkdocs_plugin  # noqa: F401
from generator.registry import slots
from tests.auditing.conftest import write_official
from tests.browser import serve
from tests.conftest import MINI, MINI_DAY, ROOT, environ, told, warm

DOCS = ROOT / "docs" / "extending.md"
EXTENSION = ROOT / "tests" / "fixtures" / "extension"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example package, installed by pip into a folder of its own."""
    folder = tmp_path_factory.mktemp("extension")
    shutil.copytree(EXTENSION, folder / "source")  # building leaves files beside the sources
    target = folder / "site-packages"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(folder / "source")], check=True, capture_output=True)
    return target


@pytest.fixture(scope="module")
def run(installed: Path) -> Run:
    def runner(*arguments: object, beside: Path = installed) -> subprocess.CompletedProcess[str]:
        return told(warm(beside).run(list(map(str, arguments)), ROOT, environ(beside), timeout=300))

    return runner


def test_the_example_adds_to_every_slot() -> None:
    listed = (EXTENSION / "pyproject.toml").read_text(encoding="utf-8")
    assert [slot.group for slot in slots() if f'entry-points."{slot.group}"]' not in listed] == []


def test_every_slot_has_its_row_in_the_docs() -> None:
    rows = re.findall(r"^\| `(pufa\.\w+)` \| `(\w+)` \| `([\w.]+)` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(group, constant) for group, constant, _ in rows] == [(slot.group, slot.constant) for slot in slots()]
    for (_, _, path), slot in zip(rows, slots(), strict=True):
        module, _, name = path.rpartition(".")
        assert getattr(importlib.import_module(module), name) is slot.of


def test_rule_statement_and_decider_are_asked(run: Run) -> None:
    done = run("bank", "--report", "-q", "-p", MINI, "--as-of", MINI_DAY)
    assert done.returncode == 0, done.stderr
    assert "何时施行" in done.stdout
    assert "位阶没有可供改换的" in done.stdout


def test_check_of_the_library_runs_and_has_codes_of_its_own(run: Run) -> None:
    done = run("check", "-q", "-p", MINI, "--as-of", MINI_DAY)
    assert done.returncode == 0, done.stderr
    assert "X102 《中华人民共和国试验池塘法》没有摘要" in done.stderr
    assert run("check", "-q", "--strict", "-p", MINI, "--as-of", MINI_DAY).returncode == 1


def test_check_of_facts_runs(run: Run, tmp_path: Path) -> None:
    done = run("verify", "-q", "-p", MINI, "--as-of", MINI_DAY, "--official", write_official(tmp_path))
    assert "X101 《试验河流规定》的制定机关待核对" in done.stdout + done.stderr


def test_format_is_written_where_it_is_named(run: Run, tmp_path: Path) -> None:
    done = run("exam", "lake-mock", "-q", "-p", MINI, "--as-of", MINI_DAY, "--formats", "stems", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("stems*.txt"))


PATROL = """\
- id: lower-reach
  title: 下游巡查
  reach: 水库以下
  every: 每月两次
  conducts: [floating-boats]
  basis: [试验湖泊法 第5条]
  sample: true
"""


@pytest.fixture
def patrolled(tmp_path: Path) -> Path:
    """The miniature with a record of the kind that the package adds."""
    shutil.copytree(MINI, tmp_path / "mini")
    (tmp_path / "mini" / "content" / "patrols").mkdir()
    (tmp_path / "mini" / "content" / "patrols" / "all.yml").write_text(PATROL, encoding="utf-8")
    return tmp_path / "mini"


@pytest.mark.slow  # several commands, each a process of its own
def test_kind_is_checked_asked_for_and_audited(run: Run, patrolled: Path, tmp_path: Path) -> None:
    day = ("-q", "-p", patrolled, "--as-of", MINI_DAY)
    assert "巡查 1" in run("check", *day).stdout
    assert "没有题目考到的巡查：1 条" in run("bank", "--report", *day).stdout
    audited = run("verify", *day, "--sample", "99", "--official", write_official(tmp_path / "official"))
    assert "下游巡查：每月两次" in audited.stdout
    (patrolled / "content" / "patrols" / "all.yml").write_text(PATROL.replace("floating-boats", "none"), "utf-8")
    assert "没有编号为“none”的违法行为" in run("check", *day).stderr
    assert "未知的内容目录" not in run("check", *day).stderr


def test_a_list_of_the_kind_is_printed_and_read_back(run: Run, patrolled: Path, tmp_path: Path) -> None:
    day = ("-p", patrolled, "--as-of", MINI_DAY)
    done = run("list", "巡查表", *day, "--out", tmp_path / "巡查.xlsx")
    assert done.returncode == 0, done.stderr
    done = run("import", "xlsx", "巡查表", tmp_path / "巡查.xlsx", *day, "--dry-run")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "巡查表：读到 1 条：不变 1 条"), done.stderr


VOTE = """\
- id: show-of-hands
  type: vote
  stem: 船可以停泊在湖心。
  answer: false
  explanation: 湖心不停船。
  basis: [试验湖泊法 第5条]
  topics: [lake]
"""


@pytest.fixture(scope="module")
def site(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the miniature with a record and a question of what the package adds."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(MINI, folder / "mini")
    for name, text in (("content/patrols/all.yml", PATROL), ("quizzes/questions/vote.yml", VOTE)):
        (folder / "mini" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "mini" / name).write_text(text, encoding="utf-8")
    done = run("build", "-q", "-p", folder / "mini", "--as-of", MINI_DAY, "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_kind_is_listed_found_and_shown_where_it_is_named(site: Path) -> None:
    assert 'id="lower-reach">下游巡查：水库以下，每月两次' in (site / "patrols" / "index.html").read_text("utf-8")
    assert '巡查：<a href="../../patrols/#lower-reach">' in (site / "conducts/floating-boats/index.html").read_text(
        "utf-8"
    )
    found = json.loads((site / "search" / "index.json").read_text("utf-8"))
    assert found["kinds"]["patrol"] == "巡查"
    assert "patrols/#lower-reach" in "".join(path.read_text("utf-8") for path in (site / "search" / "d").iterdir())


@pytest.mark.browser
def test_a_type_without_a_script_is_read_with_its_answer(site: Path, chromium: Browser) -> None:
    """It can't be marked in the page; one looks at the answer and says oneself whether one had it.  Other types go on."""
    with serve(site) as address:
        page = chromium.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}practice/lake/")
        place = page.locator('li[data-id="authored/show-of-hands"]').get_attribute("id")
        page.goto(f"{address}practice/lake/#{place}")
        page.reload()
        quiz = page.locator("pufa-quiz")
        expect(quiz.locator(".pf-q__stem")).to_contain_text("船可以停泊在湖心。")
        expect(quiz.locator(".pf-q .pf-options li")).to_have_text(["正确", "错误"])
        quiz.get_by_role("button", name="看参考答案").click()
        expect(quiz.locator(".pf-opt--right")).to_contain_text("错误")
        expect(quiz.locator(".pf-explain")).to_contain_text("湖心不停船。")
        quiz.get_by_role("button", name="我答对了").click()
        expect(quiz.locator(".pf-stage__where")).to_contain_text("对 1")
        page.close()
    assert faults == []


def test_form_of_questions_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.slip").write_text("船可以停泊。=>错\n", encoding="utf-8")
    done = run("import", "questions", tmp_path / "a.slip", "-q", "-p", MINI, "--as-of", MINI_DAY)
    assert "字条，1 题" in done.stdout, done.stderr


@pytest.mark.slow  # several commands, each a process of its own
def test_content_of_the_package_is_taken_and_listed(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "office"
    done = run("init", root, "--region", "西省", "--pack", "rivers")
    assert done.returncode == 0, done.stderr
    checked = run("check", "-q", "-p", root, "--as-of", MINI_DAY)
    assert checked.returncode == 0, checked.stderr
    assert "内容包 rivers（试验河流的内容）：取用 5 条。" in checked.stdout
    assert "没有取用 5 条：regulation/east-rule、unit/east-office、conduct/sand-no-record" in checked.stdout
    built = run("build", "-q", "-p", root, "--as-of", MINI_DAY, "--out", tmp_path / "site")
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "packs" / "index.html").read_text("utf-8")
    assert "先领采砂许可" in page
    assert "east-list" in page
    assert "seas" in run("init", tmp_path / "other", "--region", "西省", "--pack", "seas").stderr
    assert not (tmp_path / "other").exists()


def test_command_stands_beside_the_others(run: Run) -> None:
    assert run("laws", "-p", MINI, "--as-of", MINI_DAY).stdout.splitlines()[0] == "中华人民共和国试验湖泊法"
    assert "laws" in run("--help").stdout


@pytest.mark.slow  # several commands, each a process of its own
def test_mkdocs_alone_builds_the_page_too(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=tmp_path / "mini", capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(installed)])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mini" / "site" / "calendar" / "index.html").is_file()


def test_page_is_built_with_a_template_of_the_package(site: Path) -> None:
    assert "2025-03-01 中华人民共和国试验湖泊法" in (site / "calendar" / "index.html").read_text("utf-8")


FAULTS = {
    "unknown group": ("pufa.rule", "x = river_office.since:RULE", "没有 pufa.rule 这个扩展点"),
    "no such module": ("pufa.rules", "x = river_office.gone", "读不进来：ModuleNotFoundError"),
    "another thing": ("pufa.rules", "x = river_office.stems:FORMAT", "must define RULE as a Rule"),
    "there already": ("pufa.formats", "x = generator.exports.formats.json:FORMAT", "“json”已经有了"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faulty_entry_point_stops_everything_and_is_named(
    fault: str, run: Run, installed: Path, tmp_path: Path
) -> None:
    group, line, told = FAULTS[fault]
    shutil.copytree(installed, tmp_path / "faulty")
    (listed,) = (tmp_path / "faulty").glob("*.dist-info/entry_points.txt")
    listed.write_text(f"[{group}]\n{line}\n", encoding="utf-8")
    done = run("check", "-p", MINI, "--as-of", MINI_DAY, beside=tmp_path / "faulty")
    assert done.returncode == 1
    assert "river-office/entry_points.txt:2:1: E705 扩展" in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
