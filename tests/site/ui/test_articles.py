"""Articles on a page: long laws fold by their parts, addresses and print open them, citations are copied as documents write them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.site.context import Context
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
def folded(mini_library: Library, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page of the miniature's law, as if it were a long one."""
    monkeypatch.setattr(regulations, "WHOLE", 1)
    context = Context(mini_library, build_bank(mini_library, Problems()), (), ())
    return next(one.body for one in regulations.generate(context) if one.path == "regulations/lake-law")


@pytest.fixture
def page(chromium: Browser, mini_site: Path, folded: str, tmp_path: Path) -> Iterator[Page]:
    """That page in the site's frame."""
    written = (mini_site / "regulations" / "lake-law" / "index.html").read_text(encoding="utf-8")
    start, end = written.index('<p class="pf-crumb">'), written.index("</article>")
    with serve(mini_site) as address:
        context = chromium.new_context(viewport={"width": 390, "height": 844})
        opened = context.new_page()
        body = written[:start] + folded + written[end:]
        opened.route("**/regulations/lake-law/", lambda route: route.fulfill(body=body, content_type="text/html"))
        opened.goto(address + "regulations/lake-law/")
        yield opened
        context.close()


def test_a_part_is_opened_by_its_address_and_all_are_for_print(page: Page) -> None:
    article = page.locator("#a9")
    expect(article).to_be_hidden()
    page.evaluate("location.hash = 'a9'")
    expect(article).to_be_visible()
    assert page.locator("details.pf-fold[open]").count() == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.pf-fold:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.pf-fold[open]").count() == 1


def test_a_citation_is_offered_once_a_part_is_open(page: Page) -> None:
    assert page.locator(".pf-copy").count() == 0
    page.locator("details.pf-fold summary").first.click()
    page.locator(".pf-fold[open] .pf-copy").first.click()
    expect(page.locator(".pf-fold[open] .pf-article").first).to_contain_text("复制")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
