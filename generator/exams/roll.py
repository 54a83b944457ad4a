"""The roll of candidates (名单) for whom papers are drawn: their numbers, and nothing else of them."""

import re
from pathlib import Path

from generator.problems import Problems
from generator.reading.heads import NUMBER, columns_named
from generator.reading.table import read_table

#: Numbers become file names, so they are kept to what every system takes.
_NUMBER = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff_-]{0,39}")


def read_roll(path: Path, problems: Problems) -> tuple[str, ...]:
    """Numbers of the candidates, in the order of the file; those that are missing, odd or repeated are E504 and left out."""
    table = read_table(path, problems, lambda header: bool(columns_named(header, NUMBER)))
    if table is None:
        return ()
    column = columns_named(table.header, NUMBER)[0]
    table.tell_faults([column], problems)
    found: dict[str, tuple[str, int]] = {}  # file systems may not tell A1 from a1
    for line in table.lines:
        number = line.cells[column]
        at = table.place(line, column)
        if not _NUMBER.fullmatch(number):
            problems.error(at, "E504", f"考号“{number[:40]}”不能用", "考号用数字、字母、汉字和连字符，不超过 40 个字。")
        elif number.casefold() in found:
            first = found[number.casefold()][1]
            problems.error(at, "E504", f"考号“{number}”重复（首见第 {first} 行，不分大小写）", "每人一个考号。")
        else:
            found[number.casefold()] = number, line.number
    if not table.lines:
        problems.error(table.head(), "E503", "名单里没有考生", "表头下面一人一行。")
    return tuple(number for number, _ in found.values())


def numbered_roll(count: int) -> tuple[str, ...]:
    """Numbers 001, 002 … for a sitting without a roll."""
    width = max(3, len(str(count)))
    return tuple(f"{number:0{width}d}" for number in range(1, count + 1))
