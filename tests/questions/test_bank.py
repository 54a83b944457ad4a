"""The bank: same content, same items; a change of content changes the items that rest on it and few others."""

import datetime
from dataclasses import replace

import pytest

import generator.questions.bank as bank_module
from generator.problems import Problems
from generator.questions.bank import REPEATED, Bank, build_bank
from generator.questions.digests import of_item
from generator.questions.item import Rule
from generator.questions.lock import lock_text
from generator.questions.worth import ENOUGH

CONDUCTS = "content/conducts/conducts.yml"


def digests(bank: Bank) -> dict[str, str]:
    return {item.id: of_item(item) for item in bank.items}


def changed(before: Bank, after: Bank) -> set[str]:
    """Ids of items that went, came or read otherwise."""
    a, b = digests(before), digests(after)
    return {id for id in a.keys() | b.keys() if a.get(id) != b.get(id)}


def test_two_builds_are_equal(project) -> None:
    first, second = project.bank(), project.bank()
    assert first.items == second.items
    assert first.skips == second.skips
    assert lock_text(first) == lock_text(second)


def test_ids_are_unique_and_say_their_rule(bank: Bank) -> None:
    ids = [item.id for item in bank.items]
    assert len(set(ids)) == len(ids)
    assert all(item.id.startswith(f"{item.rule}/") for item in bank.items)


def test_indices(bank: Bank) -> None:
    assert {i.conduct for i in bank.of_conduct("no-monitoring")} == {"no-monitoring"}
    assert all("noise" in i.topics for i in bank.by_topic("noise"))
    assert bank.by_topic("noise")
    cited = bank.citing("eco-code", "1095")
    assert cited
    assert all(any(b.article == 1095 for b in i.basis) for i in cited)
    assert bank.citing("eco-code", "9999") == ()
    assert sum(len(items) for items in bank.by_rule.values()) == len(bank.items)
    assert bank.by_id["authored/which-law"].rule == "authored"


def test_one_new_conduct_disturbs_few_items(project) -> None:
    before = project.bank()
    project.add(
        CONDUCTS,
        """
- id: no-fence
  title: 工地没有设置围挡
  topics: [air]
  prohibited_by: [法典 第240条]
  penalties:
    - id: site
      basis: 法典 第1128条
      authority: [住房城乡建设主管部门]
      target: 施工单位
      tiers:
        - {measures: [责令改正], fine: {range: {min: 10000, max: 100000}}}
""",
    )
    after = project.bank()
    assert project.codes() == []
    old = {id for id in changed(before, after) if not id.split("/")[1].startswith("no-fence")}
    assert (
        len(old) < len(before.items) / 2
    )  # 20 amounts and 6 articles: one more is drawn often here, rarely in a full bank


def test_altered_amount_changes_the_items_that_use_it(project) -> None:
    before = project.bank()
    project.replace(CONDUCTS, "fine: {range: {min: 5000, max: 50000}}", "fine: {range: {min: 6000, max: 60000}}")
    touched = changed(before, project.bank())
    assert {"penalty-range/fumes/operator/0", "judge/fumes/operator/0"} <= touched
    after = project.bank()
    for item in after.items:
        texts = [item.stem, *(o.text for o in item.options)]
        assert not any("5000元以上5万元以下" in text for text in texts)


def test_altered_authority_changes_the_items_that_use_it(project) -> None:
    before = project.bank()
    project.replace(CONDUCTS, "authority: [能源主管部门]", "authority: [海关]")
    after = project.bank()
    assert "judge/bad-coal/mine/authority" in changed(before, after)
    assert not any("能源主管部门" in i.stem for i in after.by_rule["judge"])


def test_authority_left_to_local_government_kills_the_item(project) -> None:
    project.replace(CONDUCTS, "authority: [能源主管部门]", "authority: [地方人民政府指定的部门]")
    bank = project.bank()
    assert "judge/bad-coal/mine/authority" not in bank.by_id
    assert any(rule == "who-acts" and "指定的部门" in skip.reason for rule, skip in bank.skips)


def test_altered_date_changes_the_items_that_use_it(project) -> None:
    before = project.bank()
    project.replace(
        "content/regulations/laws.yml", "2018-10-26, repealed_on: 2026-08-15", "2018-10-26, repealed_on: 2026-09-01"
    )
    touched = changed(before, project.bank())
    assert {"applicable-law/air-100/side"} <= touched


