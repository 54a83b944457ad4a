"""What is found, and in which order."""

import json

import pytest

from generator.search.documents import Document
from generator.search.index import _runs, build_index
from generator.search.query import Searcher, _longest, _near, _shortened, _stands_at_edge, _without
from generator.search.shards import OWN, Name


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
    assert searcher.search("设备", 0) == searcher.search("设备", -1) == []
    assert searcher.search("设备", 3) == hits[:3]


def test_one_wrong_character_hides_no_name_and_no_law(searcher: Searcher) -> None:
    assert searcher.search("未批先健")[0].url == "conduct/wpxj/"
    assert searcher.search("末批先建")[0].url == "conduct/wpxj/"
    assert searcher.search("旧躁声法 93")[0].url == "regulations/old/#a93"
    assert searcher.search("示例环镜法典第93条")[0].url == "regulations/fd/#a93"


def test_whole_pinyin_finds_and_other_latin_words_do_not(searcher: Searcher) -> None:
    for typed in ("weipixianjian", "wei pi xian jian", "xianzhanhouzou"):
        assert searcher.search(typed)[0].url == "conduct/wpxj/"
    for typed in ("constructor", "hello world", "asdf", "zzzz", "__proto__", "tostring"):
        assert searcher.search(typed) == []


def test_words_of_the_project_that_ask_nothing_are_left_out() -> None:
    rows = [Document("seal/", "查封机器", "procedure"), Document("office/", "食药监局", "term")]
    typed = "食药监局能不能封我的机器"
    assert Searcher(build_index(rows)).search(typed)[0].url == "office/"
    assert [hit.url for hit in Searcher(build_index(rows, unasked=["食药监局能不能"])).search(typed)] == ["seal/"]


def test_letters_are_initials_only_where_a_name_has_them_all() -> None:
    rows = [Document(f"n{at}/", title, "term") for at, title in enumerate(("未批先建", "未批先验", "先建后批"))]
    hits = Searcher(build_index(rows)).search("wpxj")
    assert [hit.url for hit in hits] == ["n0/"]


def test_an_article_that_was_replaced_is_followed_by_what_took_its_place() -> None:
    law, old = "中华人民共和国新法", "中华人民共和国旧法"
    rows = [
        Document("new/#a9", "新法 第9条", "article", law, "第9条", text="另有内容。"),
        Document("new/#a8", "新法 第8条", "article", law, "第8条", text="另外的内容。"),
        Document("old/#a3", "旧法 第3条", "article", old, "第3条", text="夜间施工。", next=("new/#a9", "gone/#a1")),
        Document("old/", old, "regulation", old),
    ]
    hits = Searcher(build_index(rows)).search("旧法3")
    assert [hit.url for hit in hits[:2]] == ["old/#a3", "new/#a9"]
    assert [hit.url for hit in Searcher(build_index(rows)).search("旧法3", filters={"kind": ("x",)})] == []


def test_a_number_of_a_law_is_no_other_laws_article(searcher: Searcher) -> None:
    """旧噪声法 has no article 45: its own page comes first, the other law's article 45 not at all."""
    hits = searcher.search("旧噪声法第45条")
    assert hits[0].url == "regulations/old/"
    assert "regulations/fd/#a45" not in [hit.url for hit in hits]


def test_figures_are_one_in_any_writing() -> None:
    rows = [
        Document("a/", "甲", "term", text="处二十万元以上一百万元以下的罚款。"),
        Document("b/", "乙", "term", text="处三千元以下的罚款。"),
    ]
    searcher = Searcher(build_index(rows))
    for typed in ("200000元", "20万", "200,000元", "二十万", "20万元"):
        assert [hit.url for hit in searcher.search(typed)][:1] == ["a/"], typed
    for typed in ("3千元", "3000元", "三千元"):
        assert [hit.url for hit in searcher.search(typed)][:1] == ["b/"], typed


