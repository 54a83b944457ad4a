"""True or false: a fact as the law has it, or altered in one place.  (判断)

Source:  fines, whom they fall on, authorities, conditions, 可以 and 应当, periods: one module each in statements/.
True:    the statement gives the fact as it is.
False:   one value is replaced by another real one that is false for this case; the explanation names what was altered.
Refused: facts for which no surely false value is at hand, so that they could only ever be stated as true.
"""

from collections.abc import Iterator

from generator.library import Library
from generator.questions.item import Item, Rule, Skip
from generator.questions.statements._base import STATEMENTS, judged

ID = "judge"


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per fact, one kind of fact after the other, each in library order."""
    for kind in STATEMENTS.all():
        for made in kind.make(ID, library):
            yield made if isinstance(made, Skip) else judged(library, made)


RULE = Rule(id=ID, title="判断：照实或改一处", generate=generate)
