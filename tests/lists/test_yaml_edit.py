"""A change of one cell changes the lines of one record, whatever else stands in the file."""

import pytest

from generator.lists.yaml_edit import NotEdited, RecordsFile

TEXT = """\
# yaml-language-server: $schema=../../schemas/x.schema.json
defaults: {unit: office, role: lead}   # for all
records:
  # 一、登记
  - id: first
    duty: '登记, 取水'     # quoted
    role: support
    basis: [湖法 第4条,  湖法 第5条]

  # 二、船
  - {id: second, duty: 看船, basis: [湖法 第5条]}
  - id: third
    duty: |
      一行
      又一行
    parts:
      - {a: 1, b: 2}
      # 中间的话
      - {a: 3, b: 4}
# 末尾
"""
LINES = {"first": 5, "second": 11, "third": 12}
DEFAULTS = {"unit": "office", "role": "lead"}
ORDER = ("id", "duty", "role", "basis", "parts", "note")


def file() -> RecordsFile:
    return RecordsFile(TEXT, LINES, DEFAULTS)


def changed(edited: RecordsFile) -> tuple[list[str], list[str]]:
    """Lines that are gone, and lines that are new."""
    before, after = TEXT.split("\n"), edited.text.split("\n")
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_one_field_is_one_line() -> None:
    edited = file()
    edited.change("first", {"basis": ["湖法 第5条", "湖法 第9条"]}, ["basis"], ORDER)
    assert changed(edited) == (["    basis: [湖法 第4条,  湖法 第5条]"], ["    basis: [湖法 第5条, 湖法 第9条]"])


def test_a_value_that_the_file_means_anyway_is_not_written() -> None:
    edited = file()
    edited.change("first", {"role": "lead"}, ["role"], ORDER)
    assert changed(edited) == (["    role: support"], [])


def test_a_new_field_stands_in_its_place() -> None:
    edited = file()
    edited.change("third", {"basis": ["湖法 第4条"], "note": "新"}, ["basis", "note"], ORDER)
    lines = edited.text.split("\n")
    assert lines[15] == "    basis: [湖法 第4条]"
    assert lines[lines.index("      - {a: 3, b: 4}") + 1] == "    note: 新"


def test_a_part_of_a_nested_list_changes_alone() -> None:
    edited = file()
    edited.change("third", {"parts": [{"a": 1, "b": 2}, {"a": 3, "b": 5}]}, ["parts"], ORDER)
    assert changed(edited) == (["      - {a: 3, b: 4}"], ["      - {a: 3, b: 5}"])


def test_a_record_on_one_line_stays_on_one() -> None:
    edited = file()
    edited.change("second", {"duty": "看守船只"}, ["duty"], ORDER)
    assert changed(edited)[1] == ["  - {id: second, duty: 看守船只, basis: [湖法 第5条]}"]


def test_records_come_and_go_alone() -> None:
    edited = file()
    edited.add("first", {"id": "new", "unit": "office", "role": "lead", "duty": "新的", "basis": ["湖法 第4条"]})
    edited.remove("second")
    gone, new = changed(edited)
    assert gone == ["  - {id: second, duty: 看船, basis: [湖法 第5条]}"]
    assert new == ["  - id: new", "    duty: 新的", "    basis: [湖法 第4条]"]
    assert "  # 二、船" in edited.text
    edited.change("third", {"duty": "短"}, ["duty"], ORDER)
    assert "    duty: |-\n      短\n    parts:" in edited.text


def test_line_ends_stay() -> None:
    edited = RecordsFile(TEXT.replace("\n", "\r\n"), LINES, DEFAULTS)
    edited.change("second", {"duty": "看守"}, ["duty"], ORDER)
    assert edited.text.count("\r\n") == TEXT.count("\n")
    assert edited.text.replace("\r\n", "").count("\n") == 0


def test_what_cannot_be_edited_is_said() -> None:
    flow = RecordsFile("[{id: a}]\n", {"a": 1}, {})
    with pytest.raises(NotEdited, match="第 1 行"):
        flow.change("a", {"duty": "x"}, ["duty"], ORDER)
    anchored = RecordsFile("- &x {id: a}\n- {id: b, duty: *y}\n", {"a": 1, "b": 2}, {})
    with pytest.raises(NotEdited, match="锚点"):
        anchored.change("b", {"duty": "z"}, ["duty"], ORDER)
    with pytest.raises(NotEdited, match="defaults"):
        file().change("second", {}, ["role"], ORDER)