@pytest.mark.parametrize("typed", ["3百元", "三百元", "300元", "300块"])
def test_hundreds_are_one_in_any_writing(typed: str) -> None:
    rows = [
        Document("a/", "甲", "term", text="处三百元的罚款。"),
        Document("b/", "乙", "term", text="处三百零三元的罚款。"),
    ]
    assert Searcher(build_index(rows)).search(typed)[0].url == "a/"


def test_kinds_are_runs_of_documents() -> None:
    kinds = ("term", "term", "conduct", "article", "article", "term")
    rows = [Document(f"{n}/", f"第{n}号船坞", kind) for n, kind in enumerate(kinds)]
    assert _runs(rows) == [["term", 0, 2], ["conduct", 2, 3], ["article", 3, 5], ["term", 5, 6]]
    hits = Searcher(build_index(rows)).search("船坞", 10)
    assert {hit.url: hit.kind for hit in hits} == {f"{n}/": kind for n, kind in enumerate(kinds)}


def test_a_name_that_is_written_right_brings_in_no_other_that_is_nearly_so() -> None:
    rows = [Document("a/", "未批先建", "term"), Document("b/", "未批先验", "term")]
    rows += [Document(f"f{n}/", f"第{n}号仓库", "term") for n in range(20)]
    searcher = Searcher(build_index(rows))
    assert searcher.search("末批先验")[0].url == "b/"
    right = {hit.url: hit.score for hit in searcher.search("未批先建")}
    assert right["a/"] > 2 * right.get("b/", 0)
    assert [text for text, _ in searcher._readings("未批先建")] == ["未批先建"]
    assert [text for text, _ in searcher._readings("末批先建")] == ["末批先建", "未批先建"]


def test_a_word_weighs_as_much_in_a_heading_as_in_a_title_more_than_in_a_digest_and_least_in_the_text() -> None:
    words, other = "船坞要有围栏并且挂灯", "鱼塘四周种了许多柳树"
    where = [{"title": words}, {"heading": words}, {"digest": words}, {"text": words}]
    plain = {"title": other, "heading": other, "digest": other, "text": other}
    documents = [Document(f"{place}/", kind="term", **{**plain, **fields}) for place, fields in enumerate(where)]
    filler = [Document(f"f{n}/", kind="term", **plain) for n in range(40)]
    scores = {hit.url: hit.score for hit in Searcher(build_index([*documents, *filler])).search("围栏挂灯", 10)}
    assert scores["0/"] == scores["1/"] > scores["2/"] > scores["3/"]


def test_ten_are_found_where_no_number_is_asked_for(searcher: Searcher) -> None:
    assert len(searcher.search("设备")) == 10
    assert len(searcher.search("设备", 20)) == 20


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("违反水法", True),
        ("水法律师", True),
        ("看水法 怎么说", True),
        ("废水法律责任", False),
        ("x水法y", True),
        ("湖泊", False),
    ],
)
def test_a_name_stands_where_a_run_of_characters_begins_or_ends(text: str, edge: bool) -> None:
    assert _stands_at_edge("水法", text) == edge


def test_near_is_one_wrong_character_no_more_and_no_less() -> None:
    names = [Name("未批先建", OWN, (1,))]
    assert _near("末批先建怎么罚", names) == ["未批先建怎么罚"]
    assert _near("末批先健怎么罚", names) == []
    assert _near("未批先建怎么罚", names) == []


def test_what_something_is_asks_for_its_term_and_how_it_is_fined_for_the_conduct() -> None:
    words = "船坞围栏"
    rows = [Document("term/", words, "term", digest=words), Document("conduct/", words, "conduct", digest=words)]
    rows += [Document(f"f{n}/", f"第{n}号仓库", "term") for n in range(20)]
    searcher = Searcher(build_index(rows))
    assert searcher.search("什么是船坞围栏")[0].url == "term/"
    assert searcher.search("船坞围栏怎么罚")[0].url == "conduct/"
    assert searcher.search("船坞围栏")[0].url == "conduct/"


