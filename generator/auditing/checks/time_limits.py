"""Every time limit, deadline, retention and frequency stands in an article that the record cites."""

from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.figures import strange_numbers, strange_periods
from generator.auditing.lookup import texts_of
from generator.auditing.official import Official
from generator.kinds import BasisValue, Record
from generator.kinds.exemption import Exemption
from generator.kinds.obligation import Obligation
from generator.kinds.procedure import Procedure
from generator.library import Library
from generator.library.links import citations
from generator.problems import Problem

Path = tuple[str | int, ...]
_OF_OBLIGATION = ("deadline", "frequency", "retention")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E605 for each period or number of time that the cited articles do not hold."""
    for record, path, text, bases in _statements(library):
        articles = texts_of(library, official, record, bases)
        if not articles and bases:
            continue  # the citations themselves are at fault, and reported so
        strange = strange_periods(text, articles)
        strange += [number for number in strange_numbers(text, articles) if not any(number in one for one in strange)]
        if strange:
            cited = "、".join(library.cite(basis) for basis in dict.fromkeys(bases)) or "（没有写依据）"
            message = f"期限“{text[:30]}”中的 {'、'.join(strange)} 不在所引条文中：{cited}"
            yield Problem(
                record.place(*path), "E605", message, "核对期限和单位（日、工作日），或补上写有它的条文作依据。"
            )


def _statements(library: Library) -> Iterator[tuple[Record, Path, str, tuple[BasisValue, ...]]]:
    for obligation in library.of("obligation", Obligation):
        for field in _OF_OBLIGATION:
            if text := getattr(obligation, field):
                yield obligation, (field,), text, obligation.basis
    for procedure in library.of("procedure", Procedure):
        everywhere = tuple(citing.basis for citing in citations("procedure", procedure))
        for index, step in enumerate(procedure.steps):
            if step.time_limit:
                yield procedure, ("steps", index, "time_limit"), step.time_limit, step.basis or everywhere
        for index, limit in enumerate(procedure.limits):
            yield procedure, ("limits", index, "says"), limit.says, (limit.basis,)
    for exemption in library.of("exemption", Exemption):
        if exemption.issued_by:
            continue  # its conditions are those of a list that the official texts need not hold
        for field in ("all_of", "any_of"):
            for index, text in enumerate(getattr(exemption, field)):
                yield exemption, (field, index), text, exemption.basis


CHECK = Check("time-limits", "期限、频次、保存年限在所引条文中", ("E605",), run)
