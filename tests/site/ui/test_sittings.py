"""A sitting in several tabs, over a rebuilt bank, and where the browser keeps nothing."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.ui._core import run

pytestmark = pytest.mark.browser

FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
KEY = "pufa.exam.e-1"


def start(page: Page) -> None:
    page.get_by_role("button", name="开始答题").click()


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="交卷").first.click()
    page.get_by_role("dialog").get_by_role("button", name="交卷").click()


def test_a_sitting_keeps_answers_flags_and_time(core: Page) -> None:
    body = """
      let s = m.sit(90, 1000, "digest");
      s = m.give(s, "a", [1], 1001); s = m.give(s, "b", [0], 1002); s = m.give(s, "b", [], 1003);
      s = m.give(s, "c", ["", "B"], 1004, true);
      s = m.toggleFlag(m.toggleFlag(m.toggleFlag(s, "b", 1), "a", 2), "b", 3);
      const back = m.fromStorage(JSON.parse(JSON.stringify(s)), ["a", "b", "c"]);
      return [m.isSame(back, s), m.givenIn(back), ["a", "b"].map((id) => m.isFlagged(back, id)), m.unanswered(s, ["a", "b", "c"]),
        m.secondsLeft(s, 1000), m.secondsLeft(s, 1e12), m.secondsLeft(m.sit(null, 0), 5), m.clock(5400), m.clock(65)];"""
    assert run(core, "exam", body) == [
        True,
        {"a": [1], "c": ["", "B"]},
        [True, False],
        [1],
        5400,
        0,
        None,
        "90:00",
        "1:05",
    ]


def test_a_sitting_of_the_version_before_goes_on(core: Page) -> None:
    body = """
      const old = { at: 1, ends: null, answers: { a: [1], b: "字" }, flags: ["b"] };
      const found = m.fromStorage(old, ["a", "b"]);
      return [found.at, m.givenIn(found), m.isFlagged(found, "b"), m.givenIn(m.give(found, "a", [0], 5))];"""
    assert run(core, "exam", body) == [1, {"a": [1], "b": "字"}, True, {"a": [0], "b": "字"}]


WHOLE = {"begun": 1, "ends": None, "paper": "", "at": 0, "answers": {}, "flags": {}, "done": None}
PART = {"given": [1], "rev": 1, "when": 1}


@pytest.mark.parametrize(
    "bad",
    [
        None,
        "x",
        [],
        {},
        {**WHOLE, "begun": "1"},
        {**WHOLE, "ends": "soon"},
        {**WHOLE, "at": 1},
        {**WHOLE, "flags": ["a"]},
        {**WHOLE, "flags": {"a": {"on": 1, "rev": 1, "when": 1}}},
        {**WHOLE, "answers": {"z": {"split": False, "parts": [PART]}}},
        {**WHOLE, "answers": {"a": {"split": False, "parts": []}}},
        {**WHOLE, "answers": {"a": {"split": False, "parts": [{**PART, "given": {"x": 1}}]}}},
        {**WHOLE, "answers": {"a": {"split": False, "parts": [{**PART, "rev": "1"}]}}},
    ],
)
def test_what_is_no_sitting_is_not_taken_for_one(core: Page, bad: Any) -> None:
    assert run(core, "exam", 'return m.fromStorage(x, ["a"]);', bad) is None
    good = {**WHOLE, "answers": {"a": {"split": False, "parts": [PART]}}}
    assert run(core, "exam", 'return m.fromStorage(x, ["a"]);', good) == good


#: What tabs do: who, what, to which question, with which part or place.
ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["give", "part", "flag", "done", "tell"]), st.sampled_from("ab"), st.integers(0, 2)),
    max_size=25,
)  # fmt: skip
TABS = """
  const [acts, orders] = x;
  let tabs = [0, 1, 2].map(() => m.sit(60, 1000, "p"));
  const last = {};
  acts.forEach(([tab, act, id, place], at) => {
    const now = 2000 + at;
    const one = tabs[tab];
    if (act === "tell") tabs[place] = m.merge(tabs[place], one);
    else if (one.done !== null) return;
    else if (act === "done") tabs[tab] = m.handIn(one, now);
    else if (act === "give") tabs[tab] = m.give(one, id, [place], now);
    else if (act === "part") {
      const given = m.givenIn(one)["s" + id] ?? ["", "", ""];
      tabs[tab] = m.give(one, "s" + id, given.with(place, String.fromCharCode(65 + at % 4)), now, true);
    } else tabs[tab] = m.toggleFlag(one, id, now);
  });
  const merged = orders.map((order) => order.map((at) => tabs[at]).reduce((a, b) => m.merge(a, b)));
  const [first] = merged;
  return {
    agree: merged.every((one) => m.isSame(one, first)),
    still: m.isSame(m.merge(first, first), first) && tabs.every((tab) => m.isSame(m.merge(first, tab), first)),
    done: tabs.some((tab) => tab.done !== null) === (first.done !== null),
    kept: first.done !== null || tabs.every((tab) => Object.keys(m.givenIn(tab)).every((id) => id in m.givenIn(first))),
  };"""
ORDERS = [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1]]


@settings(max_examples=60)
@given(ACTS)
def test_tabs_come_to_the_same_in_whatever_order_they_hear_of_each_other(
    core: Page, acts: list[tuple[int, str, str, int]]
) -> None:
    found = run(core, "exam", TABS, [acts, ORDERS])
    assert found == {"agree": True, "still": True, "done": True, "kept": True}, acts


def test_two_tabs_fill_one_paper_and_a_finished_one_stays_finished(go: Callable[..., Page]) -> None:
    one = go("exams/e/")
    start(one)
    two = go("exams/e/")
    expect(two.locator(".pf-clock")).not_to_be_empty()
    one.keyboard.press("2")
    two.get_by_role("button", name="第 2 题，未答").click()
    two.keyboard.press("1")
    two.keyboard.press("2")
    two.get_by_role("button", name="标记").click()
    for page in (one, two):
        expect(page.get_by_role("button", name="第 1 题，已答")).to_be_visible()
        expect(page.get_by_role("button", name="第 2 题，已答，已标记")).to_be_visible()
    stale = one.evaluate(f"localStorage.getItem('{KEY}')")
    hand_in(two)
    for page in (one, two):
        expect(page.locator(".pf-sum__title")).to_contain_text("5 / 6 分")
    expect(one.locator(".pf-outcome > .pf-note")).to_contain_text("另一个标签页交卷")
    three = go("")  # a tab that slept through it writes what it knew
    three.evaluate("(old) => localStorage.setItem(old[0], old[1])", [KEY, stale])
    one.wait_for_function(f"() => JSON.parse(localStorage.getItem('{KEY}')).done !== null")
    one.reload()
    expect(one.locator(".pf-sum__title")).to_contain_text("5 / 6 分")
    tries = "Object.values(JSON.parse(localStorage.getItem('pufa.memory')).items).map((item) => item.tries)"
    one.wait_for_function(f"JSON.stringify({tries}) === '[1,1]'")
    one.get_by_role("button", name="再考一次").click()
    start(one)
    expect(two.get_by_role("button", name="第 1 题，未答")).to_be_visible()


def test_parts_of_one_question_answered_in_two_tabs_are_all_kept(go: Callable[..., Page]) -> None:
    one = go("exams/o/")
    start(one)
    two = go("exams/o/")
    one.get_by_label("第 1 空").fill("20万元")
    expect(two.get_by_label("第 1 空")).to_have_value("20万元")
    two.get_by_label("第 2 空").fill("30日")
    expect(one.get_by_label("第 2 空")).to_have_value("30日")


def test_a_browser_that_keeps_nothing_says_so_and_the_paper_goes_on_from_a_file(
    chromium: Browser, context: BrowserContext, go: Callable[..., Page], site: str, tmp_path: Path
) -> None:
    refusing = chromium.new_context(base_url=site)
    refusing.add_init_script(FULL)
    page = refusing.new_page()
    page.goto("exams/e/")
    expect(page.locator(".pf-exam__start [role=alert]")).to_contain_text("浏览器不让保存")
    expect(page.locator(".pf-exam__start")).not_to_contain_text("答案和时间都保留")
    start(page)
    expect(page.locator(".pf-exam__notes")).to_contain_text("浏览器不让保存")
    page.keyboard.press("2")
    with page.expect_download() as download:
        page.get_by_role("button", name="现在存成答卷文件").click()
    saved = tmp_path / "sitting.json"
    download.value.save_as(saved)
    refusing.close()
    again = go("exams/e/")
    expect(again.locator(".pf-exam__start")).to_contain_text("答案和时间都保留")
    again.locator("input[type=file]").set_input_files(saved)
    expect(again.get_by_role("button", name="第 1 题，已答")).to_be_visible()
    expect(again.locator(".pf-clock")).to_contain_text(re.compile(r"^(30:00|29:)"))
    again.reload()
    expect(again.get_by_role("button", name="第 1 题，已答")).to_be_visible()
    other = go("exams/o/")
    other.locator("input[type=file]").set_input_files(saved)
    expect(other.locator(".pf-exam__notes")).to_contain_text("这是另一份卷")


def test_storage_that_fills_up_on_the_way_is_told_at_once(go: Callable[..., Page]) -> None:
    page = go("exams/e/")
    start(page)
    page.evaluate(f"() => {{ {FULL} }}")
    page.keyboard.press("2")
    expect(page.locator(".pf-exam__notes")).to_contain_text("浏览器不让保存")
    expect(page.get_by_role("button", name="第 1 题，已答")).to_be_visible()


def test_a_file_that_is_no_sitting_is_refused_and_brings_no_script(go: Callable[..., Page], tmp_path: Path) -> None:
    page = go("exams/e/")
    start(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="存成答卷文件").click()
    good = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    page.evaluate("localStorage.clear()")
    page.reload()
    evil = json.loads(json.dumps(good))
    evil["paper"]["sections"][0]["items"][0].append(
        ["img", {"src": "x", "onerror": "document.title = 'evil'"}, ["a", {"href": "javascript:alert(1)", "onclick": "1"}, "点我"]]
    )  # fmt: skip
    said = page.locator(".pf-exam__notes")
    for text, words in [
        ("{", "读不出来"),
        ('{"format": "other"}', "不是答卷文件"),
        (json.dumps({**good, "version": 9}), "别的版本"),
        (json.dumps({**good, "left": -1}), "不完整"),
        (json.dumps({**good, "paper": {**good["paper"], "sections": [{"points": 1, "heading": [], "items": [["li", {"class": "pf-item"}]]}]}}), "不完整"),
    ]:  # fmt: skip
        (tmp_path / "x.json").write_text(text, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(tmp_path / "x.json")
        expect(said).to_contain_text(words)
    (tmp_path / "evil.json").write_text(json.dumps(evil), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "evil.json")
    expect(page.locator(".pf-q__stem")).to_contain_text("谁来查？")
    assert page.locator(".pf-stage img, .pf-stage [onclick], .pf-stage a[href^=javascript]").count() == 0
    assert page.title() == "t"


def test_a_rebuilt_bank_leaves_a_running_exam_as_it_was_begun(go: Callable[..., Page]) -> None:
    page = go("exams/e/")
    start(page)
    page.keyboard.press("2")

    def rebuilt(route: Any) -> None:
        text = route.fetch().text().replace("谁来查？", "新题：谁来管？").replace("single/1", "single/9")
        route.fulfill(body=text.replace("乙部门", "丁部门"), content_type="text/html")

    page.route("**/exams/e/", rebuilt)
    page.reload()
    expect(page.locator(".pf-q__stem")).to_contain_text("谁来查？")
    expect(page.locator(".pf-exam__notes")).to_contain_text("仍按开始时的卷")
    expect(page.get_by_role("button", name="第 1 题，已答")).to_be_visible()
    hand_in(page)
    expect(page.locator(".pf-sum__title")).to_contain_text("2 / 6 分")
    page.get_by_role("button", name="再考一次").click()
    start(page)
    expect(page.locator(".pf-q__stem")).to_contain_text("新题：谁来管？")
    page.evaluate(f"localStorage.removeItem('{KEY}.paper')")
    page.unroute("**/exams/e/")
    page.reload()
    expect(page.locator(".pf-exam__notes")).to_contain_text("原来的卷没有留下")


def test_a_certificate_bears_the_name_and_keeps_it_nowhere(go: Callable[..., Page]) -> None:
    page = go("exams/e/")
    start(page)
    page.keyboard.press("2")
    page.get_by_role("button", name="第 2 题，未答").click()
    page.keyboard.press("1")
    page.keyboard.press("2")
    hand_in(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("() => { window.print = () => { window.sheet = document.querySelector('.pf-cert').innerText; }; }")
    page.locator(".pf-cert-form summary").click()
    page.get_by_label("姓名").fill("张三 <b>")
    page.get_by_role("button", name="打印合格证书").click()
    sheet = page.wait_for_function("window.sheet").json_value()
    assert "张三 <b>" in sheet
    assert "得 5 分，满分 6 分" in sheet
    expect(page.locator(".pf-cert")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".pf-cert")).to_be_visible()
    expect(page.locator("pufa-exam")).to_be_hidden()  # the sheet is alone on the paper
    assert "张三" not in page.evaluate("JSON.stringify(localStorage) + location.href")
    assert asked == []
