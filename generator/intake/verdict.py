"""What is to be done with a brought question: kept, corrected, dropped, or looked at by a person."""

import re
from collections.abc import Iterator, Sequence

from generator.importing.questions.base import Brought
from generator.intake.acting import hold_by_authority
from generator.intake.changes import Change, change_of, nearest
from generator.intake.force import assertion_of, hold_by_force, laws_asked
from generator.intake.grounds import Ground
from generator.intake.holding import hold, hold_by_records
from generator.intake.judged import Judged, Status
from generator.intake.sums import Law, equal, figured, keys, sole, standing, values
from generator.intake.words import content, share
from generator.kinds import BasisValue
from generator.library import Library

#: Faults that tell nothing against a question, and those that a person has to look at; of all others it is wrong.
_HARMLESS = frozenset({"numbering-broken", "answer-by-look"})
_ASK = frozenset(
    {"answer-unreadable", "answer-unreadable-ocr", "ocr-suspect", "type-not-read", "cell-unreadable", "picture", "too-long",
     "stem-missing", "answer-without-question", "blank-missing"}
)  # fmt: skip
#: The stem sets the law of then beside that of now, which is cited too.
_IN_TIME = re.compile(
    "当时|行为(?:发生)?时|施行(?:以|之)?前|废止(?:以|之)?前|(?:同时|已经?)废止|仍然有效|现行有效|新旧|从旧|溯及"
)
_LIKE = 0.55  # share of a question's pairs of letters that an article must have to be proposed for it


def judged(library: Library, question: Brought, grounds: Sequence[Ground]) -> Judged:
    """The verdict on a question by itself and by the law; whether it is asked twice is not looked at."""
    claim = assertion_of(library, question)
    asked = {*(claim.laws if claim else ()), *laws_asked(library, question)}
    told = [
        g
        for g in grounds
        if g.part != "option" and not (g.part == "stem" and _named(g) and g.judgement.regulation in asked)
    ]
    found = Judged(question, grounds=tuple(grounds))
    for fault in question.faults:
        found.accuse(fault.kind, fault.says)
    held = tuple(dict.fromkeys(basis for ground in told if ground.held for basis in ground.bases))
    compares = bool(
        held
        and _IN_TIME.search(question.stem)
        and (any(ground.repealed for ground in told) or any("旧" in option for option in question.options))
    )
    told = [ground for ground in told if not (compares and ground.repealed)]
    _citations(found, told)
    found.changes = tuple(
        change
        for change in _changes(library, question, told)
        if not {new.whole for new in change.new} & {one.whole for one in held}
    )  # who cites the article in force beside the old one compares them
    now = tuple(dict.fromkeys(one for change in found.changes for one in change.new))
    found.bases = tuple(dict.fromkeys((*held, *now)))
    outdated = [_outdated(library, found, change) for change in found.changes]
    if held and not compares and not any(ground.repealed for ground in told):
        hold(library, found, held)
    if not any(ground.repealed for ground in told):
        hold_by_authority(library, found)
        hold_by_force(library, found, claim)
    if not told:
        found.proposed = _proposed(library, found)
        if found.proposed:
            hold_by_records(library, found, (found.proposed,))
            if not question.answered:
                found.key = sole(question, Law.of(library, (found.proposed,)))
    _settle(found, outdated)
    return found


def _named(ground: Ground) -> bool:
    """Whether a law is only named, not cited by an article."""
    return ground.basis is None


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
        for basis in (ground.bases or (None,)) if ground.repealed else ():
            place = basis.whole if basis else law
            if place not in seen:
                seen.add(place)
                if basis or not any(one.repealed and one.basis for one in told):
                    yield change_of(library, question, law, basis)


def _outdated(library: Library, found: Judged, change: Change) -> Status:
    """What a repealed citation makes of a question; the problems are added."""
    cited = library.cite(change.old) if change.old else library.regulation(change.law).name
    found.accuse("citation-repealed", f"{cited}已经废止。{change.says}")
    question = found.question
    if not change.new:
        return "outdated" if change.old else "outdated-citation"
    if question.truth is False or not question.answered:
        return "outdated-citation"
    law = Law.of(library, change.new)
    said = keys(question)
    figures = [key for key in said if figured(key)]
    became = change.became(question.stem + "".join(said)) if figures else ""
    same = became and values(became) & {value for key in figures for value in values(key)}
    if not figures or same or (not became and not any(law.strange(key) for key in figures)):
        return "outdated-citation"
    fits = equal(question, became) if became else standing(question, law)
    found.key = "".join(question.labels[place] for place in fits) if len(fits) == 1 else ""
    if question.options and not fits:
        found.accuse("no-option-right-now", "没有一个选项合于现行规定")
    if became:
        found.reasons.append(f"现在是{became}")
    return "outdated"


def _proposed(library: Library, found: Judged) -> BasisValue | None:
    """The article of all texts at hand that has most of a question's words; None where none has enough, or lacks its figures."""
    question = found.question
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
    strange = [text for key in keys(question) for text in law.strange(key)]
    if strange and (fits := standing(question, law)):
        letters = "、".join(question.labels[place] for place in fits)
        found.reasons.append(
            f"按文字看说的是{library.cite(best[1])}的事，那里没有{'、'.join(strange)}，有选项 {letters} 的，请核对"
        )
    return None if strange else best[1]


def _settle(found: Judged, outdated: Sequence[Status]) -> None:
    kinds = {problem.kind for problem in found.problems}
    if "citation-elsewhere" in kinds and kinds - _HARMLESS <= {"citation-elsewhere", "key-against-article"}:
        found.status = "outdated" if "key-against-article" in kinds else "outdated-citation"
        found.advice = "correct"
        return
    if kinds & _ASK:
        found.status, found.advice = "unreadable", "by hand"
    elif kinds - _HARMLESS - {"citation-repealed", "no-option-right-now"}:
        found.status, found.advice = "wrong", "correct"
    elif outdated:
        found.status = "outdated" if "outdated" in outdated else "outdated-citation"
        gone = all(change.old and not change.new for change in found.changes)
        found.advice = "drop" if gone and not any(ground.held for ground in found.grounds) else "correct"
