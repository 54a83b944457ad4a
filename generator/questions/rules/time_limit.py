"""Single choice and blank: how long is the period?  (期限)

Source:  the limits of a procedure, each one sentence with who, what and from when; bans from a trade, in years.
Key:     the period, as the article of the stem has it.
Wrong:   periods in the same unit that other articles or sentences set; the stem is the whole sentence, so another one is false.
Refused: laws not in force; as a choice, units of which too few periods are known (小时, 个月), which are asked as a blank alone;
         as a blank, a ban whose tier is not told from another by its condition.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.kinds import BasisValue
from generator.kinds.penalty import Tier
from generator.kinds.procedure import Limit, Procedure
from generator.legal.periods import Period, parse_period
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.library.wording import ban_span, ban_trade
from generator.questions.facts.concerned import concerned
from generator.questions.facts.related import key
from generator.questions.facts.targets import phrase
from generator.questions.item import BLANK, Blank, Claim, Item, Option, Response, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, around, finish, of_penalty, validity
from generator.questions.writing.phrases import article, clauses, condition, dated_article, doing

ID = "time-limit"
WRONG = 3
_CHOICES = (
    "依照{where}，{left}多长时间{right}？",
    "{left}多长时间{right}？{where}规定的是：",
    "依照{where}，{left}若干{unit}{right}。这里的“若干{unit}”是：",
    "{where}规定：{left}若干{unit}{right}。这个期限是多少{unit}？",
)
#: For a sentence that ends in a reservation (法律另有规定的除外), which does not read as a question.
_WITH_RESERVATION = (
    "依照{where}，{left}若干{unit}{right}。这里的“若干{unit}”是：",
    "{where}规定：{left}若干{unit}{right}。这个期限是多少{unit}？",
    "{left}若干{unit}{right}。按照{where}的规定，“若干{unit}”指的是：",
)
_BLANKS = (
    "依照{where}，{left}{blank}{right}。",
    "{where}规定：{left}{blank}{right}。",
    "按照{where}的规定，{left}{blank}{right}。",
)
_BANS = (
    "依照{where}，{case}，禁止{target}{trade}的期限是：",
    "{case}，按照{where}的规定，{target}多长时间内不得{trade}？",
    "{case}，{target}在一段时间内不得{trade}。{where}规定的这段时间是：",
)
_BAN_BLANKS = (
    "依照{where}，{case}，{target}{blank}内不得{trade}。",
    "{case}，按照{where}的规定，{target}{blank}内不得{trade}。",
    "{where}规定：{case}，{target}{blank}内不得{trade}。",
)


@dataclass(frozen=True, slots=True)
class Known:
    """A period that the library knows, where it stands and what for."""

    period: Period
    basis: BasisValue
    of: str


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield two items or skips per limit of a procedure, then per ban, in library order."""
    asked: set[tuple[str, str]] = set()
    for procedure in library.of("procedure", Procedure):
        for index, limit in enumerate(procedure.limits):
            if (limit.basis.whole.locus, limit.says) not in asked:
                asked.add((limit.basis.whole.locus, limit.says))
                yield from _of_limit(library, procedure, index)
    for entry in library.penalties:
        for index, tier in enumerate(entry.penalty.tiers):
            if tier.ban and tier.ban.length and library.in_force(entry.penalty.basis):
                yield from _of_ban(library, entry, index)


def _of_limit(library: Library, procedure: Procedure, index: int) -> Iterator[Item | Skip]:
    limit = procedure.limits[index]
    at = procedure.place("limits", index)
    if validity(library, limit.bases) is None:
        yield Skip(at, "依据没有施行")
        return
    name = f"{procedure.id}/{_name(procedure, index)}"
    where = dated_article(library, limit.basis)
    left, right = limit.says.split(limit.period)
    period = parse_period(limit.period)
    why = f"{where}：{limit.says}。" + (
        f"这里的“日”指工作日（{article(library, limit.says_working)}）。" if limit.says_working else ""
    )
    subject = Subject(
        rule=ID, id=name, basis=limit.bases, topics=procedure.topics or library.regulation(limit.basis.regulation).topics, at=at, sample=procedure.sample,
        facts=(f"procedure/{name}", _fact(limit.basis, period)),
        claim=Claim("time-limit", (("procedure", procedure.id),)), audience=concerned(limit),
    )  # fmt: skip
    words = {"where": where, "left": left, "right": right, "unit": _unit(period), "blank": BLANK}
    asking = _WITH_RESERVATION if right.endswith("除外") else _CHOICES
    yield _choice(library, subject, choose(asking, subject.key).format(**words), Known(period, limit.basis, why), why)
    stem = choose(_BLANKS, f"{subject.key}/blank").format(**words)
    yield _blank(library, subject, stem, _writings(limit, period), why)


