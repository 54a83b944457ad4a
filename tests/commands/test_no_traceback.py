"""States of files and settings that libraries end in tracebacks over, or wait for without end: each is a Problem with its file."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.mkdocs_plugin import running
from tests.commands.test_bad_input import run
from tests.conftest import MINI, MINI_DAY, ROOT, environ, warm

HERE = ("--as-of", MINI_DAY, "--quiet")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    return root


def page(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda root: (root / name).parent.mkdir(parents=True, exist_ok=True) or (root / name).write_bytes(content)


def linked(name: str, target: str) -> Callable[[Path], None]:
    return lambda root: (root / name).symlink_to(target)


def instead(name: str, how: Callable[[Path], Any]) -> Callable[[Path], None]:
    """``name`` replaced by a file, a folder or a pipe."""

    def change(root: Path) -> None:
        path = root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        how(path)

    return change


def setting(text: str, found: str = "  - pufa\n") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        before = (root / "mkdocs.yml").read_text(encoding="utf-8")
        assert found in before
        (root / "mkdocs.yml").write_text(before.replace(found, text), encoding="utf-8")

    return change


def hooked(code: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        setting("  - pufa\nhooks: [own.py]\n")(root)
        (root / "own.py").write_text(code, encoding="utf-8")

    return change


STATES: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a GBK page": (page("docs/notice.md", "第一行\n通知".encode("gbk")), "docs/notice.md:1:1: E101 不是 UTF-8"),
    "a looping link": (linked("docs/round.md", "round.md"), "docs/round.md:1:1: E106"),
    "a link to nothing": (linked("docs/none.png", "nothing.png"), "docs/none.png:1:1: E106"),
    "a link to its own folder": (linked("docs/deep", "."), "docs/deep:1:1: E106"),
    "a name that is no UTF-8": (
        lambda root: Path(os.fsdecode(os.fsencode(root / "docs") + b"/\xd6\xd0.md")).write_bytes(b""),
        "docs/\\udcd6\\udcd0.md:1:1: E101 文件名里有不是 UTF-8",
    ),
    "a style sheet of others": (
        page("docs/own.css", b"/* https://a.example */\n@import 'https://cdn.example/a.css';\n"),
        "docs/own.css:2:1: E111 链接或图片指向别的网站：https://cdn.example/a.css",
    ),
    "a style sheet that loads": (page("docs/a.css", b"a{background:url( //cdn.example/a.png)}"), "docs/a.css:1:1: E111"),
    "a script that loads": (
        page("docs/own.js", b"// https://a.example\nlet ns = 'http://www.w3.org/2000/svg';\nfetch('//cdn.example/a');\n"),
        "docs/own.js:3:1: E111 链接或图片指向别的网站：//cdn.example/a",
    ),
    "pages in another folder": (setting("docs_dir: content\n", "docs_dir: docs\n"), "E204 docs_dir 只能是 docs"),
    "a picture that loads": (
        page("docs/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>\n<image href='https://cdn.example/a'/></svg>"),
        "docs/a.svg:2:1: E111",
    ),
    "a page as it is": (page("docs/old.htm", "<p>旧</p><img src=//cdn.example/a>".encode("gbk")), "docs/old.htm:1:1: E111"),
    "a page that Windows can't have": (page("docs/con.md", b"# a\n"), "docs/con.md:1:1: E107 Windows 保留了“con”"),
    "a folder that Windows can't have": (page("docs/aux/a.md", b"# a\n"), "docs/aux/a.md:1:1: E107 Windows"),
    "content that Windows can't have": (page("content/terms/LPT1.yml", b"- {id: a}\n"), "LPT1.yml:1:1: E107 Windows"),
    "a pipe for a page": (lambda root: os.mkfifo(root / "docs" / "pipe.md"), "docs/pipe.md:1:1: E101 这不是文件"),
    "a pipe for a picture": (lambda root: os.mkfifo(root / "docs" / "a.png"), "docs/a.png:1:1: E101 这不是文件"),
    "a pipe for content": (
        lambda root: os.mkfifo(root / "content" / "terms" / "pipe.yml"),
        "content/terms/pipe.yml:1:1: E101 这不是文件，是管道或设备",
    ),
    "20,000 brackets in a page": (page("docs/long.md", b"a\n" + b"[" * 20_000), "docs/long.md:2:1: E110"),
    "20,000 brackets in a guide": (
        lambda root: next((root / "content" / "guides").glob("*.md")).open("a").write("\n" + "![" * 20_000),
        "E110 “body”：Markdown 过于复杂",
    ),
    "20,000 headings in a page": (page("docs/long.md", b"a\n=\n" * 20_000), "docs/long.md:2002:1: E110 有 1,001 行标题"),
    "20,000 rules in a guide": (
        lambda root: next((root / "content" / "guides").glob("*.md")).open("a").write("\n" + "***\n" * 20_000),
        "E110 “body”：Markdown 过于复杂：有 1,001 行标题或分隔线连着",
    ),
    "50,000 fences without an end": (page("docs/long.md", b"```x\n" * 50_000), "docs/long.md:1001:1: E110 有 1,001 处代码块"),
    "20,000 columns in a page": (page("docs/long.md", b"|" + b"a|" * 20_000), "docs/long.md:1:1: E110 一行里有 20,001 根竖线"),
    "20,000 backticks among columns": (page("docs/long.md", b"a|`" * 900), "docs/long.md:1:1: E110 一行里有 900 根竖线又有"),
    "a picture whose braces load another": (
        page("docs/a.md", b"# a\n\n![a](a.png){ src=https://cdn.example/b.png }\n"),
        "docs/a.md:3:1: E111 链接或图片指向别的网站：https://cdn.example/b.png",
    ),
    "a picture within a part that is Markdown": (
        page("docs/a.md", b"<div markdown>\n\n![a](https://cdn.example/b.png)\n\n</div>\n"),
        "docs/a.md:3:1: E111",
    ),
    "a file for a folder of content": (
        instead("content/statistics", lambda path: path.write_bytes(b"- {id: a}\n")),
        "content/statistics:1:1: E107 content/statistics 应该是目录",
    ),
    "a folder for a file of terms": (
        lambda root: (root / "content" / "terms" / "x.yml").mkdir(),
        "content/terms/x.yml:1:1: E107 x.yml 应该是文件，却是目录",
    ),
    "texts of elsewhere": (linked("texts", "/etc"), "texts:1:1: E106"),
    "a file for texts": (page("texts", b"a"), "texts:1:1: E107 texts 应该是目录"),
    "a file for quizzes": (instead("quizzes", lambda path: path.touch()), "quizzes:1:1: E107 quizzes 应该是目录"),
    "a folder for site.yml": (instead("content/site.yml", Path.mkdir), "content/site.yml:1:1: E101 这不是文件，是目录"),
    "a folder for a file of content": (
        lambda root: (root / "content" / "site.yml").rename(root / "content" / "x") and os.mkfifo(root / "content/site.yml"),
        "content/site.yml:1:1: E101 这不是文件，是管道",
    ),
    "a day that is none in the settings": (
        setting("  - pufa:\n      as_of: 2026-02-30\n"),
        "mkdocs.yml:9:14: E204 “2026-02-30”不是有效的值",
    ),
    "a day of no year of ours": (setting("  - pufa:\n      as_of: 9999-12-31\n"), "as_of“9999-12-31”不是日期"),
    "a day in another form": (setting("  - pufa: {as_of: 2026-W48-6}\n"), "as_of“2026-W48-6”不是日期"),
    "a list for a day": (setting("  - pufa: {as_of: [1]}\n"), "mkdocs.yml:"),
    "settings that are a pipe": (instead("mkdocs.yml", os.mkfifo), "mkdocs.yml:1:1: E101 这不是文件"),
    "settings that are a folder": (instead("mkdocs.yml", Path.mkdir), "mkdocs.yml:1:1: E101 这不是文件"),
    "settings in GBK": (page("mkdocs.yml", "site_name: 环境\n".encode("gbk")), "mkdocs.yml:1:12: E101"),
    "settings that are a list": (page("mkdocs.yml", b"- a\n"), "mkdocs.yml:1:1: E204"),
    "settings without a name": (setting("", "site_name: 试验普法\n"), "mkdocs.yml:1:1: E204 “site_name”：不能省"),
    "settings with a number for a name": (setting("5", "试验普法"), "mkdocs.yml:1:12: E204 “site_name”应为网站的名称"),
    "settings that write the site over the pages": (
        setting("docs_dir: docs\nsite_dir: docs/x\n", "docs_dir: docs\n"),
        "mkdocs.yml:3:11: E204 site_dir 不能是“docs/x”",
    ),
    "settings with a theme that is not there": (setting("name: none\n", "name: material\n"), "没有装名为“none”的主题"),
    "settings with an extension that is not there": (setting("  - none\n", "  - tables\n"), "扩展“none”没有装"),
    "settings with an option that an extension has not": (
        setting("  - toc: {none: 1}\n", "  - tables\n"),
        "扩展“toc”没有装，或者它的字段填得不对",
    ),
    "settings with a plugin that is not there": (setting("  - pufa\n  - none\n"), "没有装名为“none”的插件"),
    "settings with a number for what the theme does": (
        setting("  font: false\n  features: 5\n", "  font: false\n"),
        "mkdocs.yml:7:13: E204 “theme.features”应为列表",
    ),
    "settings with a number for colours": (
        setting("  font: false\n  palette: 5\n", "  font: false\n"),
        "mkdocs.yml:7:12: E204 “theme.palette”应为字段表",
    ),
    "settings with a number for a theme's folder": (
        setting("  font: false\n  custom_dir: 5\n", "  font: false\n"),
        "mkdocs.yml:1:1: E204 mkdocs.yml 的设置不对",
    ),
    "settings without pufa": (setting("  - search\n"), "mkdocs.yml 的 plugins 里没有 pufa"),
    "settings with a style sheet that is no name": (
        setting("  - pufa\nextra_css: [a.css, 1]\n"),
        "mkdocs.yml:9:20: E204 “extra_css”应为列表：每行“- docs/ 里的样式文件”",
    ),
    "settings with a template that is no name": (setting("  - pufa\nextra_templates:\n  - [a]\n"), "mkdocs.yml:10:5: E204 “extra_templates”"),
    "settings that leave out what the site needs": (
        setting("  - pufa\nexclude_docs: '*'\n"),
        "mkdocs.yml:9:15: E204 “exclude_docs”连网站自己的网页和文件也排除了，如 assets/pufa/css/theme.css",
    ),
    "drafts that are all scripts": (setting("  - pufa\ndraft_docs: '*.js'\n"), "mkdocs.yml:9:13: E204 “draft_docs”"),
    "a hook that ends": (hooked("import sys\nsys.exit(0)\n"), "mkdocs.yml:1:1: E204 mkdocs.yml 的设置不对：hooks 或者别的插件自己结束了运行（退出码 0）"),
    "settings with a script of others": (
        setting("  - pufa\nextra_javascript:\n  - https://cdn.example/a.js\n"),
        "E111 链接或图片指向别的网站：https://cdn.example/a.js",
    ),
    "settings with a font of others": (
        setting("theme: {name: material, font: {text: Roboto}}\n", "theme:\n  name: material\n  language: zh\n  font: false\n"),
        "E111 链接或图片指向别的网站：https://fonts.googleapis.com",
    ),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", ["check", "build"])
def test_each_state_is_a_problem_with_its_file(project: Path, tmp_path: Path, state: str, command: str) -> None:
    change, said = STATES[state]
    change(project)
    more = ("--out", tmp_path / "site") if command == "build" else ()
    done = run(command, "-p", project, *HERE, *more)
    assert done.exit_code == 1, (done.output, done.exception)
    assert said in done.stderr
    assert "E704" not in done.stderr
    assert not (tmp_path / "site").exists()


READ_BACK: dict[str, tuple[str, tuple[object, ...], str]] = {
    "the bank's lock": ("quizzes/bank.lock.json", ("bank", "--check"), "E402 题库锁读不了："),
    "an earlier bank": ("old.json", ("bank", "--against", "old.json"), "E402 对比的题库读不了："),
    "a paper's manifest": (
        "papers/manifest.json",
        ("impact", "--regulation", "lake-law", "--papers", "papers"),
        "E101 试卷的清单或者答案读不了：",
    ),
    "a document": ("own.docx", ("cite", "own.docx", "--check"), "own.docx:1:1: E801"),
    "measured difficulties": ("quizzes/difficulty.json", ("bank",), "E404 实测难度读不了："),
    "a text of a law": ("texts/air.json", ("check",), "texts/air.json:1:1: E804"),
    "a template": ("own.docx", ("exam", "lake-mock", "--template", "own.docx"), "模板"),
    "a workbook": ("own.xlsx", ("blueprint", "from-xlsx", "own.xlsx"), "own.xlsx"),
    "a file of law": ("own.txt", ("import", "law", "own.txt"), "own.txt:1:1: E801"),
    "answers": ("own.csv", ("mark", "lake-mock", "own.csv"), "own.csv:1:1: E503"),
    "a manifest": (
        "papers/manifest.json",
        ("export", "papers", "--format", "json", "--out", "a.json"),
        "manifest.json",
    ),
    "a checklist": (
        "list.json",
        ("calendar", "fishing", "--checklist", "list.json"),
        "list.json:1:1: E101 清单文件读不了：",
    ),
    "official texts": ("official/laws.json", ("verify", "--official", "official"), "laws.json:1:1: E610"),
}


@pytest.mark.parametrize(
    "how", [os.mkfifo, lambda path: path.write_bytes(b"\xff[" * 50_000)], ids=["pipe", "bytes of nothing"]
)
@pytest.mark.parametrize("name", READ_BACK)
def test_what_stands_where_a_file_is_due(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, how: Callable[[Path], Any]
) -> None:
    """A pipe that nobody writes to would be waited for without end."""
    file, command, said = READ_BACK[name]
    (project / file).parent.mkdir(parents=True, exist_ok=True)
    instead(file, how)(project)
    monkeypatch.chdir(project)
    done = run(*command, *(() if command[0] in {"verify", "blueprint", "import"} else ("--as-of", MINI_DAY)))
    assert done.exit_code in {1, 2}, (done.output, done.exception)
    assert said in done.stderr
    assert "E704" not in done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "def on_post_build(config):\n    raise SystemExit(0)\n",
        "def on_page_context(context, **_):\n    context.clear()\n",
    ],
    ids=["ends", "takes all away"],
)
def test_a_hook_that_leaves_no_site_is_told(project: Path, tmp_path: Path, code: str) -> None:
    """An exit with 0 in a hook left no site, and said nothing."""
    hooked(code)(project)
    done = run("build", "-p", project, *HERE, "--out", tmp_path / "site")
    assert done.exit_code == 1, (done.output, done.exception)
    assert "mkdocs.yml:1:1: E701 MkDocs 未能生成网站" in done.stderr
    assert not (tmp_path / "site").exists()


def test_files_that_load_nothing_from_elsewhere_are_well(project: Path) -> None:
    page(
        "docs/a.css",
        b"/* https://a.example */\n@namespace url(http://www.w3.org/1999/xhtml);\na{background:url(a.png)}",
    )(project)
    page("docs/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'/>")(project)
    page("docs/a.html", "<p>https://a.example 旧</p>".encode("gbk"))(project)
    done = run("check", "-p", project, *HERE)
    assert done.exit_code == 0, done.stderr


def test_signs_that_nobody_sees_in_a_page_are_warned_of(project: Path) -> None:
    page("docs/a.md", "# 甲\n\n乙\u200b丙\u202e丁 ⺠法\n".encode())(project)
    done = run("check", "-p", project, *HERE)
    assert done.exit_code == 0, done.stderr
    told = [line.split(" ")[:2] for line in done.stderr.splitlines() if line.startswith("docs")]
    assert told == [["docs/a.md:3:2:", "E109"], ["docs/a.md:3:4:", "E109"], ["docs/a.md:3:7:", "W110"]]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("conducts", "docs/conducts:1:1: E701"),
        ("exams/lake-mock", "lake-mock:1:1: E701"),
        ("llms.txt/a.md", "docs/llms.txt"),
    ],
)
def test_a_file_named_like_a_folder_of_the_site(project: Path, tmp_path: Path, name: str, said: str) -> None:
    (project / "docs" / name).parent.mkdir(exist_ok=True)
    (project / "docs" / name).write_bytes(b"letter")
    for command in (("check",), ("build", "--out", tmp_path / "site")):
        done = run(*command, "-p", project, *HERE)
        assert done.exit_code == 1
        assert said in done.stderr
        assert "文件与网站的目录同名" in done.stderr
        assert not (tmp_path / "site").exists()


def test_what_mkdocs_warns_of_is_told_in_words(project: Path, tmp_path: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("违法行为: conducts/", "违法行为: conduct/")
    settings.write_text(f"{text}nosuch: 1\n", encoding="utf-8")
    (project / "docs" / "a.md").write_text("# 甲\n\n[乙](b.md) [丙](#c)\n", encoding="utf-8")
    done = run("build", "-p", project, *HERE, "--out", tmp_path / "site")
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines()[::2] == [
        "docs/a.md:1:1: W701 链接指向的文件不存在：b.md",
        "mkdocs.yml:1:1: W701 菜单里的网页不存在：conduct/index.md",
        "mkdocs.yml:25:9: W701 “nosuch”：没有“nosuch”这个字段",
        "3 个警告。",
    ]
    settings.write_text(f"{text}strict: true\n", encoding="utf-8")
    strict = run("build", "-p", project, *HERE, "--out", tmp_path / "other")
    assert strict.exit_code == 1
    assert "共 2 个问题，其中 2 个须改正" in strict.stderr
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("203.0.113.1:8000", "E701 在 203.0.113.1:8000 打不开网站：不是本机的地址"),
        ("无此主机:8000", "E701 在 无此主机:8000 打不开网站"),
        *(
            (given, f"“{given}”不是 主机:端口")
            for given in ("127.0.0.1:99999", "abc", "127.0.0.1", ":80", "a:b", "a:-1", "a:８０")
        ),
    ],
)
def test_serve_on_an_address_that_is_none_of_ours(
    project: Path, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    def built(*_: object, **__: object) -> None:
        pytest.fail("a site is built for nobody")

    monkeypatch.setattr(running, "mkdocs_serve", built)
    done = run("serve", "-p", project, "--as-of", MINI_DAY, "--address", address)
    assert done.exit_code == (1 if "E701" in said else 2), (done.output, done.exception)
    assert said in done.stderr
    assert "E704" not in done.stderr
    assert "Config" not in done.output


def test_a_folder_that_cannot_be_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is for those who are not root, whom no right of a folder stops."""
    real = os.scandir

    def closed(path: Any = ".") -> Any:
        if str(path).endswith("content/terms"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    done = run("check", "-p", project, *HERE)
    assert done.exit_code == 1
    assert "content/terms:1:1: E101 目录读不了：没有权限" in done.stderr


CONSOLES = ["cp1252", "cp437", "ascii", "gbk", "latin-1", "utf-8"]
SAID = [("check", "-p", MINI), ("--help",), ("chek",), ("bank", "--report", "-p", MINI), ("check", "-p", "\udcff")]


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        # Each console and each way of saying something always, all pairs with the slow ones: each is a process of its own.
        pytest.param(console, said, marks=[] if said is SAID[0] or console == "ascii" else pytest.mark.slow)
        for console in CONSOLES
        for said in SAID
    ],
)
def test_no_console_ends_a_command(encoding: str, arguments: tuple[object, ...]) -> None:
    done = warm().run(list(map(str, arguments)), ROOT, {**environ(), "PYTHONIOENCODING": encoding}, timeout=300)
    assert done.returncode == (2 if arguments[-1] in {"chek", "\udcff"} else 0), done.stderr
    assert b"Traceback" not in done.stderr
    assert b"UnicodeEncodeError" not in done.stderr


@pytest.mark.parametrize("full", ["stdout", "stderr"])
def test_output_that_takes_nothing_is_told(full: str) -> None:
    with Path("/dev/full").open("wb") as nowhere:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, full: nowhere}
        command = [sys.executable, "-m", "generator", "check", "-p", str(MINI)]
        done = subprocess.run(command, cwd=ROOT, timeout=300, check=False, **streams)
    assert b"Traceback" not in (done.stderr or b"")
    assert b"Exception ignored" not in (done.stderr or b"")
    if full == "stdout":
        assert done.returncode == 1
        assert "磁盘已满".encode() in done.stderr
