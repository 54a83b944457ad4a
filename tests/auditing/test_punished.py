"""Whoever an article punishes stands in a penalty, and every penal paragraph that goes with a cited one is cited."""

import pytest

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.checks import complete, punished
from generator.auditing.fines import is_ban
from generator.auditing.reaching import pieces
from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Fine, Penalty, Tier
from generator.library import PenaltyOf

LAW = OfficialArticle(
    "水库法",
    1,
    0,
    (),
    "擅自放水的，由水库主管部门处一万元以上五万元以下的罚款，并对直接负责的主管人员和其他直接责任人员处一千元以上五千元以下的罚款。\n"
    "放水单位有前款规定的违法情形的，主持放水的人员五年内禁止从事水库工作；情节严重的，十年内禁止从事水库工作。\n"
    "前款规定的水库为饮用水水库的，处十万元以下的罚款，对责任人员处二万元以下的罚款。\n"
    "违反规定取样的，对取样单位处五千元以下的罚款，对个人依法处以罚款；对管理人员，由其所在单位给予处分。",
)


def _penalty(paragraph: int, target: str = "单位", **tier: object) -> Penalty:
    basis = BasisValue(regulation="r", article=1, paragraph=paragraph)
    return Penalty(id=f"p{paragraph}", basis=basis, authority=("水库主管部门",), target=target, tiers=(Tier(**tier),))  # type: ignore[arg-type]


def _missing(penalties: list[Penalty], rival: Penalty | None = None) -> list[str]:
    conduct = Conduct.model_construct(id="c", title="擅自放水", penalties=tuple(penalties))
    other = Conduct.model_construct(id="d", title="违反规定取样", penalties=(rival,)) if rival else None
    rivals = [PenaltyOf(other, rival, 0)] if other and rival else []
    return list(punished._missing(conduct, penalties, rivals, pieces(LAW, [one.basis for one in penalties])))


FINE = Fine.model_validate({"range": {"min": 10000, "max": 50000}})
STAFF = "直接负责的主管人员和其他直接责任人员"


def test_those_who_answer_for_the_unit_are_missed() -> None:
    assert _missing([_penalty(1, fine=FINE)]) == [STAFF]
    assert _missing([_penalty(1, fine=FINE), _penalty(1, STAFF, measures=("警告",))]) == []


def test_people_and_whom_their_unit_disciplines_are_missed() -> None:
    assert _missing([_penalty(4, "取样单位", measures=("警告",))]) == ["个人", "管理人员"]


def test_what_is_another_conducts_is_not_missed_unless_the_own_amount_stands_before_it() -> None:
    """Of 取样 the words before 对个人 speak; behind the own fine of the sentence nothing of another can stand."""
    person = _penalty(4, "个人", measures=("警告",))
    assert _missing([_penalty(4, "取样单位", measures=("警告",))], person) == ["管理人员"]
    own = Fine.model_validate({"range": {"max": 5000}})
    assert _missing([_penalty(4, "取样单位", fine=own)], person) == ["个人", "管理人员"]


@pytest.mark.parametrize(
    ("penalties", "left"),
    [
        ([_penalty(1, measures=("依照《湖法》等法律法规的规定予以处罚",))], True),
        ([_penalty(1, measures=("警告",))], False),
        ([_penalty(1, measures=("警告",), fine={"elsewhere": "湖法、河法等法律法规"})], True),
        ([_penalty(1, measures=("警告",), fine=FINE)], False),
    ],
)
def test_a_law_that_the_article_points_to_is_missed(penalties: list[Penalty], left: bool) -> None:
    conduct = Conduct.model_construct(id="c", title="填湖", penalties=tuple(penalties))
    assert punished._left_to_others(conduct, penalties) == left
    there = penalties[0].model_copy(update={"basis": BasisValue(regulation="lake", article=3)})
    conduct = Conduct.model_construct(id="c", title="填湖", penalties=(*penalties, there))
    assert not punished._left_to_others(conduct, penalties)


@pytest.mark.parametrize(
    ("cited", "untold"),
    [({2}, ["第1款"]), ({1, 2}, []), ({3}, []), ({4}, [])],  # 前款规定的水库为 … has a fine of its own
)
def test_the_paragraph_of_whose_breach_a_cited_one_speaks_is_missed(cited: set[int], untold: list[str]) -> None:
    bases = [BasisValue(regulation="r", article=1, paragraph=number) for number in sorted(cited)]
    assert list(complete._untold(LAW, bases)) == untold


def test_a_paragraph_that_goes_on_from_a_cited_one_is_every_such_conducts() -> None:
    following = complete._following(LAW, [BasisValue(regulation="r", article=1, paragraph=1)])
    assert following == {LAW.paragraphs[1].lead}


def test_each_length_of_a_ban_is_held() -> None:
    ban = {"trade": "水库工作", "years": 5}
    text = Text(LAW.paragraphs[1].text)
    said = [what for _, what in complete._amounts(text, [_penalty(2, "主持放水的人员", ban=ban)])]
    assert said == ["十年内禁止"]
    months = Text("停业六个月，六个月内不得申请。").periods[-1]
    tier = Tier.model_validate({"ban": {"trade": "申请", "months": 6}})
    assert tier.ban is not None
    assert is_ban(tier.ban, months)
    tier = Tier.model_validate({"ban": {"trade": "申请", "years": 6}})
    assert tier.ban is not None
    assert not is_ban(tier.ban, months)


def test_every_thing_confiscated_is_named() -> None:
    text = "没收原材料、产品和违法所得，并处罚款；没收工具的，登记。"
    said = list(complete._confiscated(text, [_penalty(1, measures=("没收违法所得", "没收产品"))]))
    assert said == [(0, "没收原材料"), (text.index("没收工具"), "没收工具")]
    assert not list(complete._confiscated(text, [_penalty(1, measures=("警告",))]))  # told as a sort of measure
