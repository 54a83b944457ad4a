"""A day of the year that a remark or an explanation tells stands in an article that it rests on, or elsewhere in the record."""

from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import texts_of
from generator.auditing.official import Official
from generator.auditing.own_texts import names_in_guides
from generator.auditing.running import mentions
from generator.auditing.statements import spoken
from generator.auditing.told_texts import FIELDS, REMARKS
from generator.kinds import Record
from generator.kinds.question import Question
from generator.legal.days import days_of_year
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import values

#: Kind → fields; the answers of cases have a check of their own.
_FIELDS = {
    **{kind: ("note",) for kind, fields in REMARKS.items() if "note" in fields},
    "question": FIELDS["question"],
    "guide": ("body",),
}


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E608 for each day that nothing else tells."""
    for kind, fields in _FIELDS.items():
        for record in library.all(kind):
            for path, text in (found for field in fields for found in values(library, record, field)):
                if own := days_of_year(text):
                    strange = sorted(own - _known(library, official, kind, record, text))
                    if strange:
                        told = "、".join(f"{month}月{day}日" for month, day in strange)
                        what = f"日期 {' '.join(map(str, path))} {told}"
                        yield doubt(record, what, record.place(*path), "E608", "：所引条文和记录别处都没有这一天")


def _known(library: Library, official: Official, kind: str, record: Record, text: str) -> set[tuple[int, int]]:
    """The days of the articles that are cited or named, of the versions of their laws, and of what else the record says."""
    bases = [citing.basis for citing in citations(kind, record)]
    bases += [basis for _, _, basis in mentions(text, names_in_guides(library))]
    bases = [basis for basis in bases if library.get("regulation", basis.regulation)]
    beside = _asked(record) if isinstance(record, Question) else "" if kind == "guide" else spoken(record)
    known = days_of_year(f"{beside} {record.source or ''}")
    for article in texts_of(library, official, record, bases):
        known |= days_of_year(article.text)
    versions = (version for basis in bases for version in library.regulation(basis.regulation).versions)
    return known | {(day.month, day.day) for version in versions for day in version.days}


def _asked(question: Question) -> str:
    """What a question shows but for its options."""
    sheets = (cell for sheet in question.sheets for row in (sheet.lines, *sheet.rows) for cell in row)
    return " ".join((question.stem, *(part.stem for part in question.parts), *sheets))


CHECK = Check("days_told", "备注、解析里的日子有依据", ("E608",), run)
