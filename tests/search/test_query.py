"""What is found, and in which order."""

import pytest

from generator.search.query import Searcher


@pytest.fixture(scope="module")
def searcher(built: dict[str, bytes]) -> Searcher:
    return Searcher(built)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("未批先建", "conduct/wpxj/"),
        ("未批先建怎么罚多少钱", "conduct/wpxj/"),
        ("wpxj", "conduct/wpxj/"),
        ("xzhz", "conduct/wpxj/"),
        ("登记表没填报", "regulations/fd/#a92"),
        ("djbwtb", "regulations/fd/#a92"),
        ("工地 围挡", "regulations/fd/#a91"),
        ("１２３６９", "regulations/fd/#a94"),
        ("法典93", "regulations/fd/#a93"),
        ("噪声法 第九十三条", "regulations/old/#a93"),
        ("旧噪声法夜间施工", "regulations/old/#a93"),
        ("示例环境法典第九十三条", "regulations/fd/#a93"),
        ("噪声法93条怎么罚", "regulations/old/#a93"),
        ("45条", "regulations/fd/#a45"),
        ("第四十五条", "regulations/fd/#a45"),
        ("45", "regulations/fd/#a45"),
        ("法典", "regulations/fd/"),
        ("vocs", "terms/voc/"),
        ("夜间噪声", "conduct/zs/"),
    ],
)
def test_first_result(searcher: Searcher, query: str, first: str) -> None:
    assert searcher.search(query, 1)[0].url == first


@pytest.mark.parametrize("query", ["", "   ", "，。？！", "#", "龘龘龘", "zzzzzz"])
def test_nothing_to_find(searcher: Searcher, query: str) -> None:
    assert searcher.search(query) == []


def test_a_query_of_nothing_but_question_words_is_searched_as_it_stands(searcher: Searcher) -> None:
    assert searcher.search("多少") == []


def test_a_name_inside_other_words_is_no_regulation(searcher: Searcher) -> None:
    plain = searcher.search("夜间噪声法律", 10)
    assert plain[0].url == "conduct/zs/"


def test_filters_are_and_between_names_and_or_within(searcher: Searcher) -> None:
    def urls(**filters: tuple[str, ...]) -> set[str]:
        return {hit.url for hit in searcher.search("夜间施工 未经批准", 50, filters)}

    assert {"conduct/wpxj/", "conduct/zs/"} == urls(kind=("conduct",))
    assert {"conduct/wpxj/"} == urls(kind=("conduct",), topic=("审批",))
    assert {"conduct/wpxj/", "conduct/zs/"} == urls(topic=("审批", "噪声"))
    assert {"regulations/old/#a93"} == urls(status=("已废止",))
    assert urls(topic=()) == urls()
    assert urls(topic=("没有的",)) == urls(nothing=("x",)) == set()


def test_limit_and_order(searcher: Searcher) -> None:
    hits = searcher.search("设备", 7)
    assert len(hits) == 7
    assert [(-hit.score, hit.number) for hit in hits] == sorted((-hit.score, hit.number) for hit in hits)
    assert searcher.search("设备", 0) == []
    assert searcher.search("设备", 3) == hits[:3]
