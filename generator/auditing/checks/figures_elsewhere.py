"""Numbers outside the fields that other checks hold: remarks, actors, steps, why an article matters, answers of cases.

Each stands in an article that the record or the remark itself cites, or, in the answer of a case, in the case's own facts.
"""

import datetime
import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import article_of, day_of, texts_of
from generator.auditing.official import Official
from generator.auditing.running import mentions, names_of
from generator.auditing.strange import counted, strange_numbers, without_references
from generator.auditing.told_texts import told_texts
from generator.kinds import BasisValue, Record
from generator.kinds.case import Case
from generator.kinds.must_know import MustKnow
from generator.kinds.procedure import Procedure
from generator.kinds.question import Question
from generator.kinds.report import Report
from generator.kinds.statistic import Statistic
from generator.legal.days import day_written
from generator.legal.numerals import format_decimal
from generator.library import Library
from generator.library.links import citations

Path = tuple[str | int, ...]
#: Kinds whose remark and actor are held.
_REMARKS = (
    "article", "concordance", "conduct", "education-duty", "exemption", "must-know", "obligation", "power-item",
    "procedure", "responsibility", "term",
)  # fmt: skip
#: Years and days, numbers of items of a list and of articles are no figures of law.
_NO_FIGURE = re.compile(
    r"\d{4}\s*年(?:\d{1,2}\s*月(?:\d{1,2}\s*日)?)?|\d{1,2}月\d{1,2}日|第\s*[\d一二三四五六七八九十百、和至.\-]+\s*(?:条|款|项|章|节|号|编)?(?:之一)?"
    r"|〔\d+〕\d+号|[（(][一二三四五六七八九十\d]+[）)]|附件\d+|\d+(?:\.\d+)+"
)


