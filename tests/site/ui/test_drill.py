"""Practice of what the address asks for: chosen, fetched as it comes up, reviewed, drawn again; and where a question stands on a page."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank
from generator.site.shelf import chunks, index
from tests.browser import serve
from tests.site.ui._core import opening, run

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
#: Moves that no input of the last half second brought about, weighed as browsers weigh them.
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.hadRecentInput ? 0 : entry.value))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.fixture(scope="module")
def site(mini_site: Path) -> Iterator[str]:
    with serve(mini_site) as address:
        yield address


@pytest.fixture
def go(context: BrowserContext) -> Iterator[Callable[[str], Page]]:
    """Open a page; an error in a script fails the test."""
    with opening(context) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def bank(mini_library: Library) -> Bank:
    return build_bank(mini_library, Problems())


FIND = """
  const shelf = (await import("/js/core/shelf.js")).openShelf(x.shelf);
  return x.queries.map((query) => {
    const want = m.wanted(new URLSearchParams(query));
    return [m.drawn(shelf, want, x.memory, "2026-08-20"), m.inWords(shelf, want), m.address(want)];
  });"""


def test_every_way_of_choosing_finds_the_items_it_names(core: Page, mini_library: Library, bank: Bank) -> None:
    item = {"tries": 1, "wrong": 0, "streak": 1, "due": "2026-08-30"}
    ids = [one.id for one in bank.items]
    items = {
        ids[0]: item,
        ids[1]: {**item, "wrong": 1, "streak": 0, "due": "2026-08-20"},
        ids[2]: {**item, "due": "2026-08-19"},
    }
    memory = {"items": items, "flags": {ids[3]: {"on": True, "at": 1}, ids[4]: {"on": False, "at": 1}}}
    conduct = next(one.conduct for one in bank.items if one.conduct)
    title = next(one.title for one in mini_library.conducts if one.id == conduct)
    law = bank.items[0].basis[0].regulation
    wanted = {
        f"conduct={conduct}": [one.id for one in bank.of_conduct(conduct)],
        f"conduct={title}": [one.id for one in bank.of_conduct(conduct)],
        "topic=lake": [one.id for one in bank.by_topic("lake")],
        f"regulation={law}": [one.id for one in bank.items if law in {basis.regulation for basis in one.basis}],
        **{f"thought={level}": [one.id for one in bank.items if one.thought == level] for level in ("记忆", "理解", "应用")},
        "type=judge": [one.id for one in bank.items if one.type == "judge"],
        "topic=lake&type=judge": [one.id for one in bank.by_topic("lake") if one.type == "judge"],
        "topic=nowhere": [],
        "only=wrong": [ids[1]],
        "only=due": [ids[2], ids[1]],
        "only=flagged": [ids[3]],
        "only=new": ids[3:],
        f"id={ids[5]}&id=gone": [ids[5]],
    }  # fmt: skip
    shelf = index(mini_library, bank, list(chunks(bank.items)))
    found = run(core, "drill", FIND, {"shelf": shelf, "queries": list(wanted), "memory": memory})
    assert [sorted(drawn) for drawn, _, _ in found] == [sorted(expected) for expected in wanted.values()]
    assert found[list(wanted).index("only=due")][0] == [ids[2], ids[1]]
    assert found[0][1] == found[1][1] == title
    queries = ["n=3&seed=1", "n=3&seed=2", "n=3&seed=1&show=end", "n=999&seed=1", "only=due&n=1"]
    (one, _, _), (two, _, _), (end, _, address), (every, _, _), (due, _, _) = run(
        core, "drill", FIND, {"shelf": shelf, "queries": queries, "memory": memory}
    )
    assert len(one) == 3
    assert one == end == every[:3]
    assert one != two
    assert address == "n=3&seed=1&show=end"
    assert due == [ids[2]]
    nothing = "return ['', 'only=x&n=0', 'n=1e9'].map((query) => m.wanted(new URLSearchParams(query)));"
    assert run(core, "drill", nothing) == [None] * 3


def test_a_conduct_page_leads_to_all_its_questions(go: Callable[[str], Page], bank: Bank) -> None:
    page = go("conducts/taking-water/")
    count = len(bank.of_conduct("taking-water"))
    expect(page.locator("#practice + p")).to_contain_text(f"{count} 题")
    page.locator("#practice + p a").click()
    expect(page.locator(".pf-stage__where")).to_have_text(f"第 1 题，共 {count} 题")
    expect(page.locator("h1")).to_have_text("没有登记就取水")


def test_wrong_answers_and_flags_are_practised_again_and_rounds_differ(go: Callable[[str], Page]) -> None:
    page = go("drill/?topic=lake&type=judge&n=2")
    expect(page.locator(".pf-stage__where")).to_have_text("第 1 题，共 2 题")
    stem = page.locator(".pf-stage .pf-q__stem").inner_text()
    page.get_by_role("button", name="标记").click()
    expect(page.get_by_role("button", name="标记")).to_have_attribute("aria-pressed", "true")
    for _ in range(2):
        page.locator(".pf-opt").first.click()
        page.locator(".pf-q__go").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("/ 2 题答对")
    page.reload()
    expect(page.locator(".pf-stage__where")).to_contain_text("共 2 题")
    page.goto("drill/?only=flagged")
    expect(page.locator(".pf-stage__where")).to_have_text("第 1 题，共 1 题")
    expect(page.locator(".pf-stage .pf-q__stem")).to_have_text(stem, use_inner_text=True)
    page.goto("practice/")
    expect(page.locator(".pf-memory__numbers b").first).to_have_text("2")
    numbers = [int(text) for text in page.locator(".pf-memory__numbers b").all_inner_texts()]
    expect(page.locator(".pf-picture")).to_have_count(2)
    expect(page.locator(".pf-picture [role=img]")).to_have_attribute("aria-label", re.compile("14 天一共 2 题"))
    page.goto("drill/?only=wrong")
    expect(page.locator("pufa-drill")).to_contain_text(f"共 {numbers[1]} 题" if numbers[1] else "错题本是空的")


def test_what_is_due_is_told_at_home_and_what_is_gone_is_left_out(go: Callable[[str], Page]) -> None:
    page = go("drill/?type=judge&n=1")
    page.locator(".pf-opt").first.click()
    page.evaluate("""() => {
      const memory = JSON.parse(localStorage.getItem("pufa.memory"));
      const [[id, item]] = Object.entries(memory.items);
      memory.items = { [id]: { ...item, due: "2020-01-01" }, "gone/1": { ...item, due: "2020-01-01" } };
      localStorage.setItem("pufa.memory", JSON.stringify(memory));
    }""")
    page.goto("")
    expect(page.locator("pufa-due")).to_contain_text("今天有 2 道题该复习了")
    page.get_by_role("link", name="去复习").click()
    expect(page.locator(".pf-stage__where")).to_have_text("第 1 题，共 1 题")
    expect(page.locator("pufa-drill + .pf-hint")).to_contain_text("1 题已随法律更新换掉")
    page.locator(".pf-opt").first.click()
    page.goto("")
    expect(page.locator("pufa-due")).to_contain_text("今天没有要复习的题")


def test_answers_are_shown_at_the_end_where_that_is_asked(go: Callable[[str], Page]) -> None:
    page = go("practice/")
    page.get_by_label("题型").select_option("judge")
    expect(page.locator("pufa-drill-form [role=status]")).to_contain_text("合要求的有")
    page.get_by_label("什么时候看答案").select_option("end")
    page.get_by_role("button", name="开始练习").click()
    page.wait_for_url(re.compile(r"drill/\?type=judge&n=20&seed=\d+&show=end$"))
    page.get_by_role("button", name="开始答题").click()
    page.locator(".pf-opt").first.click()
    expect(page.locator(".pf-verdict")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="第 1 题，已答")).to_be_visible()
    page.get_by_role("button", name="交卷").first.click()
    page.get_by_role("dialog").get_by_role("button", name="交卷").click()
    expect(page.locator(".pf-sum__title")).to_contain_text("答对")
    expect(page.locator(".pf-sum__title")).not_to_contain_text("及格")
    page.get_by_role("link", name="再来一组").click()
    expect(page.get_by_role("button", name="开始答题")).to_be_visible()


def test_another_paper_after_the_same_blueprint_is_drawn_and_stays(go: Callable[[str], Page]) -> None:
    page = go("exams/lake-mock/")
    page.get_by_role("link", name="再来一套").click()
    page.wait_for_url(re.compile(r"paper/#paper="))
    page.get_by_role("button", name="开始答题").click()
    stem = page.locator(".pf-stage .pf-q__stem").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="存成答卷文件").click()
    page.reload()
    expect(page.locator(".pf-stage .pf-q__stem")).to_have_text(re.compile(re.escape(stem.split("\n")[-1])))
    other = go("paper/")
    other.evaluate("localStorage.clear()")
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["format"] == "pufa-sitting"
    other.locator("input[type=file]").set_input_files(download.value.path())
    expect(other.locator(".pf-stage .pf-q__stem")).to_have_text(re.compile(re.escape(stem.split("\n")[-1])))


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_question_begins_near_the_top_and_nothing_moves(chromium: Browser, site: str, size: dict[str, int]) -> None:
    context = chromium.new_context(base_url=site, viewport=size)
    page = context.new_page()
    known = "localStorage.setItem('pufa.memory', JSON.stringify({ version: 1, items: { a: { tries: 1, wrong: 1, streak: 0, last: '2026-01-01', due: '2026-01-02', page: 'p/', stem: '?' } } }))"
    page.goto("404.html")
    page.evaluate(known)
    top = "document.querySelector('.pf-stage .pf-q__stem').getBoundingClientRect().top + scrollY"
    for path in ("practice/lake/", "drill/?topic=lake&n=5", "exams/lake-mock/", "exams/lake-mock/", "practice/", "", "conducts/taking-water/"):  # fmt: skip
        page.goto(path)
        page.wait_for_load_state("networkidle")
        if page.get_by_role("button", name="开始答题").count():
            assert page.evaluate(SHIFTS) <= 0.05, path
            page.get_by_role("button", name="开始答题").click()
        assert page.evaluate(SHIFTS) <= 0.05, path
        if size is PHONE and page.locator(".pf-stage .pf-q__stem").count():
            assert page.evaluate(top) <= 200, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()
