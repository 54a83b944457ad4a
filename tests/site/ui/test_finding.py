"""Suggestions, the search page, and the tools of tables."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

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
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
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
    page.wait_for_function("new URLSearchParams(location.search).get('topic') === 'noise'")
    asked = {"q": "夜间施工", "topic": "noise"}
    assert page.evaluate("Object.fromEntries(new URLSearchParams(location.search))") == asked
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
    expect(page.get_by_role("link", name="在全站搜索“没有这个”")).to_have_attribute("href", re.compile(r"search/\?q="))
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


def test_a_list_finds_as_the_search_does(go: Callable[..., Page]) -> None:
    page = go("conducts/")
    names, box = page.locator("tbody tr:visible th"), page.get_by_label("在本表中查找")
    box.fill("没批就动工")
    expect(names).to_have_text(["未批先建"])
    box.fill("半夜敲打")
    expect(names).to_have_text(["夜间施工"])
    page.get_by_label("谁来查").select_option("生态环境")
    expect(page.get_by_text("没有符合条件的行")).to_be_visible()
    box.fill("示例法88")  # repealed: what stands under the article that took its place
    expect(names).to_have_text(["未批先建"])
    box.fill("半夜敲打")
    page.get_by_label("谁来查").select_option("")
    box.fill("")
    expect(names).to_have_text(["夜间施工", "未批先建", "超标排污"])


def test_the_number_of_an_article_leads_straight_to_it(go: Callable[..., Page]) -> None:
    page = go("")
    for typed in ("示例法第88条", "88", "示例法八十八"):
        page.goto("./")
        page.locator("#pf-q").fill(typed)
        page.locator("#pf-q").press("Enter")
        page.wait_for_url("**/regulations/l/#a88")
    page.goto("./")
    page.locator("#pf-q").fill("示例法88 夜间施工")
    page.locator("#pf-q").press("Enter")
    page.wait_for_url("**/search/?q=*")


def test_a_result_says_why_what_it_costs_and_what_holds_now(go: Callable[..., Page]) -> None:
    page = go("search/?q=半夜敲打")
    first = page.locator(".pf-hits li").first
    expect(first.locator(".pf-hits__why")).to_have_text("又叫：半夜敲打")
    expect(first.locator(".pf-hits__why mark")).to_have_text("半夜敲打")
    expect(first.locator(".pf-hits__cost b")).to_have_text("最高 10万元")
    assert first.locator(".pf-bar i").evaluate("bar => [bar.style.left, bar.style.width]") == ["40%", "10%"]
    page.goto("search/?q=示例法88条")
    old = page.locator(".pf-hits li").first
    expect(old.locator(".pf-hits__why")).to_have_text("按条号找到")
    expect(old.locator(".pf-hits__next a")).to_have_attribute("href", re.compile(r"regulations/l/#a9$"))
    expect(page.locator(".pf-hits li").nth(1)).to_contain_text("第9条 检修")
    page.goto("search/?q=半夜敲大")
    expect(page.locator(".pf-hits__why").first).to_have_text("按“半夜敲打”找到")


def test_filters_say_how_many_results_they_leave(go: Callable[..., Page]) -> None:
    page = go("search/?q=夜间施工")
    count = page.locator("label", has_text="违法行为").locator(".pf-filter-count")
    expect(count).to_have_text("1")
    expect(page.locator("label", has_text="环评").locator(".pf-filter-count")).to_have_text("0")
    expect(page.locator("label", has_text="噪声").locator(".pf-filter-count")).to_have_text("2")
    page.get_by_label("违法行为").check()
    expect(page.locator("label", has_text="噪声").locator(".pf-filter-count")).to_have_text("1")
    expect(page.locator("label", has_text="条文").locator(".pf-filter-count")).to_have_text("1")


def test_a_long_table_shows_its_rows_by_and_by(go: Callable[..., Page]) -> None:
    page = go("long/")
    rows, more = page.locator("tbody tr:visible"), page.locator(".pf-more-rows")
    expect(rows).to_have_count(60)
    expect(more).to_have_text("再显示 60 行（还有 70 行）")
    expect(page.locator(".pf-count")).to_have_text("共 130 行")
    more.click()
    expect(rows).to_have_count(120)
    expect(page.locator("tbody tr").nth(60).locator("a")).to_be_focused()
    more.click()
    expect(rows).to_have_count(130)
    expect(more).to_be_hidden()


def test_what_is_sought_is_found_beyond_the_first_rows(go: Callable[..., Page]) -> None:
    page = go("long/")
    page.get_by_label("在本表中查找").fill("第129种")
    expect(page.locator("tbody tr:visible th")).to_have_text(["第129种"])
    expect(page.locator(".pf-more-rows")).to_be_hidden()


def test_a_row_that_the_address_names_is_shown(go: Callable[..., Page]) -> None:
    page = go("long/#r125")
    expect(page.locator("#r125")).to_be_in_viewport()
    page = go("long/")
    page.evaluate("location.hash = '#r127'")
    expect(page.locator("#r127")).to_be_in_viewport()


def test_an_address_that_names_nothing_is_no_fault(go: Callable[..., Page]) -> None:
    page = go("long/#%zz")  # an error on the page fails the test
    expect(page.locator(".pf-count")).to_contain_text("行")
    expect(page.locator("tbody tr:visible")).to_have_count(60)


def test_a_long_table_is_printed_whole(go: Callable[..., Page]) -> None:
    page = go("long/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("tbody tr:visible")).to_have_count(130)


def test_an_empty_search_says_how_to_search(go: Callable[..., Page]) -> None:
    page = go("search/")
    expect(page.locator(".pf-results")).to_contain_text("可以这样找")
    expect(page.locator(".pf-results")).not_to_contain_text("没有")


def test_the_entry_of_this_page_is_in_view_in_the_menu(chromium: Browser, site: str) -> None:
    phone = chromium.new_context(base_url=site, viewport={"width": 390, "height": 844})
    page = phone.new_page()
    page.goto("menu/")
    expect(page.locator(".pf-nav [aria-current]")).to_be_in_viewport(ratio=1)
    phone.close()


def test_results_invented_for_teaching_say_so(go: Callable[..., Page]) -> None:
    page = go("search/?q=未批先建")
    expect(page.locator(".pf-hits li").first.locator(".pf-badge--sample")).to_have_text("示例")
    page.goto("search/?q=夜间施工")
    expect(page.locator(".pf-hits li").first).to_contain_text("夜间施工")
    expect(page.locator(".pf-hits .pf-badge--sample")).to_have_count(0)


def test_a_long_list_loads_its_other_rows_when_it_is_asked(go: Callable[..., Page]) -> None:
    page = go("rest/")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    rows = page.locator("tbody tr")
    expect(page.locator(".pf-count")).to_have_text("共 300 行")
    assert 10 < rows.count() < 60
    expect(rows.locator("visible=true")).to_have_count(rows.count())
    expect(page.get_by_role("link", name="全部 300 行，分 2 页")).to_be_visible()
    expect(page.get_by_label("专题").locator("option")).to_have_text(["专题：全部", "气（100）", "水（300）"])
    assert asked == []
    page.get_by_label("专题").select_option("气")
    expect(page.locator(".pf-count")).to_have_text("显示 100 行，共 300 行")
    assert [url.rpartition("/")[2] for url in asked] == ["rest.json"]
    expect(rows).to_have_count(300)
    expect(page.locator(".pf-rest")).to_have_count(0)
    page.get_by_label("专题").select_option("")
    page.get_by_label("在本表中查找").fill("第299号")
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    assert len(asked) == 1


@pytest.mark.parametrize("way", ["sort", "more", "find", "address"])
def test_every_way_into_a_long_list_reaches_its_last_row(go: Callable[..., Page], way: str) -> None:
    page = go("rest/?find=第299号" if way == "address" else "rest/")
    if way == "sort":
        page.locator(".pf-sort").click()
    elif way == "find":
        page.get_by_label("在本表中查找").fill("299")
    elif way == "more":
        first = page.locator("tbody tr").count()
        for shown in (first + 60, first + 120, first + 180, first + 240, 300):
            page.locator(".pf-more-rows").click()
            expect(page.locator("tbody tr:visible")).to_have_count(shown)
    expect(page.locator("#z299")).to_be_visible()


def test_an_address_of_a_row_that_is_not_there_yet_shows_it(go: Callable[..., Page]) -> None:
    page = go("rest/#z250")
    row = page.locator("tr#z250")
    expect(row).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("第250号")
    page.evaluate("location.hash = '#z260'")
    expect(page.locator("tr#z260")).to_be_in_viewport()


def test_a_long_list_is_printed_whole(go: Callable[..., Page]) -> None:
    page = go("rest/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("tbody tr:not([hidden])")).to_have_count(300)


def test_without_scripts_a_long_list_leads_to_its_other_rows(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("rest/#z250")
    page.locator("#z250").click()
    assert page.url.endswith("/lists/rest/2/#z250")
    expect(page.locator("tbody tr")).to_have_count(58)
    page.locator("tr#z250 a").click()
    page.get_by_role("link", name="长表", exact=True).click()
    assert page.url.endswith("/rest/")
    context.close()
