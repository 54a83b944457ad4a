"""A term (术语): a word of the law in plain words."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds._base import Basis, Record, Ref, Text
from generator.kinds._kind import FIRMS, STAFF, Audit, Kind, No, Search, Words


class Term(Record):
    """A legal term.

    Attributes:
        title: the term.
        aliases: other forms.
        definition: what it means, in own words.
        basis: articles that define or use it.
        related: other terms.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "术语",
        "aliases": "别的写法",
        "definition": "什么意思，用自己的话写",
        "basis": "定义它或者用到它的条文",
        "related": "相关的术语",
        "topics": "专题",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    definition: Text
    basis: tuple[Basis, ...] = ()
    related: tuple[Ref("term"), ...] = ()  # type: ignore[valid-type]
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]

    @property
    def parts(self) -> tuple[str, ...]:
        """What a title that joins several (查封、扣押) is asked by, each alone."""
        return tuple(self.title.split("、")) if "、" in self.title else ()


KIND = Kind(
    "term",
    "术语",
    "content/terms",
    Term,
    short="术语",
    address="glossary/#{id}",
    page="glossary",
    search=Search(
        label="术语",
        order=5,
        audience=(STAFF, FIRMS),
        digest="definition",
        aliases=("aliases", "parts"),
        topics=("topics",),
    ),
    asked=No("术语的意思不懂法律的人也猜得出，不考"),
    audited=Audit(says=Words(("title", "definition"), "："), own_words=("definition",)),
)
