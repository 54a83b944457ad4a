"""What differs from kind to kind is said by the kind: a list of kinds elsewhere would be silent of a new one.

A module that is about certain kinds (what an article's page shows of those that cite it, how a check of facts reads a duty) names
them; each is told here with what it is about.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from generator.kinds import kinds
from tests.conftest import ROOT

PYTHON = ROOT / "generator"
NAMES = {kind.name for kind in kinds()}
ABOUT = {
    "exams/out_of_time.py": "the old side of a row of the concordance",
    "exams/shortage.py": "fields of a quota",
    "exports/plan_sheet.py": "fields of a blueprint",
    "impact/touched.py": "the old side of a row of the concordance; lists from which papers are drawn",
    "library/coverage.py": "law on which penalties and responsibilities rest, and no duty to teach it",
    "lists/naming.py": "how offices write names of units, trades and topics",
    "search/index.py": "numbers of articles",
    "search/words.py": "what questions ask for, and the kinds that answer them",
    "site/api_schema.py": "what the interface publishes",
    "site/pages/api.py": "questions, which have files of their own",
    "site/pages/conducts.py": "what stands elsewhere on that page",
    "site/related.py": "questions, which stand by themselves on an article's page",
}


def named(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Places where something called kind is compared with the name of one, and collections and tables of names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(re.search(r"(^|\.|_)kinds?$", ast.unparse(side)) for side in sides):
                texts = (inner.value for side in sides for inner in ast.walk(side) if isinstance(inner, ast.Constant))
                yield from ((node.lineno, text) for text in texts if isinstance(text, str) and text in NAMES)
        elif isinstance(node, ast.Dict | ast.Set | ast.List | ast.Tuple):
            elements = node.keys if isinstance(node, ast.Dict) else node.elts
            found = [e.value for e in elements if isinstance(e, ast.Constant) and e.value in NAMES]
            if len(found) > 1 and 2 * len(found) > len(elements):
                yield node.lineno, "、".join(map(str, found))


def test_a_dispatch_is_found() -> None:
    source = 'if citing.kind == "conduct": pass\nX = {"unit", "term"}\nif one.kind in ("guide",): pass\nlibrary.get("unit", id)\n'
    assert [line for line, _ in named(ast.parse(source))] == [1, 2, 3]


def test_no_module_lists_kinds_but_those_that_are_about_them() -> None:
    found = {
        f"{name}:{line}": text
        for path in sorted(PYTHON.rglob("*.py"))
        for name in [path.relative_to(PYTHON).as_posix()]
        if name not in ABOUT and not name.startswith("auditing/")  # each check of facts is about kinds
        for line, text in named(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize("name", sorted(ABOUT))
def test_each_exception_is_needed(name: str) -> None:
    assert list(named(ast.parse((PYTHON / name).read_text(encoding="utf-8"))))
