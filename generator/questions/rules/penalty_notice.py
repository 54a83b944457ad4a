"""Chain on a document: which errors does this notice before a penalty hold?  (告知书找错)

Source:  a finding of a Situation, written up as the notice that goes before a decision, in which some of five things are wrong.
Parts:   the errors; then what else may follow or who else is liable, by when somebody must act, whether it is exempt.
Wrong:   what the notice has right.
Refused: fines that are no range of yuan; laws of which the period is not held; fewer than three parts.
"""

from collections.abc import Iterator
from functools import partial

from generator.kinds import BasisValue
from generator.library import Library
from generator.questions.chained import Chain, Evidence
from generator.questions.facts.letters import Spot, besides, error_part, explained, law_point, period_point, sum_point
from generator.questions.facts.told import Told, told
from generator.questions.item import Item, Rule, Skip, rank
from generator.questions.parts.exemption import exemption_part
from generator.questions.parts.fine import premise
from generator.questions.parts.liable import liable_part
from generator.questions.parts.making import Maker, drawn, subject_of
from generator.questions.parts.periods import counted, period_part
from generator.questions.writing.making import finish
from generator.questions.writing.phrases import article

ID = "penalty-notice"
_MOST = 4
_PERIODS = ("serving", "paying", "review")
#: What a notice says of the rights of the party, right and wrong: the option, and paragraph and item of 行政处罚法.
_RIGHTS: dict[str, tuple[str, str, str, tuple[int, int, int], str]] = {
    "fee": (
        "听证由本机关组织，你（单位）不承担费用。", "听证由本机关组织，费用由你（单位）承担。", "让当事人承担听证的费用",
        (63, 2, 0), "当事人不承担组织听证的费用",
    ),
    "presider": (
        "听证由本机关指定的非本案调查人员主持。", "听证由本案的调查人员主持。", "指定的听证主持人不合规定",
        (64, 1, 4), "听证由行政机关指定的非本案调查人员主持",
    ),
    "heavier": (
        "陈述、申辩的，本机关不因此加重处罚。", "陈述、申辩没有道理的，本机关将加重处罚。", "因当事人申辩而加重处罚",
        (45, 2, 0), "不得因为当事人陈述、申辩而给予更重的处罚",
    ),
}  # fmt: skip


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one chain or skip per finding, in library order."""
    for one in told(library):
        yield _ask(library, one)


def _ask(library: Library, one: Told) -> Item | Skip:
    seed = f"{ID}/{one.id}"
    points = _points(library, one, seed)
    if isinstance(points, str):
        return Skip(one.at, points)
    first = error_part("审核这份告知书，应当指出的问题有：", one, points)
    period = min(_PERIODS, key=lambda name: rank(seed, name))
    others, reasons = drawn(_makers(library, one, seed, period), _MOST - 1, seed)
    parts = (first, *others)
    subject = subject_of(library, ID, one, parts, reasons, ("hearing-asked", *counted(parts, period)))
    if isinstance(subject, Skip):
        return subject
    stem = f"下面是一份行政处罚事先告知书的节录。查实的事实以告知书所写的为准，拟罚款的数额属于当地规定的较大数额，按现行有效的法律审核；数额是否合法，看应当依据的条文。{besides(library, one)}"
    response = Chain(evidence=(_notice(one, points, seed), *one.sheet(seed)), parts=parts)
    return finish(library, subject, "chain", stem, (), explained(library, one, points), 0.3, response)


def _makers(library: Library, one: Told, seed: str, period: str) -> dict[str, Maker]:
    return {
        "liable": partial(liable_part, library, one, seed),
        "period": partial(period_part, library, period, seed),
        "exemption": partial(exemption_part, library, one, seed),
    }


def _points(library: Library, one: Told, seed: str) -> dict[str, Spot] | str:
    """The five things of the notice, by name; at least one is wrong and one right."""
    rights = sorted(_RIGHTS, key=lambda name: rank(f"{seed}/rights", name))[:2]
    names = ("basis", "sum", "hearing-asked", *rights)
    planted = {name: bool(rank(seed, f"wrong/{name}") % 5 < 2) for name in names}
    if not any(planted.values()) or all(planted.values()):
        turned = names[rank(seed, "turned") % len(names)]
        planted[turned] = not planted[turned]
    sum_, law = sum_point(library, one, planted["sum"], seed), law_point(library, one, planted["basis"], seed)
    hearing = period_point(library, "hearing-asked", planted["hearing-asked"], seed)
    if isinstance(sum_, str):
        return sum_
    if law is None or hearing is None:
        return "同一情境的别的事实都在同一条文里处罚，换不了条文，或者没有收录听证的期限"
    regulation = hearing.basis.regulation
    return {
        "basis": law,
        "sum": sum_,
        "hearing-asked": hearing,
        **{name: _right(library, name, planted[name], regulation) for name in rights},
    }


def _right(library: Library, name: str, wrong: bool, regulation: str) -> Spot:
    right, slip, option, (number, paragraph, item), rule = _RIGHTS[name]
    basis = BasisValue(regulation=regulation, article=number, paragraph=paragraph or None, item=item or None)
    why = f"{article(library, basis)}：{rule}，告知书{'写反了' if wrong else '写得对'}。"
    return Spot(slip if wrong else right, wrong, option, why, basis)


def _notice(one: Told, points: dict[str, Spot], seed: str) -> Evidence:
    rights = "".join(points[name].text for name in _RIGHTS if name in points)
    return Evidence(
        "行政处罚事先告知书（节录）",
        (
            f"当事人：{one.party(seed)}",
            f"本机关查实：{one.text(seed, asides=False)}{premise(one)}",
            f"上述行为依照{points['basis'].text}的规定，拟决定罚款{points['sum'].text}。",
            f"你（单位）有权陈述、申辩。要求听证的，应当在收到本告知书之日起{points['hearing-asked'].text}内提出。{rights}",
        ),
    )


RULE = Rule(id=ID, title="告知书找错", generate=generate, thought="应用", steps=2)
