"""What other law punishes too, or what awaits alignment, is not asked; and the evaluator would notice if it were."""

import pytest

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.facts.related import related
from tests.questions.conftest import Project

CONDUCT = "no-monitoring"
HEAD = f"- id: {CONDUCT}\n"
FILE = "content/conducts/conducts.yml"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("  beside: [leakage]\n  prevails: unclear\n", "并存，适用时核对"),
        ("  beside: [leakage]\n  prevails: beside\n", "按那一处"),
        ("  awaits_alignment: true\n", "待与现行法衔接"),
    ],
)
def test_no_item_asks_it_and_the_evaluator_refuses_one(project: Project, bank: Bank, more: str, why: str) -> None:
    before = bank.of_conduct(CONDUCT)
    assert before
    project.replace(FILE, HEAD, HEAD + more)
    library, after = project.library(), project.bank()
    assert after.of_conduct(CONDUCT) == ()
    assert any(why in str(skip) for _, skip in after.skips)
    for item in before:
        if item.claim and item.claim.get("conduct") == CONDUCT:
            assert any("另有规定" in said or "衔接" in said for said in verdicts(library, item)), item.id


def test_the_other_conduct_is_still_asked(project: Project, bank: Bank) -> None:
    project.replace(FILE, HEAD, HEAD + "  beside: [leakage]\n  prevails: unclear\n")
    assert {item.rule for item in project.bank().of_conduct("leakage")} <= {i.rule for i in bank.of_conduct("leakage")}
    assert project.bank().of_conduct("leakage")


def test_nothing_of_the_one_is_surely_false_of_the_other(project: Project, library: Library) -> None:
    project.replace(FILE, HEAD, HEAD + "  beside: [leakage]\n  prevails: unclear\n")
    linked = project.library()
    for own, other in ((CONDUCT, "leakage"), ("leakage", CONDUCT)):
        conduct = next(c for c in linked.conducts if c.id == own)
        assert other in {c.id for c in related(linked, conduct)}


@pytest.mark.parametrize(
    "more", ["  beside: [leakage]\n", "  prevails: unclear\n", f"  beside: [{CONDUCT}]\n  prevails: unclear\n"]
)
def test_a_link_says_which_goes_first_and_not_to_itself(project: Project, more: str) -> None:
    project.replace(FILE, HEAD, HEAD + more).library()
    assert project.codes()
