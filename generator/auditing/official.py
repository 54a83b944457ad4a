"""The official texts: the adapter through which every fact is held against the law as it was promulgated.

A bureau can point the audit at its own copy.  The copy is a folder of UTF-8 files (docs/verify.md tells it in Chinese):

``articles.jsonl`` or ``articles.jsonl.xz``: one article a line, as a JSON object with
    ``law``     full title of the regulation;
    ``no``      number of the article, from 1;
    ``suffix``  "" or 之一, 之二 … (may be left out);
    ``path``    titles of 编, 章 and 节 above it, outermost first (may be left out);
    ``text``    the article, one 款 or 项 a line, without 第N条;
    ``source``  where the text was taken from (may be left out).
    The articles of one text of a regulation stand together.  A number that returns begins another text.

``laws.json``: a JSON array with one object for each text, those under one title in the order of the articles:
    ``title``, ``status``, ``source``, ``articles`` (how many), ``adopted``, ``effective``, ``effective_to``, ``repealed_by``;
    dates as 2026-08-15; everything but the title may be left out or null.

``*.txt`` (may be left out): documents that have no articles, such as a province's tables, as plain text.

Where two texts stand under one title, the one in force on the record's day is taken: the one whose dates are those of the
version that the regulation's record names, else the latest that had begun by then; a text without dates counts as the oldest.
"""

import datetime
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from generator.auditing.article import OfficialArticle
from generator.auditing.likeness import Likeness
from generator.gate import content, gate
from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.numerals import INTEGER, parse_number
from generator.library import status_on
from generator.problems import Place, Problems

#: A clause that gives all penalties of a law to bodies: 本法规定的行政处罚，除…的外，由…、…按照各自职权决定.
_GIVES_ALL = re.compile(r"本(?:法|条例|办法|规定)规定的(?:行政)?处罚[^。]*决定(?!书)")
#: A clause that says which days of a law are working days.
_WORKING = re.compile(r"[^。；\n]*(?:期限|规定)[^。；\n]*(?:是?指|以|按)工作日[^。；\n]*")
#: What an article says that punishes.
_PUNISHES = re.compile(r"罚款|给予(?:行政)?处分|处罚|拘留|暂扣|吊销|^违反", re.M)

_HINT = "格式见 docs/verify.md。"
_MAX_BYTES = 500_000_000
_BAD_LINES_SHOWN = 20


