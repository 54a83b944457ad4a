"""Multiple choice: which of these duties does the list give to this unit?  (单位职责)

Source:  rows of the responsibility list; those of one topic where there are enough, else of several.
Key:     two to four duties of the unit.
Wrong:   duties of other units, under articles that give this unit nothing in any list and punish through no body that it
         may be; none in a matter that the unit supervises as a whole.  Towns: only what cannot be handed down to them.
Refused: duties of procedure and law education, which every body has in its field; duties that are shared (在职责内, 按职责分工,
         配合), carry a note of doubt, wait to be aligned with the Code, or name the unit; units of which too little is left.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.kinds._audience import STAFF
from generator.kinds.responsibility import Responsibility
from generator.kinds.topic import Topic
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts import duties
from generator.questions.facts.grouping import groups
from generator.questions.facts.powers import keywords
from generator.questions.facts.related import Key, key
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article, quoted

ID = "unit-duties"
FEWEST_WRONG = 2  # distractors in one topic below which the options are drawn from all topics
_SHARED = re.compile(r"职责|分工|配合|参与|协同|共同|等部门|有关部门|本级政府确定")
_HANDED = re.compile(r"查处|处罚|检查|巡查|监管|监督|宣传|培训|指导|应急|监测|组织|鼓励|推广|制止|调查")
_ABSOLUTE = re.compile(r"任何|一律|所有|全部|完全")  # in a wrong option alone they would tell
_OF_TOPIC = (
    "按照{list}，{topic}方面的下列职责中，由{unit}承担的有：",
    "{topic}方面，责任清单列给{unit}的职责有下列哪几项？",
    "下列{topic}方面的职责，责任清单交给{unit}的有：",
)
_OF_ALL = (
    "按照{list}，下列职责中由{unit}承担的有：",
    "责任清单列给{unit}的职责，有下列哪几项？",
    "下列工作中，责任清单交给{unit}的有：",
)


@dataclass(frozen=True)
class _Rows:
    """Rows that may be asked, by unit; and first rows of duties that several units bear alike, by text and articles."""

    by_unit: dict[str, list[Responsibility]]
    first: dict[tuple[str, frozenset[str]], str]


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield the items of each unit, or one skip per row or unit that is not asked, in library order."""
    for row in library.of("responsibility", Responsibility):
        refused = _refused(library, row)
        if refused:
            yield Skip(row.at, refused)
    asked: set[frozenset[str]] = set()
    for unit in library.units:
        rows = _rows(library).by_unit.get(unit.id, [])
        if len(rows) < 2:
            yield Skip(unit.at, f"责任清单里“{duties.name(unit)}”可以问的职责有 {len(rows)} 项，不成多选")
            continue
        for made in _of_unit(library, unit, rows):
            same = isinstance(made, Item) and frozenset(made.facts) in asked
            asked |= {frozenset(made.facts)} if isinstance(made, Item) else set()
            yield Skip(made.at, "另一个镇已有同样几项职责的题") if same else made


def _of_unit(library: Library, unit: Unit, rows: list[Responsibility]) -> Iterator[Item | Skip]:
    """Items on one topic where the topic has enough on both sides; what is left is asked together."""
    left: list[Responsibility] = []
    for topic in dict.fromkeys(row.topic for row in rows):
        own = [row for row in rows if row.topic == topic]
        others = [row for row in _others(library, unit) if row.topic == topic]
        if len(own) < 2 or len(others) < FEWEST_WRONG:
            left += own
            continue
        for group in groups(own, ID, _id):
            yield _ask(library, unit, group, others, topic)
    others = _others(library, unit)
    for group in groups(left, ID, _id):
        yield _ask(library, unit, group, [row for row in others if row.topic not in {r.topic for r in group}], None)


def _ask(
    library: Library, unit: Unit, own: list[Responsibility], others: list[Responsibility], topic: str | None
) -> Item | Skip:
    id = own[0].id
    seed = f"{ID}/{id}"
    shown = max(4, min(5, len(own) + 1 + rank(seed, "shown") % 3))
    wrong = _drawn(others, shown - len(own), seed)
    if len(own) + len(wrong) < 4:
        return Skip(own[0].at, f"确定不归“{duties.name(unit)}”的职责有 {len(wrong)} 项，凑不够选项")
    name = duties.called(library, unit, [basis for row in own for basis in row.basis])
    options = [
        Option(_text(library, row), True, f"见{article(library, row.basis[0])}，责任清单列给{name}。") for row in own
    ]
    options += [Option(_text(library, row), False, _elsewhere(library, row)) for row in wrong]
    subject = Subject(
        rule=ID, id=id, basis=tuple(dict.fromkeys(basis for row in own for basis in row.basis)),
        facts=tuple(f"responsibility/{_fact(library, row)}" for row in own),
        topics=tuple(dict.fromkeys(row.topic for row in own)), at=own[0].at, audience=STAFF,
        sample=(unit.sample and name == unit.name) or any(row.sample for row in own),
        claim=Claim("duty", (("unit", unit.id), *((("topic", topic),) if topic else ()))),
    )  # fmt: skip
    stem = choose(_OF_TOPIC if topic else _OF_ALL, seed).format(
        unit=name, topic=_title(library, topic), list=library.site.responsibilities
    )
    given = "；".join(f"{quoted(_text(library, row))}（{article(library, row.basis[0])}）" for row in own)
    explanation = f"{name}的职责：{given}。另有单位承担的：{''.join(_elsewhere(library, row) for row in wrong)}"
    ordered = sorted(options, key=lambda option: rank(f"{seed}/order", option.text))
    return finish(library, subject, "multiple", stem, ordered, explanation, 0.5 if topic else 0.0)


