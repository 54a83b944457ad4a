"""Chain on a document: which errors does this decision letter hold?  (决定书找错)

Source:  a finding of a Situation, written up as a decision letter in which some of four things are wrong.
Parts:   the errors; by when to appeal or to pay; what else might have followed; whether it is exempt; at times what delay costs.
Wrong:   what the letter has right.  A period that a later part asks for is not in the letter.
Refused: fines that are no range of yuan; laws of which the periods are not held; fewer than three parts.
"""

from collections.abc import Iterator
from functools import partial

from generator.library import Library
from generator.questions.chained import Chain, Evidence, Part
from generator.questions.facts.letters import Spot, besides, error_part, explained, law_point, period_point, sum_point
from generator.questions.facts.told import Told, told
from generator.questions.item import Item, Rule, Skip, rank
from generator.questions.parts.delay import delay_part
from generator.questions.parts.exemption import exemption_part
from generator.questions.parts.fine import premise
from generator.questions.parts.liable import liable_part
from generator.questions.parts.making import gathered, subject_of
from generator.questions.parts.periods import period_part
from generator.questions.writing.making import finish

ID = "decision-letter"
_MOST = 4
_FEW = 2  # with fewer further parts what delay costs is asked too
_LATE = 4  # and of one letter in so many besides


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one chain or skip per finding, in library order."""
    for one in told(library):
        yield _ask(library, one)


def _ask(library: Library, one: Told) -> Item | Skip:
    seed = f"{ID}/{one.id}"
    asked = "review" if rank(seed, "asked") % 2 else "paying"
    points = _points(library, one, asked, seed)
    if isinstance(points, str):
        return Skip(one.at, points)
    first = error_part("审核这份决定书，应当指出的问题有：", one, points)
    others, reasons = gathered(
        [
            partial(period_part, library, asked, seed),
            partial(liable_part, library, one, seed),
            partial(exemption_part, library, one, seed),
        ],
        _MOST - 1,
    )
    late = delay_part(library, seed)
    if len(others) < _MOST - 1 and (len(others) < _FEW or rank(seed, "late") % _LATE == 0) and isinstance(late, Part):
        others.append(late)
    parts = (first, *others)
    subject = subject_of(library, ID, one, parts, reasons, ("paying", "review", "suing", "delay"))
    if isinstance(subject, Skip):
        return subject
    stem = f"下面是一份行政处罚决定书的节录。查实的事实以决定书所写的为准，按现行有效的法律审核；数额是否合法，看应当依据的条文。{besides(library, one)}"
    response = Chain(evidence=(_letter(one, points, seed), *one.sheet(seed)), parts=parts)
    return finish(library, subject, "chain", stem, (), explained(library, one, points), 0.3, response)


def _points(library: Library, one: Told, asked: str, seed: str) -> dict[str, Spot] | str:
    """The four things of the letter, by name; at least one is wrong and one right."""
    planted = [bool(rank(seed, f"wrong/{name}") % 2) for name in ("basis", "sum", "other", "suing")]
    if all(planted) or not any(planted):
        planted[rank(seed, "turned") % len(planted)] = not planted[0]
    sum_, law = sum_point(library, one, planted[1], seed), law_point(library, one, planted[0], seed)
    if isinstance(sum_, str):
        return sum_
    if law is None:
        return "同一情境的别的事实都在同一条文里处罚，换不了条文"
    other = "paying" if asked == "review" else "review"
    periods = {
        name: period_point(library, name, wrong, seed)
        for name, wrong in zip((other, "suing"), planted[2:], strict=True)
    }
    if any(point is None for point in periods.values()):
        return "没有收录缴款、复议或者起诉的期限"
    return {
        "basis": law,
        "sum": sum_,
        **{name: point for name, point in periods.items() if point is not None},
    }


def _letter(one: Told, points: dict[str, Spot], seed: str) -> Evidence:
    review = f"可以自收到决定书之日起{points['review'].text}内申请行政复议，也" if "review" in points else ""
    pay = f"罚款自收到决定书之日起{points['paying'].text}内缴至指定的银行。" if "paying" in points else ""
    return Evidence(
        "行政处罚决定书（节录）",
        (
            f"当事人：{one.party(seed)}",
            f"本机关查实：{one.text(seed, asides=False)}{premise(one)}",
            f"上述行为依照{points['basis'].text}的规定，决定罚款{points['sum'].text}。",
            f"{pay}不服本决定的，{review}可以自收到决定书之日起{points['suing'].text}内向人民法院起诉。",
        ),
    )


RULE = Rule(id=ID, title="决定书找错", generate=generate, thought="应用", steps=2)
