"""The recipe: a project's files → library → bank → papers → everything the site shows."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.exams.assembly import planned, published_papers
from generator.exams.out_of_time import out_of_time
from generator.exports.bundle import unknown_formats
from generator.kinds.blueprint import Blueprint
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank
from generator.questions.difficulty import with_measured
from generator.questions.evaluate import disagreements
from generator.site.context import Context
from generator.site.longlists import shortened
from generator.site.page import PAGES, Asset, Page

#: Told what is being done, in Chinese, for a progress display.
Progress = Callable[[str], None]


def silent(_: str) -> None:
    """A Progress that shows nothing."""


def compile_bank(
    root: Path, as_of: datetime.date, problems: Problems, progress: Progress = silent
) -> tuple[Library, Bank]:
    """Read the project at ``root`` and make its bank, each answer decided twice, as the law stands on ``as_of``.

    Whoever wants one paper, or the items, has no use for what is wrong with the other blueprints.
    """
    progress("读取内容")
    library = build_library(root, as_of, problems)
    progress("出题")
    bank = with_measured(build_bank(library, problems), root, problems)
    progress("另行判定答案")
    problems.extend(disagreements(library, bank))
    return library, bank


def compile_project(root: Path, as_of: datetime.date, problems: Problems, progress: Progress = silent) -> Context:
    """Read the project at ``root`` and make all that pages are made from, as the law stands on ``as_of``."""
    library, bank = compile_bank(root, as_of, problems, progress)
    progress("组卷")
    of_papers = Problems()
    planned(library, bank, of_papers)
    for plan in library.of("blueprint", Blueprint):
        of_papers.extend(unknown_formats(plan))
    papers = published_papers(library, bank, of_papers)
    problems.extend(out_of_time(library, of_papers))
    return Context(library, bank, papers, tuple(problems))


def site_files(context: Context, progress: Progress = silent) -> Iterator[Page | Asset]:
    """Yield every page and asset of the site, in order of page kind; the same context gives the same bytes."""
    for kind in PAGES.all():
        progress(f"生成页面：{kind.title}")
        for made in kind.generate(context):
            yield from shortened(made) if isinstance(made, Page) else (made,)
