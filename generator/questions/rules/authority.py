"""Single choice: which authority acts on this conduct?  (谁执法)

Source:  the authorities of the penalties of a conduct.
Key:     those that one penalty names, as one option even where they are several.
Wrong:   authorities that act on other conduct, hold no power over this one or over related conduct, and cannot turn out
         to be the same body (powers.py).
Refused: conduct on which a body may act that the local government designates, or that the law names only in general;
         keys that their length, the stem or the place gives away; of the authority that most conduct falls to, all but one conduct an
         article, or its name would be the key of most items and be guessed.
"""

from collections import Counter
from collections.abc import Iterator

from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.facts.authorities import (
    acting,
    action,
    giveaway,
    names_text,
    open_powers,
    right_because,
    without_power,
    wrong_because,
)
from generator.questions.facts.related import Key, key
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import finish, of_penalty, place_key
from generator.questions.writing.phrases import doing, law, quoted

ID = "authority"
WRONG = 3
_STEMS = (
    "{doing}。依照{law}，由谁{action}？",
    "依照{law}，对{quoted}的行为，有权{action}的是：",
    "群众反映：{doing}。经查属实，依照{law}应当由谁{action}？",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per conduct and set of authorities, in library order."""
    entries = list(acting(library))
    made = [_ask(library, entry) for entry in entries]
    commonest = _commonest(entries)
    asked: dict[Key, str] = {}
    for entry, item in zip(entries, made, strict=True):
        if isinstance(item, Item) and entry.penalty.authority == commonest:
            where = key(entry.penalty.basis)
            asked[where] = min(asked.get(where, item.id), item.id, key=lambda id: rank(ID, id))
    for entry, item in zip(entries, made, strict=True):
        spared = isinstance(item, Item) and asked.get(key(entry.penalty.basis), item.id) != item.id
        if spared and entry.penalty.authority == commonest:
            yield Skip(item.at, f"“{names_text(entry.penalty)}”是最常见的答案，同一条文只问一个行为")
        else:
            yield item


def _commonest(entries: list[PenaltyOf]) -> tuple[str, ...]:
    """The authorities to whom most conduct falls; of several alike, the first."""
    counts = Counter(entry.penalty.authority for entry in entries)
    return max(counts, key=lambda names: counts[names], default=())


def _ask(library: Library, entry: PenaltyOf) -> Item | Skip:
    names = tuple(sorted(entry.penalty.authority))
    claim = Claim(
        "authority", (("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("names", "、".join(names)))
    )
    subject = of_penalty(ID, entry, "authority", claim)
    taken = without_power(library, entry, subject.key, WRONG)
    refused = _refused(library, entry, taken)
    if refused:
        return Skip(subject.at, refused)
    stem = choose(_STEMS, subject.key).format(
        doing=doing(entry.conduct),
        quoted=quoted(doing(entry.conduct)),
        law=law(library, entry.penalty.basis),
        action=action(entry.penalty),
    )
    right = Option(names_text(entry.penalty), True, right_because(library, entry))
    wrong = [Option(names_text(r.penalty), False, wrong_because(library, r)) for r in taken]
    close = sum(entry.conduct.topics[0] in r.conduct.topics for r in taken) / WRONG
    return finish(library, subject, "single", stem, place_key(right, wrong, subject.key), right.why, close)


def _refused(library: Library, entry: PenaltyOf, taken: list[PenaltyOf]) -> str | None:
    """Why the conduct can't be asked about, or None."""
    vague = open_powers(library, entry.conduct)
    if vague:
        return f"“{'、'.join(vague)}”不指明具体部门，别的部门都可能是它，无法出干扰项"
    if len(taken) < WRONG:
        return f"确定无权查处这一行为的其他机关有 {len(taken)} 个，需 {WRONG} 个"
    if len(entry.penalty.authority) > 1 and not any(len(rival.penalty.authority) > 1 for rival in taken):
        return "答案是几个机关，干扰项都只有一个机关，一看便知"
    right, wrong = [names_text(entry.penalty)], [names_text(rival.penalty) for rival in taken]
    if longest(right, wrong):
        return f"“{right[0]}”比能用的干扰项都长得多，一看便知"
    if giveaway(entry, taken):
        return "行为发生在口岸或者船上、港口，只有答案的机关管那里，一看便知"
    return "行为的名称里已经说出主管部门的名称" if cue(doing(entry.conduct), right, wrong) else None


RULE = Rule(id=ID, title="谁执法", generate=generate)
