"""The second evaluator: decides everything an item says from the library, knowing nothing of the rule that made it.

It reads the item as data: what the claim asks, what options, blanks and the stem say in words.  It parses amounts, articles,
dates and names out of the text again, looks the case up anew, and says whether each thing said is true.  Where it and the
item's key differ, one of the two is wrong, and every command that makes the bank says so and stops.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import generator.questions.deciders as package
from generator import registry
from generator.library import Library
from generator.problems import Problem
from generator.questions.authored import RULE_ID
from generator.questions.bank import Bank, rules
from generator.questions.deciders._base import Decide, Decider, Said
from generator.questions.item import Claim, Item
from generator.questions.writing.figures import arabic


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
    if item.claim is None:
        yield "出题规则没有写明这道题问的是什么，无法判定"
        return
    decide = _deciders().get(item.claim.ask)
    if decide is None:
        yield f"不会判定“{item.claim.ask}”"
        return
    yield from _stem_names_case(library, item, item.claim)
    for said, keyed, shown in _all_said(item):
        found = decide(library, item.claim, said, item)
        if found is not keyed:
            yield f"{shown}判为{_word(found)}"


@cache
def _deciders() -> dict[str, Decide]:
    return {decider.ask: decider.decide for decider in registry.constants(package, "DECIDER", Decider)}


def _all_said(item: Item) -> Iterator[tuple[Said, bool, str]]:
    """Everything the item says, whether its key calls it true, and how a message names it."""
    key, options = item.response, item.options
    if item.type == "judge":
        yield Said(item.stem), next(o.correct for o in options if o.text == "正确"), "题干"
    elif item.type == "match":
        for prompt, right in zip(key.prompts, key.sequence, strict=True):
            for place, option in enumerate(options):
                yield Said(option.text, prompt), place == right, f"“{prompt}”与“{option.text}”"
    elif item.type == "order":
        for one, other in combinations([options[place].text for place in key.sequence], 2):
            yield Said(other, one), True, f"“{one}”在“{other}”之前"
            yield Said(one, other), False, f"“{other}”在“{one}”之前"
    elif key.blanks:
        for place, blank in enumerate(key.blanks):
            for text in blank.accepted:
                yield Said(text, place=place), True, f"第 {place + 1} 空“{text}”"
    else:
        for option in options:
            yield Said(option.text), option.correct, f"“{option.text}”"


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
    told = condition is None or condition in item.stem or arabic(condition) in item.stem
    if condition != "一般情形" and not told:
        yield "题干没有写明情形"


def _bare(text: str) -> str:
    return re.sub(r"[“”‘’。]", "", text)
