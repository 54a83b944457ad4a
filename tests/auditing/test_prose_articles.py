"""Articles and days that running text names besides what its record cites."""

import json
from pathlib import Path

import pytest

from generator.auditing.checks import days_told, prose_articles
from generator.auditing.official import Official, read_official
from generator.problems import Problems
from tests.auditing.test_told import ASKED, library


@pytest.fixture
def official(tmp_path: Path) -> Official:
    texts = ["排污单位应当自行监测，如实报告。", "每年六月五日为湖泊日。", "禁止在湖里倒垃圾。", "当事人可以要求听证。"]
    texts += [f"第{number}种船舶应当停靠第{number}号码头。" for number in range(5, 40)]
    rows = [
        {"law": "试验湖泊法", "no": number, "suffix": "", "path": [], "text": text, "source": "虚构"}
        for number, text in enumerate(texts, 1)
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    (tmp_path / "laws.json").write_text(json.dumps([{"title": "试验湖泊法", "articles": len(rows)}]), "utf-8")
    return read_official(tmp_path, Problems())


@pytest.mark.parametrize(
    ("explanation", "found"),
    [
        ("第1条要求监测；要求听证是另一件事（第4条）。", []),
        ("第1条要求监测；要求听证是另一件事（第20条）。", ["条文 explanation 第20条"]),
        ("第1条要求监测；要求听证是另一件事（第90条）。", ["条文 explanation 第90条"]),
        ("要求听证是另一件事（劳动合同法第20条、第21条）。", []),
    ],
)
def test_an_article_named_besides_is_about_what_is_said(official: Official, explanation: str, found: list[str]) -> None:
    held = library(question={**ASKED, "explanation": explanation})
    assert [one.what for one in prose_articles.run(held, official)] == found


@pytest.mark.parametrize(
    ("explanation", "found"),
    [
        ("湖泊日是6月5日（湖泊法第2条）。", []),
        ("湖泊日是6月6日。", ["日期 explanation 6月6日"]),
        ("题里是9月3日。", []),
        ("本法从1月1日起施行。", []),
    ],
)
def test_a_day_stands_somewhere(official: Official, explanation: str, found: list[str]) -> None:
    basis = [{"regulation": "lake-law", "article": 2}]
    held = library(question={**ASKED, "stem": "某厂9月3日没有监测。", "explanation": explanation, "basis": basis})
    assert [one.what for one in days_told.run(held, official)] == found
