"""What a person should read next, and what signs without law answer of each rule."""

from dataclasses import replace

import pytest

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.guessing import known
from generator.questions.review import EACH, by_article, by_cluster, by_thought, by_topic, scores, to_read
from tests.questions._made import made


def test_a_rule_that_tells_scores_above_chance_and_comes_first() -> None:
    told = [made(f"a/{n}", "总是我", [f"甲{n}", f"乙{n}", f"丙{n}"], stem=f"第{n}件：") for n in range(20)]
    fair = [
        made(f"b/{n}", "甲乙丙丁"[n % 4] * 3, [x * 3 for x in "甲乙丙丁" if x != "甲乙丙丁"[n % 4]], stem=f"{n}号：")
        for n in range(20)
    ]
    found = scores([*fair, *told])
    assert [score.rule for score in found] == ["a", "b"]
    assert found[0].right == 1
    assert found[0].chance == 0.25
    assert found[1].right < 0.5


def test_few_items_have_no_score() -> None:
    assert scores([made(f"a/{n}", "对", ["错甲", "错乙"]) for n in range(7)]) == ()


def test_statements_are_scored_by_their_words() -> None:
    items = [
        replace(made(f"j/{n}", "", []), type="judge", stem=f"第{n}件，{'一律' if n % 2 else '可以'}处罚。",
                options=tuple(replace(o, text=t, correct=(t == "错误") == bool(n % 2)) for o, t in zip(made("x", "a", ["b"]).options, ("正确", "错误"), strict=True)))
        for n in range(20)
    ]  # fmt: skip
    assert next(iter(known(items))).chance == 0.5
    assert scores(items)[0].right == 1


def test_each_item_is_listed_once_with_its_reason(library: Library, bank: Bank) -> None:
    found = to_read(library, bank.items)
    assert found
    assert len({one.item.id for one in found}) == len(found)
    reasons = [one.why for one in found]
    assert all(reasons.count(why) <= EACH for why in reasons)
    assert to_read(library, bank.items[::-1]) == found
    assert max(item.difficulty for item in bank.items) in {one.item.difficulty for one in found}


def test_counts_are_of_the_items(library: Library, bank: Bank) -> None:
    assert sum(counts.total() for counts in by_thought(bank.items).values()) == len(bank.items)
    assert by_cluster(bank.items).total() == len(bank.items)
    topics = by_topic(library, bank.items)
    assert sum(counts.total() for counts in topics.values()) == sum(len(item.topics) for item in bank.items)
    (regulation, key), most = by_article(bank.items).most_common(1)[0]
    assert most == sum(any((b.regulation, b.key) == (regulation, key) for b in item.basis) for item in bank.items)


@pytest.mark.parametrize("empty", [()])
def test_an_empty_bank_has_nothing_to_read(library: Library, empty: tuple) -> None:
    assert to_read(library, empty) == ()
    assert scores(empty) == ()
