"""Explanations, answers of cases, reasons, advice and remarks: no condition, measure, level or denial that their articles don't have."""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.contrary import contrary
from generator.auditing.meaning import law_of, turned_denials, turned_modes
from generator.auditing.official import Official
from generator.auditing.own_texts import OwnText
from generator.auditing.sorts import MEASURES
from generator.auditing.told_texts import remarks, told_texts
from generator.auditing.turning_words import found
from generator.library import Library

#: Conditions, in the words of a text → how an article has them.
_CONDITIONS: tuple[tuple[str, str], ...] = (
    ("情节严重", "情节(?:特别)?严重|构成犯罪"),
    ("拒不改正", "拒不|经责令"),
    ("逾期不改正", "逾期|限期|不改正"),
    ("造成严重后果", "严重后果|后果"),
)
#: What turning_words says and is not asked here: an answer tells in many ways what one may do or finds of the facts (可以认定…, 没有过错).
_ASKED_ELSEWHERE = ("“可以”", "“应当”", "“例外”", "条文否定")
#: Kinds of record whose text tells what is to be found of facts (an answer), not what the article says; and how they tell it.
_FINDING = frozenset({"case", "situation"})
_FOUND = re.compile(r"可以(?:认定|作为|另罚|分别|按|从|看|据)|“有权的")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E606, E613 and E628 for what the articles don't have."""
    for own in _texts(library, official):
        place = own.place
        for name, there in _CONDITIONS:
            if name in own.text and not re.search(there, own.law):
                yield doubt(own.record, f"情形 {place} {name}", own.at, "E613", "：不在所引条文中")
        for name in _measures(own) if own.kind != "exemption" else ():
            yield doubt(own.record, f"措施 {place} {name}", own.at, "E606", "：不在所引条文中")
        for what in dict.fromkeys(_turns(own, library.site.harms)):
            yield doubt(own.record, f"用词 {place} {what}", own.at, "E628", "：与条文不一致，可能改变了意思")


def _texts(library: Library, official: Official) -> Iterator[OwnText]:
    """What is told, and what is remarked but for why wrong options are wrong."""
    yield from told_texts(library, official)
    yield from (own for own in remarks(library, official) if own.kind != "question")


def _measures(own: OwnText) -> Iterator[str]:
    for name, there, _ in MEASURES:
        known = "停止" if name == "责令停止" else there  # 停止违法行为, in an answer, is 责令停止
        if re.search(there, own.text) and not re.search(known, own.law):
            yield name


def _turns(own: OwnText, harms: tuple[str, ...]) -> Iterator[str]:
    for what in found(own.text, own.law):
        if not any(word in what for word in _ASKED_ELSEWHERE):
            yield what
    if own.kind in _FINDING:
        yield from (what for what in turned_modes(own.text, law_of(own.law)) if not _FOUND.search(what))
        return
    yield from turned_modes(own.text, law_of(own.law))
    yield from (what for what in turned_denials(own.text, law_of(own.law)) if not what.endswith("这里没有"))
    yield from contrary(own.text, own.law, False, harms)


CHECK = Check("told", "解析、答案、理由里的情形、措施、级别、否定与条文一致", ("E606", "E613", "E628"), run)