def _refused(library: Library, row: Responsibility) -> str | None:
    body = duties.unit(library, row.unit)
    if row.awaits_alignment or validity(library, row.basis) is None:
        return "依据待与现行法衔接，或者没有施行"
    if row.topic in library.general_topics:
        return "执法程序、信息公开和普法方面的职责，各机关在自己的领域都有"
    if _SHARED.search(row.duty):
        return "这项职责由几个部门分担，不专属一个单位"
    if row.note:
        return "备注写明这项职责因授权或者地方安排而异"
    if any(word in row.duty for word in keywords(duties.name(body))):
        return "职责的写法说出了单位，会泄露答案"
    return None


@once
def _rows(library: Library) -> _Rows:
    found = _Rows({}, {})
    for row in library.of("responsibility", Responsibility):
        found.first.setdefault(_alike(library, row), row.id)
        if _refused(library, row) is None:
            found.by_unit.setdefault(row.unit, []).append(row)
    return found


def _alike(library: Library, row: Responsibility) -> tuple[str, frozenset[str]]:
    """The same for rows that give one duty to several towns."""
    return _text(library, row), frozenset(f"{basis.regulation}/{basis.key}" for basis in row.basis)


def _fact(library: Library, row: Responsibility) -> str:
    """Of a duty that several towns bear alike, the first row: whoever is asked for one is not asked for the other."""
    return _rows(library).first[_alike(library, row)]


def _others(library: Library, unit: Unit) -> list[Responsibility]:
    """Rows of other units that surely give this one nothing."""
    every = [row for rows in _rows(library).by_unit.values() for row in rows]
    whole = duties.whole(library, unit)
    return [row for row in every if row.topic not in whole and _surely_not(library, row, unit)]


def _surely_not(library: Library, row: Responsibility, unit: Unit) -> bool:
    if row.unit == unit.id or duties.local(duties.unit(library, row.unit)) or _ABSOLUTE.search(row.duty):
        return False
    if duties.local(unit):  # any body may be handed to a town, but not its permits, marks and borders
        held = duties.holding(library).units
        return not _HANDED.search(row.duty) and not any(
            duties.local(duties.unit(library, id)) for basis in row.basis for id in held.get(key(basis), ())
        )
    words = {word for name in duties.names(unit) for word in keywords(name)}
    return duties.without(library, unit, row.basis) and not any(word in row.duty for word in words)


def _drawn(rows: list[Responsibility], count: int, seed: str) -> list[Responsibility]:
    """So many rows by rank, each of another unit as long as there is one, none under an article of one before."""
    seen: Counter[str] = Counter()
    used: set[Key] = set()
    turns = []
    for row in sorted(rows, key=lambda row: rank(seed, row.id)):
        articles = {key(basis) for basis in row.basis}
        if not articles & used:
            used |= articles
            seen[row.unit] += 1
            turns.append((seen[row.unit], rank(seed, row.id), row))
    return [row for _, _, row in sorted(turns, key=lambda turn: turn[:2])][:count]


def _text(library: Library, row: Responsibility) -> str:
    """The duty as an option; of a town, without its name, which would tell."""
    duty = row.duty.rstrip("。")
    body = duties.unit(library, row.unit)
    if not duties.local(body):
        return duty
    known: Sequence[str] = sorted({body.name, *body.aliases, re.sub(r"人民政府|办事处", "", body.name)}, key=len)
    for name in reversed(known):
        duty = re.sub(rf"在?{re.escape(name)}的?", "", duty)
    return duty


def _elsewhere(library: Library, row: Responsibility) -> str:
    rows = library.of("responsibility", Responsibility)
    holders = dict.fromkeys(
        duties.called(library, duties.unit(library, other.unit), other.basis)
        for other in rows
        if other.duty == row.duty
    )
    return f"{quoted(_text(library, row))}归{'、'.join(holders)}（{article(library, row.basis[0])}）。"


def _id(row: Responsibility) -> str:
    return row.id


def _title(library: Library, topic: str | None) -> str:
    found = library.get("topic", topic) if topic else None
    return found.title if isinstance(found, Topic) else ""


RULE = Rule(id=ID, title="单位职责", generate=generate)
