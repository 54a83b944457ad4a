"""Time: which version of a regulation is in force on a day, and what replaced it."""

import datetime
from dataclasses import dataclass
from typing import Literal

from generator.kinds.regulation import Regulation, Version

State = Literal["in_force", "not_yet", "repealed"]

#: States as people read them.
STATES: dict[str, str] = {"in_force": "现行有效", "not_yet": "尚未施行", "repealed": "已废止"}


@dataclass(frozen=True, slots=True)
class Status:
    """How a regulation stands on a day.

    Attributes:
        state: ``in_force``, ``not_yet`` or ``repealed``.
        version: the version in force; the next one where none is yet; the last one where it is repealed.
        repealed_by: id of the regulation that replaced it, where it is repealed and one did.
    """

    state: State
    version: Version
    repealed_by: str | None = None

    @property
    def label(self) -> str:
        """现行有效, 尚未施行 or 已废止."""
        return STATES[self.state]


def version_on(regulation: Regulation, version: datetime.date, day: datetime.date) -> Status:
    """Tell how the text of ``regulation`` that took effect on ``version`` stands on ``day``; a later text repeals it.

    Raises:
        StopIteration: there is no such text, which reading has ruled out.
    """
    place = next(i for i, one in enumerate(regulation.versions) if one.effective == version)
    text = regulation.versions[place]
    following = regulation.versions[place + 1 : place + 2]
    until = text.repealed_on or next((one.effective for one in following), None)
    ended = text.model_copy(update={"repealed_on": until})
    if day < text.effective:
        return Status("not_yet", ended)
    if until is None or day < until:
        return Status("in_force", ended)
    return Status("repealed", ended, text.repealed_by or regulation.id)


def status_on(regulation: Regulation, day: datetime.date) -> Status:
    """Tell how ``regulation`` stands on ``day``."""
    for version in reversed(regulation.versions):
        if version.effective <= day:
            if version.repealed_on is None or day < version.repealed_on:
                return Status("in_force", version)
            later = [v for v in regulation.versions if v.effective > day]
            if later:
                return Status("not_yet", later[0])
            return Status("repealed", version, version.repealed_by)
    return Status("not_yet", regulation.versions[0])
