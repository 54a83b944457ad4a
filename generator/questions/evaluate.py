"""The second evaluator: decides every option of an item from the library, knowing nothing of the rule that made it.

It reads the item as data: what the claim asks, what the options and the stem say in words.  It parses amounts, articles,
dates and names out of the text again, looks the case up anew, and says whether each option is true.  Where it and the
item's key differ, one of the two is wrong, and the build says so.
"""

import datetime
import re
from collections.abc import Callable, Iterator

from generator.kinds.concordance import Concordance
from generator.kinds.penalty import Fine, Penalty, Tier
from generator.kinds.responsibility import Responsibility
from generator.kinds.term import Term
from generator.legal.money import Multiple, PerUnit, Range, Rate, find_fines
from generator.library import Library
from generator.problems import Problem
from generator.questions.bank import Bank
from generator.questions.item import Claim, Item

#: Decides one text: True, False, or None where it can't be decided, which counts as a disagreement.
Decide = Callable[[Library, Claim, str, Item], bool | None]
Amount = tuple[str, float, float, str]
_ENDLESS = float("inf")


def disagreements(library: Library, bank: Bank) -> list[Problem]:
    """Every item of which the evaluator decides an option otherwise than its key says, as E401.

    Items without a claim (authored ones) are left out: only a person can decide what they say.
    """
    return [
        Problem(item.at, "E401", f"题目 {item.id} 的答案与另行判定不一致：{text}", "核对内容与出题规则。")
        for item in bank.items
        if item.claim
        for text in verdicts(library, item)
    ]


def verdicts(library: Library, item: Item) -> Iterator[str]:
    """Say, for each option that is decided otherwise than the key, what and how; nothing where all agree."""
    if item.claim is None:
        return
    decide = _DECIDERS.get(item.claim.ask)
    if decide is None:
        yield f"不会判定“{item.claim.ask}”"
        return
    yield from _stem_names_case(library, item, item.claim)
    if item.type == "judge":
        said = next(option.correct for option in item.options if option.text == "正确")
        found = decide(library, item.claim, item.stem, item)
        if found is not said:
            yield f"题干判为{_word(found)}"
        return
    for option in item.options:
        found = decide(library, item.claim, option.text, item)
        if found is not option.correct:
            yield f"“{option.text}”判为{_word(found)}"


def _word(found: bool | None) -> str:
    return {True: "对", False: "错", None: "无法判定"}[found]


def _stem_names_case(library: Library, item: Item, claim: Claim) -> Iterator[str]:
    """The stem must say the conduct, the category and the condition that the claim rests on."""
    conduct = library.get("conduct", claim.get("conduct") or "")
    if conduct is not None and _bare(conduct.label) not in _bare(item.stem):
        yield "题干没有写明行为"
    category, condition = claim.get("category"), claim.get("condition")
    if category and category not in item.stem:
        yield "题干没有写明类别"
    if condition and condition != "一般情形" and condition not in item.stem:
        yield "题干没有写明情形"


def _bare(text: str) -> str:
    return re.sub(r"[“”‘’。]", "", text)


def _penalties(library: Library, claim: Claim) -> list[Penalty]:
    return [e.penalty for e in library.penalties if e.conduct.id == claim.get("conduct")]


# -- fines -----------------------------------------------------------------------------------------------------------


