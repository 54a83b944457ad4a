"""How good and how light the site's search is, beside Pagefind over the same pages.

``python -m tests.bench search QUERIES.jsonl [--site DIR]``: for each query, whether one of the first five results is the
article or a page that cites it; what a first query transfers; how long a query takes once its files are there.
Pagefind comes from PyPI, as ``pagefind[extended]`` since the plain one does not segment Chinese and finds next to nothing;
``--alone`` leaves it out.
"""

import argparse
import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean, median
from threading import Thread
from typing import Any

from playwright.sync_api import Browser

from tests.bench._judge import Judge, Query, read_queries
from tests.browser import chromium

FIRST = 5
#: Queries that are asked in a browser of their own, spread over all: a fresh one for each of hundreds tells no more.
FRESH = 40
#: Each takes a query and gives the addresses of its results, in order; what is loaded before a query stands in _READY.
OURS = f"""async (query) => {{
  const started = performance.now();
  const found = await window.pufa.search(query, {{ limit: {FIRST} }});
  return [found.map((hit) => [hit.url]), performance.now() - started];
}}"""
#: Pagefind gives pages; of each up to three headings count, the three that its own interface shows.
PAGEFIND = f"""async (query) => {{
  const pagefind = await import("/pagefind/pagefind.js");
  const started = performance.now();
  const found = await pagefind.search(query);
  const pages = await Promise.all(found.results.slice(0, {FIRST}).map((result) => result.data()));
  const best = (page) => [...page.sub_results].sort((a, b) => b.locations.length - a.locations.length).slice(0, 3);
  return [pages.map((page) => [page.url, ...best(page).map((part) => part.url)]), performance.now() - started];
}}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One query: whether it was answered, bytes of files it loaded in a fresh browser (where it had one), milliseconds when asked again."""

    query: Query
    found: bool
    transferred: int | None
    milliseconds: float
    results: list[list[str]]


def evaluate(site_dir: Path, queries_file: Path, alone: bool = False) -> dict[str, list[Measured]]:
    """Measure the built site, and Pagefind twice: over the pages that the site's index covers, and over its documents.

    On pages of a thousand articles Pagefind finds the page and shows three headings of it; given every document as a
    record of its own it can show what it is able to.

    Args:
        site_dir: a built site with ``search/index.json`` and a home page that sets ``window.pufa.search``.
        queries_file: see _judge.read_queries().
        alone: leave Pagefind out.

    Returns:
        Name of the search -> one Measured a query.
    """
    queries, judge = read_queries(queries_file), Judge(site_dir)
    with ExitStack() as stack:
        searches = [("pufa", site_dir, OURS)]
        for name, prepare in (
            () if alone else (("pagefind, pages", _index_pages), ("pagefind, documents", _index_records))
        ):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            prepare(site_dir, folder)
            searches.append((name, folder, PAGEFIND))
        browser = stack.enter_context(chromium())  # after Pagefind, which needs an event loop of its own
        return {name: list(_measure(browser, site, script, queries, judge)) for name, site, script in searches}


def _measure(browser: Browser, site: Path, script: str, queries: Sequence[Query], judge: Judge) -> Iterator[Measured]:
    every = -(-len(queries) // FRESH)
    with _served(site) as (root, sent):
        context = None
        for number, query in enumerate(queries):
            fresh = number % every == 0
            if fresh or context is None:
                if context is not None:
                    context.close()
                context = browser.new_context()
                page = context.new_page()
                page.goto(root, wait_until="networkidle")
                if script == OURS:
                    page.wait_for_function("() => window.pufa && window.pufa.search")
            sent.clear()
            results, _ = page.evaluate(script, query.text)
            cold = sum(sent) if fresh else None
            again = median(page.evaluate(script, query.text)[1] for _ in range(3))
            found = judge.found([[address.removeprefix("/") for address in hit] for hit in results], query)
            yield Measured(query, found, cold, again, results)
        if context is not None:
            context.close()


def _index_pages(site: Path, folder: Path) -> None:
    """Run Pagefind over a copy of the pages that the site's own index covers."""
    for page in {row[0].partition("#")[0] for row in _documents(site)}:
        (folder / page).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / page / "index.html", folder / page / "index.html")
    root = ["--root-selector", ".md-content"] if ".md-content" in (site / "index.html").read_text("utf-8") else []
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder), *root, "--force-language", "zh", "--silent"],
        check=True,
    )
    _write_home(folder)


def _index_records(site: Path, folder: Path) -> None:
    """Give Pagefind each document by itself: what the site's own index shows of it, each with its address."""
    from pagefind.index import PagefindIndex  # only the bench has it

    async def write() -> None:
        async with PagefindIndex(config={"output_path": str(folder / "pagefind")}) as index:
            # Its Python side takes a tenth of a second for each, however they are sent: two thousand take over three minutes.
            for url, title, _, _, _, heading, body, _ in _documents(site):
                content = "\n".join((title, heading, body))
                await index.add_custom_record(url=f"/{url}", content=content, language="zh", meta={"title": title})

    asyncio.run(write())
    _write_home(folder)


def _write_home(folder: Path) -> None:
    """An empty page to search from; Pagefind takes the language from it."""
    (folder / "index.html").write_text('<!doctype html><html lang="zh"><title>bench</title>', encoding="utf-8")


def _documents(site: Path) -> list[list[Any]]:
    """All documents of the site's own index, as its chunks hold them: url, title, kind, regulation, article, heading, body, filters."""
    chunks = sorted(site.glob("search/d/*.json"), key=lambda file: int(file.stem))
    return [row for chunk in chunks for row in json.loads(chunk.read_text(encoding="utf-8"))["documents"]]


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The folder on a free port of loopback, and a list that fills with the bytes of each file it gives out."""
    sent: list[int] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Counting, sent=sent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


class _Counting(SimpleHTTPRequestHandler):
    """Counts at the server, because the tools of the browser do not see what its workers load."""

    def __init__(self, *arguments: Any, sent: list[int], **options: Any) -> None:
        self._sent = sent
        super().__init__(*arguments, **options)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self._sent.append(len(content))
        outputfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None: ...


def main(argv: list[str]) -> int:
    """Print the measures; 1 when recall of the site's own search is below ``--least``."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench search")
    parser.add_argument("queries", type=Path)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--alone", action="store_true", help="leave Pagefind out")
    parser.add_argument("--least", type=float, default=0.9, help="recall in the first five that must be reached")
    parser.add_argument("--verbose", action="store_true", help="print what was found instead, for each query missed")
    options = parser.parse_args(argv)
    if not options.alone and not find_spec("pagefind_bin_extended"):
        parser.error("pagefind[extended] is not installed; install it, or measure the site alone with --alone")
    measured = evaluate(options.site, options.queries, options.alone)
    print(f"{'':20}{'recall@5':>10}{'KB cold':>10}{'ms warm':>10}{'max ms':>10}   ({len(measured['pufa'])} queries)")
    for name, rows in measured.items():
        recall = fmean(row.found for row in rows)
        size = fmean(row.transferred for row in rows if row.transferred is not None) / 1024
        times = [row.milliseconds for row in rows]
        print(f"{name:20}{recall:>10.1%}{size:>10.1f}{fmean(times):>10.2f}{max(times):>10.2f}")
    for row in measured["pufa"]:
        if not row.found:
            print("missed:", row.query.text, row.query.articles, row.results if options.verbose else "")
    return 0 if fmean(row.found for row in measured["pufa"]) >= options.least else 1
