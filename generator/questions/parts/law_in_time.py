"""Which law in time: the old one or the new, and why; the same act, done at another time, comes out otherwise."""

import datetime
from collections.abc import Mapping, Sequence, Set

from generator.kinds import BasisValue
from generator.kinds.concordance import Concordance
from generator.legal.days import day_written
from generator.library import Library
from generator.library.remember import once
from generator.questions.chained import Part
from generator.questions.facts.applied import Unsure
from generator.questions.facts.changes import Change, changes, one_way, rule_of
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.writing.phrases import article

#: Days from the change of law: when the act began, when it ended, when the decision was made.
_WHEN = {"before": (-90, -40, 60), "both": (-120, -75, -30), "after": (9, 30, 75), "over": (-70, 35, 80)}
_TOLD = {
    "before": "同样的行为如果开始于{begun}、终了于{ended}，{decided}才作出处罚决定，而这一情形的罚款现在比过去{than}，",
    "both": "同样的行为如果开始于{begun}、终了于{ended}，{decided}已经作出处罚决定，",
    "after": "同样的行为如果开始于{begun}、终了于{ended}，{decided}作出处罚决定，",
    "over": "同样的行为如果开始于{begun}，一直持续到{ended}，{decided}作出处罚决定，",
}
#: Times that must be told apart for the question to be one.
_FEWEST = 3


def law_in_time_part(library: Library, told: Told, seed: str) -> Part | str:
    """The law that applies, with the reason: four reasons, each the right one at another time."""
    if len(_fined_by(library).get(told.conduct.id, ())) > 1:
        return "这一行为以前由几部法律分别处罚，情境没有说是哪一部"
    change = next((one for one in changes(library) if one.case.id == told.case.id), None)
    if change is None or change.beside or change.unsure or isinstance(change.now, Unsure):
        return "没有收录这一情形的新旧罚款，或者当时还有别的规定也罚"
    until, way = library.standing(change.before).version.repealed_on, one_way(library, change.row)
    rule = library.provision(change.after.regulation, "change")
    if until is None or rule is None:
        return "没有收录旧法废止的日子，或者没有说明适用哪部法律的规定"
    moved = way if change.moved == way else None
    times = [*(["before"] if moved else []), "both", "after", *(["over"] if rule_of(library, "continuing") else [])]
    if len(times) < _FEWEST:
        return "能问的时间不足三种"
    when = times[rank(seed, "in time") % len(times)]
    shown = sorted(times, key=lambda name: rank(f"{seed}/in time", name))
    return _part(library, change, until, moved, shown, when, rule)


@once
def _fined_by(library: Library) -> Mapping[str, Set[str]]:
    """Conduct → the former laws that fined it, each a part of it: refusing inspection, those on water, air and noise."""
    found: dict[str, set[str]] = {}
    for row in library.of("concordance", Concordance):
        if row.old and row.amounts:
            for conduct in row.conducts:
                found.setdefault(conduct, set()).add(row.old.regulation)
    return found


def _part(
    library: Library, change: Change, until: datetime.date, moved: int | None, shown: Sequence[str], when: str,
    rule: BasisValue,
) -> Part:  # fmt: skip
    """The reasons that hold at the times ``shown``, of which that of ``when`` is right: each is as often right as shown."""
    old, new = library.name_of(change.before), library.regulation(change.after.regulation).name
    begun, ended, decided = (day_written(until + datetime.timedelta(days=days)) for days in _WHEN[when])
    told = _TOLD[when].format(begun=begun, ended=ended, decided=decided, than="低" if moved == -1 else "高")
    bases: Sequence[BasisValue] = rule_of(library, "continuing")[:1] if when == "over" else (rule,)
    under = f"依照《{library.regulation(bases[0].regulation).name}》{bases[0].locus}，" if when == "over" else ""
    milder = (
        f"适用《{new}》，行为虽在它施行以前，它的处罚较轻"
        if moved == -1
        else f"适用《{old}》，行为时有效的是它，新规定又没有减轻处罚"
    )
    says = {
        "before": milder,
        "after": f"适用《{new}》，它施行以后行为才开始",
        "over": f"适用《{new}》，行为早已开始，它施行以后还没有停",
        "both": f"适用《{old}》，行为和决定都在它有效的时候",
    }
    change_over = f"《{old}》到{day_written(until)}废止，《{new}》同日起施行"
    applies = f"{article(library, rule)}：适用行为时的规定，决定时新规定处罚较轻的才适用新规定"
    why = {
        "before": f"{change_over}；{applies}。行为在这一天以前终了，决定在这一天以后，要比较：罚款{'降低' if moved == -1 else '提高'}了，"
        f"所以适用《{new if moved == -1 else old}》。",
        "after": f"{change_over}；行为开始在这一天以后，行为时的规定就是《{new}》，没有旧规定可比（{article(library, rule)}）。",
        "over": f"{change_over}；{article(library, bases[0])}：行为从旧法施行时一直继续到新法施行以后的，适用新法。",
        "both": f"{change_over}；行为和决定都在这一天以前，那时《{new}》还没有施行，没有新规定可比（{article(library, rule)}）。",
    }[when]
    wrong = _wrong(old, new, when)
    options = tuple(Option(says[name], name == when, why if name == when else wrong[name]) for name in shown)
    claim = Claim("timed", (("concordance", change.row.id), ("label", change.amount.label)))
    return Part(f"{told}{under}应当：", options, why, tuple(dict.fromkeys((*bases, change.after.whole))), claim=claim)


def _wrong(old: str, new: str, when: str) -> dict[str, str]:
    """Why each reason does not hold in the case of ``when``."""
    ended = f"行为在《{new}》施行以前已经终了。"
    return {
        "before": f"作出决定时《{new}》还没有施行，没有新规定可比。"
        if when == "both"
        else f"行为在《{new}》施行以后才开始或者仍在继续，不是旧法上的事。",
        "after": f"行为在《{new}》施行以前已经开始。" if when == "over" else ended,
        "over": f"行为在《{new}》施行以后才开始。" if when == "after" else ended,
        "both": f"作出决定时《{old}》已经废止。",
    }
