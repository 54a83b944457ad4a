"""Suggestions, the search page, and the tools of tables."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_suggestions_are_a_combobox(go: Callable[..., Page]) -> None:
    page = go("")
    page.keyboard.press("/")
    field = page.locator("#pf-q")
    expect(field).to_be_focused()
    field.press_sequentially("夜间施工")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("夜间施工噪声扰民")
    expect(options.first).to_contain_text("违法行为示例法 第88条")
    expect(options.first.locator("mark").first).to_have_text("夜间施工")
    expect(options.first).to_contain_text("<b>喇叭</b>")
    expect(options.nth(1)).to_contain_text("已废止")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press("ArrowDown")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("#pf-page-q")).to_have_value("夜间施工")


def test_the_search_page_follows_its_address_and_its_address_follows_it(go: Callable[..., Page]) -> None:
    page = go("search/?q=夜间施工&kind=conduct")
    titles = page.locator(".pf-hits__title")
    expect(titles).to_have_text(["夜间施工噪声扰民"])
    expect(page.get_by_label("违法行为")).to_be_checked()
    expect(page.locator(".pf-sheet legend")).to_have_text(["类别", "专题"])
    page.get_by_label("违法行为").uncheck()
    page.get_by_label("噪声").check()
    expect(titles).to_have_count(2)
    expect(page.locator(".pf-count")).to_have_text("2 条结果")
    assert page.evaluate("Object.fromEntries(new URLSearchParams(location.search))") == {
        "q": "夜间施工",
        "topic": "noise",
    }
    page.locator("#pf-page-q").fill("魑魅")
    expect(page.locator(".pf-results")).to_contain_text("去掉几个筛选条件再试")
    page.get_by_role("button", name="清除筛选").click()
    page.locator("#pf-page-q").fill("检修")
    expect(titles).to_have_count(50)


def test_a_table_is_found_in_narrowed_and_sorted(go: Callable[..., Page]) -> None:
    page = go("conducts/")
    names = page.locator("tbody tr:visible th")
    page.get_by_label("在本表中查找").fill("施工")
    expect(names).to_have_text(["夜间施工"])
    expect(page.locator(".pf-count")).to_have_text("显示 1 行，共 3 行")
    page.get_by_label("在本表中查找").fill("没有这个")
    expect(page.get_by_text("没有符合条件的行")).to_be_visible()
    page.get_by_label("在本表中查找").fill("")
    page.get_by_label("谁来查").select_option("城管")
    expect(names).to_have_text(["夜间施工"])
    page.get_by_label("谁来查").select_option("")
    fine = page.get_by_role("columnheader", name="罚款")
    for order, sort in (
        (["未批先建", "夜间施工", "超标排污"], "descending"),
        (["夜间施工", "未批先建", "超标排污"], "ascending"),
    ):
        fine.get_by_role("button").click()
        expect(names).to_have_text(order)
        expect(fine).to_have_attribute("aria-sort", sort)
    fine.get_by_role("button").click()
    expect(names).to_have_text(["夜间施工", "未批先建", "超标排污"])
    page.goto("conducts/?topic=环评")
    expect(names).to_have_text(["未批先建"])
