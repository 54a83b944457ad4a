"""A law may say once who decides all its penalties; that holds for a paragraph that names nobody who acts."""

import datetime

import pytest

from generator.auditing.governing import given_to
from generator.auditing.official import Edition
from generator.kinds import BasisValue

LAW = "试验烟火法"
TEXTS = (
    "燃放烟火的，责令改正，处五千元以上五万元以下罚款；经烟火救援机构通知后不改正的，加倍处罚。\n个人有前款行为的，处警告。",
    "销售烟火的，由商务部门依照其他法律处罚。\n剧场使用烟火的，处五千元以下罚款。\n有前款行为，拒不改正的，责令停业。\n有第一款行为的，警告。",
    "本法规定的行政处罚，除应当由公安机关依照《试验治安法》的有关规定决定的外，由住房主管部门、烟火救援机构按照各自职权决定。\n"
    "被责令停业的，整改后向作出决定的部门报告。",
)
EDITION = Edition(
    LAW,
    effective=datetime.date(2026, 1, 1),
    rows=tuple({"no": n, "suffix": 0, "path": [], "text": text, "law": LAW} for n, text in enumerate(TEXTS, 1)),
)


@pytest.mark.parametrize(
    ("article", "paragraph", "body", "given"),
    [
        (1, 1, "烟火救援机构", True),
        (1, 2, "住房主管部门", True),
        (1, 1, "公安机关", True),  # what the other law leaves to it
        (1, 1, "商务部门", False),  # the clause does not name it
        (2, 1, "烟火救援机构", False),  # another body acts
        (2, 2, "烟火救援机构", True),  # in the paragraph nobody does
        (2, 4, "烟火救援机构", False),  # it speaks of the paragraph in which another acts
    ],
)
def test_who_decides_all_penalties(article: int, paragraph: int, body: str, given: bool) -> None:
    basis = BasisValue(regulation="fire", article=article, paragraph=paragraph)
    assert given_to(body, basis, EDITION.articles[article, 0], EDITION) == given
