"""Questions by the text of their stems: an export often has only their beginning, and punctuation of its own."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher

from generator.sitting.heads import NOTE
from generator.sitting.key import KeyItem

#: Fewest characters of a text that tells a question.
FEWEST = 4
#: From this length on a text may stand anywhere in a stem, and one may differ from it by a slip.
_LONG = 10
_ALIKE = 0.85
#: Tags and entities of HTML, and whatever is neither letter nor digit.
_NOISE = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\d{1,6});|[\W_]")

#: An entity that was cut short with the text.
_CUT = re.compile(r"&(?:[A-Za-z]{1,8}|#\d{0,6})(?=[.…\s]*$)")


def face(text: str) -> str:
    """Letters, digits and Han characters of a text, which all writings of it share."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()


class Stems:
    """The stems of a paper's items, to be found by what an export shows of them: of a part with or without the whole case."""

    def __init__(self, items: Iterable[KeyItem]) -> None:
        self.faces: Mapping[str, tuple[str, ...]] = {item.id: _faces(item) for item in items}

    def find(self, text: str) -> list[str]:
        """Ids of the items that a text may be the stem of; several where stems begin alike, none where none is like it."""
        shown = face(_CUT.sub("", text))
        if len(shown) < FEWEST:
            return []
        same = self._where(lambda stem: stem == shown)
        if same:
            return same
        begun = self._where(lambda stem: stem.startswith(shown) or (bool(stem) and shown.startswith(stem)))
        if begun or len(shown) < _LONG:
            return begun
        inside = self._where(lambda stem: shown in stem or (len(stem) >= _LONG and stem in shown))
        return inside or self._alike(shown)

    def _where(self, fits: Callable[[str], bool]) -> list[str]:
        return [id for id, stems in self.faces.items() if any(map(fits, stems))]

    def _alike(self, shown: str) -> list[str]:
        """The item whose stem differs by a slip or two; none where two are about as near."""
        near = []
        for id, stems in self.faces.items():
            ratio = max(_ratio(shown, stem) for stem in stems)
            if ratio >= _ALIKE:
                near.append((ratio, id))
        near.sort(reverse=True)
        return [near[0][1]] if near and (len(near) == 1 or near[0][0] - near[1][0] > 0.05) else []


def _faces(item: KeyItem) -> tuple[str, ...]:
    """The stem alone; of a part also behind its kind, and behind the whole case; each with the notes that heads are read without."""
    kind = item.told.rpartition("\n")[2]
    before = dict.fromkeys(("", kind, item.told))
    whole = [words + item.stem for words in before]
    return tuple(dict.fromkeys(face(text) for one in whole for text in (one, NOTE.sub("", one))))


def _ratio(shown: str, stem: str) -> float:
    matcher = SequenceMatcher(None, shown, stem[: len(shown) + 3], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
