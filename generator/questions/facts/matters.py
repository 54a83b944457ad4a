"""Matters of the responsibility list in which one unit leads and others support, by one article."""

import re
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.kinds.responsibility import Responsibility
from generator.library import Library
from generator.questions.facts import duties
from generator.questions.facts.powers import keywords
from generator.questions.writing.making import validity

#: 在职责内监督管理水污染防治 → what is supervised.  What stands before it is a part of the unit, which is not asked.
_WITHIN = re.compile(r"^在职责内(?:监督管理|监管)([^，；]+)")
#: 配合市场监管部门检查锅炉 → the work, without who leads it.
_HELPING = re.compile(r"^(?:配合[^，]*?部门|与(?![^，]*等部门)[^，]*?部门(?:一起)?(?!按职责)|参与)(?P<work>.+)$")
_TOGETHER = re.compile(r"会同[^，；]*?(部门|机关)")


@dataclass(frozen=True)
class Matter:
    """One unit that supports another in a matter.

    Attributes:
        lead, support: the rows.
        basis: the article that names both, as the row of the supporting unit cites it.
        work: the matter in words that name neither: 统一监督管理辖区水污染防治, 检查在用非道路移动机械的排放.
        share: what the supporting unit does: 在职责内监督管理水污染防治; empty where it takes part in the same work.
    """

    lead: Responsibility
    support: Responsibility
    basis: BasisValue
    work: str
    share: str = ""


def matters(library: Library) -> list[Matter | Responsibility]:
    """For each row of a supporting unit, in library order, the matter, or the row itself where the list does not fix one.

    The list fixes it where one article has one row of a unit that leads in the same work: it supervises the whole of
    what the other supervises within its own field, or acts together with others (会同) or with the help of this one.
    """
    rows = library.of("responsibility", Responsibility)
    leading: dict[tuple[str, str], list[Responsibility]] = {}
    for row in rows:
        if row.role == "lead":
            for basis in row.basis:
                leading.setdefault((basis.regulation, basis.key), []).append(row)
    return [_matter(library, row, leading) or row for row in rows if row.role == "support"]


def _matter(
    library: Library, row: Responsibility, leading: dict[tuple[str, str], list[Responsibility]]
) -> Matter | None:
    if row.awaits_alignment or validity(library, row.basis) is None:
        return None
    for basis in row.basis:
        leads = [lead for lead in leading.get((basis.regulation, basis.key), ()) if lead.unit != row.unit]
        found = _within(row, leads, basis) if _WITHIN.search(row.duty) else _helping(row, leads, basis)
        if found and not _told(library, found):
            return found
    return None


def _within(row: Responsibility, leads: list[Responsibility], basis: BasisValue) -> Matter | None:
    """The supporting unit supervises in its field what the leading one supervises as a whole."""
    said = _WITHIN.search(row.duty)
    what = said[1] if said else ""
    clauses = [
        (lead, clause)
        for lead in leads
        for clause in re.split(r"[，；]", lead.duty.rstrip("。"))
        if what and what in clause and re.search(r"监督管理|统一监管", clause) and "职责内" not in clause
    ]
    if len(clauses) != 1:
        return None
    lead, clause = clauses[0]
    return Matter(lead, row, basis, clause, said[0] if said else "")


def _helping(row: Responsibility, leads: list[Responsibility], basis: BasisValue) -> Matter | None:
    """The supporting unit takes part in work for which the other calls it in, or in which it is said to help."""
    said = _HELPING.search(row.duty.rstrip("。"))
    same = [lead for lead in leads if any(cited == basis for cited in lead.basis)]
    if said is None or len(same) != 1:
        return None
    lead = same[0]
    if not (row.duty.startswith("配合") or _TOGETHER.search(lead.duty)) or re.search(r"职责", lead.duty):
        return None
    work = said["work"] if row.duty.startswith(("配合", "参与")) else _TOGETHER.sub("", lead.duty.rstrip("。"))
    return Matter(lead, row, basis, work)


def _told(library: Library, matter: Matter) -> bool:
    """Whether the words of the matter name one of the two units."""
    units = [duties.unit(library, row.unit) for row in (matter.lead, matter.support)]
    words = {word for unit in units for name in duties.names(unit) for word in keywords(name)}
    return any(word in matter.work for word in words)
