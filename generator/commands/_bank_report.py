"""The bank's report as text on a terminal."""

from rich.console import Console
from rich.table import Table

from generator.kinds import kinds
from generator.library import Library
from generator.questions import types
from generator.questions.bank import rule_titles
from generator.questions.report import Report

_SHOWN = 12  # skips and unasked records printed of each sort; the site's page lists more


def show(library: Library, report: Report) -> None:
    """Print counts, spread of keys, skips and what no item asks."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"题库共 {report.total} 题", style="bold")
    console.print(_counts(report))
    levels = "，".join(f"{level} {count}" for level, count in report.levels.items())
    low, middle, high = report.difficulty
    console.print(f"程度：{levels}。难度：最低 {low:.2f}，中位 {middle:.2f}，最高 {high:.2f}。")
    for line in _spread(report):
        console.print(line)
    _guessable(console, report)
    _coverage(console, library, report)
    console.print(f"没有出题：{sum(count for _, _, count in report.skips)} 处", style="bold")
    names = rule_titles()
    for rule, reason, count in report.skips[:_SHOWN]:
        console.print(f"  {count:>5}  {names.get(rule, rule)}：{reason}")
    if len(report.skips) > _SHOWN:
        console.print(f"  其余 {len(report.skips) - _SHOWN} 种原因见网站的“内容问题表”。")


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
