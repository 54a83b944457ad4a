"""Citations in cells: one or many, as offices write them; each judged as citations of a document are."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.auditing.document import Judgement, Verdict, bases_of, judge
from generator.kinds import BasisValue
from generator.legal.basis import CitationError, format_locus, parse_citation
from generator.legal.citations import Mention, read_mentions
from generator.legal.days import day_written
from generator.legal.numerals import INTEGER
from generator.library import Library
from generator.library.names import law_ids, law_names
from generator.library.remember import once
from generator.library.titles import Titles
from generator.lists.codecs import Free, Several
from generator.lists.layout import Cell
from generator.lists.rows import raw
from generator.lists.shorthand import written_out

#: What a verdict is called; a law that is only named, and one without a text at hand, are no fault.
_CODES: dict[Verdict, str] = {"missing": "E821", "repealed": "E822", "not_yet": "E822", "unheld": "E821"}
_WRITTEN = re.compile(r"^(?P<law>.+?)\s*第")
_PIECES = re.compile(r"[\n；;]")
#: A name, or a number with its 条, that goes over a line's end.
_BROKEN_NAME = re.compile(r"《[^《》；;]{1,60}》")
_BROKEN_NUMBER = re.compile(
    rf"(?<=第)\n(?={INTEGER}\s*[条款项])|(?<=第[（(])\n|(?<=[一二三四五六七八九十百千零〇\d])\n(?=\s*[条款项）)])"
    r"|(?<=[一二三四五六七八九十百千零〇])\n(?=[一二三四五六七八九十百千零〇]+\s*[条款项])"
)
#: The words of an article behind its citation, which may cite others; and a rank of law with nothing under it.
_QUOTED = re.compile(r"(?<=[条款项])(?:\s*规定)?\s*[:：，,]?\s*(?:“[^”]*”|「[^」]*」)")
_NONE_OF_RANK = re.compile(
    r"[【\[（(]?(?:法律|(?:行政|地方性?)法规|(?:部门|地方政府|政府)?规章|(?:行政)?规范性文件|党内法规|司法解释|政策文件|标准|依据)[】\]）)]?\s*[:：]?\s*(?:无|/|—*)"
)
#: The law of the piece before.
_SAME_LAW = re.compile(r"^(?:该|同|本|此)(?:法(?:典)?|条例|规定|办法)(?=\s*第)")
_LAW_ABOVE = re.compile(r"^(?:同上|同前|同|该)(?:法(?:典)?|条例|规定|办法|部?法律)?\s*[，,、]?\s*(?=第)")
_AROUND = " \u3000，。、"
#: A piece that names no law itself.
_BEGINS = re.compile(
    rf"(?P<article>第\s*{INTEGER}\s*条)|第\s*{INTEGER}\s*[款项]|(?:第\s*)?[（(]\s*{INTEGER}\s*[）)]\s*(?:、|项)"
)
#: The first 款 is number one.
_NOUGHT = re.compile("第[0０零]+[款项]")
#: A 款, 项 or another 条 behind a citation, which it did not take in.
_LEFT = re.compile(rf"[\s、，和及（(]*(?P<part>第?\s*[（(]?\s*{INTEGER}\s*[）)]?\s*[款项条])")


@dataclass(frozen=True, slots=True)
class Cites(Free):
    """Citations.

    Attributes:
        one: a single one.
        then: of law that may be repealed, as the old side of 新旧对照 is; law in force is the fault there where ``gone``.
        gone: the law cited must have been repealed.
    """

    one: bool = False
    then: bool = False
    gone: bool = False

    def write(self, library: Library, value: Any) -> str:
        """《生态环境法典》第102条第1款、第103条, one law a line."""
        cited = [value] if isinstance(value, str) else list(value or ())
        groups: list[tuple[str, list[str]]] = []
        for basis in (basis_of(library, text) for text in cited):
            law = library.name_of(basis)
            if not groups or groups[-1][0] != law:
                groups.append((law, []))
            groups[-1][1].append(basis.locus)
        return "\n".join(f"《{law}》{'、'.join(loci)}" for law, loci in groups)

    def read(self, cell: Cell, text: str) -> Any:
        """The citations as YAML holds them."""
        found = citations_in(cell, text, self.then, self.gone)
        if not found:
            return None
        if self.one and len(found) > 1:
            cell.wrong(f"这一格引了 {len(found)} 处，只能引一处", "一行写一处，其余的另起一行。")
            return None
        return found[0] if self.one else found


@dataclass(frozen=True, slots=True)
class Consequences(Several):
    """Texts that may cite articles (…，依照《生态环境法典》第1062条追责): what they cite is judged, what they say stays."""

    mark: str = "；"

    def read(self, cell: Cell, text: str) -> Any:
        """The texts."""
        library = cell.library
        for line in written_out(text).split("\n"):
            mentions = [one for one in read_mentions([line], law_names(library)) if one.law and one.target.article]
            for judgement in judge(library, [line], mentions):
                _told(cell, judgement, then=False)
        return Several.read(self, cell, text)


def citations_in(cell: Cell, text: str, then: bool = False, gone: bool = False) -> list[str]:
    """Every sound citation of a cell, once, in order; what is wrong with the others is told.

    A piece that begins with 第…条, 第…款 or （…）项 goes on with the law, or the article, of the citation before it.
    """
    found: list[str] = []
    law = article = ""
    for piece in _PIECES.split(written_out(_whole(text))):
        bare = piece.strip(_AROUND)
        if not bare or _NONE_OF_RANK.fullmatch(bare):
            continue
        bare = _SAME_LAW.sub(f"《{law}》", bare) if law else bare
        begins = _BEGINS.match(bare)
        if begins and law and (begins["article"] or article):
            bare = f"《{law}》{'' if begins['article'] else article}{bare}"
        exact = _exact(cell, bare)
        if exact is not None:
            found += exact
            continue
        mentions = [one for one in read_mentions([bare], law_names(cell.library)) if not one.own]
        found += _mentioned(cell, bare, mentions, then, gone)
        for one in mentions:
            law, article = (one.law, one.article or article) if one.law else (law, article)
    return list(dict.fromkeys(found))


def with_law_above(library: Library, text: str, above: list[str]) -> str:
    """A citation that goes on with the law last named above it (同法第103条, 同上第103条) with the name of that law.

    ``above`` loses at its end what names no law, so that however many cells go on so each is read once.
    """
    same = _LAW_ABOVE.match(text)
    while same and above:
        if laws := [one.law for one in read_mentions([_whole(above[-1])], law_names(library)) if one.law]:
            return f"《{laws[-1]}》{text[same.end() :]}"
        above.pop()
    return text


def _whole(text: str) -> str:
    """The text without line breaks within a name or a number, which are there to fit the cell, and without what an article says."""
    text = _QUOTED.sub("", text)
    return _BROKEN_NUMBER.sub("", _BROKEN_NAME.sub(lambda name: name[0].replace("\n", ""), text))


def _exact(cell: Cell, text: str) -> list[str] | None:
    """The citation of an earlier text, which only stands alone: 食品安全法（2009年）第84条."""
    try:
        basis = basis_of(cell.library, text)
    except (CitationError, ValueError):
        return None
    return [written(cell.library, basis)] if basis.version else None


def _mentioned(cell: Cell, text: str, mentions: Sequence[Mention], then: bool, gone: bool) -> list[str]:
    library = cell.library
    placed = [one for one in mentions if one.target.article]
    if any(one.law for one in placed):  # 本法 is then said by the words of an article that is cited before
        placed = [one for one in placed if one.law or one.kind != "self_article"]
    if not placed:
        only = "只写了法规，没有写第几条" if any(one.law for one in mentions) else "里没有读出条文"
        cell.wrong(f"“{text[:40]}”{only}", "写成《某某法》第1095条第1款。", "E821")
        return []
    judged = {one.mention: one for one in judge(library, [text], placed)}
    found: list[str] = []
    for mention in placed:
        bases = _bases(library, mention)
        if _told(cell, judged.get(mention), then) or not bases:
            continue
        if gone and library.in_force(bases[0]):
            cell.wrong(f"“{mention.surface}”现在有效，没有废止", "这一栏写废止了的旧法；两栏写反了就对调。", "E822")
            continue
        found += [written(library, one) for one in bases]
        if (left := _LEFT.match(text, mention.end)) and all(one.start != left.start("part") for one in placed):
            _unread(cell, mention, left["part"])
        elif (nought := _NOUGHT.search(mention.surface)) is not None:
            _unread(cell, mention, nought[0])
    return found


def _unread(cell: Cell, mention: Mention, part: str) -> None:
    hint = "条、款、项写成“第三条”“第三款”“第（三）项”。"
    cell.wrong(f"“{mention.surface}”后面的“{part}”没有读出来", hint, "E821")


def _told(cell: Cell, judgement: Judgement | None, then: bool) -> bool:
    """Whether a citation is at fault, which is told."""
    if judgement is None or judgement.verdict in ("right", "sum") or (then and judgement.verdict == "repealed"):
        return False
    if judgement.verdict == "unheld" and judgement.regulation:
        return False
    cell.wrong(f"“{judgement.mention.surface}”：{judgement.says}", judgement.hint, _CODES[judgement.verdict])
    return True


def _bases(library: Library, mention: Mention) -> tuple[BasisValue, ...]:
    id = law_ids(library).get(mention.law or "")
    return bases_of(library.regulation(id), mention) if id else ()


def written(library: Library, basis: BasisValue) -> str:
    """A citation as the project's records write it: 法典 第1095条第1款."""
    if basis.version:
        name = f"{library.regulation(basis.regulation).name}（{day_written(basis.version)}）"
    else:
        name = _called(library).get(basis.regulation) or library.regulation(basis.regulation).name
    return f"{name} {format_locus(basis.article, basis.suffix, basis.paragraph, basis.item)}"


