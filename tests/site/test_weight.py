"""What a page costs before anything is asked of it: bytes, requests and scripts of each kind, as a browser gets them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.browser import serve
from tests.site.kinds_of_page import kinds_of_page

pytestmark = pytest.mark.browser

#: Uncompressed, of a page without questions to answer.
KILOBYTES = 250
REQUESTS = 12
SCRIPTS = 3
#: On these elements people answer questions, or make and mark papers of them.
EXAMS = "pufa-quiz, pufa-exam, pufa-drill, pufa-drill-form, pufa-builder, pufa-paper, pufa-results"
#: Kinds of page of the real content that are more, in KB, so that they grow no further unseen: all articles of a law in one, for print.
HEAVIER = {"articles/*/": 2100}


def cost(chromium: Browser, address: str, name: str) -> tuple[float, int, int, bool]:
    """KB, requests and scripts of a page until it rests, and whether there are questions on it."""
    page = chromium.new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda one: asked.append(one))  # noqa: PLW0108 - Playwright wraps no method of a list
    page.goto(address + name, wait_until="load")  # a long page may rest before its scripts are asked for
    page.wait_for_load_state("networkidle")
    sizes = [
        one.sizes()["responseBodySize"] for one in asked
    ]  # below nothing where it comes from the browser's own store
    got = [one for one, size in zip(asked, sizes, strict=True) if size >= 0]
    size = sum(max(0, size) for size in sizes) / 1024
    scripts = sum(one.resource_type == "script" for one in got)
    exam = page.locator(EXAMS).count() > 0
    page.close()
    return size, len(got), scripts, exam


def heaviest(site: Path) -> Iterator[tuple[str, str]]:
    """Kind of page and the page of it with the most HTML."""
    for kind, names in kinds_of_page(site).items():
        files = {name: site / (name if name.endswith(".html") else f"{name}index.html") for name in names}
        yield kind, max(files, key=lambda name, of=files: of[name].stat().st_size)  # type: ignore[misc]


def excess(chromium: Browser, site: Path) -> dict[str, tuple[float, int, int]]:
    """Kinds of page that cost more than they may."""
    found = {}
    with serve(site) as address:
        for kind, name in heaviest(site):
            size, requests, scripts, exam = cost(chromium, address, name)
            allowed = HEAVIER.get(kind, KILOBYTES)
            if (size > allowed and not exam) or requests > REQUESTS or scripts > SCRIPTS:
                found[kind] = (round(size), requests, scripts)
    return found


def test_a_page_is_light_before_there_is_much_to_show(chromium: Browser, mini_site: Path) -> None:
    with serve(mini_site) as address:
        for kind in ("", "conducts/*/", "guides/*/", "builder/", "search/"):
            name = kinds_of_page(mini_site)[kind][0]
            size, requests, scripts, exam = cost(chromium, address, name)
            assert size <= KILOBYTES or exam, kind
            assert requests <= REQUESTS, kind
            assert scripts <= SCRIPTS, kind


@pytest.mark.slow
def test_no_kind_of_page_costs_too_much(chromium: Browser, real_folder: Path) -> None:
    assert excess(chromium, real_folder) == {}


def test_what_costs_too_much_is_found(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(f"<title>甲</title>{'字' * 90_000}", encoding="utf-8")
    (tmp_path / "index.html").write_text("".join(f'<script src="{n}.js"></script>' for n in range(4)), encoding="utf-8")
    for n in range(4):
        (tmp_path / f"{n}.js").write_text("", encoding="utf-8")
    assert set(excess(chromium, tmp_path)) == {"", "a/"}
