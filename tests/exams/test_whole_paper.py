"""Limits of the whole paper: what no two items do, and what a blueprint alone loosens."""

from collections import Counter
from typing import Any

import pytest

from generator.exams.assembly import assemble
from generator.kinds import BasisValue
from generator.problems import Problems
from generator.questions.asking import articles
from generator.questions.item import Item, Option
from tests.exams._bank import bank, blueprint, item, library, said

TRUE, FALSE = (Option("正确", True), Option("错误", False)), (Option("正确", False), Option("错误", True))


def at(id: str, article: int, **more: Any) -> Item:
    made = item(id, **{k: v for k, v in more.items() if k not in {"stem", "options", "basis"}})
    basis = (BasisValue(regulation="law", article=article + 1),)
    fields = {name: getattr(made, name) for name in made.__slots__}
    return Item(**{**fields, "basis": basis, "stem": f"第{id}题的题干写得各不相同{id}：", **more})


def drawn(pool: list[Item], *sections: dict[str, Any], **more: Any) -> tuple[list[Item], str]:
    problems = Problems()
    paper = assemble(blueprint(*sections, **more), library(), bank(*pool), problems)
    return ([] if paper is None else [i for section in paper.sections for i in section.items]), said(problems)


def test_one_cluster_never_meets() -> None:
    pool = [at(f"i{n}", n, cluster="same" if n < 5 else f"own{n}") for n in range(8)]
    found, _ = drawn(pool, {"count": 4})
    assert sum(i.cluster == "same" for i in found) <= 1
    assert drawn(pool, {"count": 5})[1]


def test_what_one_tells_no_other_asks() -> None:
    asks = [at(f"a{n}", n, asks=(f"law/{n}=10万元",)) for n in range(3)]
    tells = [at(f"t{n}", n, tells=(f"law/{n}=10万元",)) for n in range(3)]
    for seed in range(6):
        found, _ = drawn([*asks, *tells], {"count": 3}, seed=seed)
        assert len({i.id[1:] for i in found}) == 3
    assert "E501" in drawn([*asks, *tells], {"count": 4})[1]


def test_two_that_tell_the_same_may_meet() -> None:
    pool = [at(f"t{n}", 1, tells=("law/1=10万元",)) for n in range(2)] + [at("a", 1, asks=("law/1=10万元",))]
    assert sorted(i.id for i in drawn(pool, {"count": 2})[0]) == ["t0", "t1"]


@pytest.mark.parametrize(("more", "most"), [({}, 2), ({"per_article": 1}, 1), ({"per_article": 4}, 4)])
def test_an_article_twice_unless_the_blueprint_says(more: dict[str, Any], most: int) -> None:
    pool = [at(f"i{n}", n // 8) for n in range(32)]
    found, _ = drawn(pool, {"count": 4 * most}, **more)
    assert set(Counter(a for i in found for a in articles(i)).values()) == {most}
    assert "E501" in drawn(pool, {"count": 4 * most + 1}, **more)[1]


def test_an_amount_once_unless_the_blueprint_says() -> None:
    options = (Option("10万元以上50万元以下", True), Option("2万元以上20万元以下", False))
    pool = [at(f"i{n}", n, options=options) for n in range(3)]
    assert "E501" in drawn(pool, {"count": 2})[1]
    assert len(drawn(pool, {"count": 3}, per_amount=3)[0]) == 3


def test_amounts_by_heart_are_bounded() -> None:
    sums = [at(f"s{n}", n, options=(Option(f"{n + 1}万元", True), Option("90万元", False))) for n in range(20)]
    others = [at(f"o{n}", 50 + n) for n in range(20)]
    for seed in range(4):
        found, _ = drawn([*sums, *others], {"count": 10}, amounts=0.2, seed=seed)
        assert sum(i.id.startswith("s") for i in found) <= 2
    text = drawn(sums, {"count": 10}, amounts=0.2)[1]
    assert "全卷问数额的至多 2 题，题库里合用的有 20 题，要凑齐整卷得多出 8 题" in text


def test_numbers_of_articles_are_bounded() -> None:
    bare = [at(f"n{n}", n, options=(Option(f"第{n + 1}条", True), Option("第900条", False))) for n in range(20)]
    others = [at(f"o{n}", 50 + n) for n in range(20)]
    found, _ = drawn([*bare, *others], {"count": 20}, article_numbers=0.05)
    assert sum(i.id.startswith("n") for i in found) <= 1
    assert (
        "全卷只问条号的至多 2 题，题库里合用的有 20 题，要凑齐整卷得多出 8 题"
        in drawn(bare, {"count": 10}, article_numbers=0.2)[1]
    )


def test_statements_are_true_by_two_fifths_to_three_fifths() -> None:
    pool = [at(f"j{n}", n, type="judge", options=TRUE if n < 15 else FALSE) for n in range(20)]
    for seed in range(5):
        found, _ = drawn(pool, {"type": "judge", "count": 8}, judge_true=[0.4, 0.6], seed=seed)
        assert 3 <= sum(i.options[0].correct for i in found) <= 5
    assert len(drawn(pool, {"type": "judge", "count": 18}, judge_true=[0, 1])[0]) == 18
    assert "E501" in drawn(pool, {"type": "judge", "count": 18}, judge_true=[0.4, 0.6])[1]


def test_stems_of_one_phrasing_are_a_fifth_at_most() -> None:
    alike = [at(f"a{n}", n, stem=f"{n}号事情，对单位的罚款幅度是：") for n in range(20)]
    other = [at(f"b{n}", 50 + n, stem=f"事情，{'甲乙丙丁戊己庚辛壬癸'[n]}该怎样办理才算合法：") for n in range(10)]
    ending = {f"b{n}": "甲乙丙丁戊己庚辛壬癸"[n] for n in range(10)}
    other = [at(i.id, 50 + n, stem=f"事情怎样办才算合法，{ending[i.id] * 8}：") for n, i in enumerate(other)]
    for seed in range(4):
        found, _ = drawn([*alike, *other], {"count": 10}, one_phrasing=0.2, seed=seed)
        assert sum(i.id.startswith("a") for i in found) <= 2
    assert "E501" in drawn(alike, {"count": 10}, one_phrasing=0.2)[1]


def test_quotas_of_the_whole_paper() -> None:
    pool = [
        at(f"i{n}", n, topics=("air",) if n % 2 else ("water",), thought="应用" if n % 5 == 0 else "记忆")
        for n in range(40)
    ]
    more = {"limits": [{"topic": "air", "min": 5, "max": 6}], "thought": [{"thought": "应用", "min": 4}]}
    found, _ = drawn(pool, {"count": 6}, {"count": 4, "title": "再选"}, **more)
    assert 5 <= sum("air" in i.topics for i in found) <= 6
    assert sum(i.thought == "应用" for i in found) >= 4
    few = [i for i in pool if i.thought == "记忆"]
    assert (
        "全卷“应用”至少 4 题，题库里合用的有 0 题，缺 4 题"
        in drawn(few, {"count": 6}, thought=[{"thought": "应用", "min": 4}])[1]
    )


def test_what_is_asked_of_the_whole_paper_is_named_in_its_place() -> None:
    with pytest.raises(ValueError, match="thought"):
        blueprint({"count": 1}, thought=[{"rule": "judge", "min": 1}])
    with pytest.raises(ValueError, match="judge_true"):
        blueprint({"count": 1}, judge_true=[0.6, 0.4])
