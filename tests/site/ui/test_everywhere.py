"""What holds on every page: settings, no scripts, contrast, targets on a phone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
PHONE = {"width": 390, "height": 844}
#: All scripts but the one that runs before the first paint.
LATER = re.compile(r"/js/(?!early)[\w-]+\.js")


def test_settings_are_kept_and_stand_before_the_scripts_run(go: Callable[..., Page]) -> None:
    page = go("")
    opener = page.get_by_role("button", name="字号与显示设置")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.get_by_label("特大").check()
    page.get_by_label("深色").check()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.locator(".pf-settings")).to_be_hidden()
    page.get_by_role("button", name="长者模式").click()
    expect(page.get_by_role("status").filter(has_text="已进入长者模式")).to_be_attached()
    page.route(LATER, lambda route: route.abort())
    page.reload()
    html = page.locator("html")
    for name, value in {"data-pf-size": "xl", "data-pf-elder": "on", "data-pf-scheme": "dark"}.items():
        expect(html).to_have_attribute(name, value)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(".pf-brand svg")).to_be_hidden()
    expect(html).to_have_css("font-size", "32px")


def test_without_a_choice_light_and_dark_follow_the_system(go: Callable[..., Page]) -> None:
    page = go("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_blocked_storage_is_no_obstacle(context: BrowserContext, go: Callable[..., Page]) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked'); } })"
    )
    page = go("practice/t/")
    page.keyboard.press("2")
    expect(page.locator(".pf-verdict")).to_contain_text("答对了")
    page.get_by_role("button", name="字号与显示设置").click()
    page.get_by_label("特大").check()
    expect(page.locator("html")).to_have_attribute("data-pf-size", "xl")
    expect(page.locator(".pf-settings [role=status]")).to_contain_text("不允许保存")


@pytest.mark.parametrize("path", ["practice/t/", "exams/e/", "conducts/"])
def test_pages_read_without_scripts(chromium: Browser, site: str, path: str) -> None:
    plain = chromium.new_context(base_url=site, java_script_enabled=False)
    page = plain.new_page()
    page.goto(path)
    rows = page.locator(".pf-item, tbody tr")
    expect(rows).to_have_count(3)
    for row in rows.all():
        expect(row).to_be_visible()
    plain.close()


def test_pages_read_when_the_scripts_do_not_come(context: BrowserContext) -> None:
    page = context.new_page()
    page.route(LATER, lambda route: route.abort())
    page.goto("practice/t/")
    expect(page.locator(".pf-item").first).to_be_visible()


CONTRAST = """(root) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour, under) => {
    canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (c) => c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const css = (c) => `rgb(${c.join(",")})`;
  const ground = (e) => (e === null ? [255, 255, 255] : rgb(getComputedStyle(e).backgroundColor, css(ground(e.parentElement))));
  const poor = [];
  for (const e of document.querySelectorAll(`${root} *`)) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility({ visibilityProperty: true }) || e.closest(":disabled, .pf-sr, [hidden]") || e.tagName === "OPTION") continue;
    const under = ground(e);
    const opacity = [e, e.parentElement].reduce((o, x) => o * getComputedStyle(x).opacity, 1);
    const ink = rgb(getComputedStyle(e).color, css(under)).map((v, i) => v * opacity + under[i] * (1 - opacity));
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${e.className || e.tagName}: ${e.textContent.trim().slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


def stages(go: Callable[..., Page]) -> Iterator[Page]:
    """Each part in the states that people see."""
    page = go("practice/t/")
    page.get_by_role("button", name="字号与显示设置").click()
    yield page
    page.keyboard.press("Escape")
    page.locator(".pf-opt").first.click()
    yield page
    page.goto("exams/e/")
    page.get_by_role("button", name="开始答题").click()
    page.keyboard.press("1")
    page.locator(".pf-flag").click()
    yield page
    page.get_by_role("button", name="交卷").click()
    page.get_by_role("dialog").get_by_role("button", name="交卷").click()
    page.locator(".pf-sum__wrong > li:visible summary").first.click()
    yield page
    page.goto("practice/")
    yield page
    page.goto("conducts/")
    yield page
    page.goto("search/?q=夜间施工&kind=conduct")
    page.wait_for_selector(".pf-hits")
    yield page
    page.locator("#pf-q").fill("夜间施工")
    page.wait_for_selector(".pf-suggest__row")
    page.keyboard.press("ArrowDown")
    yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(context: BrowserContext, go: Callable[..., Page], scheme: str) -> None:
    context.add_init_script(f"localStorage.setItem('pufa.settings', JSON.stringify({{ scheme: '{scheme}' }}))")
    assert [page.evaluate(CONTRAST, "body") for page in stages(go)] == [[]] * 8


SMALL = """() => [...document.querySelectorAll("button, select, summary, input:not([type=file], .pf-segments input), .pf-suggest a")]
  .filter((e) => e.checkVisibility() && !e.closest(".pf-sr"))
  .map((e) => [(e.closest("label") ?? e), e])
  .filter(([target]) => Math.round(target.getBoundingClientRect().height) < 44)
  .map(([, e]) => `${e.className || e.type || e.tagName}: ${e.textContent.trim()}`)"""


def test_on_a_phone_nothing_is_too_small_or_too_wide(chromium: Browser, site: str) -> None:
    phone = chromium.new_context(base_url=site, viewport=PHONE)

    def go(path: str) -> Page:
        page = phone.new_page()
        page.goto(path)
        return page

    for page in stages(go):
        assert page.evaluate(SMALL) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url
    phone.close()


def test_on_a_phone_a_cell_without_content_shows_no_label(chromium: Browser, site: str) -> None:
    page = chromium.new_page(base_url=site, viewport=PHONE)
    page.goto("conducts/")
    shown = page.evaluate("""() => {
      const cell = document.querySelector(".pf-table td[data-label]");
      const before = cell.getBoundingClientRect().height;
      cell.replaceChildren();
      return [before, cell.getBoundingClientRect().height];
    }""")
    assert shown[0] > 0
    assert shown[1] == 0
    page.close()


def test_no_script_writes_markup() -> None:
    for path in sorted((ROOT / "generator" / "assets" / "js").rglob("*.js")):
        text = path.read_text(encoding="utf-8")
        assert not any(word in text for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")), path  # fmt: skip
        assert "http://" not in text.replace("http://www.w3.org", ""), path
        assert "https://" not in text, path
