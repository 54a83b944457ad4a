"""What changes of law touch: those of the last year and those that the records announce, with everything of the project that rests on them."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.impact import ArticleChange, Touched, coming, since, touched
from generator.kinds import Record, kinds
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

_PATH = "impact"
_TITLE = "法律变化的影响"
#: Days for which a change is shown.
_RECENT = 366


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is touched, with its record where it has a page: (kind, record)."""

    one: Touched
    record: tuple[str, Record] | None


def generate(context: Context) -> Iterator[Page]:
    """Yield the page, where a law has changed or is going to."""
    library = context.library
    recent = list(since(library, library.as_of - datetime.timedelta(days=_RECENT)))
    ahead = list(coming(library))
    if not recent and not ahead:
        return
    parts = [
        ("ahead", "将要变化", ahead, _rows(context, ahead)),
        ("recent", "一年之内的变化", recent, _rows(context, recent)),
    ]
    body = render(
        "impact.html",
        _PATH,
        library,
        title=_TITLE,
        parts=parts,
        longest=max((found for *_, rows in parts for found in rows.values()), key=len, default=None),
    )
    yield Page(_PATH, _TITLE, body, "法律改了，哪些清单、题目、试卷还引用原来的条文，各要怎么办", "法规")


def _rows(context: Context, changes: Sequence[ArticleChange]) -> dict[str, list[Row]]:
    """What is touched, by what it is."""
    names = {kind.title: kind.name for kind in kinds()}
    rows: dict[str, list[Row]] = {}
    for one in touched(context.library, context.bank, lambda: context.papers, {}, changes):
        kind = names.get(one.sort, "")
        record = context.library.get(kind, one.id) if kind else None
        rows.setdefault(one.sort, []).append(Row(one, (kind, record) if record else None))
    return rows


PAGE = PageKind("impact", _TITLE, generate)
