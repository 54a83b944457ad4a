"""No period of the cited places is lost: how long to keep, by when to report, within how many days to decide.

Of obligations and of the steps of a procedure.  That the periods told are those of the articles is held elsewhere; here, that each
period of the articles is told at all, by the record of a duty or somewhere in the step and the limits that rest on its article.
"""

from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.kinds import BasisValue, Record
from generator.kinds.obligation import Obligation
from generator.kinds.procedure import Procedure
from generator.legal.periods import find_periods
from generator.library import Library

_SHOWN = 12  # letters before the period
Path = tuple[str | int, ...]


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E626 for each period of a cited place that the record leaves out."""
    for record, path, bases, told in _told(library):
        ours = _lengths(told)
        for basis in bases:
            part = part_of(library, official, record, basis)
            for found in find_periods(part.text) if part else ():
                theirs = {(one.amount, one.unit) for one in found.periods}
                if part and not theirs <= ours:
                    words = part.text[max(0, found.start - _SHOWN) : found.end].replace("\n", "")
                    what = f"没有写期限 {library.cite(basis)} {words}"
                    yield doubt(record, what, record.place(*path), "E626", "：条文规定了这个期限")


def _told(library: Library) -> Iterator[tuple[Record, Path, tuple[BasisValue, ...], str]]:
    """Each record or step with what it rests on and all that it tells."""
    for duty in library.of("obligation", Obligation):
        fields = ("title", "trigger", "deadline", "frequency", "record", "retention", "otherwise", "note")
        yield duty, ("basis",), duty.basis, "；".join(getattr(duty, field) or "" for field in fields)
    for row in library.of("procedure", Procedure):
        for index, step in enumerate(row.steps):
            own = {basis.whole for basis in step.basis}
            limits = (limit.says for limit in row.limits if limit.basis.whole in own)
            told = "；".join((step.title, step.time_limit or "", step.document or "", *limits))
            yield row, ("steps", index), step.basis, told


def _lengths(text: str) -> set[tuple[int, str]]:
    return {(period.amount, period.unit) for found in find_periods(text) for period in found.periods}


CHECK = Check("periods_told", "所引条文的期限没有漏", ("E626",), run)
