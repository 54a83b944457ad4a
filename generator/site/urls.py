"""Addresses.  They are permanent: other sites, printed papers and browsers' memories hold them."""

from generator.kinds import BasisValue, Record
from generator.kinds.article import Article

#: kind → folder of its pages, for kinds whose records have a page each.
FOLDERS = {
    "regulation": "regulations",
    "conduct": "conducts",
    "unit": "units",
    "guide": "guides",
    "topic": "practice",
    "report": "reports",
    "procedure": "procedures",
    "case": "cases",
    "blueprint": "exams",
    "must-know": "must-know",
    "benchmark": "benchmarks",
}
#: kind → page that lists its records, each at an anchor of its id.
LISTS = {
    "concordance": "concordance",
    "exemption": "exemptions",
    "power-item": "powers",
    "responsibility": "responsibilities",
    "education-duty": "education",
    "obligation": "obligations",
    "statistic": "statistics",
    "term": "glossary",
    "penalty": "penalties",
    "industry": "guides",
}


def url_of(kind: str, record: Record) -> str:
    """Address of a record, relative to the site's root: ``conducts/eia-unapproved-construction/``."""
    if isinstance(record, Article):
        return f"regulations/{record.regulation}/#a{record.key}"
    if kind == "question":
        return "practice/"
    if kind in FOLDERS:
        return f"{FOLDERS[kind]}/{record.id}/"
    return f"{LISTS[kind]}/#{record.id}"


def article_url(basis: BasisValue) -> str:
    """Address of the cited article: ``regulations/eco-code/#a1095``; of an earlier text that of its regulation."""
    return f"regulations/{basis.regulation}/" + ("" if basis.version else f"#a{basis.key}")


def root_from(path: str) -> str:
    """The way from the page at ``path`` up to the site's root: ``../../`` for ``conducts/x``, '' for the home page."""
    return "../" * len(path.split("/")) if path else ""
