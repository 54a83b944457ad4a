"""What a record rests on is in force."""

from collections.abc import Iterator, Sequence

from generator.kinds import kinds
from generator.kinds._kind import Audit
from generator.library.checks._base import LibraryCheck
from generator.library.links import Citing, Loose
from generator.library.model import Library
from generator.problems import Problem, Severity

_MANY = 20


def run(library: Library, loose: Loose) -> Iterator[Problem]:
    """W311, W312: a record rests on law that is not in force at the library's date.

    Not of fields that tell what the law was, nor of records that say they await alignment.  Where very many rest on a law that
    is not in force yet, the day is before that for which the content was written, and one sentence tells of all.
    """
    early: dict[str, list[tuple[Citing, str]]] = {}
    then = {(kind.name, field) for kind in kinds() if isinstance(kind.audited, Audit) for field in kind.audited.then}
    for citing in (*library.citations(), *loose.citations):
        if (citing.kind, citing.role) in then or citing.record.awaits_alignment:
            continue
        if library.get("regulation", citing.basis.regulation) is None:
            continue
        status = library.standing(citing.basis)
        if status.state == "in_force":
            continue
        cited = library.cite(citing.basis)
        if status.state == "not_yet":
            told = f"尚未施行（{status.version.effective} 起施行）"
            early.setdefault(citing.basis.regulation, []).append((citing, told))
        else:
            message = f"依据“{cited}”已于 {status.version.repealed_on} 废止"
            yield Problem(citing.at, "W311", message, _successor(library, citing), Severity.WARNING)
    for found in early.values():
        yield from _early(library, found)


def _early(library: Library, found: Sequence[tuple[Citing, str]]) -> Iterator[Problem]:
    """Of what rests on one law that is not in force yet."""
    many = len(found) > _MANY
    for citing, told in found[:1] if many else found:
        message = f"依据“{library.cite(citing.basis)}”{f'等 {len(found)} 处' if many else ''}{told}"
        yield Problem(citing.at, "W312", message, "确认日期，或用 --as-of 指定日期。", Severity.WARNING)


def _successor(library: Library, citing: Citing) -> str:
    successors = [b for b in library.successors(citing.basis) if library.get("regulation", b.regulation)]
    if successors:
        return f"现在的条文：{'、'.join(library.cite(basis) for basis in successors)}。"
    by = library.get("regulation", library.standing(citing.basis).repealed_by or "")
    return f"已由《{by.label}》取代，新旧对照表里还没有这一条。" if by else "改引现行规定。"


CHECK = LibraryCheck("force", "依据有效", ("W311", "W312"), run)
