"""Ids of facts: ``<sort>/<record>/…``, and the records that they name."""

from functools import cache

from generator.kinds import kinds
from generator.kinds._kind import Asked


def record_named(fact: str) -> tuple[str, str]:
    """Kind and id of the record that a fact is about; no record of the library where it is about none by itself."""
    sort, _, rest = fact.partition("/")
    return _sorts().get(sort, sort), rest.split("/")[0]


@cache
def _sorts() -> dict[str, str]:
    """Sorts of facts that have another name than the kind of their record."""
    return {sort: kind.name for kind in kinds() if isinstance(kind.asked, Asked) for sort in kind.asked.facts}
