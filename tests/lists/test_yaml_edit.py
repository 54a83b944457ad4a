"""A change of one cell changes the lines of one record, whatever else stands in the file."""

import pytest
import yaml

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


def test_what_the_others_have_in_common_is_taken_from_one() -> None:
    edited = RecordsFile(TEXT, LINES, {**DEFAULTS, "note": "示例"}, {"role": "support", "note": None, "parts": []})
    edited.change("first", {"role": "support"}, ["note"], ORDER)
    edited.change("second", {}, ["role"], ORDER)
    assert changed(edited) == (
        ["  - {id: second, duty: 看船, basis: [湖法 第5条]}"],
        ["    note: null", "  - {id: second, duty: 看船, role: support, basis: [湖法 第5条]}"],
    )
    edited.change("first", {"note": "改过"}, ["note"], ORDER)
    assert "    note: 改过" in edited.text


def test_a_new_record_does_not_say_what_the_others_have_in_common() -> None:
    defaults = {**DEFAULTS, "sample": True, "checked": "2026-11-24"}
    edited = RecordsFile(TEXT, LINES, defaults, {"sample": False, "checked": None})
    edited.add("first", {"id": "new", "unit": "office", "role": "support", "duty": "新的"})
    made = ["  - id: new", "    duty: 新的", "    sample: false", "    checked: null"]
    assert changed(edited) == ([], made)


SHARED = """\
- id: first
  title: 一
  bodies: &both [甲局, 乙局]
  parts: &parts
    - case: 一般  # 常见
      fine: {min: 1, max: 2}
    - {case: 严重, fine: {min: 3, max: 4}}
- id: second
  title: 二
  bodies: *both
  parts: *parts
- id: third
  title: 三
  bodies: *both
"""


def shared() -> RecordsFile:
    return RecordsFile(SHARED, {"first": 1, "second": 8, "third": 12}, {})


def records(edited: RecordsFile) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in yaml.safe_load(edited.text)}


@pytest.mark.parametrize("id", ["first", "second"])
@pytest.mark.parametrize(
    "fields",
    [
        {"title": "改"},
        {"bodies": ["丙局"]},
        {"bodies": None},
        {"parts": [{"case": "一般", "fine": {"min": 1, "max": 9}}, {"case": "严重", "fine": {"min": 3, "max": 4}}]},
        {"parts": [{"case": "严重", "fine": {"min": 3, "max": 4}}]},
        {"parts": [{"case": "一般", "fine": {"min": 1, "max": 2}}, {"case": "新"}, {"case": "严重", "fine": {"min": 3, "max": 4}}]},
    ],
)  # fmt: skip
def test_values_that_records_share_change_in_one_only(id: str, fields: dict[str, object]) -> None:
    edited, before = shared(), records(shared())
    edited.change(id, {**before[id], **fields}, list(fields), ("id", "title", "bodies", "parts"))
    meant = {name: value for name, value in {**before[id], **fields}.items() if value is not None}
    assert records(edited) == {**before, id: meant}
    if id == "second":  # nothing that another uses: its own lines alone
        lines = edited.text.split("\n")
        assert lines[:7] == SHARED.split("\n")[:7]
        assert lines[-4:] == SHARED.split("\n")[-4:]


def test_a_shared_value_outlives_the_record_that_it_stood_in() -> None:
    edited, before = shared(), records(shared())
    edited.remove("first")
    assert records(edited) == {"second": before["second"], "third": before["third"]}
    edited.change("third", {**before["third"], "title": "改"}, ["title"], ("id", "title", "bodies"))
    assert records(edited)["third"] == {**before["third"], "title": "改"}


def test_a_part_added_or_taken_out_leaves_the_lines_of_the_others() -> None:
    for parts in ([{"a": 1, "b": 2}, {"a": 9}, {"a": 3, "b": 4}], [{"a": 3, "b": 4}]):
        edited = file()
        edited.change("third", {"parts": parts}, ["parts"], ORDER)
        gone, new = changed(edited)
        assert len(gone) + len(new) <= 2
        assert yaml.safe_load(edited.text)["records"][2]["parts"] == parts
