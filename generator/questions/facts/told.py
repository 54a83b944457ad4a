"""A situation told: who, what was found, what they say, and what does not matter; and the penalty that its facts lead to."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.kinds.situation import Finding, Situation
from generator.legal.days import day_written
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.problems import Place
from generator.questions.chained import Evidence
from generator.questions.facts.amounts import FineOf, fines
from generator.questions.facts.targets import of_staff
from generator.questions.item import Skip, choose, rank

_WINDOW = 19  # days from which the day of the finding is drawn
_FIRST = datetime.date(2026, 9, 7)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding of a situation with the fine that it leads to.

    Attributes:
        situation, finding, number: the records, and the number of the finding from 0.
        conduct: what it is.
        case: the tier that sets the fine.
    """

    situation: Situation
    finding: Finding
    number: int
    conduct: Conduct
    case: FineOf

    @property
    def entry(self) -> PenaltyOf:
        """The penalty."""
        return self.case.entry

    @property
    def penalty(self) -> Penalty:
        """The penalty's record."""
        return self.case.entry.penalty

    @property
    def id(self) -> str:
        """``<situation>/<number from 1>``."""
        return f"{self.situation.id}/{self.number + 1}"

    @property
    def at(self) -> Place:
        """Where the finding stands."""
        return self.situation.place("findings", self.number)

    def day(self, seed: str) -> datetime.date:
        """The day of the finding, a working day of September 2026."""
        found = _FIRST + datetime.timedelta(days=rank(seed, "day") % _WINDOW)
        return found - datetime.timedelta(days=max(0, found.weekday() - 4))

    def who(self, seed: str) -> str:
        """Whom it is about."""
        return choose(self.situation.who, f"{seed}/who")

    def party(self, seed: str) -> str:
        """Whom a letter names."""
        return self.finding.party or self.who(seed)

    def text(self, seed: str, asides: bool = True) -> str:
        """The whole story, a paragraph; without ``asides`` only what matters."""
        finding, day = self.finding, self.day(seed)
        says = choose(finding.says, f"{seed}/says") if finding.says else ""
        parts = [self.situation.scene, finding.found, says]
        if asides:
            parts.insert(1 + rank(seed, "aside") % 2, choose(self.situation.asides, f"{seed}/aside"))
        return _filled("".join(parts), self.who(seed), day)

    def sheet(self, seed: str) -> tuple[Evidence, ...]:
        """What is shown besides."""
        sheet = self.situation.sheet
        if sheet is None:
            return ()
        who, day = self.who(seed), self.day(seed)
        lines = tuple(_filled(line, who, day) for line in sheet.lines)
        return (Evidence(_filled(sheet.title, who, day), lines, sheet.head, self.finding.rows),)


def _filled(text: str, who: str, day: datetime.date) -> str:
    return text.replace("{who}", who).replace("{day}", day_written(day))


def told(library: Library) -> tuple[Told, ...]:
    """Every finding that leads to exactly one fine, in library order."""
    return tuple(one for one in findings(library) if isinstance(one, Told))


@once
def findings(library: Library) -> tuple[Told | Skip, ...]:
    """Every finding with its fine, or why it has none."""
    return tuple(_findings(library))


def _findings(library: Library) -> Iterator[Told | Skip]:
    by_conduct: dict[str, list[FineOf]] = {}
    for case in fines(library):
        by_conduct.setdefault(case.entry.conduct.id, []).append(case)
    for situation in library.of("situation", Situation):
        for number, finding in enumerate(situation.findings):
            fitting = [
                case
                for case in by_conduct.get(finding.conduct, ())
                if case.tier.condition == finding.tier and case.tier.category == finding.category
                and not of_staff(case.entry.penalty.target)
                and finding.target in {None, case.entry.penalty.target}
            ]  # fmt: skip
            if len(fitting) == 1:
                yield Told(situation, finding, number, fitting[0].entry.conduct, fitting[0])
            else:
                yield Skip(situation.place("findings", number), f"这种情形有 {len(fitting)} 种罚款，要正好一种")
