"""What an item says, thing by thing, as its type reads it out to the second evaluator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that an item says or offers, to be found true or false.

    Attributes:
        text: an option; the statement of a judge item; what fills a blank; of two options of an order item, the later one.
        prompt: match: the left-hand text that ``text`` is held against; order: the earlier option.
        place: which blank, from 0.
        stated: the stem itself says it, so that it holds the whole case and not only what is asked.
    """

    text: str
    prompt: str = ""
    place: int = 0
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A thing said, whether the key calls it true, and how a message names it."""

    said: Said
    true: bool
    name: str
