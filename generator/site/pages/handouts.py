"""The leaflets of all trades, to be taken from the pages of their guides."""

from collections.abc import Iterator

from generator.kinds.industry import Industry
from generator.site.context import Context
from generator.site.handouts.trade import trade
from generator.site.handouts.write import WRITERS
from generator.site.page import Asset, PageKind


def generate(context: Context) -> Iterator[Asset]:
    """Yield a docx for each trade: a PDF takes several times as long, and is written by ``pufa handout``."""
    library = context.library
    for industry in library.of("industry", Industry):
        yield Asset(f"handouts/{industry.id}.docx", WRITERS["docx"](trade(library, industry), library.as_of))


PAGE = PageKind("handouts", "宣传单", generate)
