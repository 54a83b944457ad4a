"""Papers that the page assembles: for blueprints that some paper meets, found, and held by Python's own demands and conflicts.

What the page chose is checked here, never solved again.
"""

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.exams.paper_file import PaperData, exam_of
from generator.exports.bundle import bank_digest
from generator.kinds.blueprint import Blueprint
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank
from generator.questions.types import titles
from generator.site.shelf import chunks, index, plan_data
from tests.bench import _exam_bank
from tests.conftest import MINI, MINI_DAY, ROOT
from tests.exams import _bank
from tests.exams._feasible import feasible, varied_bank
from tests.site.ui._core import run, scripts

pytestmark = pytest.mark.browser

#: Blueprints of the real bank: each takes a second to check; PUFA_PAPERS=1000 asks for as many as one likes.
REAL = int(os.environ.get("PUFA_PAPERS", "100"))
#: Of blueprints that some paper meets, at least so many are to be met.
FOUND = 0.99
ASSEMBLE = """
  const { openShelf } = await import("/js/core/shelf.js");
  const { paperFile } = await import("/js/core/paper-file.js");
  const shelf = openShelf(x.shelf);
  return x.plans.map((plan) => {
    const { sections } = m.assemble(shelf, plan, 1);
    if (sections === null) return null;
    const forms = x.forms ? m.assembleForms(shelf, plan, 1, sections, x.forms) : [sections];
    return forms && paperFile(shelf, plan, 1, forms);
  });"""


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts(chromium, tmp_path_factory.mktemp("assembly")) as opened:
        yield opened


def shelf_of(library: Library, bank: Bank) -> object:
    return json.loads(json.dumps(index(library, bank, list(chunks(bank.items)))))


def assembled(page: Page, library: Library, bank: Bank, plans: list[Blueprint], forms: int = 0) -> list[object]:
    asked = {"shelf": shelf_of(library, bank), "plans": [plan_data(plan) for plan in plans], "forms": forms}
    found = run(page, "assemble", ASSEMBLE, asked)
    assert isinstance(found, list)
    return found


def unsound(library: Library, bank: Bank, papers: list[object]) -> list[str]:
    """What Python finds wrong with papers that the page made."""
    told = []
    for paper in papers:
        problems = Problems()
        exam = exam_of(PaperData.model_validate(paper), "卷.json", library, bank, bank_digest(bank), problems)
        told += [str(problem) for problem in problems]
        assert exam is not None or told
    return told


def held(page: Page, library: Library, bank: Bank, count: int) -> None:
    plans = [feasible(library, bank, random.Random(number)) for number in range(count)]
    papers = assembled(page, library, bank, plans)
    assert unsound(library, bank, [paper for paper in papers if paper is not None]) == []
    missed = [number for number, paper in enumerate(papers) if paper is None]
    assert len(missed) <= count * (1 - FOUND), missed


def test_papers_of_feasible_blueprints_are_found_and_sound(page: Page) -> None:
    held(page, _exam_bank.library(), varied_bank(1500), 100)


@pytest.mark.slow
def test_papers_of_the_real_bank_are_found_and_sound(page: Page) -> None:
    problems = Problems()
    library = build_library(ROOT, MINI_DAY.replace(month=11), problems)
    held(page, library, build_bank(library, problems), REAL)


def test_what_is_checked_can_fail(page: Page) -> None:
    """The same papers, one item exchanged for one that clashes, or one place left empty, are told."""
    library, bank = _exam_bank.library(), varied_bank(400)
    plan = feasible(library, bank, random.Random(3))
    (paper,) = assembled(page, library, bank, [plan])
    assert isinstance(paper, dict)
    assert unsound(library, bank, [paper]) == []
    paper["forms"][0]["sections"][0].pop()
    assert "不合要求" in unsound(library, bank, [paper])[0]


def test_forms_are_as_hard_and_apart(page: Page) -> None:
    library, bank = _exam_bank.library(), varied_bank(1500)
    plans = [feasible(library, bank, random.Random(number), most=12) for number in range(12)]
    papers = [paper for paper in assembled(page, library, bank, plans, forms=4) if paper is not None]
    assert len(papers) >= 11
    assert unsound(library, bank, papers) == []
    for paper in papers:
        problems = Problems()
        exam = exam_of(PaperData.model_validate(paper), "卷.json", library, bank, bank_digest(bank), problems)
        assert exam is not None
        assert [one.form for one in exam.papers] == ["A", "B", "C", "D"]
        assert exam.spread <= 0.02 + 1e-9


