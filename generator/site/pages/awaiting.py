"""What waits for a text: regulations known by name alone or of unknown force, and texts older than the law they serve.

For each it says what is missing and what would have to be looked at again when the text comes; and of the regulations whose
penal articles are recorded, which are not, and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds.conduct import Conduct
from generator.kinds.regulation import Regulation, Unrecorded
from generator.library import Library
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

_PATH = "awaiting"
_TITLE = "待核的文本"


@dataclass(frozen=True, slots=True)
class Old:
    """A text that awaits alignment.

    Attributes:
        regulation: the record.
        citing: how many records rest on it, by their kind's citations.
        conducts: conduct punished under it.
        shared: those that other law punishes too.
        items: questions that rest on it.
    """

    regulation: Regulation
    citing: int
    conducts: tuple[Conduct, ...]
    shared: int
    items: int


def generate(context: Context) -> Iterator[Page]:
    """Yield the page, where anything waits."""
    library = context.library
    missing = [r for r in library.regulations if r.awaiting]
    old = [_old(context, r) for r in library.regulations if r.awaits_alignment and not r.awaiting]
    old = [row for row in old if library.status(row.regulation.id).state != "repealed"]
    apart = [r for r in library.regulations if r.unrecorded]
    if not missing and not old and not apart:
        return
    body = render(
        "awaiting.html",
        _PATH,
        library,
        title=_TITLE,
        missing=[(r, len({id(c.record) for c in library.citing(r.id)})) for r in missing],
        old=sorted(old, key=lambda row: -row.citing),
        apart=[(r, [(_articles(part), part) for part in r.unrecorded or ()]) for r in apart],
    )
    yield Page(_PATH, _TITLE, body, "哪些法规的正文还没有核到，到手以后要改什么", "法规")


def _old(context: Context, regulation: Regulation) -> Old:
    conducts = _punished(context.library, regulation)
    return Old(
        regulation,
        len({id(citing.record) for citing in context.library.citing(regulation.id)}),
        conducts,
        sum(bool(conduct.beside) for conduct in conducts),
        sum(len(context.bank.citing(regulation.id, basis.key)) for basis in context.bank.bases_in(regulation.id)),
    )


def _articles(part: Unrecorded) -> str:
    """第52—59条、第61条."""
    return "、".join(f"第{first}条" if first == last else f"第{first}—{last}条" for first, last in part.spans)


def _punished(library: Library, regulation: Regulation) -> tuple[Conduct, ...]:
    found = (entry.conduct for entry in library.penalties if entry.penalty.basis.regulation == regulation.id)
    return tuple({conduct.id: conduct for conduct in found}.values())


PAGE = PageKind("awaiting", "待核的文本", generate)
