"""A paper: sat, interrupted, handed in, marked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_paper_is_sat_handed_in_and_marked(go: Callable[..., Page]) -> None:
    page = go("exams/e/")
    expect(page.locator(".pf-exam-section").first).to_be_hidden()
    expect(page.locator(".pf-exam__start")).to_contain_text("少选得一半分")
    page.get_by_role("button", name="开始答题").click()
    page.keyboard.press("2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("1")
    page.get_by_role("button", name="标记").click()
    expect(page.get_by_role("button", name="第 1 题，已答")).to_be_visible()
    expect(page.get_by_role("button", name="第 2 题，已答，已标记")).to_have_attribute("aria-current", "true")
    expect(page.locator(".pf-verdict")).to_have_count(0)
    page.get_by_role("button", name="交卷").click()
    expect(page.get_by_role("dialog")).to_contain_text("还有 1 题没有作答（第 3 题）")
    page.get_by_role("dialog").get_by_role("button", name="返回").click()
    page.get_by_role("button", name="第 3 题，未答").click()
    page.keyboard.press("1")
    page.get_by_role("button", name="交卷").click()
    page.get_by_role("dialog").get_by_role("button", name="交卷").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("3.5 / 6 分✓ 及格答对 1 题")
    expect(page.locator(".pf-profile__name")).to_have_text(["噪声", "大气", "水污染"])
    expect(page.locator(".pf-profile__text").last).to_have_text("2 题对 1 题，得分率 70%")
    expect(page.locator(".pf-sum__wrong > li:visible")).to_have_count(2)
    page.locator(".pf-sum__wrong > li:visible summary").first.click()
    expect(page.locator(".pf-sum__wrong > li:visible").first).to_contain_text("少选了正确答案是 AB")
    page.get_by_label("只看没有得满分的题").uncheck()
    expect(page.locator(".pf-sum__wrong > li:visible")).to_have_count(3)
    page.goto("practice/")
    expect(page.locator(".pf-memory__numbers b")).to_have_text(["3", "2", "0"])


def test_a_paper_survives_a_reload_and_ends_with_its_time(go: Callable[..., Page]) -> None:
    page = go("exams/e/")
    page.clock.install(time="2026-11-24T09:00:00")
    page.clock.pause_at("2026-11-24T09:00:10")  # from here on only the test moves it
    page.reload()
    page.get_by_role("button", name="开始答题").click()
    page.keyboard.press("2")
    page.clock.run_for(60_000)
    page.reload()
    expect(page.locator(".pf-clock")).to_have_text("29:00")
    expect(page.get_by_role("button", name="第 1 题，已答")).to_be_visible()
    page.clock.run_for(29 * 60_000)
    expect(page.locator(".pf-note")).to_contain_text("时间到")
    expect(page.locator(".pf-sum__title")).to_contain_text("2 / 6 分✗ 没有及格")


def test_a_paper_can_be_sat_without_a_limit(go: Callable[..., Page]) -> None:
    page = go("exams/e/")
    page.get_by_label("不限时").check()
    page.get_by_role("button", name="开始答题").click()
    expect(page.locator(".pf-clock")).to_have_text("不限时")


def test_what_cannot_be_marked_is_left_out_of_the_points_and_says_so(go: Callable[..., Page]) -> None:
    page = go("exams/c/")
    page.get_by_role("button", name="开始答题").click()
    page.keyboard.press("2")
    page.get_by_role("button", name="下一题").click()
    page.get_by_label("你的答案").fill("责令改正 <b>")
    page.reload()
    expect(page.get_by_label("你的答案")).to_have_value("责令改正 <b>")
    page.get_by_role("button", name="交卷").click()
    page.get_by_role("dialog").get_by_role("button", name="交卷").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("2 / 2 分")
    expect(page.locator(".pf-note")).to_contain_text("有 1 题（共 10 分）要对照参考答案自己评分")
    page.locator(".pf-sum__wrong > li:visible summary").first.click()
    expect(page.locator(".pf-own")).to_have_text("你的答案：责令改正 <b>")