def test_a_term_and_nothing_else_asks_what_it_is() -> None:
    law = "中华人民共和国强制法"
    rows = [
        Document("conducts/night/", "夜里施工", "conduct", aliases=("夜间扰民",), digest="夜里施工吵人。"),
        Document(
            "law/#a50",
            "强制法 第50条",
            "article",
            law,
            "第50条",
            heading="代履行",
            aliases=("代履行",),
            digest="代履行。",
            text="代履行的，代履行完毕再收代履行费。",
            boost=1.2,
        ),
        Document(
            "law/#a12", "强制法 第12条", "article", law, "第12条", heading="有哪些方式", digest="加处罚款、代履行。"
        ),
        Document(
            "glossary/#a", "代履行", "term", digest="由没有利害关系的人代他做，费用由他出，做的人要写明做了什么。"
        ),
        Document("glossary/#b", "夜间扰民", "term", digest="晚上十点到早上六点吵人。"),
    ]
    searcher = Searcher(build_index(rows))
    assert searcher.search("代履行")[0].url == "glossary/#a"
    assert searcher.search("代履行 第50条")[0].url == "law/#a50"
    assert searcher.search("夜间扰民")[0].url == "conducts/night/"


def test_a_law_is_found_by_the_sound_of_its_name_before_a_number(searcher: Searcher) -> None:
    for typed in ("shilihuanjingfadian93", "huanjingfadian 93", "hjfd93", "huanjingfadian93条", "HJFD 第93条"):
        assert searcher.search(typed)[0].url == "regulations/fd/#a93", typed
    for typed in ("zaoshengfa93", "zsf93"):
        assert searcher.search(typed)[0].url == "regulations/old/#a93", typed
    assert searcher.search("qwer93") == []
    assert searcher.search("fd93") == []  # two letters spell too much


def test_the_traditional_script_is_read(searcher: Searcher) -> None:
    assert searcher.search("環境法典第93條")[0].url == "regulations/fd/#a93"
    assert searcher.search("夜間噪聲擾民")[0].url == "conduct/zs/"


def test_a_name_is_found_where_a_question_stands_within_it() -> None:
    words = "信用修复要先改正再申请"
    rows = [
        Document("law/#a54", "某法 第54条", "article", "某法", "第54条", heading="信用，修复", digest=words, boost=1.2),
        Document("glossary/#credit", "信用修复", "term", digest="改正以后申请，公示提前停止。" * 3),
    ]
    searcher = Searcher(build_index([*rows, *(Document(f"f{n}/", f"第{n}号仓库", "term") for n in range(20))]))
    for typed in ("信用怎么修复", "信用如何修复呢", "信用修复"):
        assert searcher.search(typed)[0].url == "glossary/#credit", typed


def test_a_law_is_found_by_a_shortened_name_before_a_number() -> None:
    long, other = "示例建设项目环境保护管理条例", "示例环境法"
    rows = [
        Document("regulations/long/", long, "regulation", long),
        Document("regulations/other/", other, "regulation", other),
        Document("regulations/other/#a23", f"{other} 第23条", "article", other, "第23条", text="建设项目的规定。"),
        Document("conducts/x/", "没有公开第23条说的报告", "conduct", text="示例建设项目。"),
    ]
    searcher = Searcher(build_index(rows))
    for typed in ("示例建设项目条例23", "违反示例建设项目管理条例第二十三条", "示例项目条例23"):
        assert searcher.search(typed)[0].url == "regulations/long/", typed
    assert searcher.search("示例环境法23")[0].url == "regulations/other/#a23"


def test_a_law_whose_article_has_no_page_comes_first_itself() -> None:
    law = "示例排水条例"
    rows = [
        Document("regulations/drain/", law, "regulation", law),
        *(
            Document(f"conducts/{n}/", f"示例排水行为{n}", "conduct", law, text="依照示例排水条例第50条。")
            for n in range(3)
        ),
    ]
    assert Searcher(build_index(rows)).search("示例排水条例50")[0].url == "regulations/drain/"


