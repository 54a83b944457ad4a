"""404.html in a folder of its host, at any depth: its style, its links and its search are those of the site."""

import shutil
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from generator.site.lost import anywhere

pytestmark = pytest.mark.browser


class _Host(SimpleHTTPRequestHandler):
    """Sends the 404.html of the site in ``/bureau/law/``, as hosts of static sites do."""

    root: Path

    def __init__(self, *given: object) -> None:
        super().__init__(*given, directory=str(self.root))  # type: ignore[arg-type]

    def log_message(self, format: str, *arguments: object) -> None: ...

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.root / "bureau" / "law" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if self.command == "GET" else b"")


@pytest.fixture(scope="module")
def host(mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(mini_site, root / "bureau" / "law")
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Host", (_Host,), {"root": root})) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("path", ["bureau/law/nothing", "bureau/law/conducts/nothing/at/all/"])
def test_a_page_that_is_not_there_leads_back(chromium: Browser, host: str, path: str) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(host + path)
    expect(page.locator("h1")).to_have_text("没有找到这一页")
    assert page.evaluate("getComputedStyle(document.querySelector('.pf-brand')).display") == "flex"
    expect(page.get_by_role("button", name="长者模式")).to_be_visible()
    links = page.locator("a").evaluate_all("all => all.map((a) => a.href)")
    assert [link for link in links if not link.startswith((f"{host}bureau/law/", f"{host}{path}#"))] == []
    page.locator(".pf-skip").focus()
    page.keyboard.press("Enter")
    assert page.url == f"{host}{path}#content"
    page.get_by_label("搜索", exact=True).first.fill("取水")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}bureau/law/search/?q=*")
    assert faults == []
    page.close()


def test_addresses_are_told_from_the_sites_folder() -> None:
    page = '<meta charset="utf-8"><a href="/law/">首页</a><a href="/law/a/?q=1#x">甲</a><a href="/other/">别处</a><img src="//x.example/i.png"><a href="#c">丙</a>'
    made = anywhere(page, "https://a.example/law")
    assert made.startswith('<meta charset="utf-8"><base href="/law/"><script>')
    assert made.endswith(
        '</script><a href="./">首页</a><a href="a/?q=1#x">甲</a><a href="/other/">别处</a><img src="//x.example/i.png"><a href="#c">丙</a>'
    )
    assert '<a href="law/">' in anywhere(page, None)
