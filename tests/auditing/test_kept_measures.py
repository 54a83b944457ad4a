"""What an article orders when its condition comes about stands in the tier, where no amount tells which clause is meant."""

import pytest

from generator.auditing.article import OfficialArticle
from generator.auditing.checks import kept_measures
from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty, Tier
from generator.library import PenaltyOf

LAW = "船舶违反规定的，责令改正；拒不改正的，可以责令停止作业、强制卸载，禁止船舶进出港口、靠泊，或者责令停航、改航。"


@pytest.mark.parametrize(
    ("may", "missing"),
    [
        (("责令停止作业", "强制卸载", "禁止船舶进出港口、靠泊", "责令停航、改航"), []),
        (("责令停止作业", "强制卸载", "责令停航、改航"), [(1, "禁止船舶进出港口、靠泊")]),
        (("责令停止作业", "强制卸载", "禁止船舶进出港口、靠泊"), [(1, "责令停航、改航")]),
    ],
)
def test_a_measure_of_a_tier_without_an_amount_is_missed(may: tuple[str, ...], missing: list[tuple[int, str]]) -> None:
    tiers = (Tier(measures=("责令改正",)), Tier(condition="拒不改正", may=may))
    penalty = Penalty(
        id="unit", basis=BasisValue(regulation="r", article=1), authority=("海事管理机构",), target="船舶", tiers=tiers
    )
    conduct = Conduct.model_construct(id="c", title="不改", penalties=(penalty,))
    article = OfficialArticle("法", 1, 0, (), LAW)
    assert list(kept_measures._ordered(PenaltyOf(conduct, penalty, 0), article)) == missing


def _entry(*tiers: Tier, title: str = "不改") -> PenaltyOf:
    basis = BasisValue(regulation="r", article=1)
    penalty = Penalty(id="unit", basis=basis, authority=("海事管理机构",), target="船舶", tiers=tiers)
    return PenaltyOf(Conduct.model_construct(id="c", title=title, penalties=(penalty,)), penalty, 0)


def test_a_measure_of_the_same_tier_of_another_category_is_missed() -> None:
    """责令停止建设 stands before both amounts of the sentence, not in the clause of the second."""
    book, form = (
        Tier(category="报告书", measures=("责令停止建设",)),
        Tier(category="报告表", measures=("责令恢复原状",)),
    )
    said = [missing for _, missing in kept_measures._of_another_category(_entry(book, form))]
    assert said == ["责令恢复原状（别的类别有）", "责令停止建设（别的类别有）"]
    assert not list(kept_measures._of_another_category(_entry(book, book.model_copy(update={"category": "报告表"}))))


@pytest.mark.parametrize(("title", "missing"), [("不补报", 1), ("责令补报以后仍不补报", 0)])
def test_the_order_that_a_later_tier_finds_undone_is_missed(title: str, missing: int) -> None:
    law = OfficialArticle(
        "法", 1, 0, (), "未补报的，由水行政主管部门责令限期补报；逾期不补报的，处二万元以上十万元以下罚款。"
    )
    ordered, undone = Tier(measures=("责令限期补报",)), Tier(condition="逾期不补报", measures=("通报批评",))
    assert len(list(kept_measures._first_tier(_entry(undone, title=title), law))) == missing
    assert not list(kept_measures._first_tier(_entry(ordered, undone, title=title), law))


GRAVE = "对船舶的所有人处一万元罚款，对船长处二千元罚款；情节严重的，吊销所有人或者管理人的有关证书，暂扣船长的适任证书六个月，直至吊销适任证书。"


@pytest.mark.parametrize(("captain", "missing"), [(("暂扣适任证书六个月",), []), ((), ["暂扣船长的适任证书六个月"])])
def test_what_falls_on_another_whom_the_article_names_is_not_missed_here(
    captain: tuple[str, ...], missing: list[str]
) -> None:
    """Owner and captain are two penalties of one conduct, in one sentence of the law."""
    basis = BasisValue(regulation="r", article=1)
    tiers = {
        "船舶的所有人": Tier(condition="情节严重", measures=("吊销有关证书",)),
        "船长": Tier(condition="情节严重", measures=(*captain, "吊销适任证书")),
    }
    owner, master = (
        Penalty(id="p", basis=basis, authority=("海事管理机构",), target=target, tiers=(tier,))
        for target, tier in tiers.items()
    )
    conduct = Conduct.model_construct(id="c", title="缺员", penalties=(owner, master))
    article = OfficialArticle("法", 1, 0, (), GRAVE)
    for at, penalty in enumerate((owner, master)):
        found = list(kept_measures._ordered(PenaltyOf(conduct, penalty, at), article))
        assert [what for _, what in found] == missing
