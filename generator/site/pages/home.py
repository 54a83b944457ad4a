"""The home page: three doors, the search field, what changed, and where the law stands today."""

from collections import Counter
from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.concordance import Concordance
from generator.kinds.guide import Guide
from generator.library import Library
from generator.library.overhaul import overhaul
from generator.site.context import Context
from generator.site.menu import empty_pages
from generator.site.page import Page, PageKind
from generator.site.scale import bar_of
from generator.site.templates import render

#: Changes of amounts shown on the home page.
CHANGES = 6


def generate(context: Context) -> Iterator[Page]:
    """Yield the home page."""
    library = context.library
    guides = library.of("guide", Guide)
    rows = library.of("concordance", Concordance)
    changed = _telling(tuple(row for row in rows if not _unborn(library, row)), guides)
    body = render(
        "home.html",
        "",
        library,
        site=library.site,
        empty=empty_pages(library),
        tries=library.site.tries,
        overhaul=overhaul(library),
        changed=[(row, _matter(library, row)) for row in changed],
        guides=guides,
        papers=context.papers,
        topics=[topic for topic in library.topics if context.bank.by_topic(topic.id)],
        counts={
            "conducts": len(library.conducts),
            "articles": len(library.all("article")),
            "questions": len(context.bank.items),
            "regulations": len(library.regulations),
            "in_force": sum(library.status(r.id).state == "in_force" for r in library.regulations),
        },
    )
    yield Page("", library.site.name, body, library.site.summary, "首页")


def _unborn(library: Library, row: Concordance) -> bool:
    """Whether the older of the two texts is itself still to come on the library's day: its sum is nobody's present one."""
    return row.old is not None and library.standing(row.old).state == "not_yet"


def _telling(rows: tuple[Concordance, ...], guides: tuple[Guide, ...]) -> list[Concordance]:
    """Changes that a pair of bars can show: one for each article, one of each old law in turn until there are enough.

    First what most trades meet: the more guides count a conduct among the commonest breaches, the sooner its change is told;
    a conduct that several old provisions fined is shared among them, since each was about a part of it.
    """
    usual = Counter(conduct for guide in guides for conduct in guide.conducts)
    shared = Counter(conduct for row in rows if row.amounts for conduct in row.conducts)
    drawn = [
        row
        for row in rows
        if row.relation in ("raised", "lowered")
        and row.amounts
        and not row.also  # the bars would not show what applied
        and all(bar_of(f) for f in (row.amounts[0].old, row.amounts[0].new))
    ]
    drawn.sort(key=lambda row: -max((usual[conduct] / shared[conduct] for conduct in row.conducts), default=0.0))
    turns: dict[str, int] = {}
    seen: set[BasisValue] = set()
    ranked = []
    for index, row in enumerate(drawn):
        law = row.old.regulation if row.old else ""
        if row.new[0].whole in seen:
            continue
        seen.add(row.new[0].whole)
        turns[law] = turns.get(law, 0) + 1
        ranked.append((turns[law], index, row))
    return [row for _, _, row in sorted(ranked, key=lambda entry: entry[:2])[:CHANGES]]


def _matter(library: Library, row: Concordance) -> str:
    """What the bars of a row are about: the act that they fall on, else its conduct, else the heading of the new article."""
    if row.amounts and (act := row.amounts[0].act or row.act):
        return act
    conducts = [c.label for id in row.conducts if (c := library.get("conduct", id))]
    headings = [article.heading for basis in row.new if (article := library.article(basis))]
    return next(iter([*conducts[:1], *headings]), row.summary)


PAGE = PageKind("home", "首页", generate)
