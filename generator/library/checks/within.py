"""No list cites an article whole and again in part: mostly one of the two is meant to be another article."""

from collections.abc import Iterator

from generator.kinds import BasisValue, kinds
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose, citations
from generator.library.model import Library
from generator.library.paths import Place
from generator.problems import Problem, Severity


def run(library: Library, _: Loose) -> Iterator[Problem]:
    """W314: one list with 第5条 and 第5条第2款."""
    for kind in kinds():
        for record in library.all(kind.name):
            lists: dict[Place, list[tuple[int, BasisValue]]] = {}
            for citing in citations(kind.name, record):
                *above, last = citing.path
                if isinstance(last, int):
                    lists.setdefault(tuple(above), []).append((last, citing.basis))
            for path, cited in lists.items():
                whole = {basis for _, basis in cited if basis == basis.whole}
                for at, basis in cited:
                    if basis.whole in whole and basis != basis.whole:
                        message = f"同一处引了{library.cite(basis.whole)}整条，又引{basis.locus}"
                        hint = "只留一处；或者其中一处的条号写错了。"
                        yield Problem(record.place(*path, at), "W314", message, hint, Severity.WARNING)


CHECK = LibraryCheck("within", "一处不既引整条又引其中一款", ("W314",), run)
