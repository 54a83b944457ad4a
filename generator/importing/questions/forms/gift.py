"""GIFT, Moodle's text format: no kept library reads it strictly, and the grammar is small.

``::title:: stem {=right ~wrong #why} rest of the stem``; ``//`` begins a comment, a blank line ends a question, ``\\`` takes
``~ = # { } :`` literally, ``$CATEGORY:`` names the shelf.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.importing.files import read_bytes
from generator.importing.questions.base import Fault, File, Kept, QuestionForm, Raw
from generator.importing.readers.plain import decode
from generator.legal.characters import fold
from generator.questions.item import BLANK, letter

_TITLE = re.compile(r"^\s*::(?P<title>(?:\\.|[^\\:]|:(?!:))*)::\s*")
_FORMAT = re.compile(r"^\s*\[(?:html|moodle|plain|markdown)\]\s*")
_ANSWERS = re.compile(r"(?<!\\)(?:\\\\)*\{(?P<inside>(?:\\.|[^\\{}])*)\}", re.DOTALL)
_CHOICE = re.compile(
    r"(?<!\\)(?P<sign>[=~])\s*(?:%(?P<weight>-?\d+(?:\.\d+)?)%)?\s*(?P<text>(?:\\.|[^\\=~])*)", re.DOTALL
)
_TRUTH = re.compile(r"^\s*(?P<said>T|TRUE|F|FALSE)\s*(?P<more>#.*)?$", re.DOTALL | re.IGNORECASE)
_NUMBER = re.compile(r"^\s*#\s*=?\s*(?P<figure>-?\d+(?:\.\d+)?)(?::0*(?:\.0+)?)?\s*(?:#.*)?$", re.DOTALL)
_GENERAL = re.compile(r"(?<!\\)####(?P<text>.*)$", re.DOTALL)
_WHY = re.compile(r"(?<!\\)#")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&(?:\w{2,8}|\\?#\d{1,6}|\\?#x[0-9A-Fa-f]{1,5});")
_ESCAPE = re.compile(r"[~=#{}:\\]")
_ESCAPED = re.compile(r"\\([~=#{}:\\])")


@dataclass(frozen=True, slots=True)
class _Choice:
    right: bool
    whole: bool
    text: str
    why: str


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions; a text without answers in braces is none."""
    text = fold_lines(decode(read_bytes(file.path)))
    if file.path.suffix.lower() != ".gift" and not re.search(r"^\s*(?:::|\$CATEGORY:)", text, re.MULTILINE):
        return None
    found, shelf = [], ""
    for line, block in _blocks(text):
        if block.startswith("$CATEGORY:"):
            shelf = block.partition(":")[2].strip().replace("\\", "").rpartition("/")[2]
        elif raw := _question(block, line, shelf):
            found.append(raw)
    return tuple(found)


def fold_lines(text: str) -> str:
    """The text with plain characters and line ends."""
    return "\n".join(fold(line).text for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Questions and commands with the line that they begin on."""
    begun, lines = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = "" if line.lstrip().startswith("//") else line.rstrip()
        command = bare.lstrip().startswith("$CATEGORY:")
        if (not bare.strip() and not line.lstrip().startswith("//")) or command:
            if lines:
                yield begun, "\n".join(lines)
            lines = []
        if command:
            yield number, bare.strip()
        elif bare.strip():
            begun = begun if lines else number
            lines.append(bare)


def _question(block: str, line: int, shelf: str) -> Raw | None:
    block = _TITLE.sub("", block, count=1)
    marked = _FORMAT.match(block)
    block = _FORMAT.sub("", block, count=1)
    if marked and "html" in marked[0]:
        block = _without_tags(block)
    blocks = list(_ANSWERS.finditer(block))
    if not blocks:
        return None if "{" not in block.replace("\\{", "") else _refused(block, line, "答案的大括号没有合上")
    if len(blocks) > 1:
        return _refused(block, line, "一题里有几处答案")
    at = blocks[0].start("inside") - 1
    before, inside, after = block[:at], blocks[0]["inside"], block[blocks[0].end() :]
    general = _GENERAL.search(inside)
    reason = _plain(general["text"]) if general else ""
    raw = _answered(before, inside[: general.start()] if general else inside, after, line, reason)
    return replace(raw, kept=replace(raw.kept, topics=(shelf,) if shelf else ()))


def _without_tags(block: str) -> str:
    """A question whose texts are HTML, without it: its marks are no signs of GIFT, which are escaped within them."""
    return _ENTITY.sub(
        lambda one: _ESCAPE.sub(r"\\\g<0>", html.unescape(one[0].replace("\\", ""))), _TAG.sub(" ", block)
    )


def _answered(before: str, inside: str, after: str, line: int, reason: str) -> Raw:
    where = f"行{line}"
    stem = _plain(before), _plain(after)
    whole = " ".join(filter(None, stem)) if stem[1] and stem[1].isascii() else "".join(stem)
    if truth := _TRUTH.match(inside):
        whys = [_plain(part) for part in _WHY.split(truth["more"] or "")[1:]]
        return Raw(where, whole, truth=truth["said"].upper().startswith("T"), explanation=reason or "".join(whys[-1:]))
    if figure := _NUMBER.match(inside):
        return Raw(where, f"{stem[0]}{BLANK}{stem[1]}", blanks=((figure["figure"],),), kind="填空", explanation=reason)
    choices = [_choice(found) for found in _CHOICE.finditer(inside)]
    if (
        not choices
        or any(re.search(r"(?<!\\)->", choice.text) for choice in choices)
        or inside.lstrip().startswith("#")
    ):
        return _refused(f"{before}{after}", line, "问答题、连线题、数值范围题不读")
    if all(choice.whole for choice in choices) and "~" not in re.sub(r"\\.", "", inside):
        why = reason or "".join(choice.why for choice in choices[:1])
        accepted = tuple(dict.fromkeys(choice.text for choice in choices))
        return Raw(where, f"{stem[0]}{BLANK}{stem[1]}", blanks=(accepted,), kind="填空", explanation=why)
    return _chosen(where, f"{stem[0]}（　　）{stem[1]}" if stem[1] else stem[0], choices, reason)


def _chosen(where: str, stem: str, choices: list[_Choice], reason: str) -> Raw:
    right = tuple(place for place, choice in enumerate(choices) if choice.right)
    whys = tuple(choice.why for choice in choices)
    said = reason or "".join(choice.why for choice in choices if choice.right and choice.why)
    options = tuple((letter(place), choice.text) for place, choice in enumerate(choices))
    kind = "多选" if len(right) > 1 else "单选"
    kept = Kept(whys=whys if all(whys) else ())
    return Raw(where, stem, options, kind=kind, right=right or None, explanation=said, kept=kept)


def _choice(found: re.Match[str]) -> _Choice:
    parts = _WHY.split(found["text"], maxsplit=1)
    weight = float(found["weight"]) if found["weight"] else 100.0 if found["sign"] == "=" else 0.0
    return _Choice(weight > 0, weight >= 100, _plain(parts[0]), _plain(parts[1]) if len(parts) > 1 else "")


def _plain(text: str) -> str:
    """Without escapes; line breaks that were written as ``\\n`` are breaks."""
    return _ESCAPED.sub(r"\1", " ".join(text.split()).replace("\\n", "\n")).strip()


def _refused(stem: str, line: int, why: str) -> Raw:
    return Raw(f"行{line}", _plain(stem), kind="其他", faults=(Fault("type-not-read", why),))


FORM = QuestionForm("gift", "GIFT", (".gift", ".txt"), read)
