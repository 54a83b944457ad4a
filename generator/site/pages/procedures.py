"""Procedures: the list, and the steps of each."""

from generator.site.listing import Listing, page_each

PAGE = page_each(
    Listing(
        kind="procedure",
        path="procedures",
        title="程序与时限",
        section="违法行为",
        description="一步一步：谁做、多长时间、依据哪一条。",
        template="procedures.html",
        blurb=lambda library, one: one.summary or f"{len(one.steps)} 步",
    )
)
