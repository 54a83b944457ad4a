"""pufa impact: everything of a project that a change of law touches, with what to do about each."""

import dataclasses
import datetime
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from generator.commands._base import AsOf, Command, Quiet, Root, Since, finish, progress, project, today
from generator.commands._lawtext import side_of
from generator.exams.assembly import published_papers
from generator.exports.bundle import MANIFEST, read_bundle
from generator.exports.workbook import Sheet, workbook
from generator.gate import gate
from generator.impact import ArticleChange, Touched, between, in_short, of_regulation, since, touched
from generator.keeping import write_file
from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.library import Library, build_library
from generator.lists.paging import heights
from generator.problems import Place, Problems
from generator.questions.bank import Bank, build_bank
from generator.questions.difficulty import with_measured
from generator.templating import alone_style, bare_environment

_HEADER = ("种类", "编号", "名称", "位置", "引用", "变化", "怎么办")
_LONGEST = 30  # characters of a title that stands in a line
_PAPERS = "papers"
_WIDTHS = (14, 28, 36, 42, 24, 34, 30)


def run(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    root: Root = Path("."),
    as_of: AsOf = None,
    regulation: Annotated[
        str | None, typer.Option("--regulation", metavar="编号", help="这部法规整个变了：列出引用它的全部内容")
    ] = None,
    from_day: Since = None,
    files: Annotated[
        tuple[str, str] | None,
        typer.Option("--files", metavar="旧文本 新文本", help="同一部法规的两份文本：只列引用了变动条文的内容"),
    ] = None,
    papers: Annotated[
        list[Path] | None,
        typer.Option(
            "--papers",
            metavar="目录",
            help="已经发出的试卷（pufa exam 写的目录），可以写多次；不写就看项目 papers/ 里的",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="文件", help="另写成 Excel 表（xlsx）")] = None,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="文件", help="另写成一页网页（html），可以单独打开、打印")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每一处印一行 JSON")] = False,
    quiet: Quiet = False,
) -> None:
    """List what is touched, by file and line."""
    if sum(option is not None for option in (regulation, from_day, files)) != 1:
        raise typer.BadParameter("写 --regulation、--since、--files 中的一个")
    problems = Problems()
    with progress(quiet) as tell:
        tell("读取内容")
        library = build_library(project(root), today(as_of), Problems())
        changes = list(_changes(library, regulation, from_day, files, problems))
        kept = dict(_kept(papers or _handed_out(root), problems))
        finish(problems)
        tell("出题")
        bank = with_measured(build_bank(library, Problems()), root, Problems()) if changes else Bank(())
        tell("找出受影响的内容")
        found = touched(library, bank, lambda: published_papers(library, bank, Problems()), kept, changes)
    for one in found:
        print(json.dumps(_told(one), ensure_ascii=False) if as_json else _line(one))
    if out is not None:
        rows = [tuple(_told(one).values()) for one in found]
        high = heights(rows, _WIDTHS, set(), range(len(_WIDTHS)))
        write_file(
            out, workbook([Sheet("受影响的内容", _HEADER, rows, _WIDTHS, filled=True, heights=high)], library.as_of)
        )
    if page is not None:
        template = bare_environment().get_template("impact.html")
        values = {"name": library.site.name, "as_of": library.as_of, "changes": list(in_short(changes)), "found": found}
        write_file(page, template.render(style=alone_style(), **values).encode())
    if not as_json:
        for change in in_short(changes):
            print(f"变化：{change}")
        counts = Counter(one.sort for one in found)
        print(f"受影响 {len(found)} 处：{'，'.join(f'{sort} {n}' for sort, n in counts.items()) or '没有'}。")


def _changes(
    library: Library,
    regulation: str | None,
    day: datetime.date | None,
    files: tuple[str, str] | None,
    problems: Problems,
) -> Iterator[ArticleChange]:
    if day is not None:
        yield from since(library, day)
    elif regulation is not None:
        record = library.get("regulation", regulation)
        if isinstance(record, Regulation):
            yield of_regulation(library, record)
        else:
            problems.error(
                Place("--regulation"), "E301", f"没有编号为“{regulation}”的法规", "编号见 content/regulations。"
            )
    elif files is not None:
        before, after = (side_of(library, named, problems) for named in files)
        if before is None or after is None:
            return
        id = after.regulation or before.regulation
        record = library.get("regulation", id) if id else None
        if isinstance(record, Regulation):
            yield from between(record, before.words, after.words)
        else:
            problems.error(
                Place(files[1]), "E801", f"项目里没有《{after.title}》", "先在 content/regulations 登记这部法规。"
            )


def _handed_out(root: Path) -> list[Path]:
    """Where ``pufa exam`` writes papers when it is told nothing else: those that are there are of record."""
    return sorted(path.parent for path in (root / _PAPERS).glob(f"*/{MANIFEST}"))


def _kept(folders: list[Path], problems: Problems) -> Iterator[tuple[str, dict[str, tuple[BasisValue, ...]]]]:
    """Papers that were handed out, by folder and form: ids of items → what each rests on."""
    for folder in folders:
        where = Place((folder / MANIFEST).as_posix())
        with gate(where, problems, "E101", "写 pufa exam 写出的目录。", "试卷的清单或者答案读不了"):
            manifest, keys = read_bundle(folder)
            for form, key in zip(manifest["forms"], keys, strict=True):
                yield (
                    f"{folder.as_posix()} {form['form']} 卷",
                    {str(item["id"]): tuple(map(_basis, item["basis"])) for item in key["items"]},
                )


def _basis(data: Mapping[str, Any]) -> BasisValue:
    return BasisValue(**{name: data[name] for name in BasisValue.model_fields if name in data})


def _told(one: Touched) -> dict[str, str]:
    return {field.name: str(getattr(one, field.name)) for field in dataclasses.fields(one)}


def _line(one: Touched) -> str:
    name = one.id if len(one.title) > _LONGEST else one.title
    return f"{one.at}: {one.sort}“{name}”{one.cites and f'引用 {one.cites}'}：{one.do}"


COMMAND = Command(
    "impact",
    "变化的影响：一部法规变了，列出引用它的行为、清单、指南、裁量基准、题目和试卷，各要怎么办。",
    (
        "pufa impact --since 2026-08-15",
        "pufa impact --regulation permit-reg --out 影响.xlsx",
        "pufa impact --files 旧文本.docx 新文本.docx --papers papers/annual-study-2026",
    ),
    run,
)
