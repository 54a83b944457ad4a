"""A term (术语): a word of the law in plain words."""

from generator.kinds._base import Basis, Kind, Record, Ref, Text


class Term(Record):
    """A legal term.

    Attributes:
        title: the term.
        aliases: other forms.
        definition: what it means, in own words.
        basis: articles that define or use it.
        related: other terms.
    """

    title: Text
    aliases: tuple[Text, ...] = ()
    definition: Text
    basis: tuple[Basis, ...] = ()
    related: tuple[Ref("term"), ...] = ()  # type: ignore[valid-type]
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]


KIND = Kind("term", "术语", "content/terms", Term)
