"""A bureau of another field: market supervision, with laws, tiers and bodies that the environment's bureaus don't have."""

import datetime
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.kinds.responsibility import Responsibility
from generator.problems import Problems
from generator.questions import types
from generator.questions.facts import duties
from generator.site.compile import compile_project
from generator.site.context import Context

MARKET = Path(__file__).resolve().parent.parent / "fixtures" / "market"
DAY = datetime.date(2026, 11, 28)
#: Words of the field that the program was first made for.
FOREIGN = re.compile(
    "环保|生态环境|环境法|环境保护|排污|法典|环评|未批先建|偷排|污染|危险废物|噪声|扬尘|监测|水体|绿色低碳|增城|广东"
)
#: What the page of citations reads by: the grammar, and the names of all national laws; and articles in the law's own words.
_PATTERNS = re.compile(
    r"(?<=<pufa-citations).*?</pufa-citations>|<div class=\"?pf-words\"?>.*?(?=<a class=\"?pf-law-text)", re.DOTALL
)


@pytest.fixture(scope="module")
def market() -> Context:
    """The project compiled; it has no problem at all."""
    problems = Problems()
    context = compile_project(MARKET, DAY, problems)
    assert [str(problem) for problem in problems] == []
    return context


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, pufa: Callable[..., CompletedProcess[str]]) -> Path:
    """Its site as ``pufa build`` writes it."""
    out = tmp_path_factory.mktemp("market") / "site"
    done = pufa("build", "-p", MARKET, "--as-of", DAY, "--out", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    return Path(shutil.copytree(MARKET, tmp_path / "market"))


def read(page: Path) -> str:
    """What a reader sees of a page, in one line."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def found(project: Path) -> list[str]:
    """What is wrong with a project."""
    problems = Problems()
    compile_project(project, DAY, problems)
    return [f"{problem.code} {problem.at} {problem.message}" for problem in problems]


def change(project: Path, name: str, old: str, new: str) -> None:
    """Replace a text that stands in a file once or more."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_no_page_and_no_script_speaks_of_the_environment(site: Path) -> None:
    files = [path for path in sorted(site.rglob("*")) if path.suffix in (".html", ".js", ".xml", ".webmanifest")]
    pages = [path for path in files if not {"text", "akn"} & set(path.relative_to(site).parts)]  # the law's own words
    told = {
        str(path.relative_to(site)): FOREIGN.findall(_PATTERNS.sub("", path.read_text(encoding="utf-8")))
        for path in pages
    }
    assert len(pages) > 80
    assert {name: words for name, words in told.items() if words} == {}


def test_no_item_speaks_of_the_environment(market: Context) -> None:
    assert len(market.bank.items) > 140
    assert [item.id for item in market.bank.items if FOREIGN.search(repr(item))] == []


def test_the_site_bears_the_name_of_the_bureau_and_no_empty_entry(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<b>云山市监普法</b>" in home
    assert 'placeholder="例如：过期食品"' in home
    assert "年度数据" not in home
    assert "裁量基准" not in home
    assert "新旧条文对照" in home
    assert "（如 过期食品、虚假广告）" in (site / "conducts" / "index.html").read_text(encoding="utf-8")
    assert "食安法第三十四条" in (site / "search" / "index.html").read_text(encoding="utf-8")
    assert "<h1>责任清单</h1>" in (site / "responsibilities" / "index.html").read_text(encoding="utf-8")


def test_names_of_one_body_never_stand_beside_each_other(market: Context) -> None:
    bodies = [{unit.name, *unit.acts_as} for unit in market.library.units]
    for item in market.bank.items:
        options = {option.text for option in item.options}
        assert all(len(options & names) < 2 for names in bodies), item.id


def test_a_unit_is_called_as_the_article_calls_it(market: Context) -> None:
    """One unit bears three names of statutes; each law uses one of them."""
    library = market.library
    named = {
        row.id: duties.called(library, duties.unit(library, row.unit), row.basis)
        for row in library.of("responsibility", Responsibility)
        if row.unit == "samr"
    }
    assert named["samr-quality"] == named["samr-ad"] == "市场监督管理部门"
    assert named["samr-license"] == "食品安全监督管理部门"


def test_a_tier_on_top_of_whichever_applies_says_so(site: Path) -> None:
    page = read(site / "conducts" / "food-label" / "index.html")
    assert "同“货值金额不足一万元”或者“货值金额一万元以上”" in page
    assert "责令停产停业 直至吊销许可证" in page
    assert "货值金额的0.5倍以上3倍以下" in read(site / "conducts" / "quality-adulterate" / "index.html")


def test_bans_damages_and_discipline_read_well(site: Path, market: Context) -> None:
    page = read(site / "conducts" / "food-nonfood-material" / "index.html")
    assert "终身不得从事食品生产经营管理工作" in page
    assert "对生产者或者经营者 ，受到损害的人可以要求，依据" in page
    assert "价款10倍的赔偿金（不足1000元的，按1000元）" in page
    assert "从事从事" not in "".join(read(path) for path in site.rglob("conducts/*/index.html"))
    assert "给予撤职或者开除处分" in read(site / "conducts" / "food-fake-report" / "index.html")
    told = [o.why for item in market.bank.items for o in item.options]
    assert not [why for why in told if "第148条处罚" in why]  # those harmed ask; nobody punishes


def test_the_earlier_text_of_a_law_is_told_from_the_law_of_today(site: Path) -> None:
    page = read(site / "concordance" / "index.html")
    assert "食品安全法（2009年6月1日施行的文本） 第84条 没有许可就做食品生意" in page
    assert "食品安全法（2009年6月1日施行的文本） 第86条 已废止 2015-10-01" in read(
        site / "conducts" / "food-label" / "index.html"
    )


def test_no_list_is_named_where_a_law_exempts(market: Context) -> None:
    told = [item for item in market.bank.items if item.rule == "exemption"]
    assert told
    assert not [item.id for item in told if "目录" in repr(item)]


def test_every_paper_can_be_drawn(market: Context) -> None:
    assert [paper.blueprint.id for paper in market.papers] == ["owners"]
    assert types.answer(market.papers[0].sections[0].items[0])


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("quizzes/blueprints/papers.yml", "count: 13", "count: 400", "E501"),
        ("quizzes/blueprints/papers.yml", "{topic: quality, min: 3}", "{topic: quality, min: 19}, {topic: ad, min: 19}", "E50"),
        ("quizzes/blueprints/papers.yml", "  forms: 2\n", "  forms: 2\n  formats: [dockx]\n", "E814"),
        ("quizzes/blueprints/papers.yml", "  forms: 2\n", "  forms: 2\n  include: [no-such-item]\n", "E502"),
    ],
)  # fmt: skip
def test_a_paper_that_cannot_be_drawn_or_written_is_found_by_check(
    copied: Path, file: str, old: str, new: str, said: str
) -> None:
    change(copied, file, old, new)
    problems = found(copied)
    assert problems
    assert all(problem.startswith(f"{said}") and file in problem for problem in problems)


