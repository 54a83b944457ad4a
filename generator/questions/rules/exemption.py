"""Multiple choice and judge: when is there no penalty?  (不予处罚的条件)

Source:  the conditions and the effect of an Exemption, of a law or of a published list.
Key:     conditions that must all hold; 应当 where the authority has no choice, 可以 where it may decide.
Wrong:   conditions of other exemptions that share no telling word with any of its own; 应当 and 可以 exchanged.
Refused: as a statement, those of a list that would leave one effect far more often right than the other;
         as a choice, exemptions of alternatives, each of which tells its case at length, and those with fewer than two conditions
         that the stem does not tell; as a statement, periods, which ``time-limit`` asks.  Conditions on protected areas are no
         distractors: the remarks of the list extend them beyond the rows that name them; nor is what other law may say.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.kinds.exemption import EFFECTS, Exemption
from generator.legal.days import month_written
from generator.library import Library
from generator.library.overhaul import present
from generator.library.remember import once
from generator.questions.flaws.key import cue
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, judge_options, truth, validity
from generator.questions.writing.phrases import law, quoted
from generator.questions.writing.quantities import arabic

ID = "exemption"
FEWEST, MOST = 4, 5
_OPEN = re.compile(r"保护区|敏感区|另外规定")
_PROOF = "证据"  # what is proved is asked where laws are, and reads ill in the row of a list
_COMMON = frozenset({"违法", "行为", "属于", "要求", "规定", "不属"})
_PUT_RIGHT = re.compile(r"关闭|停止建设|拆除|恢复原状|改正")
_OF_LIST = (
    "依照{where}，对{quoted}{effect}的，必须同时具备的条件有：",
    "有{quoted}的行为，依照{where}{effect}的，应当同时符合的条件有：",
    "对{quoted}，{where}写明{effect}要同时符合几个条件，其中有：",
)
_OF_LAW = (
    "依照{where}{effect}的，必须同时具备的条件有：",
    "{where}规定{effect}的，要同时符合几个条件，其中有：",
    "当事人要依照{where}{from_effect}，应当同时符合的条件有：",
)
_JUDGED_OF_LIST = (
    "依照{where}，{case}，{joint}的，{effect}：{told}。",
    "{case}，{joint}的，依照{where}{effect}：{told}。",
    "按照{where}，对{quoted}，{joint}的，{effect}：{told}。",
)
_JUDGED_OF_LAW = (
    "依照{where}，{told}的，{effect}。",
    "{told}的，依照{where}{effect}。",
    "按照{where}的规定，{told}的，{effect}。",
)
_STATED = {"must": "应当不予处罚", "may": "是否不予处罚由机关裁量"}
_EFFECTS = EFFECTS | {"must": "应当不予处罚"}
_WRITES = {"must": "不予处罚，机关没有裁量余地", "may": "可以不予处罚，由机关裁量"}


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip on the conditions, then one on the effect of each exemption, in library order."""
    for exemption in library.of("exemption", Exemption):
        if not exemption.basis or validity(library, exemption.basis) is None or not _listed(library, exemption):
            yield Skip(exemption.at, "依据没有施行，或者目录已经失效")
            continue
        yield _conditions(library, exemption)
        yield _effect(library, exemption)


def _conditions(library: Library, exemption: Exemption) -> Item | Skip:
    key = f"{ID}/{exemption.id}/conditions"
    if exemption.any_of:
        return Skip(exemption.at, "几种情形各自成立，每种都把案情写全了，作选项一看便知")
    where, case, effect = _where(library, exemption), _case(exemption), _EFFECTS[exemption.effect]
    others = [c for c in _others(library, exemption) if not _like(c, (*exemption.all_of, case))]
    right = sorted((c for c in exemption.all_of if not cue(case, [c], others)), key=lambda c: rank(key, c))
    total = MOST if len(right) > 2 and rank(key, "size") % 2 else FEWEST
    shown = right[: min(len(right), 2 + rank(key, "right") % (total - 2))]
    wrong = others[: total - len(shown)]
    if len(shown) < 2 or len(shown) + len(wrong) < total:
        return Skip(
            exemption.at, f"题干没有说出的条件有 {len(right)} 个，确定不是条件的有 {len(others)} 个，凑不成多选"
        )
    options = [Option(arabic(c), True, f"{_short(library, exemption)}写明了这一条件。") for c in shown]
    options += [Option(arabic(c), False, f"不是这里的条件；{_from(library, c)}") for c in wrong]
    told = "；".join(arabic(c) for c in exemption.all_of)
    stem = choose(_OF_LIST if exemption.conducts else _OF_LAW, key).format(
        where=where, case=case, quoted=quoted(case), effect=effect,
        from_effect={"must": "不受处罚", "may": "由机关裁量不予处罚"}.get(exemption.effect, EFFECTS[exemption.effect]),
    )  # fmt: skip
    explanation = f"{_told_of(library, exemption)}规定，同时符合下列条件的{effect}：{told}。{_aged(library, exemption)}"
    subject = _subject(library, exemption, "conditions", "exemption-condition")
    placed = sorted(options, key=lambda o: rank(f"{key}/order", o.text))
    return _until(library, exemption, finish(library, subject, "multiple", stem, placed, explanation, 0.3))


