"""pufa init: where the site will be found, as an option, asked at a terminal, and what a build makes of it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app
from generator.commands import init


def pufa(*arguments: object) -> Result:
    return CliRunner().invoke(make_app(), [*map(str, arguments)])


def settings(project: Path) -> list[str]:
    return (project / "content" / "site.yml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("more", [[], ["--empty"], ["--region", "某省"]])
def test_the_address_stands_in_the_settings(tmp_path: Path, more: list[str]) -> None:
    assert pufa("init", tmp_path / "a", *more, "--site-url", "https://a.example/law/").exit_code == 0
    assert settings(tmp_path / "a")[1:3] == ["name: 普法", "url: https://a.example/law/"]
    assert pufa("init", tmp_path / "b", *more).exit_code == 0  # nobody at a terminal is asked nothing
    assert [line for line in settings(tmp_path / "b") if line.startswith("url")] == []


def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    done = pufa("init", tmp_path / "a", "--site-url", "a.example")
    assert (done.exit_code, (tmp_path / "a").exists()) == (2, False)
    assert "不是网址" in done.stderr


@pytest.mark.parametrize(
    ("said", "url"),
    [(["https://a.example/"], "https://a.example/"), (["a.example", " http://b.example "], "http://b.example"), ([""], ""), ([], "")],
)  # fmt: skip
def test_at_a_terminal_it_is_asked_until_it_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str], url: str
) -> None:
    def answers() -> Iterator[str]:
        yield from said

    answer = answers()

    def ask(_: str) -> str:
        for text in answer:
            return text
        raise EOFError

    monkeypatch.setattr("builtins.input", ask)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True)
    init.run(tmp_path / "a", empty=True)
    assert [line for line in settings(tmp_path / "a") if line.startswith("url")] == ([f"url: {url}"] if url else [])


def test_the_map_of_the_site_is_filled_or_not_there(tmp_path: Path) -> None:
    root = tmp_path / "a"
    assert pufa("init", root, "--empty", "--site-url", "https://a.example/law").exit_code == 0
    assert pufa("build", "-p", root, "--out", tmp_path / "site", "--quiet").exit_code == 0
    map = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://a.example/law/</loc>" in map
    assert "<loc>https://a.example/law/search/</loc>" in map
    assert '<base href="/law/">' in (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    site = root / "content" / "site.yml"
    site.write_text("".join(f"{line}\n" for line in settings(root) if not line.startswith("url")), encoding="utf-8")
    assert pufa("build", "-p", root, "--out", tmp_path / "site", "--quiet").exit_code == 0
    assert not (tmp_path / "site" / "sitemap.xml").exists()
