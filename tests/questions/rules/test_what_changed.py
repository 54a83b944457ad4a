"""A fine before and after: what it was changed to, and that it stayed."""

import pytest

from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.item import Item
from generator.questions.types import answer

ROWS = "content/concordance/river.yml"


def texts(item: Item) -> dict[str, bool]:
    return {o.text: o.correct for o in item.options}


def with_beside(project, fine: str, more: str = ""):
    """The project with another regulation that fined discharge into the river beside the old law."""
    also = f"{{basis: 池塘管理条例 第7条, fines: [{{label: 一般情形, fine: {fine}}}]{more}}}"
    return project.replace(ROWS, "  conducts: [acid]", f"  also: [{also}]\n  conducts: [acid]")


def test_changed_fine(bank: Bank) -> None:
    item = bank.by_id["what-changed/water-85-2/0/fine"]
    shown = texts(item)
    assert shown["由10万元以上100万元以下改为20万元以上200万元以下"]
    assert not shown["由20万元以上200万元以下改为10万元以上100万元以下"]
    assert sum(shown.values()) == 1
    assert all(word in item.stem for word in ("《水污染防治法》第85条第1款第（二）项", "生态环境法典第1136条"))
    assert "一般情形" not in item.stem  # no word of a statute
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


def test_act_told_is_the_row_s_and_not_the_conduct_s(project) -> None:
    project.replace(ROWS, "  act: 向河里排放废酸", "  act: 工厂向河里排放废酸")
    bank = project.bank()
    assert "工厂向河里排放废酸" in bank.by_id["what-changed/water-85-2/0/fine"].stem
    assert project.codes() == []


def test_without_an_act_that_both_articles_cover_it_is_a_skip(project) -> None:
    bank = project.replace(ROWS, "  act: 向河里排放废酸\n", "").bank()
    assert not [i for i in bank.items if i.id.startswith(("what-changed/water-85-2", "applicable-law/water-85-2"))]
    assert any("act" in skip.reason for rule, skip in bank.skips if rule == "what-changed")


def test_only_a_new_number_needs_no_act(bank: Bank) -> None:
    assert "what-changed/water-85-3/0/fine" in bank.by_id


def test_one_old_fine_for_all_cases_is_said(project) -> None:
    project.replace(
        ROWS,
        "new: {range: {min: 200000, max: 2000000}}}]",
        "new: {range: {min: 200000, max: 2000000}}}, "
        "{label: 情节严重, old: {range: {min: 100000, max: 1000000}}, new: {range: {min: 900000, max: 2000000}}}]",
    )
    assert "旧规定不分档" in project.bank().by_id["what-changed/water-85-2/0/fine"].stem


def test_one_old_fine_for_all_cases_is_said_where_the_new_article_fines_but_one(project) -> None:
    """A case that is fined no more is divided from the others all the same: 下限（情节严重）由2万元 would be of an old tier."""
    project.replace(
        ROWS,
        "new: {range: {min: 200000, max: 2000000}}}]",
        "new: {range: {min: 200000, max: 2000000}}}, {label: 情节严重, old: {range: {min: 100000, max: 1000000}}}]",
    )
    assert "旧规定不分档" in project.bank().by_id["what-changed/water-85-2/0/fine"].stem


class TestBeside:
    """What another provision fined while the old law stood."""

    def test_change_is_reckoned_from_the_heavier_fine(self, project) -> None:
        bank = with_beside(project, "{range: {min: 200000, max: 2000000}}").bank()
        item = bank.by_id["what-changed/water-85-2/0/fine"]
        assert texts(item)["维持20万元以上200万元以下不变"]
        assert not texts(item)["由10万元以上100万元以下改为20万元以上200万元以下"]
        assert "池塘管理条例第7条" in item.stem
        assert "行政处罚法第29条" in item.explanation
        assert project.codes() == []

    def test_second_evaluator_computes_with_it_too(self, project) -> None:
        item = project.bank().by_id["what-changed/water-85-2/0/fine"]
        assert list(verdicts(with_beside(project, "{range: {min: 200000, max: 2000000}}").library(), item))

    def test_lighter_one_changes_nothing(self, project) -> None:
        before = project.bank().by_id["what-changed/water-85-2/0/fine"]
        bank = with_beside(project, "{range: {min: 10000, max: 100000}}").bank()
        assert bank.by_id[before.id].stem == before.stem

    @pytest.mark.parametrize(
        ("fine", "more", "why"),
        [
            ("{range: {min: 50000, max: 2000000}}", "", "比不出轻重"),
            ("{multiple: {max: 3.0, base: 违法所得}}", "", "比不出轻重"),
            ("{range: {min: 200000, max: 2000000}, may: true}", "", "比不出轻重"),
            ("{range: {min: 200000, max: 2000000}}", ", reach: part", "一部分"),
            ("{range: {min: 200000, max: 2000000}}", ", reach: unclear", "优先"),
            ("{range: {min: 900000, max: 9000000}}", "", "没有废止"),
            ("{range: {min: 200000, max: 2000000}}", ", since: 2026-06-01", "要看行为是哪一天"),
        ],
        ids=["crossing", "other-form", "may", "part", "unclear", "heavier-than-the-new", "came-lately"],
    )
    def test_what_cannot_be_known_is_a_skip(self, project, fine: str, more: str, why: str) -> None:
        bank = with_beside(project, fine, more).bank()
        assert "what-changed/water-85-2/0/fine" not in bank.by_id
        assert any(why in skip.reason for rule, skip in bank.skips if rule == "what-changed")

    @pytest.mark.parametrize("more", [", since: 2026-08-15", ", until: 2026-01-01"])
    def test_outside_its_days_it_counts_for_nothing(self, project, more: str) -> None:
        item = (
            with_beside(project, "{range: {min: 200000, max: 2000000}}", more)
            .bank()
            .by_id["what-changed/water-85-2/0/fine"]
        )
        assert texts(item)["由10万元以上100万元以下改为20万元以上200万元以下"]

    def test_words_that_take_the_act_out_of_its_reach_are_told(self, project) -> None:
        fine = "{range: {min: 200000, max: 2000000}}"
        item = (
            with_beside(project, fine, ", reach: part, apart: 不是池塘").bank().by_id["what-changed/water-85-2/0/fine"]
        )
        assert "（不是池塘）" in item.stem
        assert texts(item)["由10万元以上100万元以下改为20万元以上200万元以下"]
