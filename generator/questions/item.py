"""Items and rules: what a question is, and what makes one.

An item's key comes from a fact of the library, and its distractors from other facts that are false for this stem.  Ids
come from facts and the draw from ids, so the same content gives the same bank and one new record disturbs few items.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from typing import TypeVar

from generator.kinds import BasisValue
from generator.kinds.question import Grade, Thought
from generator.library import Library
from generator.problems import Place
from generator.registry import Slot

T = TypeVar("T")

#: Stands in a stem where something is to be filled in.
BLANK = "＿＿＿＿"


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its text, whether it is right, and why it is or is not."""

    text: str
    correct: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """What is right in one place of a stem that is to be filled in.

    Attributes:
        accepted: ways to write it, the first as the key shows it; ``answers.fills`` also takes other writings of the same
            number, sum or period.
        why: why, with the article, where the explanation of the item does not say it of each blank.
    """

    accepted: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a model answer, the marks it earns, and the articles it rests on."""

    text: str
    marks: float
    basis: tuple[BasisValue, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A question on the facts of a case, with the points of its model answer."""

    ask: str
    points: tuple[Point, ...]

    @property
    def marks(self) -> float:
        """Marks of all its points."""
        return sum(point.marks for point in self.points)


@dataclass(frozen=True, slots=True)
class Response:
    """What an item asks for besides choosing among options; empty for single, multiple and judge.

    Attributes:
        prompts: match: the left-hand column; the options are the right-hand one, in which some may fit no prompt.
        sequence: match: for each prompt, the index of its option; order: the indices of the options in the right order.
        blanks: blank and calc: one for each ``BLANK`` in the stem, in order.
        steps: case: the questions; the stem holds the facts.
    """

    prompts: tuple[str, ...] = ()
    sequence: tuple[int, ...] = ()
    blanks: tuple[Blank, ...] = ()
    steps: tuple[CaseQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What an item asks, as data, so that a second evaluator can decide its options without its rule.

    Attributes:
        ask: what kind of fact is asked for: ``fine``, ``authority``, ``basis``, ``unit``, ``status`` …
        about: names and values that pin the case down (``("conduct", id)``, ``("condition", "情节严重")`` …), in fixed order.
    """

    ask: str
    about: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """The value of ``name``, or None where the claim does not say."""
        return next((value for key, value in self.about if key == name), None)


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its key and its reasons.

    Attributes:
        id: ``<rule>/<fact ids>``; made from content alone.
        rule: id of the rule that made it; ``authored`` for questions written by hand.
        type: id of its type; ``questions.types`` knows what that means.
        stem: the question; for judge, the statement to judge.
        options: in the order shown; for judge, 正确 and 错误; none for blank, calc and case.
        response: what is asked for besides choosing.
        explanation: why the key is right, with the article; says what was altered where something was.
        basis: articles the key rests on.
        facts: ids of the facts used; items that share one never meet in a paper.
        topics, audience, level: for quotas; audience empty means everyone.
        thought: what it asks of a candidate; its type says, or else its rule, or whoever wrote it.
        difficulty: 0 (easy) to 1, an estimate until results come in.
        closeness: how near what is wrong lies to what is right, 0 to 1, as the rule that drew it knows: 1 where all is of the
            same article or kind of figure.  Not part of the bank's JSON.
        conduct: id of the conduct it is about, if any.
        valid_from, valid_until: first day for which the key holds, and first day it no longer does.
        sample: rests on an invented record.
        at: where the fact is written.
        claim: what is asked, as data for the second evaluator; none for authored items.  Not part of the bank's JSON.
        cluster: the decisive fact with the rule; items of one cluster never meet in a paper.
        asks, tells: facts that it asks, and that its stem says; one that tells what another asks never meets it in a paper.
    """

    id: str
    rule: str
    type: str
    stem: str
    options: tuple[Option, ...]
    explanation: str
    basis: tuple[BasisValue, ...]
    facts: tuple[str, ...]
    topics: tuple[str, ...]
    at: Place
    audience: tuple[str, ...] = ()
    level: Grade = "入门"
    thought: Thought = "记忆"
    difficulty: float = 0.5
    closeness: float = 0.5
    conduct: str | None = None
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    sample: bool = False
    claim: Claim | None = None
    response: Response = Response()
    cluster: str = ""
    asks: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """An item that a rule did not make: where the fact stands, and why."""

    at: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of making items.

    Attributes:
        id: stable slug, first part of its items' ids.
        title: 谁执法 …, as people read it.
        generate: library → items and skips, in library order; pure.
        thought: what its items ask of a candidate, where their type does not say.
        steps: of law that lead to the answer: one where a fact is known or not, more where one is weighed by another.
        written: people wrote question and key, and only people can judge them; the items of other rules make a claim, and
            each is decided again.
    """

    id: str
    title: str
    generate: Callable[[Library], Iterator[Item | Skip]] = field(compare=False)
    thought: Thought = "记忆"
    steps: int = 1
    written: bool = False


#: Where rules are added.
RULES = Slot("pufa.rules", "generator.questions.rules", "RULE", Rule)


def letter(index: int) -> str:
    """A for 0, B for 1 …"""
    return chr(ord("A") + index)


def rank(seed: str, text: str) -> int:
    """A number that depends on ``seed`` and ``text`` alone, the same on every machine."""
    return int.from_bytes(hashlib.sha256(f"{seed}\0{text}".encode()).digest()[:8], "big")


def draw(candidates: Sequence[T], count: int, seed: str, key: Callable[[T], str] = str) -> tuple[T, ...]:
    """Draw ``count`` of ``candidates`` without a random source.

    Each candidate is ranked by the hash of seed and key, so adding one candidate changes at most one that is drawn.
    Fewer come back where there are fewer.
    """
    return tuple(sorted(candidates, key=lambda c: (rank(seed, key(c)), key(c)))[:count])


def likelier(seed: str, text: str, weight: float) -> float:
    """A sort key that draws without a random source as ``rank`` does, ``weight`` times as often before others of weight 1."""
    return -log((rank(seed, text) + 1) / 2**64) / weight


def choose(phrasings: Sequence[T], seed: str) -> T:
    """Pick one of several phrasings by hash of ``seed``."""
    return phrasings[rank(seed, "phrasing") % len(phrasings)]
