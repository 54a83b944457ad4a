"""Texts that tell what articles say beside other things: explanations of questions, answers of cases, why an article matters, advice.

Each is held against whole articles: those of its part, of the rest of its record, and those that it names itself.
"""

import re
from collections.abc import Iterator

from generator.auditing.lookup import article_of, beside, day_of
from generator.auditing.official import Official
from generator.auditing.own_texts import OwnText, names_in_guides, own_texts
from generator.auditing.running import mentions
from generator.kinds import BasisValue, Record
from generator.kinds.case import Case
from generator.kinds.question import QuestionOption
from generator.kinds.situation import Situation
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import Place, values
from generator.library.remember import once

#: Kind → fields; of options only why those are right that are right: why one is wrong tells what no article says,
#: and is a remark.
FIELDS: dict[str, tuple[str, ...]] = {
    "must-know": ("articles.why",),
    "case": ("questions.answers.text",),
    "occasion": ("advice.says",),
    "question": ("explanation", "parts.explanation", "options.why", "parts.options.why"),
    "exemption": ("follow_up",),
}
#: Kind → fields that speak of the articles in passing: remarks, who acts in a step and with which paper, what makes facts a conduct.
REMARKS: dict[str, tuple[str, ...]] = {
    "article": ("note",),
    "concordance": ("note",),
    "conduct": ("note",),
    "education-duty": ("note",),
    "exemption": ("note",),
    "must-know": ("note",),
    "obligation": ("note", "record"),
    "power-item": ("note", "accountability"),
    "procedure": ("note", "steps.actor", "steps.document"),
    "responsibility": ("note",),
    "situation": ("findings.because",),
    "term": ("note",),
}
#: Words that are spoken of (没有“可以”二字) and not said.
_QUOTED = re.compile(r"“[^”]*”")


@once
def told_texts(library: Library, official: Official) -> tuple[OwnText, ...]:
    """In order of the table; none of which the copy lacks an article."""
    return tuple(_told_texts(library, official))


@once
def remarks(library: Library, official: Official) -> tuple[OwnText, ...]:
    """In order of the table, then why wrong options are wrong; none of which the copy lacks an article."""
    wrong = _texts(library, official, {"question": ("options.why", "parts.options.why")}, wrong=True)
    return (*_texts(library, official, REMARKS), *wrong)


@once
def all_texts(library: Library, official: Official) -> tuple[OwnText, ...]:
    """Every text that tells what articles say: the records' own, what is told beside them, and remarks."""
    return (*own_texts(library, official), *told_texts(library, official), *remarks(library, official))


def _told_texts(library: Library, official: Official) -> Iterator[OwnText]:
    return _texts(library, official, FIELDS)


def _texts(
    library: Library, official: Official, table: dict[str, tuple[str, ...]], wrong: bool = False
) -> Iterator[OwnText]:
    names = names_in_guides(library)
    for kind, fields in table.items():
        for record in library.all(kind):
            if getattr(record, "issued_by", None):
                continue  # a list that the official texts need not hold
            for path, text in (found for field in fields for found in values(library, record, field)):
                if _wrong(record, path) is not wrong:
                    continue
                bases = [*_around(library, kind, record, path), *(basis for _, _, basis in mentions(text, names))]
                articles = [
                    article_of(library, official, record, basis)
                    for basis in bases
                    if library.get("regulation", basis.regulation)
                ]
                if articles and all(articles):
                    law = "\n".join(dict.fromkeys(article.text for article in articles if article))
                    working = _working(library, official, record, bases)
                    yield OwnText(kind, record, path, _QUOTED.sub("", text), law, working=working)


def _working(library: Library, official: Official, record: Record, bases: list[BasisValue]) -> frozenset[int]:
    """The numbers of days that are working days by a clause of one of the laws."""
    texts = (
        official.cited(library.regulation(basis.regulation), basis, day_of(library, record))
        for basis in bases
        if library.get("regulation", basis.regulation)
    )
    return frozenset().union(*(text.working for text in texts if text))


def _wrong(record: Record, path: Place) -> bool:
    """Whether a text tells why an option is wrong."""
    part: object = record
    for step in path[:-1]:
        part = part[step] if isinstance(step, int) else getattr(part, step)  # type: ignore[index]
    return isinstance(part, QuestionOption) and not part.correct


def _around(library: Library, kind: str, record: Record, path: Place) -> list[BasisValue]:
    if isinstance(record, Case):
        return [basis for answer in record.questions[int(path[1])].answers for basis in answer.basis]
    if isinstance(record, Situation):  # a finding rests on what its conduct does
        conduct = library.get("conduct", record.findings[int(path[1])].conduct)
        return [citing.basis for citing in citations("conduct", conduct)] if conduct else []
    everywhere = [citing.basis for citing in citations(kind, record)]
    return everywhere if kind == "question" else list(beside(record, path[:-1])) or everywhere
