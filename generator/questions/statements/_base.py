"""A statement in its two forms, and the item that shows one of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from generator.library import Library
from generator.questions.item import Claim, Item, Skip
from generator.questions.writing.making import Subject, finish, judge_options, truth
from generator.registry import Slot


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact to be judged.

    Attributes:
        subject: what it is about; to its claim is added what the shown form says.
        true, false: the stem as the fact is, and altered in one place.
        says: the claim's further entries for either form, true first.
        why: what the law has, without a full stop.
        altered: what was altered, and where the altered value is right, without a full stop.
        closeness: how near the altered value lies.
        closeness_if_true: the same where nothing is altered.
    """

    subject: Subject
    true: str
    false: str
    says: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
    why: str
    altered: str
    closeness: float = 0.5
    closeness_if_true: float = 0.4


@dataclass(frozen=True, slots=True)
class Statements:
    """A kind of fact to be judged.

    Attributes:
        id: stable slug.
        make: id of the rule and library → a Statement or a Skip for each fact, in library order.
    """

    id: str
    make: Callable[[str, Library], Iterator[Statement | Skip]] = field(compare=False)


#: Where kinds of statements are added.
STATEMENTS = Slot("pufa.statements", "generator.questions.statements", "STATEMENTS", Statements)


def judged(library: Library, statement: Statement) -> Item:
    """The item: half of all subjects, drawn by their keys, show the fact as it is."""
    true = truth(statement.subject.key)
    claim = statement.subject.claim or Claim("")
    about = dict(claim.about) | dict(statement.says[0 if true else 1])
    subject = replace(statement.subject, claim=Claim(claim.ask, tuple(about.items())))
    why = f"{statement.why}。" if true else f"{statement.why}；{statement.altered}。"
    stem = statement.true if true else statement.false
    close = statement.closeness_if_true if true else statement.closeness
    return finish(library, subject, "judge", stem, judge_options(true, why), why, close)
