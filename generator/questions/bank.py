"""The bank: every item that the rules and the authored questions yield, checked, with all that was not asked and why."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from generator.kinds import BasisValue
from generator.library import Library
from generator.problems import Place, Problem, Problems
from generator.questions import types
from generator.questions.authored import RULE_ID, authored
from generator.questions.guessing import given_away
from generator.questions.hardness import estimate, level_of
from generator.questions.item import RULES, Item, Rule, Skip
from generator.questions.sound import bank_flaws, item_flaws
from generator.questions.standing import unasked
from generator.questions.telling import marked
from generator.questions.twins import twins
from generator.questions.worth import ENOUGH, SAME, beyond, repeated

#: Why an item is not asked that has no flaw.
BEYOND = "这个专题里要记的题已经够多，会用法律的题要占四成，不入题库"
REPEATED = f"同一件事实已有 {SAME} 题在问，不入题库"
GIVEN_AWAY = "不懂法律、只看选项的样子和别的题的答案就猜得中，不入题库"

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class Bank:
    """Items and skips, in order of rule and library.

    Attributes:
        items: every item in force at the library's date.
        skips: id of a rule and what it did not ask.
    """

    items: tuple[Item, ...] = ()
    skips: tuple[tuple[str, Skip], ...] = ()

    def by_topic(self, topic: str) -> tuple[Item, ...]:
        """Items of a topic."""
        return self._topics.get(topic, ())

    def of_conduct(self, id: str) -> tuple[Item, ...]:
        """Items about a conduct."""
        return self._conducts.get(id, ())

    def citing(self, regulation: str, key: str) -> tuple[Item, ...]:
        """Items that rest on an article; ``key`` as in ``Basis.key``."""
        return self._articles.get((regulation, key), ())

    def bases_in(self, regulation: str) -> tuple[BasisValue, ...]:
        """The articles of a regulation that items rest on, each once, as the first item cites it."""
        return self._regulations.get(regulation, ())

    @property
    def regulations(self) -> tuple[str, ...]:
        """Ids of the regulations that items rest on."""
        return tuple(self._regulations)

    @cached_property
    def by_rule(self) -> Mapping[str, tuple[Item, ...]]:
        """Items of each rule that has any."""
        return MappingProxyType(_grouped((item.rule, item) for item in self.items))

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Each item by its id."""
        return MappingProxyType({item.id: item for item in self.items})

    @cached_property
    def _topics(self) -> dict[str, tuple[Item, ...]]:
        return _grouped((topic, item) for item in self.items for topic in item.topics)

    @cached_property
    def _conducts(self) -> dict[str, tuple[Item, ...]]:
        return _grouped((item.conduct, item) for item in self.items if item.conduct)

    @cached_property
    def _regulations(self) -> dict[str, tuple[BasisValue, ...]]:
        first = {(basis.regulation, basis.key): basis for item in reversed(self.items) for basis in item.basis}
        return _grouped((regulation, basis) for (regulation, _), basis in first.items())

    @cached_property
    def _articles(self) -> dict[tuple[str, str], tuple[Item, ...]]:
        pairs = ((key, item) for item in self.items for key in dict.fromkeys((b.regulation, b.key) for b in item.basis))
        return _grouped(pairs)


def rules() -> tuple[Rule, ...]:
    """All rules, those of the house in order of module name, then those of other packages."""
    return RULES.all()


def rule_titles() -> dict[str, str]:
    """Id of every source of items and what people call it."""
    return {RULE_ID: "自编题", **{rule.id: rule.title for rule in rules()}}


