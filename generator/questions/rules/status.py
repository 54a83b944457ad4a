"""Is a law in force on a day, and what replaced it?  (时间效力)

Source:  the versions of regulations.
Asks:    when a law ceased and by what, to be judged.
False:   the day on which another law began.
Refused: laws whose successor the library does not know.
"""

from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation, Version
from generator.legal.days import day_written
from generator.library import Library
from generator.questions.item import Claim, Item, Rule, Skip, rank
from generator.questions.writing.making import Subject, finish, judge_options, truth, validity
from generator.questions.writing.phrases import article

ID = "status"
_NEAR = 1000  # days between the true date and the one put in its place


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per repealed law, in library order."""
    gone = [(r, v) for r in library.regulations for v in r.versions[-1:] if _repealed_here(library, v)]
    for regulation, version in gone:
        yield _ceased(library, regulation, version)


def _repealed_here(library: Library, version: Version) -> bool:
    """Repealed before the library's date by a regulation whose repealing article is known."""
    by = version.repealed_by
    on = version.repealed_on
    article = library.provision(by or "", "repeals")
    return article is not None and on is not None and on <= library.as_of and validity(library, [article]) is not None


def _article(library: Library, regulation: str) -> BasisValue:
    found = library.provision(regulation, "repeals")
    assert found is not None  # ``_repealed_here`` asks for it
    return found


def _subject(regulation: Regulation, part: str, basis: BasisValue, claim: Claim) -> Subject:
    return Subject(
        rule=ID, id=f"{regulation.id}/{part}", basis=(basis,), facts=(f"regulation/{regulation.id}",),
        topics=regulation.topics, at=regulation.place("versions"), sample=regulation.sample, claim=claim,
    )  # fmt: skip


def _ceased(library: Library, regulation: Regulation, version: Version) -> Item | Skip:
    """Judge: it ceased on its day; the false statement puts another law's first day in its place."""
    ended, by = version.repealed_on, version.repealed_by
    if ended is None or by is None:
        return Skip(regulation.at, "废止日期或者取代它的法律不明")
    key = f"{ID}/{regulation.id}/ceased"
    true = truth(key)
    dates = [(v.effective, r) for r in library.regulations if r.rank == "法律" for v in r.versions]
    near = [(begun, other) for begun, other in dates if 0 < abs((begun - ended).days) < _NEAR]
    if not near:
        return Skip(regulation.at, "没有相近的施行日期可供改换")
    other_day, other = min(near, key=lambda d: (rank(key, str(d[0])), d[1].id))
    shown = ended if true else other_day
    successor = library.regulation(by).name
    stem = f"《{regulation.name}》自{day_written(shown)}起废止，其内容由{successor}取代。"
    where = article(library, _article(library, by))
    why = f"{where}规定，《{regulation.name}》自{day_written(ended)}{successor}施行时同时废止"
    if not true:
        why += f"；题中把日期改成了{day_written(other_day)}，那是《{other.name}》施行的日期"
    claim = Claim("ceased", (("regulation", regulation.id), ("date", shown.isoformat()), ("by", by)))
    subject = _subject(regulation, "ceased", _article(library, by), claim)
    return finish(library, subject, "judge", stem, judge_options(true, f"{why}。"), f"{why}。", 0.5)


RULE = Rule(id=ID, title="时间效力", generate=generate)
