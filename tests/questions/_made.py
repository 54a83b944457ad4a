"""Items by hand, for tests of what items give away."""

from collections.abc import Sequence

from generator.kinds import BasisValue
from generator.problems import Place
from generator.questions.item import Item, Option, rank

AT = Place("content/x.yml")


def made(id: str, right: str, wrong: Sequence[str], type: str = "single", stem: str = "由谁查处：") -> Item:
    """An item of the rule that its id begins with; options in an order drawn by the id."""
    shown = sorted([Option(right, True), *(Option(text, False) for text in wrong)], key=lambda o: rank(id, o.text))
    basis = BasisValue(regulation="law", article=1)
    rule = id.partition("/")[0]
    return Item(id, rule, type, stem, tuple(shown), "因为。", (basis,), (f"fact/{id}",), ("air",), AT)
