"""Texts of law that a command takes: a file, or a regulation of the project whose text is at hand."""

from collections.abc import Mapping
from pathlib import Path

from generator.importing.law import import_law
from generator.legal.citations.model import plain
from generator.library import Library
from generator.problems import Place, Problems


def articles_of(library: Library | None, named: str, problems: Problems) -> tuple[str, str, Mapping[str, str]] | None:
    """Id of the regulation (empty where the project has none), its title, and key → text of its articles.

    Args:
        library: of the project, where there is one.
        named: a file, or the id of a regulation.
        problems: takes an E801 where there is no such text; then None is returned.
    """
    if library is not None and (text := library.texts.get(named)):
        return named, text.title, {article.key: article.text for article in text.articles}
    path, ids = Path(named), {}
    if library is not None:
        ids = {plain(one.title): one.id for one in library.regulations}
        if named in ids.values() and not path.exists():
            title = library.regulation(named).title
            problems.error(
                Place(named), "E801", f"手边没有《{title}》的正文", "用 pufa import law --into texts 读进来。"
            )
            return None
    read = import_law(path, named, ids)
    if read.law is None or not read.law.articles:
        why = "；".join(read.problems) or "没有认出条文"
        problems.error(Place(named), "E801", why, "写法规文件，或者项目里法规的编号。")
        return None
    keys = {
        f"{article.number}-{article.suffix}" if article.suffix else str(article.number): article.text
        for article in read.law.articles
    }
    return (read.regulation if read.known else ""), read.law.title, keys
