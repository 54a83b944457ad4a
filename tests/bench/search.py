"""How good and how light the site's search is, beside Pagefind over the same pages.

``python -m tests.bench search QUERIES.jsonl [--site DIR]``: for each query, whether one of the first five results is the
article or a page that cites it; what a first query transfers; how long a query takes once its files are there.
Pagefind comes from PyPI (``pip install .[bench]``) and is left out with ``--alone``.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import fmean, median
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench._judge import Judge, Query, read_queries

FIRST = 5
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
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
    """One query: whether it was answered, bytes that it transferred in a fresh browser, milliseconds when asked again."""

    query: Query
    found: bool
    transferred: int
    milliseconds: float
    results: list[list[str]]


def evaluate(site_dir: Path, queries_file: Path, alone: bool = False) -> dict[str, list[Measured]]:
    """Measure the built site, and Pagefind over a copy of the pages that the site's own index covers.

    Args:
        site_dir: a built site with ``search/index.json`` and a home page that sets ``window.pufa.search``.
        queries_file: see _judge.read_queries().
        alone: leave Pagefind out.

    Returns:
        Name of the search -> one Measured a query.
    """
    queries, judge = read_queries(queries_file), Judge(site_dir)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        measured = {"pufa": list(_measure(browser, site_dir, OURS, queries, judge))}
        if not alone:
            with tempfile.TemporaryDirectory() as folder:
                _index_with_pagefind(site_dir, Path(folder))
                measured["pagefind"] = list(_measure(browser, Path(folder), PAGEFIND, queries, judge))
        browser.close()
    return measured


def _measure(browser: Browser, site: Path, script: str, queries: Sequence[Query], judge: Judge) -> Iterator[Measured]:
    with _served(site) as root:
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            page.goto(root, wait_until="networkidle")
            if script == OURS:
                page.wait_for_function("() => window.pufa && window.pufa.search")
            transferred = _count_bytes(page)
            results, _ = page.evaluate(script, query.text)
            page.wait_for_timeout(20)  # the last events of the network come after the answer
            cold = sum(transferred)
            again = median(page.evaluate(script, query.text)[1] for _ in range(3))
            found = any(judge.answers(address.removeprefix("/"), query) for hit in results for address in hit)
            yield Measured(query, found, cold, again, results)
            context.close()


def _count_bytes(page: Page) -> list[int]:
    """A list that fills with the bytes of each response from now on, headers and all."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes


def _index_with_pagefind(site: Path, folder: Path) -> None:
    """Copy the pages that the site's own index covers, and the home page, and run Pagefind over the former."""
    for page in sorted(_covered(site)):
        (folder / page).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / page / "index.html", folder / page / "index.html")
    root = ["--root-selector", ".md-content"] if ".md-content" in (site / "index.html").read_text("utf-8") else []
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), *root, "--silent"]
    subprocess.run(command, check=True)
    (folder / "index.html").write_text("<!doctype html><title>bench</title>", encoding="utf-8")


def _covered(site: Path) -> set[str]:
    """Folders of the pages that hold the documents of the index."""
    chunks = (json.loads(file.read_text(encoding="utf-8")) for file in site.glob("search/d/*.json"))
    return {row[0].partition("#")[0] for chunk in chunks for row in chunk["documents"]}


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The folder on a free port of loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
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
    measured = evaluate(options.site, options.queries, options.alone)
    print(f"{'':10}{'recall@5':>10}{'KB cold':>10}{'ms warm':>10}{'max ms':>10}   ({len(measured['pufa'])} queries)")
    for name, rows in measured.items():
        recall, size = fmean(row.found for row in rows), fmean(row.transferred for row in rows) / 1024
        times = [row.milliseconds for row in rows]
        print(f"{name:10}{recall:>10.1%}{size:>10.1f}{fmean(times):>10.2f}{max(times):>10.2f}")
    for row in measured["pufa"]:
        if not row.found:
            print("missed:", row.query.text, row.query.articles, row.results if options.verbose else "")
    return 0 if fmean(row.found for row in measured["pufa"]) >= options.least else 1
