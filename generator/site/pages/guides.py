"""Compliance guides: the list by industry, and a page for each with duties, commonest breaches and a list to tick."""

import re
from collections.abc import Iterator
from html import unescape

from markupsafe import Markup

from generator.kinds.conduct import Conduct
from generator.kinds.guide import Guide
from generator.kinds.industry import Industry
from generator.kinds.obligation import Obligation
from generator.site.context import Context
from generator.site.markdown import to_html
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "企业指南"
#: Questions at the end of a guide.
SELF_TEST = 8
_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def generate(context: Context) -> Iterator[Page]:
    """Yield the list and one page per guide."""
    library = context.library
    guides = library.of("guide", Guide)
    industries = library.of("industry", Industry)
    conducts = {industry.id: [c for c in library.conducts if industry.id in c.industries] for industry in industries}
    body = render(
        "guides.html",
        "guides",
        library,
        guides={guide.industry: guide for guide in guides},
        industries=industries,
        conducts=conducts,
    )
    yield Page("guides", "企业合规指南", body, "按行业看要做什么、常犯什么、怎样不罚", SECTION)
    for guide in guides:
        yield _page(context, guide)


def _page(context: Context, guide: Guide) -> Page:
    library, path = context.library, f"guides/{guide.id}"
    conducts = [c for id in guide.conducts if isinstance(c := library.get("conduct", id), Conduct)]
    items = [item for conduct in conducts for item in context.bank.of_conduct(conduct.id)[:1]]
    text, contents = _with_anchors(to_html(guide.body))
    body = render(
        "guide.html",
        path,
        library,
        guide=guide,
        body=Markup(text),
        contents=contents,
        industry=library.get("industry", guide.industry),
        obligations=[o for id in guide.obligations if isinstance(o := library.get("obligation", id), Obligation)],
        conducts=conducts,
        related=[g for id in guide.related if (g := library.get("guide", id))],
        items=items[:SELF_TEST],
        files=list(sources_of([guide.at])),
    )
    return Page(path, guide.title, body, guide.summary, SECTION)


def _with_anchors(html: str) -> tuple[str, list[tuple[str, str]]]:
    """The body with an anchor on each second-level heading, and the anchors with the headings' words."""
    contents: list[tuple[str, str]] = []

    def anchored(heading: re.Match[str]) -> str:
        contents.append((f"part-{len(contents) + 1}", unescape(_TAG.sub("", heading[1]))))
        return f'<h2 id="{contents[-1][0]}">{heading[1]}</h2>'

    return _HEADING.sub(anchored, html), contents


PAGE = PageKind("guides", "企业指南", generate)
