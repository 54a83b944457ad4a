"""Two builds of a site compared."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree
from typer.testing import CliRunner

from generator.cli import make_app
from generator.impact.builds import differences, read_build
from generator.impact.builds import feed as written
from tests.conftest import MINI

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def builds(mini_site: Path, tmp_path: Path) -> tuple[Path, Path]:
    """What two builds keep for programs: the miniature's, and one in which things have changed."""
    old, new = tmp_path / "旧", tmp_path / "新"
    for folder in (old, new):
        for part in ("api", "data"):
            shutil.copytree(mini_site / part, folder / part)
    edit(new / "api/v1/index.json", lambda index: index.update(url="https://law.example/", as_of="2026-09-01"))
    edit(new / "api/v1/regulations/lake-law.json", change)
    edit(new / "api/v1/regulations/river-rules.json", lambda law: law.update(state="in_force"))
    edit(new / "data/bank.json", lambda bank: bank["items"].pop())
    return old, new


def change(law: dict[str, list[dict[str, str]]]) -> None:
    law["articles"][0]["digest"] = "<b>改了</b>\u0001的要点"
    law["articles"].append({"key": "120-1", "url": "regulations/lake-law/#a120-1"})


def edit(path: Path, act: object) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    act(data)  # type: ignore[operator]
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def pufa(*arguments: object) -> Result:
    return CliRunner().invoke(make_app(), ["changes", *map(str, arguments)])


def test_what_changed_is_told_and_written_as_a_page_and_a_feed(builds: tuple[Path, Path], tmp_path: Path) -> None:
    page, feed = tmp_path / "变化.html", tmp_path / "feed.xml"
    done = pufa(*builds, "--page", page, "--feed", feed)
    assert done.exit_code == 0, done.output
    assert "法规 改了：现在是现行有效：试验河流规定" in done.output
    assert "条文 新增：试验湖泊法 第120条之一" in done.output
    assert "题目 删去：" in done.output
    assert done.output.splitlines()[-1].startswith("2026-08-20 到 2026-09-01，变化 4 处：")
    root = etree.fromstring(feed.read_bytes())
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 4
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 4
    assert entries[0].find(f"{ATOM}link").get("href").startswith("https://law.example/regulations/")
    assert "https://law.example/regulations/lake-law/#a120-1" in page.read_text(encoding="utf-8")
    before = feed.read_bytes()
    pufa(*builds, "--feed", feed)
    assert feed.read_bytes() == before


def test_nothing_changed_is_said(builds: tuple[Path, Path]) -> None:
    assert "变化 0 处：没有" in pufa(builds[0], builds[0]).output


def test_a_feed_that_stands_in_the_site_names_its_own_place(builds: tuple[Path, Path]) -> None:
    old, new = (read_build(folder) for folder in builds)
    root = etree.fromstring(written(new, list(differences(old, new)), "feed.xml"))
    places = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert places == {None: "https://law.example/", "self": "https://law.example/feed.xml"}
    assert not etree.fromstring(written(new, [])).findall(f"{ATOM}link[@rel='self']")


def test_a_folder_that_is_no_site_is_a_problem(builds: tuple[Path, Path], tmp_path: Path) -> None:
    done = pufa(builds[0], tmp_path / "没有")
    assert done.exit_code == 1
    assert "E101" in done.output + (done.stderr if done.stderr_bytes else "")
    edit(builds[1] / "api/v1/index.json", lambda index: index["regulations"].append({"id": "../../../etc"}))
    assert pufa(*builds).exit_code == 1


@pytest.fixture(scope="module")
def renewed(mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature's site of a later day, in place of the earlier one."""
    out = tmp_path_factory.mktemp("renewed") / "site"
    shutil.copytree(mini_site, out)
    given = [
        "build",
        "-p",
        str(MINI),
        "--as-of",
        "2027-03-01",
        "--out",
        str(out),
        "--changes-from",
        str(out),
        "--quiet",
    ]
    done = CliRunner().invoke(make_app(), given)
    assert done.exit_code == 0, done.output
    return out


def test_a_site_tells_what_changed_since_the_earlier_one_and_every_page_leads_there(renewed: Path) -> None:
    page = (renewed / "changes" / "index.html").read_text(encoding="utf-8")
    assert "从 2026-08-20 的网站到 2027-03-01 的网站" in page
    root = etree.fromstring((renewed / "feed.xml").read_bytes())
    assert root.findtext(f"{ATOM}updated") == "2027-03-01T00:00:00Z"
    assert len(root.findall(f"{ATOM}entry")) == page.count("<li><b>")
    home = (renewed / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml"' in home
    assert 'href="changes/"' in home
    assert {"changes/index.html", "feed.xml"} <= set((renewed / "assets/pufa/files.txt").read_text().splitlines())


def test_a_site_without_an_earlier_one_has_no_page_of_changes(mini_site: Path) -> None:
    assert not (mini_site / "feed.xml").exists()
    assert "feed.xml" not in (mini_site / "index.html").read_text(encoding="utf-8")
