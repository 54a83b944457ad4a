"""The list of powers, by type."""

from generator.site.listing import Listing, one_page

PAGE = one_page(
    Listing(
        kind="power-item",
        path="powers",
        title="权责清单",
        section="责任清单",
        description="许可、处罚、强制、检查、确认等事项，依据与责任",
        template="powers.html",
    )
)