def basis_of(library: Library, text: str) -> BasisValue:
    """The citation that a record writes."""
    cited = parse_citation(text)
    regulation, version = titles(library).resolve_version(cited.title)
    return BasisValue(
        regulation=regulation,
        article=cited.article,
        suffix=cited.suffix,
        paragraph=cited.paragraph,
        item=cited.item,
        version=version,
    )


@once
def titles(library: Library) -> Titles:
    """What citations in records call the regulations."""
    return Titles(library.regulations)


@once
def _called(library: Library) -> dict[str, str]:
    """Id of a regulation → the name under which records cite it most."""
    counts: dict[str, Counter[str]] = {}
    for records in library.records.values():
        for record in records:
            for text in _texts(raw(record)):
                if found := _WRITTEN.match(text):
                    counts.setdefault(found["law"], Counter())[found["law"]] += 1
    called: dict[str, tuple[int, str]] = {}
    for name, count in counts.items():
        try:
            id = titles(library).resolve(name)
        except ValueError:
            continue
        called[id] = max(called.get(id, (0, "")), (count.total(), name))
    return {id: name for id, (_, name) in called.items()}


def _texts(value: Any) -> Sequence[str]:
    """Every short text of a value that could be a citation."""
    if isinstance(value, str):
        return [value] if "第" in value and len(value) < 60 else []
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _texts(part)]
