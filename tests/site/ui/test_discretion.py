"""The calculator of discretion in the browser: the same as in Python by the vectors, and as a clerk uses it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import serve
from tests.conftest import ROOT
from tests.site.ui._core import run

pytestmark = pytest.mark.browser

VECTORS = json.loads((ROOT / "tests" / "vectors" / "discretion.json").read_text(encoding="utf-8"))


COMPUTE = "return m.compute(x.table, x.chosen, { amount: x.amount, adjusted: x.adjusted });"


@pytest.mark.parametrize("case", VECTORS["cases"])
def test_by_the_vectors(core: Page, case: dict[str, Any]) -> None:
    found = run(core, "discretion", COMPUTE, {**case, "table": VECTORS["tables"][case["table"]]})
    assert found == {
        "least": case["least"],
        "most": case["most"],
        "mostIncluded": case["most_included"],
        "steps": case["steps"],
    }


@pytest.mark.parametrize("case", VECTORS["refused"])
def test_refusals_by_the_vectors(core: Page, case: dict[str, Any]) -> None:
    body = f"try {{ {COMPUTE} }} catch (error) {{ return [error instanceof m.Refusal, error.message]; }}"
    found = run(core, "discretion", body, {**case, "table": VECTORS["tables"][case["table"]]})
    assert found == [True, case["says"]]


def test_ratios_are_exact(core: Page) -> None:
    body = """
      const words = ([a, b]) => `${a}/${b}`;
      return [words(m.plus(m.exact("0.1"), m.exact(0.2))), words(m.over(m.exact(1), m.exact(-3))), words(m.exact("-12.50")),
        String(m.floor([-1n, 2n])), String(m.ceil([-1n, 2n])), String(m.nearest([5n, 2n])), String(m.nearest([-5n, 2n])),
        m.compare([1n, 3n], [1n, 2n]), m.compare([1n, 3n], [2n, 6n])];"""
    assert run(core, "ratio", body) == ["3/10", "-1/3", "-25/2", "-1", "0", "3", "-2", -1, 0]


@pytest.fixture
def open_page(chromium: Browser, mini_site: Path) -> Iterator[Any]:
    with serve(mini_site) as address:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))

        def go(path: str) -> Page:
            page.goto(address + path)
            return page

        yield go
        page.close()
    assert faults == []


def test_a_clerk_chooses_and_reads_amount_and_working(open_page: Any) -> None:
    page: Page = open_page("benchmarks/taking-water-weights/")
    result = page.locator(".pf-calc__result")
    expect(result).to_have_text("还没有选：取水多少。")
    page.get_by_label("取水多少").select_option("十吨以上")
    expect(result.locator(".pf-amount")).to_have_text("3万元")
    expect(result.locator("li")).to_contain_text(["裁量起点", "十吨以上", "20%＋40%", "60% × 5万元"])
    page.get_by_label("公开道歉").select_option(label="适用，减少30%—50%都算")
    expect(result.locator(".pf-amount")).to_have_text("1.5万元以上2.1万元以下")
    page.get_by_label("公开道歉").select_option(label="适用，减少50%")
    page.get_by_label("取水多少").select_option("不到十吨")
    # 30% of 50,000 is 15,000; half of that is under the least of the law, 10,000
    expect(result.locator(".pf-amount")).to_have_text("1万元")
    expect(result).to_contain_text("7500元低于1万元")
    page.get_by_role("button", name="重新选").click()
    expect(result).to_have_text("还没有选：取水多少。")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_table_of_intervals_asks_only_what_still_counts(core: Page) -> None:
    table = VECTORS["tables"]["intervals"]
    body = "return x.chosen.map((before) => m.following(x.table, before));"
    chosen = [[], ["拖延"], ["围堵"], ["殴打"], ["拖延", "有"]]
    assert run(core, "discretion", body, {"table": table, "chosen": chosen}) == [
        ["拖延", "围堵", "殴打"],
        ["没有", "有"],
        ["没有"],
        [],
        [],
    ]


def test_the_form_of_intervals_follows_the_answers(core: Page) -> None:
    table = json.dumps(VECTORS["tables"]["intervals"], ensure_ascii=False)
    core.evaluate(
        """async (table) => { await import("/js/ui/discretion.js");
        document.body.innerHTML = `<pufa-discretion><script type="application/json">${table}</script></pufa-discretion>`; }""",
        table,
    )
    first, second = core.get_by_label("违法程度"), core.get_by_label("同类违法")
    expect(second).to_be_disabled()
    first.select_option("围堵")
    expect(second.locator("option:not([disabled])")).to_have_text(["请选择", "没有"])
    second.select_option("没有")
    result = core.locator(".pf-calc__result")
    expect(result.locator(".pf-amount")).to_have_text("6.5万元以上20万元以下")
    expect(result).to_contain_text("不含上限本数")
    first.select_option("殴打")
    expect(second).to_be_hidden()
    expect(result.locator(".pf-amount")).to_have_text("20万元")
    expect(result).not_to_contain_text("不含上限本数")


def test_a_sum_of_the_case_is_read_as_people_type_it(core: Page) -> None:
    table = json.dumps(VECTORS["tables"]["rate"], ensure_ascii=False)
    core.evaluate(
        """async (table) => { await import("/js/ui/discretion.js");
        document.body.innerHTML = `<pufa-discretion><script type="application/json">${table}</script></pufa-discretion>`; }""",
        table,
    )
    core.get_by_label("阶段").select_option("第1档")
    result = core.locator(".pf-calc__result")
    expect(result).to_have_text("要填总投资额（元，大于零的整数）。")
    core.get_by_label("总投资额（元）").fill("８，000,000 元")
    expect(result.locator(".pf-amount")).to_have_text("10万元")
    core.get_by_label("总投资额（元）").fill("八百来万")
    expect(result).to_have_text("要填总投资额（元，大于零的整数）。")
