"""Citations in every hand, and their round trips."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.legal.basis import (
    Citation,
    CitationError,
    _normal_title,
    article_key,
    format_article,
    format_key,
    format_locus,
    parse_article_number,
    parse_citation,
    split_key,
)

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "numerals.json").read_text(encoding="utf-8"))
CODE = "生态环境法典"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("生态环境法典 第1095条第1款第（二）项", Citation(CODE, 1095, 0, 1, 2)),
        (
            "《中华人民共和国生态环境法典》第一千零九十五条第一款第二项",
            Citation("中华人民共和国生态环境法典", 1095, 0, 1, 2),
        ),
        ("法典1095", Citation("法典", 1095)),
        ("法典 第1095条", Citation("法典", 1095)),
        ("法典第1095", Citation("法典", 1095)),
        ("法典 1095条", Citation("法典", 1095)),
        ("法典1095.1.2", Citation("法典", 1095, 0, 1, 2)),
        ("法典１０９５．１", Citation("法典", 1095, 0, 1)),
        ("法典1095.1.2.3", Citation("法典", 1095, 0, 1, 2, 3)),
        ("code 7", Citation("code", 7)),
        ("刑法第三百三十八条", Citation("刑法", 338)),
        ("刑法 第120条之一第2款", Citation("刑法", 120, 1, 2)),
        ("刑法120-1.2", Citation("刑法", 120, 1, 2)),
        ("刑法120之一", Citation("刑法", 120, 1)),
        ("法典　第１０５９条 第３款 第(一)项", Citation("法典", 1059, 0, 3, 1)),
        ("法典 第1059条（一）项", Citation("法典", 1059, 0, None, 1)),
        ("法典 第3条第（一）项第2目", Citation("法典", 3, 0, None, 1, 2)),
        ("《关于适用〈民法典〉时间效力的规定》第2条", Citation("关于适用〈民法典〉时间效力的规定", 2)),
        ("《关于适用《民法典》时间效力的规定》第2条", Citation("关于适用〈民法典〉时间效力的规定", 2)),
        ("<民法典>解释 第2条", Citation("〈民法典〉解释", 2)),
        ("《关于2020年 第3条 的决定》 第 5 条", Citation("关于2020年 第3条 的决定", 5)),
        ("2020年规定 15", Citation("2020年规定", 15)),
        ("规定2020 15.1", Citation("规定2020", 15, 0, 1)),
    ],
)
def test_reads(text: str, expected: Citation) -> None:
    assert parse_citation(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "引文为空"),
        ("法典", "缺少条号"),
        ("法典 一百条", "缺少条号"),
        ("1095", "缺少法规名称"),
        ("第1095条", "缺少法规名称"),
        ("《》第3条", "法规名称为空"),
        ("《法典 第3条", "书名号不配对"),
        ("法典》第3条", "书名号不配对"),
        ("法典 第一二十条", "编号有误"),
        ("法典 第0条", "须大于零"),
        ("刑法120-0", "须大于零"),
        ("法典 第3条第0款", "从一数起"),
        ("法典 第3条第1目", "先写明项"),
        ("法典 第3条、第5条", "逐条分开写"),
        ("法典 第3条第1款至第5条", "逐条分开写"),
        ("法典 第3条第1项第1款", "写法不对"),
        ("法典 第3款", "写法不对"),
        ("法典 第3条的规定", "写法不对"),
        ("生态环境法典 2026年", "写法不对"),
        ("法典1.2.3.4.5", "写法不对"),
    ],
)
def test_says_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(CitationError, match=why):
        parse_citation(text)


def test_prints_in_one_form() -> None:
    citation = parse_citation("法典1095.1.2")
    assert str(citation) == "法典 第1095条第1款第（二）项"
    assert citation.formal() == "《法典》第一千零九十五条第一款第二项"
    assert (citation.key, citation.locus()) == ("1095", "第1095条第1款第（二）项")
    suffixed = Citation("刑法", 120, 1, 2)
    assert (suffixed.key, str(suffixed)) == ("120-1", "刑法 第120条之一第2款")


def test_sorts_from_the_whole_to_its_parts() -> None:
    order = [
        Citation("a", 1),
        Citation("a", 1, 0, None, 1),
        Citation("a", 1, 0, None, 1, 1),
        Citation("a", 1, 0, None, 2),
        Citation("a", 1, 0, 1),
        Citation("a", 1, 1),
        Citation("a", 2),
    ]
    backwards = order[::-1]
    assert sorted(backwards) == order
    assert sorted(order[3:] + order[:3]) == order
    assert order[0] <= order[0] < order[1]


NUMBERS = st.integers(1, 9999)
PART = st.none() | st.integers(1, 120)
TITLES = st.text(alphabet="生态环境法办典第条款之0９12 -.（）〈〉《》<>a至、", min_size=1, max_size=14) | st.text(
    min_size=1
)


@given(TITLES, NUMBERS, st.integers(0, 30), PART, PART, PART)
def test_round_trips(
    title: str, article: int, suffix: int, paragraph: int | None, item: int | None, subitem: int | None
) -> None:
    try:
        citation = Citation(title, article, suffix, paragraph, item, subitem if item else None)
    except CitationError:
        assume(False)
    assert parse_citation(str(citation)) == citation
    assert parse_citation(citation.formal()) == citation
    assert Citation(citation.title, article).title == citation.title


@given(st.text(alphabet="《》法典第条款项之一二十1２.-（） 、至", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        citation = parse_citation(text)
    except CitationError:
        return
    assert parse_citation(str(citation)) == citation


@pytest.mark.parametrize(("text", "number", "suffix"), VECTORS["articles"])
def test_article_numbers(text: str, number: int, suffix: int) -> None:
    assert parse_article_number(text) == (number, suffix)


@pytest.mark.parametrize("text", VECTORS["not_articles"])
def test_not_article_numbers(text: str) -> None:
    with pytest.raises(CitationError):
        parse_article_number(text)


@pytest.mark.parametrize(("number", "suffix", "text"), VECTORS["article_forms"])
def test_article_forms(number: int, suffix: int, text: str) -> None:
    assert format_article(number, suffix) == text
    assert parse_article_number(text) == (number, suffix)


@pytest.mark.parametrize("numbers", [{"article": 0}, {"article": -1}, {"article": 1, "suffix": -1}])
def test_no_article_comes_before_the_first(numbers: dict[str, int]) -> None:
    with pytest.raises(CitationError):
        Citation("水库法", **numbers)


def test_an_articles_key() -> None:
    assert [article_key(1095), article_key(120, 1), article_key(120, 0)] == ["1095", "120-1", "120"]


def test_what_is_not_told_of_a_place_is_not_written() -> None:
    assert (format_article(1095), format_article(120, 1)) == ("第1095条", "第120条之一")
    assert (article_key(1095), article_key(120, 1)) == ("1095", "120-1")
    assert (split_key("1095"), split_key("120-1"), format_key("120-1")) == ((1095, 0), (120, 1), "第120条之一")
    assert format_locus(7) == "第7条"
    assert format_locus(7, 2, 3, 4, 5) == "第7条之二第3款第（四）项第5目"
    assert format_locus(7, item=4) == "第7条第（四）项"


@pytest.mark.parametrize(
    ("title", "normal"),
    [
        ("《甲法》", "甲法"),
        ("《甲法》和《乙法》", "〈甲法〉和〈乙法〉"),
        ("《甲》乙《丙》", "〈甲〉乙〈丙〉"),
        ("《关于《甲法》的决定》", "关于〈甲法〉的决定"),
        ("甲<乙>法", "甲〈乙〉法"),
        ("甲  法１", "甲 法1"),
    ],
)
def test_the_marks_around_a_title_go_and_those_within_it_stay(title: str, normal: str) -> None:
    assert _normal_title(title) == normal


@pytest.mark.parametrize("title", ["《甲法", "甲法》", "甲》《乙", "《》", " "])
def test_a_title_that_is_none(title: str) -> None:
    with pytest.raises(CitationError):
        _normal_title(title)
