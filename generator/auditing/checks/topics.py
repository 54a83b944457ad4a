"""A record's topic is one that other records have which rest on the same chapter of a law, or the topic of a law that it cites.

A law puts together what is of one matter; a record under a topic that nothing beside it has is mostly a slip.
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.kinds import Record
from generator.kinds.topic import Topic
from generator.library import Library
from generator.library.links import citations

#: Kind → its field with topics.
_OF: dict[str, str] = {
    "case": "topics",
    "conduct": "topics",
    "obligation": "topics",
    "procedure": "topics",
    "responsibility": "topic",
}
Chapter = tuple[str, ...]


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E627 for each topic that no other record of the same chapter has."""
    rows = [
        (record, field, _topics(record, field), _chapters(library, official, kind, record))
        for kind, field in _OF.items()
        for record in library.all(kind)
    ]
    having: dict[Chapter, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for record, _, topics, chapters in rows:
        for chapter in chapters:
            for topic in topics:
                having[chapter][topic].add(record.id)
    for record, field, topics, chapters in rows:
        of_laws = {topic for chapter in chapters for topic in _of_law(library, chapter[0])}
        for index, topic in enumerate(topics):
            if not chapters or topic in of_laws or any(having[one][topic] - {record.id} for one in chapters):
                continue
            named = library.get("topic", topic)
            if isinstance(named, Topic) and named.title[:2] in getattr(record, "title", ""):
                continue
            path = (field, index) if field == "topics" else (field,)
            yield doubt(record, f"专题 {topic}", record.place(*path), "E627", "：同一章的别的记录都不在这个专题里")


def _topics(record: Record, field: str) -> tuple[str, ...]:
    value = getattr(record, field)
    return (value,) if isinstance(value, str) else value


def _chapters(library: Library, official: Official, kind: str, record: Record) -> set[Chapter]:
    """(law's id, 编, 章, 节) of each article that the record cites."""
    found: set[Chapter] = set()
    for citing in citations(kind, record):
        if library.get("regulation", citing.basis.regulation) is not None:
            article = article_of(library, official, record, citing.basis)
            found |= {(citing.basis.regulation, *article.path)} if article else set()
    return found


def _of_law(library: Library, law: str) -> tuple[str, ...]:
    """The topics of a law, of one that is about few."""
    topics: tuple[str, ...] = library.regulation(law).topics
    return topics if len(topics) <= _FEW else ()


_FEW = 4  # topics beyond which a law is about everything

CHECK = Check("topics", "专题与同一章的其他记录一致", ("E627",), run)