#: Until when the text that a remark speaks of was looked at.
_UNTIL = re.compile(r"文本核对[至到](\d{4})年(\d{1,2})月")
#: Units of the law's own figures; days and times are counted in any story.
_OF_LAW = frozenset({"元", "倍", "%", "月", "年", "工作日", "小时"})
#: Time of a story: 9月的行为, 三年前, 两年多.
_OF_STORY = re.compile(r"\d{1,2}月|[一二两三四五六七八九十\d]+年(?:多|以?前|来)")
#: A count of cases and the like: no year.
_COUNT = re.compile(r"(?<![\d.])\d{2,}(?![\d.年月日])")
#: A day or a month of a story.
_DAY = re.compile(r"(?:(?<!\d)\d{4}年)?(?<!\d)\d{1,2}月(?:\d{1,2}日)?")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E608 for each number that nothing cited holds, and each day that nothing else tells."""
    yield from _numbers(library, official)
    yield from _of_questions(library, official)
    yield from _of_reports(library)
    for record, path, days in (*_until(library), *_told_days(library)):
        what = f"日期 {' '.join(str(step) for step in path)} {'、'.join(days)}"
        yield doubt(record, what, record.place(*path), "E608", "：别处没有这个日子")


def _until(library: Library) -> Iterator[tuple[Record, Path, list[str]]]:
    """Remarks that say until when a text was looked at, where neither the record nor that of a regulation it cites says the same."""
    for kind in _REMARKS:
        for record in library.all(kind):
            said = _UNTIL.findall(getattr(record, "note", None) or "")
            cited = [library.regulation(citing.basis.regulation) for citing in citations(kind, record)] if said else []
            known = {(str(day.year), str(day.month)) for day in (record.as_of, *(one.as_of for one in cited)) if day}
            if cited and (strange := [f"{year}年{month}月" for year, month in said if (year, month) not in known]):
                yield record, ("note",), strange


def _told_days(library: Library) -> Iterator[tuple[Record, Path, list[str]]]:
    """Days in the answers of a case that neither its story nor a question tells, nor a version of what it cites."""
    for record in library.of("case", Case):
        told = " ".join([*record.facts, record.title, *(question.text for question in record.questions)])
        bases = [citing.basis for citing in citations("case", record)]
        for index, question in enumerate(record.questions):
            for place, answer in enumerate(question.answers):
                known = set(map(day_written, _version_days(library, bases)))
                strange = [
                    day for day in _DAY.findall(answer.text) if day not in told and not any(day in one for one in known)
                ]
                if strange:
                    yield record, ("questions", index, "answers", place, "text"), strange


def _numbers(library: Library, official: Official) -> Iterator[Doubt]:
    names = names_of(library.regulations)
    for record, path, text, bases, beside in _texts(library):
        if not text:
            continue
        cited = [*bases, *(basis for _, _, basis in mentions(text, names))]
        articles = texts_of(library, official, record, cited)
        if not articles or not all(article_of(library, official, record, one) for one in cited):
            continue
        known = [*articles, OfficialArticle("", 1, 0, (), beside)]
        numbers = {basis.article for basis in cited}
        days = _days(library, cited)
        if strange := strange_numbers(_NO_FIGURE.sub("□", without_references(text, numbers, days)), known):
            place = " ".join(str(step) for step in path)
            what = f"数字 {place} {'、'.join(strange)}"
            yield doubt(
                record, what, record.place(*path), "E608", f"：所引条文里没有（核对之日 {day_of(library, record)}）"
            )


def _of_questions(library: Library, official: Official) -> Iterator[Doubt]:
    """Amounts, shares and periods of explanations that neither an article nor the question itself has."""
    for own in told_texts(library, official):
        if isinstance(own.record, Question):
            known = {one[:2] for one in counted(f"{own.law}\n{' '.join(_asked(own.record))}") if one[1]}
            known |= {
                (number, "工作日") for number, unit in known if unit == "日"
            }  # 行政处罚法 85: 七日 is of working days
            strange = [
                f"{format_decimal(number)}{unit}"
                for number, unit, _ in counted(_NO_FIGURE.sub("□", _OF_STORY.sub("□", own.text)))
                if unit in _OF_LAW and (number, unit) not in known
            ]
            if strange:
                what = f"数字 {own.place} {'、'.join(dict.fromkeys(strange))}"
                yield doubt(own.record, what, own.at, "E608", "：所引条文和题目里都没有")


def _asked(question: Question) -> Iterator[str]:
    """All that a question shows: its stem, evidence, options and blanks."""
    yield question.stem
    for sheet in question.sheets:
        yield from (sheet.title, *sheet.lines, *sheet.head, *(cell for row in sheet.rows for cell in row))
    for part in question.parts:
        yield part.stem
        yield from (option.text for option in part.options)
    yield from (option.text for option in question.options)
    yield from (way for blank in question.blanks for way in blank.accepted)


def _of_reports(library: Library) -> Iterator[Doubt]:
    """Counts of a report's summary that are none of the figures recorded from it."""
    for report in library.of("report", Report):
        figures = {one.value for id in report.statistics if isinstance(one := library.get("statistic", id), Statistic)}
        strange = [said for said in _COUNT.findall(report.summary) if float(said) not in figures]
        if strange:
            what = f"数字 summary {'、'.join(strange)}"
            yield doubt(report, what, report.place("summary"), "E608", "：同这份报告记下的数据不一致")


def _days(library: Library, cited: list[BasisValue]) -> set[str]:
    return {str(day) for day in _version_days(library, cited)}


def _version_days(library: Library, cited: list[BasisValue]) -> set[datetime.date]:
    versions = (version for basis in cited for version in library.regulation(basis.regulation).versions)
    return {day for one in versions for day in one.days}


def _texts(library: Library) -> Iterator[tuple[Record, Path, str, list[BasisValue], str]]:
    """Each text with what is cited for it, and what else may hold its numbers."""
    for kind in _REMARKS:
        for record in library.all(kind):
            bases = [citing.basis for citing in citations(kind, record)]
            for field in ("note", "actor"):
                yield record, (field,), getattr(record, field, None) or "", bases, record.source or ""
    for record in library.of("must-know", MustKnow):
        for index, row in enumerate(record.articles):
            yield record, ("articles", index, "why"), row.why or "", [row.basis], ""
    for record in library.of("procedure", Procedure):
        every = [citing.basis for citing in citations("procedure", record)]
        for index, step in enumerate(record.steps):
            for field in ("title", "actor", "document"):
                text = getattr(step, field) or ""
                yield record, ("steps", index, field), text, list(step.basis) or every, ""
    for record in library.of("case", Case):
        facts = " ".join([*record.facts, record.title])
        for index, question in enumerate(record.questions):
            for place, answer in enumerate(question.answers):
                path = ("questions", index, "answers", place, "text")
                others = [basis for other in question.answers for basis in other.basis]
                yield record, path, answer.text, list(answer.basis) or others, f"{facts} {question.text}"


CHECK = Check("figures_elsewhere", "备注、步骤、理由、案例答案里的数字有依据", ("E608",), run)
