"""The table of problems, and for maintainers what the bank holds and what it skipped."""

from collections.abc import Iterator

from generator.kinds import kinds
from generator.problems import CODES
from generator.questions.bank import rule_titles
from generator.questions.report import Report, report
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

_PATH = "open-problems"
#: Skips and unasked records listed in full; the rest are counted.
SHOWN = 200


def generate(context: Context) -> Iterator[Page]:
    """Yield the page, and one for each kind of what no item asks; docs/problems.md, which explains the codes, has the address ``problems/``."""
    bank = context.bank
    found = report(context.library, bank)
    titles = {kind.name: kind.title for kind in kinds()}
    unasked = [(f"{_PATH}/{kind}", titles[kind], records) for kind, records in found.unasked.items()]
    body = render(
        "problems.html",
        _PATH,
        context.library,
        problems=context.problems,
        codes=CODES,
        report=found,
        names=rule_titles(),
        matrix=_matrix(found),
        topics=[(topic, len(bank.by_topic(topic.id))) for topic in context.library.topics],
        skips=found.skips[:SHOWN],
        unasked=unasked,
    )
    yield Page(_PATH, "内容问题表", body, "内容里尚存的问题，题库的构成与没有出题的原因")
    for path, kind, records in unasked:
        title = f"没有题目考到的{kind}"
        body = render("unasked.html", path, context.library, title=title, records=records)
        yield Page(path, title, body, f"{title}，写在哪个文件")


def _matrix(found: Report) -> list[tuple[str, str, dict[str, int]]]:
    """(rule, type, topic → items) in order of rule and type."""
    rows: dict[tuple[str, str], dict[str, int]] = {key: {} for key in found.rules}
    for (rule, type, topic), count in found.cells.items():
        rows[rule, type][topic] = count
    return [(rule, type, counts) for (rule, type), counts in rows.items()]


PAGE = PageKind("problems", "内容问题表", generate)
