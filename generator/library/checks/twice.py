"""No act is told twice under the old law, and no title stands for two parts of it."""

from collections.abc import Iterator

from generator.kinds.concordance import Concordance
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose
from generator.library.model import Library
from generator.problems import Problem


def run(library: Library, _: Loose) -> Iterator[Problem]:
    """E306: one act told under two old laws of which neither row names the other, or one title for two parts of a law."""
    acts: dict[str, Concordance] = {}
    titles: dict[tuple[str, str], Concordance] = {}
    for row in library.of("concordance", Concordance):
        if row.old is None:
            continue
        for act in {row.act, *(amount.act for amount in row.amounts)} - {None}:
            first = acts.setdefault(act or "", row)
            if first.old and first.old.whole != row.old.whole and not (_names(first, row) or _names(row, first)):
                message = f"行为“{act}”也写在{library.cite(first.old)}（{first.at}）"
                hint = "写出两部旧法各自管的是什么，或者在 also 里写明两处都罚。"
                yield Problem(row.place("act"), "E306", message, hint)
        first = titles.setdefault((row.old.regulation, row.title), row) if row.title else row
        if first is not row:
            message = f"标题“{row.title}”与同一部法律的另一行相同（{first.at}）"
            yield Problem(row.place("title"), "E306", message, "写出这一款、这一项自己说的事。")


def _names(row: Concordance, other: Concordance) -> bool:
    """Whether the row says that the other's old article stood beside its own."""
    return any(other.old and beside.basis.whole == other.old.whole for beside in row.also)


CHECK = LibraryCheck("twice", "行为和标题不重复", ("E306",), run)
