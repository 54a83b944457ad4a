"""Lighthouse over the pages that people come to, as on a middling phone: ``python -m tests.bench lighthouse [--site site] [page …]``.

Needs Node; npx fetches Lighthouse itself, which is no dependency of the project.  The site is served compressed, as servers do.
"""

import argparse
import gzip
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser import system_chromium

LIGHTHOUSE = "lighthouse@12"  # later ones need a newer Node
PAGES = ("", "conducts/eia-unapproved-construction/", "practice/water/", "exams/annual-study/", "guides/electroplating/", "builder/")  # fmt: skip
PERFORMANCE, ACCESSIBILITY, SHIFT, PAINT = 95, 100, 0.05, 2.0
_TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None: ...

    def do_GET(self) -> None:
        """A file, compressed where it is text; a folder's index.html."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if path.suffix == ".js" else self.guess_type(path))
        self.send_header("Cache-Control", "max-age=86400")
        if path.suffix in _TEXT:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of the folder's files, as a server would send them."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def measured(address: str, chrome: str, slower: float) -> dict[str, Any]:
    """Lighthouse's report of one page, on a processor ``slower`` times slower."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={out}", "--only-categories=performance,accessibility", f"--throttling.cpuSlowdownMultiplier={slower}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]  # fmt: skip
        subprocess.run(
            command, env={**os.environ, "CHROME_PATH": chrome, "npm_config_loglevel": "error"}, check=True, timeout=600
        )
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return report


def main(arguments: list[str]) -> int:
    """Print scores, shift and paint of each page, and what accessibility found; 1 where something is under what is promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench lighthouse", description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument(
        "--slower", type=float, default=4, help="how many times; less on a machine that is busy with others"
    )
    parser.add_argument("pages", nargs="*", default=PAGES)
    asked = parser.parse_args(arguments)
    with sync_playwright() as play:
        chrome = system_chromium() or play.chromium.executable_path
    poor = False
    print("page | performance | accessibility | CLS | LCP s | TBT ms")
    with served(asked.site) as address:
        for name in asked.pages:
            report = measured(address + name, chrome, asked.slower)
            scores = {key: round(100 * (category["score"] or 0)) for key, category in report["categories"].items()}
            audits = report["audits"]
            shift = audits["cumulative-layout-shift"]["numericValue"]
            paint = audits["largest-contentful-paint"]["numericValue"] / 1000
            blocked = audits["total-blocking-time"]["numericValue"]
            under = scores["performance"] < PERFORMANCE or scores["accessibility"] < ACCESSIBILITY
            under = under or shift > SHIFT or paint > PAINT
            poor = poor or under
            print(
                f"{name or '/'} | {scores['performance']} | {scores['accessibility']} | {shift:.3f} | {paint:.2f} | {blocked:.0f}{'  ←' if under else ''}",
                flush=True,
            )
            for reference in report["categories"]["accessibility"]["auditRefs"]:
                audit = audits[reference["id"]]
                if audit["score"] is not None and audit["score"] < 1:
                    print(f"    {reference['id']}: {audit['title']}")
    return int(poor)
