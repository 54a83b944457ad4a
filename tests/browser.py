"""Headless Chromium for tests and benches: find it, install it, serve a folder to it.

``python -m tests.browser --install`` makes sure there is one: the system's, else the system's package where that can be
installed, else Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def system_chromium() -> str | None:
    """Path of the system's Chromium, if one runs.  Ubuntu's package is a stub for snap, which a container can't run."""
    for name in NAMES:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0:
            return path
    return None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running headless browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=system_chromium(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    #: A page asks for dozens of files: over one connection, as from a real server.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *arguments: object) -> None: ...


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on loopback and yield its address, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def until(page: Page, holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for what no locator tells, such as files that a page gives one after another.  Raises AssertionError where it never holds."""
    ends = monotonic() + seconds
    while not holds():
        assert monotonic() < ends, f"not within {seconds} s"
        page.wait_for_timeout(50)


def install() -> None:
    """Make sure that ``chromium()`` works.  Raises CalledProcessError where no way to a browser is left."""
    if system_chromium():
        return
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not root or shutil.which("sudo"):
            subprocess.run([*root, "apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, check=False)
            get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "chromium"]
            subprocess.run(get, stdout=subprocess.DEVNULL, check=False)
            if system_chromium():
                return
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium-headless-shell"], check=True
    )


if __name__ == "__main__" and "--install" in sys.argv:
    install()
    print("浏览器可用：" + (system_chromium() or "Playwright 自带"))
