"""The lock says in review which questions a change of content touches."""

import json
from dataclasses import replace
from pathlib import Path

from generator.questions.bank import Bank
from generator.questions.lock import LOCK_FILE, changed_keys, compare, lock_text, read_lock


def write(path: Path, bank: Bank) -> Path:
    path.write_text(lock_text(bank), encoding="utf-8")
    return path


def test_lock_is_sorted_json_with_one_item_a_line(bank: Bank) -> None:
    text = lock_text(bank)
    assert list(json.loads(text)) == sorted(item.id for item in bank.items)
    assert len(text.splitlines()) == len(bank.items) + 2
    assert text.endswith("}\n")


def test_empty_bank_locks_too(tmp_path: Path) -> None:
    assert json.loads(lock_text(Bank())) == {}
    assert compare(write(tmp_path / "l", Bank()), LOCK_FILE, Bank()) == []


def test_equal_bank_agrees(tmp_path: Path, bank: Bank) -> None:
    assert compare(write(tmp_path / "l", bank), LOCK_FILE, bank) == []


def test_differences_are_named(tmp_path: Path, bank: Bank) -> None:
    first, second, third, *rest = bank.items
    path = write(tmp_path / "l", Bank((first, second, *rest)))
    now = Bank((replace(first, stem=first.stem + "（改）"), third, *rest))
    found = compare(path, LOCK_FILE, now)
    assert {p.code for p in found} == {"E402"}
    assert {p.at.file for p in found} == {LOCK_FILE}
    words = {p.message[4:6]: p.message for p in found}
    assert third.id in words["新增"]
    assert second.id in words["减少"]
    assert first.id in words["改变"]


def test_long_differences_name_twenty_and_count_all(tmp_path: Path, bank: Bank) -> None:
    (problem,) = compare(write(tmp_path / "l", Bank()), LOCK_FILE, bank)
    assert f"{len(bank.items)} 题" in problem.message
    assert problem.message.count("、") == 19


def test_missing_or_broken_lock(tmp_path: Path, bank: Bank) -> None:
    assert "还没有" in compare(tmp_path / "none", LOCK_FILE, bank)[0].message
    for text in ("{", "[]", '{"a": 1}'):
        (tmp_path / "bad").write_text(text, encoding="utf-8")
        assert "读不了" in compare(tmp_path / "bad", LOCK_FILE, bank)[0].message


def test_reasons_belong_to_the_digest_but_places_do_not(bank: Bank) -> None:
    item = bank.items[0]
    option = replace(item.options[0], why="另一个理由。")
    assert lock_text(Bank((item,))) != lock_text(Bank((replace(item, options=(option, *item.options[1:])),)))
    assert lock_text(Bank((item,))) == lock_text(Bank((replace(item, at=replace(item.at, line=999)),)))


def test_a_new_key_is_another_thing_than_new_words(tmp_path: Path, bank: Bank) -> None:
    item = next(item for item in bank.items if item.type == "single")
    path = write(tmp_path / "l", Bank((item,)))
    first, second, *rest = item.options
    turned = (replace(first, correct=second.correct), replace(second, correct=first.correct), *rest)
    other = (
        replace(item, options=turned)
        if first.correct != second.correct
        else replace(item, options=tuple(replace(option, text=option.text + "甲") for option in item.options))
    )
    (key,) = compare(path, LOCK_FILE, Bank((other,)))
    assert "改变答案 1 题" in key.message
    (words,) = compare(path, LOCK_FILE, Bank((replace(item, explanation="另一种解析。"),)))
    assert "改变题面或者解析 1 题" in words.message
    assert changed_keys(read_lock(path), Bank((replace(item, explanation="另一种解析。"),))) == []
    assert changed_keys(read_lock(path), Bank((other,))) == [other]


def test_a_lock_of_an_earlier_version_knows_no_keys(tmp_path: Path, bank: Bank) -> None:
    old = {item.id: "0" * 16 for item in bank.items}
    (tmp_path / "l").write_text(json.dumps(old), encoding="utf-8")
    assert changed_keys(read_lock(tmp_path / "l"), bank) == []
    assert "改变题面或者解析" in compare(tmp_path / "l", LOCK_FILE, bank)[0].message
