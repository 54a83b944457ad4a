"""The scorer of imports says what does not hold, and only what was asked."""

import json
from pathlib import Path

import pytest

from tests.bench import _import_questions, imports

RECORD = {
    "index": 1, "where": "行1", "number_printed": "1", "type": "multi", "option_texts": ["一", "二"], "key_read": "AB",
    "status": "valid", "report": "keep", "status_level": "must", "problems": [],
}  # fmt: skip
WANTED = {"questions": 1, "fully_right": True, "records": [RECORD]}
FOUND = {"questions": 1, "problems": [], "records": [{**RECORD, "type": "multiple"}]}


def test_what_is_as_it_must_be_passes() -> None:
    assert list(_import_questions._file(WANTED, FOUND)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"key_read": "A"}, "key_read is A"),
        ({"type": "single"}, "type is single"),
        ({"status": "wrong", "report": "correct"}, "wrong correct, not valid keep"),
        ({"problems": [{"where": "行1", "kind": "no-answer"}]}, "told of a place that is right"),
    ],
)
def test_what_is_not_is_said(change: dict[str, object], said: str) -> None:
    found = {**FOUND, "records": [{**FOUND["records"][0], **change}]}
    assert [said in text for _, text in _import_questions._file(WANTED, found)] == [True]


def test_a_folder_with_nothing_in_it_fails(tmp_path: Path) -> None:
    assert imports.main([str(tmp_path)]) == 2
    (tmp_path / "expected.json").write_text(json.dumps({"as_of": "2026-11-28"}), encoding="utf-8")
    assert imports.main([str(tmp_path)]) == 1
