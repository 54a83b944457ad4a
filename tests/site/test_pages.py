"""The miniature's site as a reader gets it: whole, linked, escaped, the same each time, and quiet."""

import datetime
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from generator.kinds import Record, kinds
from generator.kinds.situation import Situation
from generator.library import Library, build_library
from generator.problems import Problems
from generator.site import urls
from tests.browser import serve
from tests.conftest import MINI, MINI_DAY, ROOT
from tests.site._html import Site, read

#: Pages for who writes the content.
FOR_WRITERS = ("maintain/", "open-problems/")


@pytest.fixture(scope="session")
def site(mini_site: Path) -> Site:
    return Site(mini_site)


@pytest.fixture(scope="session")
def real_site(real_folder: Path) -> Site:
    """The site of this repository's own content."""
    return Site(real_folder)


def check(site: Site) -> None:
    """What holds of every site."""
    assert site.broken_links() == []
    assert site.foreign_loads() == []
    for name, page in site.pages.items():
        assert page.lang == "zh", name
        assert page.h1 == 1, (name, page.h1)
        assert page.handlers == [], (name, page.handlers)
        assert [heading.text for heading in page.headings if not heading.text.strip()] == [], name
        assert [heading.text for heading in page.headings if not heading.filled] == [], name
        twice = {id for id in page.ids if page.ids.count(id) > 1}
        assert twice == set(), (name, twice)


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/#x"></a><a href="a/#y"></a><a href="b/"></a><a href="../out"></a><a href="a/?q=1"></a>'
        '<a href="https://x.example/"></a><img src="//x.example/i.png"><link rel="stylesheet" href="https://x.example/c.css">'
        '<p style="background: url(https://x.example/b.png)"><article><h1>甲</h1><h2>乙</h2><h3>丙</h3>字<h2>丁</h2></article>',
        encoding="utf-8",
    )
    (tmp_path / "a" / "index.html").write_text('<p id="x" onclick="f()">', encoding="utf-8")
    (tmp_path / "c.css").write_text(
        "@import 'https://x.example/d.css'; p { background: url(data:image/png;base64,AA) }"
    )
    site = Site(tmp_path)
    assert site.broken_links() == ["index.html → a/#y", "index.html → b/", "index.html → ../out"]
    assert len(site.foreign_loads()) == 4
    assert site.pages["a/index.html"].handlers == ["onclick"]
    assert [(h.text, h.filled) for h in site.pages["index.html"].headings] == [
        ("甲", True),
        ("乙", True),
        ("丙", True),
        ("丁", False),
    ]


def test_every_page_of_the_miniature_is_sound(site: Site) -> None:
    check(site)


@pytest.mark.slow
def test_every_page_of_the_real_content_is_sound(real_site: Site) -> None:
    check(real_site)


@pytest.mark.slow
def test_the_page_of_the_longest_law_is_light_and_names_every_article(real_site: Site) -> None:
    html = (real_site.root / "regulations" / "eco-code" / "index.html").read_text(encoding="utf-8")
    assert len(re.findall(r"<[a-z]", html)) < 4_000  # it had 22,000
    assert {f"a{number}" for number in range(1, 1243)} <= set(real_site.pages["regulations/eco-code/index.html"].ids)
    parts = [
        json.loads(path.read_text(encoding="utf-8"))["html"] for path in (real_site.root / "articles").rglob("*.json")
    ]
    whole = (real_site.root / "articles" / "eco-code" / "index.html").read_text(encoding="utf-8")
    for number in (1, 1095, 1242):
        assert sum(f'<section class="pf-article" id="a{number}">' in part for part in parts) == 1
        assert f'<section class="pf-article" id="a{number}">' in whole


def shown(library: Library) -> list[tuple[str, Record]]:
    nested = [("penalty", entry.penalty) for entry in library.penalties]
    return [(kind.name, record) for kind in kinds() for record in library.all(kind.name)] + nested


def test_the_miniature_has_every_kind(mini_library: Library) -> None:
    assert {kind for kind, _ in shown(mini_library)} == {kind.name for kind in kinds()}


def on_page(site: Site, kind: str, record: Record) -> bool:
    """Whether the page at the record's address exists, has its anchor, and shows its name."""
    path, _, anchor = urls.url_of(kind, record).partition("#")
    page = site.pages.get(f"{path}index.html")
    return page is not None and (not anchor or anchor in page.ids)


def test_every_record_has_its_address(site: Site, mini_library: Library) -> None:
    missing = [
        (kind, record.id)
        for kind, record in shown(mini_library)
        if kind != "penalty" and not on_page(site, kind, record)
    ]
    assert missing == []


