"""The blueprints of this repository: each can be met by its bank, form by form."""

from collections import Counter
from itertools import permutations
from math import ceil, floor

import pytest

from generator.exams.assembly import assemble
from generator.exams.forms import assemble_exam
from generator.exams.paper import Paper
from generator.kinds._audience import OFFICIALS
from generator.kinds.blueprint import Blueprint
from generator.kinds.must_know import MustKnow
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.asking import amounts, articles, numbers, phrasing, right
from generator.questions.bank import Bank
from tests.conftest import ROOT

TEACH = frozenset(OFFICIALS)  # who enforces the law teaches it
HALF = {"社会公众", "企业管理人员", "企业负责人", "环保专员"}  # half of whose papers is application
SHIPPED = [
    "annual-study",
    "company-heads",
    "environment-officers",
    "hazardous-waste-special",
    "june-fifth",
    "leaders",
    "managers-must-know",
    "officers-must-know",
    "old-and-new",
    "permits-special",
    "qualification",
    "recruits",
    "townships",
]


@pytest.fixture(scope="module")
def built(library: Library, bank: Bank) -> tuple[Library, Bank]:
    return library, bank


@pytest.fixture(scope="module")
def drawn(built: tuple[Library, Bank]) -> dict[str, Paper]:
    """The paper of each blueprint by its own seed."""
    library, bank = built
    found = {plan.id: assemble(plan, library, bank, Problems()) for plan in library.of("blueprint", Blueprint)}
    assert [id for id, paper in found.items() if paper is None] == []
    return {id: paper for id, paper in found.items() if paper is not None}


def test_those_that_are_promised_are_there(built: tuple[Library, Bank]) -> None:
    plans = {plan.id: plan for plan in built[0].of("blueprint", Blueprint)}
    assert set(SHIPPED) <= set(plans)
    assert {plan.total for plan in plans.values()} == {100}
    assert sum(plan.publish for plan in plans.values()) >= 3


def test_three_tenths_of_the_bank_and_of_each_topic_applies_the_law(built: tuple[Library, Bank]) -> None:
    library, bank = built
    groups = {topic.id: bank.by_topic(topic.id) for topic in library.topics} | {"": bank.items}
    shares = {id: sum(item.thought == "应用" for item in items) / len(items) for id, items in groups.items() if items}
    assert {id: share for id, share in shares.items() if share < 0.3} == {}


def keeps_to_its_limits(plan: Blueprint, paper: Paper) -> None:
    items, every = paper.items, sum(section.count for section in plan.sections)
    assert max(Counter(item.cluster for item in items).values()) == 1
    for one, other in permutations(items, 2):
        assert not set(one.tells) & set(other.asks), (one.id, other.id)
    assert max(Counter(article for item in items for article in articles(item)).values()) <= plan.per_article
    assert max(Counter(sum_ for item in items for sum_ in set(amounts(item))).values(), default=0) <= plan.per_amount
    assert max(Counter(map(phrasing, items)).values()) <= max(1, plan.one_phrasing * every)
    verdicts = [verdict for item in items if (verdict := right(item)) is not None]
    within = [n for n in range(len(verdicts) + 1) if 0.4 * len(verdicts) <= n <= 0.6 * len(verdicts) + 1e-9]
    least, most = (within[0], within[-1]) if within else (floor(len(verdicts) / 2), ceil(len(verdicts) / 2))
    assert least <= sum(verdicts) <= most
    applied = sum(types.of(item).takes(item) for item in items if item.thought == "应用")
    assert applied >= (0.5 if plan.audience in HALF else 0.4) * every
    assert sum(len(amounts(item)) for item in items) <= 0.2 * every
    assert sum(map(numbers, items)) <= 0.05 * every
    if plan.audience in TEACH:
        assert any(basis.regulation == "publicity-law" for item in items for basis in item.basis)


#: Papers on one subject alone: they cover no list, and their blueprints say so.
SPECIAL = {"old-and-new"}


