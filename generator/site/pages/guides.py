"""Guides for owners: the door with all trades, and a page for each trade: what to do, by when, at what cost; then why."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from generator.kinds.circumstance import SORTS, Circumstance
from generator.kinds.conduct import Conduct
from generator.kinds.guide import Guide
from generator.kinds.industry import Industry
from generator.kinds.obligation import WHEN_SORTS
from generator.library import Library
from generator.site.context import Context
from generator.site.duties import Part, choices_of, guide_of, guide_path, parts_of
from generator.site.markdown import to_html
from generator.site.page import Page, PageKind
from generator.site.reminders import reminders
from generator.site.templates import render

SECTION = "企业指南"
#: Questions at the end of a guide.
SELF_TEST = 8
_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a guide's prose: an anchor, the words of its heading, and what stands below it."""

    id: str
    title: str
    body: Markup


def generate(context: Context) -> Iterator[Page]:
    """Yield the door, one page per guide, and one per trade that has none."""
    library = context.library
    guides = library.of("guide", Guide)
    industries = library.of("industry", Industry)
    paths = {one.id: guide_path(library, one) for one in industries}
    named = {sort: [one for one in library.of("circumstance", Circumstance) if one.sort == sort] for sort in SORTS}
    body = render("guides.html", "guides", library, industries=industries, paths=paths, named=named)
    yield Page("guides", "企业合规指南", body, "选行业，看现在要做什么、什么时候以前、不做要付多少", SECTION)
    for guide in guides:
        yield _page(context, guide, library.get("industry", guide.industry))
    for industry in industries:
        if guide_of(library, industry) is None:
            yield _bare(library, industry, paths[industry.id])


def _page(context: Context, guide: Guide, industry: object) -> Page:
    library, path = context.library, f"guides/{guide.id}"
    trade = (
        industry if isinstance(industry, Industry) else Industry.model_construct(id=guide.industry, title="", may=())
    )
    conducts = [c for id in guide.conducts if isinstance(c := library.get("conduct", id), Conduct)]
    items = [item for conduct in conducts for item in context.bank.of_conduct(conduct.id)[:1]]
    opening, chapters = _chapters(to_html(guide.body))
    body = render(
        "guide.html",
        path,
        library,
        guide=guide,
        id=guide.id,
        opening=opening,
        chapters=chapters,
        industry=trade,
        conducts=conducts,
        related=[g for id in guide.related if (g := library.get("guide", id))],
        items=items[:SELF_TEST],
        **_duties(library, trade, parts_of(library, trade, guide.obligations)),
    )
    return Page(path, guide.title, body, guide.summary, SECTION)


def _bare(library: Library, industry: Industry, path: str) -> Page:
    """The page of a trade for which nobody has written a guide."""
    conducts = [conduct for conduct in library.conducts if industry.id in conduct.industries]
    body = render(
        "guide.html",
        path,
        library,
        guide=None,
        id=path.rpartition("/")[2],
        opening="",
        chapters=[],
        industry=industry,
        conducts=conducts,
        related=[],
        items=[],
        **_duties(library, industry, parts_of(library, industry)),
    )
    return Page(
        path, f"{industry.title}要做什么", body, f"{industry.title}要做什么、什么时候以前、不做要付多少", SECTION
    )


def _duties(library: Library, industry: Industry, parts: tuple[Part, ...]) -> dict[str, object]:
    counts = {part.id: len(part.first) + len(part.rest) for part in parts}
    prices = [duty.cost for part in parts for duty in (*part.first, *part.rest)]
    choices = choices_of(library, parts)
    return {
        "parts": parts,
        "calendar": json.dumps([one.data for one in reminders(library, industry)], ensure_ascii=False),
        "counts": counts,
        "total": sum(counts.values()),
        "dearest": max((one for one in prices if one.high), key=lambda one: one.high, default=None),
        "choices": {field: (sort, choices[sort]) for field, sort in WHEN_SORTS.items() if sort in choices},
    }


def _chapters(html: str) -> tuple[Markup, list[Chapter]]:
    """What stands before the first second-level heading, and each heading with what is below it."""
    opening, *pieces = _HEADING.split(html)
    return Markup(opening), [
        Chapter(f"part-{number}", unescape(_TAG.sub("", title)), Markup(text))
        for number, (title, text) in enumerate(zip(pieces[::2], pieces[1::2], strict=True), 1)
    ]


PAGE = PageKind("guides", "企业指南", generate)
