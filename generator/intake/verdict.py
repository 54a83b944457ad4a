"""What is to be done with a brought question: kept, corrected, dropped, or looked at by a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.importing.questions.base import Brought, Fault
from generator.intake.changes import Change, change_of, nearest
from generator.intake.figures import Law, figured, ruled
from generator.intake.grounds import Ground
from generator.intake.words import content, share
from generator.kinds import BasisValue
from generator.legal.money import find_fines
from generator.library import Library

Status = Literal["valid", "outdated-citation", "outdated", "wrong", "unreadable"]
Advice = Literal["keep", "correct", "drop", "by hand"]

#: Faults that tell nothing against a question, and those that a person has to look at; of all others it is wrong.
_HARMLESS = frozenset({"numbering-broken"})
_ASK = frozenset(
    {"answer-unreadable", "answer-unreadable-ocr", "ocr-suspect", "type-not-read", "cell-unreadable", "picture", "too-long",
     "stem-missing", "answer-without-question", "blank-missing"}
)  # fmt: skip
_LIKE = 0.55  # share of a question's pairs of letters that an article must have to be proposed for it


@dataclass(slots=True)
class Judged:
    """A brought question and what was found of it.

    Attributes:
        question: as read.
        status, advice: the verdict.
        problems: what is wrong, those of its file first.
        reasons: for people, in Chinese.
        grounds: its citations.
        bases: articles in force that it rests on, as cited or as the concordance has them now.
        changes: of repealed articles.
        proposed: an article that may be its basis, where it cites none.
        key: letters that would be right under the law in force; empty where it can't be told, or is as said.
        repeats: id of the bank's item that it repeats.
        again: place, from 0, of the earlier question of the file that it repeats.
        flaws: what the bank's checks have against it.
    """

    question: Brought
    status: Status = "valid"
    advice: Advice = "keep"
    problems: list[Fault] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    grounds: tuple[Ground, ...] = ()
    bases: tuple[BasisValue, ...] = ()
    changes: tuple[Change, ...] = ()
    proposed: BasisValue | None = None
    key: str = ""
    repeats: str = ""
    again: int | None = None
    flaws: tuple[str, ...] = ()

    def accuse(self, kind: str, says: str) -> None:
        """Add a problem, and its words to the reasons."""
        self.problems.append(Fault(kind, says))
        self.reasons.append(says)


def judged(library: Library, question: Brought, grounds: Sequence[Ground]) -> Judged:
    """The verdict on a question by itself and by the law; whether it is asked twice is not looked at."""
    told = [ground for ground in grounds if ground.part != "option"]
    found = Judged(question, grounds=tuple(grounds))
    for fault in question.faults:
        found.accuse(fault.kind, fault.says)
    held = tuple(dict.fromkeys(ground.basis for ground in told if ground.held and ground.basis))
    _citations(found, told)
    found.changes = tuple(_changes(library, question, told))
    now = tuple(dict.fromkeys(one for change in found.changes for one in change.new))
    found.bases = tuple(dict.fromkeys((*held, *now)))
    outdated = [_outdated(library, found, change) for change in found.changes]
    if held and not found.changes:
        _against(found, Law.of(library, held))
    if not told:
        found.proposed = _proposed(library, question)
        if found.proposed and not question.answered:
            found.key = _sole(question, Law.of(library, (found.proposed,)))
    _settle(found, outdated)
    return found


def _citations(found: Judged, told: Sequence[Ground]) -> None:
    """Citations of what isn't there."""
    for ground in told:
        verdict, says = ground.judgement.verdict, ground.judgement.says
        if verdict == "missing":
            part = ground.judgement.mention.target
            kind = "no-such-item" if part.items else "no-such-paragraph" if part.paragraph else "no-such-article"
            found.accuse("no-such-article" if "只有" in says else kind, f"“{ground.surface}”：{says}")
        elif verdict == "not_yet":
            found.accuse("citation-not-yet", f"“{ground.surface}”：{says}")
        elif verdict == "sum" and ground.part == "reason":
            found.accuse("amount-against-article", says)
        elif verdict == "unheld":
            found.reasons.append(says)


def _changes(library: Library, question: Brought, told: Sequence[Ground]) -> Iterator[Change]:
    seen = set()
    for ground in told:
        law = ground.judgement.regulation
        place = ground.basis.whole if ground.basis else law
        if ground.repealed and place not in seen:
            seen.add(place)
            if ground.basis or not any(one.repealed and one.basis for one in told):
                yield change_of(library, question, law, ground.basis)