def _of_ban(library: Library, entry: PenaltyOf, index: int) -> Iterator[Item | Skip]:
    tier = entry.penalty.tiers[index]
    about = (("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("condition", tier.condition))
    subject = of_penalty(ID, entry, index, Claim("ban", about))
    if sum(bool(other.ban) and other.condition == tier.condition for other in entry.penalty.tiers) > 1:
        yield Skip(subject.at, "同一情形有几种禁业期限")
        return
    assert tier.ban is not None
    where = article(library, entry.penalty.basis)
    case = clauses(doing(entry.conduct), condition(entry.conduct, entry.penalty, tier))
    period = tier.ban.length
    assert period is not None
    words = {
        "where": where, "case": case, "target": phrase(entry.penalty.target, entry.conduct), "trade": _trade(tier), "blank": BLANK,
    }  # fmt: skip
    why = f"{where}：{case}，{words['target']}{period}内不得{_trade(tier)}。"
    known = Known(period, entry.penalty.basis, why)
    yield _choice(library, subject, choose(_BANS, subject.key).format(**words), known, why)
    yield _blank(library, subject, choose(_BAN_BLANKS, f"{subject.key}/blank").format(**words), (str(period),), why)


def _choice(library: Library, subject: Subject, stem: str, own: Known, why: str) -> Item | Skip:
    others = _rivals(library, own, subject.key)
    lower = [known for known in others if known.period.amount < own.period.amount][::-1]
    higher = [known for known in others if known.period.amount > own.period.amount]
    below = around(len(lower), len(higher), WRONG, subject.key)
    if below is None:
        return Skip(subject.at, f"以“{_unit(own.period)}”计的其他期限有 {len(others)} 个，需 {WRONG} 个，只出填空")
    taken = [*lower[:below][::-1], own, *higher[: WRONG - below]]
    options = [
        Option(str(known.period), known is own, why if known is own else f"那是另一个期限：{known.of}")
        for known in taken
    ]
    close = sum(known.basis.regulation == own.basis.regulation for known in taken if known is not own) / WRONG
    return finish(library, _named(subject, "choice"), "single", stem, options, why, close)


def _blank(library: Library, subject: Subject, stem: str, accepted: tuple[str, ...], why: str) -> Item:
    return finish(library, _named(subject, "blank"), "blank", stem, (), why, 0, Response(blanks=(Blank(accepted),)))


def _named(subject: Subject, form: str) -> Subject:
    """The subject with the form of the question in its id, so that the two forms of one fact are two items."""
    return replace(subject, id=f"{subject.id}/{form}")


def _rivals(library: Library, own: Known, seed: str) -> list[Known]:
    """One place for each other period in the unit of ``own``, ascending: of the same article, or law, where it has one."""
    found: dict[int, Known] = {}
    ranked = sorted(
        _known(library),
        key=lambda k: (
            key(k.basis) != key(own.basis),
            k.basis.regulation != own.basis.regulation,
            rank(seed, f"{k.basis}{k.of}"),
        ),
    )
    for known in ranked:
        if known.period.unit == own.period.unit and known.period.amount != own.period.amount:
            found.setdefault(known.period.amount, known)
    return [found[amount] for amount in sorted(found)]


@once
def _known(library: Library) -> tuple[Known, ...]:
    return tuple(_all_known(library))


def _all_known(library: Library) -> Iterator[Known]:
    for procedure in library.of("procedure", Procedure):
        for limit in procedure.limits:
            if library.in_force(limit.basis):
                says = f"{limit.says}（{article(library, limit.basis)}）。"
                yield Known(parse_period(limit.period), limit.basis, says)
    for entry in library.penalties:
        for tier in entry.penalty.tiers:
            if tier.ban and tier.ban.length and library.in_force(entry.penalty.basis):
                case = clauses(doing(entry.conduct), condition(entry.conduct, entry.penalty, tier))
                says = f"{case}，{phrase(entry.penalty.target, entry.conduct)}{ban_span(tier.ban)}不得{_trade(tier)}"
                yield Known(
                    tier.ban.length,
                    entry.penalty.basis,
                    f"{says}（{article(library, entry.penalty.basis)}）。",
                )


def _writings(limit: Limit, period: Period) -> tuple[str, ...]:
    """The period as the article has it, then other right writings: 个工作日 where the days are working days, 半年."""
    more = [f"{period.amount}个工作日"] if limit.says_working else []
    return (limit.period, *more, *(["半年"] if (period.amount, period.unit) == (6, "个月") else []))


def _trade(tier: Tier) -> str:
    """What may not be done, with its verb: 从事监测业务, 再次申请倾倒许可证; 前款规定的业务 has no referent in a stem."""
    if tier.ban is None or tier.ban.trade.startswith("前款"):
        return "从事这类业务"
    return ban_trade(tier.ban)


def _unit(period: Period) -> str:
    return "个工作日" if period.unit == "工作日" else period.unit


def _name(procedure: Procedure, index: int) -> str:
    """eco-code-102-2-60d: stable as long as the fact is; a number follows where a paragraph sets the same period twice."""
    made = [_slug(limit) for limit in procedure.limits[: index + 1]]
    twice = made.count(made[-1])
    return made[-1] if twice == 1 else f"{made[-1]}-{twice}"


def _slug(limit: Limit) -> str:
    period = parse_period(limit.period)
    letter = {"日": "d", "个月": "m", "年": "y", "小时": "h", "工作日": "w"}[period.unit]
    parts = [
        limit.basis.regulation,
        limit.basis.key,
        limit.basis.paragraph,
        limit.basis.item,
        f"{period.amount}{letter}",
    ]
    return "-".join(str(part) for part in parts if part)


def _fact(basis: BasisValue, period: Period) -> str:
    """The period of an article, whoever asks it: deadlines and digests that say it share this fact."""
    return f"period/{basis.regulation}/{basis.key}/{period}"


RULE = Rule(id=ID, title="期限", generate=generate)
