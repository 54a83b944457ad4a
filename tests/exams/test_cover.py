"""``cover``: a paper asks about every article of a must-know list, or says which it can't."""

from types import MappingProxyType
from typing import Any

from generator.exams.assembly import assemble
from generator.exams.eligible import eligible_items
from generator.exams.forms import assemble_exam
from generator.kinds import BasisValue
from generator.kinds.must_know import MustKnow
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.problems import Problems
from generator.questions.item import Item
from tests.exams import _bank
from tests.exams._bank import bank, blueprint, said


def library(listed: int) -> Library:
    version = {"adopted": _bank.DAY, "effective": _bank.DAY}
    law = Regulation.model_validate(
        {"id": "law", "title": "某法", "rank": "法律", "issuer": "某机关", "versions": [version]}
    )
    articles = [
        {"basis": BasisValue(regulation="law", article=n + 1), "level": "know", "why": "要会"} for n in range(listed)
    ]
    known = MustKnow.model_validate(
        {"id": "list", "title": "清单", "audience": "执法人员", "basis": [], "articles": articles, "updated": _bank.DAY}
    )
    return Library(_bank.DAY, records=MappingProxyType({"topic": (), "must-know": (known,), "regulation": (law,)}))


def on(id: str, *articles: int) -> Item:
    made = _bank.item(id)
    fields = {name: getattr(made, name) for name in made.__slots__}
    return Item(**{**fields, "basis": tuple(BasisValue(regulation="law", article=n + 1) for n in articles)})


def drawn(pool: list[Item], count: int, listed: int, **more: Any) -> tuple[list[Item], str]:
    problems = Problems()
    plan = blueprint({"count": count}, cover="list", **more)
    paper = assemble(plan, library(listed), bank(*pool), problems)
    return ([] if paper is None else list(paper.items)), said(problems)


def asked(items: list[Item]) -> set[int]:
    return {basis.article - 1 for item in items for basis in item.basis}


def test_every_article_of_the_list_is_asked() -> None:
    """Of many items few rest on the list: without ``cover`` most papers miss some of it, with it none does."""
    pool = [on(f"l{n}", n) for n in range(6)] + [on(f"o{n}", 50 + n) for n in range(60)]
    for seed in range(8):
        found, told = drawn(pool, 8, 6, seed=seed)
        assert set(range(6)) <= asked(found), told
    plan = blueprint({"count": 8})
    free = assemble(plan, library(6), bank(*pool), Problems())
    assert free is not None
    assert not set(range(6)) <= asked(list(free.items))


def test_one_item_may_cover_several_articles() -> None:
    pool = [on("both", 0, 1), on("one", 0), on("two", 1), on("three", 2)]
    assert {item.id for item in drawn(pool, 2, 3)[0]} == {"both", "three"}


def test_an_article_without_a_question_is_named() -> None:
    told = drawn([on("a", 0), on("b", 5), on("c", 6)], 2, 2)[1]
    assert "E501" in told
    assert "某法 第2条" in told
    assert "某法 第1条" not in told


def test_too_few_places_are_told_with_what_they_cannot_hold() -> None:
    told = drawn([on(f"l{n}", n) for n in range(4)], 3, 4)[1]
    assert "E501" in told
    assert "全卷至少一题考到 某法 第" in told


def test_each_form_covers_the_list() -> None:
    pool = [on(f"{name}{n}", n) for n in range(4) for name in "ab"] + [on(f"o{n}", 50 + n) for n in range(20)]
    plan = blueprint({"count": 6}, cover="list", forms=2)
    exam = assemble_exam(plan, library(4), bank(*pool), Problems())
    assert exam is not None
    assert exam.repeats == 0
    for paper in exam.papers:
        assert set(range(4)) <= asked(list(paper.items))


def test_candidates_say_what_of_the_list_they_cover() -> None:
    plan = blueprint({"count": 1}, cover="list")
    found = eligible_items(plan, library(2), bank(on("a", 0, 7), on("b", 7)), 1)
    assert [one.covers for one in found] == [("law/1",), ()]
