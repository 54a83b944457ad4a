"""The page that judges a pasted text: its scripts find and judge what Python finds, and nothing leaves the browser."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator.auditing.document import judge
from generator.legal.citations import read_mentions
from generator.legal.sums import find_fines
from generator.library import Library
from generator.library.names import known_names
from generator.site.judging import browser_data, value_of
from generator.texts import TextArticle, TextOfLaw
from tests.browser import serve
from tests.conftest import ROOT
from tests.site.ui._core import run, scripts

pytestmark = pytest.mark.browser

VECTORS = json.loads((ROOT / "tests" / "vectors" / "citations.json").read_text(encoding="utf-8"))
READ = """const known = m.reader(x.data);
return x.texts.map((text) => m.readMentions(text.split("\\n"), known).filter(({ own }) => !own).map(({ line, start, end, kind, law, why, target: t }) =>
  [line, [...text.split("\\n")[line].slice(0, start)].length, [...text.split("\\n")[line].slice(0, end)].length, kind, law, why,
   [t.article, t.suffix, t.articleEnd, t.paragraph, t.paragraphs, t.paragraphEnd, t.items]]));"""
SUMS = """const { compiled } = await import("/js/core/patterns.js"); const patterns = compiled(x.data.sums);
return x.texts.map((text) => m.findSums(text, patterns).map(({ start, end, value }) => [start, end, value]));"""
JUDGED = """return x.texts.map((text) => m.judge(text, x.data).judged.map(({ mention, verdict, says, hint }) => [mention.surface, verdict, says, hint]));"""
MANY = {"max_examples": 15, "deadline": None}


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts(chromium, tmp_path_factory.mktemp("citations")) as opened:
        yield opened


@pytest.fixture(scope="module")
def data(mini_library: Library) -> dict[str, Any]:
    return browser_data(mini_library)


def mentioned(library: Library, text: str) -> list[list[Any]]:
    """As the page tells it."""
    found = []
    for one in read_mentions(text.split("\n"), known_names(library)):
        t = one.target
        places = [t.article, t.suffix, t.article_end, t.paragraph, list(t.paragraphs), t.paragraph_end, list(t.items)]
        if not one.own:
            found.append([one.line, one.start, one.end, one.kind, one.law, one.why, places])
    return found


def judged(library: Library, text: str) -> list[list[str]]:
    lines = text.split("\n")
    found = judge(library, lines, tuple(read_mentions(lines, known_names(library))))
    return [[one.mention.surface, one.verdict, one.says, one.hint] for one in found]


def test_every_kind_of_citation_is_found_alike(page: Page, data: dict[str, Any], mini_library: Library) -> None:
    texts = [vector["text"] for vector in VECTORS["mentions"]]
    wanted = [mentioned(mini_library, text) for text in texts]
    assert [sorted({one[3] for one in found}) for found in wanted] == [sorted(v["kinds"]) for v in VECTORS["mentions"]]
    assert run(page, "citations", READ, {"data": data, "texts": texts}) == wanted


WORDS = st.sampled_from(
    [
        "第", "一", "二", "十", "百", "条", "款", "项", "（一）", "（三）", "、", "和", "至", "以及", "《", "》", "〈", "〉", "的", "，", "。", "之", "9", "12",
        "本法", "本条例", "该条例", "该法", "同法", "试验湖泊法", "湖法", "《试验湖泊法》", "《中华人民共和国民法典》", "刑法", "条例", "《某市水条例》",
        "（以下简称《河法》）", "（以下简称池法）", "《河法》", "池法", "违反", "依照", "同时废止", "前款", "本条", "第五条", "第九条之一", "第二款", "该条", "该款", "本款", "三项", "四款", "第（一）（二）项", " ", "\u3000", "中华人民共和国", "某办法", "目", "例", "“", "”", "规定", "9条", "“湖法”", "（第",
        "上述条例", "新法", "上位法", "上述法律", "其实施细则", "合同", "章程", "侵权责任编", "总则", "刑法原", "【2014】", "2021年版", "《员工守则》", "《某名录》", "《条例》", "33条", "建议", "的规定",
    ]
)  # fmt: skip


@seed(20260815)
@settings(**MANY)
@given(
    st.lists(
        st.lists(WORDS, max_size=14).map("依".join) | st.lists(WORDS, max_size=25).map("".join),
        min_size=40,
        max_size=80,
    )
)
def test_any_citations_are_found_alike(
    page: Page, data: dict[str, Any], mini_library: Library, texts: list[str]
) -> None:
    unnumbered = [f"甲{text}" for text in texts]  # a line that begins with 第一条 is an article of the text itself
    assert run(page, "citations", READ, {"data": data, "texts": unnumbered}) == [
        mentioned(mini_library, text) for text in unnumbered
    ]


def test_a_text_with_articles_of_its_own(page: Page, data: dict[str, Any], mini_library: Library) -> None:
    text = VECTORS["numbered"]
    wanted = [one for one in mentioned(mini_library, text) if one[4]]  # what it says of itself only Python works out
    assert len(wanted) == 3
    assert run(page, "citations", READ, {"data": data, "texts": [text]}) == [wanted]


SUMS_OF = st.lists(
    st.sampled_from(
        [
            "一",
            "二",
            "三",
            "五",
            "十",
            "百",
            "千",
            "万",
            "亿",
            "0",
            "5",
            "20",
            ".",
            "1,000",
            "两",
            "零",
            "点",
            "元",
            "圆",
            "万元",
            "倍",
            "%",
            "‰",
            "百分之",
            "千分之",
            "以上",
            "以下",
            "以内",
            "至",
            "到",
            "-",
            "、",
            "的",
            "，",
            "。",
            "每辆",
            "每吨",
            "不足",
            "超过",
            "不得超过",
            "低于",
            "罚款",
            "处",
            "违法所得",
            "以",
            "计算",
            "按",
            "等值以上",
            "或者",
            "人民币",
            "（含）",
        ]
    ),
    max_size=14,
).map("".join)


@seed(20260815)
@settings(**MANY)
@given(st.lists(SUMS_OF, min_size=100, max_size=200))
def test_any_sums_are_found_alike(page: Page, data: dict[str, Any], texts: list[str]) -> None:
    wanted = [[[one.start, one.end, value_of(one.value)] for one in find_fines(text)] for text in texts]
    assert run(page, "sums", SUMS, {"data": data, "texts": texts}) == wanted


def test_sums_by_the_vectors(page: Page, data: dict[str, Any]) -> None:
    texts = list(VECTORS["sums"])
    found = run(page, "sums", SUMS, {"data": data, "texts": texts})
    assert [[value for *_, value in one] for one in found] == list(VECTORS["sums"].values())
    assert [[value_of(one.value) for one in find_fines(text)] for text in texts] == list(VECTORS["sums"].values())


def test_every_verdict_is_the_same(page: Page, data: dict[str, Any], mini_library: Library) -> None:
    texts = [text for texts in VECTORS["judged"].values() for text in texts]
    wanted = [judged(mini_library, text) for text in texts]
    verdicts = [{verdict for _, verdict, _, _ in one} for one in wanted]
    assert verdicts == [{verdict} for verdict, texts in VECTORS["judged"].items() for _ in texts]
    assert run(page, "judge", JUDGED, {"data": data, "texts": texts}) == wanted


def test_a_text_at_hand_is_judged_by_alike(page: Page, mini_library: Library) -> None:
    article = TextArticle(9, 0, (), "不得取水。\n违者罚款。")
    text = TextOfLaw("lake-law", "试验湖泊法", "试验", None, None, (article, TextArticle(9, 1, (), "另有规定。")), (5,))
    library = replace(mini_library, editions={"lake-law": (text,)})
    texts = ["湖法第九条之一", "湖法第九条之二", "湖法第五条之三", "湖法第九条第三款", "湖法第九条第二款"]
    wanted = [judged(library, one) for one in texts]
    assert [one[0][1] for one in wanted] == ["right", "missing", "unheld", "missing", "right"]
    assert run(page, "judge", JUDGED, {"data": browser_data(library), "texts": texts}) == wanted


def test_a_clerk_pastes_a_text(chromium: Browser, mini_site: Path) -> None:
    with serve(mini_site) as address:
        opened = chromium.new_page(viewport={"width": 390, "height": 844})
        faults: list[str] = []
        asked: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.goto(address + "citations/", wait_until="networkidle")
        box = opened.get_by_label("要核对的文字")
        with opened.expect_response(address + "citations/known.json"):
            box.focus()
        opened.on("request", lambda request: asked.append(request.url))  # from here on nothing is asked for
        box.fill(
            "依据湖法第9条，处二万元以上五万元以下的罚款。\n违反《试验池塘法》第二条；见湖法第\u200b五条。<b>字</b>"
        )
        opened.get_by_role("button", name="核对").click()
        expect(opened.locator("pufa-citations [role=status]")).to_have_text(
            "共 3 处引用：数额不对 1 处，已废止 1 处，没有问题 1 处。"
        )
        rows = opened.locator(".pf-found > li")
        expect(rows.nth(0)).to_contain_text("“二万元以上五万元以下”不在所引的")
        expect(rows.nth(1)).to_contain_text("2024年6月1日")
        link = rows.nth(1).get_by_role("link", name="第9条")
        assert opened.evaluate("(a) => fetch(a.href).then((r) => r.ok)", link.element_handle())
        asked.clear()  # that was the test's own
        expect(opened.locator(".pf-read")).to_contain_text("<b>字</b>")
        expect(opened.locator(".pf-read a")).to_have_count(3)
        rows.nth(0).get_by_role("link").first.click()
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
        opened.get_by_role("button", name="清空").click()
        expect(rows).to_have_count(0)
        assert [one for one in asked if not one.endswith("/favicon.png")] == []
        assert faults == []
        opened.close()


def test_what_texts_are_judged_by_may_be_out_of_reach_for_a_while(chromium: Browser, mini_site: Path) -> None:
    with serve(mini_site) as address:
        opened = chromium.new_page()
        opened.route("**/known.json", lambda route: route.abort())
        opened.goto(address + "citations/", wait_until="networkidle")
        opened.get_by_label("要核对的文字").fill("依据湖法第9条。")
        opened.get_by_role("button", name="核对").click()
        expect(opened.locator("pufa-citations [role=status]")).to_contain_text("没有取到")
        opened.unroute("**/known.json")
        opened.get_by_role("button", name="核对").click()
        expect(opened.locator("pufa-citations [role=status]")).to_contain_text("共 1 处引用")
        opened.close()
