"""Explanations of this bank say what is so, and name what they speak of."""

import re

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.chained import Chain

_FINE = re.compile(r"罚款([\d.]+)万元的决定合法有效")


def chains(bank: Bank) -> list[Chain]:
    return [item.response for item in bank.items if isinstance(item.response, Chain)]


def test_only_a_sum_above_the_fine_forgot_the_ceiling(bank: Bank) -> None:
    """29.9万元 of a fine of 46万元 was said to have overlooked it."""
    seen = 0
    for chain in chains(bank):
        for part in chain.parts:
            if asked := _FINE.search(part.stem):
                for option in part.options:
                    sum_ = float(option.text.removesuffix("元").removesuffix("万").replace(",", ""))
                    sum_ = sum_ if option.text.endswith("万元") else sum_ / 10_000
                    assert ("没有看上限" in option.why) == (sum_ > float(asked[1])), (part.stem, option)
                    seen += 1
    assert seen > 100


def test_nobody_who_only_detains_is_said_to_order_and_fine(bank: Bank) -> None:
    """公安机关查处的是没有修复受污染的土壤: the police detain for it, and anybody knows that they do not order its repair."""
    authority = [item for item in bank.by_rule["judge"] if item.id.endswith("/authority")]
    assert len(authority) > 10
    assert not [item.id for item in authority if "公安机关查处的是" in item.explanation]


def test_what_an_article_adds_for_the_rest_is_no_question(bank: Bank) -> None:
    """违反固体废物管理的其他要求: no act that anybody could know."""
    assert not bank.of_conduct("sw-other-breach")
    assert not bank.of_conduct("other-social-noise")


def test_a_statement_on_discretion_speaks_of_whether_and_not_of_how(bank: Bank) -> None:
    """Of 责令限制生产、停产整治 the authority still chooses which; 没有裁量余地 without more could be disputed."""
    told = [item for item in bank.by_rule["judge"] if "没有裁量余地" in item.stem]
    assert told
    assert all("是否作出，执法机关没有裁量余地" in item.stem for item in told)


def test_a_fine_divided_by_acts_is_not_called_divided_by_tiers(bank: Bank) -> None:
    """新规定分档，这里指“排放口和周边监测”: no tier but another act, which the stem tells."""
    for item in bank.by_rule["what-changed"]:
        if found := re.search(r"新规定分档，这里指“([^”]+)”", item.stem):
            assert found[1] not in {"排放口和周边监测", "剧毒废液", "海上焚烧", "隐患排查", "港口接收设施"}, item.id


def test_a_wrong_period_is_never_far_off(bank: Bank) -> None:
    """90日 for the 7日 before a hearing: nobody would take it."""
    altered = [
        found
        for item in bank.by_rule["judge"]
        if (found := re.search(r"题中把(\d+)(\D+)改成了(\d+)\2", item.explanation))
    ]
    assert len(altered) > 10
    assert all(max(int(one[1]), int(one[3])) <= 5 * min(int(one[1]), int(one[3])) for one in altered)


def test_a_chain_bears_the_fact_of_every_last_day_that_it_asks(bank: Bank) -> None:
    """Two chains that both ask by when a decision must be served stood in one paper."""
    names = {
        "行政处罚法 第61条第1款": "serving",
        "行政复议法 第20条第1款": "review",
        "行政处罚法 第67条第3款": "paying",
    }
    seen = 0
    for item in bank.items:
        for part in item.response.parts if isinstance(item.response, Chain) else ():
            if part.claim and part.claim.ask == "counted" and (name := names.get(part.claim.get("basis") or "")):
                assert f"limit/{name}" in item.facts, item.id
                seen += 1
    assert seen > 100


def test_a_fine_by_a_multiple_tells_what_too_small_a_base_counts_as(library: Library, bank: Bank) -> None:
    """违法所得的1倍以上5倍以下 is half of what 法典 1198 says: of a small sale the fine begins at 50万元."""
    deemed = {
        f"{c.id}/{p.id}/{n}"
        for c in library.conducts
        for p in c.penalties
        for n, t in enumerate(p.tiers)
        if t.fine and t.fine.deemed
    }
    found = [
        item
        for rule in ("judge", "penalty-range")
        for item in bank.by_rule[rule]
        if item.id.partition("/")[2].removesuffix("/target") in deemed
    ]
    assert len(found) > 2
    assert [item.id for item in found if "计算）" not in item.explanation] == []


def test_a_sum_for_others_is_said_to_be_theirs(bank: Bank) -> None:
    """1万元以上10万元以下 is what those responsible pay for not reporting; it was said to be the fine for not reporting."""
    told = bank.by_id["judge/ecological-disaster-spread/responsible/0"].explanation
    assert "没有及时通报或者报告”对直接负责的主管人员和其他直接责任人员的幅度" in told
