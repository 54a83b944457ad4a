"""Discretion benchmarks: the list, and the table of each."""

from generator.site.listing import Listing, page_each

PAGE = page_each(
    Listing(
        kind="benchmark",
        path="benchmarks",
        title="裁量基准",
        section="违法行为",
        description="在法定幅度内，罚多少怎么定：因素、权重和分档。",
        template="benchmarks.html",
    )
)
