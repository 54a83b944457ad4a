"""Nothing outside the types asks what a type is called: a new type is one file in Python and one for the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.questions.types import all_types
from tests.conftest import ROOT

IDS = {type.id for type in all_types()}
PYTHON = ROOT / "generator"
SCRIPTS = PYTHON / "assets" / "js"


def words(node: ast.AST) -> Iterator[str]:
    """Texts that a comparison, a collection or a pattern is made of."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def asked(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Places where something called type is compared with an id, and collections and tables of ids."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and re.search(r"(^|\.|_)(type|kind)$", ast.unparse(node.left)):
            yield from ((node.lineno, word) for part in node.comparators for word in words(part) if word in IDS)
        elif isinstance(node, ast.Match) and re.search(r"(^|\.|_)type$", ast.unparse(node.subject)):
            yield from ((node.lineno, word) for case in node.cases for word in words(case.pattern) if word in IDS)
        elif isinstance(node, ast.Dict | ast.Set | ast.List | ast.Tuple):
            elements = node.keys if isinstance(node, ast.Dict) else node.elts
            found = [e.value for e in elements if isinstance(e, ast.Constant) and e.value in IDS]
            if len(found) > 1 and 2 * len(found) > len(elements):  # words of a stem may be called case and blank
                yield node.lineno, "、".join(map(str, found))


def test_a_dispatch_is_found() -> None:
    source = 'if item.type == "judge": pass\nX = {"single": 1, "match": 2}\nif section.type in ("order",): pass\n'
    assert [line for line, _ in asked(ast.parse(source))] == [1, 2, 3]
    assert list(asked(ast.parse('x = record.type == "law"\ny = finish("single")\n'))) == []


def test_no_module_asks_what_a_type_is_called() -> None:
    modules = (
        path
        for path in PYTHON.rglob("*.py")
        if not any(folder in path.as_posix() for folder in ("questions/types", "exports/", "importing/questions"))
    )  # formats name the types they can hold, and their readers those that they find
    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in sorted(modules)
        for line, word in asked(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_no_template_and_no_script_asks_what_a_type_is_called() -> None:
    ids = "|".join(sorted(IDS))
    asking = re.compile(rf"""type\w*\]?\s*(?:[!=]=+|in)\s*[\["'({{]+(?:{ids})["']|case\s+["'](?:{ids})["']""")
    assert asking.search('it.type != "judge"')
    assert asking.search("type === 'match'")
    paths = [
        path
        for path in (*SCRIPTS.rglob("*.js"), *(PYTHON / "assets" / "templates").rglob("*.html"))
        if path.parent != SCRIPTS / "types"
    ]
    assert [str(path.relative_to(ROOT)) for path in paths if asking.search(path.read_text(encoding="utf-8"))] == []


def test_every_type_has_its_script() -> None:
    written = {path.stem for path in (SCRIPTS / "types").glob("*.js") if not path.stem.startswith("_")}
    assert written == IDS


def test_types_have_ids_names_and_places_of_their_own() -> None:
    assert len(IDS) == len(all_types()) == len({type.place for type in all_types()})
    assert all(type.title.startswith(type.short) for type in all_types())


def test_modules_of_types_are_where_they_are_looked_for() -> None:
    folder = Path(PYTHON / "questions" / "types")
    assert {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")} == IDS
