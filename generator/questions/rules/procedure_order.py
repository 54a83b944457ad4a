"""Order: which step comes first by law?  (程序先后)

Source:  the steps of a procedure, and which of them must follow which (``fixed``, ``after``).
Key:     a chain of steps, each of which must follow the one before it by the articles that it cites.
Wrong:   every other order of the same steps.
Refused: chains of fewer than four steps; steps between which the articles leave the order open, and steps of which a case sees
         one alone (``instead_of``), never stand in one item.
"""

from collections.abc import Iterator

from generator.kinds.procedure import Procedure, Step
from generator.library import Library
from generator.questions.item import Claim, Item, Option, Response, Rule, Skip, choose, draw, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import dated_law, law, quoted

ID = "procedure-order"
FEWEST, MOST = 4, 6
_STEMS = (
    "把{title}中的下列步骤，按照{laws}规定的先后排列：",
    "{title}有下列步骤（只列出一部分），依照{laws}，从先到后依次是：",
    "按照{laws}，{title}中的下列步骤应当依什么次序进行？",
    "下列是{title}的几个步骤，次序已经打乱。依照{laws}，正确的先后是：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item per chain of steps that is long enough, or one skip per procedure, in library order."""
    for procedure in library.of("procedure", Procedure):
        chains = _each_beginning([chain for chain in _chains(procedure) if len(chain) >= FEWEST], procedure.id)
        if not chains:
            yield Skip(procedure.at, f"条文固定了先后的步骤连起来不足 {FEWEST} 步")
        for chain in chains:
            yield _ask(library, procedure, chain)


def _chains(procedure: Procedure) -> list[tuple[int, ...]]:
    """Every run of steps in which each directly follows the one before it, as long as it goes; places from 0."""
    before = [procedure.preceding(place) for place in range(len(procedure.steps))]
    open_ends = [place for place in range(len(before)) if not any(place in later for later in before)]
    found: list[tuple[int, ...]] = []
    growing: list[tuple[int, ...]] = [(place,) for place in open_ends]
    while growing:
        chain = growing.pop(0)
        taken = {key for place in chain for key in procedure.steps[place].instead_of}
        earlier = tuple(place for place in before[chain[0]] if procedure.steps[place].key not in taken)
        growing += [(place, *chain) for place in earlier]
        found += [] if earlier else [chain]
    return sorted(found)


def _each_beginning(chains: list[tuple[int, ...]], seed: str) -> list[tuple[int, ...]]:
    """One chain for each first step, by rank: those that part only at the end ask the same."""
    found: dict[int, tuple[int, ...]] = {}
    for chain in sorted(chains, key=lambda chain: rank(seed, str(chain))):
        found.setdefault(chain[0], chain)
    return [found[first] for first in sorted(found)]


def _ask(library: Library, procedure: Procedure, chain: tuple[int, ...]) -> Item | Skip:
    at = procedure.place("steps", chain[0])
    name = f"{procedure.id}/{'-'.join(str(place + 1) for place in chain)}"
    key = f"{ID}/{name}"
    places = _drawn(chain, key)
    steps = [procedure.steps[place] for place in places]
    basis = tuple(dict.fromkeys(basis for step in steps for basis in step.basis))
    if validity(library, basis) is None or any(not step.basis for step in steps):
        return Skip(at, "有的步骤没有写依据，或者依据没有施行")
    shown = _shuffled(steps, key)
    options = [Option(step.title, True, f"依据{_cited(library, step)}。") for step in shown]
    laws = "、".join(dict.fromkeys(dated_law(library, b) for b in basis))
    subject = Subject(
        rule=ID, id=name, basis=basis, topics=procedure.topics or library.regulation(basis[0].regulation).topics, at=at, sample=procedure.sample,
        facts=(f"procedure/{procedure.id}/order",), claim=Claim("precedes", (("procedure", procedure.id),)),
    )  # fmt: skip
    stem = choose(_STEMS, key).format(title=quoted(procedure.title), laws=laws)
    told = "；".join(f"{number}. {step.title}（{_cited(library, step)}）" for number, step in enumerate(steps, 1))
    explanation = f"先后由条文固定：{told.replace('. ', '．')}。"
    return finish(
        library,
        subject,
        "order",
        stem,
        options,
        explanation,
        0.4,
        Response(sequence=tuple(shown.index(s) for s in steps)),
    )


def _drawn(chain: tuple[int, ...], seed: str) -> list[int]:
    """Four to six steps of the chain, the first among them: chains of one procedure often differ in that alone."""
    sizes = range(FEWEST, min(len(chain), MOST) + 1)
    size = sizes[rank(seed, "size") % len(sizes)]
    return [chain[0], *sorted(draw(chain[1:], size - 1, seed))]


def _shuffled(steps: list[Step], seed: str) -> list[Step]:
    """The steps by rank; where that is the right order by chance, the first goes to the end."""
    shown = sorted(steps, key=lambda step: rank(seed, step.title))
    return shown if shown != steps else [*shown[1:], shown[0]]


def _cited(library: Library, step: Step) -> str:
    """The articles of a step, law by law: 行政处罚法第44条、第63条."""
    found: dict[str, list[str]] = {}
    for basis in step.basis:
        loci = found.setdefault(law(library, basis), [])
        loci += [basis.whole.locus] if basis.whole.locus not in loci else []
    return "，".join(f"{name}{'、'.join(loci)}" for name, loci in found.items())


RULE = Rule(id=ID, title="程序先后", generate=generate, thought="理解")