@pytest.mark.parametrize("name", ["content/units/名单.xlsx", "content/责任清单.csv", "quizzes/questions/题.docx"])
def test_a_file_that_nobody_will_read_is_named(copied: Path, name: str) -> None:
    (copied / name).write_bytes(b"PK")
    assert [problem for problem in found(copied) if problem.startswith("W112") and name in problem]


def test_like_targets_of_one_conduct_are_never_wrong_for_one_another(copied: Path) -> None:
    change(copied, "content/conducts/food.yml", "target: 提供生产经营场所或者其他条件的人", "target: 单位和个人")
    change(
        copied,
        "content/conducts/food.yml",
        "{measures: [责令停止违法行为, 没收违法所得], fine: {range: {min: 50000, max: 100000}}}",
        "{measures: [责令停止违法行为, 没收违法所得], fine: {range: {min: 70000, max: 900000}}}",
    )
    problems = Problems()
    bank = compile_project(copied, DAY, problems).bank
    asked = [
        item for item in bank.items if item.conduct == "food-unlicensed" and item.rule in ("penalty-range", "judge")
    ]
    assert not [item.id for item in asked if "7万元以上90万元以下" in repr(item) and "/operator/" in item.id]
    assert not [item.id for item in asked if "5万元以上10万元以下" in repr(item) and "/landlord/" in item.id]