def _fine(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    conduct = library.get("conduct", claim.get("conduct") or "")
    for said in (conduct.label if conduct else "", claim.get("condition") or ""):
        text = text.replace(said, "") if said else text
    found = find_fines(text)
    if len(found) != 1:
        return None
    shown = _mentioned(found[0].value, found[0].base or text)
    exact, broad = set(), set()
    for penalty in _penalties(library, claim):
        for tier in penalty.tiers:
            if tier.fine and not tier.fine.daily and _applies_to(tier, claim):
                broad |= {_amount(tier.fine)} if _may_be(penalty.target, claim.get("target") or "") else set()
                exact |= {_amount(tier.fine)} if penalty.target == claim.get("target") else set()
    if any(_equal(shown, amount) for amount in exact):
        return True
    return None if any(_equal(shown, amount) for amount in broad) else False


def _applies_to(tier: Tier, claim: Claim) -> bool:
    return tier.condition == claim.get("condition") and (tier.category or "") in {"", claim.get("category")}


def _may_be(target: str, other: str) -> bool:
    """Whether one person can be both, by the words: 人员 is staff, 个人 and 驾驶人 are people, 单位 and 机构 are bodies."""
    return bool(_sorts(target) & _sorts(other))


def _sorts(target: str) -> set[str]:
    if "人员" in target:
        return {"staff"}
    words = {"个人": "people", "驾驶人": "people", "单位": "body", "机构": "body", "经营者": "operator"}
    return {sort for word, sort in words.items() if word in target}


def _amount(fine: Fine) -> Amount:
    for form, part in (("元", fine.range), ("%", fine.rate), ("倍", fine.multiple), ("每", fine.per_unit)):
        if part is not None:
            of = str(getattr(part, "base", None) or getattr(part, "unit", ""))
            return form, float(part.min or 0), _ENDLESS if part.max is None else float(part.max), of
    return "日", 0, 0, ""


def _mentioned(value: object, base: str) -> Amount | None:
    forms: tuple[tuple[type, str], ...] = ((PerUnit, "每"), (Range, "元"), (Rate, "%"), (Multiple, "倍"))
    form = next((name for kind, name in forms if isinstance(value, kind)), None)
    if form is None or not isinstance(value, Range | Rate | Multiple | PerUnit):
        return None
    of = value.unit if isinstance(value, PerUnit) else "" if form == "元" else base
    return form, float(value.min or 0), _ENDLESS if value.max is None else float(value.max), of


def _equal(shown: Amount | None, amount: Amount) -> bool:
    return shown is not None and shown[:3] == amount[:3] and (amount[3] in shown[3] or shown[3] in amount[3])


def _detention(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    days = re.search(r"(?:(\d+)日以上)?(\d+)日(?:以下)?拘留", text)
    if days is None:
        return None
    shown = (int(days[1] or days[2]), int(days[2]))
    tiers = [t for p in _penalties(library, claim) if p.id == claim.get("penalty") for t in p.tiers]
    return any(
        t.detention and t.condition == claim.get("condition") and (t.detention.min_days, t.detention.max_days) == shown
        for t in tiers
    )


# -- who -------------------------------------------------------------------------------------------------------------


def _authority(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    conduct = library.get("conduct", claim.get("conduct") or "")
    if item.type == "judge":
        text = claim.get("names") or ""
        if not all(name in item.stem.replace(conduct.label if conduct else "", "") for name in text.split("、")):
            return None
    names = set(text.split("、"))
    penalties = _penalties(library, claim)
    if any(names == set(p.authority) for p in penalties if p.id == claim.get("penalty")):
        return True
    holding = {name for p in penalties for name in (*p.authority, p.referral or "")}
    holding |= {name for p in penalties for name in library.authorities_under(p.basis)}
    return None if names & holding else False


def _unit(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    units = {unit.id for unit in library.units if text == unit.name or text in unit.acts_as}
    if not units:
        return None
    rows = [row for row in library.of("responsibility", Responsibility) if row.unit in units]
    if any(row.id == claim.get("responsibility") for row in rows):
        return True
    return None if any(row.topic == claim.get("topic") for row in rows) else False


# -- where -----------------------------------------------------------------------------------------------------------


def _article(text: str) -> str | None:
    found = re.fullmatch(r"第(\d+)条(?:之(\S+))?", text)
    return None if found is None else found[1] if not found[2] else f"{found[1]}-{found[2]}"


def _basis(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    shown = _article(text)
    conduct = next((c for c in library.conducts if c.id == claim.get("conduct")), None)
    if shown is None or conduct is None:
        return None
    regulation = claim.get("regulation")
    if shown == claim.get("article"):
        return any(p.basis.key == shown and p.basis.regulation == regulation for p in conduct.penalties)
    cited = [*conduct.prohibited_by, *(p.basis for p in conduct.penalties)]
    return None if any(b.key == shown and b.regulation == regulation for b in cited) else False


def _successor(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    shown = _article(text)
    rows = [r for r in library.of("concordance", Concordance) if r.old and r.old.regulation == claim.get("regulation")]
    exact = {b.key for r in rows if r.old and r.old.locus == claim.get("locus") for b in r.new}
    broad = {b.key for r in rows if r.old and r.old.key == claim.get("article") for b in r.new}
    if shown is None or not exact:
        return None
    return True if shown in exact else None if shown in broad else False


def _measures(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    plain = text.split("的，", 1)[-1]
    tiers = [t for p in _penalties(library, claim) if p.basis.key == claim.get("article") for t in p.tiers]
    words = [word for t in tiers for word in (*t.measures, *t.may)]
    special = {"罚款": any(t.fine for t in tiers), "行政拘留": any(t.detention for t in tiers),
               "禁止从业": any(t.ban for t in tiers)}  # fmt: skip
    if special.get(plain):
        return True
    if plain in words:
        return True
    return None if any(plain in word or word in plain for word in words) else False


# -- when ------------------------------------------------------------------------------------------------------------


def _date(text: str) -> datetime.date | None:
    found = re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text)
    return datetime.date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _ceased(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    regulation = next((r for r in library.regulations if f"《{r.name}》" in text), None)
    shown = _date(text)
    if regulation is None or shown is None:
        return None
    by = library.status(regulation.id, shown).repealed_by
    before = library.status(regulation.id, shown - datetime.timedelta(days=1)).state
    named = by is not None and library.regulation(by).name in text
    return library.status(regulation.id, shown).state == "repealed" and before == "in_force" and named


def _in_force(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    regulation = next((r for r in library.regulations if f"《{r.name}》" == text), None)
    asked = _date(item.stem)
    if regulation is None or asked is None:
        return None
    return library.status(regulation.id, asked).state == "in_force"


def _applicable(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    row = next((r for r in library.of("concordance", Concordance) if r.id == claim.get("concordance")), None)
    if row is None or row.old is None:
        return None
    pairs = [(_amount(a.old), _amount(a.new)) for a in row.amounts if a.old and a.new]
    worse = any(new[1] > old[1] or new[2] > old[2] for old, new in pairs)
    better = any(new[1] < old[1] or new[2] < old[2] for old, new in pairs)
    if not pairs or worse == better or any(old[0] != new[0] for old, new in pairs):
        return None
    applies = row.old.regulation if worse else row.new[0].regulation
    return text == f"适用《{library.regulation(applies).name}》"


def _term(library: Library, claim: Claim, text: str, item: Item) -> bool | None:
    term = next((t for t in library.of("term", Term) if t.title == text), None)
    return None if term is None else term.id == claim.get("term")


_DECIDERS: dict[str, Decide] = {
    "fine": _fine,
    "detention": _detention,
    "authority": _authority,
    "unit": _unit,
    "basis": _basis,
    "successor": _successor,
    "measures": _measures,
    "ceased": _ceased,
    "in_force": _in_force,
    "applies": _applicable,
    "term": _term,
}
