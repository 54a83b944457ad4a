"""Two texts of a law side by side."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.alignment import Pair, Piece, _likened, _matched, _parts, aligned, compared, normal, words

OLD = {
    "1": "为了保护湖泊，制定本法。",
    "2": "取水应当登记，登记事项包括数量和用途。",
    "3": "任何人不得在湖里倾倒垃圾。",
    "4": "未经登记取水的，由湖区管理局责令改正，处一万元以上五万元以下的罚款。未经登记放船的，由船只管理站每艘处五百元的罚款。",
    "5": "船主应当每年检验船只。",
    "6": "检验合格的，发给号牌。",
    "7": "违反第二条的，依照第四条处罚。",
}
NEW = {
    "1": "为了保护湖泊，制定本法。",
    "2": "湖泊保护坚持预防为主。",
    "3": "取水应当登记，登记事项包括数量、用途和期限。",
    "4": "未经登记取水的，由湖区管理局责令改正，处二万元以上十万元以下的罚款。",
    "5": "未经登记放船的，由船只管理站每艘处五百元的罚款。",
    "6": "船主应当每年检验船只。检验合格的，发给号牌。",
    "7": "违反第2条的, 依照第4条处罚。",
}


def rows() -> dict[tuple[str, ...], Pair]:
    return {row.old or row.new: row for row in aligned(OLD, NEW)}


def test_what_became_of_each_article() -> None:
    found = {key: (row.new, row.change) for key, row in rows().items() if row.old}
    assert found == {
        ("1",): (("1",), "same"),
        ("2",): (("3",), "changed"),
        ("3",): ((), "removed"),
        ("4",): (("4", "5"), "split"),
        ("5", "6"): (("6",), "merged"),
        ("7",): (("7",), "formal"),
    }
    assert rows()["2",].moved
    assert [row.new for row in aligned(OLD, NEW) if row.change == "added"] == [("2",)]


def test_removed_articles_stand_where_they_stood() -> None:
    order = [(row.old, row.new) for row in aligned(OLD, NEW)]
    assert order.index((("3",), ())) == order.index((("2",), ("3",))) + 1


def test_an_inserted_article_moves_the_others_and_changes_none() -> None:
    texts = [f"第{n}个湖由第{n}个站管理，站长姓{name}。" for n, name in enumerate("赵钱孙李周吴郑王", 1)]
    old = {str(n): text for n, text in enumerate(texts, 1)}
    new = {str(n): text for n, text in enumerate([*texts[:3], "湖心岛不得上人。", *texts[3:]], 1)}
    assert [(row.old, row.new, row.change) for row in aligned(old, new)] == [
        *(((str(n),), (str(n),), "same") for n in (1, 2, 3)),
        ((), ("4",), "added"),
        *(((str(n),), (str(n + 1),), "same") for n in range(4, 9)),
    ]


def test_ways_of_writing_are_no_change() -> None:
    assert normal("依照第二十条、第（三）项 处理，“湖”。") == normal('依照第20条,第(三)项处理,"湖"。')
    assert normal("三个湖") != normal("3个湖")  # only numbers of articles are a way of writing


articles = st.dictionaries(
    st.integers(1, 30).map(str), st.text("甲乙丙丁戊己庚辛水湖船罚处元一二三，。", max_size=30), max_size=8
)


@given(articles)
def test_a_text_beside_itself_has_not_changed(text: dict[str, str]) -> None:
    told = {key for row in aligned(text, text) for key in (*row.old, *row.new)}
    assert told == set(text)
    for row in aligned(text, text):
        assert row.change in ("same", "added", "removed")
        if row.change == "same":
            assert text[row.old[0]] == text[row.new[0]]


@given(articles, articles)
def test_every_article_is_told_once(old: dict[str, str], new: dict[str, str]) -> None:
    found = aligned(old, new)
    assert sorted(key for row in found for key in row.old) == sorted(old)
    assert sorted(key for row in found for key in row.new) == sorted(new)
    assert found == aligned(old, new)


@given(st.text("甲乙一十万百分之0,.%％，。\n", max_size=40), st.text("甲乙一十万百分之0,.%％，。\n", max_size=40))
def test_marked_words_give_both_texts(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(piece.text for piece in pieces if piece.side != "new") == old
    assert "".join(piece.text for piece in pieces if piece.side != "old") == new


def test_how_like_two_articles_are() -> None:
    assert {row.likeness for row in aligned(OLD, OLD)} == {1.0}
    found = rows()
    assert found["1",].likeness == 1
    assert found["3",].likeness == 0
    assert 0.5 < found["2",].likeness < 1
    assert found["2",].likeness == round(found["2",].likeness, 3) != round(found["2",].likeness, 2)


def test_words_that_changed() -> None:
    def marked(old: str, new: str) -> str:
        return "".join(
            {"both": "{}", "old": "[-{}]", "new": "[+{}]"}[one.side].format(one.text) for one in words(old, new)
        )

    assert marked("处一万元罚款", "处二万元罚款") == "处[-一万][+二万]元罚款"
    assert (
        marked("处20万元以上、百分之五以下", "处30万元以上、百分之十五以下")
        == "处[-20万][+30万]元以上、[-百分之五][+百分之十五]以下"
    )
    assert marked("自2021年3月1日起", "自2028年1月1日起") == "自[-2021年3][+2028年1]月1日起"
    assert marked("第二十一条", "第三十一条") == "第[-二十一][+三十一]条"
    assert marked("处罚款", "处罚款") == "处罚款"
    assert marked("处警告", "处警告、罚款") == "处警告[+、罚款]"
    assert marked("由甲局处罚，报乙局", "由甲局处罚") == "由甲局处罚[-，报乙局]"
    # one character between two changes is told with them, two are not; at either end one stands alone
    assert marked("天地玄黄", "日地月黄") == "[-天地玄][+日地月]黄"
    assert marked("天地玄", "日地月") == "[-天地玄][+日地月]"
    assert marked("天地宇玄黄", "日地宇月黄") == "[-天][+日]地宇[-玄][+月]黄"
    assert words("", "") == ()
    assert words("甲", "乙") == (Piece("old", "甲"), Piece("new", "乙"))


def test_articles_known_to_belong_together() -> None:
    assert compared(("1",), ("1",), OLD, OLD) == Pair(("1",), ("1",), "same", 1.0)
    assert compared(("3",), (), OLD, NEW) == Pair(("3",), (), "removed", 0.0)
    split = compared(("4",), ("4", "5"), OLD, NEW)
    assert (split.old, split.new, split.change) == (("4",), ("4", "5"), "split")
    assert split.likeness > 0.8
    assert compared(("7",), ("7",), OLD, NEW).change == "formal"
    assert compared(("9",), ("9",), OLD, NEW) == Pair(("9",), ("9",), "same", 0.0)  # neither has a text


def test_how_like_they_are_is_the_cosine_of_their_pairs_weighed_by_how_rare_they_are() -> None:
    # 甲乙 and 乙丙 stand in both texts, 丙丁 in the one and 丙戊 in the other; there are two articles
    common, rare = math.log(1 + 2 / 2), math.log(1 + 2 / 1)
    (row,) = aligned({"1": "甲乙丙丁"}, {"1": "甲乙丙戊"})
    assert row.likeness == round(2 * common**2 / (2 * common**2 + rare**2), 3)


@pytest.mark.parametrize(
    ("key", "like", "so"), [("2", 0.45, True), ("2", 0.449, False), ("1", 0.25, True), ("1", 0.249, False)]
)
def test_of_one_number_less_likeness_makes_two_articles_one(key: str, like: float, so: bool) -> None:
    assert _matched({"1": {"甲乙": 1.0}}, {key: {"甲乙": like}}) == ({"1": (key, like)} if so else {})


def test_the_likest_are_matched_first_and_of_those_as_like_the_nearest_in_order() -> None:
    same = {"甲乙": 1.0}
    assert _matched({"1": same, "2": same}, {"8": same, "9": same}) == {"1": ("8", 1.0), "2": ("9", 1.0)}
    assert _matched({"0": {}, "5": same}, {"8": same, "9": same}) == {"5": ("9", 1.0)}
    assert _matched({"1": {"甲乙": 0.6}, "2": same}, {"8": same}) == {"2": ("8", 1.0)}
    # a millionth is no difference
    assert _matched({"0": {}, "5": same}, {"8": {"甲乙": 1.0}, "9": {"甲乙": 0.9999999}})["5"][0] == "9"


def test_likeness_below_a_tenth_is_none() -> None:
    before, after = {"1": {"甲乙": 1.0}}, {"7": {"甲乙": 0.1}, "8": {"甲乙": 0.099}, "9": {"丙丁": 1.0}}
    assert dict(_likened(before, after)) == {"1": {"7": 0.1}}


def test_an_article_is_part_of_that_in_which_most_of_it_stands() -> None:
    own = {"1": {"甲乙": 0.8, "丙丁": 0.6}, "2": {"甲乙": 1.0}}
    others = {"7": {"甲乙": 0.1}, "8": {"丙丁": 1.0}, "9": {"甲乙": 0.5, "丙丁": 0.5}}
    assert _parts(own, ["2"], others, ["7", "8"]) == {"1": "7"}  # 0.64 of it, and 0.36
    assert _parts(own, ["2"], others, ["8"]) == {}
    assert _parts(own, [], others, ["7", "9"]) == {"1": "9", "2": "9"}
    assert _parts(own, [], others, []) == {}


def test_figures_and_marks_are_no_likeness() -> None:
    assert compared(("1",), ("1",), {"1": "1234，56_78。"}, {"1": "1234，56_78！"}).likeness == 0


def test_a_numeral_that_is_none_stays_as_it_is_written() -> None:
    assert normal("第百百条、第二十条") == "第百百条,第20条"


def test_how_like_articles_that_belong_together_are_is_told_to_a_thousandth() -> None:
    common, rare = math.log(1 + 2 / 2), math.log(1 + 2 / 1)
    exact = 2 * common**2 / (2 * common**2 + rare**2)
    known = compared(("1",), ("1",), {"1": "甲乙丙丁"}, {"1": "甲乙丙戊"})
    assert known.likeness == round(exact, 3) != round(exact, 2)
