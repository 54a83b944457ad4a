"""Checks on a linked library: each is one pass that yields Problems, and all are run."""

import datetime
import difflib
from collections.abc import Iterator

from generator.kinds import kinds
from generator.kinds.article import Article
from generator.kinds.concordance import Concordance
from generator.kinds.regulation import Regulation
from generator.library.links import Citing, Loose, citations, references
from generator.library.model import Library
from generator.problems import Problem, Severity

#: Fields that cite repealed law on purpose: what the law was.
OF_THE_PAST = {("concordance", "old"), ("concordance", "also"), ("concordance", "unlike"), ("benchmark", "basis_then")}


def missing_references(library: Library, loose: Loose) -> Iterator[Problem]:
    """E301: a field names a record that does not exist; not of one whose own fault is told."""
    titles = {kind.name: kind.title for kind in kinds()}
    sound = (
        reference for records in library.records.values() for record in records for reference in references(record)
    )
    for reference in (*sound, *loose.references):
        named = (reference.kind, reference.id)
        if library.get(*named) is None and named not in loose.broken:
            yield Problem(
                reference.at,
                "E301",
                f"没有编号为“{reference.id}”的{titles[reference.kind]}",
                _like(reference.id, [r.id for r in library.all(reference.kind)]),
            )


def articles_beyond_the_end(library: Library, loose: Loose) -> Iterator[Problem]:
    """E303, E305: an article that its regulation is too short for."""
    for citing in (*library.citations(), *loose.citations):
        last = _length(library, citing.basis.regulation, citing.basis.version)
        if last and citing.basis.article > last:
            name = library.regulation(citing.basis.regulation).name
            yield Problem(citing.at, "E303", f"{name}只有 {last} 条，引了第{citing.basis.article}条", "核对条号。")
    for article in library.of("article", Article):
        last = _length(library, article.regulation)
        if last and article.number > last:
            name = library.regulation(article.regulation).name
            at = article.place("number")
            yield Problem(at, "E305", f"{name}只有 {last} 条，写了第{article.number}条", "核对条号。")


def out_of_force(library: Library, loose: Loose) -> Iterator[Problem]:
    """W311, W312: a record rests on law that is not in force at the library's date.

    Not of fields that tell what the law was, nor of records that say they await alignment.
    """
    for citing in (*library.citations(), *loose.citations):
        if (citing.kind, citing.role) in OF_THE_PAST or citing.record.awaits_alignment:
            continue
        if library.get("regulation", citing.basis.regulation) is None:
            continue
        status = library.standing(citing.basis)
        if status.state == "in_force":
            continue
        cited = library.cite(citing.basis)
        if status.state == "not_yet":
            message = f"依据“{cited}”尚未施行（{status.version.effective} 起施行）"
            yield Problem(citing.at, "W312", message, "确认日期，或用 --as-of 指定日期。", Severity.WARNING)
        else:
            message = f"依据“{cited}”已于 {status.version.repealed_on} 废止"
            yield Problem(citing.at, "W311", message, _successor(library, citing), Severity.WARNING)


def unsourced(library: Library, _: Loose) -> Iterator[Problem]:
    """E208: a sound record that does not say where its fact comes from."""
    for kind in kinds():
        if not kind.sourced:
            continue
        for record in library.all(kind.name):
            if not (record.source or record.sample or next(citations(kind.name, record), None)):
                message = f"{kind.title}“{record.label[:30]}”没有写来源"
                yield Problem(record.at, "E208", message, "写 source，或写依据的条文；为教学虚构的写 sample: true。")


def told_twice(library: Library, _: Loose) -> Iterator[Problem]:
    """E306: one act told under two old laws of which neither row names the other, or one title for two parts of a law."""
    acts: dict[str, Concordance] = {}
    titles: dict[tuple[str, str], Concordance] = {}
    for row in library.of("concordance", Concordance):
        if row.old is None:
            continue
        for act in {row.act, *(amount.act for amount in row.amounts)} - {None}:
            first = acts.setdefault(act or "", row)
            if first.old and first.old.whole != row.old.whole and not (_names(first, row) or _names(row, first)):
                message = f"行为“{act}”也写在{library.cite(first.old)}（{first.at}）"
                hint = "写出两部旧法各自管的是什么，或者在 also 里写明两处都罚。"
                yield Problem(row.place("act"), "E306", message, hint)
        first = titles.setdefault((row.old.regulation, row.title or ""), row)
        if first is not row:
            message = f"标题“{row.title}”与同一部法律的另一行相同（{first.at}）"
            yield Problem(row.place("title"), "E306", message, "写出这一款、这一项自己说的事。")


def _names(row: Concordance, other: Concordance) -> bool:
    """Whether the row says that the other's old article stood beside its own."""
    return any(other.old and beside.basis.whole == other.old.whole for beside in row.also)


def _successor(library: Library, citing: Citing) -> str:
    successors = [b for b in library.successors(citing.basis) if library.get("regulation", b.regulation)]
    if successors:
        return f"现在的条文：{'、'.join(library.cite(basis) for basis in successors)}。"
    by = library.get("regulation", library.standing(citing.basis).repealed_by or "")
    return f"已由《{by.label}》取代，新旧对照表里还没有这一条。" if by else "改引现行规定。"


def _length(library: Library, id: str, only: datetime.date | None = None) -> int:
    """Number of articles of the longest version, or of the one that took effect on ``only``; 0 where it is not known."""
    regulation = library.get("regulation", id)
    versions = regulation.versions if isinstance(regulation, Regulation) else ()
    return max((v.articles or 0 for v in versions if only is None or v.effective == only), default=0)


def _like(name: str, names: list[str]) -> str:
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return f"是不是 {close[0]}？" if close else "先登记这条记录，或改正编号。"


#: All checks, each (library, links of records left out) → problems.
CHECKS = (missing_references, articles_beyond_the_end, out_of_force, unsourced, told_twice)
