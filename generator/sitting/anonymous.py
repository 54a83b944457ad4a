"""A sitting without names: candidates get running numbers, and units with few of them are merged."""

from collections import Counter
from dataclasses import replace

from generator.sitting.candidates import Sitting

#: Fewest candidates of a unit that is named; of fewer, somebody who knows the unit could tell who is who.
FEWEST = 5
OTHERS = "其他单位"


def anonymous(sitting: Sitting) -> Sitting:
    """The same marks under the numbers 考生1, 考生2 …, in the order of the scores so that the order of the table tells nothing.

    The key of a drawn paper, which bears its candidate's number, keeps its items and loses that name.
    """
    sizes = Counter(candidate.unit for candidate in sitting.present)
    ordered = sorted(sitting.candidates, key=lambda c: (c.absent, -c.score, [mark.points for mark in c.marks]))
    width = len(str(len(ordered)))
    named = tuple(
        replace(
            candidate,
            number=f"考生{place:0{width}d}",
            name="",
            unit=candidate.unit if not candidate.unit or sizes[candidate.unit] >= FEWEST else OTHERS,
            key=replace(candidate.key, form="") if sitting.keys.drawn else candidate.key,
        )
        for place, candidate in enumerate(ordered, 1)
    )
    return replace(sitting, candidates=named)
