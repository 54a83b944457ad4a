"""Nonsense that has the right form is refused, in words: figures, days, lists and outlines beyond what anything here can be."""

import shutil
from pathlib import Path

import pytest

from generator.library import build_library
from generator.problems import Problems
from tests.commands.test_bad_input import run
from tests.conftest import MINI, MINI_DAY

LAWS, TERMS, PAPER = "content/regulations/laws.yml", "content/terms/lake.yml", "quizzes/blueprints/lake.yml"
LAW = "- {{id: a, title: 甲法, rank: 法律, issuer: 乙, source: 虚构, versions: [{{effective: {day}, articles: {n}}}]{more}}}\n"
FINE = (
    "- {{id: a, title: 甲, topics: [water], summary: 乙, penalties: [{{id: p, basis: 湖法 第9条, authority: [丙], target: 单位,"
    " tiers: [{{fine: {fine}}}]}}]}}\n"
)
STATISTIC = "- {{id: a, metric: 甲, period: '{period}', value: {value}, unit: 件, group: 乙, source: 虚构}}\n"
TERM = "- {{id: a, title: 甲, definition: 乙, source: 虚构, aliases: [{aliases}], basis: [{basis}]}}\n"
SECTIONS = ", outline: [{outline}]"


def law(day: str = "2020-01-01", n: int = 9, outline: str = "") -> tuple[str, str]:
    more = SECTIONS.format(outline=outline) if outline else ""
    return "content/regulations/a.yml", LAW.format(day=day, n=n, more=more)


def term(aliases: str = "", basis: str = "") -> tuple[str, str]:
    return "content/terms/a.yml", TERM.format(aliases=aliases, basis=basis)


def fine(text: str) -> tuple[str, str]:
    return "content/conducts/a.yml", FINE.format(fine=text)


def statistic(value: object = 1, period: str = "2020") -> tuple[str, str]:
    return "content/statistics/a.yml", STATISTIC.format(value=value, period=period)


CASES = {
    "a fine of 10^300": (fine(f"{{range: {{max: {10**300}}}}}"), "不应大于"),
    "a fine of 10^13": (fine(f"{{range: {{min: {10**13}}}}}"), "不应大于"),
    "a share of 10^300": (fine("{rate: {max: 1.0e+300, base: 甲}}"), "不应大于"),
    "a figure of 10^300": (statistic(10**300), "不应大于"),
    "a figure of 1e300": (statistic("1.0e+300"), "不应大于"),
    "a figure below all": (statistic(-(10**13)), "不应小于"),
    "a figure of the year 1": (statistic(period="0001"), "写法不对"),
    "the year 1": (law("0001-01-01"), "日期应在 1900 年到 2100 年之间"),
    "the year 1700": (law("1700-01-01"), "日期应在 1900 年到 2100 年之间"),
    "the year 9999": (law("9999-12-31"), "日期应在 1900 年到 2100 年之间"),
    "a chapter twice": (law(outline="{title: 第一章, articles: [1, 2]}, {title: 第一章, articles: [3, 4]}"), "不重复"),
    "the same articles twice": (
        law(outline="{title: 第一章, articles: [1, 4]}, {title: 第二章, articles: [1, 4]}"),
        "不重叠",
    ),
    "a chapter's number twice": (
        law(outline="{title: 第一章 总则, articles: [1, 2]}, {title: 第1章　附则, articles: [3, 4]}"),
        "不重复",
    ),
    "articles from 0": (law(outline="{title: 第一章, articles: [0, 4]}"), "不应小于 1"),
    "articles beyond the end": (law(outline="{title: 第一章, articles: [1, 10]}"), "只有 9 条"),
    "articles without end": (law(n=10**6), "不应大于 9999"),
    "the same word 500 times": (term(aliases=", ".join(["丙"] * 500)), "第 2 项与第 1 项相同"),
    "the same article twice": (term(basis="湖法 第9条, 湖法 第1条, 湖法 第九条"), "第 3 项与第 1 项相同"),
    "the same version 500 times": (law(day="2020-01-01, articles: 9}, {effective: " * 500 + "2020-01-01"), "项相同"),
    "an unseen sign by its number": (term(aliases='"丙\\u200b"'), "看不见的字符"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


@pytest.mark.parametrize("case", CASES)
def test_nonsense_is_refused_in_words(project: Path, case: str) -> None:
    (name, text), said = CASES[case]
    (project / name).write_text(text, encoding="utf-8")
    problems = Problems()
    build_library(project, MINI_DAY, problems)
    told = [problem for problem in problems if problem.at.file == name]
    assert [problem for problem in told if said in problem.message], [str(problem) for problem in problems]
    assert all(problem.hint for problem in told)


@pytest.mark.parametrize("mark", ["0", "-1", "0.0"])
def test_a_paper_that_everybody_passes_is_refused(project: Path, mark: str) -> None:
    text = (project / PAPER).read_text(encoding="utf-8")
    before = next(line for line in text.splitlines() if "pass_mark" in line)
    (project / PAPER).write_text(text.replace(before, f"  pass_mark: {mark}"), encoding="utf-8")
    problems = Problems()
    build_library(project, MINI_DAY, problems)
    assert [problem.message for problem in problems if problem.code == "E204"] == ["“pass_mark” 应大于 0"]


@pytest.mark.parametrize(
    "day", ["9999-12-31", "2026-W48-6", "20260815", "0001-01-01", "2026-02-30", "２０２６-08-15", "2026-8-1"]
)
def test_days_of_the_command_line_and_of_the_settings_have_one_form(project: Path, tmp_path: Path, day: str) -> None:
    done = run("check", "-p", project, "--as-of", day)
    assert done.exit_code == 2
    assert "不是日期" in done.stderr
    settings = (
        (project / "mkdocs.yml").read_text(encoding="utf-8").replace("  - pufa\n", f"  - pufa:\n      as_of: '{day}'\n")
    )
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = run("build", "-p", project, "--out", tmp_path / "site", "--quiet")
    assert done.exit_code == 1
    assert "不是日期" in done.stderr
    assert not (tmp_path / "site").exists()
