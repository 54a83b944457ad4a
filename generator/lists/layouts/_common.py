"""Columns that every list has beside its own, for those who keep it."""

from collections.abc import Iterable

from generator.library import Library
from generator.lists.citing import basis_of
from generator.lists.codecs import Day, Mark, Words
from generator.lists.layout import Column

NOTE = Column("备注", "note", Words(), also=("说明", "备考"), width=24, says="随记录显示的备注")
AWAITS = Column("衔接", "awaits_alignment", Mark("待衔接"), width=8, says="来源早于现行法、还没有衔接的，填“待衔接”")
SAMPLE = Column("示例", "sample", Mark("示例"), width=6, says="为教学虚构的，填“示例”")
#: The last columns of each list.
KEPT = (
    Column(
        "编号",
        "id",
        Words(),
        also=("记录编号", "ID", "id"),
        width=26,
        printed=False,
        says="网站里的编号，不要改；新增的一行空着",
    ),
    Column("出处", "source", Words(), width=24, printed=False, says="没有引条文的，写出自哪里"),
    Column("截至", "as_of", Day(), width=14, printed=False, says="只在某天成立的，写那一天"),
    Column("核对日期", "checked", Day(), width=14, printed=False, says="最近一次与来源核对的日期"),
)


def topics_of(library: Library, cited: Iterable[str]) -> tuple[str, ...]:
    """Topics of the articles cited, the first article's first; those that are about one field before the general ones."""
    found: dict[str, None] = {}
    for text in cited:
        basis = basis_of(library, text)
        article = library.article(basis)
        near = [entry.conduct.topics for entry in library.penalties_under(basis.regulation, basis.key)]
        for topics in ([article.topics] if article else []) + near:
            found |= dict.fromkeys(topics)
        for citing in library.cited_by(basis.regulation, basis.key):
            topic = getattr(citing.record, "topic", None)
            found |= {topic: None} if isinstance(topic, str) else {}
    ordered = list(found)
    return tuple(sorted(ordered, key=lambda id: (id in library.general_topics, ordered.index(id))))
