"""Flaws of the story: a stem that says a thing was done and that it was not, so that nobody can tell what happened."""

import re

from generator.library import Library
from generator.questions.flaws._base import Flaw
from generator.questions.item import Item

#: 未建成, 没有验收, 尚未备案: what was not done, by its two characters.
_UNDONE = re.compile(r"(?:未|没有)(?:经|依法|按期)?([\u4e00-\u9fff]{2})")
#: Findings of which a case has one.
_EITHER = (("限期内改正", "逾期未改正"), ("限期内改正", "逾期不改正"), ("主动整改", "没有主动整改"))


def _contradicts(item: Item, _: Library) -> str | None:
    for one, other in _EITHER:
        if other in item.stem and one in item.stem.replace(other, ""):
            return f"题干既说“{one}”又说“{other}”"
    done = next((words for words in _UNDONE.findall(item.stem) if f"已{words}" in item.stem), None)
    return f"题干既说没有{done}又说已{done}" if done else None


CONTRADICTION = Flaw("contradiction", "题干自相矛盾", _contradicts)
