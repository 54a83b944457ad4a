"""A unit (责任单位): a body that answers for environmental protection, and the names under which statutes speak of it."""

from generator.kinds._base import Kind, Record, Ref, Text


class Unit(Record):
    """A body of the responsibility list.

    Attributes:
        name: name as shown.
        unit_class: class in the responsibility list.
        parent: unit above it.
        acts_as: names of authorities in statutes that mean this unit here (生态环境主管部门 …); what it enforces follows.
        aliases: other names, for search.
        contact: how the public reaches it.
    """

    name: Text
    unit_class: Text
    parent: Ref("unit") | None = None  # type: ignore[valid-type]
    acts_as: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    contact: Text | None = None


KIND = Kind("unit", "责任单位", "content/units", Unit)
