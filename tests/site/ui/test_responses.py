"""Questions that are not answered by choosing: blanks, pairs, order, cases; in practice and in an exam."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def fill(page: Page, first: str, second: str) -> None:
    page.get_by_label("第 1 空").fill(first)
    page.get_by_label("第 2 空").fill(second)


def pair(page: Page, *letters: str) -> None:
    for place, letter in enumerate(letters):
        page.locator(".pf-pair__select").nth(place).select_option(index=1 + "ABCD".index(letter))


def test_blanks_take_any_writing_of_the_figure(go: Callable[..., Page]) -> None:
    page = go("practice/others/")
    expect(page.get_by_role("button", name="确定")).to_be_disabled()
    fill(page, "二十万元", "30天")
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".pf-verdict")).to_contain_text("答对了")
    expect(page.locator(".pf-part--right")).to_have_count(2)


def test_a_blank_half_right_says_which_part(go: Callable[..., Page]) -> None:
    page = go("practice/others/")
    fill(page, "200000元", "7日")
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".pf-verdict")).to_contain_text("对了一部分2 处对 1 处")
    expect(page.locator(".pf-part--wrong")).to_contain_text("7日不对，应是 30日")


def test_pairs_are_chosen_by_letter_and_keep_the_focus(go: Callable[..., Page]) -> None:
    page = go("practice/others/#q2")
    expect(page.locator(".pf-pair__options > li")).to_have_count(4)
    page.locator(".pf-pair__select").first.focus()
    pair(page, "B")
    expect(page.locator(".pf-pair__select").first).to_be_focused()
    pair(page, "B", "A", "D")
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".pf-verdict")).to_contain_text("3 处对 2 处")
    expect(page.locator(".pf-part--wrong")).to_contain_text("教育局")


def test_steps_are_put_in_order_by_keyboard(go: Callable[..., Page]) -> None:
    page = go("practice/others/#q3")
    for name in ("决定", "立案"):
        page.get_by_role("button", name=name).press("Enter")
    page.get_by_role("button", name="决定").press("Enter")
    expect(page.get_by_role("button", name=re.compile("排在第 1：\\s*立案"))).to_have_count(1)
    page.get_by_role("button", name="告知").press("Enter")
    page.get_by_role("button", name="决定").press("Enter")
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".pf-verdict")).to_contain_text("答对了")
    expect(page.locator("ol.pf-parts > li").first).to_have_text("立案")


def test_a_case_shows_its_facts_and_then_the_points(go: Callable[..., Page]) -> None:
    page = go("practice/others/#q4")
    expect(page.locator(".pf-stage .pf-facts-of-case")).to_have_text("夜里排的。")
    expect(page.locator(".pf-stage .pf-steps")).to_contain_text("怎么办？（2 分）")
    page.get_by_role("button", name="看参考答案").click()
    expect(page.locator(".pf-stage .pf-model")).to_contain_text("责令改正2 分")
    page.get_by_role("button", name="我答对了").click()
    expect(page.locator(".pf-verdict")).to_have_count(0)


def test_an_exam_marks_them_by_parts_and_keeps_them_over_a_reload(go: Callable[..., Page]) -> None:
    page = go("exams/o/")
    page.get_by_role("button", name="开始答题").click()
    fill(page, "20万元", "3日")
    page.get_by_role("button", name="下一题").click()
    pair(page, "B", "A", "C")
    page.reload()
    expect(page.locator(".pf-pair__select").nth(2)).to_have_value("2")
    page.get_by_role("button", name="下一题").click()
    page.get_by_role("button", name="立案").click()
    page.get_by_role("button", name="交卷").first.click()
    page.get_by_role("dialog").get_by_role("button", name="交卷").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("4.5 / 9 分")
    page.locator(".pf-sum__wrong summary").first.click()
    expect(page.locator(".pf-sum__wrong > li").first).to_contain_text("3日")