@pytest.mark.slow
def test_every_record_of_the_real_content_has_its_address(real_site: Site) -> None:
    library = build_library(ROOT, datetime.date.today(), Problems())  # noqa: DTZ011 - as the build took it
    missing = [(k, r.id) for k, r in shown(library) if k != "penalty" and not on_page(real_site, k, r)]
    assert missing == []


WORDS = {
    "article": ("取水以前先登记，写明\"数量\"与用途。", "擅自放船的处罚"),
    "benchmark": ("擅自取水裁量表", "取水多少", "十吨以上", "公开道歉", "不低于"),
    "blueprint": ("湖区模拟卷", "判断题", "10 分钟", "独立作答。"),
    "case": ("夜里抽水", "某园夜里用泵抽水十二吨，没有登记。", "应当怎样处理？", "属于没有登记就取水。", "示例"),
    "circumstance": ("用水泵取水", "电泵、柴油泵", "在湖心"),
    "concordance": ("擅自取水的罚款提高了。", "1000元以上5000元以下", "1万元以上5万元以下", "处罚加重"),
    "conduct": ("没有登记就取水", "偷水", "取水以前到管理局登记。"),
    "education-duty": ("向用水的人讲湖泊法", "取样说明", "湖边讲座", "冬天讲座", "每年六月"),
    "exemption": ("第一次少量取水", "不到一吨", "已经补登", "教育"),
    "guide": ("垂钓园守法指南", "登记了没有", "先登记", "记水量"),
    "industry": ("游船出租",),
    "must-know": ("村干部应知应会", "村民常问", "练一练"),
    "obligation": ("记下每天取多少水", "每月五日以前", "取水本", "三年", "开始取水以后"),
    "occasion": ("收到登记通知", "签收的那天", "有话可以到管理局说", "请求复查"),
    "penalty": ("责令停业", "5万元以上20万元以下", "每艘500元"),
    "power-item": ("取水登记", "A-1", "按时办理", "逾期不办的要说明"),
    "procedure": ("取水登记的步骤", "递交申请", "申请书", "七日内"),
    "held-activity": ("码头讲法", "2026-08-02", "船工", "30 人", "取样说明", "a.jpg"),
    "question": ("取水以前应当先登记。",),
    "regulation": ("试验湖泊法", "湖法", "第一节 取水", "水位 < 5 米时另有规定，取水 & 排水都要登记"),
    "report": ("2025年湖区报告", "人手少", "明年讲四场。", "2026-02-10", "讲课安排"),
    "responsibility": ("登记取水的人", "看到放船就报告", "牵头", "配合"),
    "statistic": ("登记取水", "约30人", "28.5人", "当年新登记的人"),
    "term": ("湖水", "水体", "湖岸线以内的水。"),
    "topic": ("湖泊练习",),
    "unit": ("试验湖区管理局", "湖边一号"),
}  # fmt: skip


#: Kinds that are shown only by the items made of them, and the miniature has too few conducts to ask one.
BY_ITEMS = {"situation"}


@pytest.mark.slow
def test_a_situation_is_told_where_its_chains_are_practised(real_site: Site) -> None:
    library = build_library(ROOT, datetime.date.today(), Problems())  # noqa: DTZ011 - as the build took it
    text = "".join(page.text for name, page in real_site.pages.items() if name.startswith("practice/types/chain/"))
    for situation in library.of("situation", Situation):
        told = [line for line in re.split(r"\{\w+\}", situation.scene) if len(line) > 5]
        assert told, situation.id
        assert told[-1] in text, situation.id


@pytest.mark.parametrize("kind", [kind.name for kind in kinds() if kind.name not in BY_ITEMS])
def test_a_record_of_every_kind_is_shown_with_what_it_says(site: Site, mini_library: Library, kind: str) -> None:
    addresses = {urls.url_of(name, record).partition("#")[0] for name, record in shown(mini_library) if name == kind}
    if kind == "penalty":
        addresses = {urls.url_of("conduct", conduct) for conduct in mini_library.conducts}
    if kind == "question":
        addresses = {f"practice/{topic.id}/" for topic in mini_library.topics}
    text = "".join(page.text for name, page in site.pages.items() if name.removesuffix("index.html") in addresses)
    assert [word for word in WORDS[kind] if word not in text] == []


def test_text_is_escaped(mini_site: Path) -> None:
    page = (mini_site / "regulations" / "lake-law" / "index.html").read_text(encoding="utf-8")
    assert "水位 &lt; 5 米时另有规定，取水 &amp; 排水都要登记" in page
    assert "水位 < 5" not in page
    assert "写明&#34;数量&#34;与用途" in page


