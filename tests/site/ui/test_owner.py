"""The owner's page in a browser: narrowed by what one does, ticks that stay, the report of gaps, and on paper."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.exports.ical import ics_of
from generator.kinds.industry import Industry
from generator.library import Library
from generator.site.reminders import days_of, read_checklist, reminders
from tests.browser import serve
from tests.site.ui._core import run

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
GUIDE = "guides/fishing-ponds/"


@pytest.fixture
def phone(chromium: Browser, mini_site: Path) -> Iterator[BrowserContext]:
    """A phone that is told of every request to another host."""
    with serve(mini_site) as address:
        opened = chromium.new_context(base_url=address, viewport=PHONE)
        strange: list[str] = []
        opened.on("request", lambda request: strange.append(request.url) if not request.url.startswith((address, "blob:", "data:")) else None)  # fmt: skip
        yield opened
        opened.close()
    assert strange == []


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    opened = phone.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.goto(GUIDE)
    opened.wait_for_selector(".pf-ticks")
    yield opened
    assert faults == []


def test_the_first_duty_stands_on_the_first_screen_with_its_price(page: Page) -> None:
    duty = page.locator(".pf-duty").first
    box = duty.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]
    expect(duty.locator(".pf-duty__cost")).to_contain_text("最高 20万元")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_choice_narrows_the_list_and_stays_in_the_link_and_on_the_device(page: Page, phone: BrowserContext) -> None:
    expect(page.locator(".pf-duty:visible")).to_have_count(4)
    page.get_by_label("放船").check()
    expect(page.locator(".pf-duty:visible")).to_have_count(2)
    expect(page.locator("[data-count=now]")).to_have_text("2")
    assert page.url.endswith("?activities=boating")
    again = phone.new_page()
    again.goto(GUIDE)
    expect(again.get_by_label("放船")).to_be_checked()
    expect(again.locator(".pf-duty:visible")).to_have_count(2)
    again.get_by_role("button", name="全部不选").click()
    expect(again.locator(".pf-duty:visible")).to_have_count(4)
    linked = phone.new_page()
    linked.goto(f"{GUIDE}?activities=pumping.nonsense")
    expect(linked.locator(".pf-duty:visible")).to_have_count(3)


def test_without_scripts_the_page_is_the_whole_list(chromium: Browser, mini_site: Path) -> None:
    with serve(mini_site) as address:
        context = chromium.new_context(java_script_enabled=False, viewport=PHONE)
        opened = context.new_page()
        opened.goto(address + GUIDE)
        expect(opened.locator(".pf-duty:visible")).to_have_count(4)
        context.close()


def test_a_tick_stays_with_day_person_and_note(page: Page) -> None:
    duty = page.locator("#duty-register-first")
    duty.get_by_role("checkbox", name="做好了：取水以前先登记").check()
    duty.get_by_text("记一笔").click()
    duty.get_by_label("谁办的").fill("老张")
    duty.get_by_label("备注").fill("回执在抽屉里")
    duty.get_by_label("照片名").fill("IMG_1.jpg")
    duty.get_by_label("照片名").blur()
    page.reload()
    expect(page.locator("#duty-register-first input[type=checkbox]")).to_be_checked()
    expect(page.locator("#duty-register-first .pf-notes__line")).to_contain_text("老张 · 回执在抽屉里 · 照片 IMG_1.jpg")
    expect(page.locator(".pf-ticks__count span")).to_have_text("已做 1／4")


def test_the_self_test_reports_gaps_with_the_duty_behind_them(page: Page) -> None:
    page.locator("#checklist > summary").click()
    page.get_by_role("radiogroup", name="登记了没有").get_by_role("radio", name="没做到").check()
    page.get_by_role("radiogroup", name="水表好不好").get_by_role("radio", name="做到了").check()
    report = page.locator(".pf-report")
    expect(report).to_contain_text("做到 1，没做到 1")
    expect(report.locator("a")).to_have_attribute("href", "#duty-register-first")
    expect(report).to_contain_text("最高 20万元")
    page.reload()
    page.locator("#checklist > summary").click()
    expect(page.locator(".pf-report h3")).to_have_text("1 个缺口，先补这些")


def test_two_tabs_lose_no_tick(page: Page, phone: BrowserContext) -> None:
    other = phone.new_page()
    other.goto(GUIDE)
    page.locator("#duty-register-first input[type=checkbox]").check()
    other.locator("#duty-log-water input[type=checkbox]").check()
    page.reload()
    expect(page.locator(".pf-ticks__count span")).to_have_text("已做 2／4")


def test_the_list_goes_out_to_a_file_and_in_again(page: Page, chromium: Browser, tmp_path: Path) -> None:
    page.locator("#duty-register-first input[type=checkbox]").check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出清单").click()
    file = tmp_path / "list.json"
    saved.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["ticks"]["fishing-ponds"]["duty/register-first"]["state"] == "done"  # fmt: skip
    fresh = chromium.new_page()
    fresh.goto(page.url)
    fresh.get_by_label("导入清单").set_input_files(file)
    expect(fresh.locator("#duty-register-first input[type=checkbox]")).to_be_checked()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]", encoding="utf-8")
    fresh.get_by_label("导入清单").set_input_files(wrong)
    expect(fresh.get_by_text("这不是清单文件：请选用本页")).to_be_visible()
    fresh.close()


def test_storage_that_refuses_is_told_at_once(page: Page) -> None:
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    page.locator("#duty-register-first input[type=checkbox]").check()
    expect(page.get_by_text("浏览器不让保存，关掉页面就没有了")).to_be_visible()


def test_on_paper_all_stands_open_with_lines_to_sign(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_text("负责人（签名）")).to_be_visible()
    expect(page.locator(".pf-duty:visible")).to_have_count(4)
    expect(page.locator(".pf-choose")).to_be_hidden()


def test_in_the_dark_paper_is_white(page: Page) -> None:
    ink = "getComputedStyle(document.querySelector('h1')).color.match(/\\d+/g).map(Number)"
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.wait_for_function(f"Math.min(...{ink}) > 200")
    page.emulate_media(color_scheme="dark", media="print")
    page.wait_for_function(f"Math.max(...{ink}) < 60")  # the page hears of paper some time after the browser was told
    expect(page.locator(".pf-tick input").first).to_have_css("color-scheme", "light")


def test_a_fold_that_holds_all_that_is_left_says_no_more(core: Page) -> None:
    duty = '<li class="pf-duty" data-tick="{0}" data-title="{0}" data-activities="{0}" data-cost="15000"></li>'
    core.evaluate(
        """async (duties) => { await import("/js/ui/owner.js");
          document.body.innerHTML = `<pufa-owner data-guide="g" data-title="船家"><form class="pf-choose">
            <label><input type="checkbox" name="activities" value="second">租船</label></form>
            <p class="pf-sum"><b data-dearest></b></p><section data-part="now"><ul>${duties[0]}</ul>
            <details><summary><span data-besides>还有 </span><span data-rest>1</span> 件</summary><ul>${duties[1]}</ul></details>
            <p data-none hidden></p></section></pufa-owner>`; }""",
        [duty.format("first"), duty.format("second")],
    )
    fold = core.locator("details:has([data-rest])")
    summary = fold.locator("> summary")
    expect(summary).to_have_text("还有 1 件")
    expect(core.locator("[data-dearest]")).to_have_text("1.5万元")
    core.get_by_label("租船").check()
    expect(summary.locator("[data-besides]")).to_be_hidden()
    expect(fold).to_have_attribute("open", "")


def test_which_duties_are_left(core: Page) -> None:
    body = "return x.map(([when, chosen]) => m.fits(when, chosen));"
    both = {"activities": ["a", "b"], "places": ["p"]}
    cases: list[Any] = [[{}, {"activities": ["a"]}], [both, {}], [both, {"activities": ["b"]}], [both, {"activities": ["c"]}],
                        [both, {"activities": ["a"], "places": ["q"]}], [both, {"activities": ["a"], "places": ["p", "q"]}]]  # fmt: skip
    assert run(core, "owner", body, cases) == [True, True, True, False, False, True]


def test_a_choice_survives_the_link_and_strange_ones_are_dropped(core: Page) -> None:
    body = "return [m.toLink(x.chosen), m.readChoice('?' + m.toLink(x.chosen), x.offered), m.readChoice('?q=1', x.offered), m.readChoice('?activities=z', x.offered).activities];"
    chosen = {"activities": ["a", "b"], "permits": ["k"]}
    offered = {"activities": ["a", "b", "c"], "permits": ["k", "s"]}
    link, read, none, strange = run(core, "owner", body, {"chosen": chosen, "offered": offered})
    assert link == "activities=a.b&permits=k"
    assert read == {**chosen, "sizes": [], "places": [], "lists": []}
    assert none is None
    assert strange == []


def test_of_two_entries_the_later_holds(core: Page) -> None:
    body = """
      const at = (state, at) => ({ choices: {}, ticks: { g: { k: { state, at } } } });
      const merged = (mine, other) => { const { known, changed } = m.merge(mine, other); return [known.ticks.g.k.state, changed]; };
      return [merged(at("done", 1), at("gap", 2)), merged(at("done", 2), at("gap", 1)), m.fromStorage(x), m.importText(m.exportText(at("done", 5), "g")).ticks.g.k];"""
    newer, older, read, back = run(core, "ticks", body, {"ticks": {"g": {"k": {"state": "odd", "at": -1, "note": 7}, "l": 3}}, "choices": 1})  # fmt: skip
    assert newer == ["gap", 1]
    assert older == ["done", 0]
    assert read == {"choices": {}, "ticks": {"g": {"k": {"state": "", "at": 0}}}}
    assert back == {"state": "done", "at": 5}


def test_the_days_of_what_is_ticked_go_to_the_phone_as_the_command_writes_them(
    page: Page, tmp_path: Path, mini_library: Library
) -> None:
    page.locator("#duty-register-first input[type=checkbox]").check()
    page.get_by_label("用水泵取水").check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出清单").click()
    saved.value.save_as(tmp_path / "list.json")
    page.clock.set_fixed_time("2026-08-20T09:00:00Z")
    with page.expect_download() as taken:
        page.get_by_role("button", name="照我勾的加到手机日历").click()
    taken.value.save_as(tmp_path / "days.ics")
    (fishing,) = (one for one in mini_library.of("industry", Industry) if one.id == "fishing")
    ticked = read_checklist(json.loads((tmp_path / "list.json").read_text(encoding="utf-8")), "fishing-ponds")
    day = datetime.date(2026, 8, 20)
    wanted = ics_of(days_of(reminders(mini_library, fishing), day, ticked), day, fishing.title)
    assert wanted.count(b"BEGIN:VEVENT") == 2
    stamped = re.sub(rb"DTSTAMP:\d{8}T\d{6}Z", b"DTSTAMP:20260820T000000Z", (tmp_path / "days.ics").read_bytes())
    assert stamped == wanted


def test_how_far_one_is_and_what_is_said_stay_in_sight(page: Page) -> None:
    """What the browser refuses to keep was said at the top of the page, screens above the tick."""
    page.set_viewport_size({"width": 390, "height": 700})
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    tick = page.locator("[data-tick^=duty] input[type=checkbox]").last
    tick.scroll_into_view_if_needed()
    tick.check()
    foot = page.locator(".pf-foot")
    expect(foot.get_by_role("status")).to_contain_text("不让保存")
    for shown in (foot.get_by_role("status"), foot.get_by_role("button", name="打印"), foot.locator("progress")):
        expect(shown).to_be_in_viewport()


def test_in_elder_mode_no_choice_is_cut(chromium: Browser, mini_site: Path) -> None:
    """A row of choices that is pushed aside hides what is beside the screen; in 长者模式 they stand below one another."""
    with serve(mini_site) as address:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        page.add_init_script("localStorage.setItem('pufa.settings', JSON.stringify({ elder: true }))")
        page.goto(f"{address}guides/fishing-ponds/")
        page.wait_for_selector(".pf-foot")
        chip = page.locator(".pf-chips span").first
        chip.evaluate("span => { span.textContent = '用油墨、胶水、溶剂、树脂和别的有味道的东西'; }")
        assert chip.evaluate("span => span.getBoundingClientRect().right <= innerWidth")
        page.close()


SHIFTED = """() => new Promise((resolve) => {
  const moved = [];
  const named = (list) => list.flatMap(({ sources }) => sources.map(({ node }) => node?.className ?? "")).filter((name) => name.includes("pf-duty"));
  new PerformanceObserver((list) => moved.push(...named(list.getEntries()))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(moved), 300);
})"""


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, {"width": 390, "height": 844}])
def test_the_list_does_not_move_when_its_ticks_come(chromium: Browser, mini_site: Path, size: dict[str, int]) -> None:
    """Titles that ran over with the ticks beside them pushed all below down: 0.11 on a wide screen."""
    with serve(mini_site) as address:
        page = chromium.new_page(viewport=size)  # type: ignore[arg-type]
        page.goto(f"{address}guides/fishing-ponds/")
        page.wait_for_selector(".pf-foot")
        assert page.evaluate(SHIFTED) == []
        page.close()
