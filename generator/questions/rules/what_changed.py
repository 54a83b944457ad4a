"""Single choice and true or false: what did the Code do to a fine?  (修法改了什么)

Source:  a fine before and after of a concordance row, with the conduct and tier that has the new one today (changes.py).
Key:     from which fine to which, or that it stayed.
Wrong:   the same turned round; a fine kept that was changed, or changed that was kept; another real fine in its place that
         is surely false for the case.
False:   (judge) one thing altered: the way it went, that it went at all, or where it went.
Beside:  where another provision fined the act more while the old law stood, the change is reckoned from that fine, and the
         stem names both.
Refused: rows without conduct or act, with a doubt whether the new article applies, or whose label fits no tier or several;
         changes of which it can't be told what applied then or applies now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.kinds.penalty import Fine
from generator.legal.money import format_bound
from generator.library import Library
from generator.questions.facts.amounts import ENDLESS, FineOf, amount_text, rivals, shape, size
from generator.questions.facts.changes import Change, changes, rule_of, topics_of, unasked
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, judge_options, place_key, truth
from generator.questions.writing.phrases import article, dated_article, quoted

ID = "what-changed"
_STEMS = (
    "《{old}》{locus}的罚款规定，现由{new}承接，涉及的行为是{quoted}。罚款幅度{label}的变化是：",
    "{doing}，现在依照{new}处罚，过去对应的是《{old}》{locus}。罚款幅度{label}的变化是：",
    "所涉行为：{doing}。从《{old}》{locus}到{new}，罚款幅度{label}有什么变化？",
)
_STATEMENTS = (
    "{doing}，现在依照{new}处罚。与过去的《{old}》{locus}相比，{said}。",
    "《{old}》{locus}的罚款规定由{new}承接后，对{quoted}的{said}。",
    "从《{old}》{locus}到{new}，对{quoted}的{said}。",
)
#: Where another provision fined the act more.
_STEMS_BESIDE = (
    "{doing}，过去《{old}》{locus}和{beside}都有罚款规定，按罚款数额高的处罚；现在依照{new}处罚。实际适用的罚款幅度{label}的变化是：",
    "所涉行为：{doing}。旧法废止前，它同时违反《{old}》{locus}和{beside}；现在由{new}规定。实际应当适用的罚款幅度{label}有什么变化？",
)
_STATEMENTS_BESIDE = (
    "{doing}，过去《{old}》{locus}和{beside}都有罚款规定，现在依照{new}处罚。实际适用的{said}。",
    "旧法废止前，{quoted}同时违反《{old}》{locus}和{beside}，现在由{new}规定，实际适用的{said}。",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield a choice and a judgement, or skips, per fine before and after, in library order."""
    for change in changes(library):
        if change.unsure:
            yield Skip(change.row.place("amounts", change.index), change.unsure)
            continue
        yield _choice(library, change)
        yield _judge(library, change)
    for left in unasked(library):
        yield Skip(left.row.place("amounts", left.index), left.why)


def _subject(library: Library, change: Change, part: str, claim: Claim) -> Subject:
    conduct = change.case.entry.conduct
    return Subject(
        rule=ID, id=f"{change.id}/{part}", basis=(change.after.whole,), facts=change.facts, topics=topics_of(library, change),
        at=change.row.place("amounts", change.index), conduct=conduct.id, sample=change.row.sample or conduct.sample,
        claim=claim,
    )  # fmt: skip


def _claim(change: Change) -> Claim:
    return Claim("changed", (("concordance", change.row.id), ("label", change.amount.label)))


def _words(library: Library, change: Change) -> dict[str, str]:
    return {
        "old": library.name_of(change.before),
        "locus": change.before.locus,
        "new": article(library, change.after),
        "label": change.label,
        "beside": dated_article(library, change.beside) if change.beside else "",
        "doing": change.doing,
        "quoted": quoted(change.doing),
    }


