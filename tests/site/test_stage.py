"""A page as Markdown: headings where Markdown reads them, everything else as it stands."""

import pytest

from generator.site.page import Page
from generator.site.stage import to_markdown


def staged(body: str) -> str:
    return to_markdown(Page("a/b", "标题: 一", body, "说明")).split("---\n", 2)[2].strip()


def test_the_head_is_yaml() -> None:
    assert to_markdown(Page("a", "标题: 一", "", "说明")).startswith("---\ndescription: 说明\ntitle: '标题: 一'\n---\n")


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        ("<h1>甲 &amp; 乙</h1>\n<p>丙</p>", "# 甲 & 乙\n\n<p>丙</p>"),
        ('<h2 id="x">甲<small>乙</small></h2>', "## 甲乙 {#x}"),
        ("<section>\n  <h2>甲</h2>\n</section>", "<section>\n<h2>甲</h2>\n</section>"),
        ("<p>甲<br>乙</p>\n<h2>丙</h2>", "<p>甲<br>乙</p>\n\n## 丙"),
        ("<div>\n\n    <p>甲</p>\n\n</div>", "<div>\n<p>甲</p>\n</div>"),
        ("<pre><code>甲\n\n    乙\n</code></pre>\n<h2>丙</h2>", "<pre><code>甲\n\n    乙\n</code></pre>\n\n## 丙"),
    ],
)
def test_headings_blanks_and_code(body: str, markdown: str) -> None:
    assert staged(body) == markdown


@pytest.mark.parametrize(
    "title", ["第*5*条", "a_b_c", "[甲](乙)", "`甲`", "甲 {#x}", "甲 # 乙", "1. 甲", "- 甲", "甲 < 乙 & 丙", "甲\\乙"]
)
def test_a_title_is_no_markdown(title: str) -> None:
    import html

    import markdown

    page = Page("a", title, f"<h1>{html.escape(title)}</h1>\n<p>丙</p>")
    body = to_markdown(page).split("---\n", 2)[2]
    rendered = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    assert rendered == f"<h1>{html.escape(title, quote=False)}</h1>\n<p>丙</p>"
