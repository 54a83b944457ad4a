"""What the law that a discretion benchmark stands on says of the fine: spans of yuan, shares of a sum."""

from collections.abc import Iterator

from generator.auditing.article import Text
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.benchmark import Benchmark
from generator.legal.money import PerUnit, Range
from generator.library import Library


def bases_of(record: Benchmark) -> Iterator[tuple[BasisValue, ...]]:
    """The law that a table must fit, each on its own.

    A table drawn up under repealed law is held against that law; against the law of now unless it awaits alignment.
    """
    if record.basis_then:
        yield record.basis_then
    if record.basis and not (record.basis_then and record.awaits_alignment):
        yield record.basis


def parts_of(
    library: Library, official: Official, record: Benchmark, bases: tuple[BasisValue, ...]
) -> tuple[Text, ...]:
    """The parts cited, in order, those that the copy lacks left out."""
    found = (part_of(library, official, record, basis) for basis in bases)
    return tuple(part for part in found if part is not None)


def yuan_spans(parts: tuple[Text, ...]) -> tuple[Range, ...]:
    """The spans of fines in yuan, in order, each once; those for each unit (每辆) among them."""
    found: list[Range] = []
    for part in parts:
        for mention in part.sums:
            value = mention.value
            if isinstance(value, Range):
                found.append(value)
            elif isinstance(value, PerUnit):
                found.append(Range(value.min, value.max))
    return tuple(dict.fromkeys(found))
