"""JSON: the key for programs."""

import dataclasses
import json

import jsonschema

from generator.exams.paper import Paper
from generator.exports.formats.json import export as export_json
from generator.problems import Place
from generator.questions.serial import bank_schema
from tests.exports._paper import LIBRARY, paper


def key(made: Paper | None = None) -> dict:
    found = export_json(LIBRARY, made or paper())
    assert list(found) == ["key.json"]
    return json.loads(found["key.json"])


def test_it_names_blueprint_seed_and_day():
    found = key()
    assert (found["blueprint"]["id"], found["seed"], found["as_of"]) == ("study", 7, "2026-09-01")
    assert (found["blueprint"]["total"], found["blueprint"]["pass_mark"]) == (7.5, 4.0)
    assert [(s["type"], s["points"], s["count"]) for s in found["sections"]] == [("single", 2.5, 2), ("judge", 2.5, 1)]


def test_each_item_has_number_points_and_answer():
    items = key()["items"]
    assert [(i["number"], i["section"], i["points"], i["answer"]) for i in items] == [
        (1, 1, 2.5, "B"),
        (2, 1, 2.5, "B"),
        (3, 2, 2.5, "正确"),
    ]
    assert items[0]["basis"][0]["article"] == 1095
    assert items[0]["facts"] == ["fact/a"]
    assert items[0]["at"] == "content/x.yml:3:5"
    assert [i["sample"] for i in items] == [False, True, False]


def test_items_keep_to_the_banks_schema():
    added = {"number", "section", "points", "sha256"}
    items = [{name: value for name, value in item.items() if name not in added} for item in key()["items"]]
    jsonschema.validate({"as_of": "2026-09-01", "items": items}, bank_schema())


def test_the_digest_follows_the_content_and_not_the_place():
    made = paper()
    section = made.sections[1]

    def digest(**change) -> str:
        changed = dataclasses.replace(section, items=(dataclasses.replace(section.items[0], **change),))
        return key(dataclasses.replace(made, sections=(changed,)))["items"][0]["sha256"]

    assert len(digest()) == 64
    assert digest(at=Place("content/y.yml", 9)) == digest()
    assert digest(stem="别的。") != digest()


def test_the_same_paper_gives_the_same_bytes():
    assert export_json(LIBRARY, paper()) == export_json(LIBRARY, paper())
