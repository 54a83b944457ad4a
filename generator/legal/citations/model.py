"""What a mention is, and the names by which laws are known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Kind = Literal[
    "title_article",  # 《水法》第六十九条
    "title",  # 《水法》
    "title_repealed",  # 《…办法》同时废止
    "abbrev_def",  # （以下简称《森林法》）
    "bare_article",  # 水法第六十九条
    "self_article",  # 本条例第三十条
    "self_chapter",  # 本法第二章
    "own_article",  # 第三十条, of the text itself
    "same_article",  # 本条第一款
    "relative_article",  # 前条第一款
    "relative_para",  # 前款, 前两款第一项
    "relative_para_elided",  # 前款第（一）、（三）项
    "relative_item",  # 前项
    "that_article",  # 该法第三条
    "list_member",  # 、第七条 after another article
    "para_member",  # 、第二款 after another 款
    "item_member",  # 、第三项 after another 项
    "para_only",  # 第一款, of the article it stands in
    "item_only",  # 第一项至第三项, of the article it stands in
]
_PRC = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Target:
    """The place a mention means, as figures; 0 where a level is not named.

    Attributes:
        article, suffix: 第一百二十条之一 is 120 and 1.
        article_end: last article of a range (第三条至第五条), else 0.
        more: the other articles of a list that has one 条 (第三、五、七条).
        paragraph, paragraph_end: 款.
        paragraphs: the other 款 of a list that has one 款 (第一、三款).
        items: 项, each of a list or a range.
    """

    article: int = 0
    suffix: int = 0
    article_end: int = 0
    paragraph: int = 0
    paragraph_end: int = 0
    items: tuple[int, ...] = ()
    more: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation in a text.

    Attributes:
        line: from 0.
        start, end: code points in the line.
        surface: the words.
        kind: how it is written.
        law: full title of the law that is meant; None where the text does not let it be known (``why`` says so).
        own: whether that is the text itself.
        article, article_end, paragraph, paragraph_end, item, item_end: in the words of law (第三十条, 第二款, 第（三）项);
            None where not named.
        target: the same as figures.
        why: in Chinese, why the law is not known.
    """

    line: int
    start: int
    end: int
    surface: str
    kind: Kind
    law: str | None
    own: bool
    article: str | None = None
    article_end: str | None = None
    paragraph: str | None = None
    paragraph_end: str | None = None
    item: str | None = None
    item_end: str | None = None
    target: Target = Target()
    why: str = ""


@dataclass(frozen=True)
class Names:
    """The names of laws that a collection knows.

    Attributes:
        titles: name (title, short title, alias; without 中华人民共和国) → full title.  A name that two laws share is left out.
    """

    titles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, named: Iterable[tuple[str, Iterable[str]]]) -> "Names":
        """From pairs of a full title and its other names."""
        found: dict[str, set[str]] = {}
        for title, others in named:
            for name in (title, *others):
                found.setdefault(plain(name), set()).add(title)
        return cls({name: titles.pop() for name, titles in found.items() if len(titles) == 1})

    def full(self, name: str) -> str | None:
        """The full title that a name stands for, or None."""
        return self.titles.get(plain(name))

    @cached_property
    def laws(self) -> frozenset[str]:
        """What names stand for."""
        return frozenset(self.titles.values())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any name before an article, the longest first; without marks."""
        names = sorted((name for name in self.titles if len(name) > 1), key=lambda name: (-len(name), name))
        return re.compile(f"(?:{_PRC})?(?:{'|'.join(map(re.escape, names)) or '(?!)'})")


def plain(title: str) -> str:
    """A title as it is compared: without 中华人民共和国 at its start and in 〈〉, with 〈〉 for inner marks, no spaces."""
    bare = "".join(title.split()).replace("<", "〈").replace(">", "〉").replace("《", "〈").replace("》", "〉")
    return bare.removeprefix(_PRC)
