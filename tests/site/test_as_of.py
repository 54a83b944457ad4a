"""The site of a day before the law of which the content tells: it is whole, says so once, and leaves out the papers."""

import datetime
import shutil
from pathlib import Path

import pytest

from generator.kinds.benchmark import Benchmark
from generator.problems import Problems, Severity
from generator.site.compile import compile_project, site_files
from generator.site.page import Page
from generator.site.pages.home import PAGE as HOME
from tests.conftest import MINI_DAY


def test_a_day_before_the_law_gives_a_site_without_its_papers(mini: Path) -> None:
    problems = Problems()
    context = compile_project(mini, datetime.date(2000, 1, 1), problems)
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert [problem.code for problem in problems].count(
        "W312"
    ) == 1  # one sentence for the law, not one for each record
    assert "等 35 处尚未施行" in str(next(problem for problem in problems if problem.code == "W312"))
    assert any(
        problem.code == "W507" and "《试验湖泊法》在 2000-01-01 还没有施行" in problem.message for problem in problems
    )
    assert context.papers == ()
    pages = {made.path: made.body for made in site_files(context) if isinstance(made, Page)}
    assert "尚未施行" in pages["regulations/lake-law"]
    assert "施行以后它取代" in pages["regulations/lake-law"]
    assert (
        "收录的文本从 2024 年 6 月 1 日起施行，按本站的日期（2000 年 1 月 1 日）还没有施行。"
        in pages["regulations/lake-law"]
    )
    assert (
        "请查国家法律法规数据库" in pages["regulations/lake-law"]
    )  # an earlier text may have been in force, which nobody recorded
    assert "这时《试验湖泊法》还没有施行" in pages["conducts/taking-water"]
    assert "还没有施行" not in pages["conducts/taking-water"].partition('id="penalties"')[2]
    lists = {path for path in ("penalties", "obligations", "concordance") if "试验湖泊法" in pages[path]}
    assert lists
    assert all(pages[path].count("这时《试验湖泊法》还没有施行") == 1 for path in lists)  # lists and tables say it too


@pytest.mark.parametrize(("day", "shown"), [(datetime.date(2012, 1, 1), True), (datetime.date(2000, 1, 1), False)])
def test_a_sum_of_a_law_that_is_itself_to_come_is_no_present_sum(mini: Path, day: datetime.date, shown: bool) -> None:
    context = compile_project(mini, day, Problems())
    (home,) = [page for page in HOME.generate(context) if isinstance(page, Page)]
    assert ("这些罚款会变" in home.body) == shown


def test_on_a_day_when_all_is_in_force_no_page_says_otherwise(mini: Path) -> None:
    context = compile_project(mini, MINI_DAY, Problems())
    saying = [made.path for made in site_files(context) if isinstance(made, Page) and "还没有施行" in made.body]
    assert saying == ["regulations/river-rules"]  # itself to come, which its own page says


def test_a_paper_that_lacks_items_today_is_an_error_still(mini: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(mini, project)
    plan = project / "quizzes" / "blueprints" / "lake.yml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("count: 2", "count: 90").replace("pass_mark: 6", "pass_mark: 60")
    )
    problems = Problems()
    compile_project(project, datetime.date(2026, 8, 20), problems)
    assert [(problem.code, problem.severity) for problem in problems] == [("E501", Severity.ERROR)]


def test_a_law_that_lapsed_with_nothing_in_its_place_takes_its_papers_and_not_the_site(
    mini: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(mini, project)
    plan = project / "quizzes" / "blueprints" / "lake.yml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("count: 2", "count: 90").replace("pass_mark: 6", "pass_mark: 60")
    )
    laws = project / "content" / "regulations" / "laws.yml"
    text = laws.read_text(encoding="utf-8")
    laws.write_text(text.replace("effective: 2025-03-01,", "effective: 2025-03-01, repealed_on: 2027-01-01,"))
    assert "repealed_on: 2027-01-01" in laws.read_text(encoding="utf-8")
    problems = Problems()
    context = compile_project(project, datetime.date(2027, 1, 1), problems)
    missing = [problem.message for problem in problems if problem.code == "W507"]
    assert missing
    assert all("《试验湖泊法》自2027年1月1日起废止" in message for message in missing)
    assert not problems.blocking(False)
    assert context.papers == ()
    pages = {made.path: made.body for made in site_files(context) if isinstance(made, Page)}
    (table,) = [one for one in context.library.of("benchmark", Benchmark) if one.id == "taking-water-weights"]
    assert table.issued_by == "lake-law"
    assert (
        "出处已于 2027-01-01 废止" in pages[f"benchmarks/{table.id}"]
    )  # a table of a document that ended says so where it is shown
    assert "这以后的决定不能再按这张表定数额" in pages[f"conducts/{table.conduct}"]