@pytest.mark.parametrize("seed", [None, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_papers_for_who_has_a_must_know_list_ask_about_every_article_of_it(
    built: tuple[Library, Bank], drawn: dict[str, Paper], seed: int | None
) -> None:
    """Whatever the seed: so every draw does; papers on one subject say in their file that they don't."""
    library, bank = built
    lists = {known.audience: known for known in library.of("must-know", MustKnow)}
    assert len(lists) == 4
    plans = [plan for plan in library.of("blueprint", Blueprint) if plan.audience in lists]
    assert {plan.audience for plan in plans if plan.id not in SPECIAL} == set(lists)
    for plan in plans:
        known = lists[plan.audience]
        if plan.id in SPECIAL:
            assert plan.cover is None
            assert "不求考到" in (ROOT / plan.at.file).read_text(encoding="utf-8")
            continue
        assert plan.cover == known.id, plan.id
        assert plan.must_know in (None, known.id)
        paper = drawn[plan.id] if seed is None else assemble(plan, library, bank, Problems(), seed)
        assert paper is not None, (plan.id, seed)
        asked = {article for item in paper.items for article in articles(item)}
        assert {f"{m.basis.regulation}/{m.basis.key}" for m in known.articles} <= asked, (plan.id, seed)


def loosened(text: str) -> list[str]:
    """Limits of the whole paper that a blueprint's file loosens without saying why: the line before begins 放宽."""
    usual = {"per_article": 2, "per_amount": 1, "one_phrasing": 0.2}
    lines, found = text.splitlines(), []
    for at, line in enumerate(lines):
        name, _, value = line.strip().partition(": ")
        wider = name in usual and float(value) > usual[name]
        if name == "judge_true":
            low, high = map(float, value.strip("[]").split(","))
            wider = low < 0.4 or high > 0.6
        if wider and not lines[at - 1].strip().startswith("# 放宽"):
            found.append(line.strip())
    return found


def test_what_a_blueprint_loosens_it_gives_a_reason_for() -> None:
    files = sorted((ROOT / "quizzes/blueprints").glob("*.yml"))
    assert len(files) >= 12
    assert {file.name: found for file in files if (found := loosened(file.read_text(encoding="utf-8")))} == {}


def test_a_limit_loosened_without_a_reason_is_found() -> None:
    assert loosened("  per_article: 3\n  per_amount: 1\n  judge_true: [0.3, 0.6]") == [
        "per_article: 3",
        "judge_true: [0.3, 0.6]",
    ]
    assert loosened("  # 放宽：题库里这一类只有一条可考\n  per_article: 3\n  one_phrasing: 0.1") == []


def test_what_items_rely_on_is_printed(built: tuple[Library, Bank], drawn: dict[str, Paper]) -> None:
    for plan in built[0].of("blueprint", Blueprint):
        paper = drawn[plan.id]
        told = "".join(plan.instructions)
        shown = "".join(
            item.stem + "".join(o.text for part in types.of(item).decided(item) or (item,) for o in part.options)
            for item in paper.items
        )
        assert "以上" not in shown or "本数" in told or plan.id == "leaders", plan.id
        assert "法典第" not in shown or "“法典”指《生态环境法典》" in told, plan.id
        assert "情节严重" not in shown or "没有写明情节严重" in told, plan.id
        assert not any(item.sample for item in paper.items) or "“示例”" in told, plan.id


#: Papers whose second form takes the solver many seconds.
LONG = {"annual-study", "company-heads", "hazardous-waste-special", "qualification"}


@pytest.mark.parametrize("id", [pytest.param(id, marks=pytest.mark.slow) if id in LONG else id for id in SHIPPED])
def test_each_has_its_forms(built: tuple[Library, Bank], id: str) -> None:
    library, bank = built
    plan = library.get("blueprint", id)
    assert isinstance(plan, Blueprint)
    problems = Problems()
    exam = assemble_exam(plan, library, bank, problems)
    assert exam is not None, "\n".join(map(str, problems))
    assert len(exam.papers) == plan.forms
    assert exam.spread <= 0.02 + 1e-9
    assert exam.repeats == exam.bound
    for paper in exam.papers:
        assert [part.count for part in paper.sections] == [section.count for section in plan.sections]
        assert max(Counter(fact for item in paper.items for fact in set(item.facts)).values()) == 1
        for part, section in zip(paper.sections, plan.sections, strict=True):
            if section.type == "chain":
                continue  # its quotas count parts
            for topic, low, high in ((q.topic, q.min, q.max) for q in section.quotas if q.named == ("topic",)):
                count = sum(topic in item.topics for item in part.items)
                assert low <= count
                assert high is None or count <= high
            for rule, low, high in ((q.rule, q.min, q.max) for q in section.quotas if q.named == ("rule",)):
                count = sum(rule == item.rule for item in part.items)
                assert low <= count
                assert high is None or count <= high
        keeps_to_its_limits(plan, paper)
        if plan.audience == "社会公众":
            assert all(not item.audience or plan.audience in item.audience for item in paper.items)
