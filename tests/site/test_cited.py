"""Citations in prose are links; what is no prose and what the site does not hold is left alone."""

from markupsafe import Markup

from generator.library import Library
from generator.site.cited import linker


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