def test_article_moved_changes_basis_items(project) -> None:
    before = project.bank()
    project.replace(CONDUCTS, "basis: 法典 第1086条", "basis: 法典 第1087条")
    touched = changed(before, project.bank())
    assert "penalty-range/no-monitoring/unit/0" in touched
    assert len({i for i in touched if "no-monitoring" in i}) >= 3


def test_before_the_code_nothing_rests_on_it(project) -> None:
    bank = project.bank(datetime.date(2026, 8, 14))
    assert not any(b.regulation == "eco-code" for i in bank.items for b in i.basis)


def test_after_repeal_items_are_gone(project) -> None:
    project.replace(
        "content/regulations/laws.yml",
        "effective: 2026-08-15, articles",
        "effective: 2026-08-15, repealed_on: 2030-01-01, articles",
    )
    assert all(i.valid_until == datetime.date(2030, 1, 1) for i in project.bank().citing("eco-code", "1095"))
    later = project.bank(datetime.date(2030, 1, 1))
    assert not any(b.regulation == "eco-code" for i in later.items for b in i.basis)


def test_authored_question_waits_for_its_day(project) -> None:
    project.replace("quizzes/questions/own.yml", "  type: judge", "  valid_from: 2027-01-01\n  type: judge")
    assert "authored/judge-lighter" not in project.bank().by_id
    assert "authored/judge-lighter" in project.bank(datetime.date(2027, 1, 1)).by_id


def test_authored_flaw_is_a_problem_at_its_line(project) -> None:
    project.replace("quizzes/questions/own.yml", "text: 由当事人在新法和旧法中选择", "text: 以上都不对")
    bank = project.bank()
    found = [p for p in project.problems if p.code == "E401"]
    assert "authored/which-law" not in bank.by_id
    assert [p.at.file for p in found] == ["quizzes/questions/own.yml"]
    assert "authored/which-law" in found[0].message
    assert "以上都不对" in found[0].message


def test_authored_twin_is_a_problem(project) -> None:
    text = (project.root / "quizzes/questions/own.yml").read_text(encoding="utf-8")
    project.add(
        "quizzes/questions/again.yml",
        text.replace("id: which-law", "id: which-law-b").replace("id: judge-lighter", "id: judge-b"),
    )
    bank = project.bank()
    assert project.codes() == ["E401", "E401"]
    assert len(bank.by_rule["authored"]) == 2


def test_flawed_generated_item_is_a_skip(project, monkeypatch: pytest.MonkeyPatch) -> None:
    library = project.library()
    good = build_bank(library, Problems()).items[2]
    bad = replace(good, options=tuple(replace(o, correct=False) for o in good.options))
    monkeypatch.setattr(bank_module, "rules", lambda: (Rule("authority", "x", lambda _: iter([bad])),))
    bank = build_bank(library, Problems())
    assert bad.id not in bank.by_id
    assert [(rule, skip.at) for rule, skip in bank.skips if "0 个正确项" in skip.reason] == [("authority", bad.at)]


def test_rules_yield_no_flawed_item_here(bank: Bank) -> None:
    assert [skip for _, skip in bank.skips if "瑕疵" in skip.reason] == []


def test_unbalanced_bank_is_a_warning(project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank_module, "bank_flaws", lambda _: ["判断题的正误失衡"])
    project.bank()
    assert [(p.code, p.severity.value) for p in project.problems if p.code == "E401"] == [("E401", "警告")]


def test_sample_content_marks_its_items(project) -> None:
    project.replace(CONDUCTS, "  title: 没有开展自行监测", "  sample: true\n  title: 没有开展自行监测")
    bank = project.bank()
    assert project.codes() == []
    assert all(item.sample for item in bank.of_conduct("no-monitoring") if item.rule != "status")
    assert not any(item.sample for item in bank.of_conduct("bad-coal"))


def test_a_small_bank_keeps_what_its_papers_need(project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taken out of a large bank so that topics and facts tell nothing would leave a small one without its papers."""
    monkeypatch.setattr("generator.questions.worth.SAME", 1)
    small = project.bank()
    assert len(small.items) < ENOUGH
    monkeypatch.setattr("generator.questions.bank.ENOUGH", 1)
    large = project.bank()
    assert REPEATED not in {skip.reason for _, skip in small.skips}
    assert REPEATED in {skip.reason for _, skip in large.skips}
    assert len(large.items) < len(small.items)
