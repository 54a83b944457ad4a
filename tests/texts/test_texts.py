"""Official texts at hand, over laws invented for the purpose."""

import datetime
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.kinds.regulation import Section
from generator.library import build_library
from generator.problems import Problems
from generator.site import reading
from generator.site.compile import compile_project, site_files
from generator.site.documents import documents
from generator.site.page import Page
from generator.texts import packaged
from generator.texts.cleaning import clean

DAY = datetime.date(2026, 8, 20)
REGULATION = """
- id: pond-law
  title: 中华人民共和国试验池塘法
  short_title: 池塘法
  rank: 法律
  issuer: 试验委员会
  source: 试验
  versions: [{adopted: 2020-01-02, effective: 2020-03-01, articles: 4}]
"""
BODY = [
    "中华人民共和国试验池塘法",
    "（2020年1月2日通过）",
    "第一条　池要清，不得倒垃圾，不得洗油桶。",
    "岸要绿，不得挖沙。",
    "第二条　有下列行为之一的，处五百元罚款：",
    "（一）毒鱼；",
    "（二）<b>炸鱼</b>。",
    "第四条　本法自2020年3月1日起施行。",
]


@pytest.fixture
def project(write: Callable[[str, str], Path], tmp_path: Path) -> Path:
    write("content/regulations/all.yml", REGULATION)
    write("法.txt", "\n".join(BODY))
    return tmp_path


def bring_in(project: Path) -> None:
    command = ["import", "law", str(project / "法.txt"), "--into", str(project / "texts"), "-p", str(project), "-q"]
    done = CliRunner().invoke(make_app(), command)
    assert done.exit_code == 0, done.output


def test_an_imported_text_is_read_on_a_page_of_its_own_and_says_what_is_missing(project: Path) -> None:
    bring_in(project)
    context = compile_project(project, DAY, Problems())
    pages = {one.path: one.body for one in site_files(context) if isinstance(one, Page)}
    read = pages["regulations/pond-law/text"]
    assert 'id="a2-k1-x2"' in read
    assert "（二）&lt;b&gt;炸鱼&lt;/b&gt;。" in read
    assert "共 3 条，缺第3条" in read
    assert "regulations/pond-law/text/" in pages["regulations/pond-law"]


def test_a_text_of_several_pages_keeps_the_address_of_a_short_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PIECE", 300)
    bring_in(project)
    pages = {
        one.path: one.body for one in site_files(compile_project(project, DAY, Problems())) if isinstance(one, Page)
    }
    parts = [path for path in pages if path.startswith("regulations/pond-law/text/")]
    assert len(parts) > 1
    for path in parts:
        assert f'href="../../../{path}/" data-last=' in pages["regulations/pond-law/text"]
        assert '<a href="../../../../regulations/pond-law/text/">原文</a>' in pages[path]


CITING = [
    "中华人民共和国试验池塘法",
    "第一条 为了把池塘管好，制定本法。",
    "第二条 违反本法第一条、第四条的，改正。",
    "第四条 第二条所说的改正，三日内完成。本法自2020年3月1日起施行。",
]


def test_articles_that_cite_one_another_are_linked_both_ways(write: Callable[[str, str], Path], project: Path) -> None:
    write("法.txt", "\n".join(CITING))
    write(
        "content/articles/pond.yml",
        "- {regulation: pond-law, number: 4, heading: 几日内改正, digest: 三日内改正，见本法第二条。}\n",
    )
    bring_in(project)
    context = compile_project(project, DAY, Problems())
    pages = {one.path: one.body for one in site_files(context) if isinstance(one, Page)}
    read, law = pages["regulations/pond-law/text"], pages["regulations/pond-law"]
    assert '<a class="pf-law-link" href="../../../regulations/pond-law/#a4">第四条</a>' in read
    assert (
        'href="../../../regulations/pond-law/text/#a1">本法第一条</a>' in read
    )  # it has no digest, and so no place there
    assert '<p id="a4-k1">' in law  # the official text stands in the article, with its own anchors
    assert 'small class="pf-words__mark">原文' in law
    assert law.index("pf-words__mark") < law.index('pf-digest">本站要点')
    assert "引用本条的：" in law
    assert '<a href="../../regulations/pond-law/text/#a2">第2条</a>' in law
    assert "没有收录这部法规的原文" not in law


