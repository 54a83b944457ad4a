"""Is a law in force on a day, and what replaced it?  (时间效力)

Source:  the versions of regulations; concordance rows whose fines all rose or all fell.
Asks:    judge: when a law ceased and by what; single: which law is in force on a day; single: which law applies to conduct
         before the change when the decision falls after it (法典 1057).
Wrong:   laws repealed by that day; for the change of law, what article 1057 rules out.
Refused: laws whose successor the library does not know; changes of fine that are not all one way; rows with a reservation
         in their note.
"""

import datetime
from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.concordance import Concordance
from generator.kinds.conduct import Conduct
from generator.kinds.regulation import Regulation, Version
from generator.library import Library
from generator.library.wording import fine_text
from generator.questions.amounts import size
from generator.questions.flaws.key import cue
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.making import GENERAL_TOPICS, Subject, finish, judge_options, place_key, truth, validity
from generator.questions.phrases import article, day, doing

ID = "status"
WRONG = 3
_NEAR = 1000  # days between the true date and the one put in its place
_LATER = 47  # days after the change for which "still in force" is asked
#: Articles that say which law applies when the law has changed, by the regulation that repeals.
CHANGE = {"eco-code": 1057}
#: Articles that repeal, by the regulation that repeals.
REPEALS = {"eco-code": 1242}


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield items and skips: per repealed law, per law in force beside them, per change of fines."""
    gone = [(r, v) for r in library.regulations for v in r.versions[-1:] if _repealed_here(library, v)]
    for regulation, version in gone:
        yield _ceased(library, regulation, version)
    for regulation in library.regulations:
        if regulation.rank == "法律" and gone:
            yield from _still(library, regulation, gone)
    for row in library.of("concordance", Concordance):
        if row.old and row.amounts and row.relation in {"raised", "lowered"}:
            yield _applies(library, row)


def _repealed_here(library: Library, version: Version) -> bool:
    """Repealed before the library's date by a regulation whose repealing article is known."""
    by = version.repealed_by
    on = version.repealed_on
    return (
        by in REPEALS
        and on is not None
        and on <= library.as_of
        and validity(library, [_article(by, REPEALS)]) is not None
    )


def _article(regulation: str, table: dict[str, int]) -> BasisValue:
    return BasisValue(regulation=regulation, article=table[regulation])


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
    where = article(library, _article(by, REPEALS))
    why = f"{where}规定，《{regulation.name}》自{day(ended)}{successor}施行时同时废止"
    if not true:
        why += f"；题中把日期改成了{day(other_day)}，那是《{other.name}》施行的日期"
    claim = Claim("ceased", (("regulation", regulation.id), ("date", shown.isoformat()), ("by", by)))
    subject = _subject(regulation, "ceased", _article(by, REPEALS), claim)
    return finish(library, subject, "judge", stem, judge_options(true, f"{why}。"), f"{why}。", 0.5)


def _still(library: Library, regulation: Regulation, gone: list[tuple[Regulation, Version]]) -> Iterator[Item | Skip]:
    """Single: which of these is in force on a day; the others were repealed by then."""
    topics = {topic for other, _ in gone for topic in other.topics} - GENERAL_TOPICS
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
    basis = _article(str(taken[0][1].repealed_by), REPEALS)
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


