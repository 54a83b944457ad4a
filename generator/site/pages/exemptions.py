"""Exemptions: when conduct is not punished, with conditions."""

from generator.site.listing import Listing, one_page

PAGE = one_page(
    Listing(
        kind="exemption",
        path="exemptions",
        title="不予处罚的情形",
        section="企业指南",
        description="什么情况下不罚、可以不罚，要同时满足哪些条件",
        template="exemptions.html",
    )
)
