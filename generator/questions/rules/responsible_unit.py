"""Single choice: which department answers for this duty?  (责任单位)

Source:  a row of the responsibility list that places a duty on one body by name.
Key:     that body, by the name under which statutes speak of it where it has one.
Wrong:   bodies that hold no duty and no power in this matter, are not named in the duty and cannot be the same body.
Refused: duties of procedure and law education, which every body has in its field; duties that several bodies share (``with_others``, 在职责内, 按照职责分工, one article cited for two), that wait to be
         aligned with the Code, or that fall to towns and governments, whose tasks are set locally.
"""

import re
from collections.abc import Iterator

from generator.kinds._audience import STAFF
from generator.kinds.responsibility import Responsibility
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts import duties
from generator.questions.facts.powers import apart, keywords, vague
from generator.questions.facts.related import Key, key
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, place_key, validity
from generator.questions.writing.phrases import article, quoted

ID = "responsible-unit"
WRONG = 3
_SHARED = re.compile(r"职责|分工|机构|机关|配合|参与|会同|协同|有关部门|共同|与[^，。]{2,20}(部门|机关)")
_LOCAL = re.compile(r"镇|街道|人民政府|管委会|城市管理|分局|村")
_STEMS = (
    "依照{where}，{duty}。{role}这项工作的是：",
    "{quoted}，依照{where}，这项职责由谁{do}？",
    "下列单位中，依照{where}{do}{quoted}的是：",
)
_ROLES = {"lead": ("负责", "承担"), "support": ("配合做好", "配合承担")}


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per row of the responsibility list, in library order."""
    for row in library.of("responsibility", Responsibility):
        yield _ask(library, row)


def _ask(library: Library, row: Responsibility) -> Item | Skip:
    unit = duties.unit(library, row.unit)
    refused = _refused(library, row, unit)
    if refused:
        return Skip(row.at, refused)
    seed = f"{ID}/{row.id}"
    others = sorted(_without_duty(library, row, unit), key=lambda u: rank(seed, u.id))
    taken = _apart(others)[:WRONG]
    if len(taken) < WRONG:
        return Skip(row.at, f"确定与这项职责无关的单位有 {len(taken)} 个，需 {WRONG} 个")
    called = duties.called(library, unit, row.basis)
    right = Option(called, True, f"{article(library, row.basis[0])}把这项职责交给{called}。")
    wrong = [Option(_shown(library, u), False, _own(library, u)) for u in taken]
    texts = [option.text for option in wrong]
    if (
        cue(row.duty, [right.text], texts)
        or longest([right.text], texts)
        or any(w in row.duty for w in keywords(right.text))
    ):
        return Skip(row.at, "职责的写法或者名称的长短会泄露答案")
    subject = Subject(
        rule=ID, id=row.id, basis=row.basis, facts=(f"responsibility/{row.id}",), topics=(row.topic,), at=row.at,
        sample=row.sample or duties.invented(library, unit, row.basis),
        claim=Claim("unit", (("responsibility", row.id), ("topic", row.topic))), audience=STAFF,
    )  # fmt: skip
    role, do = _ROLES[row.role]
    where = article(library, row.basis[0])
    stem = choose(_STEMS, seed).format(
        where=where, duty=row.duty.rstrip("。"), quoted=quoted(row.duty.rstrip("。")), role=role, do=do
    )
    return finish(library, subject, "single", stem, place_key(right, wrong, seed), right.why, 0.4)


def _refused(library: Library, row: Responsibility, unit: Unit) -> str | None:
    if row.awaits_alignment or validity(library, row.basis) is None:
        return "依据待与现行法衔接，或者没有施行"
    if row.topic in library.general_topics:
        return "执法程序、信息公开和普法方面的职责，各机关在自己的领域都有"
    if row.with_others or _SHARED.search(row.duty):
        return f"这项职责由几个部门分担，答案不唯一{f'：另有{row.shared_with}' if row.with_others else ''}"
    if _LOCAL.search(duties.name(unit)) or vague(duties.name(unit)):
        return f"“{duties.name(unit)}”的职责因地方安排而异"
    bearers = _bearers(library)
    if any(bearers[key(basis)] != {row.unit} for basis in row.basis):
        return "同一条文还规定了别的单位的职责，答案不唯一"
    return None


@once
def _bearers(library: Library) -> dict[Key, set[str]]:
    """Units on which each article places a duty."""
    found: dict[Key, set[str]] = {}
    for row in library.of("responsibility", Responsibility):
        for basis in row.basis:
            found.setdefault(key(basis), set()).add(row.unit)
    return found


def _without_duty(library: Library, row: Responsibility, unit: Unit) -> list[Unit]:
    """Bodies without duty or power in the row's topic, not named in the duty, and surely not the same as one that has."""
    holding = _holding(library).get(row.topic, set()) | {duties.name(unit)}
    return [
        other
        for other in library.units
        if not _LOCAL.search(other.name) and not vague(duties.name(other))
        and apart((duties.name(other), other.name), tuple(sorted(holding)))
        and not any(word in row.duty for word in keywords(duties.name(other)))
    ]  # fmt: skip


@once
def _holding(library: Library) -> dict[str, set[str]]:
    """Names of the bodies that hold a duty or a power in each topic."""
    found: dict[str, set[str]] = {}
    for row in library.of("responsibility", Responsibility):
        found.setdefault(row.topic, set()).add(duties.name(duties.unit(library, row.unit)))
    for entry in library.penalties:
        for topic in entry.conduct.topics:
            found.setdefault(topic, set()).update(n for n in entry.penalty.authority if not vague(n))
    return found


def _apart(units: list[Unit]) -> list[Unit]:
    found: list[Unit] = []
    for unit in units:
        if all(apart((duties.name(unit),), (duties.name(other),)) for other in found):
            found.append(unit)
    return found


def _shown(library: Library, unit: Unit) -> str:
    """What the unit is called where it does answer for something."""
    row = _first_duties(library).get(unit.id)
    return duties.called(library, unit, row.basis if row else ())


def _own(library: Library, unit: Unit) -> str:
    """What the body does answer for, as far as the list says."""
    row = _first_duties(library).get(unit.id)
    if row is None:
        return f"责任清单里{_shown(library, unit)}没有这方面的职责。"
    return f"{_shown(library, unit)}的职责是另外的事项，如{quoted(row.duty.rstrip('。'))}（{article(library, row.basis[0])}）。"


@once
def _first_duties(library: Library) -> dict[str, Responsibility]:
    return {row.unit: row for row in reversed(library.of("responsibility", Responsibility))}


RULE = Rule(id=ID, title="责任单位", generate=generate)
