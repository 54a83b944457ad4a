"""The second evaluator agrees with every item of the miniature bank, and notices an item that has been tampered with."""

import re
from dataclasses import replace

import pytest

from generator.library import Library
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.deciders._base import DECIDERS
from generator.questions.evaluate import _names, disagreements, verdicts
from generator.questions.item import Blank, Claim, Item, Option


def test_agrees_with_the_whole_bank(library: Library, bank: Bank) -> None:
    assert [str(p) for p in disagreements(library, bank)] == []


def test_every_kind_of_claim_is_met(bank: Bank) -> None:
    """A decider whose claim no item of the miniature project makes is a decider that nothing tests."""
    asked = {piece.claim.ask for item in bank.items for piece in types.of(item).decided(item) if piece.claim}
    assert asked == {decider.ask for decider in DECIDERS.all()}


def swapped(item: Item) -> Item:
    """The same item with its key on another option, its verdict turned, two places exchanged, or a blank filled otherwise."""
    key = item.response
    if key.sequence:
        return replace(item, response=replace(key, sequence=(key.sequence[1], key.sequence[0], *key.sequence[2:])))
    if key.blanks:
        other = Blank(tuple(re.sub(r"\d+(\.\d+)?|^\D+$", "9876", text, count=1) for text in key.blanks[0].accepted))
        return replace(item, response=replace(key, blanks=(other, *key.blanks[1:])))
    wrong = next(i for i, o in enumerate(item.options) if not o.correct)
    right = next(i for i, o in enumerate(item.options) if o.correct)
    return replace(
        item,
        options=tuple(
            replace(o, correct=not o.correct) if i in {wrong, right} else o for i, o in enumerate(item.options)
        ),
    )


def test_every_swapped_key_is_noticed(library: Library, bank: Bank) -> None:
    for item in bank.items:
        if item.claim:
            assert list(verdicts(library, swapped(item))), item.id


def one(bank: Bank, id: str) -> Item:
    return bank.by_id[id]


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("penalty-range/fumes/operator/0", "5000元以上5万元以下"),
        ("penalty-range/bad-coal/mine/0", "10万元以上100万元以下"),
    ],
)
def test_second_true_option_is_noticed(id: str, text: str, library: Library, bank: Bank) -> None:
    item = one(bank, id)
    assert text in [o.text for o in item.options if o.correct]
    at = next(i for i, o in enumerate(item.options) if not o.correct)
    doubled = replace(
        item, options=tuple(Option(text, False, "x") if i == at else o for i, o in enumerate(item.options))
    )
    assert list(verdicts(library, doubled))


def test_written_otherwise_a_true_amount_is_still_true(library: Library, bank: Bank) -> None:
    item = one(bank, "penalty-range/fumes/operator/0")
    at = next(i for i, o in enumerate(item.options) if not o.correct)
    doubled = replace(
        item,
        options=tuple(Option("五千元以上五万元以下", False, "x") if i == at else o for i, o in enumerate(item.options)),
    )
    assert list(verdicts(library, doubled))


def test_content_changed_under_an_item_is_noticed(project) -> None:
    bank = project.bank()
    project.replace(
        "content/conducts/conducts.yml",
        "fine: {range: {min: 5000, max: 50000}}",
        "fine: {range: {min: 5000, max: 60000}}",
    )
    library = project.library()
    assert {p.message.split()[1] for p in disagreements(library, bank)} >= {"penalty-range/fumes/operator/0"}


def test_stem_must_name_the_case(library: Library, bank: Bank) -> None:
    item = one(bank, "penalty-range/unapproved/builder/1")
    assert "题干没有写明情形" in list(verdicts(library, replace(item, stem=item.stem.replace("情节严重的", ""))))
    assert "题干没有写明类别" in list(verdicts(library, replace(item, stem=item.stem.replace("（报告书）", ""))))
    assert "题干没有写明行为" in list(verdicts(library, replace(item, stem="对单位的罚款幅度是：")))


def test_unknown_claim_is_said(library: Library, bank: Bank) -> None:
    item = replace(one(bank, "penalty-range/fumes/operator/0"), claim=Claim("weather"))
    assert list(verdicts(library, item)) == ["不会判定“weather”"]


def test_authored_items_are_left_to_people(library: Library, bank: Bank) -> None:
    assert disagreements(library, Bank((one(bank, "authored/which-law"),))) == []


def test_an_act_may_be_called_by_the_category_that_ends_as_its_label() -> None:
    """But not by a category that ends otherwise, nor by one that shares but a word with it."""
    assert list(_names("造成环境污染事故", "重大环境污染事故")) == ["造成环境污染事故", "造成重大环境污染事故"]
    assert list(_names("无证从事收集、利用经营活动", "利用经营活动")) == [
        "无证从事收集、利用经营活动",
        "无证从事收集、利用经营活动",
    ]
    assert list(_names("无证从事收集经营活动", "利用经营活动")) == ["无证从事收集经营活动"]
    assert list(_names("未批先建", None)) == ["未批先建"]
