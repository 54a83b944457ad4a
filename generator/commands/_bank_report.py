"""The bank's report as text on a terminal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from generator.kinds import kinds
from generator.library import Library
from generator.questions import types
from generator.questions.bank import rule_titles
from generator.questions.item import Item
from generator.questions.report import Report
from generator.questions.review import by_article, by_cluster, by_thought, by_topic, scores, to_read
from generator.questions.thought import THOUGHTS

_SHOWN = 12  # skips and unasked records printed of each sort; the site's page lists more


def show(library: Library, report: Report, items: Sequence[Item]) -> None:
    """Print counts, spread of keys, what signs answer, skips, what no item asks, and what to read next."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"题库共 {report.total} 题", style="bold")
    console.print(_counts(report))
    console.print(_thoughts("规则", by_thought(items), rule_titles()))
    console.print(_thoughts("专题", by_topic(library, items), {topic.id: topic.label for topic in library.topics}))
    _repeated(console, library, items)
    levels = "，".join(f"{level} {count}" for level, count in report.levels.items())
    low, middle, high = report.difficulty
    console.print(f"程度：{levels}。难度：最低 {low:.2f}，中位 {middle:.2f}，最高 {high:.2f}。")
    for line in _spread(report):
        console.print(line)
    _guessable(console, report)
    console.print(_scores(items))
    _coverage(console, library, report)
    console.print(f"没有出题：{sum(count for _, _, count in report.skips)} 处", style="bold")
    names = rule_titles()
    for rule, reason, count in report.skips[:_SHOWN]:
        console.print(f"  {count:>5}  {names.get(rule, rule)}：{reason}")
    if len(report.skips) > _SHOWN:
        console.print(f"  其余 {len(report.skips) - _SHOWN} 种原因见网站的“内容问题表”。")
    _reading(console, library, items)


def _counts(report: Report) -> Table:
    """Rules down, types across; only types that the bank has."""
    found = [type for type in types.all_types() if report.types[type.id]]
    table = Table("规则", *(type.short for type in found), "合计", box=None, padding=(0, 1, 0, 0))
    table.columns[0].no_wrap = True
    for column in table.columns[1:]:
        column.justify, column.no_wrap = "right", True
    names = rule_titles()
    for rule in dict.fromkeys(rule for rule, _ in report.rules):
        row = [report.rules.get((rule, type.id), 0) for type in found]
        table.add_row(names.get(rule, rule), *(str(n) if n else "" for n in row), str(sum(row)))
    table.add_section()
    table.add_row("合计", *(str(report.types[type.id]) for type in found), str(report.total))
    return table


def _spread(report: Report) -> list[str]:
    lines = [f"{spread.title}：{_counted(spread)}。" for spread in report.spreads.values()]
    if report.lengths is not None:
        found = report.lengths
        lines.append(
            f"单选选项平均字数：正确 {found.right:g}，错误 {found.wrong:g}；正确项独自最长的占 {found.longest:.1%}。"
        )
    return lines


def _counted(spread: types.Balance) -> str:
    told = (
        f"{name} {_share(count, spread.total) if spread.even else f'{count} 题'}"
        for name, count in spread.counts.items()
    )
    return "，".join(told) or "没有"


def _share(count: int, total: int) -> str:
    return f"{count / total:.1%}" if total else "0"


def _guessable(console: Console, report: Report) -> None:
    console.print(f"同一规则里一看便知对错的选项：{len(report.skewed)} 种", style="bold")
    names = rule_titles()
    for one in report.skewed:
        console.print(f"  {names.get(one.rule, one.rule)}：“{one.text}”出现 {one.used} 次，{one.right} 次正确")


def _coverage(console: Console, library: Library, report: Report) -> None:
    for what, kind, ids in (("专题", "topic", report.topics), ("违法行为", "conduct", report.conducts)):
        names = [record.label for id in ids if (record := library.get(kind, id)) is not None]
        console.print(f"没有题的{what}：{len(names)} 个{'：' if names else ''}{'、'.join(names[:_SHOWN])}")
    kind_titles = {kind.name: kind.title for kind in kinds()}
    for kind, records in report.unasked.items():
        some = "、".join(f"{record.id}（{record.at}）" for record in records[:3])
        console.print(f"没有题目考到的{kind_titles[kind]}：{len(records)} 条，如 {some}")


def _table(*heads: str, left: int = 1) -> Table:
    table = Table(*heads, box=None, padding=(0, 1, 0, 0))
    for place, column in enumerate(table.columns):
        column.no_wrap = True
        column.justify = "left" if place < left else "right"
    return table


def _thoughts(what: str, rows: Mapping[str, Counter[str]], names: Mapping[str, str]) -> Table:
    """Rules or topics down, levels of thought across, and the share that applies the law."""
    table = _table(what, *THOUGHTS, "合计", "应用占")
    for name, counts in rows.items():
        total = counts.total()
        cells = [str(counts[thought] or "") for thought in THOUGHTS]
        table.add_row(names.get(name, name), *cells, str(total), _share(counts["应用"], total))
    return table


def _repeated(console: Console, library: Library, items: Sequence[Item]) -> None:
    """Articles and decisive facts: how many, and those asked most."""
    cited = by_article(items)
    console.print(
        f"依据的条文：{len(cited)} 条，平均每条 {cited.total() / max(1, len(cited)):.1f} 题。问得最多的：", style="bold"
    )
    for (regulation, key), count in _most(cited):
        console.print(f"  {count:>4}  {_cited(library, items, regulation, key)}")
    clusters = by_cluster(items)
    again = sum(count > 1 for count in clusters.values())
    console.print(
        f"决定性的事实：{len(clusters)} 个，其中 {again} 个不止一题（同一张卷只出一题）。最多的：", style="bold"
    )
    for name, count in _most(clusters):
        console.print(f"  {count:>4}  {name}")


def _most(counts: Counter) -> Iterable:  # type: ignore[type-arg]
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_SHOWN]


def _cited(library: Library, items: Sequence[Item], regulation: str, key: str) -> str:
    basis = next(b for item in items for b in item.basis if (b.regulation, b.key) == (regulation, key))
    return library.cite(basis.whole)


def _scores(items: Sequence[Item]) -> Table:
    """What somebody gets right who has seen the others of a rule and knows no law."""
    table = _table("不懂法律、照选项的样子去猜", "题型", "题（小题）", "猜对", "乱猜", "多得", left=2)
    names = rule_titles()
    for one in scores(items):
        cells = (f"{one.right:.0%}", f"{one.chance:.0%}", f"{one.right - one.chance:+.0%}")
        table.add_row(names.get(one.rule, one.rule), types.named(one.type).short, str(one.count), *cells)
    return table


def _reading(console: Console, library: Library, items: Sequence[Item]) -> None:
    console.print("接下来该通读的题（用 pufa bank --sample 另抽，连同条文印出来）：", style="bold")
    why = ""
    for one in to_read(library, items):
        if one.why != why:
            why = one.why
            console.print(f"  {why}：")
        console.print(f"    {one.item.id}（{one.item.at}）")
