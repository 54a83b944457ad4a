"""Texts of law that a command takes: a file, or a regulation of the project whose text is at hand."""

from pathlib import Path

from generator.importing.law import import_law
from generator.library import Library
from generator.library.comparing import Side
from generator.library.names import plain_titles
from generator.problems import Place, Problems


def side_of(library: Library | None, named: str, problems: Problems) -> Side | None:
    """A text to compare.

    Args:
        library: of the project, where there is one.
        named: a file, or the id of a regulation.
        problems: takes an E801 where there is no such text; then None is returned.
    """
    if library is not None and (text := library.texts.get(named)):
        return Side(named, text.title, text.words)
    path = Path(named)
    if library is not None and not path.exists() and library.get("regulation", named):
        hint = "用 pufa import law --into texts 读进来。"
        problems.error(Place(named), "E801", f"手边没有《{library.regulation(named).title}》的正文", hint)
        return None
    read = import_law(path, named, plain_titles(library) if library is not None else {})
    if read.law is None or not read.law.articles:
        why = "；".join(read.problems) or "没有认出条文"
        problems.error(Place(named), "E801", why, "写法规文件，或者项目里法规的编号。")
        return None
    articles = {article.key: article.text for article in read.law.articles}
    return Side(read.regulation if read.known else "", read.law.title, articles)
