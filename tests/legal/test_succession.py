"""Successors proposed by likeness and neighbourhood, over articles made for the purpose."""

import pytest

from generator.legal.succession import proposals

OLD = {
    ("pond", "1"): "池边不得放羊，放羊的由管理局责令改正。",
    ("pond", "2"): "水里不得毒鱼，也不得炸鱼。",
    ("pond", "3"): "违反第二条规定的，罚款。",
    ("pond", "4"): "桥上行人靠右。",
}
NEW = {
    "10": "河湖边不得放羊、放牛，放羊的由管理局责令改正。",
    "11": "河湖里不得毒鱼、炸鱼、电鱼。",
    "50": "违反第三十条规定的，罚款。",
    "51": "违反第十一条规定的，罚款。",
}


def told(known: dict[tuple[str, str], tuple[str, ...]], *asked: str) -> dict[str, str]:
    return {key: one.key for (_, key), one in proposals(OLD, NEW, known, [("pond", key) for key in asked]).items()}


def test_the_likest_text_is_proposed_and_none_where_none_is_like() -> None:
    assert told({}, "1", "2", "4") == {"1": "10", "2": "11"}


def test_of_two_as_like_the_one_that_cites_what_the_cited_article_became() -> None:
    assert told({("pond", "2"): ("11",)}, "3") == {"3": "51"}


def test_what_is_known_of_the_article_itself_is_not_looked_at() -> None:
    assert told({("pond", "1"): ("51",)}, "1") == {"1": "10"}


TWICE = "排污口要立牌，牌上写明排污单位和监督电话。"


@pytest.mark.parametrize(
    ("neighbour", "became", "proposed"),
    [
        ("1", "60", "61"),
        ("3", "62", "61"),
        ("4", "63", "61"),
        ("1", "9", "10"),
        ("3", "12", "10"),
        ("5", "62", "10"),
        ("1", "66", "10"),
        ("2", "61", "10"),  # the article itself is none of its neighbours
    ],
)
def test_of_two_as_like_the_one_near_what_the_neighbours_became(neighbour: str, became: str, proposed: str) -> None:
    old = {
        ("pond", "1"): "池边不得放羊。",
        ("pond", "2"): TWICE,
        ("pond", "3"): "桥上行人靠右。",
        ("pond", "4"): "船上要有灯。",
        ("pond", "5"): "塘泥归各村。",
    }
    new = {"10": TWICE, "61": TWICE}
    known = {("pond", neighbour): (became,)}
    assert proposals(old, new, known, [("pond", "2")])[("pond", "2")].key == proposed


def test_neighbours_of_another_law_tell_nothing() -> None:
    old = {("lake", "9"): "湖边不得放羊。", ("pond", "1"): TWICE}
    assert (
        proposals(old, {"10": TWICE, "61": TWICE}, {("lake", "9"): ("60",)}, [("pond", "1")])[("pond", "1")].key == "10"
    )


def test_what_is_cited_and_what_is_near_weigh_less_than_a_text_that_is_far_liker() -> None:
    old = {
        ("pond", "1"): "水里不得毒鱼。",
        ("pond", "2"): "桥上行人靠右。",
        ("pond", "3"): "违反第一条规定的，由县局罚款五十元。",
    }
    new = {"50": "违反第三十条规定的，由县局罚款五十元。", "60": "违反第十一条规定的，由市局罚款。"}
    known = {("pond", "1"): ("11",), ("pond", "2"): ("59",)}
    found = proposals(old, new, known, [("pond", "3")])[("pond", "3")]
    assert (found.key, found.likeness) == ("50", 1.0)
