"""What hangs on an article: conduct, duties, guides, items, old and new law.  The other way of every citation."""

from dataclasses import dataclass

from generator.kinds import Record
from generator.kinds.concordance import Concordance
from generator.kinds.conduct import Conduct
from generator.kinds.guide import Guide
from generator.questions.item import Item
from generator.site.context import Context


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
    """

    punished: tuple[Conduct, ...]
    forbidden: tuple[Conduct, ...]
    duties: tuple[tuple[str, Record], ...]
    guides: tuple[Guide, ...]
    items: tuple[Item, ...]
    rows: tuple[Concordance, ...]

    @property
    def conducts(self) -> tuple[Conduct, ...]:
        """Conduct of either sort."""
        return tuple({conduct.id: conduct for conduct in (*self.punished, *self.forbidden)}.values())

    @property
    def empty(self) -> bool:
        """Whether nothing hangs here."""
        return not (self.punished or self.forbidden or self.duties or self.items or self.rows)


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
    )
