"""Must-know lists: the list of lists, and the articles of each."""

from generator.site.listing import Listing, page_each

PAGE = page_each(
    Listing(
        kind="must-know",
        path="must-know",
        title="应知应会清单",
        section="练习与考试",
        description="各类人员应当掌握的条文和掌握的程度。",
        template="must_know.html",
    )
)
