"""Multiple choice: which laws may a decision still rest on once a new law has taken the place of some?  (时间效力)

Source:  the versions of regulations.
Asks:    for each law that goes on beside the successor: of it and three others, which ceased, or else which go on.  One of two
         names alone (核安全法, 放射性污染防治法) asks nothing; told apart side by side, they are what an officer must check.
Wrong:   laws of the other kind, first such as share a topic with it.
Refused: laws whose successor the library does not know; of those that go on, laws of no topic that one of the repealed was about.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.kinds.regulation import Regulation, Version
from generator.library import Library
from generator.questions.item import Claim, Item, Option, Rule, Skip, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article

ID = "status"
_STEM = "办案人员核对一份处罚决定书引用的法律，所查的行为发生在{by}施行以后。下列法律中，{which}的有："
_WHICH = {True: "{by}施行时已经同时废止、引用就错", False: "{by}施行以后仍然有效、可以引用"}
#: Whether those that ceased are asked for, how many of the four ceased: two or three are right.
_SHAPES = ((True, 3), (True, 2), (False, 2), (False, 1))
_SHOWN = 4


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per law that goes on beside a successor, in library order."""
    gone = [(r, v) for r in library.regulations for v in r.versions[-1:] if _repealed_here(library, v)]
    by_successor = sorted(gone, key=lambda pair: str(pair[1].repealed_by))
    for by, repealed in groupby(by_successor, key=lambda pair: str(pair[1].repealed_by)):
        ceased = [regulation for regulation, _ in repealed]
        beside = _beside(library, library.regulation(by), ceased)
        for regulation in beside:
            yield _ask(library, library.regulation(by), regulation, ceased, beside)


def _repealed_here(library: Library, version: Version) -> bool:
    """Repealed before the library's date by a regulation whose repealing article is known."""
    by = version.repealed_by
    on = version.repealed_on
    found = library.provision(by or "", "repeals")
    return found is not None and on is not None and on <= library.as_of and validity(library, [found]) is not None


def _beside(library: Library, by: Regulation, ceased: Sequence[Regulation]) -> list[Regulation]:
    """Laws that stood before the successor came, on topics of those that it repealed, and stand still."""
    topics = {topic for regulation in ceased for topic in regulation.topics} - library.general_topics
    begun = min(version.effective for version in by.versions)
    found = []
    for regulation in library.regulations:
        first, last = regulation.versions[0], regulation.versions[-1]
        stands = regulation.rank == by.rank and first.effective < begun and last.repealed_on is None
        if stands and regulation.id != by.id and topics & set(regulation.topics):
            found.append(regulation)
    return found


def _ask(
    library: Library, by: Regulation, regulation: Regulation, ceased: Sequence[Regulation], beside: Sequence[Regulation]
) -> Item | Skip:
    key = f"{ID}/{regulation.id}"
    possible = [shape for shape in _SHAPES if shape[1] <= len(ceased) and _SHOWN - shape[1] <= len(beside)]
    if not possible:
        return Skip(regulation.at, "同时废止的、没有废止的法律不足四部，凑不成多选")
    of_gone, count = possible[rank(key, "asks") % len(possible)]
    gone = _nearest(key, regulation, ceased)[:count]
    others = _nearest(key, regulation, [one for one in beside if one.id != regulation.id])
    going_on = [regulation, *others][: _SHOWN - count]
    basis = library.provision(by.id, "repeals")
    assert basis is not None  # ``_repealed_here`` asks for it
    listed = f"{article(library, basis)}列出的同时废止的法律"
    options = [Option(f"《{one.name}》", of_gone, f"{listed}里有它。") for one in gone]
    options += [Option(f"《{one.name}》", not of_gone, f"{listed}里没有它。") for one in going_on]
    subject = Subject(
        rule=ID, id=regulation.id, basis=(basis,), facts=(f"regulation/{regulation.id}",),
        topics=regulation.topics, at=regulation.place("versions"),
        sample=any(one.sample for one in (*gone, *going_on)), claim=Claim("ceased", (("by", by.id),)),
    )  # fmt: skip
    stem = _STEM.format(by=by.name, which=_WHICH[of_gone].format(by=by.name))
    why = f"{listed}里有{_named(gone)}，没有{_named(going_on)}。"
    placed = sorted(options, key=lambda option: rank(f"{key}/order", option.text))
    return finish(library, subject, "multiple", stem, placed, why, 0.5)


def _nearest(seed: str, regulation: Regulation, laws: Sequence[Regulation]) -> list[Regulation]:
    """Those that share a topic with it first, each part drawn by ``seed``."""
    topics = set(regulation.topics)
    return sorted(laws, key=lambda one: (not topics & set(one.topics), rank(seed, one.id)))


def _named(laws: Sequence[Regulation]) -> str:
    return "".join(f"《{one.name}》" for one in laws)


RULE = Rule(id=ID, title="时间效力", generate=generate, thought="理解")
