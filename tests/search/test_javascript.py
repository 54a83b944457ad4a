"""The browser finds what Python finds, in the same order with the same scores."""

import json
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from generator.search.documents import Document
from generator.search.query import Searcher
from generator.search.tokens import normalise, query_tokens, tokens
from tests.search._vectors import VECTORS as RESULTS
from tests.site.ui._core import engine

pytestmark = pytest.mark.browser

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "tokens.json").read_text(encoding="utf-8"))
TOKENS = """async (texts) => {
  const { tokens, queryTokens, normalise } = await import("/assets/js/core/tokens.js");
  return texts.map((text) => [tokens(text), queryTokens(normalise(text))]);
}"""
SEARCH = """async ([queries, options, root = "/search/"]) => {
  const { createSearch } = await import("/assets/js/core/search.js");
  const engine = createSearch(root);
  return Promise.all(queries.map((query) => engine.search(query, options)));
}"""
QUERIES = [
    "未批先建", "未批先建怎么罚", "wpxj", "xz", "登记表没填报", "工地扬尘 未围挡", "12369", "法典93", "噪声法 第九十三条", "旧噪声法夜间施工",
    "示例环境法典第九十三条", "45条", "第四十五条", "45", "法典", "环境法典 噪声", "VOCs", "ＶＯＣ", "夜间噪声", "夜间噪声法律", "设备", "检修设备 工厂",
    "主管部门责令改正", "罚", "异味", "仓库里的异味怎么办", "鱼塘", "码头 检修 第十二条", "请问多少", "任何人", "先斩后奏", "食堂设备报送", "审批",
    "夜间", "施工", "噪声扰民", "举报", "挥发性有机物", "喷漆", "结果", "每年", "矿山,林场", "林场的设备", "动工", "没有批准就动工", "喇叭", "尘土飞扬",
    "第五条", "法典5", "a b c", "", "，", "weipixianjian", "wei pi xian jian", "xianzhanhouzou", "constructor", "工地 weidang", "未批现建", "先斩后凑", "未批先建怎么罚款多久",
    "huanjingfadian93", "hjfd 93", "zsf93条", "fd93", "環境法典第93條", "夜間噪聲擾民", "夜间怎么施工", "未批怎样先建呢", "示例环镜法典93", "旧躁声法第93条", "VOCs 喷漆", "夜间噪声扰民", "噪生法93", "噪声法400", "voc 是什么", "eia", "谁管夜间噪声", "不罚 未批先建",
    "噪声93", "噪声93分贝", "法典93能罚吗", "渔船法93", "鱼塘管理条例第九十三条", "夜间违法93", "93号令", "1%到5%", "示环境法典93", "示例法典93", "违反示例法典第九十三条", "罚10-100万", "信用怎么修复", "没关门喷漆", "没关门，没报批", "没关窗",
]  # fmt: skip


def test_tokens_by_the_vectors(page: Page) -> None:
    found = page.evaluate(TOKENS, [vector["text"] for vector in VECTORS["texts"]])
    assert found == [[vector["tokens"], vector["query"]] for vector in VECTORS["texts"]]


def test_shards_by_the_vectors(page: Page) -> None:
    script = "async (rows) => { const m = await import('/assets/js/core/tokens.js'); return rows.map((r) => m.shardOf(r[0], r[1])); }"
    assert page.evaluate(script, VECTORS["shards"]) == [shard for _, _, shard in VECTORS["shards"]]


@seed(20260815)
@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.text(
            st.sampled_from("第一二十百千零〇条之的未批先建罚 \n,.#-1095aZｐ２①㎡Σ𠮷é")
            | st.characters(codec="utf-8", max_codepoint=0xFFFF)
        ),
        min_size=20,
    )
)
def test_tokens_of_any_text(page: Page, texts: list[str]) -> None:
    assert page.evaluate(TOKENS, texts) == [[tokens(text), query_tokens(normalise(text))] for text in texts]


@pytest.mark.parametrize(
    "filters", [{}, {"kind": ["article"]}, {"kind": ["conduct", "term"], "topic": ["噪声"]}, {"nothing": ["x"]}]
)
def test_same_results_as_python(page: Page, built: dict[str, bytes], filters: dict[str, list[str]]) -> None:
    searcher = Searcher(built)
    found = page.evaluate(SEARCH, [QUERIES, {"limit": 8, "filters": filters}])
    seen = [[(hit["url"], hit["score"], hit["article"], hit["regulation"]) for hit in hits] for hits in found]
    wanted = [searcher.search(query, 8, filters) for query in QUERIES]
    assert seen == [[(hit.url, hit.score, hit.article, hit.regulation) for hit in hits] for hits in wanted]
    assert filters or sum(map(bool, seen)) > 40


