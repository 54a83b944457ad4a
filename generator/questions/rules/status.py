"""Is a law in force on a day, and what replaced it?  (时间效力)

Source:  the versions of regulations.
Asks:    judge: when a law ceased and by what; single: which law is in force on a day.
Wrong:   laws repealed by that day.
Refused: laws whose successor the library does not know.
"""

import datetime
from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation, Version
from generator.library import Library
from generator.questions.item import Claim, Item, Option, Rule, Skip, rank
from generator.questions.writing.making import (
    Subject,
    finish,
    judge_options,
    place_key,
    truth,
    validity,
)
from generator.questions.writing.phrases import article, day

ID = "status"
WRONG = 3
_NEAR = 1000  # days between the true date and the one put in its place
_LATER = 47  # days after the change for which "still in force" is asked


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield items and skips: per repealed law, then per law in force beside them."""
    gone = [(r, v) for r in library.regulations for v in r.versions[-1:] if _repealed_here(library, v)]
    for regulation, version in gone:
        yield _ceased(library, regulation, version)
    for regulation in library.regulations:
        if regulation.rank == "法律" and gone:
            yield from _still(library, regulation, gone)


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
    stem = f"《{regulation.name}》自{day(shown)}起废止，其内容由{successor}取代。"
    where = article(library, _article(library, by))
    why = f"{where}规定，《{regulation.name}》自{day(ended)}{successor}施行时同时废止"
    if not true:
        why += f"；题中把日期改成了{day(other_day)}，那是《{other.name}》施行的日期"
    claim = Claim("ceased", (("regulation", regulation.id), ("date", shown.isoformat()), ("by", by)))
    subject = _subject(regulation, "ceased", _article(library, by), claim)
    return finish(library, subject, "judge", stem, judge_options(true, f"{why}。"), f"{why}。", 0.5)


def _still(library: Library, regulation: Regulation, gone: list[tuple[Regulation, Version]]) -> Iterator[Item | Skip]:
    """Single: which of these is in force on a day; the others were repealed by then."""
    topics = {topic for other, _ in gone for topic in other.topics} - library.general_topics
    version = library.status(regulation.id).version
    if library.status(regulation.id).state != "in_force" or not topics & set(regulation.topics):
        return
    key = f"{ID}/{regulation.id}/still"
    taken = sorted(gone, key=lambda g: rank(key, g[0].id))[:WRONG]
    if len(taken) < WRONG:
        yield Skip(regulation.at, f"同期废止的法律仅 {len(taken)} 部，需 {WRONG} 部")
        return
    latest = max(v.repealed_on for _, v in taken if v.repealed_on)
    asked = max(latest, version.effective) + datetime.timedelta(days=_LATER)
    if asked > library.as_of:
        yield Skip(regulation.at, "相关法律刚刚更替，过一段时间再考")
        return
    basis = _article(library, str(taken[0][1].repealed_by))
    right = Option(
        f"《{regulation.name}》", True, f"《{regulation.name}》自{day(version.effective)}起施行，没有被废止。"
    )
    wrong = [
        Option(f"《{r.name}》", False, f"自{day(v.repealed_on)}起由{library.regulation(str(v.repealed_by)).name}取代。")
        for r, v in taken
        if v.repealed_on
    ]
    stem = f"{day(asked)}，下列法律中仍然有效的是："
    claim = Claim("in_force", (("date", asked.isoformat()),))
    subject = _subject(regulation, "still", basis, claim)
    explanation = f"{right.why}{article(library, basis)}废止了其余三部。"
    yield finish(library, subject, "single", stem, place_key(right, wrong, key), explanation, 0.5)


RULE = Rule(id=ID, title="时间效力", generate=generate)
