"""What a brought question cites, each citation judged as ``pufa cite --check`` judges it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.auditing.document import Judgement, bases_of, judge
from generator.importing.questions.base import Brought
from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.citations import Mention, Names, read_mentions
from generator.legal.citations.grammar import BEFORE_NAME
from generator.library import Library
from generator.library.remember import once

#: Letters that a name of a law must have to be one without marks: 水法 stands in other words too.
_TELLING = 5
_LOCUS_FIRST = re.compile(r"^\s*第[〇零一二三四五六七八九十百千\d]+条")


@dataclass(frozen=True, slots=True)
class Ground:
    """A citation of a question.

    Attributes:
        part: where it stands: ``stem``, ``option``, ``reason``.
        surface: its words.
        basis: the article; None where it names none or its law isn't known.
        judgement: what was found of it.
        others: what else it names: 第一、三款, 第三十一至三十三条.
    """

    part: str
    surface: str
    basis: BasisValue | None
    judgement: Judgement
    others: tuple[BasisValue, ...] = ()

    @property
    def bases(self) -> tuple[BasisValue, ...]:
        """Every place that it names."""
        return (self.basis, *self.others) if self.basis else ()

    @property
    def repealed(self) -> bool:
        """Whether the law cited is no longer in force."""
        return self.judgement.verdict == "repealed"

    @property
    def held(self) -> bool:
        """Whether the article is there and in force."""
        return self.basis is not None and self.judgement.verdict in ("right", "sum")


def grounds(library: Library, names: Names, question: Brought) -> tuple[Ground, ...]:
    """Every citation of the question: in its stem, its explanation and basis, its options."""
    parts = [("stem", question.stem), *(("reason", line) for line in question.explanation.split("\n") if line)]
    parts += [("reason", text) for text in question.kept.basis]
    parts += [("option", text) for text in question.options]
    lines = list(_lawful([_marked(library, text) for _, text in parts], names))
    mentions = list(read_mentions(["题目", *lines], names))
    return tuple(_judged(library, [part for part, _ in parts], lines, mentions))


def _marked(library: Library, text: str) -> str:
    """The text, in which a repealed law that is named without marks and without an article has marks."""
    return _repealed_names(library).sub(r"\g<before>《\g<name>》", text)


@once
def _repealed_names(library: Library) -> re.Pattern[str]:
    """Names of repealed regulations where nothing goes on with them: no mark, no article, no 实施条例."""
    names = {
        name
        for one in library.regulations
        if library.status(one.id).state == "repealed"
        for name in (one.title, one.short_title, *one.aliases)
        if name and len(name) >= _TELLING
    }
    every = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)"
    return re.compile(
        rf"(?P<before>{BEFORE_NAME.pattern})(?<!《)(?P<name>(?:中华人民共和国)?(?:{every}))(?![》〉]|\s*第\s*[〇零一二三四五六七八九十百千\d]|的?实施|施行|解释|草案|修订|修正)"
    )


def _lawful(lines: Sequence[str], names: Names) -> Iterator[str]:
    """The lines; one that begins with an article alone is given the law that was named before."""
    named = ""
    for line in lines:
        text = f"《{named}》{line.lstrip()}" if named and _LOCUS_FIRST.match(line) else line
        found = [mention for mention in read_mentions(["题目", text], names) if mention.law and not mention.own]
        if found:
            named = found[-1].law or named
        yield text


def _judged(
    library: Library, parts: Sequence[str], lines: Sequence[str], mentions: Sequence[Mention]
) -> Iterator[Ground]:
    known: dict[str, Regulation] = {regulation.title: regulation for regulation in library.regulations}
    for judgement in judge(library, ["题目", *lines], mentions):
        mention = judgement.mention
        regulation = known.get(mention.law or "")
        bases = bases_of(regulation, mention) if regulation else ()
        yield Ground(parts[mention.line - 1], mention.surface, next(iter(bases), None), judgement, bases[1:])