def _choice(library: Library, change: Change) -> Item | Skip:
    subject = _subject(library, change, "fine", _claim(change))
    was, now = amount_text(change.was), amount_text(change.new)
    if was == now and change.was.may != change.new.may:
        return Skip(subject.at, "数额没有变，只是应当与可以之间有变化")
    if was != now and _alike(change):
        return Skip(subject.at, "只是计罚单位的写法有变化，说改了、没改都讲得通")
    other = next((r.text for r in rivals(library, change.case, subject.key) if r.text not in {was, now}), None)
    own = amount_text(change.old)
    alike = shape(change.was)[:2] == shape(change.new)[:2]
    if own != was:
        shown = [_kept(was), _went(own, now), _went(now, own), _kept(own)]
        if was != now:
            shown = [_went(was, now), _went(now, was), _went(own, now), _went(now, own)]
    elif other is None:
        return Skip(subject.at, "没有形式相同、大小相近而又确定不适用的罚款可作干扰项")
    elif was == now:
        shown = [_kept(was), _went(was, other), _went(other, was), _kept(other)]
    elif alike and rank(subject.key, "kept") % 2:
        shown = [_went(was, now), _went(now, was), _kept(was), _kept(now)]
    else:
        shown = [_went(was, now), _went(now, was), _went(was, other), _went(other, was)]
    why = _explain(library, change, was, now)
    wrong = [Option(text, False, _why(library, change, text, was, now)) for text in shown[1:]]
    options = place_key(Option(shown[0], True, why), wrong, subject.key)
    stems = _STEMS_BESIDE if change.beside else _STEMS
    stem = choose(stems, subject.key).format(**_words(library, change))
    return finish(library, subject, "single", stem, options, why, 0.8)


def _alike(change: Change) -> bool:
    """Whether both are taken per unit and only the words for the unit differ: 每辆5000元 and 每辆（艘）5000元."""
    was, now = change.was.per_unit, change.new.per_unit
    return bool(was and now) and was != now and size(change.was) == size(change.new)


def _went(was: str, now: str) -> str:
    return f"由{was}改为{now}"


def _kept(was: str) -> str:
    return f"维持{was}不变"


def _explain(library: Library, change: Change, was: str, now: str) -> str:
    words = _words(library, change)
    how = f"都是{was}，没有变" if was == now else f"过去是{was}，现在是{now}"
    if change.beside:
        heavier = "、".join(article(library, basis) for basis in rule_of(library, "heavier"))
        return (
            f"旧法废止前，《{words['old']}》{change.before.locus}罚款{amount_text(change.old)}，{words['beside']}罚款{was}，"
            f"同一行为按罚款数额高的规定处罚（{heavier}）；{words['new']}罚款{now}。实际适用的幅度{change.label}{how}。"
        )
    return f"罚款幅度{change.label}{how}（《{words['old']}》{change.before.locus}，{words['new']}）。"


def _why(library: Library, change: Change, text: str, was: str, now: str) -> str:
    own = amount_text(change.old)
    if change.beside and text in {_went(own, now), _kept(own)}:
        heavier = dated_article(library, change.beside)
        return f"{own}只是旧法这一条的幅度；{heavier}对同一行为罚得更重，实际适用的一直是{was}。"
    if was == now:
        return f"幅度没有改，一直是{was}。"
    if text == _went(now, was):
        return "新旧弄反了。"
    if text.startswith("维持"):
        return f"幅度改过，由{was}改为{now}。"
    if text.startswith(f"由{was}改为"):
        return f"过去是{was}，说对了；现在是{now}。"
    return f"过去不是这个幅度，是{was}；现在是{now}。"


@dataclass(frozen=True)
class _Said:
    """What a statement says of a fine, and what was altered in it; nothing where it is true."""

    text: str
    altered: str = ""


