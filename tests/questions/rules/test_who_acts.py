"""Which authority acts on which of several cases."""

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.facts.powers import may_coincide
from generator.questions.rules import who_acts

CONDUCTS = "content/conducts/conducts.yml"


def test_each_case_has_one_authority_that_is_no_others(bank: Bank) -> None:
    items = bank.by_rule["who-acts"]
    assert items
    for item in items:
        names = [option.text for option in item.options]
        assert not [(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if may_coincide(a, b)]
        assert len(set(item.response.sequence)) == len(item.response.prompts) == who_acts.PAIRS
        assert all(item.options[place].correct for place in item.response.sequence)


def test_a_conduct_stands_in_one_item_at_most(bank: Bank) -> None:
    shown = [prompt for item in bank.by_rule["who-acts"] for prompt in item.response.prompts]
    assert len(shown) == len(set(shown))


def test_what_local_government_decides_is_refused(bank: Bank) -> None:
    assert not any("fumes" in fact for item in bank.by_rule["who-acts"] for fact in item.facts)
    assert any(rule == "who-acts" and "不指明具体部门" in skip.reason for rule, skip in bank.skips)


def test_power_over_related_conduct_keeps_two_apart(project) -> None:
    """Where two conducts break one article, the authority of the one may act on the other."""
    item = project.bank().by_rule["who-acts"][0]
    prompts = set(item.response.prompts)
    project.replace(CONDUCTS, "authority: [能源主管部门]", "authority: [市场监督管理部门]")
    for changed in project.bank().by_rule.get("who-acts", ()):
        names = [option.text for option in changed.options]
        assert len(names) == len(set(names))
        assert set(changed.response.prompts) != prompts or len(names) >= who_acts.PAIRS


def test_every_left_over_is_told(library: Library) -> None:
    made = list(who_acts.generate(library))
    assert {type(one).__name__ for one in made} == {"Item", "Skip"}
