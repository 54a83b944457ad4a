"""Options in the text of a question: a line each, several on a line, with or without room between them."""

import re
from collections.abc import Sequence

#: A letter with its mark; in brackets only where a line or a space goes before, as (B) in a stem is an answer.
_LETTER = re.compile(
    r"(?:(?<=^)|(?<=[\s\u3000;；]))[（(]\s*(?P<braced>[A-Ha-h])\s*[)）]\s*[.．、:：]?"
    r"|(?<![A-Za-z0-9（(《“\"\-+])(?P<marked>[A-Ha-h])\s*[.．、:：)）]"
    r"|(?:(?<=^)|(?<=[\n\t\u3000])|(?<=  ))(?P<plain>[A-Ha-h])(?=[ \t\u3000]+\S)"
    r"|(?:(?<=^)|(?<=\n))(?P<tight>[A-H])(?=[\u4e00-\u9fff“《\d])",
    re.MULTILINE,
)
_BARE = re.compile(r"(?<=[\s\u3000）)?？：:])(?P<bare>[A-H])(?=[\u4e00-\u9fff“《])")
#: A 一 B 二 C 三, with no more than a blank around each letter.
_SPACED = re.compile(r"(?<=[\s\u3000）)？?：:])(?P<bare>[A-H])(?=[ \t\u3000][^\sA-H])")
_RUNS = ("ABC", "ABCD", "ABCDE", "ABCDEF")
_TIGHT = re.compile(r"(?<=[\u4e00-\u9fff”》\d%）)；;，,。])(?P<bare>[B-H])(?=[\u4e00-\u9fff“《\d])")
_CIRCLED = re.compile(r"(?:(?<=^)|(?<=[\s\u3000;；。]))(?P<circled>[①-⑧])\s*[.．、:：]?", re.MULTILINE)
_ORDINAL = "①②③④⑤⑥⑦⑧"
_RIGHT = re.compile(r"\s*(?:[（(【\[]\s*(?:√|✓|✔|正确|正确答案|对)\s*[)）】\]]|√|✓|✔|★)\s*$")
#: An answer of several letters within a stem, in which no option begins.
_ANSWER = re.compile(r"[（(\[【]\s*[A-Ha-h](?:[\s、,，;；/]*[A-Ha-h])+\s*[)）\]】]")
_FEWEST = 2
#: Put by readers behind an option that is set apart from others by its colour, weight or line: no text has it.
STANDS_OUT = "\ue000"
#: Put by readers where a picture stands.
PICTURE = "\ue001"


def split(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The stem, and label and text of each option; no options where there are not two in rising order."""
    masked = _ANSWER.sub(lambda found: "　" * len(found[0]), text)
    run = _longest([(found, found[found.lastgroup or 0].upper()) for found in _LETTER.finditer(masked)])
    if len(run) < _FEWEST:
        run = _unmarked(masked)
    if len(run) < _FEWEST:
        circled = [(found, chr(ord("A") + _ORDINAL.index(found["circled"]))) for found in _CIRCLED.finditer(text)]
        run = _longest(circled)
        if len(run) < _FEWEST + 1:
            return text.strip(), ()
    ends = [*(found.start() for found, _ in run[1:]), len(text)]
    options = tuple(
        (label, " ".join(text[found.end() : end].split())) for (found, label), end in zip(run, ends, strict=True)
    )
    return text[: run[0][0].start()].strip(), options


def _unmarked(text: str) -> list[tuple[re.Match[str], str]]:
    """Letters without a mark, A甲 B乙 C丙, where they are A, B, C in a row."""
    spaced = list(_SPACED.finditer(text))
    if "".join(one["bare"] for one in spaced) in _RUNS:
        return [(one, one["bare"]) for one in spaced]
    found = list(_BARE.finditer(text))
    if not found or found[0]["bare"] != "A":
        return []
    if len(found) == 1:  # A一B二C三D四
        found += _TIGHT.finditer(text, found[0].end())
    letters = "".join(one["bare"] for one in found)
    return [(one, one["bare"]) for one in found] if letters in _RUNS else []


def begins(text: str) -> bool:
    """Whether a line begins with the first option."""
    found = _LETTER.match(text.lstrip())
    return found is not None and (found[found.lastgroup or 0]).upper() == "A"


def circled(text: str) -> bool:
    """Whether a text has ①②③ and no letters: what options such as A.①② choose from."""
    return not any(found.lastgroup for found in _LETTER.finditer(text)) and len(_CIRCLED.findall(text)) > 1


def is_option(text: str) -> bool:
    """Whether a line begins with an option."""
    return _LETTER.match(text.lstrip()) is not None


def marked_right(options: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], str]:
    """Options without the signs (√) by which some files tell the right ones, and the letters of those."""
    right = "".join(label for label, text in options if _RIGHT.search(text))
    return tuple((label, _RIGHT.sub("", text)) for label, text in options), right


def standing_out(options: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], str]:
    """Options without the sign of those that are set apart, and the letters of these; none where all are, or none is."""
    out = "".join(label for label, text in options if STANDS_OUT in text)
    plain = tuple((label, text.replace(STANDS_OUT, "").strip()) for label, text in options)
    return plain, out if len(out) < len(options) else ""


def _longest(marks: list[tuple[re.Match[str], str]]) -> list[tuple[re.Match[str], str]]:
    """The longest run of rising letters from an A on; of two as long, the later."""
    best: list[tuple[re.Match[str], str]] = []
    for begin, (_, label) in enumerate(marks):
        if label != "A":
            continue
        run = [marks[begin]]
        for mark in marks[begin + 1 :]:
            step = ord(mark[1]) - ord(run[-1][1])
            if step == 0 and mark[1] == "A":
                break
            if 0 < step <= 2:
                run.append(mark)
        if len(run) >= len(best):
            best = run
    return best
