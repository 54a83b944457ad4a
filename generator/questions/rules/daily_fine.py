"""Calculation: what do the daily fines come to?  (按日连续处罚)

Source:  a tier with a fine in yuan of conduct on which daily fines fall beyond doubt (``Conduct.daily``), and the article on
         daily fines (``Provides.daily``).
Key:     the original fine times the days from the day after the order to correct.  The Code does not say up to which day
         fines run, so the stem does; the original fine and the dates are made up, within the span of the tier.
Refused: other conduct, and fines that are no span in yuan.
"""

import datetime
from collections.abc import Iterator

from generator.discretion.daily import daily
from generator.kinds import BasisValue
from generator.kinds.penalty import ORDINARY
from generator.legal.days import day_written
from generator.legal.money import format_yuan
from generator.library import Library
from generator.questions.facts.amounts import FineOf, fines
from generator.questions.item import BLANK, Blank, Claim, Item, Response, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article, doing, quoted

ID = "daily-fine"
_EARLIEST, _LATEST = 20, 60  # days from the beginning of the law to the order
_FEWEST, _MOST = 6, 28  # days that fines run
_STEMS = (
    "某企业{doing}。{ordered}被罚款{fine}，责令改正决定书同日作出并送达；{checked}复查，仍在继续。处罚机关决定依照{law}"
    "按日连续处罚，计至复查当日（含当日）。按日连续处罚的罚款合计（不含原罚款）为{blank}。",
    "{ordered}，某公司因{quoted}被罚款{fine}，责令改正决定书当天作出、当天送达。{checked}复查，违法行为没有停止，"
    "遂依照{law}按日连续处罚，止日为复查当日，当日计入。不算原罚款，应当罚款{blank}。",
    "某厂因{quoted}，{ordered}被罚款{fine}，当日收到当日作出的责令改正决定书；{checked}复查时仍在违法。依照{law}按日连续处罚，"
    "计到复查这一天为止（含这一天），总额（原罚款另计）是{blank}。",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item per tier with a fine in yuan of such conduct, and one skip per such conduct without, in order."""
    for case in fines(library):
        basis = library.provision(case.entry.penalty.basis.regulation, "daily")
        if basis is None or not case.entry.conduct.daily:
            continue
        ordinary = case.tier.condition == ORDINARY and case.tier.category is None
        if ordinary and "单位" in case.entry.penalty.target:
            yield _ask(library, case, basis)


def _ask(library: Library, case: FineOf, basis: BasisValue) -> Item | Skip:
    conduct, penalty = case.entry.conduct, case.entry.penalty
    bases = (basis, penalty.basis.whole)
    span = validity(library, bases)
    if case.fine.range is None or span is None:
        return Skip(case.entry.at, "罚款不是定额幅度，或者依据没有施行")
    seed = f"{ID}/{case.id}"
    fine = _drawn(case.fine.range.min or 0, case.fine.range.max or 0, seed)
    days = _FEWEST + rank(seed, "days") % (_MOST - _FEWEST + 1)
    ordered = span.valid_from + datetime.timedelta(days=_EARLIEST + rank(seed, "order") % (_LATEST - _EARLIEST + 1))
    checked = ordered + datetime.timedelta(days=days)
    counted = daily(fine, ordered, checked)
    first = counted.first
    claim = Claim("daily", (("conduct", conduct.id), ("penalty", penalty.id)))
    subject = Subject(
        rule=ID, id=case.id, basis=bases, facts=(f"daily-fine/{basis.key}", f"penalty/{case.id}"),
        topics=conduct.topics, at=case.entry.at, conduct=conduct.id, sample=conduct.sample or penalty.sample, claim=claim,
    )  # fmt: skip
    stem = choose(_STEMS, seed).format(
        doing=doing(conduct), quoted=quoted(doing(conduct)), ordered=day_written(ordered), checked=day_written(checked),
        fine=format_yuan(fine), law=article(library, basis), blank=BLANK,
    )  # fmt: skip
    total = format_yuan(counted.total)
    why = (
        f"{article(library, basis)}：自责令改正之日的次日起，按照原罚款数额按日连续处罚。次日是{day_written(first)}，计到"
        f"{day_written(checked)}，共{days}日；{format_yuan(fine)} × {days} ＝ {total}。条文没有写计到哪一天，以题中给定的为准。"
    )
    return finish(
        library, subject, "calc", stem, (), why, 0.2, Response(blanks=(Blank((total, str(counted.total)), why),))
    )


def _drawn(low: int, high: int, seed: str) -> int:
    """A round sum from ``low`` to ``high``, both included, in the lowest quarter where there is one."""
    step = 10000 if high >= 100000 else 1000
    least, most = -(-max(low, step) // step), max((3 * low + high) // 4, low) // step
    return (least + rank(seed, "fine") % max(most - least + 1, 1)) * step


RULE = Rule(id=ID, title="按日连续处罚", generate=generate, thought="应用", steps=2)
