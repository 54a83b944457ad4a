"""What running text claims, and what it cites for it."""

import pytest

from generator.auditing.running import CitedWords, claims, mentions, nameless
from generator.kinds import BasisValue
from generator.legal.citations import Names

NAMES = Names(
    {
        "水库法": "reservoir-law",
        "试验水库法": "reservoir-law",
        "水库法实施条例": "reservoir-rules",
        "治安法": "order-law",
    }
)


def law(article: int, paragraph: int | None = None, item: int | None = None, suffix: int = 0) -> BasisValue:
    return BasisValue(regulation="reservoir-law", article=article, paragraph=paragraph, item=item, suffix=suffix)


CASES: list[tuple[str, list[tuple[int, str, tuple[BasisValue, ...]]]]] = [
    ("罚五元（水库法 第3条）。", [(0, "罚五元（", (law(3),))]),
    ("罚五元（《试验水库法》第三条之一第2款第（四）项）。", [(0, "罚五元（", (law(3, 2, 4, 1),))]),
    ("依照中华人民共和国试验水库法第3条罚。", [(0, "依照", (law(3),))]),
    # runs: another article, 款, 项 of the same
    ("甲（水库法 第3条、第4条第1款）。", [(0, "甲（", (law(3), law(4, 1)))]),
    ("甲（水库法 第3条第1款、第2款）。", [(0, "甲（", (law(3, 1), law(3, 2)))]),
    ("甲（水库法 第3条第1款第（一）项和第（二）项）。", [(0, "甲（", (law(3, 1, 1), law(3, 1, 2)))]),
    # each citation vouches for what stands since the one before, within its sentence
    ("甲（水库法 第3条），乙（水库法 第4条）。", [(0, "甲（", (law(3),)), (0, "），乙（", (law(4),))]),
    ("甲五元。乙（水库法 第4条）。", [(0, "乙（", (law(4),))]),
    ("- 甲五元。乙（水库法 第4条）。", [(0, "- 甲五元。乙（", (law(4),))]),
    ("甲五\n元（水库法 第4条）。", [(0, "甲五元（", (law(4),))]),
    ("甲。\n乙（水库法 第4条）。", [(1, "乙（", (law(4),))]),
    ("## 水库法 第4条\n\n1. 甲\n2. 乙（水库法 第5条）", [(3, "2. 乙（", (law(5),))]),
    ("|甲|水库法 第1条|\n|---|---|\n|五元（水库法 第2条）|水库法 第3条|", [
        (0, "|甲||", (law(1),)),
        (2, "|五元（）||", (law(2), law(3))),
    ]),
    # the longest name that fits; none that is not known
    ("甲（水库法实施条例 第3条）。", [(0, "甲（", (BasisValue(regulation="reservoir-rules", article=3),))]),
    ("甲（湖泊法 第3条）。", []),
    ("甲（水库法 第一二十条）。", []),
    ("甲（水库法 第99999999条）。", []),
    ("甲（水库法 第0条）。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_claims(text: str, expected: list[tuple[int, str, tuple[BasisValue, ...]]]) -> None:
    assert list(claims(text, NAMES)) == [CitedWords(*one) for one in expected]


def test_without_names_nothing_is_claimed() -> None:
    assert list(claims("甲（水库法 第3条）。", Names())) == []


def test_articles_of_no_known_regulation_are_told() -> None:
    text = "甲（水库法 第3条、第4条）。\n乙（湖泊法 第5条第1款）；见第6条。"
    assert list(nameless(text, NAMES)) == [(1, "湖泊法 第5条第1款"), (1, "见第6条")]


def test_mentions_stand_where_they_are_read() -> None:
    text = "甲（《水库法》 第3条、第4条第1款），乙。"
    assert [(text[start:end], basis) for start, end, basis in mentions(text, NAMES)] == [
        ("《水库法》 第3条", law(3)),
        ("第4条第1款", law(4, 1)),
    ]
