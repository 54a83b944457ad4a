"""An industry (行业): whom obligations and guides address."""

from generator.kinds._base import Kind, Record, Text


class Industry(Record):
    """A trade that a guide can be written for.

    Attributes:
        title: name as shown.
        aliases: what its people call it, for search.
    """

    title: Text
    aliases: tuple[Text, ...] = ()


KIND = Kind("industry", "行业", "content/industries", Industry, sourced=False)
