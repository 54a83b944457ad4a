"""A type that only this test knows goes from the bank through paper, marking and results to the page, and no module is touched."""

import importlib.util
import json
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, expect

from generator.exams.paper import Paper, PaperSection
from generator.exports.formats.answer_sheet import FORMAT as SHEET
from generator.exports.formats.audit import FORMAT as AUDIT
from generator.exports.formats.json import FORMAT as KEY
from generator.exports.formats.markdown import FORMAT as MARKDOWN
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.digests import of_item
from generator.questions.item import Item
from generator.questions.report import report
from generator.questions.serial import bank_json, bank_schema, item_of
from generator.reading.table import Line, Table
from generator.site.compile import site_files
from generator.site.context import Context
from generator.site.page import Asset, Page
from generator.sitting.analysis.data import analysis_json
from generator.sitting.analysis.page import analysis_page
from generator.sitting.analysis.results import analyse
from generator.sitting.keys import keys_of
from generator.sitting.marker import mark_tables
from generator.sitting.scores.book import scores_book
from generator.sitting.scores.sheet import sheet
from tests.browser import serve
from tests.conftest import ROOT
from tests.exports._paper import written as in_files

TOY = ROOT / "tests" / "fixtures" / "item_type" / "estimate.py"
OWN = """
- id: how-many
  type: estimate
  stem: 法典有多少条？
  options: [{text: "1242", correct: true, why: 数过。}]
  explanation: 法典共一千二百四十二条。
  basis: [法典 第1057条]
  topics: [eia]
"""


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> types.ItemType:
    spec = importlib.util.spec_from_file_location("estimate_toy", TOY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "estimate_toy", module)
    spec.loader.exec_module(module)
    known = {**{type.id: type for type in types.all_types()}, module.TYPE.id: module.TYPE}
    monkeypatch.setattr(types, "_by_id", lambda: known)
    found: types.ItemType = module.TYPE
    return found


@pytest.fixture
def made(toy, project) -> tuple[Library, Bank, Item]:
    project.add("quizzes/questions/own.yml", OWN)
    library, bank = project.library(), project.bank()
    assert project.codes() == []
    return library, bank, bank.by_id["authored/how-many"]


def paper(item: Item) -> Paper:
    section = {"title": "估算题", "type": item.type, "count": 1, "points": 4}
    plan = Blueprint.model_validate(
        {"id": "toy", "title": "试卷", "audience": "人", "minutes": 5, "pass_mark": 2, "sections": [section]}
    )
    return Paper(plan, 1, (PaperSection("估算题", item.type, 4, (item,)),))


def test_bank_holds_it(made) -> None:
    library, bank, item = made
    document = json.loads(bank_json(library, bank))
    Draft202012Validator(bank_schema()).validate(document)
    data = next(entry for entry in document["items"] if entry["id"] == item.id)
    assert (data["answer"], data["response"]) == ("1242", {"value": 1242})
    assert item_of(data)[0].response == item.response
    assert report(library, bank).types["estimate"] == 1
    assert of_item(item)


def test_paper_shows_it(made) -> None:
    library, _, item = made
    shown = in_files(MARKDOWN, library, paper(item))
    assert "写一个整数" in shown["paper.md"].decode()
    assert "1．法典有多少条？  \n大约：＿＿＿＿" in shown["paper.md"].decode()
    assert "1242" not in shown["paper.md"].decode()
    assert "1．**1242**" in shown["key.md"].decode()
    assert "1．大约＿＿＿＿" in in_files(SHEET, library, paper(item))["answer-sheet.md"].decode()
    assert "| 1242 |" in in_files(AUDIT, library, paper(item))["audit.md"].decode()


def test_answers_to_it_are_marked_and_analysed(made) -> None:
    library, _, item = made
    keys = keys_of([json.loads(in_files(KEY, library, paper(item))["key.json"])])
    written = ["1242", "1200", "800", "很多", "无"]
    lines = tuple(Line(n + 2, (f"{n:03d}", text)) for n, text in enumerate(written))
    problems = Problems()
    sitting = mark_tables([Table("a.csv", ("考号", "1"), lines)], keys, problems)
    assert [float(c.score) for c in sitting.candidates] == [4, 4, 0, 0, 0]
    assert [c.marks[0].fault for c in sitting.candidates] == ["", "", "", "估算题要写整数", ""]
    assert keys.first.items[0].question.points == Fraction(4)
    found = analyse(sitting)
    assert found.items[0][0].wrong == (("800", 1),)
    assert json.loads(analysis_json(found))["items"][0]["type"] == "estimate"
    assert "估算题" in analysis_page(found, str, named=True).decode()
    assert "正确答案：**1242**" in sheet(sitting.candidates[2], str).decode()
    assert scores_book(sitting)


@pytest.mark.browser
def test_page_asks_it(made, tmp_path: Path, chromium: Browser) -> None:
    library, bank, _ = made
    made_files = list(site_files(Context(library, bank, (), ())))
    (tmp_path / "assets" / "pufa" / "js").mkdir(parents=True)
    for file in made_files:
        if isinstance(file, Asset) and file.path.startswith("assets/pufa/js/"):
            (tmp_path / file.path).write_bytes(file.content)
    page = next(file for file in made_files if isinstance(file, Page) and file.path == "practice/types/estimate")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><title>t</title>{page.body}'
        '<script src="assets/pufa/js/base.js"></script><script src="assets/pufa/js/practice.js"></script>',
        encoding="utf-8",
    )
    with serve(tmp_path) as address:
        opened = chromium.new_page()
        opened.goto(address)
        expect(opened.get_by_role("button", name="确定")).to_be_disabled()
        opened.get_by_label("大约").fill("1200")
        opened.get_by_role("button", name="确定").click()
        expect(opened.locator(".pf-verdict")).to_contain_text("答对了")
        expect(opened.locator(".pf-q")).to_contain_text("你估的是 1200，其实是 1242。")
        opened.close()
