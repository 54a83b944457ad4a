"""The JSON of the bank keeps to its published schema."""

import json

import jsonschema
import pytest

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.serial import bank_json, bank_schema

FIELDS = [
    "id",
    "rule",
    "type",
    "stem",
    "options",
    "answer",
    "explanation",
    "basis",
    "topics",
    "audience",
    "level",
    "thought",
    "difficulty",
    "valid_from",
    "valid_until",
    "facts",
    "cluster",
    "asks",
    "tells",
    "sample",
    "at",
]


@pytest.fixture(scope="module")
def document(library: Library, bank: Bank) -> dict:
    return json.loads(bank_json(library, bank))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(bank_schema())
    return jsonschema.Draft202012Validator(bank_schema(), format_checker=jsonschema.FormatChecker())


def test_document_is_valid(document: dict, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(document)
    assert document["as_of"] == "2026-11-24"
    assert document["items"]


def test_items_have_exactly_the_fields_of_the_contract(document: dict) -> None:
    for item in document["items"]:
        assert [name for name in item if name != "response"] == FIELDS
        assert all(set(option) == {"text", "correct", "why"} for option in item["options"])
        assert all(
            list(basis) == ["regulation", "title", "article", "suffix", "paragraph", "item", "version"]
            for basis in item["basis"]
        )


def test_answers_are_letters_or_words(document: dict) -> None:
    for item in document["items"]:
        if "response" in item:
            continue
        right = [i for i, option in enumerate(item["options"]) if option["correct"]]
        letters = "".join("ABCDEFGH"[i] for i in right)
        assert item["answer"] == (item["options"][right[0]]["text"] if item["type"] == "judge" else letters)


@pytest.mark.parametrize(
    ("path", "value"),
    [(("type",), "essay"), (("difficulty",), 1.5), (("basis",), []), (("valid_from",), "昨天"), (("x",), 1)],
)
def test_schema_refuses(document: dict, validator: jsonschema.Draft202012Validator, path: tuple, value: object) -> None:
    broken = json.loads(json.dumps(document))
    broken["items"][0][path[0]] = value
    assert list(validator.iter_errors(broken))


def test_same_bank_same_bytes(library: Library, bank: Bank) -> None:
    assert bank_json(library, bank) == bank_json(library, bank)
    assert "\\u" not in bank_json(library, bank)
