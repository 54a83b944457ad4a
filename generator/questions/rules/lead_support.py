"""Single choice and judgement: who leads, and who only supports?  (牵头还是配合)

Source:  rows of the responsibility list where one article has one unit lead and others support in the same work.
Key:     single: the unit that leads; judge: the roles as they are, or exchanged.
Wrong:   first the units that support in this very matter; then units without any duty or power in the topic that cannot be
         one that has.  Who supports is no single choice: only such strangers to it would be surely wrong, and 水行政 beside
         发展改革 and 卫生健康 answers itself where the matter is water.
Refused: matters that several lead or share alike (各自职责, 等部门), that are set by towns, that wait to be aligned with the
         Code, or whose words name the unit; a field as a whole, of which everybody knows who supervises it; more than two supporting units a matter.
"""

import re
from collections.abc import Iterator

from generator.kinds._audience import OFFICIALS
from generator.kinds.responsibility import Responsibility
from generator.kinds.unit import Unit
from generator.library import Library
from generator.questions.facts import duties
from generator.questions.facts.matters import Matter, matters
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, draw, rank
from generator.questions.writing.making import Subject, finish, judge_options, place_key, truth
from generator.questions.writing.phrases import article, law, quoted

ID = "lead-support"
WRONG = 3
#: Bodies that administer nothing, so that nobody would take them for the answer.
_JUDICIAL = re.compile(r"法院|检察院")
#: A field as a whole, kept or kept safe: one body sees to all of it.
_WHOLE = re.compile(r"统一(?:监督管理|监管).*(?:防治|防控|安全)(?:工作)?$")
MOST = 2  # of the units that support in one matter; more would be one question many times
_WHO_LEADS = (
    "下列单位中，依照{where}{work}的是：",
    "按照责任清单和{where}，{work}的单位是：",
    "依照{where}，由哪个单位{work}？",
)
_WHO_LEADS_WORK = (
    "{quoted}这项工作，按照责任清单和{where}，牵头的是：",
    "依照{where}，{quoted}由哪个单位牵头？",
    "按照责任清单，{quoted}（{where}）的牵头单位是：",
)
_SHARES = (
    "依照{where}，{one}{work}，{other}{share}。",
    "按照责任清单和{where}，{one}{work}，{other}{share}。",
    "{where}规定，{one}{work}，{other}{share}。",
)
_ROLES = (
    "{quoted}这项工作，依照{where}，由{one}牵头，{other}配合。",
    "按照责任清单和{where}，{quoted}由{one}牵头，{other}配合。",
    "责任清单依照{where}，把{quoted}列为{one}牵头、{other}配合的工作。",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield the items of each matter, one skip per supporting row that fixes no matter, in library order."""
    groups: dict[tuple[str, str, str], list[Matter]] = {}
    for found in matters(library):
        if isinstance(found, Matter):
            name = (found.lead.id, found.basis.regulation, found.basis.key)
            groups.setdefault(name, []).append(found)
        else:
            yield Skip(found.at, "清单和条文没有写明这件事由一个单位牵头、它来配合")
    for group in groups.values():
        if _plain(group[0]):
            yield Skip(group[0].lead.at, "这一行管的是整个领域，由谁统一监督管理，谁都答得出")
            continue
        yield _leader(library, group)
        ranked = draw(group, len(group), ID, lambda matter: matter.support.id)
        for place, matter in enumerate(ranked[:MOST]):
            yield _judge(library, matter, truth(ranked[0].support.id) == (place == 0))
        for matter in ranked[MOST:]:
            yield Skip(matter.support.at, f"同一件事只问 {MOST} 个配合单位")


def _plain(matter: Matter) -> bool:
    """Whether everybody knows who leads: one body sees to the whole of what others see to in their own fields."""
    return bool(matter.share) and bool(_WHOLE.search(matter.work))


def _leader(library: Library, group: list[Matter]) -> Item | Skip:
    matter = draw(group, 1, ID, lambda one: one.work)[0]
    subject = _subject(library, matter, "lead", f"{matter.lead.id}/{matter.basis.key}/lead")
    lead = duties.unit(library, matter.lead.unit)
    near = [duties.unit(library, one.support.unit) for one in group if one.work == matter.work]
    taken = [*draw(near, WRONG, subject.key, _id), *_bystanders(library, matter, [lead, *near], subject.key)][:WRONG]
    if len(taken) < WRONG:
        return Skip(matter.lead.at, f"确定不牵头这件事的单位有 {len(taken)} 个，需 {WRONG} 个")
    supporting = {unit.id for unit in near}
    wrong = [_wrong(library, matter, unit, unit.id in supporting) for unit in taken]
    stems = _WHO_LEADS if matter.share else _WHO_LEADS_WORK
    stem = choose(stems, subject.key).format(**_words(library, matter))
    called = _called(library, matter, matter.lead)
    leads = f"{called}{matter.work}" if matter.share else f"{quoted(matter.work)}由{called}牵头"
    return _single(library, subject, stem, (lead, f"依照{article(library, matter.basis)}，{leads}。"), wrong)


def _single(
    library: Library, subject: Subject, stem: str, right: tuple[Unit, str], wrong: list[tuple[str, str, str]]
) -> Item | Skip:
    key = Option(duties.called(library, right[0], subject.basis), True, right[1])
    others = [Option(name, False, f"{before}{name}{after}") for name, before, after in wrong]
    texts = [option.text for option in others]
    laws = tuple(law(library, basis) for basis in subject.basis)
    if cue(stem, [key.text], texts, laws) or longest([key.text], texts):
        return Skip(subject.at, "题干的写法或者名称的长短会泄露答案")
    alike: dict[tuple[str, str], list[str]] = {}
    for name, *around in wrong:
        alike.setdefault((around[0], around[1]), []).append(name)
    whys = (f"{before}{'、'.join(names)}{after}" for (before, after), names in alike.items())
    explanation = f"{key.why}{''.join(whys)}"
    options = place_key(key, others, subject.key)
    return finish(library, subject, "single", stem, options, explanation, 0.4)


def _judge(library: Library, matter: Matter, true: bool) -> Item:
    """The roles as they are, or exchanged; of two judgements on one matter, one is true."""
    subject = _subject(library, matter, "both", matter.support.id)
    lead, support = (_called(library, matter, row) for row in (matter.lead, matter.support))
    one, other = (lead, support) if true else (support, lead)
    words = {**_words(library, matter), "one": one, "other": other}
    stem = choose(_SHARES if matter.share else _ROLES, subject.key).format(**words)
    said = f"依照{article(library, matter.basis)}，{_said(library, matter)}"
    why = f"{said}。" if true else f"本题把{lead}和{support}的位置对调了：{said}。"
    return finish(library, subject, "judge", stem, judge_options(true, why), why, 0.3)


def _subject(library: Library, matter: Matter, role: str, id: str) -> Subject:
    units = [duties.unit(library, row.unit) for row in (matter.lead, matter.support)]
    row = matter.lead if role == "lead" else matter.support
    return Subject(
        rule=ID, id=id, basis=(matter.basis,), topics=(matter.support.topic,), at=row.at, audience=OFFICIALS,
        facts=(f"responsibility/{matter.lead.id}", f"responsibility/{matter.support.id}"),
        sample=matter.lead.sample or matter.support.sample or any(duties.invented(library, unit, (matter.basis,)) for unit in units),
        claim=Claim("role", (("role", role), ("lead", matter.lead.id), ("regulation", matter.basis.regulation),
                             ("article", matter.basis.key), ("topic", matter.support.topic))),
    )  # fmt: skip


def _called(library: Library, matter: Matter, row: Responsibility) -> str:
    """The name under which the article speaks of the unit that bears the row."""
    return duties.called(library, duties.unit(library, row.unit), (matter.basis,))


def _words(library: Library, matter: Matter) -> dict[str, str]:
    return {
        "where": article(library, matter.basis),
        "work": matter.work,
        "quoted": quoted(matter.work),
        "share": matter.share,
        "lead": _called(library, matter, matter.lead),
    }


def _said(library: Library, matter: Matter) -> str:
    """Who does what, as it is."""
    lead, support = (_called(library, matter, row) for row in (matter.lead, matter.support))
    if matter.share:
        return f"{lead}{matter.work}，{support}{matter.share}"
    return f"{quoted(matter.work)}由{lead}牵头，{support}配合"


def _bystanders(library: Library, matter: Matter, besides: list[Unit], seed: str) -> list[Unit]:
    """Units without part in the topic, those that have a part in many first; of two alike, one; no courts and prosecutors."""
    listed = duties.holding(library).listed.values()
    busy = {unit.id: min(6, sum(unit.id in held for held in listed)) for unit in library.units}
    names = tuple(name for unit in besides for name in duties.names(unit))
    found: list[Unit] = []
    free = duties.uninvolved(library, matter.support.topic, names)
    for unit in sorted(free, key=lambda one: (-busy[one.id], rank(seed, one.id))):
        if not _JUDICIAL.search(unit.name) and all(duties.distinct(unit, other) for other in found):
            found.append(unit)
    return found


def _wrong(library: Library, matter: Matter, unit: Unit, supports: bool) -> tuple[str, str, str]:
    """The unit as a wrong answer: its name, and what stands before and after the names of all that are wrong for one reason."""
    if not supports:
        return duties.name(unit), "责任清单里", "没有这方面的职责。"
    called = duties.called(library, unit, (matter.basis,))
    return called, "", f"{'只' + matter.share if matter.share else '是配合单位，不牵头'}。"


def _id(unit: Unit) -> str:
    return unit.id


RULE = Rule(id=ID, title="牵头还是配合", generate=generate, thought="理解")
