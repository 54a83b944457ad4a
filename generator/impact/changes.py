"""Changes of law, as what rests on the law has to follow them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.alignment import Pair, aligned
from generator.legal.basis import format_key, split_key
from generator.legal.days import day_written
from generator.library import Library

What = Literal["repealed", "amended", "changed", "moved", "removed", "added"]


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A change.

    Attributes:
        regulation: its id.
        key: of the article, as it was before (``12-1``); empty for the whole regulation.
        what: what happened.
        now: keys of the articles that it is now.
        told: the change in a sentence.
    """

    regulation: str
    key: str
    what: What
    now: tuple[str, ...] = ()
    told: str = ""

    def meets(self, basis: BasisValue) -> bool:
        """Whether a citation rests on what changed; none rests on what is new."""
        return self.what != "added" and basis.regulation == self.regulation and (not self.key or basis.key == self.key)


def of_regulation(library: Library, regulation: Regulation) -> ArticleChange:
    """The whole of a regulation, as it stands on the library's day."""
    status = library.status(regulation.id)
    if status.state == "repealed":
        return ArticleChange(regulation.id, "", "repealed", told=f"《{regulation.name}》已经废止")
    return ArticleChange(regulation.id, "", "amended", told=f"《{regulation.name}》有变化")


def since(library: Library, day: datetime.date) -> Iterator[ArticleChange]:
    """Each regulation that was repealed, or got another text, from ``day`` up to the library's own."""
    return _changes(library, day, library.as_of)


def coming(library: Library) -> Iterator[ArticleChange]:
    """Each regulation of which the records say that it will be repealed, or get another text, after the library's day."""
    return _changes(library, library.as_of + datetime.timedelta(days=1), datetime.date.max)


def _changes(library: Library, first: datetime.date, last: datetime.date) -> Iterator[ArticleChange]:
    for regulation in library.regulations:
        for place, version in enumerate(regulation.versions):
            ended, began = version.repealed_on, version.effective
            follows = any(later.effective == ended for later in regulation.versions)
            if ended and first <= ended <= last and not follows:
                told = f"《{regulation.name}》自{day_written(ended)}起废止"
                yield ArticleChange(regulation.id, "", "repealed", told=told)
            if place and first <= began <= last:
                told = f"《{regulation.name}》自{day_written(began)}起施行新的文本"
                yield ArticleChange(regulation.id, "", "amended", told=told)


def between(regulation: Regulation, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[ArticleChange]:
    """Each article that is not the same in two texts of a regulation.

    Args:
        regulation: whose texts they are.
        old, new: key of an article → its text, in order.
    """
    for row in aligned(old, new):
        after = "、".join(format_key(key) for key in row.new)
        if row.change == "added":
            told = f"《{regulation.name}》新增{after}"
            yield ArticleChange(regulation.id, row.new[0], "added", row.new, told)
            continue
        for key in row.old:
            before = f"《{regulation.name}》{format_key(key)}"
            if row.change == "removed":
                yield ArticleChange(regulation.id, key, "removed", (), f"{before}删去")
            elif row.change in ("changed", "split", "merged"):
                yield ArticleChange(regulation.id, key, "changed", row.new, f"{before}{_became(row, key, after)}")
            elif row.new != (key,):
                yield ArticleChange(regulation.id, key, "moved", row.new, f"{before}现为{after}，内容没有变")


def in_short(changes: Sequence[ArticleChange]) -> Iterator[str]:
    """The changes in sentences; articles that only moved, one after another by as many numbers, in one."""
    for _, group in groupby(enumerate(changes), lambda placed: _step(*placed)):
        run = [change for _, change in group]
        first, last = run[0], run[-1]
        if first.what != "moved" or len(run) == 1:
            yield from (change.told for change in run)
            continue
        law = first.told.partition("》")[0]
        before = f"{format_key(first.key)}至{format_key(last.key)}"
        yield f"{law}》{before}现为{format_key(first.now[0])}至{format_key(last.now[0])}，内容没有变"


def _step(place: int, change: ArticleChange) -> tuple[object, ...]:
    """What the changes of one sentence share: regulation, place in the list less the number, and by how much it moved."""
    number, suffix = split_key(change.key) if change.key else (0, 0)
    now = [split_key(key) for key in change.now]
    if change.what != "moved" or suffix or len(now) != 1 or now[0][1]:
        return (place,)
    return (change.regulation, place - number, now[0][0] - number)


def _became(row: Pair, key: str, after: str) -> str:
    """What an article that is not the same any more became, in words; ``after`` names what it is now."""
    if row.change == "split":
        return f"拆为{after}"
    if others := "、".join(format_key(other) for other in row.old if other != key):
        return f"与{others}并为{after}"
    return f"改了，现为{after}" if row.new != (key,) else "改了"
