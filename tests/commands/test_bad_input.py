"""One project with every fault of people's writing: one run tells all, nothing is half written, the good site stays."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.problems import CODES
from tests.conftest import MINI, MINI_DAY, ROOT

Pufa = Callable[..., Any]
BAD = ROOT / "tests" / "fixtures" / "bad"

EXPECTED = """\
content/articles/lake-law.yml:2:3: E203 条文编号“lake-law/5”重复
content/articles/lake-law.yml:6:11: E305 试验湖泊法只有 12 条，写了第13条
content/articles/lake-law.yml:9:11: E204 “number” 应为整数
content/concordance/lake.yml:2:23: E306 标题“湖上养鸭”与同一部法律的另一行相同
content/conducts/lake.yml:7:18: E204 “penalties[1].authority” 应为列表
content/conducts/lake.yml:11:25: E204 “penalties[1].tiers[1].fine.range”：min（50000）大于 max（10000）
content/conducts/lake.yml:12:11: E204 “penalties[1].tiers[2]”：这一档没有任何后果
content/education/lake.yml:3:9: E301 没有编号为“lake-bureau”的责任单位
content/education/lake.yml:10:25: E106 “materials[1].file”：路径越出项目：../../etc/passwd
content/education/lake.yml:11:25: E301 “materials[2].file”：docs/ 里没有文件 none.pdf
content/guides/lake.md:3:8: E205 “title”：文本含 HTML 或脚本
content/guides/lake.md:4:11: E301 没有编号为“fishing”的行业
content/guides/lake.md:5:10: E205 “summary”：文本含 HTML 或脚本
content/guides/plain.md:1:1: E108 文件开头没有前置数据
content/lows:1:1: E107 不认识的目录 content/lows
content/must-know/lake.yml:4:37: E204 “articles[1].level” 的取值“knows”不在允许之列
content/obligations/lake.yml:1:52: E307 “在湖心”属于“在哪里”，写在了“做什么”里
content/regulations/laws.yml:17:7: E206 日期颠倒
content/regulations/laws.yml:21:9: E204 “rank” 的取值“法令”不在允许之列
content/regulations/laws.yml:24:26: E204 “2010-02-30”不是有效的值
content/regulations/laws.yml:24:26: E204 “versions[1].effective” 应为日期
content/terms/big.yml:1:1: E103 文件有 50.0 MB，上限为 5 MB
content/terms/bomb.yml:6:12: E104 内容展开后过大或嵌套过深
content/terms/gbk.yml:2:10: E101 不是 UTF-8 编码
content/terms/linked.yml:1:1: E106 路径或链接指向项目之外
content/terms/soft.yml:1:22: E109 有看不见的字符：软连字符 U+00AD
content/terms/tab.yml:2:1: E102 YAML 语法错误：用了制表符缩进
content/terms/terms.yml:1:3: E201 缺少必填字段 “title”
content/terms/terms.yml:2:3: E202 未知字段“titel”
content/terms/terms.yml:7:15: E205 “definition”：文本含 HTML 或脚本
content/terms/terms.yml:13:7: E207 “basis[1]”：引文写法不对
content/terms/terms.yml:14:7: E302 没有名为“山法”的法规
content/terms/terms.yml:15:7: E303 试验湖泊法只有 12 条，引了第99条
content/terms/terms.yml:16:7: E304 “水法”指向多部法规：lake-law、river-law
content/terms/terms.yml:20:11: E303 试验湖泊法只有 12 条，引了第99条
content/terms/terms.yml:21:19: E301 没有编号为“ocean”的术语
content/terms/terms.yml:22:7: E203 术语编号“sea”重复（首见 第 17 行）
content/terms/terms.yml:26:3: E208 术语“雨”没有写来源
content/terms/twice.yml:1:25: E105 键“title”重复（首见第 1 行）
content/terms/unseen.yml:2:12: E102 YAML 语法错误：含有看不见的控制字符 U+0007
content/units/units.yml:1:63: E301 没有编号为“offise”的责任单位
docs/deep.md:3:1: E110 列表和引用套了 21 层，上限 20 层
docs/linked.md:1:1: E106 路径或链接指向项目之外
docs/outside.md:3:1: E111 链接或图片指向别的网站：https://lake.example/a.png
""".splitlines()


def digest(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """The bad project, with what a repository should not hold: 50 MB, and links to the outside."""
    root = tmp_path / "project"
    shutil.copytree(BAD, root)
    with (root / "content" / "terms" / "big.yml").open("wb") as file:
        file.truncate(50_000_000)
    (tmp_path / "outside.yml").write_text("- {id: secret, title: 甲, definition: 乙, source: 虚构}\n", encoding="utf-8")
    (root / "content" / "terms" / "linked.yml").symlink_to(tmp_path / "outside.yml")
    (root / "docs" / "linked.md").symlink_to(tmp_path / "outside.yml")
    return root


def test_one_run_tells_every_fault_with_place_and_hint(bad: Path, pufa: Pufa) -> None:
    before = digest(bad.parent)
    done = pufa("check", "-p", bad, "--as-of", MINI_DAY)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    told, hints, last = lines[0:-1:2], lines[1:-1:2], lines[-1]
    assert [line[: len(start)] for line, start in zip(told, EXPECTED, strict=False)] == EXPECTED
    assert len(told) == len(EXPECTED)
    assert all(re.fullmatch(r"\S+:\d+:\d+: [EW]\d{3} .+", line) for line in told)
    assert all(re.fullmatch(r"    提示：.+", hint) for hint in hints)
    for hint in (
        "是不是想写 title？",
        "是不是 office？",
        "是不是想写 know？",
        "另存为 UTF-8",
        "不要用锚点",
        "sample: true",
    ):
        assert hint in done.stderr
    assert last == f"共 {len(EXPECTED)} 个问题，其中 {len(EXPECTED)} 个须改正。"
    assert digest(bad.parent) == before


def test_every_code_of_reading_and_linking_is_in_the_bad_project() -> None:
    told = {line.split(": ")[1].split(" ")[0] for line in EXPECTED}
    assert told == {code for code in CODES if code < "E310" and code[0] == "E"}


def run(*arguments: object) -> Any:
    """The command line within this process: fast."""
    return CliRunner().invoke(make_app(), [str(argument) for argument in arguments], prog_name="pufa")


@pytest.mark.parametrize("command", ["build", "bank", "stage"])
def test_nothing_is_half_written(bad: Path, tmp_path: Path, command: str) -> None:
    out = tmp_path / "out"
    target = [out] if command == "stage" else ["--out", out]
    before = digest(bad.parent)
    done = run(command, *target, "-p", bad, "--as-of", MINI_DAY)
    assert done.exit_code == 1
    assert [line for line in EXPECTED if line not in done.stderr] == []
    assert digest(bad.parent) == before
    assert not out.exists()


def test_a_failed_build_leaves_the_last_good_site_as_it_was(bad: Path, pufa: Pufa, mini_site: Path) -> None:
    site = bad / "site"
    shutil.copytree(mini_site, site)
    before = digest(site)
    done = pufa("build", cwd=bad)
    assert done.returncode == 1
    assert digest(site) == before
    assert sorted(path.name for path in bad.iterdir()) == ["content", "docs", "mkdocs.yml", "site"]


def mkdocs_build(root: Path) -> Any:
    command = [sys.executable, "-m", "mkdocs", "build"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300, check=False)


def test_mkdocs_build_fails_too_and_leaves_the_site(bad: Path, mini_site: Path) -> None:
    site = bad / "site"
    shutil.copytree(mini_site, site)
    before = digest(site)
    done = mkdocs_build(bad)
    assert done.returncode == 1
    assert "content/terms/terms.yml:2:3: E202" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(site) == before


def test_a_build_that_breaks_in_mkdocs_is_a_problem_too(tmp_path: Path, pufa: Pufa, mini_site: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    shutil.copytree(mini_site, root / "site")
    before = digest(root / "site")
    (root / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    done = pufa("build", "-p", root, "--out", root / "site")
    assert done.returncode == 1
    assert "mkdocs.yml:1:1: E701" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(root / "site") == before


def test_a_wrong_date_in_the_settings_is_a_problem_too(tmp_path: Path, pufa: Pufa) -> None:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("  - pufa\n", "  - pufa:\n      as_of: 昨天\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = mkdocs_build(root)
    assert done.returncode == 1
    assert "as_of“昨天”不是日期" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "没有这个命令"),
        (["check", "--stric"], "没有这个选项"),
        (["check", "--as-of", "昨天"], "不是日期"),
        (["check", "-p", "{tmp}"], "没有 content/ 目录"),
        (["check", "多余"], "多出的参数"),
        (["build", "-p", "{mini}", "--out", "{full}"], "不是网站目录"),
        (["build", "-p", "{tmp}", "--out", "{tmp}/site"], "没有 content/ 目录"),
        (["stage", "-p", "{mini}"], "缺少参数"),
        (["stage", "-p", "{mini}", "{full}"], "不是空目录"),
        (["exam", "-p", "{mini}", "no-such"], "没有编号为 no-such 的组卷方案"),
        (["exam", "-p", "{mini}", "lake-mock", "--seed", "x"], "不是有效的"),
        (["verify", "-p", "{mini}"], "缺少选项"),
    ],
)
def test_wrong_use_ends_with_two_and_speaks_chinese(
    pufa: Pufa, tmp_path: Path, arguments: list[str], says: str
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("留着", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run(*(a.format(tmp=empty, mini=MINI, full=full) for a in arguments))
    assert done.exit_code == 2
    assert says in done.stderr
    assert "用法" in done.stderr
    assert not re.search(r"Usage|Error|Try |Missing|Invalid|Traceback|No such", done.stderr), done.stderr
    assert digest(full) == {"letter.txt": hashlib.sha256("留着".encode()).hexdigest()}
    assert list(empty.iterdir()) == []
