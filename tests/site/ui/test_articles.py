"""Articles on a page: long laws fold by their parts, addresses and print open them, citations are copied as documents write them."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.site import folds
from generator.site.context import Context
from generator.site.page import Asset
from generator.site.pages import regulations
from tests.browser import serve
from tests.site.ui._core import run, scripts

pytestmark = pytest.mark.browser


def test_a_citation_is_written_as_documents_write_it(chromium: Browser, tmp_path: Path) -> None:
    with scripts(chromium, tmp_path) as page:
        anchors = ["a1095", "a120-1", "a9-k2", "a9-k1-x12-m3", "s5", "a9-q1"]
        found = run(page, "cite-as", "return x.map((anchor) => m.citation('某法', anchor));", anchors)
    assert found == [
        "《某法》第一千零九十五条",
        "《某法》第一百二十条之一",
        "《某法》第九条第二款",
        "《某法》第九条第一款第十二项第三目",
        "",
        "",
    ]


@pytest.fixture
def folded(mini_library: Library, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the miniature's law would be if it were a long one: path → body of a page, or content of a file."""
    monkeypatch.setattr(folds, "WHOLE", 1)
    context = Context(mini_library, build_bank(mini_library, Problems()), (), ())
    made = [one for one in regulations.generate(context) if "lake-law" in one.path]
    return {one.path: one.content.decode() if isinstance(one, Asset) else one.body for one in made}


@pytest.fixture
def page(chromium: Browser, mini_site: Path, folded: dict[str, str]) -> Iterator[Page]:
    """That page in the site's frame, with what it loads."""
    written = (mini_site / "regulations" / "lake-law" / "index.html").read_text(encoding="utf-8")
    start, end = written.index('<p class="pf-crumb">'), written.index("</article>")

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.strip("/")
        if path not in folded:
            route.continue_()
        elif path.endswith(".json"):
            route.fulfill(body=folded[path], content_type="application/json")
        else:
            route.fulfill(body=written[:start] + folded[path] + written[end:], content_type="text/html")

    with serve(mini_site) as address:
        context = chromium.new_context(viewport={"width": 390, "height": 844})
        opened = context.new_page()
        opened.route("**/*lake-law/**", answer)
        opened.goto(address + "regulations/lake-law/")
        yield opened
        context.close()


def test_a_part_is_loaded_where_it_is_opened_or_named(page: Page) -> None:
    assert page.locator(".pf-articles .pf-article").count() == 0
    expect(page.locator("a#a9")).to_be_hidden()  # each address is there from the first, without scripts too
    page.evaluate("location.hash = 'a9'")
    expect(page.locator("section#a9")).to_be_in_viewport()
    expect(page.locator("section#a9:target")).to_have_count(1)
    expect(page.locator("details.pf-fold[open]")).to_have_count(1)
    other = page.locator("details.pf-fold:not([open])")
    assert other.locator(".pf-fold__list a").count() > 0
    other.locator("summary").first.click()
    expect(page.locator("details.pf-fold[open] .pf-fold__list")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_address_opens_its_part_when_the_page_comes(page: Page) -> None:
    address = f"{page.url}#a9"
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("section#a9")).to_be_in_viewport()
    expect(page.locator("section#a9:target")).to_have_count(1)


def test_all_is_for_print_and_folds_again(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.pf-fold:not([open])")).to_have_count(0)
    expect(page.locator(".pf-fold__list")).to_have_count(0)
    assert page.locator(".pf-articles .pf-article").count() > 3
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.pf-fold[open]")).to_have_count(0)


def test_what_cannot_be_loaded_leaves_the_way_to_all_articles(page: Page) -> None:
    page.route("**/*.json", lambda route: route.abort())
    page.locator("details.pf-fold summary").first.click()
    link = page.locator(".pf-fold[open] .pf-fold__list a").first
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/articles/lake-law/#a" in page.url
    assert page.locator(".pf-articles .pf-article").count() > 3


def test_a_citation_is_offered_once_a_part_is_open(page: Page) -> None:
    assert page.locator(".pf-copy").count() == 0
    page.locator("details.pf-fold summary").first.click()
    page.locator(".pf-fold[open] .pf-copy").first.click()
    expect(page.locator(".pf-fold[open] .pf-article").first).to_contain_text("复制")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_articles_address_at_the_contents_of_a_text_leads_to_its_part(chromium: Browser, mini_site: Path) -> None:
    written = (mini_site / "regulations" / "lake-law" / "index.html").read_text(encoding="utf-8")
    start, end = written.index('<p class="pf-crumb">'), written.index("</article>")
    parts = '<ul data-leads><li><a href="1-68/" data-last="68">一</a></li><li><a href="69-124/" data-last="124">二</a></li></ul>'
    with serve(mini_site) as address:
        opened = chromium.new_page()
        opened.route(
            "**/lake-law/",
            lambda route: route.fulfill(body=written[:start] + parts + written[end:], content_type="text/html"),
        )
        opened.route("**/lake-law/*-*/", lambda route: route.fulfill(body="<p>条文</p>", content_type="text/html"))
        opened.goto(address + "regulations/lake-law/")
        expect(opened.locator("[data-leads] a")).to_have_count(2)  # nothing is named: the list stays
        opened.evaluate("location.hash = 'a69-k2'")
        opened.wait_for_url("**/lake-law/69-124/#a69-k2")
        opened.goto(address + "regulations/lake-law/#a68-1")
        opened.wait_for_url("**/lake-law/1-68/#a68-1")
        opened.close()
