"""Authorities as options: who may act on a conduct, and who surely may not."""

from collections.abc import Container, Iterable, Iterator

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Penalty
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.questions.facts import duties
from generator.questions.facts.powers import apart, out_of_place, vague
from generator.questions.facts.related import related
from generator.questions.item import rank
from generator.questions.writing.phrases import article, doing, quoted


def acting(library: Library) -> Iterator[PenaltyOf]:
    """Yield the first penalty of each conduct for each set of authorities, in library order, of law in force.

    Left out are penalties that are detention alone: the police decide on it anyway.
    """
    for conduct in library.conducts:
        seen: set[frozenset[str]] = set()
        for index, penalty in enumerate(conduct.penalties):
            names = frozenset(penalty.authority)
            if names and not only_detained(penalty) and names not in seen and library.in_force(penalty.basis):
                seen.add(names)
                yield PenaltyOf(conduct, penalty, index)


def only_detained(penalty: Penalty) -> bool:
    """Whether it is detention alone, without fine or measure."""
    return not any(tier.fine or tier.every_measure for tier in penalty.tiers)


def _orders(penalty: Penalty) -> bool:
    """Whether it orders something or fines by itself, not as other law has it."""
    return any(
        (tier.fine and not tier.fine.elsewhere) or any("予以处罚" not in text for text in tier.every_measure)
        for tier in penalty.tiers
    )


def powers_over(library: Library, conduct: Conduct) -> frozenset[str]:
    """Authorities with any power over the conduct, over related conduct, or under an article that punishes it.

    What other law calls them where it punishes the same act (``beside``) counts as far as it names a definite body.
    """
    names: set[str] = set()
    for other in (conduct, *related(library, conduct)):
        elsewhere = other.id in conduct.beside or conduct.id in other.beside
        for penalty in other.penalties:
            names.update(name for name in penalty.authority if not (elsewhere and vague(name)))
            names.update([penalty.referral] if penalty.referral else [])
    for penalty in conduct.penalties:
        names.update(library.authorities_under(penalty.basis))
    return frozenset(names)


def same_bodies(library: Library, names: Iterable[str]) -> frozenset[str]:
    """The names with every other definite name of the units that bear one of them (``Unit.acts_as``): locally, one body."""
    given = frozenset(names)
    return given.union(*(known for known in _names_of_units(library) if given & known))


@once
def _names_of_units(library: Library) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(duties.names(unit)) for unit in library.units)


def open_powers(library: Library, conduct: Conduct) -> tuple[str, ...]:
    """Names among those with power that stand for no definite body; where there are any, no other name is surely wrong."""
    return tuple(sorted(name for name in powers_over(library, conduct) if vague(name)))


def names_text(penalty: Penalty) -> str:
    """The authorities as one option: 生态环境主管部门、海警机构."""
    return "、".join(penalty.authority)


def without_power(
    library: Library, entry: PenaltyOf, seed: str, most: int, among: Container[tuple[str, ...]] | None = None
) -> list[PenaltyOf]:
    """At most ``most`` penalties whose authorities surely have no power over the conduct of ``entry``, each set of
    authorities once.

    The same topic comes first, then by rank; none may coincide with one before it, or act only in a place where the case does
    not happen.  Sets of several names come first, and only, where the entry's own is one of several.  With ``among``, no other
    sets than these: those that are right for something else that is asked.
    """
    holding = same_bodies(library, powers_over(library, entry.conduct))
    topic = entry.conduct.topics[0]
    several = len(entry.penalty.authority) > 1
    ranked = []
    for names, acts in _by_names(library).items():
        fits = len(names) == 1 if not several else len(names) <= 3
        placed = not any(out_of_place(name, entry.conduct.title) for name in names)
        if fits and placed and (among is None or names in among) and apart(names, holding):
            order = (several and len(names) == 1, topic not in acts, rank(seed, names_text(acts[None][0].penalty)))
            ranked.append((*order, names, acts.get(topic) or acts[None]))
    found: list[PenaltyOf] = []
    for *_, names, acts_there in sorted(ranked, key=lambda r: r[:3]):
        if len(found) == most:
            break
        bodies = same_bodies(library, names)
        if all(apart(other.penalty.authority, bodies) for other in found):
            # A name coincides with itself, so of its penalties only the first by rank can be taken.
            found.append(min(acts_there, key=lambda r: rank(seed, r.id)))
    return found


@once
def _by_names(library: Library) -> dict[tuple[str, ...], dict[str | None, list[PenaltyOf]]]:
    """Authorities → topic → penalties of law in force, in library order; under None those of every topic.

    Left out are penalties that are detention alone or point to other law: who only detains, or punishes a breach of the peace,
    is no rival where somebody orders and fines.
    """
    found: dict[tuple[str, ...], dict[str | None, list[PenaltyOf]]] = {}
    for entry in library.penalties:
        if library.in_force(entry.penalty.basis) and _orders(entry.penalty):
            acts = found.setdefault(entry.penalty.authority, {})
            for topic in (None, *entry.conduct.topics):
                acts.setdefault(topic, []).append(entry)
    return found


def wrong_because(library: Library, rival: PenaltyOf) -> str:
    """Where the rival's authorities would be right."""
    where = article(library, rival.penalty.basis)
    return f"{names_text(rival.penalty)}查处的是{quoted(doing(rival.conduct))}等行为（{where}）。"


def right_because(library: Library, entry: PenaltyOf) -> str:
    """Which article gives the power."""
    shared = "按照职责分工" if len(entry.penalty.authority) > 1 else ""
    return f"{article(library, entry.penalty.basis)}把这一行为交由{names_text(entry.penalty)}{shared}查处。"


def action(penalty: Penalty, sure: bool = True) -> str:
    """What the authority does, in a few words: 责令改正并处以罚款.

    Args:
        penalty: the penalty.
        sure: only the ordinary case counts, and no fine that may be left out; else whatever that case can lead to, and where it
            leads to nothing what any other does.  责令改正并处以罚款 is not true of conduct that is fined only when 情节严重 or
            after 拒不改正.
    """
    ordinary = [tier for tier in penalty.tiers if tier.condition == ORDINARY]
    tiers = ordinary if sure or any(tier.measures or tier.fine for tier in ordinary) else list(penalty.tiers)
    first = next((m for tier in tiers for m in tier.measures), "")
    fined = any(tier.fine and not (sure and tier.fine_free) for tier in tiers)
    verb = first if first.startswith(("责令", "没收")) else ""
    if verb and fined:
        return f"{verb}{'、' if '并' in verb else '并'}处以罚款"
    return verb or ("处以罚款" if fined else "查处")