def build_bank(library: Library, problems: Problems) -> Bank:
    """Run every rule and take in the authored questions; check all of them.

    An item that does not hold at the library's date is left out.  No item with a flaw enters the bank: a generated one
    becomes a skip that names the flaw, since who writes content can't mend a rule; an authored one is E401.  Twins of
    earlier items go the same way, and so do items that can be answered without law (``guessing``)
    facts asked too often, and recall beyond its share of a topic (``worth``).  A bank out of balance is a warning.
    """
    items: list[Item] = []
    skips: list[tuple[str, Skip]] = []
    for rule_id, made in asked(library, problems):
        if isinstance(made, Skip):
            skips.append((rule_id, made))
        elif not in_time(made, library.as_of):
            skips.append(
                (rule_id, Skip(made.at, "在这一天不适用：依据尚未施行、已经废止，或者题目写明自更晚的日期起有效"))
            )
        elif rule_id != RULE_ID and (why := unasked(library, made)):
            skips.append((rule_id, Skip(made.at, why)))
        else:
            flaws = item_flaws(made, library)
            if rule_id == RULE_ID:
                problems.extend(_problem(made.at, made.id, flaw) for flaw in flaws)
            else:
                skips.extend((rule_id, Skip(made.at, f"有瑕疵，不入题库：{flaw}")) for flaw in flaws[:1])
            items.extend([] if flaws else [made])
    kept, twin_skips, twin_problems = _without_twins(items)
    problems.extend(twin_problems)
    ample = len(kept) >= ENOUGH
    kept, told = _without_given_away(kept, ample)
    kept, again = _without(kept, repeated(kept) if ample else frozenset(), REPEATED)
    kept, spared = _without(kept, beyond(library, kept), BEYOND)
    kept, more = _without_given_away(kept, ample)  # of fewer items others may stand out
    for flaw in bank_flaws(kept):
        problems.warning(Place("quizzes"), "E401", f"题库整体：{flaw}", "增减自编题，使答案分布均匀。")
    return Bank(marked(kept), (*skips, *twin_skips, *told, *again, *spared, *more))


def in_time(item: Item, day: datetime.date) -> bool:
    """Whether the item's key holds on ``day``."""
    begun = item.valid_from is None or item.valid_from <= day
    return begun and (item.valid_until is None or day < item.valid_until)


def asked(library: Library, problems: Problems) -> Iterator[tuple[str, Item | Skip]]:
    """All that people and rules ask, with the rule's id, before any check.

    Authored questions first: where a rule asks the same, the written one stays.
    """
    yield from ((RULE_ID, made) for made in authored(library, problems))
    for rule in rules():
        yield from ((rule.id, _levelled(library, rule, made)) for made in rule.generate(library))


def _levelled(library: Library, rule: Rule, made: Item | Skip) -> Item | Skip:
    """An item with its level of thought, which its type says or else its rule, and with how hard it is."""
    if isinstance(made, Skip):
        return made
    hard = estimate(library, made, rule.steps)
    return replace(made, thought=types.of(made).thought or rule.thought, difficulty=hard, level=level_of(hard))


def _without_twins(items: list[Item]) -> tuple[list[Item], list[tuple[str, Skip]], list[Problem]]:
    """Split into what stays, generated twins as skips, and authored twins as problems."""
    second = twins(items)
    kept = [item for item in items if item.id not in second]
    skips, problems = [], []
    for item in items:
        if item.id in second and item.rule == RULE_ID:
            problems.append(_problem(item.at, item.id, f"与“{second[item.id]}”重复或几乎相同"))
        elif item.id in second:
            skips.append((item.rule, Skip(item.at, f"与“{second[item.id]}”几乎相同，只留一题")))
    return kept, skips, problems


def _without_given_away(items: list[Item], by_topic: bool) -> tuple[list[Item], list[tuple[str, Skip]]]:
    """Split into what stays, and what can be answered without law, as skips."""
    return _without(items, given_away([item for item in items if item.rule != RULE_ID], by_topic), GIVEN_AWAY)


def _without(items: list[Item], out: frozenset[str], why: str) -> tuple[list[Item], list[tuple[str, Skip]]]:
    """Split into what stays, and what goes, as skips."""
    skips = [(item.rule, Skip(item.at, why)) for item in items if item.id in out]
    return [item for item in items if item.id not in out], skips


def _problem(at: Place, id: str, flaw: str) -> Problem:
    return Problem(at, "E401", f"题目 {id} 有瑕疵：{flaw}", "改正题目；题库里不留有瑕疵的题。")


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
