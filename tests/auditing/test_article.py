"""An article cut into 款 and 项."""

import pytest

from generator.auditing.article import OfficialArticle, Text


def article(text: str) -> OfficialArticle:
    return OfficialArticle("甲法", 1, 0, (), text)


TWO = article("有下列情形之一的，处罚：\n（一）甲；\n1.甲之细目；\n（二）乙。\n有前款情形的，加重：\n（一）丙。")


def test_a_line_is_a_paragraph_unless_it_opens_with_the_number_of_an_item() -> None:
    assert [paragraph.lead for paragraph in TWO.paragraphs] == ["有下列情形之一的，处罚：", "有前款情形的，加重："]
    assert list(TWO.paragraphs[0].items) == [1, 2]
    assert TWO.paragraphs[0].items[1] == "（一）甲；\n1.甲之细目；"


def test_old_items_hold_what_is_numbered_below_them() -> None:
    old = article("处罚标准如下：\n一、有下列行为之一的，处警告：\n（一）甲；\n（二）乙。\n二、丙的，罚款。")
    assert len(old.paragraphs) == 1
    assert list(old.paragraphs[0].items.values()) == [
        "一、有下列行为之一的，处警告：\n（一）甲；\n（二）乙。",
        "二、丙的，罚款。",
    ]
    apart = article("分为三类。\n一、甲。\n二、乙。")
    assert [paragraph.lead for paragraph in apart.paragraphs] == ["分为三类。", "一、甲。", "二、乙。"]


@pytest.mark.parametrize(
    ("paragraph", "item", "text"),
    [
        (1, 2, "有下列情形之一的，处罚：\n（二）乙。"),
        (2, None, "有前款情形的，加重：\n（一）丙。"),
        (None, 2, "有下列情形之一的，处罚：\n（二）乙。"),
        (2, 1, "有前款情形的，加重：\n（一）丙。"),
    ],
)
def test_a_part_comes_with_the_lead_of_its_paragraph(paragraph: int | None, item: int | None, text: str) -> None:
    part = TWO.part(paragraph, item)
    assert part is not None
    assert part.text == text


def test_an_item_without_paragraph_is_looked_for_in_all() -> None:
    part = TWO.part(None, 1)
    assert part is not None
    assert "甲" in part.text
    assert "丙" in part.text


@pytest.mark.parametrize(("paragraph", "item"), [(3, None), (1, 3), (2, 2), (None, 9)])
def test_what_is_not_there_is_none(paragraph: int | None, item: int | None) -> None:
    assert TWO.part(paragraph, item) is None


def test_spaces_and_empty_lines_do_not_count() -> None:
    assert article("　　甲 乙。\n\n　丙。").text == "甲乙。\n丙。"


THREE = article("甲的，处罚。\n乙的，处罚。\n有前款情形的，加重。")


def test_a_paragraph_reaches_those_that_speak_of_others() -> None:
    assert THREE.reach(1, None).text == "甲的，处罚。\n有前款情形的，加重。"
    assert THREE.reach(3, None).text == THREE.text


def test_an_exception_does_not_reach() -> None:
    one = article("除本条第二款规定外，甲的，处罚。\n乙的，处罚。")
    assert one.reach(1, None).text == "除本条第二款规定外，甲的，处罚。"


def test_an_item_reaches_the_paragraph_that_sets_its_amount() -> None:
    one = article("有下列情形的，处以罚款：\n（一）甲；\n（二）乙。\n有前款第一项情形的，处一万元。\n丙的，处二万元。")
    assert one.reach(1, 2).text == "有下列情形的，处以罚款：\n（二）乙。\n有前款第一项情形的，处一万元。"


def test_lines_between_two_items_in_sequence_are_the_rest_of_the_former() -> None:
    text = "有下列情形之一的：\n（一）甲；\n（二）乙，处罚。\n丙，处罚。\n（三）丁。"
    article = OfficialArticle("某办法", 31, 0, (), text)
    assert [one.lead for one in article.paragraphs] == ["有下列情形之一的："]
    assert article.paragraphs[0].items[2] == "（二）乙，处罚。\n丙，处罚。"
    assert article.part(1, 3) == Text("有下列情形之一的：\n（三）丁。")
    anew = OfficialArticle("某办法", 32, 0, (), "甲的：\n（一）一；\n（二）二。\n乙的：\n（一）三；\n（二）四。")
    assert [list(one.items) for one in anew.paragraphs] == [[1, 2], [1, 2]]
