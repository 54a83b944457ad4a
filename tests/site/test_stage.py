"""A page as Markdown: headings where Markdown reads them, everything else as it stands."""

import re
from collections.abc import Callable

import lxml.html
import markdown
import pytest
from markdown_it import MarkdownIt

from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.site.compile import site_files
from generator.site.context import Context
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
        ("<pre><code>甲\n\n    乙\n</code></pre>\n<h2>丙</h2>", "<pre><code>甲\n&#10;    乙\n</code></pre>\n\n## 丙"),
        (
            "<pufa-table><p>甲</p></pufa-table>\n<h2>丙</h2>",
            "<div>\n<pufa-table><p>甲</p></pufa-table>\n</div>\n\n## 丙",
        ),
        ("<p><a href='x'\ntitle='y'>甲</a></p>\n<h2>丙</h2>", "<p><a href='x'\ntitle='y'>甲</a></p>\n\n## 丙"),
        ("<div\nid='a'>\n<h2>甲</h2>\n</div>", "<div\nid='a'>\n<h2>甲</h2>\n</div>"),
        ("<p>甲</p>\n<a href='x'>乙</a>", "<div>\n<p>甲</p>\n<a href='x'>乙</a>\n</div>"),
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


def elements(html: str) -> list[tuple[str, str | None]]:
    """Every element of a page with its parent, without the wrappers of the stage; headings lie flat in either."""
    tree = lxml.html.fragment_fromstring(html, create_parent="body")
    for wrapper in [e for e in tree if e.tag == "div" and not e.attrib]:
        wrapper.drop_tag()
    return [(str(e.tag), str(e.getparent().tag)) for e in tree.iterdescendants() if isinstance(e.tag, str)]


def by_python_markdown(text: str) -> str:
    return markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables"])


def by_commonmark(text: str) -> str:
    return MarkdownIt("commonmark").render(text)


@pytest.mark.parametrize("rendered", [by_python_markdown, by_commonmark])
def test_other_builders_read_every_page_as_it_is(rendered: Callable[[str], str], mini_library: Library) -> None:
    context = Context(mini_library, build_bank(mini_library, Problems()), (), ())
    for page in (made for made in site_files(context) if isinstance(made, Page)):
        body = to_markdown(page).split("---\n", 2)[2]
        plain = re.sub(r"(<h[1-3][^>]*>)(.*?)(</h[1-3]>)", lambda m: m[1] + m[3], page.body)
        got = re.sub(r"(<h[1-3][^>]*>)(.*?)(</h[1-3]>)", lambda m: m[1] + m[3], rendered(body))
        assert elements(got) == elements(plain), page.path
