"""Obligations of enterprises, to be filtered by industry and topic."""

from generator.site.listing import Listing, one_page

PAGE = one_page(
    Listing(
        kind="obligation",
        path="obligations",
        title="企业义务一览",
        section="企业指南",
        description="企业要做什么、什么时候做、留存什么，不做有什么后果",
        template="obligations.html",
    )
)
