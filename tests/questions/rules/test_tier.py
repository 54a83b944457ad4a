"""From a consequence to its condition, from a condition to its measure, from a fine to its case."""

from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.item import Item

RIVER = "content/conducts/river.yml"


def key(item: Item) -> str:
    return next(o.text for o in item.options if o.correct)


def whys(item: Item) -> dict[str, str]:
    return {o.text: o.why for o in item.options}


def of(bank: Bank, kind: str) -> list[Item]:
    return [item for item in bank.by_rule["tier"] if item.claim and item.claim.ask == kind]


def test_condition_of_a_fine(bank: Bank) -> None:
    item = bank.by_id["tier/false-report/laboratory/1/fine"]
    assert key(item) == "情节严重"
    assert "“处50万元以上200万元以下的罚款”" in item.stem
    assert "技术单位" in item.stem
    assert "系于“情节严重”" in whys(item)["拒不改正"]
    assert len(item.options) == 4


def test_no_condition_is_called_by_a_name_that_statutes_do_not_know(bank: Bank) -> None:
    changes = {"what-changed", "applicable-law"}  # these name the rows of the concordance
    for item in (item for item in bank.items if item.rule not in changes):
        assert "一般情形" not in item.stem + item.explanation + "".join(o.text + o.why for o in item.options), item.id


def test_conditions_of_other_articles_do_not_mean_the_same(bank: Bank) -> None:
    for item in of(bank, "condition"):
        texts = {o.text for o in item.options}
        assert not ({"情节严重", "造成严重后果"} <= texts), item.id
        if key(item) == "拒不改正":
            assert "拒不执行" not in texts


def test_measure_of_a_condition(bank: Bank) -> None:
    found = of(bank, "tier-measure")
    assert found
    item = bank.by_id["tier/oil/polluter/1/measure"]
    assert key(item) in {"拒不执行", "指定有治理能力的单位代为治理"}
    assert "所需费用" not in item.stem + "".join(o.text for o in item.options)
    for item in found:
        assert item.claim
        assert item.claim.get("condition") in item.stem


def test_case_of_a_fine(bank: Bank) -> None:
    item = bank.by_id["tier/tank/polluter/0/case"]
    assert "处2万元以上20万元以下的罚款" in item.stem
    assert key(item) == "在河里清洗油罐车"
    assert whys(item)["向河里排放废酸"] == "这一情形处20万元以上200万元以下的罚款（生态环境法典第1136条）。"


def test_what_several_conditions_share_is_not_asked(project) -> None:
    assert "tier/oil/polluter/2/measure" in project.bank().by_id
    project.replace(RIVER, "measures: [责令停止违法行为], may:", "measures: [责令停止违法行为, 责令停业、关闭], may:")
    assert "tier/oil/polluter/2/measure" not in project.bank().by_id


def test_condition_that_the_title_says_is_not_asked(project) -> None:
    project.replace(RIVER, "title: 出具虚假的水质检测报告", "title: 出具虚假的水质检测报告，情节严重")
    assert not [i for i in project.bank().by_rule["tier"] if i.id.startswith("tier/false-report")]


def test_condition_altered_in_the_content_is_noticed(project) -> None:
    bank = project.bank()
    items = [i for i in bank.by_rule["tier"] if i.id.startswith("tier/oil/polluter/2/")]
    project.replace(
        RIVER,
        "{condition: 情节严重, measures: [责令停业、关闭]}",
        "{condition: 造成严重后果, measures: [责令停业、关闭]}",
    )
    library = project.library()
    assert items
    assert all(list(verdicts(library, item)) for item in items)


def test_too_few_fines_in_the_article_are_a_skip(project) -> None:
    project.replace(RIVER, "fine: {range: {min: 50000, max: 500000}}", "fine: {range: {min: 20000, max: 200000}}")
    bank = project.bank()
    assert not of(bank, "fined")


def test_words_of_a_consequence_do_not_tell_its_condition(project) -> None:
    """逾期不治理 stood beside 情节严重 as the one condition of which 指定有治理能力的单位代为治理 could speak."""
    assert "tier/oil/polluter/1/measure" in project.bank().by_id
    project.replace(RIVER, "{condition: 拒不执行,", "{condition: 逾期不采取治理措施,")
    assert "tier/oil/polluter/1/measure" not in project.bank().by_id


def test_what_is_lenient_is_not_asked_beside_grave_conditions(project) -> None:
    project.replace(
        RIVER,
        '{condition: 拒不执行, measures: ["指定有治理能力的单位代为治理，所需费用由违法者承担"]}',
        "{condition: 情节较轻, measures: [免予处分]}",
    )
    assert "tier/oil/polluter/1/measure" not in project.bank().by_id
