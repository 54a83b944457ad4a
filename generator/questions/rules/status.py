"""Which laws did a new law take the place of, and which go on beside it?  (时间效力)

Source:  the versions of regulations.
Asks:    whether a law ceased when its successor came into force, or goes on, to be judged; either is said of either.
False:   the other of the two.
Refused: laws whose successor the library does not know; of those that go on, laws of no topic that one of the repealed was about.
"""

from collections.abc import Iterator
from itertools import groupby

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation, Version
from generator.legal.days import day_written
from generator.library import Library
from generator.questions.item import Claim, Item, Rule, Skip
from generator.questions.writing.making import Subject, finish, judge_options, truth, validity
from generator.questions.writing.phrases import article

ID = "status"
_GONE = "{by}施行的时候，《{law}》同时废止，以后发生的行为不再适用它。"
_GOES_ON = "{by}施行以后，《{law}》没有废止，以后发生的行为仍要适用它。"


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per repealed law, in library order, then one per law that goes on beside a successor."""
    gone = [(r, v) for r in library.regulations for v in r.versions[-1:] if _repealed_here(library, v)]
    for regulation, version in gone:
        yield _ceased(library, regulation, version)
    by_successor = sorted(gone, key=lambda pair: str(pair[1].repealed_by))
    for by, repealed in groupby(by_successor, key=lambda pair: str(pair[1].repealed_by)):
        yield from _going_on(library, library.regulation(by), [regulation for regulation, _ in repealed])


def _repealed_here(library: Library, version: Version) -> bool:
    """Repealed before the library's date by a regulation whose repealing article is known."""
    by = version.repealed_by
    on = version.repealed_on
    found = library.provision(by or "", "repeals")
    return found is not None and on is not None and on <= library.as_of and validity(library, [found]) is not None


def _article(library: Library, regulation: str) -> BasisValue:
    found = library.provision(regulation, "repeals")
    assert found is not None  # ``_repealed_here`` asks for it
    return found


def _ceased(library: Library, regulation: Regulation, version: Version) -> Item | Skip:
    """It ceased: true of the one statement, false of the other."""
    ended, by = version.repealed_on, version.repealed_by
    if ended is None or by is None:
        return Skip(regulation.at, "废止日期或者取代它的法律不明")
    where = article(library, _article(library, by))
    why = f"{where}规定，《{regulation.name}》自{day_written(ended)}{library.regulation(by).name}施行时同时废止"
    return _judge(library, regulation, library.regulation(by), gone=True, why=why)


def _going_on(library: Library, by: Regulation, repealed: list[Regulation]) -> Iterator[Item]:
    """Laws that stood before the successor came, on topics of those that it repealed, and stand still."""
    topics = {topic for regulation in repealed for topic in regulation.topics} - library.general_topics
    begun = min(version.effective for version in by.versions)
    for regulation in library.regulations:
        first, last = regulation.versions[0], regulation.versions[-1]
        stands = regulation.rank == by.rank and first.effective < begun and last.repealed_on is None
        if stands and regulation.id != by.id and topics & set(regulation.topics):
            why = f"{article(library, _article(library, by.id))}列出同时废止的法律，没有《{regulation.name}》"
            yield _judge(library, regulation, by, gone=False, why=why)


def _judge(library: Library, regulation: Regulation, by: Regulation, *, gone: bool, why: str) -> Item:
    key = f"{ID}/{regulation.id}/ceased"
    true = truth(key)
    shown = _GONE if gone == true else _GOES_ON
    basis = _article(library, by.id)
    subject = Subject(
        rule=ID, id=f"{regulation.id}/ceased", basis=(basis,), facts=(f"regulation/{regulation.id}",),
        topics=regulation.topics, at=regulation.place("versions"), sample=regulation.sample,
        claim=Claim("ceased", (("regulation", regulation.id), ("by", by.id))),
    )  # fmt: skip
    stem = shown.format(by=by.name, law=regulation.name)
    return finish(library, subject, "judge", stem, judge_options(true, f"{why}。"), f"{why}。", 0.5)


RULE = Rule(id=ID, title="时间效力", generate=generate)
