"""Coverage (谁执法谁普法): which regulations a unit enforces, and what it has set and done to teach them.

Since 2025-11-01 teaching the law to those one enforces it on is a statutory duty (法治宣传教育法 第18条), so a regulation that
a unit enforces and nobody teaches is a gap to be seen.
"""

from collections.abc import Collection
from dataclasses import dataclass

from generator.kinds.education_duty import Activity, EducationDuty
from generator.kinds.guide import Guide
from generator.kinds.regulation import Regulation
from generator.kinds.unit import Unit
from generator.library.model import Library, PenaltyOf
from generator.library.plan import plan


@dataclass(frozen=True, slots=True)
class Coverage:
    """One unit and one regulation that it enforces.

    Attributes:
        unit, regulation: the records.
        penalties: penalties of that regulation that the unit imposes.
        duties: education duties of the unit for that regulation.
        activities: activities of those duties.
        held: how many activities were held this year, by the list and by the log.
        overdue: how many lines of the year's plan are past due.
        materials: how many materials those duties name.
        guides: guides that treat conduct the unit enforces under that regulation.
        items: number of questions on those articles.
    """

    unit: Unit
    regulation: Regulation
    penalties: tuple[PenaltyOf, ...]
    duties: tuple[EducationDuty, ...]
    activities: tuple[Activity, ...]
    held: int
    overdue: int
    materials: int
    guides: tuple[Guide, ...]
    items: int

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, in words; empty where nothing is."""
        named = (
            ("普法责任", self.duties),
            ("活动", self.activities),
            ("指南", self.guides),
            ("题目", self.items),
            ("逾期", not self.overdue),
        )
        return tuple(name for name, there in named if not there)


def enforced_by(library: Library, unit: Unit) -> dict[str, tuple[PenaltyOf, ...]]:
    """Regulation id → penalties that ``unit`` imposes, by the names under which statutes speak of it."""
    names = set(unit.acts_as)
    found: dict[str, list[PenaltyOf]] = {}
    for entry in library.penalties:
        if names & set(entry.penalty.authority):
            found.setdefault(entry.penalty.basis.regulation, []).append(entry)
    return {regulation: tuple(entries) for regulation, entries in found.items()}


def coverage(library: Library, asked: Collection[tuple[str, str]] = ()) -> tuple[Coverage, ...]:
    """What each unit enforces and what it does to teach it, in order of unit and regulation.

    Args:
        library: linked and resolved.
        asked: (regulation, article key) once for each question of the bank that rests on it.
    """
    duties = library.of("education-duty", EducationDuty)
    guides = library.of("guide", Guide)
    lines = plan(library, library.as_of.year)
    rows = []
    for unit in library.units:
        for regulation, entries in enforced_by(library, unit).items():
            own = tuple(d for d in duties if d.unit == unit.id and regulation in d.regulations)
            activities = tuple(activity for duty in own for activity in duty.activities)
            conducts = {entry.conduct.id for entry in entries}
            keys = {(regulation, entry.penalty.basis.key) for entry in entries}
            rows.append(
                Coverage(
                    unit,
                    library.regulation(regulation),
                    entries,
                    own,
                    activities,
                    sum(len(line.days) for line in lines if line.duty in own),
                    sum(line.state == "overdue" for line in lines if line.duty in own),
                    sum(len(duty.materials) for duty in own),
                    tuple(guide for guide in guides if conducts & set(guide.conducts)),
                    sum(pair in keys for pair in asked),
                )
            )
    return tuple(rows)


def untaught(library: Library) -> tuple[Regulation, ...]:
    """Regulations in force that records rest penalties or responsibilities on and no education duty names."""
    taught = {id for duty in library.of("education-duty", EducationDuty) for id in duty.regulations}
    resting = {c.basis.regulation for c in library.citations() if c.kind in ("conduct", "responsibility")}
    return tuple(
        regulation
        for regulation in library.regulations
        if regulation.id in resting - taught and library.status(regulation.id).state == "in_force"
    )
