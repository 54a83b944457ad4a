"""An earlier text of a law can be cited: it is told from the last one, stands as repealed, and its articles are its own."""

import datetime
from pathlib import Path

import pytest

from generator.kinds.concordance import Concordance
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.site.urls import article_url

LAWS = """
- id: food
  title: 试验食品法
  rank: 法律
  issuer: 立法机关
  source: 虚构
  versions:
    - {adopted: 2009-02-28, effective: 2009-06-01, articles: 90}
    - {adopted: 2015-04-24, effective: 2015-10-01, articles: 154}
- id: twice
  title: 一年两修法
  rank: 法律
  issuer: 立法机关
  source: 虚构
  versions: [{effective: 2010-01-01}, {effective: 2010-07-01}, {effective: 2020-01-01}]
"""
ROW = """
- id: row
  old: OLD
  new: [试验食品法 第122条]
  relation: reworded
  title: 无证经营
  summary: 换了说法。
"""


def built(root: Path, old: str) -> tuple[Library, Problems]:
    for name, text in (("regulations", LAWS), ("concordance", ROW.replace("OLD", old))):
        folder = root / "content" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "all.yml").write_text(text, encoding="utf-8")
    problems = Problems()
    return build_library(root, datetime.date(2026, 1, 1), problems), problems


@pytest.mark.parametrize(
    "old",
    [
        "试验食品法（2009年） 第84条",
        "《试验食品法》（2009年6月1日施行）第84条",
        "试验食品法(2009-02-28) 第84条",
        "试验食品法（2009年修订）第八十四条",
        "{regulation: 试验食品法, article: 84, version: 2012-12-31}",
    ],
)
def test_an_earlier_text_is_cited_by_year_or_day(tmp_path: Path, old: str) -> None:
    library, problems = built(tmp_path, old)
    assert [str(problem) for problem in problems] == []
    (row,) = library.of("concordance", Concordance)
    assert row.old is not None
    assert (row.old.version, row.old.key) == (datetime.date(2009, 6, 1), "84@2009-06-01")
    assert library.cite(row.old) == "试验食品法（2009年6月1日施行的文本） 第84条"
    standing = library.standing(row.old)
    assert (standing.state, standing.version.repealed_on) == ("repealed", datetime.date(2015, 10, 1))
    assert standing.repealed_by == "food"
    assert not library.in_force(row.old)
    assert library.in_force(row.old, datetime.date(2010, 1, 1))
    assert library.standing(row.old, datetime.date(2009, 1, 1)).state == "not_yet"
    assert [basis.key for basis in library.successors(row.old)] == ["122"]
    assert article_url(row.old) == "regulations/food/"
    assert library.concordances(row.old.model_copy(update={"version": None})) == ()


def test_the_last_text_is_the_law_itself(tmp_path: Path) -> None:
    library, _ = built(tmp_path, "试验食品法（2015年） 第84条")
    (row,) = library.of("concordance", Concordance)
    assert row.old is not None
    assert row.old.version is None
    assert library.cite(row.old) == "试验食品法 第84条"


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("试验食品法（2012年） 第84条", "E302"),
        ("一年两修法（2010年） 第3条", "E302"),
        ("没有的法（2009年） 第3条", "E302"),
        ("试验食品法（2009年） 第91条", "E303"),
        ("{regulation: 试验食品法, article: 84, version: 2001-01-01}", "E302"),
    ],
)
def test_what_is_no_text_or_too_long_for_it_is_told(tmp_path: Path, old: str, code: str) -> None:
    _, problems = built(tmp_path, old)
    assert [problem.code for problem in problems] == [code]


def test_todays_text_is_cited_though_an_earlier_one_was_longer(tmp_path: Path) -> None:
    """What was cut from a law is no article of it any more; with its day the longer text can be cited."""
    longer = LAWS.replace("articles: 90", "articles: 200")
    for new, codes in (("试验食品法 第160条", ["E303"]), ("试验食品法 第154条", [])):
        for name, text in (
            ("regulations", longer),
            ("concordance", ROW.replace("OLD", "试验食品法（2009年） 第190条").replace("试验食品法 第122条", new)),
        ):
            folder = tmp_path / "content" / name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "all.yml").write_text(text, encoding="utf-8")
        problems = Problems()
        build_library(tmp_path, datetime.date(2026, 1, 1), problems)
        assert [problem.code for problem in problems] == codes


def test_items_name_the_text(tmp_path: Path) -> None:
    library, problems = built(tmp_path, "试验食品法（2009年） 第84条")
    bank = build_bank(library, problems)
    for item in bank.by_rule.get("concordance", ()):
        assert "2009年6月1日施行的文本" in item.stem
