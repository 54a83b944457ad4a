"""The list of regulations, and a page for each: is it in force, its outline, its articles and what hangs on each."""

import json
from collections.abc import Iterator

from generator.kinds.article import Article
from generator.kinds.regulation import Regulation, Section
from generator.library import Library
from generator.site.comparisons import comparisons_of
from generator.site.context import Context
from generator.site.folds import folded_files, folds_of, whole_path
from generator.site.legislation import legislation
from generator.site.page import Asset, Page, PageKind
from generator.site.reading import parts_of, texts_of
from generator.site.related import Related, related_to
from generator.site.templates import render

SECTION = "法规"


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield the list and the page of each regulation, with what a long one loads."""
    library = context.library
    regulations = sorted(library.regulations, key=lambda r: (library.status(r.id).state == "repealed",))
    counts = {r.id: (len(library.articles_of(r.id)), len(library.citing(r.id))) for r in regulations}
    waiting = any(r.awaiting or (r.awaits_alignment and library.status(r.id).state != "repealed") for r in regulations)
    yield Page(
        "regulations",
        "法律法规",
        render("regulations.html", "regulations", library, regulations=regulations, counts=counts, waiting=waiting),
        f"现行与已废止的{library.site.field}法律、法规、规章，标明位阶、施行与废止日期和取代关系",
        SECTION,
    )
    replacing = _replacing(library)
    for regulation in regulations:
        yield from _pages(context, regulation, replacing.get(regulation.id, []))


def _replacing(library: Library) -> dict[str, list[Regulation]]:
    """For each regulation that replaced others, those others, in order of the library."""
    found: dict[str, list[Regulation]] = {}
    for regulation in library.regulations:
        for by in dict.fromkeys(version.repealed_by for version in regulation.versions if version.repealed_by):
            found.setdefault(by, []).append(regulation)
    return found


def _pages(context: Context, regulation: Regulation, replaced: list[Regulation]) -> Iterator[Page | Asset]:
    library, path = context.library, f"regulations/{regulation.id}"
    articles = library.articles_of(regulation.id)
    related = {article.key: related_to(context, regulation.id, article.key) for article in articles}
    bare = _cited_without_record(context, regulation.id, {article.key for article in articles})
    text = library.texts.get(regulation.id)
    folds = folds_of(regulation, articles)
    shown: dict[str, object] = {
        "related": related,
        "texts": texts_of(library, regulation),
        "text": text,
        "lacking": {str(number) for number in text.missing} if text else set(),
    }
    body = render(
        "regulation.html",
        path,
        library,
        regulation=regulation,
        status=library.status(regulation.id),
        articles=articles,
        bare={key: related_to(context, regulation.id, key) for key in bare},
        marks=_marks(regulation.outline, articles, related),
        replaced=replaced,
        folds=folds,
        whole=whole_path(regulation),
        duties=[r.record for r in library.referring("regulation", regulation.id) if r.path[0] == "regulations"],
        editions=[(one, parts_of(library, one)[0].path) for one in library.editions.get(regulation.id, ())],
        legislation=json.dumps(legislation(library, regulation), ensure_ascii=False),
        comparisons=comparisons_of(library, regulation.id),
        **shown,
    )
    yield Page(
        path,
        regulation.title,
        body,
        regulation.summary or f"{regulation.title}：条文要点与相关行为、责任、题目",
        SECTION,
    )
    if folds:
        yield from folded_files(library, regulation, folds, shown)


def _cited_without_record(context: Context, regulation: str, held: set[str]) -> list[str]:
    """Keys of articles that records or items cite though the library holds no digest of them, in order of number.

    They get an anchor all the same, so that no link on the site leads nowhere.
    """
    cited = [*(citing.basis for citing in context.library.citing(regulation)), *context.bank.bases_in(regulation)]
    keys = {basis.key: (basis.article, basis.suffix) for basis in cited}
    return sorted(keys.keys() - held, key=lambda key: keys[key])


def _marks(
    outline: tuple[Section, ...], articles: tuple[Article, ...], related: dict[str, Related]
) -> dict[tuple[int, int], tuple[int, int, int]]:
    """For each section's span: how many articles are held, how many conducts and how many items hang there."""
    marks: dict[tuple[int, int], tuple[int, int, int]] = {}
    for section in _flat(outline):
        first, last = section.articles
        inside = [related[a.key] for a in articles if first <= a.number <= last]
        conducts = {conduct.id for entry in inside for conduct in entry.conducts}
        items = {item.id for entry in inside for item in entry.items}
        marks[section.articles] = (len(inside), len(conducts), len(items))
    return marks


def _flat(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _flat(section.children)


PAGE = PageKind("regulations", "法律法规", generate)
