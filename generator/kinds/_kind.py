"""What a kind of content says of itself, so that nothing elsewhere has to list kinds: adding one is adding its file.

A *path* names values of a record: fields and properties, one after the other (``penalties.tiers.measures``).  Of a tuple it
takes every part, or the one whose number it names (``penalties.0.basis``); from a reference it goes on in the record named,
from a citation in the article cited.
"""

from dataclasses import dataclass, field
from typing import Literal

from generator.kinds._base import Record

#: Whom results of the search are for.
STAFF, FIRMS, TRAINERS = "工作人员", "企业", "培训师"


@dataclass(frozen=True, slots=True)
class No:
    """Not so with this kind, and why: silence is no answer."""

    why: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text made of values.

    Attributes:
        paths: whose values, in this order; empty ones are left out.
        join: stands between them.
        end: stands after the last, where there is any.
        most: how many are taken.
        once: paths of which equal values count once.
    """

    paths: tuple[str, ...]
    join: str = " "
    end: str = ""
    most: int | None = None
    once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the search finds of a kind: one result a record.

    Attributes:
        label: what its results are called.
        order: place among the kinds, in the filter and among equals.
        audience: whom it is for.
        title, heading, digest, text, words: what stands in the fields of the result; a path, or words made of several.
            ``words`` are found and never shown.
        fixed: further such words, the same for every record.
        aliases: paths to other names.
        topics: paths to topics; the first that leads anywhere counts.
        law: path to the citation it stands under, or to the id of its law.
        rank: whether it can be filtered by the rank of that law.
        yields: path of what is filled where another record goes before it, which is to be found first.
        fades: whether it counts half where that law is not in force.
        boost: factor on its weight, 0.25 to 1.25.
    """

    label: str
    order: int
    audience: tuple[str, ...]
    title: str | Words = "label"
    heading: str | Words = ""
    digest: str | Words = ""
    text: str | Words = ""
    words: str | Words = ""
    fixed: str = ""
    aliases: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    law: str = ""
    rank: bool = False
    yields: str = ""
    fades: bool = False
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Every record of the kind states something that an item could ask.

    Attributes:
        facts: sorts of facts (``penalty/…``) that are of this kind, beside its own name.
    """

    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What ``pufa verify`` holds against the official texts, beside the citations, which it checks of every kind.

    Attributes:
        says: the statement that a person reads beside the article; one for each record.
        own_words: fields in own words: no figure that the articles lack, no run copied from them.
        periods: paths to periods that must stand in the articles cited next to them.
        unless: field that, where it is filled, says that the periods are those of a document the texts need not hold.
        then: fields that cite what the law was.
        now: fields that cite what the law is now, whatever day the record is of.
    """

    says: Words
    own_words: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    unless: str = ""
    then: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content.

    Attributes:
        name: the English term, as used in ``Ref``.
        title: the Chinese term.
        folder: where its files lie, relative to the project; empty for a kind that only stands inside another.
        model: the pydantic model of one record.
        form: ``yaml`` (a list of records in a file) or ``markdown`` (one record a file: front matter and body).
        sourced: every record must say where its fact comes from, by an article, a source or ``sample``.
        short: two characters that say what a link to a record is (责任, 程序).
        address: of a record, below the site's root, with fields in braces: ``conducts/{id}/``, ``glossary/#{id}``.
        page: name of the page kind that lists its records.
        search: what the search finds.
        asked: whether items ask its records.
        audited: what verify checks.
        met: people come to an article in their work through records of it, as through a list, a duty, a power.
        own: a bureau writes all of it itself and takes none from a pack.
        of_law: it tells of the law itself; what names a regulation there is no use of it.
    """

    name: str
    title: str
    folder: str
    model: type[Record]
    form: Literal["yaml", "markdown"] = "yaml"
    sourced: bool = True
    short: str = field(kw_only=True)
    address: str = field(kw_only=True)
    page: str | No = field(kw_only=True)
    search: Search | No = field(kw_only=True)
    asked: Asked | No = field(kw_only=True)
    audited: Audit | No = field(kw_only=True)
    met: bool = field(default=False, kw_only=True)
    own: bool = field(default=False, kw_only=True)
    of_law: bool = field(default=False, kw_only=True)
