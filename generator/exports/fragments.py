"""Fragments: templates of text with slots, one file for each kind of block, filled alike by Python and by the page.

``{name}`` is filled with text, escaped for XML; ``{=name}`` with fragments that are filled already.
"""

import re
from functools import cache

from generator.templating import ASSETS

_SLOT = re.compile(r"\{(=?)(\w+)\}")
#: What XML can't hold at all, and halves of surrogate pairs.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: Text that stands in XML as it is.
_PLAIN = re.compile('[^\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff&<>"]*')


def fill(fragment: str, **slots: object) -> str:
    """The fragment ``docx/paragraph`` … with its slots filled.

    Raises:
        KeyError: a slot of the fragment is not given.
    """
    # a list: what joins goes through its parts twice, and a bank has half a million fragments
    return "".join(
        [
            part if kind is None else str(slots[part]) if kind else escaped(str(slots[part]))
            for kind, part in _parts(fragment)
        ]
    )


def escaped(text: str) -> str:
    """Text for XML."""
    if _PLAIN.fullmatch(text):  # nearly every one of a million cells
        return text
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def visible(text: str) -> str:
    """Text without what no document can hold; its lines all end alike."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def source(fragment: str) -> str:
    """The fragment with its slots open."""
    return (ASSETS / "fragments" / f"{fragment}.xml").read_text(encoding="utf-8")


@cache
def _parts(fragment: str) -> tuple[tuple[bool | None, str], ...]:
    """The fragment cut at its slots: (None, text), (raw?, name of a slot) …"""
    text = source(fragment)
    found: list[tuple[bool | None, str]] = []
    end = 0
    for slot in _SLOT.finditer(text):
        found += [(None, text[end : slot.start()]), (bool(slot[1]), slot[2])]
        end = slot.end()
    return (*found, (None, text[end:]))
