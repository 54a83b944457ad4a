"""Which law applies: before, after and across the day of change, and to conduct that goes on."""

import datetime

import pytest

from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.item import Item
from generator.questions.rules import applicable_law
from generator.questions.types import answer
from tests.questions.rules.test_what_changed import with_beside

_OF_ROWS = ("applicable-law", "what-changed")
ROWS = "content/concordance/rows.yml"
RIVER = "content/concordance/river.yml"


def key(item: Item) -> str:
    return next(o.text for o in item.options if o.correct)


class TestAcross:
    def test_old_law_applies_where_the_new_is_heavier(self, bank: Bank) -> None:
        item = bank.by_id["applicable-law/air-100/applies"]
        assert key(item) == "比较轻重以后，适用《大气污染防治法》"
        assert "《大气污染防治法》第100条" in item.stem
        assert "当时" in item.stem

    def test_new_law_applies_where_it_is_lighter(self, project) -> None:
        project.replace(ROWS, "old: {range: {min: 10000, max: 100000}}", "old: {range: {min: 50000, max: 500000}}")
        project.replace(ROWS, "relation: raised\n  summary: 起点", "relation: lowered\n  summary: 起点")
        bank = project.bank()
        assert key(bank.by_id["applicable-law/air-100/applies"]) == "比较轻重以后，适用《生态环境法典》"
        assert key(bank.by_id["applicable-law/air-100/span"]) == "2万元以上20万元以下"

    def test_lower_fine_beside_a_new_forfeiture_is_refused(self, project) -> None:
        project.replace(ROWS, "old: {range: {min: 10000, max: 100000}}", "old: {range: {min: 50000, max: 500000}}")
        project.replace(
            ROWS, "relation: raised\n  summary: 起点", "relation: lowered\n  summary: 增加没收违法所得，起点"
        )
        assert "applicable-law/air-100/applies" not in project.bank().by_id

    def test_for_whom_nothing_changed_is_not_asked(self, project) -> None:
        """The old law applies to him; that others are now fined less says nothing of him."""
        project.replace(
            RIVER,
            "relation: renumbered\n  summary: 罚款不变\n  amounts: [",
            "relation: lowered\n  summary: 另一档降低\n  amounts: [{label: 情节严重, old: {range: {min: 9, max: 99}}, new: {range: {min: 8, max: 88}}}, ",
        )
        assert not [i for i in project.bank().by_rule["applicable-law"] if i.id.endswith("85-3/applies")]

    def test_span_is_that_of_the_law_that_applies(self, bank: Bank) -> None:
        item = bank.by_id["applicable-law/water-85-2/span"]
        assert key(item) == "10万元以上100万元以下"
        assert "20万元以上200万元以下" in {o.text for o in item.options}

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("old: {range: {min: 10000, max: 100000}}", "old: {range: {min: 10000, max: 500000}}"),
            ("relation: raised\n  summary: 起点", "relation: raised\n  note: 能否适用要逐案判断。\n  summary: 起点"),
            ("summary: 起点由一万元", "summary: 不再写停业、关闭，起点由一万元"),
        ],
        ids=["mixed", "reservation", "other-measures-the-other-way"],
    )
    def test_what_must_be_compared_case_by_case_is_refused(self, project, old: str, new: str) -> None:
        bank = project.replace(ROWS, old, new).bank()
        assert not [i for i in bank.by_rule["applicable-law"] if i.id.startswith("applicable-law/air-100/a")]
        assert "applicable-law/air-100/span" not in bank.by_id


class TestOneSide:
    def test_law_in_force_at_conduct_and_decision(self, bank: Bank) -> None:
        for item in (i for i in bank.by_rule["applicable-law"] if i.id.endswith("/side")):
            later = "以后（含当日）" in item.explanation
            assert key(item).startswith("不比较轻重，")
            assert key(item).endswith("，适用《生态环境法典》") is later

    def test_each_option_is_right_of_some_conduct(self, bank: Bank) -> None:
        """Old law or new, with and without comparing: what is wrong here is right elsewhere."""
        for item in bank.by_rule["applicable-law"]:
            if item.id.endswith(("/side", "/continuing", "/applies")) and "比较轻重" in key(item):
                found = {tuple(o.text.split("，适用《")) for o in item.options}
                laws = {law for _, law in found}
                assert len(laws) == 2
                assert found == {(way, law) for way in ("不比较轻重", "比较轻重以后") for law in laws}

    def test_day_of_change_moved_in_the_content_is_noticed(self, project) -> None:
        bank = project.bank()
        for file in ("laws.yml", "river.yml"):
            project.replace(f"content/regulations/{file}", "repealed_on: 2026-08-15", "repealed_on: 2026-11-20")
        library = project.library()
        items = [i for i in bank.by_rule["applicable-law"] if "以后（含当日）" in i.explanation]
        assert items
        assert all(list(verdicts(library, item)) for item in items)