def _applies(library: Library, row: Concordance) -> Item | Skip:
    """Single: conduct before the change, decision after it; certain only where every fine moved one way."""
    new = next((basis for basis in row.new if basis.regulation in CHANGE and library.in_force(basis)), None)
    heavier = _moved(row)
    conducts = [c for c in library.conducts if c.id in row.conducts]
    old = row.old
    if new is None or old is None or heavier is None or not conducts:
        return Skip(row.at, "新旧罚款不是一律加重或者一律减轻，适用哪部法律要逐案比较")
    if row.note:
        return Skip(row.at, "这一行有保留说明，新法是否适用要逐案判断")
    until = library.status(old.regulation).version.repealed_on
    if until is None or library.in_force(old):
        return Skip(row.at, "旧法没有废止的日期")
    key = f"{ID}/{row.id}/applies"
    laws = {True: library.regulation(old.regulation).name, False: library.regulation(new.regulation).name}
    rule = article(library, _article(new.regulation, CHANGE))
    reason = f"适用违法行为发生时的规定，作出决定时新规定处罚较轻的才适用新规定；{row.summary.rstrip('。')}"
    right = Option(f"适用《{laws[heavier]}》", True, f"{rule}：{reason}。")
    wrong = [
        Option(f"适用《{laws[not heavier]}》", False, f"本例{'新' if heavier else '旧'}规定的罚款较重，不适用。"),
        Option("两部法律的罚款相加", False, f"{rule}只在新旧规定中择一适用，没有相加的规定。"),
        Option("由当事人选择适用的法律", False, f"{rule}按行为时间和处罚轻重确定，不由当事人选择。"),
    ]
    stem = _story(row, conducts[0], until, laws)
    plain = stem.replace(laws[True], "").replace(laws[False], "")
    if cue(plain, [right.text], [option.text for option in wrong]):
        return Skip(row.at, "行为的名称与答案中的法律名称相近，泄露答案")
    claim = Claim("applies", (("concordance", row.id),))
    subject = Subject(
        rule=ID, id=f"{row.id}/applies", basis=(_article(new.regulation, CHANGE), new), facts=(f"concordance/{row.id}",),
        topics=conducts[0].topics, at=row.at, conduct=conducts[0].id, sample=row.sample, claim=claim,
    )  # fmt: skip
    return finish(library, subject, "single", stem, place_key(right, wrong, key), right.why, 0.6)


def _moved(row: Concordance) -> bool | None:
    """True where every fine rose, False where every fine fell, None where neither is certain."""
    pairs = [(a.old, a.new) for a in row.amounts if a.old and a.new]
    if not pairs or any(o.range is None or n.range is None for o, n in pairs):
        return None
    moves = [(size(n)[0] - size(o)[0], size(n)[1] - size(o)[1]) for o, n in pairs]
    if all(low >= 0 and high >= 0 and low + high > 0 for low, high in moves):
        return None if any(a.new is None for a in row.amounts) else True
    if all(low <= 0 and high <= 0 and low + high < 0 for low, high in moves) and len(pairs) == len(row.amounts):
        return False
    return None


def _story(row: Concordance, conduct: Conduct, until: datetime.date, laws: dict[bool, str]) -> str:
    """The case, pinned by the old article: one conduct may have broken several old laws, each with its own fine."""
    before, after = until - datetime.timedelta(days=30), until + datetime.timedelta(days=60)
    change = next(a for a in row.amounts if a.old and a.new)
    # The tier is always said: beyond it the new law may know closure or other things that the old one did not.
    label = f"（{change.label.replace(' ', '，')}）"
    stem = choose(
        (
            "{before}发生的违法行为：{doing}。按照当时的《{old}》{locus}，罚款{label}为{was}；{after}作出处罚决定时，"
            "这一内容已改由{new}规定，罚款{label}为{now}。应当：",
            "{doing}，行为发生在{before}，按照当时的《{old}》{locus}，罚款{label}为{was}。处罚决定作出于{after}，"
            "这时{new}规定的罚款{label}为{now}。对此应当：",
        ),
        row.id,
    )
    return stem.format(
        before=f"{before.year}年{before.month}月",
        after=f"{after.year}年{after.month}月",
        doing=doing(conduct),
        label=label,
        old=laws[True],
        new=laws[False],
        locus=row.old.locus if row.old else "",
        was=fine_text(change.old) if change.old else "",
        now=fine_text(change.new) if change.new else "",
    )


RULE = Rule(id=ID, title="时间效力", generate=generate)
