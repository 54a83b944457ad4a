"""Keys of parts and statements are spread: no option of a fixed choice is the one to take without reading."""

from collections import Counter

from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.facts.measures import befits, written
from generator.questions.item import Item


def parts_asking(bank: Bank, ask: str) -> list[Item]:
    return [
        part
        for item in bank.items
        if item.type == "chain"
        for part in types.of(item).decided(item)
        if part.claim and part.claim.ask == ask
    ]


def test_no_answer_on_detention_is_usually_right(bank: Bank) -> None:
    parts = parts_asking(bank, "custody")
    right = Counter(option.text for part in parts for option in part.options if option.correct)
    assert len(right) >= 3
    assert max(right.values()) <= 0.6 * len(parts)


def test_what_late_payment_costs_is_asked_of_the_lesser_part_of_letters(bank: Bank) -> None:
    letters = [item for item in bank.items if item.rule == "decision-letter"]
    assert 0 < len(parts_asking(bank, "surcharge")) < 0.7 * len(letters)


def test_the_old_law_is_not_what_a_statement_always_names_rightly(bank: Bank) -> None:
    found = Counter(
        ("应当适用《生态环境法典》" in item.stem, item.options[0].correct)
        for item in bank.items
        if item.rule == "applicable-law" and item.type == "judge"
    )
    for code in (True, False):
        same, other = found[code, True], found[code, False]
        assert max(same, other) <= 0.75 * max(4, same + other), found


def test_a_licence_for_dumping_at_sea_befits_marine_conduct_alone(library: Library) -> None:
    """Whether any question shows it or not: of the measures some are left out for being guessed."""
    licences = [measure for measure, _ in written(library, "eco-code") if "倾倒许可证" in measure.text]
    assert licences
    for conduct in library.conducts:
        bases = [penalty.basis.whole for penalty in conduct.penalties]
        if any(befits(library, measure, conduct, basis) for measure in licences for basis in bases):
            assert "marine" in conduct.topics, conduct.id


def test_doing_right_is_right_at_times(bank: Bank) -> None:
    said = [
        option.correct
        for item in bank.items
        if item.rule == "authored" and item.type == "single"
        for option in item.options
        if option.text.startswith("做得对")
    ]
    assert 0.2 <= sum(said) / len(said) <= 0.6


def test_closing_down_is_never_told_against_a_halt_for_putting_right(bank: Bank, library: Library) -> None:
    """Of the four consequences each is plainly there or plainly not: no article has the like of it under another condition.

    停业、关闭 for who does not put right, or at once, stands beside 停业（整治） and 情节严重的 … 停业、关闭 as two answers that can be
    defended; so does a halt (停产整治) that the article has only in serious cases beside 不等拒不改正.
    """
    conducts = {conduct.id: conduct for conduct in library.of("conduct", Conduct)}
    parts = parts_asking(bank, "follows")
    assert len(parts) > 150
    argued = set()
    for part in parts:
        assert part.claim
        of = conducts[part.claim.get("conduct")]
        article = (part.claim.get("regulation"), part.claim.get("article"))
        tiers = [t for p in of.penalties if (p.basis.regulation, p.basis.key) == article for t in p.tiers]
        for tier in tiers:
            for text in tier.every_measure:
                closes, halts = "关闭" in text, "停产整治" in text
                if (closes and tier.condition != "情节严重") or (
                    halts and tier.condition not in {"一般情形", "拒不改正"}
                ):
                    argued.add((of.id, tier.condition, text))
    assert argued == set()


def test_keeping_to_an_article_is_true_as_often_as_not(bank: Bank) -> None:
    """这样做符合第N条 was false in 22 of 27 statements written by hand."""
    said = [
        item.options[0].correct
        for item in bank.items
        if item.rule == "authored" and item.type == "judge" and ("符合" in item.stem or "合乎" in item.stem)
    ]
    assert len(said) > 10
    assert 0.3 <= sum(said) / len(said) <= 0.7
