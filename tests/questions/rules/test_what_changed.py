"""A fine before and after: what it was changed to, and that it stayed."""

from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.item import Item
from generator.questions.types import answer

ROWS = "content/concordance/river.yml"


def texts(item: Item) -> dict[str, bool]:
    return {o.text: o.correct for o in item.options}


def test_changed_fine(bank: Bank) -> None:
    item = bank.by_id["what-changed/water-85-2/0/fine"]
    shown = texts(item)
    assert shown["由10万元以上100万元以下改为20万元以上200万元以下"]
    assert not shown["由20万元以上200万元以下改为10万元以上100万元以下"]
    assert sum(shown.values()) == 1
    assert all(
        word in item.stem for word in ("《水污染防治法》第85条第1款第（二）项", "生态环境法典第1136条", "（一般情形）")
    )
    assert "向河里排放废酸" in item.stem


def test_each_figure_stands_in_two_options(bank: Bank) -> None:
    """Else the fine that most options share would tell the key."""
    for item in bank.by_rule["what-changed"]:
        if item.type == "single":
            assert sum("由" in text for text in texts(item)) in {2, 4}


def test_unchanged_fine(bank: Bank) -> None:
    item = bank.by_id["what-changed/water-85-3/0/fine"]
    assert texts(item)["维持2万元以上20万元以下不变"]
    assert all("没有" in o.why or "一直" in o.why for o in item.options)


def test_judgement_alters_one_thing_and_says_which(bank: Bank) -> None:
    found = [i for i in bank.by_rule["what-changed"] if i.type == "judge"]
    assert {answer(i) for i in found} == {"正确", "错误"}
    assert all(("；题中" in i.explanation) == (answer(i) == "错误") for i in found)


def test_altered_figure_changes_the_item_and_is_noticed(project) -> None:
    bank = project.bank()
    project.replace(ROWS, "old: {range: {min: 100000, max: 1000000}}", "old: {range: {min: 50000, max: 1000000}}")
    library = project.library()
    before = bank.by_id["what-changed/water-85-2/0/fine"]
    assert list(verdicts(library, before))
    assert "由5万元以上100万元以下改为20万元以上200万元以下" in texts(project.bank().by_id[before.id])


def test_doubt_in_the_note_is_a_skip(project) -> None:
    project.replace(ROWS, "  summary: 向河里排放废酸，罚款加倍", "  summary: 罚款加倍\n  note: 能否适用要逐案判断。")
    bank = project.bank()
    assert "what-changed/water-85-2/0/fine" not in bank.by_id
    assert any("疑义" in skip.reason for rule, skip in bank.skips if rule == "what-changed")


def test_label_that_fits_no_tier_is_a_skip(project) -> None:
    project.replace(ROWS, "label: 一般情形, old: {range: {min: 100000", "label: 拒不改正, old: {range: {min: 100000")
    assert "what-changed/water-85-2/0/fine" not in project.bank().by_id


def test_wider_new_article_is_bounded_by_the_old_one(project) -> None:
    item = project.bank().by_id["what-changed/water-85-2/0/fine"]
    assert "旧条文已经规定的范围" not in item.stem
    project.replace(ROWS, "  summary: 向河里排放废酸，罚款加倍", "  summary: 向河里排放废酸，罚款加倍，废碱也列入")
    assert "只看旧条文已经规定的范围，" in project.bank().by_id[item.id].stem
