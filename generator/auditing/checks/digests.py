"""The heading and digest of an article say nothing in numbers that the article does not, and are not copied from it."""

from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import day_of
from generator.auditing.official import Official
from generator.auditing.stands import LONGEST_RUN, longest_shared_run
from generator.auditing.strange import strange_numbers, without_references
from generator.kinds.article import Article
from generator.library import Library
from generator.problems import Problem


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E601 and E602 where there is no such article, E608 for a number, E609 for a copied run."""
    for record in library.of("article", Article):
        if library.get("regulation", record.regulation) is None:
            continue
        regulation = library.regulation(record.regulation)
        edition = official.edition(regulation, day_of(library, record))
        if edition is None:
            yield Problem(
                record.at, "E601", f"官方文本中没有《{regulation.title}》，无法核对摘要", "把它的文本加进官方文本目录。"
            )
            continue
        article = edition.articles.get((record.number, record.suffix))
        if article is None:
            message = f"《{edition.title}》没有第{record.number}条（末条为第{edition.last}条）"
            yield Problem(record.at, "E602", message, "核对条号。")
            continue
        for field in ("heading", "digest"):
            text = getattr(record, field) or ""
            if numbers := strange_numbers(without_references(text, {article.number}, ()), [article]):
                message = f"{article.locus}的{_NAMES[field]}写了 {'、'.join(numbers)}，条文里没有"
                yield Problem(record.place(field), "E608", message, "核对数字；条文没有的数字不写。")
            if shared := longest_shared_run(text, article.text, LONGEST_RUN, library.site.set_phrases):
                message = f"{article.locus}的{_NAMES[field]}同条文连续 {len(shared)} 字相同：“{shared}”"
                yield Problem(record.place(field), "E609", message, "用自己的话改写。")


_NAMES = {"heading": "标题", "digest": "摘要"}

CHECK = Check("digests", "条文摘要的数字在条文中，不照抄条文", ("E601", "E602", "E608", "E609"), run)
