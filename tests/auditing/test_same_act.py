"""An act under two laws: the order of precedence is borne out by the fines, and by the table of old and new."""

from pathlib import Path

import pytest

from generator.auditing.checks import regulations
from generator.auditing.checks.same_act import CHECK
from generator.auditing.official import Official, read_official
from generator.problems import Problem, Problems
from tests.auditing.conftest import LAWS, ORDER, RECORDS, TEXTS, write_official, write_project

OTHER = """
- id: order-record
  title: 没有交观测记录（试验治安法）
  topics: [water]
  beside: [no-record]
  prevails: beside
  penalties:
    - id: unit
      basis: 试验治安法 第3条
      authority: [公安机关]
      target: 单位
      tiers:
        - {condition: 拒不改正, fine: {range: {max: 3000}}}
"""
RECORD = {
    **RECORDS,
    "conducts/all": RECORDS["conducts/all"] + OTHER,
    "concordance/all": RECORDS["concordance/all"] + "  conducts: [no-record]\n",
}


def _found(root: Path, official: Official, *swaps: tuple[str, str]) -> list[Problem]:
    records = dict(RECORD)
    for old, new in swaps:
        (name,) = [name for name, text in records.items() if old in text]
        records[name] = records[name].replace(old, new)
    return list(CHECK.run(write_project(root / "project", records), official))


def test_the_higher_fine_goes_first_and_the_concordance_agrees(tmp_path: Path, official: Official) -> None:
    assert not _found(tmp_path, official)


@pytest.mark.parametrize(
    ("swap", "word"),
    [
        (("condition: 拒不改正, fine: {range: {max: 3000}}", "condition: 拒不改正, fine: {range: {max: 200000}}"), "不比这里高"),
        (("condition: 拒不改正, fine: {range: {max: 3000}}", "condition: 拒不改正, fine: {multiple: {max: 3, base: 违法所得}}"), "不比这里高"),
        (("  beside: [no-record]\n  prevails: beside\n", ""), "没有写 beside"),
        (("basis: 试验治安法 第3条\n      authority", "basis: 试验治安法 第4条\n      authority"), "unlike"),
    ],
)  # fmt: skip
def test_what_the_texts_do_not_bear_is_found(
    tmp_path: Path, official: Official, swap: tuple[str, str], word: str
) -> None:
    (found,) = _found(tmp_path, official, swap)
    assert found.code == "E624"
    assert word in found.message


def test_an_order_that_is_left_open_needs_no_higher_fine(tmp_path: Path, official: Official) -> None:
    swaps = (("range: {max: 3000}}}\n", "range: {max: 200000}}}\n"), ("prevails: beside", "prevails: unclear"))
    assert not _found(tmp_path, official, *swaps)


def test_an_article_that_gives_way_in_words_may_set_the_higher_fine(tmp_path: Path) -> None:
    texts = {**TEXTS, (ORDER, 3, ""): "不交记录的，处二十万元以下罚款；法律另有规定的，从其规定。"}
    official = read_official(write_official(tmp_path / "other", texts), Problems())
    assert not _found(tmp_path, official, ("range: {max: 3000}}}\n", "range: {max: 200000}}}\n"))


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("本法自2006年3月1日起施行。", 0),
        ("本法自二○○六年三月一日起施行。", 0),
        ("本法自2006年5月1日起施行。", 1),
        ("本法自公布之日起施行。", 0),
        ("本法自2006年13月41日起施行。", 0),
    ],
)
def test_the_day_of_force_is_held_against_the_last_article(tmp_path: Path, last: str, found: int) -> None:
    assert next(law for law in LAWS if law["title"] == ORDER).get("effective") is None
    texts = {**TEXTS, (ORDER, 4, ""): last}
    official = read_official(write_official(tmp_path / "other", texts), Problems())
    problems = list(regulations.CHECK.run(write_project(tmp_path / "project", RECORDS), official))
    assert [problem.code for problem in problems] == ["E616"] * found