@dataclass(frozen=True)
class Edition:
    """One text of a regulation.

    Attributes:
        title: full title; ``status`` and ``source`` as the copy says.
        adopted, effective, effective_to: dates, where the copy knows them.  ``effective_to`` is the first day out of force.
        repealed_by: title of what replaced it.
        rows: its articles as read.
    """

    title: str
    status: str = ""
    source: str = ""
    adopted: datetime.date | None = None
    effective: datetime.date | None = None
    effective_to: datetime.date | None = None
    repealed_by: str | None = None
    rows: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)

    @cached_property
    def articles(self) -> Mapping[tuple[int, int], OfficialArticle]:
        """(number, suffix) → article, in the order of the text."""
        return {(row["no"], row["suffix"]): OfficialArticle(self.title, **_article(row)) for row in self.rows}

    @cached_property
    def likeness(self) -> Likeness:
        """Its articles, by what they share with a statement."""
        return Likeness.of({key: f"{' '.join(one.path)} {one.text}" for key, one in self.articles.items()})

    @cached_property
    def penal(self) -> frozenset[tuple[int, int]]:
        """Those of its articles that punish."""
        return frozenset(key for key, one in self.articles.items() if _PUNISHES.search(one.text))

    @cached_property
    def working(self) -> frozenset[int]:
        """The numbers of days that are working days by a clause of its own (“五日”“七日”的规定是指工作日); up to 100 where all are."""
        days: set[int] = set()
        for one in self.articles.values():
            for clause in _WORKING.findall(one.text):
                named = {parse_number(number) for number in re.findall(rf"[“\"]({INTEGER})日[”\"]", clause)}
                most = re.search(rf"({INTEGER})日以内", clause)
                days |= named or set(range(1, (parse_number(most[1]) if most else 100) + 1))
        return frozenset(days)

    @cached_property
    def given(self) -> tuple[str, ...]:
        """Its clauses that give all its penalties to bodies."""
        return tuple(found[0] for one in self.articles.values() for found in _GIVES_ALL.finditer(one.text))

    @property
    def start(self) -> datetime.date:
        """The day it began, as far as the copy knows: an undated text counts as the oldest."""
        return self.effective or self.adopted or datetime.date.min

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of its articles."""
        return frozenset(number for number, _ in self.articles)

    @cached_property
    def last(self) -> int:
        """The highest number of an article."""
        return max((row["no"] for row in self.rows), default=0)


@dataclass(frozen=True, eq=False)
class Official:
    """All official texts of a copy.

    Attributes:
        editions: title without 中华人民共和国 and marks → its texts.
        papers: documents that are no articles (tables, lists), as plain text.
    """

    editions: Mapping[str, tuple[Edition, ...]]
    papers: tuple[str, ...] = ()

    def of(self, title: str) -> tuple[Edition, ...]:
        """The texts under a title, in the order of the copy; none where it holds none."""
        return self.editions.get(plain_title(title), ())

    def edition(self, regulation: Regulation, on: datetime.date) -> Edition | None:
        """The text of ``regulation`` that counts on a day, or None where the copy holds none."""
        editions = self.of(regulation.title)
        if not editions:
            return None
        version = status_on(regulation, on).version
        same = [
            edition
            for edition in editions
            if (edition.effective and edition.effective == version.effective)
            or (edition.adopted and edition.adopted == version.adopted)
        ]
        if same:
            return same[-1]
        begun = [edition for edition in editions if edition.start <= on]
        return max(begun, key=lambda e: e.start) if begun else min(editions, key=lambda e: e.start)

    def cited(self, regulation: Regulation, basis: BasisValue, on: datetime.date) -> Edition | None:
        """The text that a citation means: the earlier version that it names, else the one that counts on a day.

        None where the copy holds none; another text never stands for a version that is named.
        """
        if basis.version is None:
            return self.edition(regulation, on)
        place = next(i for i, one in enumerate(regulation.versions) if one.effective == basis.version)
        version, later = regulation.versions[place], regulation.versions[place + 1].effective
        same = [
            edition
            for edition in self.of(regulation.title)
            if (edition.effective and edition.effective == version.effective)
            or (edition.adopted and edition.adopted == version.adopted)
            or (edition.start != datetime.date.min and version.effective <= edition.start < later)
        ]
        return same[-1] if same else None

    def __len__(self) -> int:
        return sum(len(editions) for editions in self.editions.values())


def read_official(directory: Path, problems: Problems) -> Official:
    """Read a copy of official texts.

    Args:
        directory: the folder that holds the two files.
        problems: receives E610 for every file and line that can't be read; nothing is raised.

    Returns:
        What could be read, empty where nothing could.
    """
    laws = list(_laws(directory, problems))
    groups = _groups(_rows(directory, problems))
    editions: dict[str, list[Edition]] = {}
    for law in laws:
        waiting = groups.get(law["title"], [])
        rows = next((g for g in waiting if not law["source"] or g[0]["source"] in ("", law["source"])), None)
        if rows is not None:
            waiting.remove(rows)
        declared = law.pop("articles")
        if declared is not None and declared != len(rows or ()):
            message = f"《{law['title']}》写明 {declared} 条，条文文件里有 {len(rows or ())} 条"
            problems.error(_place(directory / "laws.json"), "E610", message, "补全条文，或改正条数。")
        editions.setdefault(plain_title(law["title"]), []).append(Edition(**law, rows=tuple(rows or ())))
    for title, rest in groups.items():
        for rows in rest:
            edition = Edition(title, source=rows[0]["source"], rows=tuple(rows))
            editions.setdefault(plain_title(title), []).append(edition)
    return Official({title: tuple(found) for title, found in editions.items()}, tuple(_papers(directory, problems)))


@lru_cache(maxsize=1 << 12)  # every citation leads to its text by this
def plain_title(title: str) -> str:
    """A title without spaces, book marks and 中华人民共和国 in front, so that copies agree on it."""
    return re.sub(r"[\s《》〈〉<>]", "", title).removeprefix("中华人民共和国")


def _article(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"number": row["no"], "suffix": row["suffix"], "path": row["path"], "text": row["text"]}


def _groups(rows: Iterable[dict[str, Any]]) -> dict[str, list[list[dict[str, Any]]]]:
    """Title → its texts, each a list of rows.  A new text begins where the source changes or a number returns."""
    found: dict[str, list[list[dict[str, Any]]]] = {}
    seen: set[tuple[int, int]] = set()
    before: tuple[str, str] | None = None
    for row in rows:
        here, number = (row["law"], row["source"]), (row["no"], row["suffix"])
        if here != before or number in seen:
            found.setdefault(row["law"], []).append([])
            seen = set()
        found[row["law"]][-1].append(row)
        seen.add(number)
        before = here
    return found


def _rows(directory: Path, problems: Problems) -> Iterator[dict[str, Any]]:
    packed, bare = directory / "articles.jsonl.xz", directory / "articles.jsonl"
    path = packed if packed.exists() or not bare.exists() else bare
    data = _read(path, problems)
    bad = 0
    for line, raw in enumerate((data or b"").splitlines(), 1):
        if not raw.strip():
            continue
        row = _row(raw)
        if row is not None:
            yield row
            continue
        bad += 1
        if bad <= _BAD_LINES_SHOWN:
            problems.error(_place(path, line), "E610", "这一行不是一条条文", f"要有 law、no、text。{_HINT}")
    if bad > _BAD_LINES_SHOWN:
        problems.error(_place(path), "E610", f"另有 {bad - _BAD_LINES_SHOWN} 行不是条文", _HINT)


def _row(raw: bytes) -> dict[str, Any] | None:
    """A line as a row with all fields, or None where it is none."""
    try:
        row = from_json(raw)
        law, number, text = row["law"], row["no"], row["text"]
        written = row.get("suffix") or ""
        suffix = parse_number(written.removeprefix("之").removeprefix("-")) if written else 0
        path = tuple(row.get("path") or ())
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    good = isinstance(law, str) and isinstance(text, str) and type(number) is int and number > 0
    if not (good and law.strip() and text.strip() and all(isinstance(title, str) for title in path)):
        return None
    return {"law": law, "no": number, "suffix": suffix, "path": path, "text": text, "source": row.get("source") or ""}


def _laws(directory: Path, problems: Problems) -> Iterator[dict[str, Any]]:
    path = directory / "laws.json"
    data = _read(path, problems)
    if data is None:
        return
    try:
        laws = from_json(data)
    except ValueError:
        laws = None
    if not isinstance(laws, list):
        problems.error(_place(path), "E610", "不是法规清单", f"应是 JSON 数组，每部法规一个对象。{_HINT}")
        return
    for number, law in enumerate(laws, 1):
        try:
            yield _law(law)
        except (ValueError, KeyError, TypeError, AttributeError):
            problems.error(
                _place(path), "E610", f"第 {number} 个对象不是法规", f"要有 title；日期写成 2026-08-15。{_HINT}"
            )


def _law(law: Any) -> dict[str, Any]:
    dates = {key: law.get(key) for key in ("adopted", "effective", "effective_to")}
    title, count = law["title"], law.get("articles")
    if not isinstance(title, str) or not title.strip() or not (count is None or type(count) is int):
        raise ValueError(title)
    return {
        "title": title,
        "articles": count,
        "repealed_by": law.get("repealed_by"),
        **{key: str(law.get(key) or "") for key in ("status", "source")},
        **{key: datetime.date.fromisoformat(value) if value else None for key, value in dates.items()},
    }


def _papers(directory: Path, problems: Problems) -> Iterator[str]:
    """The plain texts of the folder, in order of name; there may be none."""
    for path in sorted(directory.glob("*.txt")):
        if (data := _read(path, problems)) is not None:
            yield data.decode()


def _read(path: Path, problems: Problems) -> bytes | None:
    with gate(_place(path), problems, "E610", _HINT, "官方文本的这个文件读不了"):
        data = content(path, _MAX_BYTES)
        data = lzma.decompress(data) if path.suffix == ".xz" else data
        data.decode("utf-8")
        return data
    return None


def _place(path: Path, line: int = 0) -> Place:
    return Place(path.as_posix(), line)
