"""Every citation leads to a regulation, article, 款 and 项 that exist, and that were in force on the record's day."""

import datetime
from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import day_of
from generator.auditing.official import Edition, Official
from generator.kinds import kind_named
from generator.kinds._kind import Audit
from generator.library import Citing, Library
from generator.problems import Problem


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E601, E602 and E603 for each citation."""
    for citing in library.citations():
        regulation = library.regulation(citing.basis.regulation)
        edition = official.cited(regulation, citing.basis, day_of(library, citing.record))
        if edition is None:
            message = f"官方文本中没有《{library.name_of(citing.basis)}》，无法核对 {citing.basis.locus}"
            yield Problem(citing.at, "E601", message, "把它的文本加进官方文本目录，或改引其中已有的规定。")
            continue
        yield from _place(citing, edition)
        yield from _force(library, citing, edition)


def _place(citing: Citing, edition: Edition) -> Iterator[Problem]:
    basis = citing.basis
    article = edition.articles.get((basis.article, basis.suffix))
    if article is None:
        message = f"《{edition.title}》没有{basis.whole.locus}（末条为第{edition.last}条）"
        yield Problem(citing.at, "E602", message, "核对条号。")
    elif article.part(basis.paragraph, basis.item) is None:
        count = len(article.paragraphs)
        message = f"《{edition.title}》{basis.whole.locus}没有所引的款、项：{basis.locus}"
        items = "、".join(str(len(paragraph.items)) for paragraph in article.paragraphs)
        yield Problem(citing.at, "E602", message, f"该条共 {count} 款，各款的项数依次为 {items}。")


def _force(library: Library, citing: Citing, edition: Edition) -> Iterator[Problem]:
    audited = kind_named(citing.kind).audited
    then, now = (audited.then, audited.now) if isinstance(audited, Audit) else ((), ())
    if citing.role in then:
        return
    day = library.as_of if citing.role in now else day_of(library, citing.record)
    faults = [fault for fault in (_not_on(library, citing, edition, day),) if fault]
    # A record that awaits alignment may name the law of its own day beside the law of now.
    if faults and citing.record.awaits_alignment and not _not_on(library, citing, edition, library.as_of):
        return
    for fault in faults:
        yield Problem(citing.at, "E603", fault, "改引当日有效的规定；记录说的若是从前的事，写明 as_of。")


def _not_on(library: Library, citing: Citing, edition: Edition, day: datetime.date) -> str:
    """Why the cited regulation is not in force on a day; empty where it is."""
    status = library.standing(citing.basis, day)
    cited = f"“{library.cite(citing.basis)}”"
    if status.state != "in_force":
        return f"{cited}在 {day} {status.label}"
    if edition.effective and edition.effective > day:
        return f"{cited}按官方文本自 {edition.effective} 起施行，{day} 尚未施行"
    if edition.effective_to and edition.effective_to <= day:
        return f"{cited}按官方文本已于 {edition.effective_to} 废止，{day} 不再有效"
    return ""


CHECK = Check("basis", "引用的法规、条、款、项存在且当日有效", ("E601", "E602", "E603"), run)
