"""Obligations of enterprises, to be filtered by industry and topic."""

from collections.abc import Mapping

from generator.kinds.obligation import Obligation
from generator.site.context import Context
from generator.site.costs import cost
from generator.site.listing import Listing, one_page


def _costs(context: Context) -> Mapping[str, object]:
    """What each duty costs if it is not done."""
    library = context.library
    return {"costs": {one.id: cost(library, one) for one in library.of("obligation", Obligation)}}


PAGE = one_page(
    Listing(
        kind="obligation",
        path="obligations",
        title="企业义务一览",
        section="企业指南",
        description="企业要做什么、什么时候做、留存什么，不做有什么后果",
        template="obligations.html",
        whole=_costs,
    )
)
