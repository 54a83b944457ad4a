"""Citations in prose are links; what is no prose and what the site does not hold is left alone."""

import datetime
from dataclasses import replace

import pytest
from markupsafe import Markup

from generator.kinds import BasisValue
from generator.library import Library
from generator.site.cited import law_linker, linker
from generator.site.mentioned import cited_in_texts
from generator.texts import TextArticle, TextOfLaw


def test_citations_in_text_lead_to_their_articles(mini_library: Library) -> None:
    linked = linker(mini_library, "../../")
    assert linked("先登记（湖法 第5条、第9条），<再>抽水。") == (
        '先登记（<a class="pf-law-link" href="../../regulations/lake-law/#a5">湖法 第5条</a>、'
        '<a class="pf-law-link" href="../../regulations/lake-law/#a9">第9条</a>），&lt;再&gt;抽水。'
    )


def test_an_article_without_an_anchor_leads_to_its_regulation(mini_library: Library) -> None:
    assert 'href="regulations/lake-law/"' in linker(mini_library, "")("湖法 第98条")


def test_tags_links_and_headings_are_left_alone(mini_library: Library) -> None:
    html = Markup('<h2>湖法 第5条</h2><p title="湖法 第5条"><a href="x">湖法 第5条</a><code>湖法 第5条</code></p>')
    assert linker(mini_library, "")(html) == html


def test_a_regulation_that_the_site_does_not_hold_is_no_link(mini_library: Library) -> None:
    assert linker(mini_library, "")("外国法 第5条") == "外国法 第5条"


def test_marks_of_a_title_full_names_and_lists_are_read(mini_library: Library) -> None:
    linked = linker(mini_library, "")
    assert linked("《中华人民共和国试验湖泊法》第九条之一").count("#a9-1") == 1
    assert linked("湖法第5条第2款和第9条").count("<a ") == 2
    assert linked("《试验池塘法》第二条已经改为湖法第九条").count("pf-law-link") == 2


def test_repealed_articles_say_so_and_lead_to_where_the_matter_stands_now(mini_library: Library) -> None:
    html = linker(mini_library, "../")("《试验池塘法》第二条，试验池塘法第六条")
    assert 'class="pf-law-now" href="../regulations/lake-law/#a9" title="已废止，现在看试验湖泊法 第9条"' in html
    assert html.endswith('<small class="pf-law-now">已废止</small>')


def test_a_law_cited_by_its_title_alone_is_a_link_and_says_what_took_its_place(mini_library: Library) -> None:
    linked = linker(mini_library, "../")
    assert linked("依照《试验湖泊法》处理") == (
        '依照<a class="pf-law-link" href="../regulations/lake-law/">《试验湖泊法》</a>处理'
    )
    assert 'class="pf-law-now" href="../regulations/lake-law/"' in linked("《试验池塘法》另有规定")
    assert linked("依照试验湖泊法处理") == "依照试验湖泊法处理"  # without marks it may be any words
    assert "<a" not in linked("《试验湖泊法》", mini_library.regulation("lake-law"))


ARTICLES = (
    TextArticle(5, 0, (), "不得倒油。\n依照前款。"),
    TextArticle(
        9,
        0,
        (),
        "有下列行为的，罚款：\n（一）倒油；\n（二）倒渣。\n有前款第二项行为的，加倍；依照前条第二款办。\n油 & 本条第二款。",
    ),
    TextArticle(10, 0, (), "违反本法第五条至第九条的，警告；本条第一款。"),
)


@pytest.fixture(scope="module")
def with_text(mini_library: Library) -> Library:
    day = mini_library.status("lake-law").version.effective
    text = TextOfLaw("lake-law", "试验湖泊法", "试验", day, day, ARTICLES)
    return replace(mini_library, editions={"lake-law": (text,)})


def places(library: Library, key: str, at: int, text: TextOfLaw | None = None) -> list[tuple[str, str]]:
    text = text or library.texts["lake-law"]
    html = str(law_linker(library, "../../")(text, text.by_key[key], at))
    return [(part.split('"')[0], part.split(">")[1].split("<")[0]) for part in html.split('href="')[1:]]


def test_a_law_s_own_words_lead_to_the_paragraph_that_they_mean(with_text: Library) -> None:
    assert places(with_text, "5", 1) == [("#a5-k1", "前款")]
    assert places(with_text, "9", 3) == [
        ("#a9-k1-x2", "前款第二项"),
        ("../../regulations/lake-law/#a5-k2", "前条第二款"),
    ]
    assert places(with_text, "9", 4) == [("#a9-k2", "本条第二款")]
    line = str(law_linker(with_text, "")(with_text.texts["lake-law"], ARTICLES[1], 4))
    assert line.startswith("油 &amp; <a")


def test_an_earlier_text_leads_to_its_own_articles(with_text: Library) -> None:
    old = replace(with_text.texts["lake-law"], effective=datetime.date(1999, 1, 1))
    library = replace(with_text, editions={"lake-law": (old, with_text.texts["lake-law"])})
    assert places(library, "10", 0, old) == [("#a5", "本法第五条至第九条"), ("#a10-k1", "本条第一款")]


def test_every_article_of_a_range_is_cited(with_text: Library) -> None:
    by = cited_in_texts(with_text)
    tenth = BasisValue(regulation="lake-law", article=10)
    assert by["lake-law", "5"] == (BasisValue(regulation="lake-law", article=9), tenth)
    assert [by["lake-law", str(number)] for number in range(6, 10)] == [(tenth,)] * 4


def test_prose_leads_to_the_paragraph_where_the_text_is_at_hand(with_text: Library) -> None:
    linked = linker(with_text, "")
    assert 'href="regulations/lake-law/#a9-k1-x2"' in linked("湖法第九条第（二）项")
    assert 'href="regulations/lake-law/#a9"' in linked("湖法第九条第七款")  # which it does not have
