"""The days of a trade for its calendar: what returns, and, by a checklist, what is still to be done."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.exports.ical import Day
from generator.kinds.industry import Industry
from generator.kinds.obligation import Obligation
from generator.legal.rhythm import read_rhythm, reminded
from generator.library import Library
from generator.site.badges import badges
from generator.site.costs import NONE
from generator.site.duties import Duty, guide_of, guide_path, parts_of

#: Days left for what is not done yet, counted from the day of the calendar; of alarms before a day that returns.
SOON, ALARM = 7, 7
_KIND, _VERSION = "pufa-owner", 1
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Reminder:
    """A duty as a day of the calendar.

    Attributes:
        obligation: the duty.
        day: the first time; None for what is to be done at once, which only a checklist can say is not done.
        title, text: what the calendar shows.
        rule: how it returns.
    """

    obligation: Obligation
    day: datetime.date | None
    title: str
    text: str
    rule: str = ""

    @property
    def id(self) -> str:
        """As ticks name the duty: ``duty/fume-purifier-installed``."""
        return f"duty/{self.obligation.id}"

    @property
    def data(self) -> dict[str, str]:
        """What the page needs: strings, ``day`` empty where there is none."""
        day = self.day.isoformat() if self.day else ""
        return {"id": self.id, "day": day, "rule": self.rule, "title": self.title, "text": self.text}


@dataclass(frozen=True, slots=True)
class Checklist:
    """What an owner has ticked on the page of one trade.

    Attributes:
        done: keys of what is done: ``duty/…``.
        choice: field of ``When`` → circumstances chosen.
    """

    done: frozenset[str] = frozenset()
    choice: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fits(self, obligation: Obligation) -> bool:
        """Whether the duty may fall on the enterprise; assets/js/core/owner.js decides it alike."""
        chosen = self.choice
        return all(
            not chosen.get(name) or bool(set(ids) & set(chosen[name])) for name, ids in obligation.when.named().items()
        )


def reminders(library: Library, industry: Industry) -> tuple[Reminder, ...]:
    """The days that return of a trade's duties, then what has to be done at once, in the order of its page."""
    guide = guide_of(library, industry)
    parts = {part.id: part for part in parts_of(library, industry, guide.obligations if guide else ())}
    site = library.site.url
    address = f"{site.rstrip('/')}/{guide_path(library, industry)}/" if site else ""
    return (
        *(_returning(library, duty, address) for duty in _duties(parts, "dated")),
        *(_at_once(library, duty, address) for duty in _duties(parts, "now")),
    )


def _duties(parts: Mapping[str, Any], id: str) -> Iterator[Duty]:
    if id in parts:
        yield from (*parts[id].first, *parts[id].rest)


def days_of(found: Iterable[Reminder], stamp: datetime.date, ticked: Checklist | None = None) -> tuple[Day, ...]:
    """The days of a calendar: what returns; with a checklist also what is not done, a week from ``stamp``, and nothing that
    the owner has no part in.
    """
    days = []
    for one in found:
        if ticked and not ticked.fits(one.obligation):
            continue
        if one.day is not None:
            days.append(Day(one.id, one.day, one.title, one.text, one.rule, ALARM))
        elif ticked and one.id not in ticked.done:
            soon = stamp + datetime.timedelta(days=SOON)
            days.append(Day(one.id, soon, one.title, one.text))
    return tuple(days)


def read_checklist(value: Any, guide: str) -> Checklist:
    """The checklist of a guide in the file that its page saves.

    Args:
        value: the JSON of the file.
        guide: the last part of the page's address.

    Raises:
        ValueError: it is no such file, or is of a later version; says so in Chinese.
    """
    if not isinstance(value, dict) or value.get("kind") != _KIND:
        raise ValueError("这不是清单文件：请选用指南页“导出清单”存下的文件")
    if value.get("version") != _VERSION:
        raise ValueError("这个清单文件的版本比程序新，读不了")
    ticks, choices = (found if isinstance(found := value.get(part), dict) else {} for part in ("ticks", "choices"))
    if guide not in ticks and guide not in choices:
        raise ValueError(f"清单文件里没有 {guide} 这一页；有：{'、'.join(map(str, {**ticks, **choices})) or '无'}")
    entries, choice = (found if isinstance(found := part.get(guide), dict) else {} for part in (ticks, choices))
    done = {key for key, tick in entries.items() if isinstance(tick, dict) and tick.get("state") == "done"}
    named = {
        name: tuple(id for id in ids if isinstance(id, str)) for name, ids in choice.items() if isinstance(ids, list)
    }
    return Checklist(frozenset(done), named)


def _returning(library: Library, duty: Duty, address: str) -> Reminder:
    one = duty.obligation
    rhythm = read_rhythm("；".join(text for text in (one.deadline, one.frequency) if text)) or reminded(_YEAR)
    own = "" if rhythm.fixed else "条文没有写哪一天，这一天是提醒，可以自己改。"
    title = f"{'最迟今天' if rhythm.fixed else '提醒'}：{one.title}"
    return Reminder(one, rhythm.first(library.as_of), title, own + _text(library, duty, address), rhythm.rule)


def _at_once(library: Library, duty: Duty, address: str) -> Reminder:
    return Reminder(duty.obligation, None, f"还没做：{duty.obligation.title}", _text(library, duty, address))


def _text(library: Library, duty: Duty, address: str) -> str:
    one = duty.obligation
    price = "，".join(text for text in (duty.cost.text, duty.cost.beside) if text and text != NONE)
    parts = (
        *(part for part in (one.deadline, one.frequency, one.trigger) if part),
        *((f"不做：{price}",) if price else ()),
        f"依据：{'、'.join(map(library.cite, one.basis))}{badges(library, one)}",
    )
    return "。".join(parts) + "。" + address
