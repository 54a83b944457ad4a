"""Chain: a situation as it is come upon, from naming the conduct to counting the days.  (情境)

Source:  a finding of a Situation: facts told as they are found, among facts that don't matter.
Parts:   what it is, and of the rest as many as a chain bears, in the officer's order: which article forbids it and which
         punishes, who acts, how high the fine is, what else may follow or who else is liable, which law in time, by when
         somebody must act, whether it is exempt.
Wrong:   what the same situation would be if the facts lay otherwise, with the fines of that; days counted otherwise.
Refused: findings without exactly one fine, and those of which fewer than three parts can be asked.
"""

from collections.abc import Iterator
from functools import partial

from generator.library import Library
from generator.questions.chained import Chain, Part
from generator.questions.facts.told import Told, findings
from generator.questions.item import Claim, Item, Option, Rule, Skip, draw, rank
from generator.questions.parts.authority import authority_part
from generator.questions.parts.cited import cited_part
from generator.questions.parts.exemption import exemption_part
from generator.questions.parts.fine import fine_part
from generator.questions.parts.law_in_time import law_in_time_part
from generator.questions.parts.liable import liable_part
from generator.questions.parts.making import WRONG, Maker, drawn, subject_of
from generator.questions.parts.periods import PERIODS, counted, period_part
from generator.questions.placing import place_key
from generator.questions.writing.making import finish
from generator.questions.writing.phrases import article, doing

ID = "situation"
_MOST = 5


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one chain or skip per finding, in library order."""
    for one in findings(library):
        yield _ask(library, one) if isinstance(one, Told) else one


def _ask(library: Library, one: Told) -> Item | Skip:
    seed = f"{ID}/{one.id}"
    first = _named(library, one, seed)
    if isinstance(first, str):
        return Skip(one.at, first)
    period = min(PERIODS, key=lambda name: rank(seed, name))
    others, reasons = _others(library, one, seed, period)
    parts = (first, *others)
    subject = subject_of(library, ID, one, parts, reasons, counted(parts, period))
    if isinstance(subject, Skip):
        return subject
    explanation = f"本组的事实是：{doing(one.conduct)}（{article(library, one.penalty.basis)}）。{one.finding.because}"
    response = Chain(evidence=one.sheet(seed), parts=parts)
    siblings = {finding.conduct for finding in one.situation.findings}
    close = (len(siblings) - 1) / WRONG
    return finish(library, subject, "chain", one.text(seed), (), explanation, min(close, 1) / 2, response)


def _others(library: Library, one: Told, seed: str, period: str) -> tuple[list[Part], list[str]]:
    """What is asked after the conduct has been named: drawn by rank, asked in the officer's order."""
    makers: dict[str, Maker] = {
        "cited": partial(cited_part, library, one, seed),
        "authority": partial(authority_part, library, one, seed),
        "fine": partial(fine_part, library, one, seed),
        "liable": partial(liable_part, library, one, seed),
        "in time": partial(law_in_time_part, library, one, seed),
        "period": partial(period_part, library, period, seed),
        "exemption": partial(exemption_part, library, one, seed),
    }
    return drawn(makers, _MOST - 1, seed, rare=("authority", "in time"))


def _named(library: Library, one: Told, seed: str) -> Part | str:
    """What the facts are, among what they would be if they lay otherwise."""
    siblings = dict.fromkeys([f.conduct for f in one.situation.findings if f.conduct != one.conduct.id])
    known = [record for id in (*siblings, *one.situation.rivals) if (record := library.get("conduct", id))]
    wrong = draw(known, WRONG, f"{seed}/named", key=lambda record: record.id)
    if len(wrong) < WRONG:
        return "可供选择的别的行为不足三种"
    because = {finding.conduct: finding.because for finding in one.situation.findings}
    options = place_key(
        Option(doing(one.conduct), True, one.finding.because),
        [Option(record.label.rstrip("。；，"), False, _not(because.get(record.id))) for record in wrong],
        f"{seed}/named",
    )
    where = one.conduct.prohibited_by[:1] or (one.penalty.basis,)
    claim = Claim("found", (("situation", one.situation.id), ("finding", str(one.number)), ("conduct", one.conduct.id)))
    return Part("这些事实应当认定为：", options, one.finding.because, where, claim=claim)


def _not(because: str | None) -> str:
    return f"要有另外的事实才是：{because}" if because else "事实里没有这一情节。"


RULE = Rule(id=ID, title="情境：从定性到期限", generate=generate, thought="应用", steps=2)
