"""The second evaluator: decides everything an item says from the library, knowing nothing of the rule that made it.

It reads the item as data: what the claim asks, what options, blanks and the stem say in words.  It parses amounts, articles,
dates and names out of the text again, looks the case up anew, and says whether each thing said is true.  Where it and the
item's key differ, one of the two is wrong, and every command that makes the bank says so and stops.
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.problems import Problem
from generator.questions import types
from generator.questions.authored import RULE_ID
from generator.questions.bank import Bank, rules
from generator.questions.deciders._base import DECIDERS, Decide
from generator.questions.item import Claim, Item
from generator.questions.writing.quantities import arabic

#: Characters in which a label and a category must both end, for one to stand in the place of the other.
_LONG_ENDING = 6


def disagreements(library: Library, bank: Bank) -> list[Problem]:
    """Every item of which the evaluator decides something otherwise than its key says, as E401.

    What people wrote (authored questions, cases) is left out: only a person can decide what it says.
    """
    written = {RULE_ID, *(rule.id for rule in rules() if rule.written)}
    return [
        Problem(item.at, "E401", f"题目 {item.id} 的答案与另行判定不一致：{text}", "核对内容与出题规则。")
        for item in bank.items
        if item.rule not in written
        for text in verdicts(library, item)
    ]


def verdicts(library: Library, item: Item) -> Iterator[str]:
    """Say, for each thing that is decided otherwise than the key, what and how; nothing where all agree."""
    pieces = types.of(item).decided(item)
    for number, piece in enumerate(pieces, 1):
        where = f"第 {number} 小题" if len(pieces) > 1 else ""
        yield from (f"{where}{text}" for text in _verdicts(library, piece, told=piece is item))


def _verdicts(library: Library, item: Item, told: bool) -> Iterator[str]:
    """``told``: the stem says in the law's words what was done; a situation leaves that to be found."""
    if item.claim is None:
        yield "出题规则没有写明这道题问的是什么，无法判定"
        return
    decide = _deciders().get(item.claim.ask)
    if decide is None:
        yield f"不会判定“{item.claim.ask}”"
        return
    yield from _stands_alone(library, item.claim)
    if told:
        yield from _stem_names_case(library, item, item.claim)
    for verdict in types.of(item).said(item):
        found = decide(library, item.claim, verdict.said, item)
        if found is not verdict.true:
            yield f"{verdict.name}判为{_word(found)}"


@cache
def _deciders() -> dict[str, Decide]:
    return {decider.ask: decider.decide for decider in DECIDERS.all()}


def _word(found: bool | None) -> str:
    return {True: "对", False: "错", None: "无法判定"}[found]


def _stands_alone(library: Library, claim: Claim) -> Iterator[str]:
    """No other law punishes the act that the claim rests on, and its own text does not await the Code."""
    conduct = library.get("conduct", claim.get("conduct") or "")
    if isinstance(conduct, Conduct) and conduct.beside:
        yield "另有规定也罚这一行为，哪一处优先不由这道题说"
    if isinstance(conduct, Conduct) and conduct.awaits_alignment:
        yield "依据的文本待与现行法衔接"


def _stem_names_case(library: Library, item: Item, claim: Claim) -> Iterator[str]:
    """The stem must say the conduct, the category and the condition that the claim rests on."""
    conduct = library.get("conduct", claim.get("conduct") or "")
    category, condition = claim.get("category"), claim.get("condition")
    if conduct is not None and not any(name in _bare(item.stem) for name in _names(_bare(conduct.label), category)):
        yield "题干没有写明行为"
    if category and category not in item.stem:
        yield "题干没有写明类别"
    told = condition is None or condition in item.stem or arabic(condition) in item.stem
    if condition != ORDINARY and not told:
        yield "题干没有写明情形"


def _names(label: str, category: str | None) -> Iterator[str]:
    """What the act may be called: its label, or that with its category in the place of the words in which both end."""
    yield label
    for start in range(len(label) - _LONG_ENDING + 1):
        if category and category.endswith(label[start:]):
            yield label[:start] + category
            return


def _bare(text: str) -> str:
    return re.sub(r"[“”‘’。]", "", text)
