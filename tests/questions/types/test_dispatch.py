"""Nothing outside the types asks what a type is called: a new type is one file in Python and one for the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.importing.questions import kinds
from generator.importing.questions.base import Raw
from generator.importing.questions.understanding import understood
from generator.kinds import kinds as content_kinds
from generator.questions import types
from generator.questions.types import all_types
from generator.questions.types.judge import Judge
from tests.conftest import ROOT

IDS = {type.id for type in all_types()}
KINDS = {kind.name for kind in content_kinds()}
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
            of_content = ast.unparse(node.left).endswith("kind")  # one of which is called case too
            asked_of = IDS - KINDS if of_content else IDS
            yield from ((node.lineno, word) for part in node.comparators for word in words(part) if word in asked_of)
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
        if not any(folder in path.as_posix() for folder in ("questions/types", "exports/"))
    )
    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in sorted(modules)
        for line, word in asked(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_formats_meet_types_in_one_table() -> None:
    """What is written is asked by ``Row.form``, the platforms' own name for their questions; only the table has types."""
    found = {
        path.relative_to(PYTHON).as_posix()
        for path in (PYTHON / "exports").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare | ast.Match)
        for _ in asked(node)
    }
    assert found == set()
    assert "exports/support.py" in {
        path.relative_to(PYTHON).as_posix()
        for path in (PYTHON / "exports").rglob("*.py")
        if list(asked(ast.parse(path.read_text(encoding="utf-8"))))
    }


def test_a_type_of_another_package_is_read_by_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Vote(Judge):
        id, title, place, called = "vote", "表决题", 50, "表决"

    known = {**{type.id: type for type in all_types()}, "vote": Vote()}
    monkeypatch.setattr(types, "_by_id", lambda: known)
    for made in (kinds._patterns, kinds._marks, kinds.word):
        monkeypatch.setattr(kinds, made.__name__, made.__wrapped__)
    brought = understood(Raw("行1", "（表决）湖面可以停船。", answers=("×",)))
    assert (brought.type, brought.stem, brought.truth) == ("vote", "湖面可以停船。", False)
    assert brought.judged
    assert understood(Raw("行1", "（判断）湖面可以停船。", answers=("×",))).type == "judge"


def test_words_that_call_a_type_call_no_other() -> None:
    for type in all_types():
        if type.called:
            assert kinds.kind_of(type.title) == (type.id if type.brought else kinds.OTHER), type.id


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
    named = re.compile(rf"""["'](?:{ids})["']""")
    scripts = [path for path in paths if path.suffix == ".js"]
    assert [str(path.relative_to(ROOT)) for path in scripts if named.search(path.read_text(encoding="utf-8"))] == []


def test_every_type_has_its_script() -> None:
    written = {path.stem for path in (SCRIPTS / "types").glob("*.js") if not path.stem.startswith("_")}
    assert written == IDS


def test_types_have_ids_names_and_places_of_their_own() -> None:
    assert len(IDS) == len(all_types()) == len({type.place for type in all_types()})
    assert all(type.title.startswith(type.short) for type in all_types())


def test_modules_of_types_are_where_they_are_looked_for() -> None:
    folder = Path(PYTHON / "questions" / "types")
    assert {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")} == IDS
