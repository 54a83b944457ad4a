"""axe-core over every kind of page, as readers set it: light, dark, 长者模式, wide and on a phone; and no page is wider than its screen.

The kinds are told by the addresses of the built site, so that a new one is tried as well.  One page of each kind, the one with
the most on it: the miniature's, some in the fast suite and all in the slow one.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import serve
from tests.site.kinds_of_page import kinds_of_page

pytestmark = pytest.mark.browser

#: WCAG 2.2 A and AA, what axe holds for good practice, and its rules on trial.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental")
RUN = """(tags) => axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => `${id}: ${target} ${[...any, ...all, ...none].map((one) => one.message)}`)))"""
SCREENS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
LOOKS = {"light": {"scheme": "light"}, "dark": {"scheme": "dark"}, "elder": {"scheme": "light", "elder": True}, "elder-dark": {"scheme": "dark", "elder": True}}  # fmt: skip
#: In the fast suite, each with one screen and look.
SAMPLE = {("conducts/*/", "phone", "light"), ("", "wide", "dark"), ("practice/*/", "phone", "elder-dark")}


@pytest.fixture(scope="module")
def address(mini_site: Path) -> Iterator[str]:
    with serve(mini_site) as served:
        yield served


def faults(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, list(TAGS))
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *([f"wider than the screen by {wide}"] if wide > 0 else [])]


def tried(
    chromium: Browser, site: Path, address: str, kinds: list[str], screen: str, look: str
) -> dict[str, list[str]]:
    """What is wrong with the fullest page of each of the kinds; kinds without fault are left out."""
    context = chromium.new_context(viewport=SCREENS[screen], has_touch=screen == "phone", reduced_motion="reduce")  # type: ignore[arg-type]
    context.add_init_script(f"localStorage.setItem('pufa.settings', {json.dumps(json.dumps(LOOKS[look]))})")
    found = {}
    for kind in kinds:
        pages = {name: (site / name / "index.html") for name in kinds_of_page(site)[kind]}
        name = max(pages, key=lambda one: pages[one].stat().st_size if pages[one].is_file() else 0)
        page = context.new_page()
        page.goto(address + name)
        page.wait_for_function(
            "() => !document.documentElement.classList.contains('pf-js') || customElements.get('pufa-settings')"
        )
        found[kind] = faults(page)
        page.close()
    context.close()
    return {kind: wrong for kind, wrong in found.items() if wrong}


@pytest.mark.parametrize(("kind", "screen", "look"), sorted(SAMPLE))
def test_a_kind_of_page_is_open_to_all(
    chromium: Browser, mini_site: Path, address: str, kind: str, screen: str, look: str
) -> None:
    assert tried(chromium, mini_site, address, [kind], screen, look) == {}


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_kind_of_page_is_open_to_all(
    chromium: Browser, mini_site: Path, address: str, screen: str, look: str
) -> None:
    kinds = list(kinds_of_page(mini_site))
    assert len(kinds) >= 40
    assert tried(chromium, mini_site, address, kinds, screen, look) == {}


def test_what_is_closed_is_found(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<html lang="zh"><title>页</title><main><h1>页</h1><img src="a.png"><div style="width: 3000px">宽</div></main>',
        encoding="utf-8",
    )
    with serve(tmp_path) as served:
        wrong = tried(chromium, tmp_path, served, [""], "phone", "light")[""]
    assert any(one.startswith("image-alt") for one in wrong)
    assert any(one.startswith("wider than the screen") for one in wrong)


def test_at_twice_the_size_nothing_is_beside_the_screen(chromium: Browser, mini_site: Path, address: str) -> None:
    """Zoom of 200% leaves a window of 1280 px the room of 640."""
    page = chromium.new_page(viewport={"width": 640, "height": 450})
    beside = {}
    for kind, pages in kinds_of_page(mini_site).items():
        page.goto(address + pages[0], wait_until="domcontentloaded")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            beside[kind] = over
    page.close()
    assert beside == {}


def test_a_result_of_a_search_is_reached_within_fifteen_tabs(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}search/?q=取水")
    page.wait_for_selector(".pf-hits a")
    names = []
    for _ in range(15):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()"))
        if page.evaluate("document.activeElement.matches('.pf-hits a')"):
            break
    else:
        raise AssertionError(names)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search/" not in url)
    page.close()


NAMELESS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role]")]
  .filter((e) => e.checkVisibility())
  .map((e) => e.getAttribute("aria-label") ?? e.title)
  .filter((name) => name && !/[\\u4e00-\\u9fff]/u.test(name))"""