def test_sums_are_found_as_people_write_them() -> None:
    rows = [
        Document("a/", "甲", "article", text="处十万元以上一百万元以下的罚款。"),
        Document("b/", "乙", "article", text="处二百元的罚款。"),
        Document("c/", "丙", "article", article="第10条", text="其他规定。"),
    ]
    searcher = Searcher(build_index(rows))
    for typed in ("罚10-100万", "10w到100w", "十万以上一百万以下", "10～100万块钱"):
        assert searcher.search(typed)[0].url == "a/", typed
    assert searcher.search("罚200块")[0].url == "b/"


def test_the_number_of_an_article_of_a_law_that_is_not_here_is_no_other_laws_article(searcher: Searcher) -> None:
    for typed in ("渔船法93", "渔船法第93条", "鱼塘管理条例第九十三条", "渔船法 93"):
        assert not any(hit.article == "第93条" for hit in searcher.search(typed, 20)), typed
    for typed in ("夜间违法93", "新法 93", "本条例93"):
        assert searcher.search(typed, 20)[0].article == "第93条", typed


def test_a_law_is_found_by_its_name_without_the_word_law(searcher: Searcher) -> None:
    assert searcher.search("噪声93")[0].url == "regulations/old/#a93"
    assert searcher.search("噪声93分贝")[0].url != "regulations/old/#a93"
    assert searcher.search("依据法典93能罚吗")[0].url == "regulations/fd/#a93"
    assert searcher.search("法典93年")[0].url != "regulations/fd/#a93"


def test_a_text_is_found_by_the_number_of_the_order_that_published_it() -> None:
    law = "示例排水条例"
    rows = [
        Document("regulations/drain/", law, "regulation", law, aliases=("国务院令第682号",)),
        Document("regulations/drain/#a23", f"{law} 第23条", "article", law, "第23条", text="其他规定。"),
        Document("regulations/x/", "示例法", "regulation", "示例法"),
        Document("regulations/x/#a23", "示例法 第23条", "article", "示例法", "第23条", text="别的规定。"),
    ]
    searcher = Searcher(build_index(rows))
    for typed in ("682号令", "国务院令第682号", "国务院682号令", "第六百八十二号令"):
        assert searcher.search(typed)[0].url == "regulations/drain/", typed
    assert searcher.search("682号令第23条")[0].url == "regulations/drain/#a23"
    assert not any(hit.article for hit in searcher.search("23号令", 9))


def test_shares_are_found_by_their_figure() -> None:
    rows = [
        Document("a/", "甲", "article", text="处总投资额百分之一以上百分之五以下的罚款。"),
        *(Document(f"f{n}/", f"第{n}类", "article", text=f"处{n}倍罚款，1年内报5次。") for n in range(6)),
    ]
    assert Searcher(build_index(rows)).search("罚1%到5%")[0].url == "a/"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("抽水机整夜响", ["抽水机"]),
        ("抽水", ["抽水"]),
        ("抽水机抽水", ["抽水", "抽水机"]),
        ("没装", ["没装"]),
        ("", []),
    ],
)
def test_a_word_within_a_longer_one_is_not_that_word(text: str, words: list[str]) -> None:
    """抽水 for taking groundwater drowned the noise of a pump."""
    known = [("抽水", ["取水"]), ("抽水机", ["水泵"]), ("没", ["未"]), ("没装", ["未安装"])]
    assert [word for word, _ in _longest(text, known)] == words


def test_what_is_as_far_below_the_best_as_may_be_is_still_found() -> None:
    files = build_index(
        [Document("a/", "船坞", "term"), Document("b/", "船坞", "term"), Document("c/", "鱼塘船坞边", "term")]
    )
    meta = json.loads(files["index.json"])
    meta["rank"]["floor"] = 1.0
    searcher = Searcher({**files, "index.json": json.dumps(meta).encode()})
    assert [hit.url for hit in searcher.search("船坞")] == ["a/", "b/"]


