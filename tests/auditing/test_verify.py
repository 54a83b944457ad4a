"""True records pass; each fact altered in one place is found, under the right code and at its line."""

from collections.abc import Callable

import pytest

from generator.auditing.verify import checks
from generator.problems import CODES, Problem

Audit = Callable[..., list[Problem]]


def test_true_records_pass(audit: Audit) -> None:
    assert [str(problem) for problem in audit()] == []


ALTERED = [
    # basis
    ("prohibited_by: [水库法 第2条第2款]", "prohibited_by: [某地试验清单 第1条]", "E601"),
    ("prohibited_by: [水库法 第2条第2款]", "prohibited_by: [水库法 第2条第3款]", "E602"),
    ("prohibited_by: [水库法 第2条第2款]", "prohibited_by: [水库法 第5条第（一）项]", "E602"),
    ("第4条第1款第（一）项", "第4条第1款第（三）项", "E602"),
    ("prohibited_by: [水库法 第2条第2款]", "prohibited_by: [水库法 第1条之一]", "E602"),
    ("prohibited_by: [水库法 第2条第2款]", "prohibited_by: [池塘法 第1条]", "E603"),
    ("  title: 擅自取样", "  title: 擅自取样\n  as_of: 2020-01-01", "E603"),
    # amounts
    ("{range: {max: 10000}, may: true}", "{range: {max: 15000}, may: true}", "E604"),
    ("{range: {min: 20000, max: 100000}}}\n- id: release", "{range: {min: 2000, max: 100000}}}\n- id: release", "E604"),
    ("multiple: {min: 1.0, max: 5.0", "multiple: {min: 1.0, max: 6.0", "E604"),
    ("deemed: {below: 30000, amount: 30000}", "deemed: {below: 30000, amount: 40000}", "E604"),
    ("base: 货值金额", "base: 违法所得", "E604"),
    ("per_unit: {min: 5000, max: 5000", "per_unit: {min: 500, max: 5000", "E604"),
    ("unit: 瓶", "unit: 箱", "E604"),
    ("rate: {min: 2.0, max: 4.0", "rate: {min: 2.0, max: 5.0", "E604"),
    ("fine: {multiple: {min: 1.0, max: 5.0, base: 货值金额, deemed: {below: 30000, amount: 30000}}}", "fine: {daily: true}", "E604"),
    ("detention: {min_days: 10, max_days: 15}", "detention: {min_days: 10, max_days: 20}", "E605"),
    ("detention: {min_days: 1, max_days: 5}", "detention: {min_days: 2, max_days: 5}", "E605"),
    ("ban: {years: 3", "ban: {years: 5", "E605"),
    ("trade: 水库观测工作", "trade: 水库养殖工作", "E606"),
    # measures
    ("measures: [责令改正]", "measures: [责令恢复原状]", "E606"),
    ("measures: [责令关闭]", "measures: [责令搬迁]", "E606"),
    ("may: [责令停产整治]", "measures: [责令停产整治]", "E614"),
    ("measures: [责令改正], fine", "may: [责令改正], fine", "E614"),
    ("{range: {max: 10000}, may: true}", "{range: {max: 10000}}", "E614"),
    ("deemed: {below: 30000, amount: 30000}}}", "deemed: {below: 30000, amount: 30000}}, may: true}", "E614"),
    # authorities
    ("authority: [水库主管部门, 渔业主管部门]", "authority: [水库主管部门, 林业主管部门]", "E607"),
    ("authority: [水库主管部门, 渔业主管部门]", "authority: [公安机关]", "E607"),
    ("  target: 个人", "  target: 个人\n      referral: 检察机关", "E607"),
    # conditions
    ("category: 合同", "category: 协议", "E613"),
    ("{condition: 情节严重, adds: true, measures: [责令关闭]", "{measures: [责令关闭]", "E613"),
    ("condition: 情节严重, adds", "condition: 造成特大后果, adds", "E613"),
    ("condition: 造成严重后果", "condition: 情节较轻", "E613"),
    ("target: 个人", "target: 编制主持人和主要编制人员", "E613"),
    ("target: 个人", "target: 养鱼人", "E613"),
    # the same act under other law
    ("  title: 擅自把水放掉", "  title: 擅自把水放掉\n  beside: [no-record]\n  prevails: beside", "E624"),
    # approvals
    (", approval: 有批准权的人民政府", "", "E621"),
    ("approval: 有批准权的人民政府", "approval: 上一级人民政府", "E621"),
    ("measures: [责令改正], fine", "measures: [责令改正], approval: 有批准权的人民政府, fine", "E621"),
    # choices and additions
    ("one_of: [拘留, 罚款], ", "", "E622"),
    ("one_of: [拘留, 罚款]", "one_of: [拘留, 罚款], several: true", "E622"),
    ("measures: [责令停止违法行为, 没收违法所得]", "one_of: [责令停止违法行为, 没收违法所得]", "E622"),
    ("condition: 情节严重, adds: true", "condition: 情节严重", "E622"),
    # digests and own words
    ("留底5年", "留底3年", "E608"),
    ("number: 4, heading", "number: 4, suffix: 2, heading", "E602"),
    ("regulation: reservoir-law, number: 2", "regulation: local-list, number: 2", "E601"),
    ("擅自放水或者投鱼苗的，", "对其直接负责的主管人员和其他直接责任人员，由水库、渔业主管部门按照职责分工责令停止违法行为，没收违法所得，", "E609"),
    ("definition: 用来做观测的人造水面。", "definition: 单位应当每年向水库主管部门提交观测记录，记录至少保存五年。", "E609"),
    ("do: [每年交一次记录。]", "do: [每年交三次记录。]", "E608"),
    ("放水另见第4条", "放水另见第44条", "E608"),
    ("2026年8月15日起适用", "2026年8月16日起适用", "E608"),
    # exemptions
    ("20个工作日内改正]\n  effect: may", "20个工作日内改正]\n  effect: must", "E623"),
    ("20个工作日内改正]\n  effect: may", "20个工作日内改正]\n  effect: may_lighter", "E623"),
    # consequences in digests
    ("没收所得，最高", "最高", "E620"),
    ("报批后停业、关闭", "停业、关闭", "E620"),
    ("的拘留，还会禁业", "的，还会禁业", "E620"),
    # doubts
    ("        - {condition: 情节较轻, detention: {min_days: 5, max_days: 10}, ban: {years: 3, trade: 水库观测工作}}\n", "", "E626"),
    ("measures: [警告], fine: {per_unit", "fine: {per_unit", "E626"),
    ("最高罚到货值的5倍；情节严重的", "可以罚到货值的5倍；可以", "E628"),
    ("停业, checked: 2026-11-24", "歇业, checked: 2026-11-24", "E630"),
    # regulations
    ("effective: 2026-08-15, articles: 6", "effective: 2026-08-15, articles: 8", "E611"),
    ("articles: [3, 6]", "articles: [3, 5]", "E611"),
    ("{title: 第二章 责任", "{title: 第二章 法则", "E611"),
    ("adopted: 2026-03-12", "adopted: 2026-03-01", "E616"),
    ("repealed_on: 2026-08-15", "repealed_on: 2026-08-16", "E616"),
    ("repealed_by: reservoir-law", "repealed_by: order-law", "E616"),
    # concordance
    ("old: {range: {min: 10000, max: 50000}}", "old: {range: {min: 10000, max: 60000}}", "E604"),
    ("  old: 池塘法 第1条\n", "  old: 池塘法 第1条第2款\n", "E604"),  # another paragraph's, which has a sum of its own
    ("new: {range: {min: 20000, max: 100000}}", "new: {range: {min: 10000, max: 100000}}", "E604"),
    ("fine: {range: {max: 3000}}", "fine: {range: {max: 4000}}", "E604"),
    ("  title: 未提交观测记录\n  old", "  title: 拆船污染海洋\n  old", "E618"),
    ("- basis: 试验治安法 第3条\n      fines: [{label: 拒不改正, fine: {range: {max: 3000}}}]", "- basis: 试验治安法 第1条", "E619"),
    ("unlike: [试验治安法 第4条]", "unlike: [试验治安法 第2条]", "E619"),
    ("relation: raised", "relation: lowered", "E617"),
    ("relation: raised", "relation: reworded", "E617"),
    # benchmarks
    ("weight: 80.0", "weight: 70.0", "E615"),
    ("{label: 首次, weight: 0.0}, {label: 多次, weight: 80.0}", "{label: 首次, weight: 80.0}, {label: 多次, weight: 0.0}", "E615"),
    ("base: 100000", "base: 200000", "E615"),
    ("floor: 20000", "floor: 10000", "E615"),
    ("floor: 20000", "floor: 0", "E615"),  # 20% of 100,000 is 20,000, but an apology takes 40% off
    ("{label: 首次, weight: 0.0}", "{label: 首次, weight: 0.0}, {label: 屡次, weight: 90.0}", "E615"),
    ("base: 100000\n  start: 20.0\n  floor: 20000", "rate: {min: 1.0, max: 4.0, base: 合同价款}\n  start: 20.0", "E615"),
    ("rate: {base: 合同价款, min: 2.0, max: 4.0}", "rate: {base: 合同价款, min: 2.0, max: 5.0}", "E615"),
    ("{circumstances: [拒不改正], span: {min: 20000,", "{circumstances: [拒不改正], span: {min: 10000,", "E615"),
    ("span: {min: 20000, max: 60000}", "span: {min: 20000, max: 160000}", "E615"),
    # guides
    ("至少保存五年（", "至少保存三年（", "E605"),
    ("每年交齐", "每月交齐", "E605"),
    ("二万元以上十万元以下罚款（", "一万元以上十万元以下罚款（", "E604"),  # both stand there, but not as a span
    ("决定在二十个工作日内", "决定在二十日内", "E605"),
    ("货值的五倍", "货值的六倍", "E604"),
    ("按三万元算", "按四万元算", "E604"),
    ("拘留十日以上十五日以下", "拘留十日以上二十日以下", "E605"),
    ("收费的百分之二", "收费的百分之一", "E604"),
    ("| 每瓶五千元", "| 每瓶六千元", "E604"),
    ("作出（《试验水库法》第5条）", "作出（《试验水库法》第9条）", "E602"),
    ("保存五年（水库法 第2条第2款）", "保存五年（水库法 第2条第3款）", "E602"),
    ("罚款（水库法 第3条）", "罚款（池塘法 第1条）", "E603"),
    ("罚款（水库法 第3条）", "罚款（湖泊法 第3条）", "E601"),
    ("记下来，哪一天也行（水库法 第2条）", "记下来，哪一天也行（某地试验清单 第2条）", "E601"),
    # time limits
    ("retention: 5年", "retention: 3年", "E605"),
    ("frequency: 每年一次", "frequency: 每月一次", "E605"),
    ("受理后20个工作日内", "受理后20日内", "E605"),
    ("应当在20个工作日内决定, period: 20个工作日", "应当在20日内决定, period: 20日", "E605"),
    ("受理后20个工作日内", "受理后30个工作日内", "E605"),
    ("受理后20个工作日内", "受理后15日内", "E605"),
    ("time_limit: 受理后20个工作日内, basis: [水库法 第5条]", "time_limit: 3日内", "E605"),
    ("轻微, 20个工作日内改正]", "轻微, 10个工作日内改正]", "E605"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code"), ALTERED)
def test_a_fact_altered_in_one_place_is_found(audit: Audit, old: str, new: str, code: str) -> None:
    found = audit(old, new)
    assert code in {problem.code for problem in found}, found
    assert all(problem.at.line and problem.hint for problem in found)


def test_tiers_in_another_order_are_found(audit: Audit) -> None:
    first = "{condition: 造成严重后果, detention: {min_days: 10, max_days: 15}}"
    second = "{condition: 情节较轻, detention: {min_days: 5, max_days: 10}, ban: {years: 3, trade: 水库观测工作}}"
    both = f"        - {first}\n        - {second}"
    found = audit(both, f"        - {second}\n        - {first}")
    assert "E612" in {problem.code for problem in found}


def test_an_amount_of_another_paragraph_names_the_place_to_look(audit: Audit) -> None:
    """The article's paragraphs speak of one another, so the whole article counts for an amount, not for a wrong part."""
    found = audit("basis: 水库法 第3条\n      authority", "basis: 水库法 第5条\n      authority")
    assert {problem.code for problem in found} >= {"E604", "E606"}


def test_an_earlier_text_is_not_held_against_an_undated_copy_of_the_present_one(audit: Audit) -> None:
    one = "versions: [{effective: 2006-03-01}]"
    assert audit(one, "versions: [{effective: 1987-01-01, articles: 40}, {effective: 2006-03-01, articles: 4}]") == []
    assert [problem.code for problem in audit(one, "versions: [{effective: 2006-03-01, articles: 40}]")] == ["E611"]


@pytest.mark.parametrize(
    ("target", "codes"),
    [("违反本法规定的单位", []), ("擅自放水的人", []), ("擅自放牛的人", ["E613"])],
)
def test_a_target_may_be_told_by_what_it_did(audit: Audit, target: str, codes: list[str]) -> None:
    old = "basis: 水库法 第4条第1款第（一）项\n      authority: [水库主管部门, 渔业主管部门]\n      target: "
    assert [problem.code for problem in audit(f"{old}单位", f"{old}{target}")] == codes


def test_every_check_yields_only_codes_that_it_names_and_all_are_documented() -> None:
    for check in checks():
        assert set(check.codes) <= set(CODES)
        assert check.title
    tried = {code for _, _, code in ALTERED} | {
        "E610",
        "E612",
        "E624",
        "E625",
        "E627",
        "E629",
        "E631",
    }  # see test_doubts.py, test_same_act.py, test_keys.py
    assert {code for check in checks() for code in check.codes} <= tried


def test_each_check_stays_within_its_codes(audit: Audit) -> None:
    named = {code for check in checks() for code in check.codes} | {"E630"}
    for old, new, _ in ALTERED[::7]:
        assert {problem.code for problem in audit(old, new)} <= named


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("至少保存五年（", "至少保存三年（", 10),
        ("货值的五倍", "货值的六倍", 12),
        ("收费的百分之二", "收费的百分之一", 13),
        ("| 每瓶五千元", "| 每瓶六千元", 18),
        ("何年何月放过水", "何年何月放过水（湖泊法 第3条）", 20),
    ],
)
def test_a_fault_of_a_guide_is_told_at_its_line(audit: Audit, old: str, new: str, line: int) -> None:
    assert {(problem.at.file, problem.at.line) for problem in audit(old, new)} == {("content/guides/keepers.md", line)}
