"""Plots of a sitting as inline SVG, in the look of the site's charts: scores, and items by difficulty and discrimination."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.sitting.analysis.advice import EASY, HARD, POOR
from generator.sitting.analysis.items import ItemRow

WIDTH = 640
_LEFT, _TOP, _BOTTOM = 44, 24, 66
#: Room above the bars: their counts, and above those the name of the pass mark, which so never meet.
_HEAD = 44


def histogram(counts: Sequence[int], pass_share: float) -> Markup:
    """People in each tenth of the total.

    Args:
        counts: people, from the lowest tenth.
        pass_share: the pass mark as a share of the total, where a line is drawn.
    """
    height, top = 260, max(counts) or 1
    room, step = height - _HEAD - _BOTTOM, (WIDTH - _LEFT) / len(counts)
    parts = []
    for index, count in enumerate(counts):
        tall = round(count / top * room, 1)
        x, y = round(_LEFT + index * step, 1), round(height - _BOTTOM - tall, 1)
        parts.append(
            f'<rect class="mark" x="{x + 3:g}" y="{y:g}" width="{step - 6:.1f}" height="{tall:g}"/>'
            f'<text x="{x + step / 2:.1f}" y="{y - 6:g}" text-anchor="middle">{count}</text>'
            f'<text class="{"soft odd" if index % 2 else "soft"}" x="{x:g}" y="{height - _BOTTOM + 26}" text-anchor="middle">{_percent(index, counts)}</text>'
        )
    parts.append(
        f'<text class="soft" x="{WIDTH}" y="{height - _BOTTOM + 26}" text-anchor="end">100%</text>'
        f'<text class="soft" x="{WIDTH / 2}" y="{height - 4}" text-anchor="middle">得分占满分的比例</text>'
    )
    line = round(_LEFT + pass_share * (WIDTH - _LEFT), 1)
    parts.append(
        f'<line class="limit" x1="{line:g}" y1="18" x2="{line:g}" y2="{height - _BOTTOM}"/>'
        f'<text class="limit-name" x="{line:g}" y="12" text-anchor="{"end" if pass_share > 0.9 else "middle"}">及格线</text>'
    )
    told = "，".join(f"{_percent(i, counts)} 起 {count} 人" for i, count in enumerate(counts))
    return _svg(f"成绩分布：{told}", height, parts)


def scatter(rows: Sequence[ItemRow]) -> Markup:
    """Each item by the share of its points that was earned (right is easy) and its discrimination (up is better)."""
    height = 340
    known = [row for row in rows if row.discrimination is not None]
    low = min([0.0, *(row.discrimination for row in known if row.discrimination is not None)]) - 0.05
    high = max([0.5, *(row.discrimination for row in known if row.discrimination is not None)]) + 0.05

    def x_of(share: float) -> float:
        return round(_LEFT + share * (WIDTH - _LEFT - 12), 1)

    def y_of(value: float) -> float:
        return round(_TOP + (high - value) / (high - low) * (height - _TOP - _BOTTOM), 1)

    parts = [_level(y_of(0), "0", "limit"), _level(y_of(POOR), f"{POOR:g}", "guide")]
    for share in (0.0, HARD, 0.5, EASY):
        parts.append(
            f'<line class="guide" x1="{x_of(share)}" y1="{_TOP}" x2="{x_of(share)}" y2="{height - _BOTTOM}"/>'
            f'<text class="soft" x="{x_of(share)}" y="{height - _BOTTOM + 26}" text-anchor="middle">{share:.0%}</text>'
        )
    parts.append(
        f'<text class="soft" x="{WIDTH / 2}" y="{height - 4}" text-anchor="middle">得分率（越右越易）</text>'
        f'<text class="soft" x="{_LEFT}" y="{_TOP - 8}">区分度（越高越好）</text>'
    )
    for row in known:
        value = row.discrimination or 0.0
        kind = "bad" if value < 0 else "mark"
        title = escape(f"{_name(row)}：得分率 {row.share:.0%}，区分度 {value:.2f}")
        parts.append(
            f'<circle class="{kind}" cx="{x_of(row.share)}" cy="{y_of(value)}" r="4.5"><title>{title}</title></circle>'
        )
    negative = sum(1 for row in known if (row.discrimination or 0) < 0)
    return _svg(f"{len(known)} 题的得分率与区分度，其中 {negative} 题区分度为负；逐题数字见下表", height, parts)


def _level(y: float, name: str, kind: str) -> str:
    return (
        f'<line class="{kind}" x1="{_LEFT}" y1="{y}" x2="{WIDTH}" y2="{y}"/>'
        f'<text class="soft" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{name}</text>'
    )


def _name(row: ItemRow) -> str:
    return f"第 {row.label} 题" if row.label else row.item.id


def _percent(index: int, counts: Sequence[int]) -> str:
    return f"{index / len(counts):.0%}"


def _svg(label: str, height: int, parts: Sequence[str]) -> Markup:
    return Markup(
        f'<figure class="pf-chart pf-plot"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(label)}">'
        + "".join(parts)
        + "</svg></figure>"
    )
