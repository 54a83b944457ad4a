"""Calculators at the conduct: daily fines by the vectors, the table with its working, and the annex on paper."""

import json
import math
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import serve
from tests.conftest import ROOT
from tests.site.ui._core import run

pytestmark = pytest.mark.browser
VECTORS = json.loads((ROOT / "tests" / "vectors" / "daily.json").read_text(encoding="utf-8"))
COMPUTE = "return x.map((one) => { try { return m.daily(one.fine, one.ordered, one.checked); } catch (error) { return error.message; } });"
PRINT = "() => { window.print = () => { window.printed = document.querySelector('.pf-annex').innerText; }; }"


def test_daily_fines_by_the_vectors(core: Page) -> None:
    names = ("days", "first", "total", "steps")
    assert run(core, "daily", COMPUTE, VECTORS["cases"]) == [{n: case[n] for n in names} for case in VECTORS["cases"]]
    assert run(core, "daily", COMPUTE, VECTORS["refused"]) == [case["says"] for case in VECTORS["refused"]]


def test_a_sum_is_read_as_people_type_it(core: Page) -> None:
    read = {
        "200000": 200_000, "200,000 元": 200_000, "２０万": 200_000, "20万元": 200_000, "二十万元": 200_000, "1.5万": 15_000, "两千": 2_000,
        "一百零五万": 1_050_000, "￥3000": 3_000, "3000元整": 3_000, "2亿": 200_000_000,
    }  # fmt: skip
    refused = ["", "元", "abc", "0.5", "-3", "一二十", "20w", "1.23456万"]
    found = run(core, "yuan", "return x.map((one) => m.yuanOf(one));", [*read, *refused])
    assert found[: len(read)] == list(read.values())
    assert all(map(math.isnan, found[len(read) :]))


def test_daily_fines_are_computed_and_printed(core: Page) -> None:
    core.evaluate(PRINT)
    core.evaluate(
        """async () => { await import("/js/ui/daily.js");
          document.body.innerHTML = '<pufa-daily data-title="偷排" data-basis="某法第1条" data-least="100000" data-most="1000000" data-range="10万元以上100万元以下" data-note="算到复查那天。">没有脚本的字</pufa-daily>'; }"""
    )
    result = core.locator(".pf-calc__result")
    expect(result).to_have_text("要填原罚款数额（元，大于零的整数）。")
    core.get_by_label("原罚款数额（元）").fill("20万")
    core.get_by_label("责令改正决定书送达那天").fill("2026-09-01")
    core.get_by_label("复查发现还在继续那天").fill("2026-09-11")
    expect(result.locator(".pf-amount")).to_have_text("200万元")
    expect(result).to_contain_text("算到复查那天。")
    core.get_by_role("button", name="打印附页").click()
    printed = core.wait_for_function("window.printed").json_value()
    assert all(
        word in printed
        for word in ("附：按日连续处罚计算（偷排）", "某法第1条", "20万元 × 10日", "结果：200万元", "复核人")
    )
    core.get_by_label("原罚款数额（元）").fill("50000")
    expect(result).to_contain_text("不在这种行为的法定幅度（10万元以上100万元以下）里")


def test_the_table_stands_at_the_conduct_with_the_span_in_force(chromium: Browser, mini_site: Path) -> None:
    with serve(mini_site) as address:
        page = chromium.new_page(viewport={"width": 1280, "height": 844})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}conducts/taking-water/")
        page.evaluate(PRINT)
        box = page.locator("#calc-taking-water-weights")
        expect(box).not_to_have_attribute("open", "")
        page.locator(".pf-aside a", has_text="擅自取水裁量表").click()
        expect(box).to_have_attribute("open", "")
        page.set_viewport_size({"width": 390, "height": 844})  # on a phone the page itself is the way to it
        expect(page.locator(".pf-aside a", has_text="擅自取水裁量表")).to_be_hidden()
        expect(box).to_contain_text("现行幅度：1万元以上5万元以下")
        box.get_by_label("取水多少").select_option("十吨以上")
        expect(box.locator(".pf-calc__sum .pf-amount")).to_have_text("3万元")
        box.get_by_role("button", name="打印附页").click()
        printed = page.wait_for_function("window.printed").json_value()
        assert all(
            word in printed for word in ("取水多少", "十吨以上", "现行 1万元以上5万元以下", "结果：3万元", "计算人")
        )
        expect(page.locator("html.pf-annexed")).to_have_count(1)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator(".pf-annex")).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()
    assert faults == []
