"""Addresses.  They are permanent: other sites, printed papers and browsers' memories hold them."""

import re

from generator.kinds import BasisValue, Record, kind_named

_FIELD = re.compile(r"{(\w+)}")
#: Where the bank lies, and what its form is.
BANK, BANK_SCHEMA = "data/bank.json", "data/bank.schema.json"


def list_file(kind: str, form: str) -> str:
    """Where the office's list of a kind lies to be taken away: ``lists/responsibility.xlsx``."""
    return f"lists/{kind}.{form}"


def url_of(kind: str, record: Record) -> str:
    """Address of a record, relative to the site's root, as its kind says: ``conducts/eia-unapproved-construction/``."""
    return _FIELD.sub(lambda field: str(getattr(record, field[1])), kind_named(kind).address)


def article_url(basis: BasisValue) -> str:
    """Address of the cited article: ``regulations/eco-code/#a1095``; of an earlier text that of its regulation."""
    return f"regulations/{basis.regulation}/" + ("" if basis.version else f"#a{basis.key}")


def root_from(path: str) -> str:
    """The way from the page at ``path`` up to the site's root: ``../../`` for ``conducts/x``, '' for the home page."""
    return "../" * len(path.split("/")) if path else ""
