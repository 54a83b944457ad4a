"""Items of this repository that an appeal once won, or would have: their kinds stay mended."""

from generator.kinds.exemption import Exemption
from generator.kinds.procedure import Procedure
from generator.kinds.responsibility import Responsibility
from generator.library import Library
from generator.questions.bank import Bank


def test_duties_that_several_bear_say_so(library: Library, bank: Bank) -> None:
    rows = {row.id: row for row in library.of("responsibility", Responsibility)}
    for id in ("ecology-bureau-hazardous-report", "ecology-bureau-hazardous-plan", "housing-noise-night",
               "commerce-packaging", "market-emf", "market-packaging", "police-eia-detention"):  # fmt: skip
        assert rows[id].with_others, id
    assert "responsible-unit" not in bank.by_rule


def test_the_list_of_exemptions_is_cited_by_its_own_article(library: Library, bank: Bank) -> None:
    listed = {e.id for e in library.of("exemption", Exemption) if e.issued_by}
    found = [item for item in bank.by_rule["exemption"] if item.id.split("/")[1] in listed]
    assert found
    for item in found:
        assert ("discretion-guangdong", 13) in {(basis.regulation, basis.article) for basis in item.basis}, item.id


def test_no_order_holds_two_steps_of_which_a_case_sees_one(library: Library, bank: Bank) -> None:
    either = {
        (step.title, other.title)
        for procedure in library.of("procedure", Procedure)
        for step in procedure.steps
        for other in procedure.steps
        if other.key in step.instead_of
    }
    assert ("逾期不履行的，加处罚款或者申请强制执行", "缴纳罚款，履行决定") in either
    for item in bank.by_rule["procedure-order"]:
        texts = {option.text for option in item.options}
        assert not [pair for pair in either if set(pair) <= texts], item.id


def test_tables_tell_an_act_that_every_level_fits(bank: Bank) -> None:
    for item in bank.by_rule["discretion"]:
        told = item.stem.split("查明的情形")[0]
        assert "未建成" not in told, item.id


def test_fines_of_the_wildlife_law_are_asked_of_foreign_wildlife_alone(bank: Bank) -> None:
    found = [item for item in bank.items if "依照野生动物保护法" in item.stem and "外来物种" in item.stem]
    assert [item.id for item in found] == []
    told = {skip.at.file for rule, skip in bank.skips if rule == "penalty-range"} | {
        item.at.file for item in bank.items if item.conduct == "foreign-wildlife-introduced"
    }
    assert "content/conducts/foreign-wildlife.yml" in told


def test_whom_a_fine_hits_is_told_apart_from_the_people_responsible(library: Library, bank: Bank) -> None:
    for rule in ("penalty-range", "judge"):
        for item in bank.by_rule[rule]:
            conduct = next((c for c in library.conducts if c.id == item.conduct), None)
            both = conduct and {"单位和个人"} < {p.target for p in conduct.penalties} and any(
                "人员" in p.target for p in conduct.penalties
            )  # fmt: skip
            assert not (both and "对违法者" in item.stem and "对违法者本身" not in item.stem), item.id


def test_owners_are_named_where_the_article_fines_owners(library: Library) -> None:
    """法典 1124 fines the owner and the workshop by the vehicle: 对单位 would be neither."""
    fined = {p.target for c in library.conducts for p in c.penalties if str(p.basis.article) == "1124"}
    assert fined == {"所有人", "维修单位"}


def test_who_may_not_ask_again_is_not_banned_from_a_trade(library: Library, bank: Bank) -> None:
    """三年内不得再次申请排污许可证 was asked as 禁止从业: a factory that forged a permit may go on working."""
    again = {
        c.id
        for c in library.conducts
        if any(t.ban and t.ban.trade.startswith("再次申请") for p in c.penalties for t in p.tiers)
    }
    assert {"permit-reg-forged", "dumping-licence-by-fraud", "ozone-import-fraud"} <= again
    texts = {
        item.id: [option.text for option in item.options] for item in bank.by_rule["measures"] if item.conduct in again
    }
    assert texts
    assert [id for id, shown in texts.items() if any("禁止从业" in text for text in shown)] == []
    assert [id for id, shown in texts.items() if any("不得再次申请" in text for text in shown)]
