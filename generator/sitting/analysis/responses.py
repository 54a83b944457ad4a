"""All answers of a sitting as arrays, one entry an answer, so that statistics take sums and not loops.

One row an answer, not a matrix of people by items: where forms differ, or everybody has their own, most of a matrix would be
empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.sitting.candidates import Candidate, Mark, Sitting
from generator.sitting.key import Key, KeyItem

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Responses:
    """Answers of those who sat, in order of candidate and number: N answers of P people to I items.

    Attributes:
        items: each item once, as the first form that holds it shows it; I of them.
        labels: id → where it stands: ``12``, or ``A12 B7``; empty where everybody has their own form.
        forms: the keys that were sat, F of them.
        units: names of the units, U of them.
        person, item: of each answer, shape (N,).
        points, worth: earned, and what there was, shape (N,).
        right, empty: of each answer, shape (N,).
        chosen: bits of the options chosen, by rank; 0 for what is no choice; shape (N,).
        answer: for each answer its place in ``marks``, shape (N,).
        marks: the different answers with their marks.
        score, total: of each person, shape (P,).
        passed: of each person, shape (P,).
        form, unit: of each person, shape (P,).
    """

    items: tuple[KeyItem, ...]
    labels: Mapping[str, str]
    forms: tuple[Key, ...]
    units: tuple[str, ...]
    person: Ints
    item: Ints
    points: Floats
    worth: Floats
    right: Flags
    empty: Flags
    chosen: Ints
    answer: Ints
    marks: tuple[Mark, ...]
    score: Floats
    total: Floats
    passed: Flags
    form: Ints
    unit: Ints

    @property
    def people(self) -> int:
        """How many sat."""
        return len(self.score)

    @property
    def share(self) -> Floats:
        """Points earned of those there were, answer by answer, 0 to 1."""
        return self.points / self.worth

    def per_item(self, weights: NDArray[np.generic] | None = None) -> Floats:
        """Sum of ``weights`` over the answers to each item, or their number; shape (I,)."""
        return np.bincount(self.item, weights, minlength=len(self.items)).astype(float)


def responses(sitting: Sitting) -> Responses:
    """The answers of those who were present.  Raises ValueError where nobody was."""
    present = sitting.present
    if not present:
        raise ValueError("nobody sat")
    items, labels = _items(sitting)
    place = {item.id: index for index, item in enumerate(items)}
    keys = {id(candidate.key): candidate.key for candidate in present}
    columns = {known: np.array([place[i.id] for i in key.items]) for known, key in keys.items()}
    worths = {known: np.array([float(i.points) for i in key.items]) for known, key in keys.items()}
    marks, answer = _marks(present)
    lengths = np.array([len(candidate.marks) for candidate in present])
    forms = {known: index for index, known in enumerate(keys)}
    units = sorted({candidate.unit for candidate in present})
    unit_of = {unit: index for index, unit in enumerate(units)}
    return Responses(
        items=items,
        labels=labels,
        forms=tuple(keys.values()),
        units=tuple(units),
        person=np.repeat(np.arange(len(present)), lengths),
        item=np.concatenate([columns[id(candidate.key)] for candidate in present]),
        points=np.array([float(mark.points) for mark in marks])[answer],
        worth=np.concatenate([worths[id(candidate.key)] for candidate in present]),
        right=np.array([mark.right for mark in marks])[answer],
        empty=np.array([mark.given.empty for mark in marks])[answer],
        chosen=np.array([mark.chosen for mark in marks])[answer],
        answer=answer,
        marks=marks,
        score=np.array([float(candidate.score) for candidate in present]),
        total=np.array([float(candidate.key.total) for candidate in present]),
        passed=np.array([candidate.passed for candidate in present]),
        form=np.array([forms[id(candidate.key)] for candidate in present]),
        unit=np.array([unit_of[candidate.unit] for candidate in present]),
    )


def _items(sitting: Sitting) -> tuple[tuple[KeyItem, ...], dict[str, str]]:
    """Items of the forms that were sat, and where they stand."""
    found: dict[str, KeyItem] = {}
    labels: dict[str, list[str]] = {}
    several = len(sitting.keys.forms) > 1
    for key in {id(candidate.key): candidate.key for candidate in sitting.present}.values():
        for item in key.items:
            found.setdefault(item.id, item)
            labels.setdefault(item.id, []).append(f"{key.form}{item.number}" if several else str(item.number))
    return tuple(found.values()), {id: "" if sitting.keys.drawn else " ".join(own) for id, own in labels.items()}


def _marks(present: tuple[Candidate, ...]) -> tuple[tuple[Mark, ...], Ints]:
    """Candidates share marks: number the different ones, and tell for each answer which it is."""
    different = {id(mark): mark for candidate in present for mark in candidate.marks}
    place = {known: index for index, known in enumerate(different)}
    count = sum(len(candidate.marks) for candidate in present)
    each = (place[id(mark)] for candidate in present for mark in candidate.marks)
    return tuple(different.values()), np.fromiter(each, int, count)
