"""Names under which records cite a regulation, and which of its texts a citation means (食品安全法（2009年）)."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from generator.kinds import Record
from generator.kinds.regulation import Regulation, Version
from generator.reading.characters import fold

#: A name with the text that is meant: 食品安全法（2009年）, 食品安全法（2009-06-01）, 行政处罚法（2017年修正）.
_DATED = re.compile(
    r"(?P<name>.+?)》?[（(](?P<year>\d{4})(?:年|-|(?=[）)]))(?:(?P<month>\d{1,2})(?:月|-)(?P<day>\d{1,2})?日?)?[^（）()0-9]{0,6}[）)]"
)


class Titles:
    """Names under which regulations are cited: id, title, short title, aliases.

    Those of regulations that were left out count too: a citation of one is not at fault.
    """

    def __init__(self, regulations: Iterable[Record], broken: Iterable[Mapping[str, Any]] = ()) -> None:
        self._ids: dict[str, set[str]] = {}
        self._versions: dict[str, tuple[Version, ...]] = {}
        for regulation in regulations:
            assert isinstance(regulation, Regulation)
            self._versions[regulation.id] = regulation.versions
            self._add(regulation.id, regulation.title, regulation.short_title, regulation.aliases)
        for value in broken:
            aliases = value.get("aliases")
            listed = aliases if isinstance(aliases, list) else []
            self._add(str(value.get("id")), value.get("title"), value.get("short_title"), listed)

    def _add(self, id: str, title: Any, short_title: Any, aliases: Iterable[Any]) -> None:
        for name in (id, title, short_title, *aliases):
            if isinstance(name, str):
                self._ids.setdefault(_plain(name), set()).add(id)

    def resolve_version(self, name: str, on: Any = None) -> tuple[str, datetime.date | None]:
        """The id of the regulation that ``name`` means, and which text of it; None for the last one.

        Args:
            name: a name, with a text where an earlier one is meant: 食品安全法（2009年）, 食品安全法（2009年6月1日施行）.
            on: a day on which the text meant was in force.

        Raises:
            PydanticCustomError: none is named so, or several are; there is no such text, or there are several.
        """
        dated = _DATED.fullmatch(name.strip().strip("《》"))
        if dated is None or self._ids.get(_plain(name)):
            id = self.resolve(name)
            return id, self._last_or(id, name, self._on(id, on)) if isinstance(on, datetime.date) else None
        id = self.resolve(dated["name"])
        year, month, day = int(dated["year"]), dated["month"], dated["day"]
        found = [
            version.effective
            for version in self._versions.get(id, ())
            if any(
                one and one.year == year and (month is None or (one.month, one.day) == (int(month), int(day or 1)))
                for one in (version.adopted, version.effective)
            )
        ]
        return id, self._last_or(id, name, found)

    def _on(self, id: str, day: datetime.date) -> list[datetime.date]:
        """The day on which the text in force on ``day`` took effect."""
        return [version.effective for version in self._versions.get(id, ()) if version.effective <= day][-1:]

    def _last_or(self, id: str, name: str, found: list[datetime.date]) -> datetime.date | None:
        """The one version found; None where it is the last."""
        versions = self._versions.get(id, ())
        if len(found) == 1:
            return None if found[0] == versions[-1].effective else found[0]
        listed = "、".join(f"{version.effective} 施行" for version in versions)
        message = "“{name}”对应的文本有 {n} 个；登记的文本：{listed}"
        raise PydanticCustomError("unknown_version", message, {"name": name, "n": len(found), "listed": listed})

    def resolve(self, name: str) -> str:
        """The id of the regulation that ``name`` means.

        Raises:
            PydanticCustomError: none is named so, or several are.
        """
        ids = self._ids.get(_plain(name), set())
        if len(ids) == 1:
            return next(iter(ids))
        if ids:
            raise PydanticCustomError(
                "ambiguous_regulation", "“{name}”指向多部法规：{ids}", {"name": name, "ids": "、".join(sorted(ids))}
            )
        raise PydanticCustomError("unknown_regulation", "没有名为“{name}”的法规", {"name": name})


def _plain(name: str) -> str:
    return fold(name).strip().strip("《》").removeprefix("中华人民共和国").replace("〈", "").replace("〉", "").lower()
