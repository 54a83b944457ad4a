"""Cases for teaching: the list, and each with its questions and folded answers."""

from generator.site.listing import Listing, page_each, shortened

PAGE = page_each(
    Listing(
        kind="case",
        path="cases",
        title="教学案例",
        section="练习与考试",
        description="虚构的案情，用来练习找法、用法。",
        template="cases.html",
        blurb=lambda library, case: shortened(case.facts[0]),
    )
)
