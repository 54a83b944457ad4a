"""The words by which the page knows tables of answers, taken from those of the command: one list, two readers.

``generator/assets/js/core/sitting/words.js`` opens what stands here; the page reads answers as ``pufa mark`` does.
"""

import re
from typing import Any

from generator.questions import types
from generator.reading.heads import NAME, NUMBER, RUNNING, UNIT
from generator.sitting.columns import ASIDE, FORM
from generator.sitting.heads import all_platforms
from generator.sitting.people import ABSENT
from generator.sitting.platforms._base import Platform

_LISTS = ("signs", "number", "name", "unit", "form", "time", "total", "state", "parts", "absent", "footer")
_PATTERNS = ("question", "stem", "other")


def results_words() -> dict[str, Any]:
    """Heads of columns, words of absence, platforms, and what item types are called, as plain data."""
    return {
        "number": NUMBER,
        "name": NAME,
        "unit": UNIT,
        "running": RUNNING,
        "form": FORM,
        "other": ASIDE,
        "absent": sorted(ABSENT),
        "platforms": [_platform(platform) for platform in all_platforms()],
        "types": {
            type.id: {"title": type.title, "short": type.short, "lettered": type.lettered, "judged": type.judged}
            for type in types.all_types()
        },
    }


def _platform(platform: Platform) -> dict[str, Any]:
    lists = {name: getattr(platform, name) for name in _LISTS}
    patterns = {name: _pattern(getattr(platform, name)) for name in _PATTERNS}
    return {"id": platform.id, "tells_by": platform.tells_by, **lists, **patterns}


def _pattern(pattern: re.Pattern[str] | None) -> dict[str, str] | None:
    """A pattern as a browser takes it: its source, and its flags by their letters."""
    if pattern is None:
        return None
    flags = {"i": re.IGNORECASE, "s": re.DOTALL}
    return {
        "source": pattern.pattern,
        "flags": "".join(letter for letter, flag in flags.items() if pattern.flags & flag),
    }
