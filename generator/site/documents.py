"""What the search can find: one Document for each record of the kinds that say so, filled as they say."""

from collections.abc import Iterator, Sequence

from generator.kinds import BasisValue, Kind, Record, kinds
from generator.kinds._kind import Search
from generator.kinds.article import Article
from generator.kinds.conduct import Conduct
from generator.legal.basis import format_article
from generator.library import Library
from generator.library.overhaul import overhaul
from generator.library.paths import text_of, values
from generator.search.documents import Document
from generator.site import urls
from generator.site.context import Context
from generator.site.gravest import gravest
from generator.site.markdown import to_words
from generator.site.reading import texts_of
from generator.site.scale import span_bar

#: What counts against documents of law that is not in force: who asks without naming a law wants the law of today.
OUT_OF_FORCE = 0.5
#: What counts against a record that another goes before: the Code's conduct is found before a regulation's of the same act.
GIVES_WAY = 0.8


def found_kinds() -> list[tuple[Kind, Search]]:
    """The kinds that the search finds, in their order: conduct first, since that is what most people look for."""
    found = [(kind, kind.search) for kind in kinds() if isinstance(kind.search, Search)]
    return sorted(found, key=lambda pair: place_of(pair[0]))


def place_of(kind: Kind) -> tuple[int, str]:
    """The place of a kind among the others; those that are not searched come last."""
    return (kind.search.order if isinstance(kind.search, Search) else 100, kind.name)


def documents(context: Context) -> list[Document]:
    """Every document of the site, in a fixed order."""
    library = context.library
    found: list[Document] = []
    for kind, search in found_kinds():
        found += [_document(library, kind, search, record) for record in _ordered(library, kind)]
        if kind.model is Article:
            found += _bare(library, search)
    return found


def _ordered(library: Library, kind: Kind) -> Sequence[Record]:
    """Records of a kind, equals of the search in this order: who types 44 means the law that took the place of the others."""
    records: Sequence[Record] = library.all(kind.name)
    found = overhaul(library)
    if found is None or kind.model is not Article:
        return records
    return sorted(records, key=lambda one: isinstance(one, Article) and one.regulation != found.law.id)


def _bare(library: Library, search: Search) -> Iterator[Document]:
    """The articles of a text of which the library has no digest: found by their words, read where the text is."""
    for regulation in library.regulations:
        paths = texts_of(library, regulation)
        status = library.status(regulation.id)
        for article in library.texts[regulation.id].articles if paths else ():
            basis = BasisValue(regulation=regulation.id, article=article.number, suffix=article.suffix)
            if library.article(basis) or article.key not in paths:
                continue
            yield Document(
                url=urls.article_url(basis)
                if library.cited_by(regulation.id, article.key)
                else f"{paths[article.key]}/#a{article.key}",
                title=f"{regulation.name} {format_article(article.number, article.suffix)}",
                kind="article",
                regulation=regulation.title,
                article=format_article(article.number, article.suffix),
                text=article.text,
                filters={
                    "kind": ("article",),
                    "topic": regulation.topics,
                    "rank": (regulation.rank,),
                    "status": (status.label,),
                    "audience": search.audience,
                },
                next=tuple(dict.fromkeys(map(urls.article_url, library.successors(basis))))
                if status.state == "repealed"
                else (),
                boost=0.9 * (1.0 if status.state == "in_force" else OUT_OF_FORCE),
            )


def _document(library: Library, kind: Kind, search: Search, record: Record) -> Document:
    law, article = _law(library, search, record)
    filters: dict[str, tuple[str, ...]] = {
        "kind": (kind.name,),
        "topic": next((found for path in search.topics if (found := _texts(library, record, path))), ()),
        "audience": search.audience,
    }
    text = text_of(library, record, search.text)
    boost = search.boost
    if law:
        status = library.status(law)
        filters["status"] = (status.label,)
        filters |= {"rank": (library.regulation(law).rank,)} if search.rank else {}
        boost *= OUT_OF_FORCE if search.fades and status.state != "in_force" else 1.0
    if search.yields and text_of(library, record, search.yields):
        boost *= GIVES_WAY
    if record.sample:  # what is invented for teaching says so among the results too
        filters["sample"] = ("示例",)
    return Document(
        url=urls.url_of(kind.name, record),
        title=text_of(library, record, search.title),
        kind=kind.name,
        regulation=library.regulation(law).title if law else "",
        article=article,
        heading=text_of(library, record, search.heading),
        aliases=tuple(dict.fromkeys(name for path in search.aliases for name in _texts(library, record, path))),
        digest=text_of(library, record, search.digest),
        text=to_words(text) if kind.form == "markdown" else text,
        words=" ".join(filter(None, (text_of(library, record, search.words), search.fixed))),
        filters=filters,
        fine=_fine(record),
        next=_next(library, record),
        boost=boost,
    )


def _fine(record: Record) -> tuple[str, float, float] | None:
    """What a conduct can cost at most, with the bar of its list."""
    if not isinstance(record, Conduct):
        return None
    worst = gravest(record)
    bar = span_bar(worst.low, worst.high) if worst.high else None
    return (worst.text, bar.left, bar.width) if bar else (worst.text, 0, 0)


def _next(library: Library, record: Record) -> tuple[str, ...]:
    """Addresses of the articles that took the place of one that is not in force."""
    if not isinstance(record, Article) or library.status(record.regulation).state != "repealed":
        return ()
    return tuple(dict.fromkeys(map(urls.article_url, library.successors(record.basis))))


def _law(library: Library, search: Search, record: Record) -> tuple[str, str]:
    """Id of the law that the record stands under, and the article; '' where it says none."""
    value = next((value for _, value in values(library, record, search.law)), "")
    if isinstance(value, BasisValue):
        return value.regulation, format_article(value.article, value.suffix)
    return str(value), ""


def _texts(library: Library, record: Record, path: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(value) for _, value in values(library, record, path)))
