"""Whatever is written in a content file, only Problems come back: Chinese, with a place and a hint, and no traceback."""

import copy
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds import Kind, kinds
from generator.library import build_library
from generator.problems import Problems, Severity
from generator.site.compile import compile_project, site_files
from tests.conftest import MINI, MINI_DAY

FOLDED = [kind for kind in kinds() if kind.folder]
NAMES = sorted(
    {name for kind in kinds() for name in kind.model.model_fields} | {"min", "max", "fine", "tiers", "sections"}
)
WORDS = st.sampled_from(
    [
        "",
        "a",
        "lake-law",
        "湖法 第9条",
        "湖法 第99条",
        "无此法 第1条",
        "<script>",
        "../../etc/passwd",
        "2026-08-15",
        "第",
        "10" * 9,
    ]
) | st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
SCALARS = WORDS | st.integers() | st.integers(-3, 3) | st.booleans() | st.none() | st.floats() | st.dates()
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | WORDS, inner, max_size=4),
    max_leaves=10,
)


def check(root: Path) -> None:
    """Build the library of ``root`` and hold every Problem to its form."""
    problems = Problems()
    build_library(root, MINI_DAY, problems)
    for problem in problems:
        assert problem.hint, problem
        assert re.search("[\u4e00-\u9fff]", problem.message), problem
        assert not re.search(
            r"(?i)input should|field required|value error|valid (string|integer|number)", problem.message
        ), problem
        path = root / problem.at.file
        assert path.exists(), problem
        if path.is_file():
            assert 0 <= problem.at.line <= path.read_text(encoding="utf-8").count("\n") + 1


def dump(kind: Kind, value: Any) -> tuple[str, str]:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    return ("x.md", f"---\n{text}---\n\n正文\n") if kind.form == "markdown" else ("x.yml", text)


@pytest.mark.parametrize("kind", FOLDED, ids=lambda kind: kind.name)
def test_any_structure(kind: Kind, tmp_path: Path) -> None:
    folder = tmp_path / kind.folder
    folder.mkdir(parents=True)

    @settings(max_examples=20)
    @given(VALUES)
    def held(value: Any) -> None:
        name, text = dump(kind, value)
        (folder / name).write_text(text, encoding="utf-8")
        check(tmp_path)

    held()


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all parts of a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deep for key, part in inner for deep in places(part, (*path, key)))]


def altered(value: Any, path: tuple[Any, ...], new: Any, drop: bool) -> Any:
    """A copy of ``value`` with the part at ``path`` replaced, or dropped."""
    if not path:
        return new
    value = copy.deepcopy(value)
    part = value
    for step in path[:-1]:
        part = part[step]
    if drop:
        del part[path[-1]]
    else:
        part[path[-1]] = new
    return value


def read(path: Path) -> tuple[Any, str]:
    """The value of a content file, and what follows it in Markdown."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        _, head, body = text.split("---\n", 2)
        return yaml.safe_load(head), body
    return yaml.safe_load(text), ""


FILES = sorted(path.relative_to(MINI) for top in ("content", "quizzes") for path in (MINI / top).rglob("*.*"))


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("altered") / "mini"
    shutil.copytree(MINI, root)
    return root


@settings(max_examples=15)  # the fuzz bench, two minutes of it among the slow tests, alters thousands
@given(st.sampled_from(FILES), st.data())
def test_a_good_project_with_one_part_altered(copied: Path, file: Path, data: st.DataObject) -> None:
    good, body = read(MINI / file)
    path = data.draw(st.sampled_from(places(good)))
    bad = altered(good, path, data.draw(VALUES), data.draw(st.booleans()))
    text = yaml.safe_dump(bad, allow_unicode=True, sort_keys=False)
    (copied / file).write_text(f"---\n{text}---\n{body}" if body else text, encoding="utf-8")
    try:
        check(copied)
        problems = Problems()
        context = compile_project(copied, MINI_DAY, problems)
        for made in site_files(context):  # also with faults, as `serve` does
            assert made
        if not problems.blocking():
            assert all(problem.severity is Severity.WARNING for problem in problems)
    finally:
        shutil.copyfile(MINI / file, copied / file)
