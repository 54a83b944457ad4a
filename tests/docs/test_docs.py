"""The hand-written pages tell of everything there is: every code, kind, command, rule and format has its section."""

import datetime
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.commands._base import COMMANDS
from generator.exports.base import FORMATS
from generator.exports.support import MARKINGS, cells
from generator.kinds import kinds
from generator.library import build_library
from generator.problems import CODES, Problems
from generator.questions import types
from generator.questions.bank import rules
from generator.site.compile import compile_project
from tests.conftest import ROOT

DOCS = ROOT / "docs"
EXAMPLE = re.compile(r"^文件 `((?:content|quizzes)/[^`]+)`：\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def sections(name: str) -> dict[str, str]:
    """Heading of the second level → what stands below it."""
    parts = re.split(
        r"^## (.+)$",
        re.sub(r"^```.*?^```$", lambda code: code[0].replace("\n#", "\n\\#"), page(name), flags=re.M | re.S),
        flags=re.M,
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_code_has_its_section_with_an_example_and_what_to_do() -> None:
    found = sections("problems.md")
    assert list(found) == [f"{code} {meaning}" for code, meaning in CODES.items()]
    for title, text in found.items():
        code = title.split(" ")[0]
        (example,) = re.findall(r"^例：`(.+)`$", text, re.MULTILINE)
        assert re.fullmatch(rf"[\w./-]+(:\d+:\d+|!\S+): {code} .+", example), example
        assert re.search(r"^怎么办：.+", text, re.MULTILINE), code


def test_every_code_is_raised_somewhere() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py") if path.name != "problems.py"
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []
    assert {code for code in re.findall(r'"([EW]\d{3})"', source) if code not in CODES} == set()


def test_every_command_has_its_section_with_its_examples() -> None:
    found = sections("commands.md")
    known = {command.name: command for command in COMMANDS.all()}
    assert {title.removeprefix("pufa ") for title in found} == set(known)
    for title, text in found.items():
        lines = re.findall(r"^pufa .+$|^pufa$", text, re.MULTILINE)
        assert lines, title
        assert all(line.startswith(title) for line in lines), title
        assert known[title.removeprefix("pufa ")].examples


@pytest.mark.parametrize("name", [command.name for command in COMMANDS.all()])
def test_the_help_of_every_command_is_chinese_and_names_every_option_of_the_examples(name: str) -> None:
    done = CliRunner().invoke(make_app(), [*name.split(), "--help"], prog_name="pufa", env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert "例：" in done.stdout
    for option in re.findall(r"--[a-z-]+", sections("commands.md")[f"pufa {name}"]):
        assert option in done.stdout, option
    assert not re.search(r"Usage|Options|Arguments|Show this|default:|required|x[<>]=|\\\[", done.stdout)


def test_every_format_has_its_section() -> None:
    assert set(sections("formats.md")) == {form.id for form in FORMATS.all()}


def test_the_table_of_types_and_formats_is_the_one_that_the_code_uses() -> None:
    titles = {form.id: form.title for form in FORMATS.all()}
    wanted = ["| " + " | ".join(cell or "—" for cell in row) + " |" for row in cells(types.titles(), MARKINGS, titles)]
    assert [line for line in page("platforms.md").splitlines() if line.startswith("| ")][1:] == wanted


@pytest.mark.parametrize("name", ["chaoxing", "kaoshibao", "motibang", "wjx"])
def test_what_was_not_tried_on_the_platform_is_said(name: str) -> None:
    text = sections("formats.md")[name]
    assert "按公开模板，未在平台上试过" in text
    assert "放不下的：" in text
    assert re.search(r"^1\. ", text, re.MULTILINE)


def test_every_rule_has_its_section() -> None:
    titles = {title.split(" ")[0] for title in sections("rules.md")}
    assert [rule.id for rule in rules() if rule.id not in titles] == []


def test_every_rule_says_how_much_content_it_needs() -> None:
    told = (DOCS / "another-field.md").read_text(encoding="utf-8")
    assert [rule.id for rule in rules() if rule.id not in told] == []
    rows = re.findall(r"^\| ([a-z][a-z、-]+) ", told, re.MULTILINE)
    assert {name for row in rows for name in row.split("、") if name} - {rule.id for rule in rules()} == set()


def test_every_kind_has_its_section_with_an_example() -> None:
    found = sections("content-guide.md")
    wanted = {f"{kind.name} {kind.title}" for kind in kinds()}
    assert set(found) == wanted | {"写法"}
    for kind in kinds():
        files = [name for name, _ in EXAMPLE.findall(found[f"{kind.name} {kind.title}"])]
        assert len(files) == 1
        assert files[0].startswith(kind.folder or "content/conducts")


def test_the_examples_of_the_content_guide_are_a_sound_project(tmp_path: Path) -> None:
    examples = EXAMPLE.findall(page("content-guide.md"))
    for name, text in examples:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists(), name
        path.write_text(text, encoding="utf-8")
    problems = Problems()
    day = datetime.date(2026, 8, 20)
    library = build_library(tmp_path, day, problems)
    assert [str(problem) for problem in problems] == []
    assert [kind.name for kind in kinds() if kind.folder and not library.all(kind.name)] == []
    assert library.penalties
    compile_project(tmp_path, day, problems)
    assert [str(problem) for problem in problems if problem.severity == "错误"] == []


def test_links_between_the_pages_lead_somewhere() -> None:
    for path in sorted(DOCS.glob("*.md")):
        for target in re.findall(r"\]\(([\w-]+\.md)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (DOCS / target).is_file() or target == "index.md", (path.name, target)


def test_every_platform_stands_in_the_docs() -> None:
    from generator.sitting.heads import all_platforms

    text = (DOCS / "marking.md").read_text(encoding="utf-8")
    assert all(f"| {platform.title} |" in text for platform in all_platforms())
