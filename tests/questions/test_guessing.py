"""What can be answered without law goes, and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from generator.questions.guessing import LEAVE, MANY, given_away, signs
from generator.questions.item import Item, rank
from tests.questions._made import made as item


def fair(count: int) -> list[Item]:
    """Items of which each of eight names is as often right as chance."""
    names = ["甲乙丙丁戊己庚辛"[at] * 3 for at in range(8)]
    found = []
    for number in range(count):
        shown = sorted(names, key=lambda name: rank(f"{number}", name))[:4]
        found.append(item(f"rule/{number}", shown[rank(f"{number}", "right") % 4], [], stem=f"第{number}题："))
        right = found[-1].options[0].text
        found[-1] = item(f"rule/{number}", right, [name for name in shown if name != right], stem=f"第{number}题：")
    return found


def accuracy(items: Sequence[Item], text: str) -> float:
    shown = [i for i in items if any(o.text == text for o in i.options)]
    return sum(o.correct for i in shown for o in i.options if o.text == text) / max(1, len(shown))


def test_fair_items_nearly_all_stay() -> None:
    items = fair(200)
    assert len(given_away(items)) <= 0.25 * len(items)


def test_items_of_a_text_that_is_always_right_go() -> None:
    items = [
        *fair(100),
        *(item(f"rule/told-{n}", "生态环境主管部门", ["海关", "公安机关", "税务机关"]) for n in range(100)),
    ]
    out = given_away(items)
    told = [i for i in items if i.id.startswith("rule/told-")]
    assert sum(i.id in out for i in told) > 0.6 * len(told)


def test_the_middle_of_three_amounts_tells() -> None:
    items = []
    for n in range(80):
        base = 1 + n % 9
        items.append(
            item(f"middle/{n}", f"{base * 10 + 5}万元", [f"{base * 10}万元", f"{base * 10 + 9}万元"], stem=f"{n}")
        )
    assert len(given_away(items)) > 60
    assert {s for s in signs(items[0])[0] if s.startswith("size ")} <= {"size 0/2", "size 1/1", "size 2/0"}


def test_few_items_of_a_rule_tell_nothing() -> None:
    assert not given_away([item(f"x/{n}", "对", ["错甲", "错乙", "错丙"]) for n in range(7)])


def test_the_same_items_give_the_same_whatever_their_order() -> None:
    items = [
        *fair(60),
        *(item(f"rule/told-{n}", "生态环境主管部门", ["海关", "公安机关", "税务机关"]) for n in range(40)),
    ]
    assert given_away(items) == given_away(items[::-1])
    assert given_away(items) == given_away([replace(i) for i in items])


def test_what_is_left_says_little() -> None:
    items = [item(f"t/{n}", "甲" if n % 10 else "乙", ["丙", "丁", "乙" if n % 10 else "甲"]) for n in range(120)]
    out = given_away(items)
    left = [i for i in items if i.id not in out]
    assert len(left) < 40 or accuracy(left, "甲") < 0.6
    assert 0 < LEAVE < 0.1


def test_what_one_subject_tells_goes_though_its_rule_tells_little() -> None:
    """A paper on one subject is made of that subject's items: a scale that a handful of them share is known from the others."""
    many = [replace(one, topics=("water",)) for one in fair(600)]
    same = [
        replace(
            item(
                f"rule/same-{n}", "2000元以上5000元以下", [f"{low}万元以上{9 * low}万元以下" for low in range(n, n + 3)]
            ),
            topics=("waste",),
        )
        for n in range(1, 31)
    ]
    items = [*many, *same]
    out = given_away(items)
    left = [one for one in items if one.id not in out]
    assert sum("waste" in one.topics for one in left) < MANY
    assert sum("water" in one.topics for one in left) > 0.7 * len(many)
    kept = [one for one in items if one.id not in given_away(items, by_topic=False)]
    assert sum("waste" in one.topics for one in kept) > sum("waste" in one.topics for one in left)


def test_statements_of_one_subject_are_not_known_by_their_words() -> None:
    """Of a verdict the words of the statement tell: 处拘留 true in nearly all of one subject."""

    def said(n: int, subject: str, told: str, right: bool) -> Item:
        one = item(
            f"judge/{subject}-{n}", "正确" if right else "错误", ["错误" if right else "正确"], stem=f"{n}{told}。"
        )
        return replace(one, type="judge", topics=(subject,))

    many = [said(n, "water", "甲乙丙丁戊己庚辛"[n % 8] * 2, rank("verdict", f"{n}") % 2 == 0) for n in range(200)]
    same = [said(n, "waste", "可以处拘留" if n % 8 else "另有规定", bool(n % 8)) for n in range(40)]
    out = given_away([*many, *same])
    assert sum(one.id not in out for one in same) < MANY
    assert sum(one.id in out for one in many) < 0.3 * len(many)
