"""The analysis as one page of HTML that needs nothing else: styles and plots stand in it, and it asks no host for anything.

Whatever came from the tables (names, units, answers) is text: the templates escape it, and the page forbids scripts.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

import jinja2

from generator.questions.item import letter
from generator.sitting.analysis import advice as thresholds
from generator.sitting.analysis.items import GROUP
from generator.sitting.analysis.plots import histogram, scatter
from generator.sitting.analysis.results import BARS, MISSED, Analysis, UnitRow, weakest
from generator.templating import alone_style, bare_environment

#: More candidates than these are left to the workbook: the page is to be read.
LISTED = 500
NO_UNIT = "（未填）"
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_HEAD = re.compile(r'<th scope="col"[^>]*>(.*?)</th>')
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[dh](?=[ >])")


def analysis_page(found: Analysis, topic: Callable[[str], str], named: bool) -> bytes:
    """The page.

    Args:
        found: what it tells.
        topic: id of a topic → its title.
        named: list the candidates with their scores, where there are not too many.
    """
    people = sorted(found.sitting.present, key=lambda c: (-c.score, c.number)) if named else []
    advised = [(row, advice) for row, advice in found.items if advice]
    text = (
        _environment()
        .get_template("results.html")
        .render(
            found=found,
            key=found.key,
            style=alone_style(),
            topic=topic,
            people=people if len(people) <= LISTED else [],
            too_many=len(people) > LISTED,
            grave=[(row, a) for row, a in advised if any(one.grave for one in a)],
            other=[(row, a) for row, a in advised if not any(one.grave for one in a)],
            pictures={
                "of_scores": histogram(found.histogram, float(found.key.pass_mark / found.key.total)),
                "of_items": scatter([row for row, _ in found.items]),
            },
            units=_units(found, topic),
            limits=thresholds,
            GROUP=GROUP,
            BARS=BARS,
            MISSED=MISSED,
            LISTED=LISTED,
            few=found.present < thresholds.FEW,
            enough=sum(row.people >= thresholds.FEW for row, _ in found.items),
            below=sum(row.people < thresholds.FEW and (row.discrimination or 0) < 0 for row, _ in found.items),
        )
    )
    return _TABLE.sub(_labelled, text).encode()


def _labelled(table: re.Match[str]) -> str:
    """A table whose cells bear the heads of their columns, which a narrow screen shows instead of the header."""
    heads = [re.sub(r"（.*?）", "", head) for head in _HEAD.findall(table[0])]
    opened, body, rest = table[0].partition("<tbody>")

    def row(found: re.Match[str]) -> str:
        names = iter(heads)
        return _CELL.sub(lambda cell: f'{cell[0]} data-label="{next(names, "")}"', found[0])

    return opened + body + _ROW.sub(row, rest)


def _units(found: Analysis, topic: Callable[[str], str]) -> Sequence[tuple[str, UnitRow, list[tuple[str, float]]]]:
    """Units, weakest first, with the topics that each misses; none where nobody gave a unit."""
    if len(found.units) == 1 and not found.units[0].name:
        return []
    ordered = sorted(found.units, key=lambda unit: (unit.share, unit.name))
    return [(unit.name or NO_UNIT, unit, weakest(unit, found.topics, topic)) for unit in ordered]


@cache
def _environment() -> jinja2.Environment:
    env = bare_environment()
    env.filters.update(
        percent=lambda value: "—" if value is None else f"{value:.0%}",
        decimal=lambda value: "—" if value is None else f"{value:.2f}",
        letter=letter,
        minutes=lambda seconds: f"{seconds / 60:.0f}" if seconds >= 600 else f"{seconds / 60:.1f}",
        plain=lambda text: text.replace("**", ""),
    )
    return env
