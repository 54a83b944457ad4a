"""A copy for a USB stick: every link names a file, and search, practice, a mock exam and the builder work without a server."""

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner

from generator.cli import make_app
from generator.site.offline import page as unserved
from tests.site._html import read


def pack(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(make_app(), ["pack", *map(str, arguments)])
    return done.exit_code, done.stderr


@pytest.fixture(scope="module")
def stick(mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick") / "普法"
    assert pack("--offline", folder, "--site", mini_site) == (0, "")
    return folder


def test_every_link_names_a_file(stick: Path) -> None:
    broken = []
    for path in sorted(stick.rglob("*.html")):
        if path.name == "404.html":  # a server's: its addresses are the server's too
            continue
        for link in read(path.read_text(encoding="utf-8")).links:
            parts = urlsplit(link)
            if not parts.scheme and parts.path and not (path.parent / unquote(parts.path)).is_file():
                broken.append(f"{path.relative_to(stick)} → {link}")
    assert broken == []


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../conducts/#a", "../conducts/index.html#a"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("./?q=水#r", "index.html?q=水#r"),
        ("#a", "#a"),
        ("../a.docx", "../a.docx"),
        ("https://x.example/", "https://x.example/"),
        ("mailto:a@x.example", "mailto:a@x.example"),
    ],
)
def test_links_are_rewritten_only_where_they_name_a_folder(link: str, file: str) -> None:
    assert unserved(f'<a href="{link}">') == f'<a href="{file}">'


@pytest.fixture
def opened(chromium: Browser, stick: Path) -> Page:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda failed: faults.append(failed.url) if "ABORTED" not in str(failed.failure) else None)
    page.goto((stick / "index.html").as_uri())
    yield page
    page.close()
    assert faults == []


@pytest.mark.browser
def test_search_practice_exam_and_builder_work_from_a_folder(opened: Page, stick: Path) -> None:
    opened.locator("input[name=q]").first.fill("取水")
    expect(opened.locator(".pf-suggest > a").first).to_be_visible()
    opened.keyboard.press("Enter")
    opened.locator(".pf-hits__title").first.click()
    expect(opened.locator("h1")).to_be_visible()
    opened.goto((stick / "drill" / "index.html").as_uri() + "?topic=lake")
    expect(opened.locator(".pf-q__stem")).to_be_visible()
    opened.goto((stick / "exams" / "lake-mock" / "index.html").as_uri())
    opened.get_by_role("button", name="开始").click()
    expect(opened.locator(".pf-q__stem").first).to_be_visible()
    opened.goto((stick / "builder" / "index.html").as_uri())
    expect(opened.get_by_role("button", name="组卷")).to_be_enabled()


@pytest.mark.browser
def test_the_ordinary_site_says_that_it_wants_a_server(chromium: Browser, mini_site: Path) -> None:
    page = chromium.new_page()
    page.goto((mini_site / "index.html").as_uri())
    expect(page.get_by_text("pufa pack --offline")).to_be_visible()
    page.close()


def test_a_zip_has_the_same_bytes_each_time_and_all_of_the_site(mini_site: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert pack(tmp_path / name, "--site", mini_site) == (0, "")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        names = set(made.namelist())
        assert {path.relative_to(mini_site).as_posix() for path in mini_site.rglob("*") if path.is_file()} == names
        assert made.read("index.html") == (mini_site / "index.html").read_bytes()


def test_where_there_is_no_site_nothing_is_written(tmp_path: Path) -> None:
    code, said = pack("--offline", tmp_path / "out", "--site", tmp_path)
    assert code == 1
    assert "E702 这里没有 pufa 生成的网站" in said
    assert not (tmp_path / "out").exists()


def test_a_folder_of_others_is_left_alone(mini_site: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("信", encoding="utf-8")
    code, said = pack(tmp_path, "--site", mini_site)
    assert code != 0
    assert "letter.txt" in said or "不是" in said
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