def _outdated(library: Library, found: Judged, change: Change) -> Status:
    """What a repealed citation makes of a question; the problems are added."""
    cited = library.cite(change.old) if change.old else library.regulation(change.law).name
    found.accuse("citation-repealed", f"{cited}已经废止。{change.says}")
    question = found.question
    if not change.new:
        return "outdated"
    if question.truth is False or not question.answered:
        return "outdated-citation"
    law = Law.of(library, change.new)
    keys = _keys(question)
    figures = [key for key in keys if figured(key)]
    became = change.became(question.stem + "".join(keys)) if figures else ""
    same = became and _values(became) & {value for key in figures for value in _values(key)}
    if not figures or same or (not became and not any(law.strange(key) for key in figures)):
        return "outdated-citation"
    fits = _equal(question, became) if became else _standing(question, law)
    found.key = "".join(question.labels[place] for place in fits) if len(fits) == 1 else ""
    if question.options and not fits:
        found.accuse("no-option-right-now", "没有一个选项合于现行规定")
    if became:
        found.reasons.append(f"现在是{became}")
    return "outdated"


def _against(found: Judged, law: Law) -> None:
    """The key, or what would be the key, held against the articles cited."""
    question = found.question
    if not question.answered:
        found.key = _sole(question, law)
        return
    fits = _standing(question, law)
    if question.truth is False:
        return
    wrong = [one for one in _keys(question) if _contradicted(one, question, law, bool(fits))]
    if wrong:
        strange = "、".join(law.strange(wrong[0]))
        found.accuse("key-against-article", f"答案里的{strange}不在所引的条文中")
        found.key = _sole(question, law)


def _contradicted(text: str, question: Brought, law: Law, otherwise: bool) -> bool:
    """Whether a key has a figure that the law hasn't, and that only the law can give: a span, or one beside others that it has."""
    if not law.strange(text):
        return False
    if question.truth is not None and "某" in question.stem:
        return False  # what happened in a case is nobody's law
    return ruled(text) or otherwise or bool(question.blanks) or (question.truth is True and figured(text))


def _keys(question: Brought) -> list[str]:
    """What a question says is so: its right options, a true statement, the first writing of each blank."""
    if question.truth is not None:
        return [question.stem] if question.truth else []
    if question.blanks:
        return [blank[0] for blank in question.blanks]
    return [question.options[place] for place in question.right]


def _standing(question: Brought, law: Law) -> tuple[int, ...]:
    """Places of the options whose figures all stand in the law."""
    places = range(len(question.options))
    return tuple(
        at for at in places if figured(question.options[at]) and law.parts and not law.strange(question.options[at])
    )


def _sole(question: Brought, law: Law) -> str:
    """The letter of the one option whose figures stand in the law; empty where there is not one, or more may be right."""
    fits = _standing(question, law)
    return question.labels[fits[0]] if len(fits) == 1 and question.type == "single" else ""


def _values(text: str) -> set[object]:
    return {found.value for found in find_fines(text)}


def _equal(question: Brought, text: str) -> tuple[int, ...]:
    return tuple(at for at, option in enumerate(question.options) if _values(option) & _values(text))


def _proposed(library: Library, question: Brought) -> BasisValue | None:
    """The article of all texts at hand that has most of a question's words; None where none has enough, or lacks its figures."""
    words = content(question)
    best: tuple[float, BasisValue] | None = None
    for regulation in library.texts:
        if library.get("regulation", regulation) is None or library.status(regulation).state != "in_force":
            continue
        for basis in nearest(library, regulation, words, 1):
            text = library.official(regulation, basis.key)
            score = share(words, text.text) if text else 0.0
            if score >= _LIKE and (best is None or score > best[0]):
                best = score, basis
    if best is None:
        return None
    law = Law.of(library, (best[1],))
    return None if any(law.strange(key) for key in _keys(question)) else best[1]


def _settle(found: Judged, outdated: Sequence[Status]) -> None:
    kinds = {problem.kind for problem in found.problems}
    if kinds & _ASK:
        found.status, found.advice = "unreadable", "by hand"
    elif kinds - _HARMLESS - {"citation-repealed", "no-option-right-now"}:
        found.status, found.advice = "wrong", "correct"
    elif outdated:
        found.status = "outdated" if "outdated" in outdated else "outdated-citation"
        gone = all(not change.new for change in found.changes)
        found.advice = "drop" if gone and not any(ground.held for ground in found.grounds) else "correct"
