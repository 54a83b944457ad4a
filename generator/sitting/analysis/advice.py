"""Advice on an item, in words, from its statistics.  The thresholds stand in docs/marking.md too; change both or none.

A discrimination below 0.20 is poor by Ebel and Frisbie (Essentials of Educational Measurement, 1991), and an option that
fewer than five in a hundred choose does not work as a distractor by Haladyna and Downing (Educational and Psychological
Measurement 53, 1993, 999-1010).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.questions.item import letter
from generator.sitting.analysis.items import ItemRow, OptionRow

#: Fewest people from which anything is advised.
FEW = 30
EASY, HARD = 0.95, 0.20
POOR = 0.20
#: Share below which an option does not work.
IDLE = 0.05
#: Share of people without an answer that asks for a reason.
UNANSWERED = 0.10


@dataclass(frozen=True, slots=True)
class Advice:
    """What to look at: in a word or two, and what to do.  ``grave`` where the key may be wrong."""

    word: str
    text: str
    grave: bool = False


def advise(row: ItemRow) -> tuple[Advice, ...]:
    """What the statistics of an item ask to look at, the gravest first; nothing where too few people had it."""
    if row.people < FEW:
        return ()
    return tuple(sorted(_found(row), key=lambda advice: not advice.grave))


def _found(row: ItemRow) -> Iterator[Advice]:
    if row.discrimination is not None and row.discrimination < 0:
        yield Advice(
            "答案存疑",
            f"区分度是负的（{row.discrimination:.2f}）：整卷答得好的人，这一题反而答得差。先核对答案和条文，再看题干有没有歧义。",
            grave=True,
        )
    yield from _rivals(row)
    if row.share >= EASY:
        yield Advice("太易", f"得分率 {row.share:.0%}，几乎人人会做，分不出高低；要考的就换一种问法，或者只留作练习。")
    elif row.share <= HARD:
        yield Advice("太难", f"得分率只有 {row.share:.0%}；看看是没有讲过，还是题目写得不清楚。")
    if row.discrimination is not None and 0 <= row.discrimination < POOR and HARD < row.share < EASY:
        yield Advice("区分度低", f"区分度 {row.discrimination:.2f}，低于 {POOR:.2f}：会的人和不会的人答得差不多。")
    yield from _idle(row)
    if row.empty > UNANSWERED:
        yield Advice("未答的多", f"{row.empty:.0%} 的人没有作答；看看时间够不够，题目看不看得懂。")


def _rivals(row: ItemRow) -> Iterator[Advice]:
    """A wrong option that the best prefer to the key."""
    if not (row.item.type.chosen and row.item.type.lettered):
        return
    rights = [option.upper for option in row.options if option.correct]
    for name, option in _named(row):
        if not option.correct and option.upper > min(rights):
            yield Advice(
                "答案存疑",
                f"高分组里选 {name} 的（{option.upper:.0%}）多过选正确答案的（{min(rights):.0%}）；核对 {name} 是不是也对。",
                grave=True,
            )
        elif not option.correct and option.upper > option.lower and option.share >= IDLE:
            yield Advice(
                f"选项{name}迷惑了高分组",
                f"高分组选 {name} 的（{option.upper:.0%}）比低分组（{option.lower:.0%}）还多；看看 {name} 错得清不清楚。",
            )


def _idle(row: ItemRow) -> Iterator[Advice]:
    """Distractors that hardly anybody takes; of a judgement there is only one, and of an easy item all are idle."""
    if not row.item.type.lettered or row.share >= EASY:
        return
    for name, option in _named(row):
        if not option.correct and option.count == 0:
            yield Advice(f"选项{name}无人选", f"没有人选 {name}，它不起作用；换一个容易混的。")
        elif not option.correct and option.share < IDLE:
            yield Advice(
                f"选项{name}少有人选", f"只有 {option.count} 人（{option.share:.1%}）选 {name}，几乎不起作用。"
            )


def _named(row: ItemRow) -> Iterator[tuple[str, OptionRow]]:
    return ((letter(place), option) for place, option in enumerate(row.options))
