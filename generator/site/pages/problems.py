"""The table of problems, and for maintainers what the bank holds and what it skipped."""

from collections import Counter
from collections.abc import Iterator

from generator.problems import CODES
from generator.questions.item import TYPES
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

#: Skips listed in full; the rest are counted.
SHOWN = 200


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page; docs/problems.md, which explains the codes, has the address ``problems/``."""
    bank = context.bank
    counts = Counter((item.rule, item.type) for item in bank.items)
    skips = Counter((rule, skip.reason) for rule, skip in bank.skips)
    body = render(
        "problems.html",
        "open-problems",
        context.library,
        problems=context.problems,
        codes=CODES,
        counts=[(rule, TYPES[type], count) for (rule, type), count in sorted(counts.items())],
        topics=[(topic, len(bank.by_topic(topic.id))) for topic in context.library.topics],
        skips=skips.most_common(SHOWN),
        total=len(bank.items),
    )
    yield Page("open-problems", "内容问题表", body, "内容里尚存的问题，题库的构成与没有出题的原因")


PAGE = PageKind("problems", "内容问题表", generate)
