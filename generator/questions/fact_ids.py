"""Ids of facts: ``<sort>/<record>/…``, and the records that they name."""

#: Sorts whose records are of a kind with another name.
_KINDS = {"penalty": "conduct", "education": "education-duty"}


def record_named(fact: str) -> tuple[str, str]:
    """Kind and id of the record that a fact is about; no record of the library where it is about none by itself."""
    sort, _, rest = fact.partition("/")
    return _KINDS.get(sort, sort), rest.split("/")[0]
