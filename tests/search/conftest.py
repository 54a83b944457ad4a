"""A small corpus of invented sentences, and a browser page that can import the site's modules."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.search.documents import Document
from generator.search.index import build_index
from tests.browser import serve
from tests.search._corpus import SYNONYMS, invented
from tests.search._vectors import index

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "generator" / "assets"


@pytest.fixture(scope="session")
def corpus() -> list[Document]:
    return invented()


@pytest.fixture(scope="session")
def built(corpus: list[Document]) -> dict[str, bytes]:
    return build_index(corpus, SYNONYMS)


@pytest.fixture(scope="session")
def page(chromium: Browser, built: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page on loopback, next to ``assets/``, ``search/`` and ``vectors/``."""
    root = tmp_path_factory.mktemp("search-site")
    shutil.copytree(ASSETS / "js", root / "assets" / "js")
    for folder, files in (("search", built), ("vectors", index())):
        for name, content in files.items():
            (root / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (root / folder / name).write_bytes(content)
    (root / "index.html").write_text("<!doctype html><meta charset=utf-8><title>t</title>", encoding="utf-8")
    with serve(root) as address:
        opened = chromium.new_page()
        opened.goto(address)
        yield opened
        opened.close()
