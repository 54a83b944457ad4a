"""Who acts on a conduct, altered to a body that surely has no power over it."""

from collections.abc import Iterator

from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.facts.authorities import (
    acting,
    action,
    names_text,
    open_powers,
    right_because,
    without_power,
    wrong_because,
)
from generator.questions.facts.related import key
from generator.questions.item import Claim, Skip, choose
from generator.questions.statements._base import Statement, Statements
from generator.questions.writing.making import of_penalty
from generator.questions.writing.phrases import doing, law

_STEMS = (
    "依照{law}，{doing}，由{names}{action}。",
    "{doing}，依照{law}应当由{names}{action}。",
    "{doing}。依照{law}，这类行为由{names}{action}。",
)


def statements(rule: str, library: Library) -> Iterator[Statement | Skip]:
    """One for each conduct and set of authorities."""
    for entry in acting(library):
        yield _of(rule, library, entry)


def _of(rule: str, library: Library, entry: PenaltyOf) -> Statement | Skip:
    claim = Claim("authority", (("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("names", "")))
    subject = of_penalty(rule, entry, "authority", claim)
    if open_powers(library, entry.conduct):
        return Skip(subject.at, "执法主体由地方人民政府确定或者只作概括规定，换成别的部门未必错")
    if action(entry.penalty) == "查处" and _shared(entry):
        return Skip(subject.at, "这一机关只在一种情形下查处，一般情形由别的机关查处")
    topic = entry.conduct.topics[0]
    others = [one for one in without_power(library, entry, subject.key, 1) if topic in one.conduct.topics]
    if not others:
        return Skip(subject.at, "同一专题里没有确定无权的机关可供改换，换成别的专题的一看便知是错")
    stem = choose(_STEMS, subject.key)
    words = {"law": law(library, entry.penalty.basis), "doing": doing(entry.conduct), "action": action(entry.penalty)}
    shown = others[0]
    return Statement(
        subject.named(f"{subject.id}/authority"),
        stem.format(**words, names=_names(entry)),
        stem.format(**words, names=_names(shown)),
        ((("names", _sorted(entry)),), (("names", _sorted(shown)),)),
        right_because(library, entry).rstrip("。"),
        f"题中把机关改成了{names_text(shown.penalty)}，{wrong_because(library, shown).rstrip('。')}",
        0.3,
        0.3,
    )


def _shared(entry: PenaltyOf) -> bool:
    """Whether another body acts on the conduct under the same article."""
    own = entry.penalty
    return any(
        key(other.basis) == key(own.basis) and other.authority != own.authority for other in entry.conduct.penalties
    )


def _names(entry: PenaltyOf) -> str:
    return names_text(entry.penalty) + ("按照职责分工" if len(entry.penalty.authority) > 1 else "")


def _sorted(entry: PenaltyOf) -> str:
    return "、".join(sorted(entry.penalty.authority))


STATEMENTS = Statements("authority", statements)
