"""Charts as inline SVG, drawn while building: bars for one metric over periods, and a trend line from three on."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.kinds.statistic import Statistic

#: The picture is as wide as a phone's page, so that its letters stay as large as those around it.
WIDTH, ROW, LABEL, VALUE = 400, 34, 72, 116
#: From so many points on a line shows more than bars do.
TREND = 3
HEIGHT = 180


def figure(statistic: Statistic) -> str:
    """The figure with its unit as people read it: 约24000人次, 7139.5万元."""
    number = f"{statistic.value:.10g}"
    return f"{'约' if statistic.approx else ''}{number}{statistic.unit}"


def chart(metric: str, series: Sequence[Statistic]) -> Markup:
    """An SVG of the series; empty where there is nothing to compare.  Values that share no unit are not drawn."""
    if len(series) < 2 or len({s.unit for s in series}) > 1:
        return Markup()
    return _trend(metric, series) if len(series) >= TREND else _bars(metric, series)


def change(series: Sequence[Statistic]) -> str:
    """The change from the last period but one to the last, in words; empty where the two can't be compared."""
    if len(series) < 2 or len({s.unit for s in series}) > 1:
        return ""
    before, after = series[-2], series[-1]
    difference = round(after.value - before.value, 6)
    about = "约" if before.approx or after.approx else ""
    if not difference:
        return f"{before.period} → {after.period}：持平"
    word = "增加" if difference > 0 else "减少"
    share = f"（{abs(difference) / before.value:.1%}）" if before.value else ""
    return f"{before.period} → {after.period}：{about}{word}{abs(difference):.10g}{before.unit}{share}"


def _described(metric: str, series: Sequence[Statistic]) -> Markup:
    told = "，".join(f"{s.period}年{figure(s)}" for s in series)
    return escape(f"{metric}：{told}")


def _bars(metric: str, series: Sequence[Statistic]) -> Markup:
    top = max(s.value for s in series) or 1
    room = WIDTH - LABEL - VALUE
    parts = []
    for index, s in enumerate(series):
        y = index * ROW
        width = max(2, round(s.value / top * room, 1))
        parts.append(
            f'<text class="soft" x="{LABEL - 10}" y="{y + 22}" text-anchor="end">{escape(s.period)}</text>'
            f'<rect class="track" x="{LABEL}" y="{y + 6}" width="{room}" height="22" rx="3"/>'
            f'<rect class="mark" x="{LABEL}" y="{y + 6}" width="{width}" height="22" rx="3"/>'
            f'<text x="{LABEL + width + 8}" y="{y + 22}">{escape(figure(s))}</text>'
        )
    return _svg(metric, series, len(series) * ROW + 6, parts)


def _trend(metric: str, series: Sequence[Statistic]) -> Markup:
    top = max(s.value for s in series) or 1
    step = (WIDTH - 2 * LABEL) / (len(series) - 1)
    points = [
        (round(LABEL + index * step, 1), round(HEIGHT - 40 - s.value / top * (HEIGHT - 80), 1))
        for index, s in enumerate(series)
    ]
    line = " ".join(f"{x},{y}" for x, y in points)
    parts = [f'<polyline class="line" points="{line}"/>']
    for (x, y), s in zip(points, series, strict=True):
        parts.append(
            f'<circle class="mark" cx="{x}" cy="{y}" r="4.5"/>'
            f'<text x="{x}" y="{y - 12}" text-anchor="middle">{escape(figure(s))}</text>'
            f'<text class="soft" x="{x}" y="{HEIGHT - 12}" text-anchor="middle">{escape(s.period)}</text>'
        )
    return _svg(metric, series, HEIGHT, parts)


def _svg(metric: str, series: Sequence[Statistic], height: int, parts: Sequence[str]) -> Markup:
    label = _described(metric, series)
    return Markup(
        f'<figure class="pf-chart"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{label}">'
        + "".join(parts)
        + "</svg></figure>"
    )
