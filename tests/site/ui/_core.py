"""The site's scripts without a page: a browser that can import any of them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from generator.site import bundles
from generator.site.pages.scripts import sources
from tests.browser import serve
from tests.conftest import ROOT

#: Script: ``letters(bytes)``, the bytes in Base64.  A list of numbers takes Playwright a hundred times as long.
LETTERS = """
  const letters = (bytes) => btoa(Array.from({ length: Math.ceil(bytes.length / 30000) }, (_, at) => String.fromCharCode(...bytes.subarray(at * 30000, (at + 1) * 30000))).join(""));"""


def engine() -> str:
    """The script of the search, joined as beside the site's others: pages of modules load it from ``js/engine.js``."""
    all = sources()
    modules = next(bundle for bundle in bundles.bundles(all) if bundle.name == "engine").modules
    return bundles.joined(modules, all)


@contextmanager
def scripts(browser: Browser, root: Path) -> Iterator[Page]:
    """An empty page, served from ``root``, beside the scripts."""
    shutil.copytree(ROOT / "generator" / "assets" / "js", root / "js")
    (root / "index.html").write_text("<!doctype html><meta charset=utf-8><title>t</title>", encoding="utf-8")
    with serve(root) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


@contextmanager
def opening(context: BrowserContext, ready: str = "") -> Iterator[Callable[[str], Page]]:
    """What opens pages; an error in a script of one fails the test.  ``ready`` holds once a page can be used."""
    errors: list[str] = []

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        if ready:
            page.wait_for_function(ready)
        return page

    yield open_page
    assert errors == []


def run(page: Page, module: str, body: str, argument: object = None) -> Any:
    """The value of ``body`` with the names of ``core/<module>.js`` as ``m`` and the argument as ``x``."""
    return page.evaluate(f'async (x) => {{ const m = await import("/js/core/{module}.js"); {body} }}', argument)
