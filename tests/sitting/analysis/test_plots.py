"""Plots: what is drawn stands where its figure is."""

import itertools
import re
from pathlib import Path

from generator.sitting.analysis.plots import WIDTH, histogram, scatter
from tests.sitting.analysis.test_advice import row

COUNTS = (0, 1, 0, 2, 4, 8, 16, 8, 4, 1)


def drawn(pattern: str, svg: str) -> list[tuple[float, ...]]:
    """The numbers of every match, which are in groups."""
    return [tuple(map(float, found.groups())) for found in re.finditer(pattern, svg)]


def line(share: float) -> float:
    """Where the pass mark stands."""
    ((place,),) = drawn(r'class="limit" x1="([\d.]+)" y1', str(histogram(COUNTS, share)))
    return place


def test_bars_stand_on_one_line_as_tall_as_their_people_with_the_count_above_the_middle() -> None:
    svg = str(histogram(COUNTS, 0.6))
    bars = drawn(r'<rect class="mark" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    told = drawn(r'<text x="([\d.]+)" y="([\d.]+)" text-anchor="middle">(\d+)</text>', svg)
    assert [int(count) for *_, count in told] == list(COUNTS)
    tallest = max(tall for *_, tall in bars)
    for count, (x, y, width, tall), (middle, above, _) in zip(COUNTS, bars, told, strict=True):
        assert abs(tall - tallest * count / max(COUNTS)) < 0.1
        assert abs(x + width / 2 - middle) < 0.2
        assert above < y
    assert len({round(y + tall, 1) for _, y, _, tall in bars}) == 1
    gaps = [right[0] - left[0] for left, right in itertools.pairwise(bars)]
    assert max(gaps) - min(gaps) < 0.2


def test_the_pass_mark_is_drawn_at_its_share_of_the_axis() -> None:
    left, right = line(0), line(1)
    assert right == WIDTH
    for share in (0.3, 0.6, 0.95):
        assert abs(line(share) - (left + share * (right - left))) < 0.1
    first = drawn(r'<rect class="mark" x="([\d.]+)"', str(histogram(COUNTS, 0.6)))[0]
    assert abs(first[0] - 3 - left) < 0.1  # the axis begins where the first bar does


def test_each_item_is_a_point_to_the_right_where_easy_and_up_where_it_tells_people_apart() -> None:
    rows = [
        row(label=str(n), share=share, discrimination=value)
        for n, (share, value) in enumerate([(0.1, 0.4), (0.5, -0.3), (0.9, 0.0), (0.7, None)], 1)
    ]
    svg = str(scatter(rows))
    points = re.findall(r'<circle class="(\w+)" cx="([\d.]+)" cy="([\d.]+)" r="4.5"><title>([^<]*)', svg)
    assert [(kind, told) for kind, _, _, told in points] == [
        ("mark", "第 1 题：得分率 10%，区分度 0.40"),
        ("bad", "第 2 题：得分率 50%，区分度 -0.30"),
        ("mark", "第 3 题：得分率 90%，区分度 0.00"),
    ]
    across, down = ([float(point[place]) for point in points] for place in (1, 2))
    assert across == sorted(across)
    assert abs((across[1] - across[0]) - (across[2] - across[1])) < 0.2
    assert down[0] < down[2] < down[1]
    (zero,) = drawn(r'<line class="limit" x1="[\d.]+" y1="([\d.]+)"', svg)
    assert abs(down[2] - zero[0]) < 0.2
    assert "3 题的得分率与区分度，其中 1 题区分度为负" in svg


def test_bars_fill_the_picture_from_the_axis_to_its_edge() -> None:
    bars = drawn(r'<rect class="mark" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', str(histogram(COUNTS, 0.6)))
    step = (WIDTH - line(0)) / len(COUNTS)
    for number, (x, width) in enumerate(bars):
        assert abs(x - 3 - (line(0) + number * step)) < 0.1
        assert abs(width - (step - 6)) < 0.1


def test_the_name_of_the_pass_mark_stays_within_the_picture() -> None:
    def anchor(share: float) -> str:
        return re.findall(r'class="limit-name" x="[\d.]+" y="12" text-anchor="(\w+)"', str(histogram(COUNTS, share)))[0]

    assert [anchor(share) for share in (0.3, 0.6, 0.9, 0.95, 1.0)] == ["middle", "middle", "middle", "end", "end"]


def test_all_of_a_scatter_lies_within_it() -> None:
    svg = str(scatter([row(share=share, discrimination=value) for share, value in ((0.0, -1.0), (1.0, 1.0))]))
    (width, height) = map(float, re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)[0])
    ends = re.findall(r'<circle class="\w+" cx="([\d.]+)" cy="([\d.]+)"', svg)
    (left, low), (right, high) = ((float(x), float(y)) for x, y in ends)
    assert (left, right) == (line(0), width - 12)
    assert 24 <= high < low <= height - 66
    for x, y in drawn(r'<text class="\w+" x="([\d.]+)" y="([\d.]+)"', svg):
        assert 0 <= x <= width
        assert 0 < y <= height


DRAWN = Path(__file__).with_name("plots.html")


def test_the_plots_are_drawn_as_they_were_looked_at() -> None:
    """``plots.html`` opens in a browser; after a change look at what ``python -m tests.sitting.analysis.test_plots`` wrote there."""
    assert DRAWN.read_text(encoding="utf-8") == both()


def both() -> str:
    """Scores with a low and a high pass mark and with nobody; items easy and hard, of which some tell nothing apart."""
    spread = [(0.1, 0.4), (0.5, -0.3), (0.9, 0.0), (0.7, None), (0.97, 0.62), (0.2, 0.2)]
    rows = [row(label=str(n) if n != 2 else "", share=s, discrimination=d) for n, (s, d) in enumerate(spread, 1)]
    few = [row(label="1", share=0.4, discrimination=0.3)]
    drawn = [histogram(COUNTS, 0.6), histogram((0, 0, 0, 0, 0), 0.95), scatter(rows), scatter(few), scatter([])]
    return "<!doctype html>\n<meta charset=utf-8>\n" + "\n".join(map(str, drawn)) + "\n"


if __name__ == "__main__":
    DRAWN.write_text(both(), encoding="utf-8")
