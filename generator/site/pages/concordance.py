"""The concordance: old articles beside new, amounts on one scale, to be filtered by what became of them."""

from generator.library.overhaul import overhaul
from generator.site.comparisons import comparisons
from generator.site.listing import Listing, one_page

PAGE = one_page(
    Listing(
        kind="concordance",
        path="concordance",
        title="新旧条文对照",
        section="法规",
        description="旧法的条文现在在哪里，罚款怎么变",
        template="concordance.html",
        whole=lambda context: {"overhaul": overhaul(context.library), "comparisons": comparisons(context.library)},
    )
)
