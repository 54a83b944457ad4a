"""Links are found from the types of fields, resolved from titles and aliases, and followed both ways."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel

from generator.kinds import Basis, BasisValue, Record, RefTo, kinds
from generator.kinds._base import Ref
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.library.links import _plan, citations, references

Write = Callable[[str, str], Path]
Built = Callable[..., tuple[Library, list[Any]]]

LAW = """\
- id: lake-law
  title: 中华人民共和国试验湖泊法
  short_title: 湖泊法
  aliases: [湖法]
  rank: 法律
  issuer: 某会
  versions: [{effective: 2020-01-01, articles: 9}]
  source: 虚构
"""


class Inner(Record):
    """A model of every shape of link."""

    one: Ref("unit") | None = None  # type: ignore[valid-type]
    many: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    plain: tuple[str, ...] = ()
    cited: Basis | None = None
    cites: tuple[Basis, ...] = ()


class Outer(Record):
    """Nests it."""

    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    bare: Annotated[str, RefTo("term")] = "t"


def test_links_of_every_shape_are_found_in_order_with_their_paths() -> None:
    basis = {"regulation": "law", "article": 1}
    inner = {"id": "i", "one": "u", "many": ["a", "b"], "plain": ["c"], "cited": basis, "cites": [basis]}
    outer = Outer.model_validate({"id": "o", "inner": inner, "inners": [inner]})
    assert [(r.kind, r.id, r.path) for r in references("outer", outer)] == [
        ("unit", "u", ("inner", "one")),
        ("topic", "a", ("inner", "many", 0)),
        ("topic", "b", ("inner", "many", 1)),
        ("unit", "u", ("inners", 0, "one")),
        ("topic", "a", ("inners", 0, "many", 0)),
        ("topic", "b", ("inners", 0, "many", 1)),
        ("term", "t", ("bare",)),
    ]
    assert [c.path for c in citations("outer", outer)] == [
        ("inner", "cited"),
        ("inner", "cites", 0),
        ("inners", 0, "cited"),
        ("inners", 0, "cites", 0),
    ]


def test_every_reference_of_every_kind_names_a_kind() -> None:
    known = {kind.name for kind in kinds()}
    named = {name for kind in kinds() for model in models(kind.model) for _, name, _ in _plan(model) if name}
    assert named
    assert named <= known


def models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and all that stand in its fields."""
    found: set[type[BaseModel]] = set()
    waiting: list[Any] = [model]
    while waiting:
        part = waiting.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            if part not in found:
                found.add(part)
                waiting += [field.annotation for field in part.model_fields.values()]
        else:
            waiting += getattr(part, "__args__", ())
    return found


@pytest.mark.parametrize(
    "name",
    [
        "lake-law",
        "湖法",
        "湖泊法",
        "试验湖泊法",
        "中华人民共和国试验湖泊法",
        "《试验湖泊法》",
        "《中华人民共和国试验湖泊法》",
    ],
)
def test_a_law_is_known_by_all_its_names(write: Write, built: Built, name: str) -> None:
    write("content/regulations/laws.yml", LAW)
    write("content/terms/t.yml", f"- {{id: t, title: 甲, definition: 乙, basis: ['{name} 第3条第2款']}}\n")
    library, problems = built()
    assert problems == []
    (citing,) = library.cited_by("lake-law", "3")
    assert citing.basis == BasisValue(regulation="lake-law", article=3, paragraph=2)
    assert (citing.kind, citing.role, str(citing.at)) == ("term", "basis", "content/terms/t.yml:1:44")
    assert library.cite(citing.basis) == "湖泊法 第3条第2款"
    assert library.citing("lake-law") == (citing,)


def test_an_alias_of_two_laws_is_refused_only_where_it_is_used(write: Write, built: Built) -> None:
    other = LAW.replace("lake-law", "pond-law").replace("湖泊法", "池塘法")
    write("content/regulations/laws.yml", LAW + other)
    assert built()[1] == []
    write("content/terms/t.yml", "- {id: t, title: 甲, definition: 乙, basis: [湖法 第3条, 无此法 第1条]}\n")
    _, problems = built()
    assert [(problem.code, str(problem.at)) for problem in problems] == [
        ("E304", "content/terms/t.yml:1:44"),
        ("E302", "content/terms/t.yml:1:52"),
    ]
    assert "lake-law、pond-law" in problems[0].message


def test_records_that_name_what_is_missing_are_told_and_left_out_with_those_that_name_them(
    write: Write, built: Built
) -> None:
    write(
        "content/units/u.yml",
        "- {id: a, name: 甲, unit_class: x, source: s, parent: zz}\n- {id: b, name: 乙, unit_class: x, source: s, parent: a}\n",
    )
    library, problems = built()
    assert [(p.code, str(p.at), p.message) for p in problems] == [
        ("E301", "content/units/u.yml:1:54", "没有编号为“zz”的责任单位")
    ]
    assert library.units == ()


def test_the_nearest_id_is_offered(write: Write, built: Built) -> None:
    write(
        "content/units/u.yml",
        "- {id: lake-office, name: 甲, unit_class: x, source: s}\n- {id: b, name: 乙, unit_class: x, source: s, parent: lake-ofice}\n",
    )
    _, problems = built()
    assert [problem.hint for problem in problems] == ["是不是 lake-office？"]


def test_naming_a_record_that_is_itself_at_fault_is_no_second_fault(write: Write, built: Built) -> None:
    write("content/regulations/laws.yml", LAW + "  titel: 错\n")
    write("content/topics/t.yml", "- {id: a, title: 甲, ordr: 1}\n")
    write("content/terms/t.yml", "- {id: t, title: 甲, definition: 乙, basis: [湖法 第3条], topics: [a]}\n")
    library, problems = built()
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("E202", "是不是想写 title？"),
        ("E202", "是不是想写 order？"),
    ]
    assert library.all("term") == ()


def test_back_links(mini_library: Library) -> None:
    conduct = mini_library.get("conduct", "taking-water")
    assert isinstance(conduct, Conduct)
    named = {(r.record.id, r.path[0]) for r in mini_library.referring("conduct", "taking-water")}
    assert named == {
        ("pond-2", "conducts"),
        ("taking-water-weights", "conduct"),
        ("first-time", "conducts"),
        ("register-water", "conducts"),
        ("log-water", "breach"),
        ("register-first", "breach"),
        ("fishing-ponds", "conducts"),
        ("night-pump", "conducts"),
        ("lakeside", "findings"),
    }
    roles = {(c.record.id, c.role) for c in mini_library.cited_by("lake-law", "9")}
    assert ("taking-water", "penalties") in roles
    assert ("pond-2", "new") in roles
    assert ("night-pump", "questions") in roles
    assert {c.basis.key for c in mini_library.citing("lake-law")} >= {"3", "5", "9", "9-1"}
    assert mini_library.cited_by("lake-law", "9-1")[0].record.id == "floating-boats"


def test_the_library_does_not_change(mini_library: Library) -> None:
    with pytest.raises(AttributeError):
        mini_library.as_of = None  # type: ignore[misc, assignment]
    with pytest.raises(TypeError):
        mini_library.records["term"] = ()  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        mini_library.units[0].name = "x"  # type: ignore[misc]