class TestContinuing:
    def test_document_answers(self, bank: Bank) -> None:
        items = [i for i in bank.by_rule["applicable-law"] if i.id.endswith("/continuing")]
        assert items
        for item in items:
            assert key(item) == "不比较轻重，适用《生态环境法典》"
            assert "《广东省生态环境行政处罚自由裁量权规定》第8条" in item.stem
            assert item.valid_until == datetime.date(2027, 1, 1)

    def test_without_a_document_it_is_a_skip(self, project) -> None:
        project.replace("content/regulations/river.yml", "repealed_on: 2027-01-01", "repealed_on: 2026-11-01")
        bank = project.bank()
        assert not [i for i in bank.by_rule["applicable-law"] if i.id.endswith("/continuing")]
        assert any("跨过法律更替之日" in skip.reason for rule, skip in bank.skips if rule == "applicable-law")


def test_statement_names_what_was_altered(project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        applicable_law, "_STATED", 1
    )  # of heavier fines, which the miniature has alone, one in five is stated
    found = [i for i in project.bank().by_rule["applicable-law"] if i.type == "judge"]
    assert found
    assert all(("题中改成了" in i.explanation) == (answer(i) == "错误") for i in found)


class TestBeside:
    """Another provision that fined the same act more while the old law stood."""

    FINE = "{range: {min: 200000, max: 2000000}}"

    def test_the_heavier_of_the_old_provisions_applies(self, project) -> None:
        bank = with_beside(project, self.FINE).bank()
        item = bank.by_id["applicable-law/water-85-2/applies"]
        assert key(item) == "适用《池塘管理条例》"
        assert {"适用《水污染防治法》", "适用《生态环境法典》"} <= {o.text for o in item.options if not o.correct}
        assert {(b.regulation, b.article) for b in item.basis} >= {("eco-code", 1057), ("penalty-law", 29)}
        assert key(bank.by_id["applicable-law/water-85-2/span"]) == "20万元以上200万元以下"
        assert project.codes() == []

    def test_conduct_before_the_day_is_not_asked_of_two_laws_alone(self, project) -> None:
        item = with_beside(project, self.FINE).bank().by_id["applicable-law/water-85-2/side"]
        assert key(item) == "不比较轻重，适用《生态环境法典》"

    def test_second_evaluator_finds_the_old_law_wrong(self, project) -> None:
        items = [i for i in project.bank().by_rule["applicable-law"] if i.id.startswith("applicable-law/water-85-2/")]
        library = with_beside(project, self.FINE).library()
        assert all(list(verdicts(library, i)) for i in items if not i.id.endswith(("/side", "/continuing")))

    def test_what_cannot_be_known_is_not_asked(self, project) -> None:
        bank = with_beside(project, "{range: {min: 50000, max: 2000000}}").bank()
        left = {i.id for i in bank.by_rule["applicable-law"] if i.id.startswith("applicable-law/water-85-2/")}
        assert left <= {"applicable-law/water-85-2/side", "applicable-law/water-85-2/continuing"}

    def test_no_item_asks_what_applied_beside_an_unread_text(self, project) -> None:
        """Nobody knows whether the regulation that was in force as well fined the act."""
        asked = [i.id for i in project.bank().items if "water-85-2/" in i.id and i.id.split("/")[0] in _OF_ROWS]
        project.replace(
            RIVER,
            "old: 水污染防治法 第85条第1款第（二）项",
            "unread: [pond-list]\n  old: 水污染防治法 第85条第1款第（二）项",
        )
        assert asked
        assert not {i.id for i in project.bank().items} & set(asked)