@pytest.mark.parametrize(
    ("typed", "factors"),
    [
        ("夜间施工", {}),
        ("夜间施工罚多少", {"conduct": 1.95}),
        ("什么是夜间施工", {"term": 2.0, "conduct": 1.2}),
        ("施工期限", {"procedure": 1.8, "obligation": 1.9, "conduct": 0.75}),
        ("施工归谁", {"unit": 1.8, "responsibility": 1.5}),
        ("夜间扰民", {"unit": 1.2}),
        ("不服", {"procedure": 1.8, "conduct": 1.05}),
        ("施工怎么做", {"guide": 2.2, "obligation": 1.4, "conduct": 0.9}),
        ("施工免罚", {"exemption": 2.5, "term": 1.3, "conduct": 0.6}),
        ("施工能免", {"exemption": 2.5, "conduct": 1.05}),
        ("复议", {"procedure": 1.6}),
        ("施工证据", {"conduct": 0.75}),
        ("听证", {"procedure": 1.5, "conduct": 0.6}),
        ("查封", {"procedure": 1.4, "conduct": 0.9}),
        ("上报", {"obligation": 1.6, "procedure": 1.3}),
        ("分期", {"procedure": 1.8, "obligation": 1.4, "conduct": 0.6}),
        ("应知应会", {"must-know": 2.5, "conduct": 0.75}),
        ("投诉向谁", {"unit": 2.16, "responsibility": 1.5}),
    ],
)
def test_a_question_lifts_the_kinds_that_answer_it(searcher: Searcher, typed: str, factors: dict[str, float]) -> None:
    """What people did is looked for most; of two intentions both count."""
    assert searcher._factors(typed) == pytest.approx({"conduct": 1.5, **factors})


def test_a_document_is_of_the_kind_of_its_run(searcher: Searcher) -> None:
    rows = [Document("a/", "甲", "term"), Document("b/", "乙", "unit"), Document("c/", "丙", "unit")]
    assert [Searcher(build_index(rows))._kind(number) for number in range(-1, 4)] == ["", "term", "unit", "unit", ""]


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("示例建设项目环境保护管理条例", "违反示例建设项目条例", "示例建设项目条例"),
        ("固体废物污染环境防治法", "固废污染环境防治法", "固废污染环境防治法"),
        ("固体废物污染环境防治法", "固废防治法", ""),
        ("固体废物污染环境防治法", "固体防治法", "固体防治法"),
        ("固体废物法", "固体法", ""),
        ("固体废物法", "固废物法", "固废物法"),
        ("固体废物污染法", "固废物法", "固废物法"),
        ("固体废物污染管法", "固废物法", ""),
        ("固体废物污染法", "固体污染", ""),
        ("固体废物污染法", "固体染废法", ""),
        ("固体废物污染法", "固体废物污染法", ""),
        ("固体废物污染法", "看固体 固体污法 吧", "固体污法"),
        ("固体废物污染法", "", ""),
    ],
)
def test_a_name_is_shortened_where_both_ends_are_kept(name: str, text: str, part: str) -> None:
    """To four characters at least; by its first one alone where more than half is left."""
    assert _shortened(name, text) == part


@pytest.mark.parametrize(
    ("asked", "rest"),
    [
        ("水法93", "  #93 "),
        ("水法 93能罚吗", "   #93 能罚吗"),
        ("水法93年", " 93年"),
        ("水法12345", " 12345"),
        ("水法93.5", " 93.5"),
        ("看水法1234 水法", "看  #1234   "),
        ("看水法", "看 "),
    ],
)
def test_a_number_right_behind_a_law_is_its_articles(asked: str, rest: str) -> None:
    assert _without("水法", asked) == rest


def test_the_longest_names_are_put_in_first_and_three_at_most() -> None:
    names = [Name(text, OWN, (1,)) for text in ("寅乙丙丁", "子乙丙丁", "丑乙丙丁", "甲乙丙丁己", "甲乙子")]
    assert _near("甲乙丙丁戊", names) == ["甲乙丙丁己", "丑乙丙丁戊", "子乙丙丁戊"]
