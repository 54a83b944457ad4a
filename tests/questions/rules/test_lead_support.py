"""Who leads and who supports, where one article and the list fix it."""

from generator.questions.bank import Bank
from generator.questions.item import Item

ROWS = "content/responsibilities/lake.yml"


def key(item: Item) -> str:
    return next(o.text for o in item.options if o.correct)


def test_who_leads_is_asked_among_those_who_support(bank: Bank) -> None:
    item = bank.by_id["lead-support/lake-overall/300/lead"]
    assert key(item) == "生态环境主管部门"
    assert {o.text for o in item.options if not o.correct} == {"公安机关", "交通运输主管部门", "水行政主管部门"}
    assert "第300条" in item.stem
    assert item.explanation.count("只在职责内监督管理湖泊保护。") == 1  # once for the three, and not three times
    assert all(o.why == "公安机关只在职责内监督管理湖泊保护。" for o in item.options if o.text == "公安机关")


def test_who_supports_is_not_asked_among_strangers_to_the_matter(bank: Bank) -> None:
    """水行政主管部门 beside 发展改革, 卫生健康 and 交通运输 was the answer wherever the matter was water."""
    assert not [i for i in bank.by_rule["lead-support"] if i.id.endswith("/support")]


def test_of_two_judgements_on_one_matter_one_exchanges_the_roles(bank: Bank) -> None:
    found = [i for i in bank.by_rule["lead-support"] if i.type == "judge" and "第300条" in i.stem]
    assert sorted(key(i) for i in found) == ["正确", "错误"]
    false = next(i for i in found if key(i) == "错误")
    assert "的位置对调了" in false.explanation
    assert "生态环境主管部门在职责内监督管理" in false.stem


def test_work_done_together_is_put_without_names(bank: Bank) -> None:
    item = bank.by_id["lead-support/lake-sampling/305/lead"]
    assert "“采样化验入湖的河水”" in item.stem
    assert key(item) == "生态环境主管部门"


def test_items_on_one_matter_share_a_fact(bank: Bank) -> None:
    found = [i for i in bank.by_rule["lead-support"] if "第300条" in i.stem]
    assert len(found) > 2
    assert all("responsibility/lake-overall" in i.facts for i in found)


def test_braces_in_a_duty_are_words_and_refused_as_a_flaw(project) -> None:
    for duty in ("统一监督管理辖区湖泊保护", "在职责内监督管理湖泊保护"):
        project.replace(ROWS, f"duty: {duty}", f'duty: "{duty.replace("湖泊", "{湖泊}")}"')
    reasons = [skip.reason for rule, skip in project.bank().skips if rule == "lead-support"]
    assert reasons.count("有瑕疵，不入题库：文字里有编号或占位符：{") == 3


def test_two_leaders_and_open_lists_are_refused(bank: Bank, project) -> None:
    told = "清单和条文没有写明这件事由一个单位牵头、它来配合"
    assert [s.reason for rule, s in bank.skips if rule == "lead-support" and s.at.line == 13] == [told]
    project.add(ROWS, "- {id: lake-second, unit: market, topic: lake, duty: 统一监督管理辖区湖泊保护, role: lead, basis: [法典 第300条]}\n")  # fmt: skip
    assert not [i for i in project.bank().by_rule["lead-support"] if "第300条" in i.stem]


def test_roles_exchanged_in_the_content_turn_the_key(project) -> None:
    project.replace(
        ROWS, "unit: bureau, topic: lake, duty: 统一监督管理", "unit: customs, topic: lake, duty: 统一监督管理"
    )
    assert key(project.bank().by_id["lead-support/lake-overall/300/lead"]) == "海关"


def test_who_supervises_pollution_control_is_not_asked(project) -> None:
    """生态环境主管部门统一监督管理土壤污染防治: whoever can read answers it."""
    project.replace(ROWS, "湖泊保护", "湖泊污染防治")
    found = project.bank()
    assert not any("第300条" in item.stem for item in found.by_rule["lead-support"])
    assert any("谁都答得出" in skip.reason for rule, skip in found.skips if rule == "lead-support")