def test_the_vectors_are_found_in_the_browser_too(page: Page) -> None:
    typed = json.loads(RESULTS.read_text(encoding="utf-8"))["typed"]
    found = page.evaluate(SEARCH, [list(typed), {"limit": 6}, "/vectors/"])
    seen = {text: [[hit["url"], hit["score"]] for hit in hits] for text, hits in zip(typed, found, strict=True)}
    assert seen == typed


def test_marks_stand_on_the_words_of_the_query(page: Page) -> None:
    hit = page.evaluate(SEARCH, [["尘土飞扬"], {"limit": 1}])[0][0]
    assert [hit["excerpt"][start:end] for start, end in hit["marks"]] == ["尘土飞扬"]
    title = page.evaluate(SEARCH, [["夜间噪声"], {"limit": 1}])[0][0]
    assert [title["title"][start:end] for start, end in title["titleMarks"]] == ["夜间噪声"]


def test_an_excerpt_of_an_article_says_whether_it_is_the_laws_own_words(page: Page) -> None:
    asked = ["由主管部门责令改正 登记表", "表格补交", "尘土飞扬", "先斩后奏"]
    found = page.evaluate(SEARCH, [asked, {"limit": 1}])
    assert [(hits[0]["from"], hits[0]["excerpt"]) for hits in found[:3]] == [
        ("text", "未填报登记表的，由主管部门责令改正。"),
        ("digest", "表格没有交上来的，要补交。"),
        ("text", "施工现场未设置围挡，尘土飞扬的，处以罚款。"),
    ]
    assert found[3][0]["from"] is None  # conduct is told in our own words throughout


def test_an_excerpt_is_cut_around_the_heaviest_words(page: Page) -> None:
    text = "其他规定。" * 60 + "擅自倾倒废渣的，处以罚款。" + "另有规定。" * 60
    script = """async ([text, weights]) => {
      const { excerpt } = await import("/assets/js/core/excerpt.js");
      return excerpt(text, new Map(weights), 60);
    }"""
    found = page.evaluate(script, [text, [["规定", 0.1], ["倾倒", 3], ["倒废", 3], ["废渣", 3]]])
    assert "擅自倾倒废渣的" in found["text"]
    assert len(found["text"]) <= 62
    assert "倾倒废渣" in [found["text"][start:end] for start, end in found["marks"]]


def test_an_excerpt_never_begins_within_an_amount(page: Page) -> None:
    text = f"一般情形500000元以上{'0' * 40}5000000元以下夜间施工的罚款" + "其他。" * 60
    script = """async ([text, weights]) => {
      const { excerpt } = await import("/assets/js/core/excerpt.js");
      return excerpt(text, new Map(weights), 60).text;
    }"""
    assert page.evaluate(script, [text, [["夜间施工", 3]]]).startswith("…夜间施工")


def test_files_are_loaded_once_and_only_those_of_the_query(page: Page, corpus: list[Document]) -> None:
    script = """async () => {
      const { createSearch } = await import("/assets/js/core/search.js");
      const asked = [];
      const engine = createSearch("/search/", (url) => (asked.push(new URL(url).pathname), fetch(url)));
      await Promise.all([engine.search("未批先建"), engine.search("未批先建"), engine.search("，")]);
      return asked;
    }"""
    asked = page.evaluate(script)
    assert len(asked) == len(set(asked))
    assert sum(path.startswith("/search/p/") for path in asked) <= 3
    assert not any(path.startswith("/search/f/") for path in asked)


def test_a_file_that_failed_is_asked_for_again(page: Page) -> None:
    script = """async () => {
      const { createSearch } = await import("/assets/js/core/search.js");
      let broken = true;
      const engine = createSearch("/search/", (url) => broken ? Promise.resolve(new Response("", { status: 503 })) : fetch(url));
      const first = await engine.search("未批先建").then(() => "found", (error) => error.message);
      broken = false;
      return [first, (await engine.search("未批先建"))[0].url];
    }"""
    assert page.evaluate(script) == ["index.json: 503", "conduct/wpxj/"]


def test_the_page_gets_a_search_function_that_is_loaded_when_it_is_asked(page: Page) -> None:
    page.route("**/assets/js/engine.js", lambda route: route.fulfill(body=engine(), content_type="text/javascript"))
    script = "async () => { await import('/assets/js/ui/search-api.js'); return (await window.pufa.search('vocs', { limit: 1 }))[0].url; }"
    assert page.evaluate(script) == "terms/voc/"
