"""Mock exams: the published papers, with the machine-readable key beside each; of other blueprints what they ask, not the items."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.exams.paper import Exam, Paper
from generator.exams.shortage import quota_name
from generator.exports.base import File, Wishes
from generator.exports.bundle import DATA, formats
from generator.exports.formats.json import export as key_files
from generator.kinds.blueprint import Blueprint, BlueprintSection
from generator.library import Library
from generator.site.context import Context
from generator.site.page import Asset, Page, PageKind
from generator.site.templates import render

SECTION = "练习与考试"
#: Formats of published papers where the blueprint names none.
_OFFERED = ("docx", "xlsx", "chaoxing", "kaoshibao", "wjx")
#: What a file is, by its name and by the end of its name: nobody has to know that key.docx are the answers.
_PART = {"paper": "试卷", "key": "参考答案", "audit": "审题表"}
_PROGRAM = {"docx": "Word", "xlsx": "Excel", "txt": "文本", "pdf": "PDF"}


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield a page per published paper with its key as JSON, and a page per other blueprint."""
    library = context.library
    names = {topic.id: topic.title for topic in library.topics}
    for paper in context.papers:
        path = f"exams/{paper.blueprint.id}"
        offered = list(_offered(library, paper))
        body = render(
            "exam.html",
            path,
            library,
            paper=paper,
            facts=(*_facts(paper.blueprint, paper.count), f"卷号 {paper.seed}"),
            offered=offered,
            labels=json.dumps(names, ensure_ascii=False),
        )
        yield Page(
            path,
            paper.blueprint.title,
            body,
            f"{paper.blueprint.title}：模拟考试，答完即出成绩与解析",
            SECTION,
            focused=True,
        )
        for name, content in key_files(library, paper).items():
            yield Asset(f"{path}/{name}", content)
        yield from (Asset(f"{path}/{file.name}", file.content) for offer in offered for file in offer.files)
    shown = {paper.blueprint.id for paper in context.papers}
    for plan in library.of("blueprint", Blueprint):
        if plan.id not in shown:
            yield _plan(context, plan)


@dataclass(frozen=True, slots=True)
class Offer:
    """A format in which a published paper can be had: what people call it, its files, and how many items it leaves out."""

    title: str
    files: tuple[File, ...]
    left_out: int

    @property
    def links(self) -> list[tuple[str, str]]:
        """Name of each file, and what it says on the page."""
        parts = [(file.name, *file.name.rsplit(".", 1)) for file in self.files]
        return [(name, f"{_PART.get(stem, '下载')}（{_PROGRAM.get(end, end)}）") for name, stem, end in parts]


def _offered(library: Library, paper: Paper) -> Iterator[Offer]:
    """The formats that the blueprint names, else those that trainers take; never one without files."""
    exam = Exam(paper.blueprint, paper.seed, (paper,))
    for name in paper.blueprint.formats or _OFFERED:
        form = formats().get(name)
        if form is not None and name != DATA:
            outcome = form.export(library, exam, Wishes(skip_unsupported=True))
            if outcome.files:
                yield Offer(form.title, outcome.files, len(outcome.left_out))


def _plan(context: Context, plan: Blueprint) -> Page:
    """A blueprint whose papers are for real exams."""
    path = f"exams/{plan.id}"
    forms = (f"{plan.forms} 套卷",) if plan.forms > 1 else ()
    body = render(
        "blueprint.html",
        path,
        context.library,
        plan=plan,
        facts=(*_facts(plan, sum(section.count for section in plan.sections)), *forms),
        demands=partial(_demands, context.library),
    )
    return Page(path, plan.title, body, f"{plan.title}：组卷方案，各大题的题数、分值和配额", SECTION)


def _facts(plan: Blueprint, count: int) -> tuple[str, ...]:
    """Whom a paper is for, and what it takes, in a few words each."""
    marks = (f"满分 {plan.total:g} 分", f"{plan.pass_mark:g} 分及格")
    return (plan.audience, f"{count} 题", f"{plan.minutes} 分钟", *marks)


def _demands(library: Library, section: BlueprintSection) -> list[str]:
    """What a section asks of its items, each in words: 平均难度 0.3–0.5; 大气污染防治 至少 2 题、至多 5 题."""
    words = [f"平均难度 {section.difficulty[0]:g}–{section.difficulty[1]:g}"] if section.difficulty else []
    for quota in section.quotas:
        least = f" 至少 {quota.min} 题" if quota.min else ""
        most = "" if quota.max is None else f"{'、' if quota.min else ' '}至多 {quota.max} 题"
        words.append(f"{quota_name(library, quota)}{least}{most}")
    return words


PAGE = PageKind("exams", "模拟考试", generate)