def _effect(library: Library, exemption: Exemption) -> Item | Skip:
    key = f"{ID}/{exemption.id}/effect"
    if exemption.any_of and not exemption.conducts:
        return Skip(exemption.at, "法律写的是几种情形或者期限，由期限题、案例组题来问")
    if exemption.effect not in _WRITES:
        return Skip(exemption.at, "免予和从轻、减轻处罚不与不予处罚互换来问")
    if exemption.id not in _balanced(library):
        return Skip(exemption.at, "目录里几乎都是不予处罚，两种效果只各问同样多，否则看写的是哪一种就知道对错")
    true = truth(key)
    stated = exemption.effect if true else {"must": "may", "may": "must"}[exemption.effect]
    case = _case(exemption)
    conditions = [arabic(c) for c in (*exemption.all_of, *exemption.any_of[:1])]
    stem = choose(_JUDGED_OF_LIST if exemption.conducts else _JUDGED_OF_LAW, key).format(
        where=_where(library, exemption), case=case, quoted=quoted(case), effect=_STATED[stated],
        told=("；" if exemption.conducts else "，").join(conditions),
        joint="同时符合下列条件" if exemption.all_of else "有下列情形",
    )  # fmt: skip
    why = f"{_told_of(library, exemption)}规定的是{_WRITES[exemption.effect]}"
    why += f"{'。' if true else f'；题中改成了{quoted(_STATED[stated])}。'}{_aged(library, exemption)}"
    subject = _subject(library, exemption, "effect", "exemption-effect")
    return _until(library, exemption, finish(library, subject, "judge", stem, judge_options(true, why), why, 0.4))


@once
def _balanced(library: Library) -> frozenset[str]:
    """Whose effect is asked: of each list as many that leave it to the authority as do not, or the effect stated would tell."""
    by_list: dict[str | None, dict[str, list[str]]] = {}
    for exemption in library.of("exemption", Exemption):
        by_list.setdefault(exemption.issued_by, {}).setdefault(exemption.effect, []).append(exemption.id)
    fewest = {of: min(len(ids.get(effect, ())) for effect in _WRITES) for of, ids in by_list.items()}
    return frozenset(
        id
        for of, ids in by_list.items()
        for effect in _WRITES
        for id in sorted(ids.get(effect, ()), key=lambda id: rank(f"{ID}/effect", id))[: fewest[of] if of else None]
    )


def _subject(library: Library, exemption: Exemption, part: str, ask: str) -> Subject:
    conducts = [library.get("conduct", id) for id in exemption.conducts]
    matter = tuple(dict.fromkeys(t for c in conducts if c for t in getattr(c, "topics", ())))
    of_law = library.regulation(exemption.basis[0].regulation).topics
    articles = [article for basis in exemption.basis if (article := library.article(basis))]
    of_articles = tuple(dict.fromkeys(topic for article in articles for topic in article.topics))
    topics = matter or tuple(topic for topic in of_law if topic in library.general_topics)[:1] or of_law or of_articles
    return Subject(
        rule=ID, id=f"{exemption.id}/{part}", basis=exemption.basis, at=exemption.at, sample=exemption.sample,
        facts=(f"exemption/{exemption.id}/{part}",), topics=topics,
        conduct=exemption.conducts[0] if len(exemption.conducts) == 1 else None,
        claim=Claim(ask, (("exemption", exemption.id),)),
    )  # fmt: skip


def _where(library: Library, exemption: Exemption) -> str:
    """The paragraph of the law, or the list by its document and day: 广东省不予处罚目录（粤环发〔2021〕7号所附，2022年1月施行）."""
    if exemption.issued_by is None:
        return f"{law(library, exemption.basis[0])}{exemption.basis[0].locus}"
    document = library.regulation(exemption.issued_by)
    day = exemption.as_of or library.status(document.id).version.effective
    return f"{document.region or ''}不予处罚目录（{document.document_number or document.name}所附，{month_written(day)}施行）"


