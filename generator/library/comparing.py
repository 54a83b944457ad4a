"""Two texts of law side by side: editions of one regulation, or a repealed one and what took its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.kinds.concordance import Concordance
from generator.legal.alignment import Change, Pair, aligned, compared
from generator.legal.succession import Proposal, proposals
from generator.library.model import Library
from generator.library.remember import once
from generator.texts import TextOfLaw

#: What became of an article, as people read it.
CHANGES: Mapping[Change, str] = {
    "same": "没有变",
    "formal": "只有写法不同",
    "changed": "改了",
    "split": "拆成几条",
    "merged": "并成一条",
    "added": "新增",
    "removed": "删去",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts.

    Attributes:
        regulation: its id; empty where it is none of the project.
        title: how it is called, with its day where that tells it from the other.
        words: key → text of the article, in order.
    """

    regulation: str
    title: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a comparison.

    Attributes:
        pair: the articles, and what became of them.
        machine: whether only their texts tell that they belong together, and nobody has checked it.
    """

    pair: Pair
    machine: bool = False


def editions_of(named: str, editions: Sequence[TextOfLaw]) -> list[Side]:
    """Texts of one regulation as sides, told apart by their days."""
    return [Side(named, f"{one.title}（{one.day}）", one.words) for one in editions]


def side_by_side(library: Library | None, old: Side, new: Side) -> tuple[Row, ...]:
    """The rows of two texts, by the concordance of the project where it ties their regulations."""
    if library is not None and old.regulation != new.regulation:
        known = successors_in(library, old.regulation, new.regulation)
        if known:
            machine = proposed(library, new.regulation).get(old.regulation, {})
            return _succession(known, machine, old.words, new.words)
    return tuple(Row(pair) for pair in aligned(old.words, new.words))


def _succession(
    known: Mapping[str, tuple[str, ...]],
    machine: Mapping[str, Proposal],
    before: Mapping[str, str],
    after: Mapping[str, str],
) -> tuple[Row, ...]:
    """Every article of a repealed law: by the concordance, else by what is proposed."""
    rows = []
    for key in before:
        if key in known:
            rows.append(Row(compared((key,), known[key], before, after)))
        elif key in machine:
            rows.append(Row(compared((key,), (machine[key].key,), before, after), machine=True))
        else:
            rows.append(Row(Pair((key,), (), "removed", 0.0), machine=True))
    return tuple(rows)


@once
def successors_in(library: Library, old: str, new: str) -> Mapping[str, tuple[str, ...]]:
    """What the concordance says that articles of one regulation became in another: key → keys, none for what was dropped."""
    found: dict[str, list[str]] = {}
    for row in library.of("concordance", Concordance):
        if row.old and row.old.regulation == old:
            keys = [basis.key for basis in row.new if basis.regulation == new]
            if keys or not row.new:
                found.setdefault(row.old.key, []).extend(keys)
    return {key: tuple(dict.fromkeys(keys)) for key, keys in found.items()}


@once
def proposed(library: Library, new: str) -> Mapping[str, Mapping[str, Proposal]]:
    """For the regulations that ``new`` replaced and whose texts are at hand: id → key of an article without a row → proposal."""
    after = library.texts.get(new)
    replaced = [
        one.id for one in library.regulations if one.versions[-1].repealed_by == new and one.id in library.texts
    ]
    if after is None or not replaced:
        return {}
    old = {(law, key): text for law in replaced for key, text in library.texts[law].words.items()}
    known = {(law, key): keys for law in replaced for key, keys in successors_in(library, law, new).items()}
    found: dict[str, dict[str, Proposal]] = {}
    asked = old.keys() - known.keys()
    for (law, key), one in proposals(old, after.words, known, asked).items():
        found.setdefault(law, {})[key] = one
    return found
