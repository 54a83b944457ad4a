"""What is kept of a text while its citations are read: its own name, what it calls laws, and which it named last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.legal.citations import grammar
from generator.legal.citations.context import Context
from generator.legal.citations.model import Mention, Names, plain
from generator.legal.structure import LawText, read_structure

_AMENDS = re.compile(r"关于修(?:改|正|订)[〈《](?P<law>.+)[〉》]的决定")
#: 中华人民共和国刑法修正案（九）: what it puts into the law calls that law 本法.
_AMENDMENT = re.compile(r"^(?P<law>.{0,20}(?:法|宪法))修正案(?:[（(].{1,8}[）)])?$")


@dataclass(slots=True)
class Reader:
    """What a text has said so far: its own name, the names it gives, and the laws it has named."""

    names: Names
    text: LawText
    own: str | None
    context: Context
    short: dict[str, str] = field(default_factory=dict)  # abbreviations that the text defines
    named: dict[str, str | None] = field(default_factory=dict)
    laws: set[str] = field(default_factory=set)  # all that were named
    last: Mention | None = None  # what was cited last
    leads: set[str] = field(default_factory=set)  # articles of its own that the words before a list of 项 cite
    columns: tuple[str | None, ...] = ()  # of the table it stands in: the law whose articles each column has
    led: bool = False  # whether the list's 第一项 is one of that article
    several: bool = (
        False  # whether the text changes several laws, one after another; ``own`` is then the one being changed
    )
    amends: bool = False  # whether the text changes the one law that ``own`` then is
    private: bool = False  # whether the text is a contract or the rules of a house, whose own articles are no law

    def name(self, title: str, law: str | None) -> None:
        """Keep a law that was named, for 该法 and 该条例 that follow; None where it is not known which."""
        sort = grammar.SORT.search(law or title)
        key = sort[1] if sort else ""
        self.named.pop(key, None)
        self.named[key] = law
        if law:
            self.laws.add(law)

    def antecedent(self, sort: str) -> str | None:
        """The law of a sort that was named last: 该条例 means no 法, while 规定 may be what anything is called."""
        for key, law in reversed(self.named.items()):
            if key.startswith(sort.removesuffix("律")) or sort == "规定":
                return law
        return None

    def only(self, short: str) -> str | None:
        """The one law named so far, or changed by this text, that 《条例》, 《解释》 can mean; None where several can, or the text is one itself."""
        if self.own and self.own.endswith(short):
            return self.own if self.amends else None
        found = {law for law in self.laws if grammar.MADE_BEHIND.sub("", law).endswith(short)}
        return found.pop() if len(found) == 1 else None

    def tabulate(self, line: str, following: str) -> None:
        """Keep the laws that the heads of a table's columns name, until the table ends."""
        if not line.lstrip().startswith("|"):
            self.columns = ()
        elif grammar.RULE_OF_TABLE.match(following):
            heads = [grammar.COLUMN.fullmatch(cell.strip()) for cell in line.strip().strip("|").split("|")]
            self.columns = tuple(head and self.known(head["name"].strip("《》“” ")) for head in heads)

    def known(self, name: str) -> str | None:
        """The law that a name stands for here, if it is known."""
        return self.short.get(plain(name)) or self.names.full(name)

    def leave(self) -> None:
        """A list of 项 ends."""
        self.leads.clear()
        self.led = False

    def turn(self, line: str) -> None:
        """Where a text changes several laws: the one whose changes begin in a line."""
        found = grammar.AMENDED.match(line) if self.several else None
        if found:
            self.own = self.names.full(found["title"][1:-1]) or found["title"][1:-1]


def reader_of(lines: Sequence[str], names: Names, title: str | None) -> Reader:
    """What is known of a text before its first line is read.

    Args:
        lines: the text.
        names: the laws that are known.
        title: of the law whose text it is; where None, the text's own first line tells, if it has articles.
    """
    text = read_structure(lines)
    own = title or (text.title if text.articles or text.sections else None)
    if own and not title and grammar.NO_TITLE.search(own):
        own = None
    amended = (_AMENDS.search(own) or _AMENDMENT.match(own)) if own else None
    own = amended["law"] if amended else own
    reader = Reader(names, text, names.full(own) or own if own else None, Context(text))
    reader.amends = bool(amended)
    reader.several = bool(own and not amended and grammar.AMENDS_SEVERAL.search(own))
    reader.private = bool(own and not title and not names.full(own) and grammar.PRIVATE.search(own))
    return reader
