"""What hangs on an article: conduct, duties, guides, items, old and new law.  The other way of every citation."""

from dataclasses import dataclass

from generator.kinds import BasisValue, Record
from generator.kinds.concordance import Concordance
from generator.kinds.conduct import Conduct
from generator.kinds.guide import Guide
from generator.legal.basis import format_key
from generator.library import Library
from generator.questions.item import Item
from generator.site.context import Context
from generator.site.mentioned import cited_in_texts
from generator.site.reading import texts_of


@dataclass(frozen=True, slots=True)
class Related:
    """Records that cite an article, by what they are.

    Attributes:
        punished: conduct that the article punishes.
        forbidden: conduct that the article forbids.
        duties: (kind, record): responsibilities, education duties, obligations, power items, procedures and the like.
        guides: guides that treat such conduct.
        items: questions that rest on the article.
        rows: rows of the concordance.
        texts: articles of law that cite the article, where the texts at hand show it: name and address below the root.
    """

    punished: tuple[Conduct, ...]
    forbidden: tuple[Conduct, ...]
    duties: tuple[tuple[str, Record], ...]
    guides: tuple[Guide, ...]
    items: tuple[Item, ...]
    rows: tuple[Concordance, ...]
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def conducts(self) -> tuple[Conduct, ...]:
        """Conduct of either sort."""
        return tuple({conduct.id: conduct for conduct in (*self.punished, *self.forbidden)}.values())

    @property
    def empty(self) -> bool:
        """Whether nothing hangs here."""
        return not (self.punished or self.forbidden or self.duties or self.items or self.rows or self.texts)


def related_to(context: Context, regulation: str, key: str) -> Related:
    """Gather what cites the article ``key`` of ``regulation``, each record once, in order of the library."""
    punished: dict[str, Conduct] = {}
    forbidden: dict[str, Conduct] = {}
    duties: dict[tuple[str, str], tuple[str, Record]] = {}
    rows: dict[str, Concordance] = {}
    for citing in context.library.cited_by(regulation, key):
        record = citing.record
        if isinstance(record, Conduct):
            (punished if citing.role == "penalties" else forbidden)[record.id] = record
        elif isinstance(record, Concordance):
            rows[record.id] = record
        elif citing.kind != "question":
            duties[citing.kind, record.id] = (citing.kind, record)
    naming = {
        reference.record.id: reference.record
        for conduct in (*punished.values(), *forbidden.values())
        for reference in context.library.referring("conduct", conduct.id)
        if isinstance(reference.record, Guide)
    }
    return Related(
        tuple(punished.values()),
        tuple(forbidden.values()),
        tuple(duties.values()),
        tuple(naming.values()),
        context.bank.citing(regulation, key),
        tuple(rows.values()),
        tuple(
            named
            for one in cited_in_texts(context.library).get((regulation, key), ())
            if (named := _named(context.library, regulation, one))
        ),
    )


def _named(library: Library, regulation: str, basis: BasisValue) -> tuple[str, str] | None:
    """What an article that cites is called beside an article of ``regulation``, and where it is read; None where it has no page."""
    page = texts_of(library, library.regulation(basis.regulation)).get(basis.key)
    if page is None:
        return None
    name = format_key(basis.key) if basis.regulation == regulation else library.cite(basis)
    return name, f"{page}/#a{basis.key}"
