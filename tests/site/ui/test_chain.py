"""A situation with several questions: asked together, answered part by part, one sheet of evidence above them."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.kinds import BasisValue
from generator.library import build_library
from generator.problems import Place, Problems
from generator.questions.chained import Chain, Evidence, Part
from generator.questions.item import Item, Option, Response
from generator.site.pages.scripts import type_table
from generator.site.templates import environment
from tests.browser import serve
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

BASIS = BasisValue(regulation="lake-law", article=9)
QUIZ = "{% import 'questions.html' as m with context %}{{ m.quiz(items, '组', 't') }}"
EXAM = (
    "{% import 'questions.html' as m with context %}<pufa-exam data-exam='c-1' data-minutes='30' data-pass='1' data-total='8' "
    "data-marking='half'><section class='pf-exam-section' data-points='2'><h2>一、组题</h2><ol class='pf-items'>"
    "{{ m.item(items[1], 1, through=true) }}{{ m.item(items[0], 2, through=true) }}</ol></section></pufa-exam>"
)


def part(stem: str, right: str, several: bool = False) -> Part:
    options = tuple(Option(f"{stem}{mark}", mark in right, f"理由{mark}。") for mark in "ABCD")
    return Part(stem, options, f"{stem}的解析。", (BASIS,), several)


CHAIN = Item(
    id="situation/x/1", rule="situation", type="chain", stem="泵正往园里送水。", options=(), explanation="本组考查登记。",
    basis=(BASIS,), facts=("f",), topics=("lake",), at=Place("x.yml", 1), thought="应用",
    response=Chain(
        evidence=(Evidence("取水记录", ("九月。",), ("日期", "吨"), (("1日", "12"),)),),
        parts=(part("定性", "B"), part("后果", "AC", True), part("期限", "D")),
    ),
)  # fmt: skip
PLAIN = replace(
    CHAIN, id="single/1", type="single", stem="谁查？", options=part("谁", "A").options, response=Response()
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "js").mkdir()
    library = build_library(ROOT / "tests" / "fixtures" / "mini", datetime.date(2026, 9, 1), Problems())
    scripts = ROOT / "generator" / "assets" / "js"
    for path in scripts.rglob("*.js"):
        to = tmp_path / "js" / path.relative_to(scripts)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(path.read_bytes())
    (tmp_path / "js" / "types" / "index.js").write_text(type_table(), encoding="utf-8")
    for name, template in (("quiz", QUIZ), ("exam", EXAM)):
        body = environment().from_string(template).render(
            items=(CHAIN, PLAIN), root="./", library=library, cite=library.cite, article_href=lambda basis: "#", href=lambda *_: "#", linked=str,
        )  # fmt: skip
        page = f'<!doctype html><meta charset="utf-8"><title>t</title>{body}<script type="module" src="js/ui/main.js"></script>'
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    return tmp_path


def test_parts_of_a_question_by_itself_count_from_one() -> None:
    """They stood as 0. to 3. where one chose one's own questions; papers give parts their numbers when they are laid out."""
    library = build_library(ROOT / "tests" / "fixtures" / "mini", datetime.date(2026, 9, 1), Problems())
    shown = environment().get_template("pages/item.html").render(
        it=CHAIN, page="", root="./", library=library, cite=library.cite, article_href=lambda basis: "#", href=lambda *_: "#", linked=str,
    )  # fmt: skip
    assert '<ol class="pf-set">' in shown


def test_parts_are_asked_together_and_told_one_by_one(folder: Path, chromium: Browser) -> None:
    with serve(folder) as address:
        page = chromium.new_page()
        page.goto(f"{address}quiz.html")
        stage = page.locator(".pf-stage")
        expect(stage.locator(".pf-evidence")).to_contain_text("取水记录")
        expect(stage.locator(".pf-thought")).to_have_text("会用")
        parts = stage.locator(".pf-set > li")
        expect(parts).to_have_count(3)
        go = stage.locator(".pf-q__go")
        parts.nth(0).locator("button.pf-opt").nth(1).click()
        parts.nth(1).locator("button.pf-opt").nth(0).click()
        expect(go).to_be_disabled()
        parts.nth(2).locator("button.pf-opt").nth(3).click()
        go.click()
        expect(stage.locator(".pf-verdict")).to_contain_text("3 处对 2 处")
        words = stage.locator(".pf-set__word")
        expect(words.nth(0)).to_contain_text("对")
        expect(words.nth(1)).to_contain_text("正确答案是 AC")
        expect(stage.locator(".pf-set__why").nth(2)).to_have_text("期限的解析。")
        page.close()


def test_in_a_mock_exam_its_numbers_run_through_and_its_parts_earn_points(folder: Path, chromium: Browser) -> None:
    with serve(folder) as address:
        page = chromium.new_page()
        page.goto(f"{address}exam.html")
        page.get_by_role("button", name="开始答题").click()
        expect(page.locator(".pf-cell")).to_have_text(["1", "2–4"])
        page.get_by_role("button", name="下一题").click()
        expect(page.locator(".pf-stage__where")).to_have_text("第 2–4 题，共 4 题")
        expect(page.locator(".pf-stage .pf-set")).to_have_attribute("start", "2")
        parts = page.locator(".pf-stage .pf-set > li")
        for number, places in enumerate(((1,), (0,), (3,))):
            for place in places:
                parts.nth(number).locator("button.pf-opt").nth(place).click()
        page.reload()  # what was answered is kept
        expect(parts.nth(0).locator('[aria-pressed="true"]')).to_contain_text("定性B")
        page.get_by_role("button", name="交卷").click()
        page.locator("dialog").get_by_role("button", name="交卷").click()
        expect(page.locator(".pf-sum__title")).to_contain_text("5 / 8 分")  # 2 + half of 2 + 2
        page.close()
