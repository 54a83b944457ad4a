"""Must-know lists: the list of lists, the articles of each, and questions on them to practise."""

from collections.abc import Mapping

from generator.kinds.blueprint import Blueprint
from generator.kinds.must_know import MustKnow
from generator.questions.bank import Bank
from generator.questions.item import Item, rank
from generator.site.context import Context
from generator.site.listing import Listing, page_each

#: Questions on an article that a list shows at most, so that a fertile one does not crowd out the rest.
PER_ARTICLE = 3


def practice(bank: Bank, record: MustKnow) -> tuple[Item, ...]:
    """Questions that rest on the list's articles and suit its audience: each article's first, then its second, …"""
    drawn: dict[str, Item] = {}
    by_article = [
        sorted(bank.citing(mastery.basis.regulation, mastery.basis.key), key=lambda item: rank(record.id, item.id))
        for mastery in record.articles
    ]
    for turn in range(PER_ARTICLE):
        for items in by_article:
            fresh = [i for i in items if i.id not in drawn and (not i.audience or record.audience in i.audience)]
            if fresh and turn < len(items):
                drawn[fresh[0].id] = fresh[0]
    return tuple(drawn.values())


def _more(context: Context, record: MustKnow) -> Mapping[str, object]:
    plans = [plan for plan in context.library.of("blueprint", Blueprint) if plan.must_know == record.id]
    return {"items": practice(context.bank, record), "plans": plans}


PAGE = page_each(
    Listing(
        kind="must-know",
        path="must-know",
        title="应知应会清单",
        section="练习与考试",
        description="各类人员应当掌握的条文和掌握的程度。",
        template="must_know.html",
        taken="应知应会清单",
        blurb=lambda library, list: f"{list.audience}，{len(list.articles)} 条",
        more=_more,
    )
)