def test_without_a_text_the_page_says_that_there_are_digests_alone(
    write: Callable[[str, str], Path], project: Path
) -> None:
    write(
        "content/articles/pond.yml",
        "- {regulation: pond-law, number: 4, heading: 几日内改正, digest: 三日内改正，见本法第二条。}\n",
    )
    context = compile_project(project, DAY, Problems())
    (law,) = (one.body for one in site_files(context) if isinstance(one, Page) and one.path == "regulations/pond-law")
    assert "没有收录这部法规的原文" in law
    assert "三日内改正" in law


def test_a_law_with_neither_text_nor_digest_says_so_too(project: Path) -> None:
    pages = {
        one.path: one.body for one in site_files(compile_project(project, DAY, Problems())) if isinstance(one, Page)
    }
    assert "没有收录这部法规的原文" in pages["regulations/pond-law"]
    assert "本站要点" not in pages["regulations/pond-law"]


def test_articles_without_a_digest_are_found_by_the_words_of_the_text(project: Path) -> None:
    bring_in(project)
    found = [one for one in documents(compile_project(project, DAY, Problems())) if "毒鱼" in one.text]
    assert [one.url for one in found] == ["regulations/pond-law/text/#a2"]


def test_a_regulation_the_project_lacks_comes_with_a_draft_of_its_record(project: Path) -> None:
    (project / "新.txt").write_text("\n".join(BODY).replace("池塘法", "水井法"), encoding="utf-8")
    into = project / "texts"
    done = CliRunner().invoke(
        make_app(), ["import", "law", str(project / "新.txt"), "--into", str(into), "-p", str(project)]
    )
    assert done.exit_code == 0
    (draft,) = (into / "drafts").glob("*.yml")
    assert "rank: 法律" in draft.read_text(encoding="utf-8")
    problems = Problems()
    build_library(project, DAY, problems)
    assert [one.code for one in problems] == ["W805"]


def test_a_file_that_is_no_text_is_a_problem_and_takes_nothing_with_it(project: Path) -> None:
    bring_in(project)
    (project / "texts" / "other.json").write_text(json.dumps({"a": 1}), encoding="utf-8")
    problems = Problems()
    library = build_library(project, DAY, problems)
    assert [one.code for one in problems] == ["E804"]
    assert library.official("pond-law", "1") is not None


def test_a_copy_with_headings_at_an_articles_end_and_spaces_in_the_text_is_mended() -> None:
    assert clean("河要 清，自 2026年8月15日起。 第二章 岸\n第一节 草") == "河要清，自2026年8月15日起。"


