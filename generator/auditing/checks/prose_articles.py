"""An article that running text names by its number, and that the record does not cite, is about what the sentence says.

What a record cites is held by the check of citations; an explanation, a remark or the reason why an option is wrong also names others
(七日是另一件事，第56条).  The number alone belongs to one of the laws that the record cites or the text names.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import day_of
from generator.auditing.official import Official
from generator.auditing.own_texts import names_in_guides
from generator.auditing.running import mentions
from generator.auditing.told_texts import FIELDS, REMARKS
from generator.kinds import BasisValue, Record
from generator.kinds.question import Question
from generator.legal.basis import CitationError, parse_article_number
from generator.legal.citations.grammar import ARTICLE_RE
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import Place, values

#: Among how many first articles of its law the named one must be by what it shares with the sentence, and what share of the likest.
_FIRST, _NEAR = 10, 0.25
_STOP = re.compile("[。；]")
_OTHER_LAW = re.compile(r"(?:[一-龥]法|条例|办法|规定)(?:第[^，。；条]{1,8}条(?:第[^，。；]{1,6}[款项])?、)*$")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E625 for each article that seems to be about something else, or that its law has not."""
    for table in (FIELDS, REMARKS):
        for kind, fields in table.items():
            for record in library.all(kind):
                cited = [citing.basis for citing in citations(kind, record)]
                for path, text in (found for field in fields for found in values(library, record, field)):
                    if "条" in text:
                        yield from _strange(library, official, record, path, text, cited)


def _strange(
    library: Library, official: Official, record: Record, path: Place, text: str, cited: list[BasisValue]
) -> Iterator[Doubt]:
    named = list(mentions(text, names_in_guides(library)))
    known = [*cited, *(basis for _, _, basis in named)]
    for found in ARTICLE_RE.finditer(text):
        if _OTHER_LAW.search(text[: found.start()]) and not any(start < found.end() <= end for start, end, _ in named):
            continue  # a law that nobody registered: 劳动合同法第48条、第87条
        own = next((basis for start, end, basis in named if start <= found.start() < end), None)
        number = own.article if own else _number(found[0])
        candidates = [own] if own else known
        if number is None or not candidates or any(basis.article == number for basis in _same(own, cited)):
            continue
        said = f"{_STOP.split(text[: found.start()])[-1]} {_STOP.split(text[found.end() :])[0]} {_about(record, path)}"
        near = [_like(library, official, record, basis, number, said) for basis in candidates]
        if not any(near) and any(one is not None for one in near):
            what = f"条文 {' '.join(map(str, path))} {found[0]}"
            yield doubt(record, what, record.place(*path), "E625", "讲的好像不是这里说的事")


def _same(own: BasisValue | None, cited: list[BasisValue]) -> list[BasisValue]:
    """The citations of the law that is named; all where none is."""
    return [basis for basis in cited if own is None or basis.regulation == own.regulation]


def _number(words: str) -> int | None:
    try:
        return parse_article_number(words)[0]
    except CitationError:
        return None


def _about(record: Record, path: Place) -> str:
    """What the text stands with: the option that a reason is given for, else what the record is called."""
    if isinstance(record, Question):
        part = record.parts[int(path[1])] if path[0] == "parts" else record
        return part.options[int(path[path.index("options") + 1])].text if "options" in path else ""
    return record.label


def _like(
    library: Library, official: Official, record: Record, basis: BasisValue, number: int, said: str
) -> bool | None:
    """Whether the article of this number is about what is said; None where the copy lacks the law."""
    if library.get("regulation", basis.regulation) is None:
        return None
    edition = official.cited(library.regulation(basis.regulation), basis, day_of(library, record))
    if edition is None or not edition.articles:
        return None
    if (number, 0) not in edition.articles:
        return False
    rank, near = edition.likeness.near(said, (number, 0))
    return rank <= _FIRST and near >= _NEAR


CHECK = Check("prose_articles", "解析、备注里另外写到的第几条讲的是这件事", ("E625",), run)
