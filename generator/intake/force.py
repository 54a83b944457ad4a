"""Statements and questions on whether laws are in force, held against what the library knows of them.

A statement that names a repealed law to say that it was repealed cites nothing that is out of date.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.questions.base import Brought
from generator.intake.judged import Judged
from generator.legal.days import day_written
from generator.library import Library
from generator.library.names import law_ids, law_names

_NAMES = r"《[^《》]+》(?:[、，和与及以及\s]*《[^《》]+》)*"
_DAY = r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_WHEN = rf"(?:(?:[自从于在]|截至)?(?:{_DAY})(?:起|以后|之后)?)"
_HOW = r"(?:这?[两二三四五六七八九十\d]*[部件]?(?:法律|法规|条例)|现已|已经?|均已?|都|同时|一并|也|仍然?|依然|依旧|目前|如今|现在|现|还是?|尚|在|继续|一直|是|随之|依法|予以|正式)"
#: 《…》自2026年8月15日起已经废止, 《…》仍然有效, 《…》没有废止, 《…》被《…》废止.
_CLAIM = re.compile(
    rf"(?P<laws>{_NAMES})(?:{_WHEN}|{_HOW}|[，,])*(?P<not>没有|尚未|并未|未|不再|不是|并非|不)?(?:{_HOW})*"
    rf"(?:被(?:《(?P<by>[^《》]+)》)?(?:所|明确|正式)?)?(?P<what>废止|废除|取代|失效|失去效力|停止施行|有效|施行|生效|适用|具有效力)"
    r"(?:了|的)?(?:法律|法规)?(?:中)?[。.]?\s*(?:[（(]\s*[）)])?\s*$"
)
_GONE = frozenset({"废止", "废除", "取代", "失效", "失去效力", "停止施行"})
#: 下列法律中，已经废止的是
_ASKED = re.compile(
    r"(?P<not>没有|尚未|并未|未|不再|不是|不属于|并非|不)?(?:现行|仍然?|目前|现在|已经?|已被?|被|属于|继续|同时|一并|也)*(?P<what>废止|失效|有效)(?:、[^，。、]{1,8})?的"
    r"(?:法律法规|法律|法规|法|条例)?(?:是|有|包括|为)"
)


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is said of laws.

    Attributes:
        laws: their ids.
        true: whether it is so.
        told: what the library knows of them, in Chinese.
    """

    laws: tuple[str, ...]
    true: bool
    told: str


def assertion_of(library: Library, question: Brought) -> Assertion | None:
    """What a statement claims of the force of laws; None of one that claims something else, or names a law that isn't known."""
    found = _CLAIM.search(question.stem) if question.judged else None
    if found is None:
        return None
    named = [_id(library, name) for name in re.findall("《([^《》]+)》", found["laws"])]
    laws = tuple(id for id in named if id)
    gone = (found["what"] in _GONE) != bool(found["not"])
    day = datetime.date(*map(int, found.group("year", "month", "day"))) if _is_day(found) else None
    if len(laws) < len(named) or (day and not gone):  # when a law began is asked of its versions, not of its force
        return None
    by = _id(library, found["by"]) if found["by"] else ""
    true = all(
        _gone(library, id) == gone
        and (not gone or day is None or library.status(id).version.repealed_on == day)
        and (not gone or not by or by == library.status(id).repealed_by)
        for id in laws
    )
    return Assertion(laws, true, "；".join(_told(library, id) for id in laws))


def hold_by_force(library: Library, found: Judged, assertion: Assertion | None) -> None:
    """Say where the key of a statement, or of a question for laws in force or repealed, is not as the laws are."""
    question = found.question
    if assertion and question.truth is not None and question.truth != assertion.true:
        found.accuse("key-against-article", assertion.told)
        found.key = "T" if assertion.true else "F"
    asked = _ASKED.search(question.stem) if question.options and question.right else None
    laws = [_id(library, option.strip("《》。 ")) for option in question.options]
    if asked is None or not all(laws):
        return
    gone = (asked["what"] != "有效") != bool(asked["not"])
    right = tuple(place for place, id in enumerate(laws) if _gone(library, id) == gone)
    if right != question.right:
        wrong = sorted({*right} ^ {*question.right})
        found.accuse("key-against-article", "；".join(_told(library, laws[place]) for place in wrong))
        found.key = "".join(question.labels[place] for place in right) if len(right) == 1 or not question.sole else ""


def laws_asked(library: Library, question: Brought) -> Iterator[str]:
    """The laws among the options of such a question: they are what it asks of, not what it rests on."""
    if _ASKED.search(question.stem):
        yield from filter(None, (_id(library, option.strip("《》。 ")) for option in question.options))


def _is_day(found: re.Match[str]) -> bool:
    try:
        return bool(found["year"]) and bool(datetime.date(*map(int, found.group("year", "month", "day"))))
    except ValueError:
        return False


def _id(library: Library, name: str) -> str:
    return law_ids(library).get(law_names(library).full(name) or "", "")


def _gone(library: Library, id: str) -> bool:
    return library.status(id).state == "repealed"


def _told(library: Library, id: str) -> str:
    name, status = library.regulation(id).name, library.status(id)
    if status.state == "repealed":
        day = status.version.repealed_on
        return f"《{name}》{'自' + day_written(day) + '起' if day else ''}已经废止"
    return f"《{name}》现在有效" if status.state == "in_force" else f"《{name}》还没有施行"
