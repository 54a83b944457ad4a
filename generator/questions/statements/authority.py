"""Who acts on a conduct, altered to a body that surely has no power over it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.overhaul import overhaul
from generator.library.remember import once
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

_LOOKED_AT = 60  # rivals, nearest first, among whom one is believable or none
_WIDE = 12  # a body that sees to one in so many of a topic's acts reads well beside any of them
_KNOWN = 5  # acts that a body sees to, from which on what it never does is foreign to it
_FIELD = re.compile(r"^(?:县级以上)?(?:地方)?(?:人民政府)?|(?:主管)?部门$|管理机构$|机构$|机关$")
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
    if _told(library, entry):
        return Skip(subject.at, "行为或者法律的名称已经说出了主管的机关")
    rivals = without_power(library, entry, subject.key, _LOOKED_AT)
    fitting = (one for one in rivals if topic in one.conduct.topics and _believable(library, entry, one, topic))
    shown = next(fitting, None)
    if shown is None:
        return Skip(subject.at, "同一专题里没有确定无权、又像是管这件事的机关可供改换，换成别的一看便知是错")
    stem = choose(_STEMS, subject.key)
    words = {"law": law(library, entry.penalty.basis), "doing": doing(entry.conduct), "action": action(entry.penalty)}
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


def _told(library: Library, entry: PenaltyOf) -> bool:
    """Whether the act names the body, or says its field: 城镇排水 under the regulation on 城镇排水."""
    basis, last = entry.penalty.basis, overhaul(library)
    title = "" if last and basis.regulation == last.law.id else law(library, basis)
    return _says(library, doing(entry.conduct) + title, entry)


def _says(library: Library, told: str, entry: PenaltyOf) -> bool:
    """Whether the text holds the field of one of the bodies; 生态环境 stands in every other act, so of it the whole name counts."""
    last = overhaul(library)
    fields = ((name, _FIELD.sub("", name)) for name in entry.penalty.authority)
    return any((name if last and field in last.law.name else field) in told for name, field in fields)


def _believable(library: Library, entry: PenaltyOf, rival: PenaltyOf, topic: str) -> bool:
    """Whether somebody might take the rival for who acts: it sees to much of the topic.

    The traffic police tell themselves beside a boiler, though both are of the air.  A body that bears the matter in its name
    (建筑垃圾主管部门, beside rubble) may be the one that acts, by whatever name it goes.  And it does such things: who sees to
    the streets' cleanliness sends no cargo back (责令退运), the office of a park has no slopes of a river mended in time.
    """
    if _says(library, doing(entry.conduct), rival) or _foreign(library, action(entry.penalty), rival.penalty.authority):
        return False
    acts = _acts(library)
    return acts[topic, rival.penalty.authority] >= acts[topic, ()] / _WIDE


def _foreign(library: Library, deed: str, names: tuple[str, ...]) -> bool:
    """Whether the bodies are known by what they do, and this is none of it; seeing to an act (查处) says nothing."""
    known = _deeds(library)[names]
    return deed != "查处" and known.total() >= _KNOWN and deed not in known


@once
def _deeds(library: Library) -> dict[tuple[str, ...], Counter[str]]:
    """Authorities → what they do about acts, in the words of statements, and about how many."""
    found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for entry in library.penalties:
        found[entry.penalty.authority][action(entry.penalty)] += 1
    return dict(found)


@once
def _acts(library: Library) -> Counter[tuple[str, tuple[str, ...]]]:
    """Topic and authorities → how many acts of the topic they see to; under no authorities all acts of it."""
    seen = {
        (topic, names, entry.conduct.id)
        for entry in library.penalties
        for topic in entry.conduct.topics
        for names in ((), entry.penalty.authority)
    }
    return Counter((topic, names) for topic, names, _ in seen)


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