def _short(library: Library, exemption: Exemption) -> str:
    return "目录" if exemption.issued_by else _where(library, exemption)


def _told_of(library: Library, exemption: Exemption) -> str:
    """How an explanation begins: 目录对“环评登记表没有备案”, 生态环境法典第1056条第2款."""
    return (
        f"{_short(library, exemption)}对{quoted(_case(exemption))}"
        if exemption.conducts
        else _where(library, exemption)
    )


def _case(exemption: Exemption) -> str:
    """What was done: the title of the exemption up to its conditions; empty where it serves all conduct."""
    return arabic(exemption.title.split("，", maxsplit=1)[0]) if exemption.conducts else ""


def _others(library: Library, exemption: Exemption) -> list[str]:
    """Conditions of other exemptions, of the same level first (law, list), then such as several name: they tell no matter."""
    seed = f"{ID}/{exemption.id}/conditions"
    pool = _pool(library)
    own = {*exemption.all_of, *exemption.any_of}
    return [
        condition
        for condition, _ in sorted(
            pool.items(),
            key=lambda e: ((e[0] in pool.of_law) == bool(exemption.conducts), -min(e[1], 2), rank(seed, e[0])),
        )
        if condition not in own and not _OPEN.search(condition) and _may_matter(library, exemption, condition)
    ]


def _may_matter(library: Library, exemption: Exemption, condition: str) -> bool:
    """Whether somebody might take it for a condition: laws set it for all conduct, or lists set it for conduct of this first
    topic, or of several: a daily mean of what is discharged is none beside a label on a drum.
    """
    if condition in _pool(library).of_law:
        return not (exemption.conducts and _PROOF in condition)
    known = {topic for e in _founded(library) if condition in e.all_of for topic in _first_topics(library, e)}
    return len(known) > 1 or bool(known & _first_topics(library, exemption))


def _first_topics(library: Library, exemption: Exemption) -> set[str]:
    found = (library.get("conduct", id) for id in exemption.conducts)
    return {topic for conduct in found if conduct for topic in getattr(conduct, "topics", ())[:1]}


class _Pool(Counter[str]):
    """Conditions that must all hold → how many exemptions name them; ``of_law`` are those that serve all conduct."""

    of_law: frozenset[str] = frozenset()


@once
def _founded(library: Library) -> tuple[Exemption, ...]:
    """Exemptions that say where they come from."""
    return tuple(e for e in library.of("exemption", Exemption) if e.basis or e.issued_by)


@once
def _pool(library: Library) -> _Pool:
    known = [e for e in _founded(library) if not e.any_of]  # beside alternatives, all_of says little alone
    found = _Pool(c for e in known for c in e.all_of)
    found.of_law = frozenset(c for e in known if not e.conducts for c in e.all_of)
    return found


def _like(condition: str, own: tuple[str, ...]) -> bool:
    """Whether a condition may mean, or follow from, one of the exemption's own: they share a telling pair of characters.

    Closing down or tearing down what was built puts it right, so that 改正 follows from it.
    """
    if "改正" in condition and any(_PUT_RIGHT.search(text) for text in own):
        return True
    return any(_pairs(condition) & _pairs(text) for text in own)


def _pairs(text: str) -> set[str]:
    plain = text.replace("初次", "首次")
    return {plain[i : i + 2] for i in range(len(plain) - 1)} - _COMMON


def _from(library: Library, condition: str) -> str:
    """Where the condition does count."""
    sources = [e for e in _founded(library) if condition in e.all_of]
    source = min(sources, key=lambda e: bool(e.conducts))
    if source.conducts:
        return f"{_short(library, source)}在{quoted(_case(source))}等行为里才写了它。"
    return f"它出自{_where(library, source)}的另一种情形：{source.title.rstrip('。')}。"


def _aged(library: Library, exemption: Exemption) -> str:
    code = present(library)
    return f"目录早于{code.full}，待与{code.short}衔接。" if exemption.awaits_alignment else ""


def _listed(library: Library, exemption: Exemption) -> bool:
    """Whether the document that lists it, if any, is in force."""
    return exemption.issued_by is None or library.status(exemption.issued_by).state == "in_force"


def _until(library: Library, exemption: Exemption, item: Item) -> Item:
    """The item, valid no longer than the document that lists the exemption."""
    ends = [item.valid_until] if item.valid_until else []
    if exemption.issued_by:
        version = library.status(exemption.issued_by).version
        ends += [version.repealed_on] if version.repealed_on else []
    return replace(item, valid_until=min(ends, default=None))


RULE = Rule(id=ID, title="不予处罚的条件", generate=generate, thought="理解", steps=2)