def test_the_same_seed_gives_the_same_paper_and_another_seed_another(page: Page) -> None:
    library, bank = _exam_bank.library(), varied_bank(600)
    plan = feasible(library, bank, random.Random(8))
    one, two = assembled(page, library, bank, [plan, plan])
    assert one == two
    body = """const { openShelf } = await import("/js/core/shelf.js");
      const shelf = openShelf(x.shelf);
      return [1, 2].map((seed) => JSON.stringify(m.assemble(shelf, x.plan, seed).sections));"""
    first, second = run(page, "assemble", body, {"shelf": shelf_of(library, bank), "plan": plan_data(plan)})
    assert first != second


WHY = """
  const { openShelf } = await import("/js/core/shelf.js");
  const { assemble } = await import("/js/core/assemble.js");
  const shelf = openShelf(x.shelf);
  const { sections, unmet } = assemble(shelf, x.plan, 1);
  return { found: sections !== null, short: m.shortages(shelf, x.plan), ...m.clashes(shelf, x.plan, 1, unmet) };"""


def why(page: Page, bank: Bank, plan: Blueprint) -> dict[str, object]:
    found = run(page, "clash", WHY, {"shelf": shelf_of(_bank.library(), bank), "plan": plan_data(plan)})
    assert isinstance(found, dict)
    return found


def test_what_is_short_is_said_with_numbers(page: Page) -> None:
    bank = _bank.bank(*(_bank.item(f"a{n}", topics=("air",)) for n in range(4)))
    plan = _bank.blueprint({"count": 6, "quotas": [{"topic": "water", "min": 2}]})
    told = why(page, bank, plan)
    assert not told["found"]
    assert told["short"] == [
        "“单选”要 6 题，合用的只有 4 题，少 2 题。",
        "“单选”里“水”至少要 2 题，合用的只有 0 题，少 2 题。",
    ]


def test_demands_that_do_not_go_together_are_named(page: Page) -> None:
    items = (_bank.item(f"w{n}", topics=("water",), level="入门") for n in range(5))
    bank = _bank.bank(*items, *(_bank.item(f"a{n}", topics=("air",), level="专业") for n in range(5)))
    quotas = [{"topic": "water", "min": 4}, {"level": "专业", "min": 3}, {"topic": "air", "min": 1}]
    told = why(page, bank, _bank.blueprint({"count": 5, "quotas": quotas}))
    assert (told["found"], told["short"], told["facts"]) == (False, [], False)
    assert told["loosen"] == ["“单选”里“水”至少 4 题", "“单选”里“专业”至少 3 题"]


def test_items_that_crowd_each_other_out_are_no_dead_end(page: Page) -> None:
    """Ten items each shut out five others; the paper takes all of those others, and numbers of several sizes fill it to the last."""
    hubs = [_bank.item(f"h{n}", facts=tuple(f"f{n}{k}" for k in range(5)), topics=("air",)) for n in range(10)]
    others = [_bank.item(f"o{n}{k}", facts=(f"f{n}{k}",), topics=("air",)) for n in range(10) for k in range(5)]
    told = why(page, _bank.bank(*hubs, *others), _bank.blueprint({"count": 50}))
    assert told["found"]


def test_items_that_share_a_fact_are_told_as_the_reason(page: Page) -> None:
    bank = _bank.bank(*(_bank.item(f"a{n}", facts=("one",) if n < 4 else (), topics=("air",)) for n in range(6)))
    told = why(page, bank, _bank.blueprint({"count": 5}))
    assert (told["found"], told["short"], told["facts"]) == (False, [], True)


def test_every_type_is_on_the_shelf(mini_library: Library) -> None:
    bank = build_bank(build_library(MINI, MINI_DAY, Problems()), Problems())
    shelf = shelf_of(mini_library, bank)
    assert isinstance(shelf, dict)
    assert [type["id"] for type in shelf["types"]] == list(titles())
    assert len(shelf["ids"]) == len(bank.items)


def test_no_item_is_told_by_the_index(mini_library: Library, tmp_path: Path) -> None:
    """Papers hold ids alone, and so does the index: no stem, no option, no reason."""
    bank = build_bank(build_library(MINI, MINI_DAY, Problems()), Problems())
    text = json.dumps(shelf_of(mini_library, bank), ensure_ascii=False)
    assert [item.id for item in bank.items if item.stem in text] == []
