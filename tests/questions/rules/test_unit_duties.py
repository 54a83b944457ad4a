"""Duties of a unit: its own rows against those of units that hold nothing in common with it."""

import pytest

from generator.questions.bank import Bank
from generator.questions.item import Item

ROWS = "content/responsibilities/lake.yml"
BOATS = "unit-duties/lake-boats"


def split(item: Item) -> tuple[set[str], set[str]]:
    return {o.text for o in item.options if o.correct}, {o.text for o in item.options if not o.correct}


def reasons(bank: Bank, line: int) -> list[str]:
    return [s.reason for rule, s in bank.skips if rule == "unit-duties" and s.at.file == ROWS and s.at.line == line]


def test_duties_of_one_topic_against_those_of_others_in_it(bank: Bank) -> None:
    item = bank.by_id[BOATS]
    assert split(item) == ({"查处游船漏油", "检查码头接收油污的设施"}, {"查处在湖里炸鱼", "审批湖岸的取水口"})
    assert "湖泊方面" in item.stem
    assert "交通运输主管部门" in item.stem
    assert item.facts == ("responsibility/lake-boats", "responsibility/lake-piers")
    assert {basis.key for basis in item.basis} == {"301", "302"}
    assert "镇街" in item.audience
    assert "“查处在湖里炸鱼”归公安机关（生态环境法典第303条）。" in item.explanation


def test_unit_that_supervises_the_topic_is_never_said_to_lack_a_duty_in_it(bank: Bank) -> None:
    bureau = [i for i in bank.by_rule["unit-duties"] if dict(i.claim.about)["unit"] == "bureau"]
    assert bureau
    assert not [o.text for i in bureau for o in i.options if not o.correct and "湖" in o.text]


def test_town_is_asked_without_its_name(bank: Bank) -> None:
    item = next(i for i in bank.by_rule["unit-duties"] if "永宁街道办事处" in i.stem)
    right, wrong = split(item)
    assert {"清理滩涂垃圾", "补种芦苇"} <= right
    assert not [text for text in wrong if "查处" in text or "检查" in text]


@pytest.mark.parametrize(
    ("line", "reason"),
    [(3, "这项职责由几个部门分担，不专属一个单位"), (12, "备注写明这项职责因授权或者地方安排而异")],
)
def test_shared_and_doubtful_duties_are_refused(line: int, reason: str, bank: Bank) -> None:
    assert reasons(bank, line) == [reason]


def test_duty_under_an_article_of_the_unit_is_no_distractor(project) -> None:
    project.replace(ROWS, "duty: 查处游船漏油, role: lead, basis: [法典 第301条]", "duty: 查处游船漏油, role: lead, basis: [法典 第301条, 法典 第303条]")  # fmt: skip
    item = project.bank().by_id.get(BOATS)
    assert item is None or "查处在湖里炸鱼" not in {o.text for o in item.options}


def test_power_under_the_article_keeps_a_duty_from_the_distractors(project) -> None:
    project.add(
        "content/powers/lake.yml",
        "- {id: blast, title: 对炸鱼的处罚, power_type: 处罚, body: transport, basis: [法典 第303条], source: 自拟}\n",
    )
    item = project.bank().by_id.get(BOATS)
    assert item is None or "查处在湖里炸鱼" not in {o.text for o in item.options}


def test_duty_moved_to_another_unit_changes_the_item(project) -> None:
    project.replace(ROWS, "id: lake-piers, unit: transport", "id: lake-piers, unit: police")
    item = project.bank().by_id.get(BOATS)
    assert item is None or "检查码头接收油污的设施" not in split(item)[0]
