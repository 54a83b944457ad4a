"""Practice and what the browser remembers of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_question_is_answered_by_keys_and_says_why(go: Callable[..., Page]) -> None:
    page = go("practice/t/")
    expect(page.locator(".pf-items")).to_be_hidden()
    expect(page.locator(".pf-q__stem")).to_contain_text("谁来查？")
    page.keyboard.press("1")
    expect(page.locator(".pf-verdict")).to_have_text("✗答错了正确答案是 B")
    expect(page.locator("pufa-quiz > [aria-live]")).to_have_text("答错了，正确答案是 B")
    expect(page.locator(".pf-opt--wrong")).to_contain_text("你选的，不对")
    expect(page.locator(".pf-opt--right")).to_contain_text("乙管这个。")
    expect(page.locator(".pf-explain")).to_contain_text("因为第1条这样规定。")
    expect(page.locator(".pf-explain a")).to_have_attribute("href", "../../regulations/l/#a1")
    page.keyboard.press("2")
    expect(page.locator(".pf-verdict")).to_contain_text("答错了")
    page.keyboard.press("Enter")
    expect(page.locator(".pf-q__stem")).to_be_focused()
    expect(page.locator(".pf-q__stem")).to_contain_text("哪些要报？")
    label = page.locator(".pf-dots").get_attribute("aria-label")
    assert label == "进度：答了 1 题，对 0 题，错 1 题，共 3 题"


def test_several_options_are_settled_together_and_the_end_offers_the_wrong_ones(go: Callable[..., Page]) -> None:
    page = go("practice/t/")
    page.get_by_role("button", name="甲部门").click()
    page.get_by_role("button", name="下一题").click()
    expect(page.get_by_role("button", name="确定")).to_be_disabled()
    page.keyboard.press("b")
    page.keyboard.press("A")
    expect(page.locator(".pf-opt[aria-pressed=true]")).to_have_count(2)
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".pf-verdict")).to_contain_text("答对了")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="错误").click()
    expect(page.locator(".pf-verdict")).to_contain_text("答对了")
    page.get_by_role("button", name="看结果").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("2 / 3 题答对")
    expect(page.locator(".pf-sum__wrong > li")).to_have_count(1)
    page.get_by_role("button", name="只练错题").click()
    expect(page.locator(".pf-stage__where")).to_have_text("第 1 题，共 1 题")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(page.locator(".pf-sum__title")).to_contain_text("1 / 1 题答对")
    page.get_by_role("button", name="再练一遍").click()
    expect(page.locator(".pf-stage__where")).to_have_text("第 1 题，共 3 题")


def test_too_few_options_are_called_too_few(go: Callable[..., Page]) -> None:
    page = go("practice/t/#q2")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".pf-verdict")).to_contain_text("少选了")


def test_what_cannot_be_marked_is_judged_by_the_learner(go: Callable[..., Page]) -> None:
    page = go("practice/case/")
    expect(page.locator(".pf-explain")).to_have_count(0)
    page.get_by_role("button", name="看参考答案").click()
    expect(page.locator(".pf-explain")).to_contain_text("因为第4条这样规定。")
    page.get_by_role("button", name="我答错了").click()
    page.get_by_role("button", name="看结果").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("0 / 1 题答对")


def test_the_list_is_a_click_away(go: Callable[..., Page]) -> None:
    page = go("practice/t/")
    page.get_by_role("button", name="全部题目").click()
    expect(page.locator(".pf-item")).to_have_count(3)
    expect(page.locator(".pf-items")).to_be_visible()
    expect(page.locator(".pf-q")).to_have_count(0)
    page.get_by_role("button", name="逐题练习").click()
    expect(page.locator(".pf-q")).to_be_visible()


def test_practice_goes_on_where_it_stopped(go: Callable[..., Page]) -> None:
    page = go("practice/t/")
    page.keyboard.press("1")
    page.reload()
    expect(page.locator(".pf-q__stem")).to_contain_text("哪些要报？")
    page.get_by_role("button", name="从头开始").click()
    expect(page.locator(".pf-q__stem")).to_contain_text("谁来查？")


def test_keys_are_left_alone_where_text_is_typed_and_where_they_are_switched_off(go: Callable[..., Page]) -> None:
    page = go("practice/t/")
    page.locator("#pf-q").press("1")
    expect(page.locator(".pf-verdict")).to_have_count(0)
    page.get_by_role("button", name="字号与显示设置").click()
    page.get_by_label("键盘快捷键").uncheck()
    page.keyboard.press("Escape")
    page.locator(".pf-opt").first.focus()
    page.keyboard.press("1")
    expect(page.locator(".pf-verdict")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".pf-verdict")).to_have_count(1)


def test_wrong_answers_are_reviewed_exported_cleared_and_imported(go: Callable[..., Page], tmp_path: Path) -> None:
    page = go("practice/t/")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    page.goto("practice/")
    numbers = page.locator(".pf-memory__numbers b")
    expect(numbers).to_have_text(["1", "1", "0"])
    with page.expect_download() as download:
        page.get_by_role("button", name="导出进度文件").click()
    saved = tmp_path / "memory.json"
    download.value.save_as(saved)
    page.get_by_role("button", name="清空").click()
    page.get_by_role("dialog").get_by_role("button", name="清空").click()
    expect(numbers).to_have_text(["0", "0", "0"])
    page.locator("input[type=file]").set_input_files(saved)
    expect(numbers).to_have_text(["1", "1", "0"])
    expect(page.get_by_role("link", name="练全部错题（1）")).to_have_attribute(
        "href", re.compile(r"/drill/\?only=wrong$")
    )
    page.get_by_text("错题本（1）").click()
    expect(page.locator(".pf-memory .pf-rows > li")).to_have_text("谁来查？答了 1 次，错 1 次")


def test_a_missed_question_is_due_the_next_day(go: Callable[..., Page]) -> None:
    page = go("practice/t/")
    page.keyboard.press("1")
    page.clock.install(time=page.evaluate("Date.now() + 25 * 3600 * 1000"))
    page.goto("practice/")
    expect(page.get_by_role("link", name="复习今天的 1 题")).to_be_visible()


def test_answers_given_in_two_tabs_at_the_same_moment_are_both_remembered(go: Callable[..., Page]) -> None:
    """The other tab writes what it knew before this one answered."""
    one, two = go("practice/t/"), go("practice/t/")
    one.keyboard.press("1")
    before = "() => localStorage.getItem('pufa.memory')"
    known = one.wait_for_function(before).json_value()
    one.keyboard.press("Enter")
    one.keyboard.press("1")
    one.keyboard.press("Enter")
    two.evaluate("(known) => localStorage.setItem('pufa.memory', known)", known)
    two.wait_for_function("() => Object.keys(JSON.parse(localStorage.getItem('pufa.memory')).items).length === 2")
    two.goto("practice/")
    two.get_by_role("button", name="清空").click()
    two.get_by_role("dialog").get_by_role("button", name="清空").click()
    expect(two.locator(".pf-memory__numbers b")).to_have_text(["0", "0", "0"])
    one.wait_for_function("() => localStorage.getItem('pufa.memory') === null")


def test_a_file_that_is_no_memory_is_refused(go: Callable[..., Page], tmp_path: Path) -> None:
    page = go("practice/")
    (tmp_path / "x.json").write_text('{"format": "other"}', encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "x.json")
    expect(page.locator("pufa-memory > [role=status]")).to_contain_text("不是本站导出的进度文件")
