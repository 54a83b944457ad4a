"""Two fifths of each topic apply the law; what goes for it is recall, and first what is worth least."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import floor

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.item import Item, Option
from generator.questions.worth import FULL, SAME, SHARE, beyond, repeated
from tests.questions._made import made


def topic_of(library: Library, count: int, applied: int) -> list[Item]:
    """Items of one topic, the first ``applied`` of them application, every fact asked by two of the others."""
    topic = library.topics[0].id
    return [
        replace(
            made(f"x/{n}", f"甲{n}", [f"乙{n}", f"丙{n}"], stem=f"第{n}题："),
            topics=(topic,),
            thought="应用" if n < applied else "记忆",
            facts=(f"fact/{n // 2}",),
        )
        for n in range(count)
    ]


def left(library: Library, items: Sequence[Item]) -> list[Item]:
    out = beyond(library, items)
    return [item for item in items if item.id not in out]


def test_two_fifths_are_application_and_no_more_goes_than_must(library: Library) -> None:
    items = topic_of(library, 2 * FULL, 10)
    kept = left(library, items)
    assert len(kept) == floor(10 / SHARE)
    assert [item for item in items if item.thought == "应用"] == [item for item in kept if item.thought == "应用"]


def test_what_is_asked_twice_goes_first(library: Library) -> None:
    items = topic_of(library, 2 * FULL, FULL * 3 // 5)  # 150 may stay of 200: no fact has to be given up
    kept = left(library, items)
    assert len(kept) < len(items)
    recalled = {item.facts for item in items if item.thought == "记忆"}
    assert {item.facts for item in kept if item.thought == "记忆"} == recalled


def test_amounts_go_before_words(library: Library) -> None:
    """What is looked up where it is needed is the first that nobody has to know by heart."""
    items = [replace(item, facts=(item.id,)) for item in topic_of(library, 2 * FULL, FULL // 2)]
    spare = [item for item in items if item.thought == "记忆"]
    asked = {item.id for item in spare[::3]}
    items = [
        replace(
            item,
            options=tuple(replace(o, text=f"{n + 1}万元以上{n + 5}万元以下") for n, o in enumerate(item.options)),
        )
        if item.id in asked
        else item
        for item in items
    ]
    kept = {item.id for item in left(library, items)}
    gone = [item.id for item in items if item.id not in kept]
    assert gone
    assert set(gone) >= asked or set(gone) <= asked


def test_small_topics_and_what_people_wrote_stay(library: Library) -> None:
    assert left(library, few := topic_of(library, FULL - 1, 0)) == few
    written = [replace(item, rule="authored") for item in topic_of(library, 2 * FULL, 0)]
    assert left(library, written) == written


def test_a_fact_is_asked_a_few_times_and_applied_as_often_as_there_are_cases() -> None:
    asked = [replace(made(f"x/{n}", f"甲{n}", [f"乙{n}"], stem=f"第{n}题："), facts=("scale",)) for n in range(9)]
    assert len(repeated(asked)) == len(asked) - SAME
    assert repeated(asked) == repeated(asked[::-1])
    assert not repeated([replace(item, thought="应用") for item in asked])
    assert not repeated([replace(item, rule="authored") for item in asked])
    assert not repeated([replace(item, facts=(f"scale/{n // SAME}",)) for n, item in enumerate(asked)])


def test_statements_that_stay_are_as_often_true_as_false() -> None:
    """Of one rule 12 of 14 were true, when hash alone told which stay: who ticks 正确 passed."""
    asked = [
        replace(
            made(f"x/{n}", "错误" if n % 4 == 0 else "正确", [], type="judge", stem=f"第{n}题："),
            options=(Option("正确", n % 4 != 0), Option("错误", n % 4 == 0)),
            facts=(f"scale/{n // 12}",),
        )
        for n in range(120)
    ]
    out = repeated(asked)
    true = [item.options[0].correct for item in asked if item.id not in out]
    assert 0.4 <= sum(true) / len(true) <= 0.6


def test_no_fact_of_the_bank_is_asked_by_heart_more_often(bank: Bank) -> None:
    asked = Counter(item.cluster for item in bank.items if item.thought != "应用" and item.rule != "authored")
    assert max(asked.values()) == SAME
