"""What the program says to people names no field: a bureau of another field reads no word of the environment's.

What the program *reads* by (the verbs of statutes, the names of bodies, headers of tables that bureaus publish) knows all
fields; those files are named here, each with what it reads.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = ROOT / "generator"
FIELD = re.compile(
    "环境|生态|环保|排污|污染|环评|未批先建|偷排|危险废物|危废|噪声|扬尘|水体|低碳|辐射|(?<![民])法典(?!\\|)|增城|广东|广州"
)
READS = {
    "auditing/checks/relations.py": "what articles gain wherever they are taken over, and is no change",
    "auditing/checks/targets.py": "who does what an article forbids",
    "auditing/aligned.py": "permits in the words of articles",
    "auditing/sorts.py": "measures as statutes word them",
    "auditing/checks/complete.py": "measures as statutes word them",
    "legal/citations/grammar.py": "sorts of law, by the end of their names",
    "legal/structure/outside.py": "sorts of law, by the end of their names",
    "legal/figures.py": "words with a figure that counts nothing",
    "importing/keeping.py": "sorts of law, by the end of their names",
    "lists/shorthand.py": "sorts of law, by the end of their names",
    "lists/layouts/concordance.py": "headers of published tables",
    "lists/layouts/obligations.py": "headers of published tables",
    "lists/layouts/responsibilities.py": "headers of published tables",
    "library/packs/environment.py": "the name of that content",
    "questions/facts/measures.py": "measures as statutes word them",
}


def said(path: Path) -> Iterator[tuple[int, str]]:
    """The texts in a module, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.lineno, node.value


def test_no_text_of_the_program_speaks_of_a_field() -> None:
    found = {
        f"{name}:{line}": text[:80]
        for path in sorted(CODE.rglob("*.py"))
        for name in [path.relative_to(CODE).as_posix()]
        if name not in READS and not name.startswith("assets/")
        for line, text in said(path)
        if FIELD.search(text)
    }
    assert found == {}


@pytest.mark.parametrize("name", sorted(READS))
def test_each_exception_is_needed(name: str) -> None:
    assert any(FIELD.search(text) for _, text in said(CODE / name))


def test_no_template_and_no_script_speaks_of_a_field() -> None:
    files = [*(CODE / "assets" / "templates").rglob("*.html"), *(CODE / "assets" / "js").rglob("*.js")]
    found = {}
    for path in files:
        text = re.sub(r"/\*.*?\*/|\{#.*?#\}|(?<![:\"'])//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if words := FIELD.findall(text):
            found[path.relative_to(CODE).as_posix()] = words
    assert len(files) > 100
    assert found == {}