def test_the_package_is_read_as_data_for_the_version_that_the_records_name(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "laws.db"
    with sqlite3.connect(path) as database:
        database.executescript(
            "CREATE TABLE laws (law_id, law_name, version_date, effective_date, status);"
            "CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id, chapter, section, article_no_arabic, article_text);"
        )
        name = "中华人民共和国试验池塘法"
        rows = [
            ("a", name, "2020-01-02", "2020-03-01", "现行有效"),
            ("b", name, "2019-01-01", "2019-01-01", "现行有效"),
        ]
        database.executemany("INSERT INTO laws VALUES (?, ?, ?, ?, ?)", rows)
        articles = [
            ("a", "第一章 总则", None, 1, "池要清。"),
            ("a", None, None, 1, "之一在此。"),
            ("b", None, None, 1, "旧的。"),
        ]
        database.executemany("INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?)", articles)
    monkeypatch.setattr(packaged, "_database", lambda problems: path)
    library = build_library(project, DAY, Problems())
    text = library.texts["pond-law"]
    assert [(one.key, one.text) for one in text.articles] == [("1", "池要清。"), ("1-1", "之一在此。")]
    assert text.missing == (2, 3, 4)


def test_the_package_has_lost_its_books_and_the_outline_of_the_records_tells_them() -> None:
    outline = [
        Section(title="第一编 水", articles=(1, 5), children=(Section(title="第一章 总则", articles=(1, 2)),)),
        Section(title="第二编 岸", articles=(6, 9)),
    ]
    assert packaged._path(outline, 2) == ("第一编 水", "第一章 总则")
    assert packaged._path(outline, 4) == ("第一编 水",)
    assert packaged._path(outline[0].children, 2) == ()  # without books the copy knows better


def test_a_package_of_another_version_is_not_used_and_said_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Installed:
        version = "9.9"

        def locate_file(self, name: str) -> Path:
            return project / "法.txt"

    monkeypatch.setattr(packaged.metadata, "distribution", lambda name: Installed())
    problems = Problems()
    assert build_library(project, DAY, problems).texts == {}
    assert [one.code for one in problems] == ["W803"]


def test_texts_of_several_days_are_kept_shown_as_of_a_day_and_compared(project: Path) -> None:
    bring_in(project)
    newer = [
        "中华人民共和国试验池塘法",
        "（2020年1月2日通过　2024年5月6日修订）",
        "第一条　池要清，不得倒垃圾，不得洗油桶。",
        "岸要绿，不得挖沙。",
        "第二条　池边不得放羊。",
        "第三条　有下列行为之一的，处八百元罚款：",
        "（一）毒鱼；",
        "（二）<b>炸鱼</b>。",
        "第四条　本法自2024年7月1日起施行。",
    ]
    (project / "法.txt").write_text("\n".join(newer), encoding="utf-8")
    record = REGULATION.replace(
        "articles: 4}]", "articles: 4}, {adopted: 2024-05-06, effective: 2024-07-01, articles: 4}]"
    )
    (project / "content" / "regulations" / "all.yml").write_text(record, encoding="utf-8")
    bring_in(project)
    library = build_library(project, DAY, Problems())
    assert [one.day for one in library.editions["pond-law"]] == ["2020-03-01", "2024-07-01"]
    assert "八百元" in library.texts["pond-law"].words["3"]
    earlier = build_library(project, datetime.date(2021, 1, 1), Problems())
    assert "五百元" in earlier.texts["pond-law"].words["2"]

    context = compile_project(project, DAY, Problems())
    pages = {one.path: one.body for one in site_files(context) if isinstance(one, Page)}
    assert "处八百元罚款" in pages["regulations/pond-law/text"]
    old = pages["regulations/pond-law/text/2020-03-01"]
    assert "处五百元罚款" in old
    assert "不是 2026 年 8 月 20 日有效的文本" in old
    assert "regulations/pond-law/text/2020-03-01/" in pages["regulations/pond-law"]
    compared = pages["regulations/pond-law/compare/2024-07-01"]
    assert "<del>五百</del>" in compared
    assert "有变化的条文" not in compared  # most of it changed: reading on finds them
    assert "<ins>八百</ins>" in compared
    assert "新增" in compared
    assert "&lt;b&gt;炸鱼&lt;/b&gt;" in compared

    told = CliRunner().invoke(make_app(), ["diff", "pond-law", "-p", str(project), "--as-of", "2026-08-20"])
    assert told.exit_code == 0, told.output
    assert "第2条 → 第3条：改了" in told.output
    same = ["diff", "pond-law", "--from", "2020-05-01", "--to", "2021-01-01", "-p", str(project)]
    assert CliRunner().invoke(make_app(), same).exit_code == 1


def test_a_repealed_law_is_compared_by_the_concordance_and_what_has_no_row_by_the_machine(project: Path) -> None:
    bring_in(project)
    later = "\n".join(BODY).replace("池塘法", "湖泊法").replace("2020", "2025").replace("五百元", "一千元")
    (project / "法.txt").write_text(later, encoding="utf-8")
    gone = REGULATION.replace("articles: 4}", "articles: 4, repealed_on: 2025-03-01, repealed_by: lake-law}")
    new = REGULATION.replace("pond-law", "lake-law").replace("池塘法", "湖泊法").replace("2020", "2025")
    (project / "content" / "regulations" / "all.yml").write_text(gone + new, encoding="utf-8")
    rows = "- {id: r1, title: 罚, old: 池塘法 第2条, new: [湖泊法 第2条], relation: reworded, summary: 提高, source: 试验}\n"
    (project / "content" / "concordance").mkdir()
    (project / "content" / "concordance" / "rows.yml").write_text(rows, encoding="utf-8")
    problems = Problems()
    bring_in(project)
    (project / "法.txt").write_text("\n".join(BODY), encoding="utf-8")
    context = compile_project(project, DAY, problems)
    body = next(one.body for one in site_files(context) if one.path == "regulations/pond-law/compare/lake-law")  # type: ignore[union-attr]
    assert "<del>五百</del>" in body
    assert body.count("机器比对</small>") == 2