def test_names_for_screen_readers_are_chinese(chromium: Browser, mini_site: Path, address: str) -> None:
    page = chromium.new_page()
    foreign = {}
    for kind, pages in kinds_of_page(mini_site).items():
        page.goto(address + pages[0])
        if names := page.evaluate(NAMELESS):
            foreign[kind] = names
    page.close()
    assert foreign == {}


def test_a_table_is_a_stop_only_where_it_scrolls(chromium: Browser, mini_site: Path, address: str) -> None:
    page = chromium.new_page(viewport=SCREENS["wide"])  # type: ignore[arg-type]
    table = f"<table><tr>{'<td style=min-width:6rem>格</td>' * 9}</tr></table>"

    def with_table(route: Route) -> None:
        route.fulfill(body=(mini_site / "about" / "index.html").read_text("utf-8").replace("</h1>", f"</h1>{table}", 1))

    page.route("**/about/", with_table)
    page.goto(f"{address}about/")
    assert page.locator("article table").get_attribute("tabindex") is None
    page.set_viewport_size(SCREENS["phone"])  # type: ignore[arg-type]
    expect(page.locator("article table")).to_have_attribute("tabindex", "0")
    page.close()


#: What has the focus: its name, whether a ring is drawn round it or the label it stands for, and whether all of it lies behind something.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const ringed = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  };
  const label = one.closest("label") ?? one.labels?.[0];
  const around = [one, one.nextElementSibling, label, label?.parentElement, one.parentElement].filter(Boolean);
  const seen = [one, label].filter(Boolean).flatMap((element) => [...element.getClientRects()]).some((box) =>
    [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
      const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return at && (one.contains(at) || label?.contains(at) || at.contains(one));
    })));
  const name = one.ariaLabel ?? (one.textContent.trim() || one.labels?.[0]?.textContent.trim() || one.name || one.tagName);
  return { name: `${one.tagName.toLowerCase()} ${name.trim().slice(0, 20)}`, ringed: around.some(ringed), seen };
}"""
#: Pages of which every kind of control is walked, and how many stops at most.
STOPS = 150


def walked(page: Page) -> list[str]:
    """What is wrong with the stops that Tab makes on a page, until it comes round."""
    wrong = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return wrong
        wrong += [f"{stop['name']}: no ring"] if not stop["ringed"] else []
        wrong += [f"{stop['name']}: behind something"] if not stop["seen"] else []
    return wrong


@pytest.mark.parametrize("screen", SCREENS)
def test_focus_is_seen_wherever_tab_leads(chromium: Browser, mini_site: Path, address: str, screen: str) -> None:
    """Folds had no ring, and what stood behind the bar at the lower edge could be focused unseen."""
    page = chromium.new_page(viewport=SCREENS[screen], reduced_motion="reduce")  # type: ignore[arg-type]
    kinds = kinds_of_page(mini_site)
    wrong = {}
    for kind in ("builder/", "guides/*/", "conducts/*/", "practice/*/", "deadlines/"):
        page.goto(address + kinds[kind][0], wait_until="networkidle")
        wrong[kind] = walked(page)
    page.close()
    assert {kind: found for kind, found in wrong.items() if found} == {}
