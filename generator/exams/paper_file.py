"""Paper files (试卷文件): a paper as the page saves it, a blueprint and ids of items; read, and held against blueprint and bank.

The file holds no question and no key: both come from the bank, whose digest it bears.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase
from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationError

from generator.exams.apart import Desk
from generator.exams.assembly import arranged
from generator.exams.demands import conflicts, demands
from generator.exams.eligible import Eligible, eligible_items, weights
from generator.exams.limits import limits
from generator.exams.paper import Exam, Paper, PaperSection
from generator.exams.plan import plan_problems
from generator.exams.shortage import asked
from generator.exams.shuffle import FIRST, turned
from generator.exams.sifting import Choice
from generator.exams.solver import Row
from generator.kinds._base import Int, Model, Text
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.library.messages import explain
from generator.problems import Place, Problem, Problems
from generator.questions.bank import Bank
from generator.reading import Marked, read_yaml

#: Raised when papers of an earlier kind would be misread.
VERSION = 1
FORMAT: Literal["pufa-paper"] = "pufa-paper"
_AGAIN = "在组卷网页里打开这个文件，换掉列出的题，再保存一次。"
_ROUNDING = 1e-6
#: What items do together where they break a limit of the whole paper.
_LIMITS = {
    "article": "依据同一条文", "amount": "问同一数额", "phrasing": "问法相同", "true": "都是正确的判断题", "false": "都是错误的判断题",
    "told": "里，有的说出了别的题的答案，不能同卷",
}  # fmt: skip


class FormData(Model):
    """A form: its letter, and for each section ids of items in the order printed."""

    SAYS: ClassVar[dict[str, str]] = {"form": "卷别", "sections": "各大题的题号"}
    form: Annotated[Text, Field(pattern="^[A-Z]$")]
    sections: tuple[tuple[Text, ...], ...]


class PaperData(Model):
    """What a paper file holds."""

    SAYS: ClassVar[dict[str, str]] = {
        "format": "文件的种类",
        "version": "文件的版本",
        "bank": "题库的摘要",
        "as_of": "按哪一天的法律状态",
        "seed": "种子",
        "blueprint": "组卷方案",
        "forms": "各卷",
    }
    format: Literal["pufa-paper"]
    version: Int
    bank: Text
    as_of: Text
    seed: Int
    blueprint: Blueprint
    forms: Annotated[tuple[FormData, ...], Field(min_length=1, max_length=26)]


def read_paper(path: Path, problems: Problems) -> PaperData | None:
    """Read a paper file; an E505 or what is wrong with its blueprint, and None, where it is none."""
    marked = read_yaml(path.parent, path, problems)
    if marked is None:
        if not problems.blocking():
            problems.error(Place(path.name), "E505", "文件是空的", "用组卷网页保存的试卷文件。")
        return None
    if not isinstance(marked.value, dict) or marked.value.get("format") != FORMAT:
        problems.error(marked.at, "E505", "这不是试卷文件", "用组卷网页保存的 .json 文件。")
        return None
    if marked.value.get("version") != VERSION:
        message = f"试卷文件的版本是 {marked.value.get('version')}，只认得 {VERSION}"
        problems.error(marked.at, "E505", message, "用同一版本的 pufa 生成的网站重新保存。")
        return None
    try:
        found = PaperData.model_validate(marked.value)
    except ValidationError as error:
        problems.extend(explain(error, marked, PaperData))
        return None
    found.blueprint._marked = Marked(marked.value["blueprint"], marked.file, marked.mark[2]["blueprint"])
    return found


def exam_of(
    data: PaperData, name: str, library: Library, bank: Bank, digest: str, problems: Problems, forms: int | None = None
) -> Exam | None:
    """The exam that a paper file tells of, once it is sure that every paper meets its blueprint.

    Args:
        data: what the file holds.
        name: of the file, for problems.
        library, bank: what the items are taken from.
        digest: of the bank; where the file bears another, that is said.
        problems: E505 for items that are gone or don't fit, demands that are not met, items that clash.
        forms: how many papers are wanted, where more than the file has: the further ones are chosen beside those.
    """
    at, plan = Place(name), data.blueprint
    if data.bank != digest:
        told = f"试卷按 {data.as_of} 的另一版题库组成，题目可能已经改动"
        problems.warning(at, "E505", told, "照现在的题库重新核对一遍；要原来的题，用当时的内容和 --as-of。")
    faults = [*plan_problems(plan, library, bank), *_listed(plan, library)]
    pool = eligible_items(plan, library, bank, data.seed) if not faults else ()
    faults = faults or _faults(data, at, library, bank, pool)
    if faults:
        problems.extend(faults)
        return None
    papers = [_paper(data, form, bank) for form in data.forms]
    more = (forms or len(papers)) - len(papers)
    if more > 0:
        papers += _further(data, pool, papers, more)
    papers = [replace(paper, alone=len(papers) == 1) for paper in papers[: forms or len(papers)]]
    return Exam(plan, data.seed, tuple(papers), _repeats(plan, papers), proven=False)


def _listed(plan: Blueprint, library: Library) -> Iterator[Problem]:
    for field, list_id in (("must_know", plan.must_know), ("cover", plan.cover)):
        if list_id is not None and library.get("must-know", list_id) is None:
            yield Problem(plan.place(field), "E301", f"没有应知应会清单“{list_id}”", "在组卷网页里重新选清单。")


def _faults(data: PaperData, at: Place, library: Library, bank: Bank, pool: Sequence[Eligible]) -> list[Problem]:
    """What is wrong with the forms, one after another; of a form whose items are not in their place, that alone."""
    plan, columns = data.blueprint, {(one.section, one.item.id): column for column, one in enumerate(pool)}
    wanted, apart, kept = demands(plan, pool), conflicts(pool), tuple(limits(plan, pool))
    found: list[Problem] = []
    for form in data.forms:
        misplaced = _misplaced(plan, form, at, bank, columns)
        found += misplaced
        if misplaced:
            continue
        taken = {columns[section, id] for section, ids in enumerate(form.sections) for id in ids}
        for demand in wanted:
            if not _keeps(demand.row, taken):
                message = f"{form.form} 卷不合要求：{asked(plan, library, demand)}"
                found.append(Problem(at, "E505", message, _AGAIN))
        for row in apart:
            both = [pool[column].item.id for column, _ in row.terms if column in taken]
            if not _keeps(row, taken):
                found.append(Problem(at, "E505", f"{form.form} 卷的题{'、'.join(both)}考同一事实，不能同卷", _AGAIN))
        for limit in kept:
            if not _keeps(limit.row, taken):
                many = "、".join(pool[column].item.id for column, _ in limit.row.terms if column in taken)
                most = f"{limit.row.high:g}" if limit.kind != "told" else ""
                found.append(
                    Problem(
                        at,
                        "E505",
                        f"{form.form} 卷的题{many}{_LIMITS[limit.kind]}{most and f'，至多 {most} 题'}",
                        _AGAIN,
                    )
                )
    return found


def _misplaced(
    plan: Blueprint, form: FormData, at: Place, bank: Bank, columns: Mapping[tuple[int, str], int]
) -> list[Problem]:
    """What is wrong with where the items of a form stand."""
    if len(form.sections) != len(plan.sections):
        message = f"{form.form} 卷有 {len(form.sections)} 个大题，方案有 {len(plan.sections)} 个"
        return [Problem(at, "E505", message, _AGAIN)]
    found: list[Problem] = []
    chosen = [(section, id) for section, ids in enumerate(form.sections) for id in ids]
    for section, id in chosen:
        if id not in bank.by_id:
            found.append(Problem(at, "E505", f"{form.form} 卷的题“{id}”题库里没有了", _AGAIN))
        elif (section, id) not in columns:
            title = plan.sections[section].title
            found.append(Problem(at, "E505", f"{form.form} 卷的题“{id}”不合方案，不能放在“{title}”里", _AGAIN))
    if not found and len(set(chosen)) < len(chosen):
        found.append(Problem(at, "E505", f"{form.form} 卷里有题出现了两次", _AGAIN))
    return found


def _keeps(row: Row, taken: set[int]) -> bool:
    total = sum(coefficient for column, coefficient in row.terms if column in taken)
    return row.low - _ROUNDING <= total <= row.high + _ROUNDING


def _paper(data: PaperData, form: FormData, bank: Bank) -> Paper:
    """The items in the order of the file; in later forms their options turned, as in every exam."""
    plan, sections = data.blueprint, []
    for index, (section, ids) in enumerate(zip(plan.sections, form.sections, strict=True)):
        seed = f"{plan.id}/{data.seed}/{index}/order/{form.form}"
        items = (bank.by_id[id] for id in ids)
        shown = tuple(turned(item, seed) if form.form != FIRST else item for item in items)
        sections.append(PaperSection(section.title, section.type, section.points, shown))
    return Paper(plan, data.seed, tuple(sections), form.form)


def _further(data: PaperData, pool: Sequence[Eligible], papers: Sequence[Paper], more: int) -> Iterator[Paper]:
    """Papers beside those of the file, as far apart from them as can be."""
    plan, columns = data.blueprint, {(one.section, one.item.id): column for column, one in enumerate(pool)}
    forms = [
        Choice(frozenset(columns[index, item.id] for index, s in enumerate(paper.sections) for item in s.items))
        for paper in papers
    ]
    desk, taken = Desk(plan, pool, forms[0]), {paper.form for paper in papers}
    for name in [name for name in ascii_uppercase if name not in taken][:more]:
        forms.append(desk.next_form(weights(plan, pool, f"{data.seed}/{name}"), forms))
        yield arranged(plan, data.seed, desk.items(forms[-1]), name)


def _repeats(plan: Blueprint, papers: Sequence[Paper]) -> int:
    """How often an item stands in a form though an earlier one holds it."""
    seen: set[str] = set()
    found = 0
    for paper in papers:
        ids = {item.id for item in paper.items} - set(plan.include)
        found += len(ids & seen)
        seen |= ids
    return found