def test_a_body_in_markdown_is_sanitised(mini_site: Path, site: Site) -> None:
    html = (mini_site / "guides" / "boats-for-hire" / "index.html").read_text(encoding="utf-8")
    assert "stolen" not in html
    assert "onerror" not in html
    assert "javascript:" not in html
    assert "<strong>加粗</strong>" in html
    code = (mini_site / "guides" / "fishing-ponds" / "index.html").read_text(encoding="utf-8")
    assert "一天一行\n    缩进的一行\n\n空行之后\n" in code


def test_files_of_content_stand_on_the_pages_for_writers_alone(site: Site, mini_library: Library) -> None:
    told = site.pages["maintain/index.html"].text
    for kind in kinds():
        for record in mini_library.all(kind.name):
            assert record.at.file in told, record.at
            assert kind.name == "article" or record.id in told, record.at
    shown = re.compile(r"(?:content|quizzes)/[\w/.-]+\.(?:ya?ml|md)")
    assert [
        name for name, page in site.pages.items() if not name.startswith(FOR_WRITERS) and shown.search(page.text)
    ] == []
    assert "maintain/" in site.pages["index.html"].links
    assert "open-problems/" not in site.pages["index.html"].links


def test_invented_records_are_marked_as_such(site: Site) -> None:
    for name in ("regulations/lake-law", "conducts/taking-water", "units/lake-office", "cases/night-pump", "glossary"):
        assert "示例" in site.pages[f"{name}/index.html"].text, name


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_same_content_gives_the_same_bytes_through_mkdocs_as_well(mini_site: Path, tmp_path: Path) -> None:
    root = tmp_path / "elsewhere"
    shutil.copytree(MINI, root)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  - pufa\n", f"  - pufa:\n      as_of: {MINI_DAY}\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, second = tree(mini_site), tree(root / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_hand_written_page_at_the_same_address_wins(tmp_path: Path, pufa: Callable[..., Any]) -> None:
    root = tmp_path / "mini"
    shutil.copytree(MINI, root)
    (root / "docs" / "glossary.md").write_text("# 自己写的术语\n\n甲。\n", encoding="utf-8")
    (root / "docs" / "powers").mkdir()
    (root / "docs" / "powers" / "index.md").write_text("# 自己写的权责\n\n乙。\n", encoding="utf-8")
    done = pufa("build", "-p", root, "--as-of", MINI_DAY, "--out", root / "site")
    assert done.returncode == 0, done.stderr
    for name, title in (("glossary", "自己写的术语"), ("powers", "自己写的权责")):
        page = read((root / "site" / name / "index.html").read_text(encoding="utf-8"))
        assert [heading.text for heading in page.headings] == [title]


PLAIN = """\
site_name: 试验
docs_dir: stage
theme: {name: material, language: zh, font: false}
markdown_extensions: [attr_list, md_in_html, tables]
plugins: []
"""


def test_the_stage_builds_with_plain_material_without_warnings(
    tmp_path: Path, pufa: Callable[..., Any], site: Site
) -> None:
    staged = pufa("stage", tmp_path / "stage", "-p", MINI, "--as-of", MINI_DAY)
    assert staged.returncode == 0, staged.stderr
    (tmp_path / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    # what people wrote by hand goes beside it
    shutil.copyfile(MINI / "docs" / "sampling.txt", tmp_path / "stage" / "sampling.txt")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING " not in done.stderr
    plain = Site(tmp_path / "site")
    assert plain.broken_links() == []
    assert set(plain.pages) == set(site.pages)
    for name, page in plain.pages.items():
        if name != "404.html":
            assert page.h1 == 1, name
            words = [heading.text.strip("¶ \n") for heading in site.pages[name].headings]
            assert [heading.text.strip("¶ \n") for heading in page.headings] == words, name


def test_a_page_reads_without_scripts(mini_site: Path) -> None:
    page = read((mini_site / "practice" / "lake" / "index.html").read_text(encoding="utf-8"))
    assert "取水以前应当先登记。" in page.text
    assert "答案：" in page.text


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["", "conducts/taking-water/", "search/?q=偷水", "practice/lake/", "exams/lake-mock/", "education/"]
)
def test_no_page_asks_another_host_or_logs_an_error(chromium: Browser, mini_site: Path, path: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    with serve(mini_site) as address:
        page = chromium.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
        page.on("requestfailed", lambda request: wrong.append(_failed(request)))
        page.on(
            "console", lambda message: wrong.append(_said(message)) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address + path, wait_until="networkidle")
        if path.startswith("search"):
            page.wait_for_selector(".pf-results a")
        page.close()
    assert len(asked) > 3
    assert [url for url in asked if not url.startswith(address)] == []
    assert wrong == []


def _failed(request: Request) -> str:
    return f"{request.url} {request.failure}"


def _said(message: ConsoleMessage) -> str:
    return message.text


def reached(site: Site, start: str = "index.html") -> dict[str, int]:
    """How many links each page is away from the home page."""
    away = {start: 0}
    for name in (queue := [start]):
        for link in site.pages[name].links:
            parts = urlsplit(link)
            target = site.target(name, unquote(parts.path)) if not parts.scheme else None
            if target in site.pages and target not in away:
                away[target] = away[name] + 1
                queue.append(target)
    return away


def test_every_list_is_one_link_from_home_and_every_page_is_reached(site: Site) -> None:
    away = reached(site)
    assert set(site.pages) - set(away) == {"404.html"}
    beyond = ("search/", "open-problems/")  # by the box of every page; from the page for writers
    lists = [name for name in site.pages if name.count("/") == 1 and not name.startswith(beyond)]
    assert {name: away[name] for name in lists if away[name] > 1} == {}


def test_pages_of_one_entry_stand_beside_one_another(mini_site: Path) -> None:
    lists = ["conducts", "benchmarks", "penalties", "procedures"]
    for name in lists:
        html = (mini_site / name / "index.html").read_text(encoding="utf-8")
        beside = html.split('<nav class="pf-beside"')[1].split("</nav>")[0]
        assert re.findall(r'href="([^"]+)"', beside) == ["./" if one == name else f"../{one}/" for one in lists]
        assert beside.count('aria-current="page"') == 1
    assert "pf-beside" not in (mini_site / "conducts" / "taking-water" / "index.html").read_text(encoding="utf-8")


KINDS_OF_PAGE = (
    "", "regulations/", "regulations/lake-law/", "conducts/", "conducts/taking-water/", "penalties/", "concordance/",
    "benchmarks/", "benchmarks/taking-water-weights/", "exemptions/", "responsibilities/", "units/lake-office/", "education/", "plan/",
    "obligations/", "guides/", "guides/boats-for-hire/", "procedures/", "procedures/register/", "powers/", "statistics/",
    "reports/lake-2025/", "glossary/", "cases/", "cases/night-pump/", "must-know/", "must-know/village-heads/", "practice/",
    "practice/lake/", "drill/?topic=lake", "exams/lake-mock/", "search/?q=水", "open-problems/", "about/", "trainers/", "404.html",
)  # fmt: skip
#: What is wrong with a page as read by one who cannot see it, or sees only a phone's width of it.
FAULTS = """(width) => {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const faults = [];
  if (document.documentElement.scrollWidth > width) faults.push(`wider than ${width}: ${document.documentElement.scrollWidth}`);
  let last = 0;
  for (const h of [...document.querySelectorAll("article :is(h1, h2, h3, h4)")].filter(seen)) {
    const level = Number(h.tagName[1]);
    if (level > last + 1) faults.push(`h${last} then h${level}: ${h.textContent.trim()}`);
    last = level;
  }
  for (const e of document.querySelectorAll("input, select, textarea")) {
    if (seen(e) && !e.labels?.length && !e.ariaLabel) faults.push(`no label: ${e.outerHTML}`);
  }
  for (const e of document.querySelectorAll("a[href], button")) {
    if (seen(e) && !(e.ariaLabel ?? e.textContent).trim()) faults.push(`no name: ${e.outerHTML}`);
  }
  for (const e of document.querySelectorAll("[aria-controls], [aria-labelledby]")) {
    for (const id of (e.getAttribute("aria-controls") ?? e.getAttribute("aria-labelledby")).split(" ")) {
      if (!document.getElementById(id)) faults.push(`nothing with the id ${id}`);
    }
  }
  for (const e of document.querySelectorAll("th:not([scope])")) faults.push(`th without scope: ${e.textContent}`);
  return faults;
}"""


@pytest.mark.browser
@pytest.mark.parametrize(("width", "elder"), [(1280, False), (390, False), (390, True)])
def test_every_kind_of_page_can_be_read(chromium: Browser, mini_site: Path, width: int, elder: bool) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844})
    settings = json.dumps({"elder": elder})
    context.add_init_script(f"localStorage.setItem('pufa.settings', {json.dumps(settings)})")
    found = {}
    page = context.new_page()
    with serve(mini_site) as address:
        for path in KINDS_OF_PAGE:
            page.goto(address + path)
            page.wait_for_function("() => customElements.get('pufa-settings') !== undefined")
            found[path] = page.evaluate(FAULTS, width)
    context.close()
    assert {path: faults for path, faults in found.items() if faults} == {}
