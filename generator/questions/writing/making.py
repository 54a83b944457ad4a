"""Putting an item together: where the key stands, how near the wrong answers lie, from when it holds."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.legal.days import day_written
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.problems import Place
from generator.questions.item import Claim, Item, Option, Response, rank
from generator.questions.placing import judge_options, place_key

__all__ = [
    "Span", "Subject", "around", "finish", "judge_options", "of_penalty", "place_key", "span_in_force", "truth", "validity",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """First day for which a key holds, and first day it no longer does (None: not known to end)."""

    valid_from: datetime.date
    valid_until: datetime.date | None


def validity(library: Library, bases: Sequence[BasisValue]) -> Span | None:
    """The span in which all ``bases`` are in force as they now stand; None where one is not in force."""
    found = [library.standing(basis) for basis in bases]
    if not found or any(status.state != "in_force" for status in found):
        return None
    ends = [status.version.repealed_on for status in found if status.version.repealed_on]
    return Span(max(status.version.effective for status in found), min(ends, default=None))


def span_in_force(library: Library, bases: Sequence[BasisValue]) -> Span:
    """As ``validity``.  Raises ValueError where a basis is not in force, which the caller has ruled out."""
    span = validity(library, bases)
    if span is None:
        raise ValueError("依据不在施行")
    return span


def around(lower: int, higher: int, wrong: int, seed: str) -> int | None:
    """How many distractors to take from below, so that in ascending order the key's place is drawn by ``seed``.

    Args:
        lower, higher: how many candidates lie on each side.
        wrong: how many are needed.

    Returns:
        A count from 0 to ``wrong``, the drawn one or the nearest that the candidates allow; None where they are too few.
    """
    if lower + higher < wrong:
        return None
    drawn = rank(seed, "position") % (wrong + 1)
    return max(min(drawn, lower), wrong - higher)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about, whatever it asks.

    Attributes:
        rule: id of the rule that asks.
        id: id of the item, without its rule.
        basis, facts, topics, at, conduct, sample, claim, audience: as in ``Item``.
    """

    rule: str
    id: str
    basis: tuple[BasisValue, ...]
    facts: tuple[str, ...]
    topics: tuple[str, ...]
    at: Place
    conduct: str | None = None
    sample: bool = False
    claim: Claim | None = None
    audience: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The whole id, seed of everything drawn for the item."""
        return f"{self.rule}/{self.id}"

    def named(self, id: str, claim: Claim | None = None) -> "Subject":
        """The same subject for an item of another id, where a fact is asked in several ways; with another claim where given."""
        return replace(self, id=id, claim=claim or self.claim)


def of_penalty(rule: str, entry: PenaltyOf, part: str | int, claim: Claim) -> Subject:
    """The subject of an item about ``part`` of a penalty: the index of a tier, or ``authority``, ``basis`` …"""
    where = ("penalties", entry.index, "tiers", part) if isinstance(part, int) else ("penalties", entry.index)
    conduct: Conduct = entry.conduct
    return Subject(
        rule=rule,
        id=f"{entry.id}/{part}" if isinstance(part, int) else entry.id,
        basis=(entry.penalty.basis,),
        facts=(f"penalty/{entry.id}/{part}", *_ladder(entry, part)),
        topics=conduct.topics,
        at=conduct.place(*where),
        conduct=conduct.id,
        sample=conduct.sample or entry.penalty.sample,
        claim=claim,
    )


def _ladder(entry: PenaltyOf, part: str | int) -> tuple[str, ...]:
    """The tiers of a penalty as one fact: where one item says what a tier is worth, another on its neighbour is half told."""
    return (f"penalty/{entry.id}/ladder",) if isinstance(part, int) else ()


def finish(
    library: Library,
    subject: Subject,
    type: str,
    stem: str,
    options: Sequence[Option],
    explanation: str,
    closeness: float,
    response: Response | None = None,
) -> Item:
    """Make the item, valid while its basis is in force; the bank tells how hard it is.

    Args:
        closeness: how near what is wrong lies to what is right, as in ``Item``.

    Raises:
        ValueError: a basis is not in force at the library's date, which the rule should have ruled out.
    """
    span = span_in_force(library, subject.basis)
    return Item(
        id=subject.key,
        rule=subject.rule,
        type=type,
        stem=stem,
        options=tuple(options),
        explanation=explanation + _text_of(library, subject),
        basis=subject.basis,
        facts=subject.facts,
        topics=subject.topics,
        at=subject.at,
        closeness=closeness,
        conduct=subject.conduct,
        valid_from=span.valid_from,
        valid_until=span.valid_until,
        sample=subject.sample,
        claim=subject.claim,
        response=response or Response(),
        audience=subject.audience,
    )


def _text_of(library: Library, subject: Subject) -> str:
    """Of which day the text is that the conduct's penalty was read in, where it is not today's."""
    conduct = library.get("conduct", subject.conduct or "")
    day = conduct.as_of if isinstance(conduct, Conduct) else None
    return f"所据文本截至{day_written(day)}，此后有无修改待核。" if day else ""


def truth(seed: str) -> bool:
    """Whether a 判断 item states the fact as it is; half of all ids say so."""
    return rank(seed, "truth") % 2 == 0
