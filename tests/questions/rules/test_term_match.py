"""Terms and their definitions."""

from generator.questions.bank import Bank

TERMS = "content/terms/lake.yml"


def test_each_term_with_its_own_first_sentence(bank: Bank) -> None:
    item = bank.by_id["term-match/fishing-ban"]
    meant = dict(zip(item.response.prompts, (item.options[p].text for p in item.response.sequence), strict=True))
    assert meant["休渔"] == "鱼虾产卵的几个月里不许下网"
    assert all("做完要等" not in option.text for option in item.options)
    assert len(item.response.prompts) == 4
    assert {f"term/{x}" for x in ("fishing-ban",)} <= set(item.facts)


def test_no_definition_says_a_term_shown(bank: Bank) -> None:
    for item in bank.by_rule["term-match"]:
        assert not [o.text for o in item.options for prompt in item.response.prompts if prompt in o.text], item.id


def test_definition_that_says_its_term_is_refused(bank: Bank) -> None:
    assert [s.reason for rule, s in bank.skips if rule == "term-match" and s.at.line == 5] == [
        "释义里说出了术语本身，或者它的一半"
    ]
    assert "漏油" not in {p for i in bank.by_rule["term-match"] for p in i.response.prompts}


def test_word_shared_with_its_definition_alone_is_refused(project) -> None:
    project.replace(TERMS, "title: 缓冲带, definition: 岸线外侧", "title: 滨水缓冲长条, definition: 岸线外侧")
    assert "term-match/buffer" not in project.bank().by_id


def test_figures_in_a_definition_are_refused(project) -> None:
    project.replace(TERMS, "几个月里不许下网", "三个月里不许下网")
    assert "term-match/fishing-ban" not in project.bank().by_id


def test_linked_terms_never_meet(project) -> None:
    project.replace(TERMS, "第316条], topics: [rights]", "第316条], topics: [rights], related: [migration]")
    found = [set(i.response.prompts) for i in project.bank().by_rule.get("term-match", ())]
    assert not [prompts for prompts in found if {"缓冲带", "洄游"} <= prompts]
