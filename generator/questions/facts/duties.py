"""Who holds what: names of units, and the units with a duty or a power in a topic.

Rules that ask about duties draw wrong answers from here: a body is surely not meant where it holds nothing in the topic, and
its name cannot mean a body that does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.kinds.responsibility import Responsibility
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.powers import apart, vague

#: Bodies whose tasks are set locally, so that no statute says what they do not do.
_LOCAL = re.compile(r"镇|街道|人民政府|管委会|城市管理|分局|村")


@dataclass(frozen=True)
class Holding:
    """What each unit holds.

    Attributes:
        topics: topic → names of the units with a duty in it, and of the authorities that punish in it.
        listed: topic → ids of the units with a duty in it.
    """

    topics: dict[str, set[str]]
    listed: dict[str, set[str]]


def unit(library: Library, id: str) -> Unit:
    """The unit with ``id``, which the library has checked to exist."""
    found = library.get("unit", id)
    assert isinstance(found, Unit)
    return found


def statute_name(body: Unit) -> str | None:
    """The name under which statutes speak of the unit, where it has one that means it alone."""
    return next((name for name in body.acts_as if not vague(name)), None)


def name(body: Unit) -> str:
    """The name under which statutes speak of the unit, else its own."""
    return statute_name(body) or body.name


def called(library: Library, body: Unit, bases: Sequence[BasisValue]) -> str:
    """What the articles call the unit, as far as the library tells.

    A unit may bear several names, each for a task of its own (食品安全监督管理部门, 市场监督管理部门): then the one by which the
    articles give it power, else the one that their regulation uses; where neither tells, the unit's own.
    """
    known = [known for known in body.acts_as if not vague(known)]
    if all(one in known[0] or known[0] in one for one in known):
        return name(body)
    under = {found for basis in bases for found in library.authorities_under(basis)}
    used = {found for basis in bases for found in _used(library).get(basis.regulation, ())}
    return next((one for told in (under, used) for one in known if one in told), body.name)


@once
def _used(library: Library) -> dict[str, set[str]]:
    """Names of authorities that each regulation gives power to."""
    found: dict[str, set[str]] = {}
    for entry in library.penalties:
        found.setdefault(entry.penalty.basis.regulation, set()).update(entry.penalty.authority)
    return found


def names(body: Unit) -> tuple[str, ...]:
    """Every name that means the unit; its own is left out where it takes in others and a statute has a better one."""
    own = () if vague(body.name) and statute_name(body) else (body.name,)
    return (*own, *(known for known in body.acts_as if not vague(known)))


def local(body: Unit) -> bool:
    """Whether what the body does is set locally: towns, sub-districts, urban management."""
    return bool(_LOCAL.search(body.name)) and statute_name(body) is None


def invented(library: Library, body: Unit, bases: Sequence[BasisValue]) -> bool:
    """Whether an item on the articles that names the unit rests on the sample list: it is there alone that it has this name."""
    return body.sample and called(library, body, bases) == body.name


def distinct(one: Unit, other: Unit) -> bool:
    """Whether the two are surely not one body under two names."""
    return apart(names(one), names(other))


def uninvolved(library: Library, topic: str, besides: tuple[str, ...]) -> tuple[Unit, ...]:
    """Units that surely have no duty and no power in the topic and cannot be one of ``besides``, in library order."""
    others = frozenset(holding(library).topics.get(topic, set()) | set(besides))
    return tuple(
        body for body in library.units if not local(body) and not vague(name(body)) and apart(names(body), others)
    )


@once
def holding(library: Library) -> Holding:
    """What each unit holds, grouped once."""
    held = Holding({}, {})
    for row in library.of("responsibility", Responsibility):
        held.topics.setdefault(row.topic, set()).update(names(unit(library, row.unit)))
        held.listed.setdefault(row.topic, set()).add(row.unit)
    for entry in library.penalties:
        for topic in entry.conduct.topics:
            held.topics.setdefault(topic, set()).update(n for n in entry.penalty.authority if not vague(n))
    return held
