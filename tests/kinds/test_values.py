"""The types that fields are made of: what they let in and what they refuse."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.kinds import Basis, BasisValue
from generator.kinds._base import Bool, Date, Int, LongText, Number, ProjectPath, Slug, Text, Url
from generator.kinds._fine import Factor
from generator.kinds.article import Article
from generator.kinds.concordance import Beside, Concordance
from generator.kinds.penalty import Fine, Share, Span, Tier
from generator.kinds.regulation import Regulation, Section


def refused(type_: Any, value: object, context: dict[str, Any] | None = None) -> str:
    """The pydantic type of the first fault; '' where there is none."""
    try:
        TypeAdapter(type_).validate_python(value, context=context)
    except ValidationError as error:
        return error.errors()[0]["type"]
    return ""


@pytest.mark.parametrize("type_", [Text, LongText])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<script>alert(1)</script>", "markup"),
        ("前 < b>粗", "markup"),
        ("</p>", "markup"),
        ("<!-- 注 -->", "markup"),
        ("<img src=x onerror=alert(1)>", "markup"),
        ("&lt;b&gt;", "markup"),
        ("&#60;", "markup"),
        ("点 JavaScript : alert(1)", "markup"),
        ("data:text/html,x", "markup"),
        ("藏\u200b字", "control"),
        ("倒\u202e序", "control"),
        ("响\x07铃", "control"),
        ("   ", "blank"),
        ("", "blank"),
        (5, "string_type"),
        (None, "string_type"),
    ],
)
def test_text_is_seen_and_is_no_markup(type_: Any, text: object, why: str) -> None:
    assert refused(type_, text) == why


@pytest.mark.parametrize("text", ["水位 < 5 米 & 水深 > 3 米", "甲、乙“丙”", "第一行\n第二行", "A&B", "x<5", "<5"])
def test_ordinary_writing_is_let_in(text: str) -> None:
    assert refused(Text, text) == ""


def test_text_has_an_end() -> None:
    assert refused(Text, "长" * 4000) == ""
    assert refused(Text, "长" * 4001) == "string_too_long"
    assert refused(LongText, "长" * 20001) == "string_too_long"


@pytest.mark.parametrize(
    "path",
    ["../secret", "a/../../b", "/etc/passwd", "\\\\host\\x", "~/x", "C:/x", "file:///etc/passwd", "a\\..\\b", ".."],
)
def test_paths_that_climb_are_refused(path: str) -> None:
    assert refused(ProjectPath, path) == "climbs"


def test_a_path_is_looked_for_where_the_context_says_how() -> None:
    assert refused(ProjectPath, "a/b..pdf") == ""
    assert refused(ProjectPath, "a.pdf", {"exists": lambda name: name == "a.pdf"}) == ""
    assert refused(ProjectPath, "b.pdf", {"exists": lambda name: name == "a.pdf"}) == "absent"


@given(st.text(max_size=30))
def test_only_web_addresses_are_links(text: str) -> None:
    if not text.strip().startswith(("http://", "https://")):
        assert refused(Url, text) != ""


@pytest.mark.parametrize("url", ["https://a.example/x?y=1&z=2", "http://a.example"])
def test_web_addresses(url: str) -> None:
    assert refused(Url, url) == ""


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x", "//host/x", "https://a b", 'https://a"b', "https://"]
)
def test_other_addresses(url: str) -> None:
    assert refused(Url, url) != ""


@pytest.mark.parametrize(("type_", "value"), [(Int, "5"), (Int, 5.0), (Int, True), (Bool, 1), (Bool, "true")])
def test_nothing_is_guessed(type_: Any, value: object) -> None:
    assert refused(type_, value) != ""


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "1", True])
def test_numbers_are_finite(value: object) -> None:
    assert refused(Number, value) != ""
    assert refused(Number, 5) == refused(Number, 2.5) == ""


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "1", True, -1, 10**13])
def test_shares_and_multiples_are_figures_of_law(value: object) -> None:
    assert refused(Factor, value) != ""


@pytest.mark.parametrize(
    ("value", "text"), [(0.1, "0.1"), (33.3, "33.3"), (2.50, "2.5"), (100, "100"), (1e-3, "0.001")]
)
def test_a_share_is_what_is_written(value: float, text: str) -> None:
    """0.1 + 0.2 of a base is 0.3 of it, and the page gets a number."""
    made = Share.model_validate({"min": value, "max": 1000, "base": "总投资额"})
    assert str(made.min) == text
    assert made.model_dump(mode="json")["min"] == value
    tenths = Share.model_validate({"min": 0.1, "max": 0.2, "base": "总投资额"})
    assert (tenths.min or 0) + (tenths.max or 0) == Decimal("0.3")


def test_dates_are_dates() -> None:
    assert refused(Date, datetime.date(2026, 8, 15)) == ""
    assert refused(Date, "2026-08-15") == "date_type"


@pytest.mark.parametrize("slug", ["Eco", "eco_code", "-a", "a-", "a--b", "法典", "a b", "", "a" * 81])
def test_slugs(slug: str) -> None:
    assert refused(Slug, slug) != ""
    assert refused(Slug, "eco-code-2026") == ""


def test_a_citation_is_read_from_text_and_from_fields() -> None:
    adapter = TypeAdapter(Basis)
    context = {"resolve": {"法典": "eco-code"}.__getitem__}
    read = adapter.validate_python("法典 第1095条之一第1款第（二）项", context=context)
    assert read == BasisValue(regulation="eco-code", article=1095, suffix=1, paragraph=1, item=2)
    assert adapter.validate_python({"regulation": "法典", "article": 5}, context=context).key == "5"
    assert read.key == "1095-1"
    assert read.whole.paragraph is None
    assert read.locus == "第1095条之一第1款第（二）项"


@pytest.mark.parametrize(
    "text", ["法典", "第五条", "法典 第0条", "法典 第5条、第6条", "法" * 201 + " 第5条", "第" * 5_000_000]
)
def test_citations_that_are_none(text: str) -> None:
    assert refused(Basis, text) == "citation"


@pytest.mark.parametrize(
    "fields",
    [
        {"regulation": "x", "article": 10**9},
        {"regulation": "x", "article": 5, "item": 10**9},
        {"regulation": 5, "article": 1},
    ],
)
def test_citations_out_of_reach(fields: dict[str, object]) -> None:
    assert refused(Basis, fields) != ""


@pytest.mark.parametrize(
    ("type_", "value", "why"),
    [
        (Span, {}, "bounds"),
        (Span, {"min": 5, "max": 4}, "bounds"),
        (Span, {"min": -1}, "greater_than_equal"),
        (Fine, {}, "fine"),
        (Fine, {"range": {"max": 1}, "daily": True}, "fine"),
        (Fine, {"daily": False}, "fine"),
        (Tier, {"condition": "情节严重"}, "tier"),
        (Tier, {"measures": []}, "tier"),
        (Section, {"title": "一", "articles": [5, 4]}, "outline"),
        (Section, {"title": "一", "articles": [1, 4], "children": [{"title": "二", "articles": [4, 5]}]}, "outline"),
        (
            Section,
            {
                "title": "一",
                "articles": [1, 9],
                "children": [{"title": str(n), "articles": [n, n + 1]} for n in (1, 2)],
            },
            "outline",
        ),
        (Concordance, {"id": "a", "relation": "raised", "summary": "x"}, "sides"),
        (Concordance, {"id": "a", "relation": "new", "summary": "x"}, "sides"),
        (
            Concordance,
            {"id": "a", "old": "甲法 第1条", "new": ["乙法 第1条"], "relation": "dropped", "summary": "x"},
            "sides",
        ),
        (
            Concordance,
            {"id": "a", "title": "x", "new": ["乙法 第1条"], "relation": "new", "summary": "x"},
            "titled",
        ),
        (
            Concordance,
            {
                "id": "a",
                "title": "x",
                "old": "甲法 第1条",
                "new": ["乙法 第1条"],
                "relation": "raised",
                "summary": "x",
                "amounts": [{"label": "一般情形", "new": {"range": {"max": 9}}}],
                "also": [{"basis": "丙法 第1条", "fines": [{"label": "情节严重", "fine": {"range": {"max": 9}}}]}],
            },
            "label",
        ),
        (Beside, {"basis": "丙法 第1条", "apart": "x"}, "apart"),
        (
            Beside,
            {"basis": "丙法 第1条", "since": datetime.date(2021, 1, 2), "until": datetime.date(2021, 1, 1)},
            "dates",
        ),
    ],
)
def test_models_that_make_no_sense(type_: Any, value: object, why: str) -> None:
    assert refused(type_, value) == why


@given(st.integers(1, 9), st.integers(0, 5), st.integers(0, 9), st.integers(1, 4))
def test_outlines_hold_their_children(first: int, length: int, start: int, width: int) -> None:
    child = {"title": "节", "articles": [start, start + width]}
    section = {"title": "章", "articles": [first, first + length], "children": [child]}
    fits = first <= start and start + width <= first + length
    assert (refused(Section, section) == "") is fits


def regulation(*versions: dict[str, object]) -> dict[str, object]:
    return {"id": "a", "title": "甲法", "rank": "法律", "issuer": "某会", "versions": list(versions)}


DAY = st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 1, 9))


@given(DAY, DAY | st.none(), DAY | st.none(), DAY)
def test_dates_of_versions_run_forward(
    effective: datetime.date, adopted: datetime.date | None, repealed: datetime.date | None, later: datetime.date
) -> None:
    first = {"effective": effective, "adopted": adopted, "repealed_on": repealed}
    in_order = (adopted is None or adopted <= effective) and (repealed is None or effective <= repealed)
    in_order = in_order and (repealed or effective) <= later
    found = refused(Regulation, regulation(first, {"effective": later}))
    assert found == ("" if in_order else "dates")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"id": "law/9"}, ""),
        ({"id": "law/8"}, "article_id"),
        ({"suffix": 1}, ""),
        ({"number": 0}, "greater_than_equal"),
        ({"number": "9"}, "int_type"),
        ({"text": "<b>"}, "markup"),
    ],
)
def test_an_article_makes_its_own_id(change: dict[str, object], why: str) -> None:
    fields = {"regulation": "law", "number": 9, "heading": "甲", **change}
    assert refused(Article, fields) == why
    if not why:
        assert Article.model_validate(fields).id == ("law/9-1" if "suffix" in change else "law/9")
