"""Which law in time is asked of a scene only where one former law fined its conduct: nothing in a scene tells several apart."""

from generator.kinds.concordance import Concordance
from generator.kinds.obligation import Obligation
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.chained import chain_of


def test_a_scene_is_asked_for_the_law_in_time_only_where_one_law_fined_it_before(library: Library, bank: Bank) -> None:
    """Refusing inspection was told under the law on water, since its row came first; a paper mill's page under that on waste."""
    former: dict[str, set[str]] = {}
    for row in library.of("concordance", Concordance):
        if row.old and row.amounts:
            for conduct in row.conducts:
                former.setdefault(conduct, set()).add(row.old.regulation)
    asked = [
        item for item in bank.items if item.type == "chain"
        for part in chain_of(item).parts if part.claim and part.claim.ask == "timed"
    ]  # fmt: skip
    assert len(asked) > 20
    assert [item.id for item in asked if item.conduct is None or len(former[item.conduct]) != 1] == []


def test_no_duty_was_read_in_an_older_text_than_its_regulation(library: Library) -> None:
    """排污许可管理条例 stood in papers by its text of 2022 and by that of 2025, since one duty had been read in the older."""
    assert [
        (duty.id, basis.regulation)
        for duty in library.of("obligation", Obligation)
        for basis in duty.basis
        if duty.as_of and (read := library.regulation(basis.regulation).as_of) and read > duty.as_of
    ] == []
