"""Moodle XML, as a question bank of Moodle is exported."""

import re
from collections.abc import Iterator

from lxml import etree, html

from generator.importing.files import read_bytes
from generator.importing.questions.base import Fault, File, Kept, QuestionForm, Raw
from generator.importing.xml import parse
from generator.legal.characters import fold
from generator.questions.item import BLANK, letter

_SKIPPED = frozenset({"category", "description"})
_GAP = re.compile(rf"_{{2,}}|＿{{2,}}|{re.escape(BLANK)}|[（(]\s*[)）]")


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions; None where the XML is of something else."""
    root = parse(read_bytes(file.path))
    if root.tag != "quiz":
        return None
    return tuple(_questions(root))


def _questions(root: etree._Element) -> Iterator[Raw]:
    shelf = ""
    for question in root.findall("question"):
        sort = question.get("type", "")
        if sort == "category":
            shelf = _text(question.find("category")).rpartition("/")[2]
        if sort not in _SKIPPED:
            yield _question(question, sort, shelf)


def _question(question: etree._Element, sort: str, shelf: str) -> Raw:
    stem = _text(question.find("questiontext"))
    reason = _text(question.find("generalfeedback"))
    answers = [
        (float(answer.get("fraction", "0") or 0), _text(answer), _text(answer.find("feedback")))
        for answer in question.findall("answer")
    ]
    where = f"行{question.sourceline}"
    named = _text(question.find("idnumber"))
    whys = tuple(why for _, _, why in answers)
    kept = Kept(
        id=named.removeprefix("authored/") if named.startswith("authored/") else "",
        whys=whys if whys and all(whys) else (),
        topics=(shelf,) if shelf and shelf not in ("top", "$course$") else (),
    )
    images = question.find(".//file") is not None or "<img" in (question.findtext("questiontext/text") or "")
    faults = (Fault("picture", "题里有图片，没有读"),) if images else ()
    right = [text for fraction, text, _ in answers if fraction > 0]
    if sort == "truefalse":
        truth = bool(right) and right[0].lower() in ("true", "正确", "对")
        return Raw(where, stem, truth=truth, kind="判断", explanation=reason, kept=kept, faults=faults)
    if sort == "multichoice":
        options = tuple((letter(place), text) for place, (_, text, _) in enumerate(answers))
        places = tuple(place for place, (fraction, _, _) in enumerate(answers) if fraction > 0)
        several = _text(question.find("single")).lower() == "false"
        kind = "多选" if several else "单选"
        return Raw(where, stem, options, kind=kind, right=places or None, explanation=reason, kept=kept, faults=faults)
    if sort in ("shortanswer", "numerical") and right:
        full = tuple(dict.fromkeys(text for fraction, text, _ in answers if fraction >= 100)) or (right[0],)
        gapped = stem if _GAP.search(stem) else f"{stem}{BLANK}"
        return Raw(where, gapped, kind="填空", blanks=(full,), explanation=reason, kept=kept, faults=faults)
    return Raw(where, stem, kind=sort, kept=kept, faults=(*faults, Fault("type-not-read", f"题型 {sort} 不读")))


def _text(element: etree._Element | None) -> str:
    """The words of an element, without marks of HTML."""
    if element is None:
        return ""
    written = element.findtext("text") if element.find("text") is not None else element.text
    plain = (written or "").strip()
    if "<" in plain or "&" in plain:
        fragment = html.fragment_fromstring(plain, create_parent="div")
        for tag in fragment.iter("br", "p", "li", "div"):
            tag.tail = f"\n{tag.tail or ''}"
        plain = "\n".join(line.strip() for line in str(fragment.text_content()).split("\n") if line.strip())
    return fold(plain).text


FORM = QuestionForm("moodle", "Moodle XML", (".xml",), read)
