"""Obligations of a trade against those that bind other trades alone."""

from generator.questions.bank import Bank
from generator.questions.item import Item

OBLIGATIONS = "content/obligations/lake.yml"
ANGLING = "industry-obligations/angling/rods-counted"


def split(item: Item) -> tuple[set[str], set[str]]:
    return {o.text for o in item.options if o.correct}, {o.text for o in item.options if not o.correct}


def test_own_obligations_against_exclusive_ones(bank: Bank) -> None:
    item = bank.by_id[ANGLING]
    assert split(item) == ({"每天清点钓位", "给取水口装上水表"}, {"给游船装集油柜", "给熏炉装滤烟罩"})
    assert "垂钓园" in item.stem
    assert "不兼营" in item.stem
    assert item.facts == ("obligation/rods-counted", "obligation/meter-fitted")
    assert "“给游船装集油柜”只约束游船观光（生态环境法典第311条）。" in item.explanation


def test_not_exclusive_is_not_surely_wrong(bank: Bank) -> None:
    wrong = {o.text for i in bank.by_rule["industry-obligations"] for o in i.options if not o.correct}
    assert wrong == {"给游船装集油柜", "给熏炉装滤烟罩"}


def test_article_that_binds_the_trade_too_is_left_out(project) -> None:
    project.replace(OBLIGATIONS, "exclusive: true, basis: [法典 第311条]", "exclusive: true, basis: [法典 第310条]")
    assert ANGLING not in project.bank().by_id


def test_obligation_for_all_under_the_article_leaves_it_out(project) -> None:
    project.replace(
        OBLIGATIONS, "title: 湖水上涨就关门, basis: [法典 第314条]", "title: 湖水上涨就关门, basis: [法典 第311条]"
    )
    assert ANGLING not in project.bank().by_id


def test_status_is_no_trade(bank: Bank) -> None:
    assert "这是一种身份，不是行业：可能属于任何行业，没有肯定不归它的义务" in {
        s.reason for rule, s in bank.skips if rule == "industry-obligations"
    }


def test_waiting_and_builders_obligations_are_no_keys(project) -> None:
    project.replace(
        OBLIGATIONS,
        "industries: [angling], basis",
        "industries: [angling], awaits_alignment: true, note: 旧文本, basis",
    )
    project.replace(OBLIGATIONS, "title: 给湖岸设护栏", "title: 建设单位给湖岸设护栏")
    right = {o.text for i in project.bank().by_rule.get("industry-obligations", ()) for o in i.options if o.correct}
    assert not right & {"每天清点钓位", "建设单位给湖岸设护栏"}
