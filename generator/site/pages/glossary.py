"""The glossary."""

from generator.site.listing import Listing, one_page

PAGE = one_page(
    Listing(
        kind="term",
        path="glossary",
        title="术语",
        section="法规",
        description="法律常用词语的通俗解释和依据",
        template="glossary.html",
    )
)