def _judge(library: Library, change: Change) -> Item | Skip:
    subject = _subject(library, change, "judge", _claim(change))
    true = truth(subject.key)
    if _alike(change):
        return Skip(subject.at, "只是计罚单位的写法有变化，说改了、没改都讲得通")
    said = _statements(library, change, subject.key)
    shown = next(iter(said if true else said[1:]), None)
    if len(said) < 2 or shown is None:
        return Skip(subject.at, "没有确定不符的数额可供改换，或者只有应当与可以之间的变化")
    statements = _STATEMENTS_BESIDE if change.beside else _STATEMENTS
    stem = choose(statements, subject.key).format(said=shown.text, **_words(library, change))
    why = _explain(library, change, amount_text(change.was), amount_text(change.new)).rstrip("。")
    why += f"；{shown.altered}。" if shown.altered else "。"
    return finish(library, subject, "judge", stem, judge_options(true, why), why, 0.8)


def _statements(library: Library, change: Change, seed: str) -> list[_Said]:
    """The true statement, then false ones, the one to show first."""
    was, now = amount_text(change.was), amount_text(change.new)
    others = [r for r in rivals(library, change.case, seed) if r.text not in {was, now}]
    if shape(change.was) != shape(change.new):
        true = _Said(f"罚款幅度{change.label}由{was}改成了{now}")
        false = [_Said(f"罚款幅度{change.label}由{now}改成了{was}", "题中把新旧颠倒了")]
        false += [
            _Said(f"罚款幅度{change.label}由{was}改成了{r.text}", f"题中把现在的幅度改成了{r.text}") for r in others[:1]
        ]
        return [true, *_ranked(false, seed)]
    # Where another provision fined more, the bound that the old law alone would get wrong is the one worth asking.
    places = [place for place in (0, 1) if not change.beside or size(change.old)[place] != size(change.was)[place]]
    bounds = [place for place in places if all(0 < size(fine)[place] < ENDLESS for fine in (change.was, change.new))]
    return _of_bound(change, choose(bounds, seed), others, seed) if bounds and change.was.may == change.new.may else []


def _of_bound(change: Change, place: int, others: Sequence[FineOf], seed: str) -> list[_Said]:
    """Statements of the lower (0) or the upper (1) bound."""
    head = f"罚款{('下限', '上限')[place]}{change.label}"
    before, after = size(change.was)[place], size(change.new)[place]
    low, high = _figure(change.was, before), _figure(change.new, after)
    kept = f"{head}没有变，仍是{low}"
    false = []
    if third := next((r for r in others if 0 < r.size[place] < ENDLESS and r.size[place] not in {before, after}), None):
        figure = _figure(third.fine, third.size[place])
        false = [
            _Said(
                f"{head}由{low}{_way(third.size[place] - before)}到{figure}", f"题中把现在的{head[2:4]}改成了{figure}"
            )
        ]
    alone = size(change.old)[place]
    if change.beside and alone not in {before, after}:
        figure = _figure(change.old, alone)
        altered = "题中只看了旧法的条文，没有看同时适用而罚得更重的规定"
        false.insert(0, _Said(f"{head}由{figure}{_way(after - alone)}到{high}", altered))
    if before == after:
        return [_Said(kept), *false]
    true = _Said(f"{head}由{low}{_way(after - before)}到{high}")
    false.append(_Said(f"{head}由{high}{_way(before - after)}到{low}", "题中把新旧颠倒了"))
    false.append(_Said(kept, f"题中说没有变，实际由{low}{_way(after - before)}到{high}"))
    return [true, *_ranked(false, seed)]


def _ranked(said: Sequence[_Said], seed: str) -> list[_Said]:
    return sorted(said, key=lambda one: rank(seed, one.text))


def _way(moved: Decimal) -> str:
    return "提高" if moved > 0 else "降低"


def _figure(fine: Fine, bound: Decimal) -> str:
    """One bound in words: 20万元, 违法所得的3倍, 货值金额的5%, 每辆5000元."""
    if fine.value is None:
        raise ValueError("按日连续处罚和依照其他法律的罚款没有自己的幅度")
    words = format_bound(fine.value, bound)
    return f"{fine.base}的{words}" if fine.base else words


RULE = Rule(id=ID, title="修法改了什么", generate=generate, thought="理解", steps=2)
