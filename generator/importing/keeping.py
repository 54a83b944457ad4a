"""Keeping what was read: the text in a folder, and a record to look over where the project has none of the regulation."""

import re
from pathlib import Path

import yaml

from generator.importing.law import Imported
from generator.keeping import write_file
from generator.texts import TextArticle, TextOfLaw, write_text
from generator.texts.cleaning import digest

_RANKS = (
    (r"^中华人民共和国.*(?:法|法典)$", "法律"),
    (r"^最高人民", "司法解释"),
    (r"(?:省|市|自治区|自治州|自治县|特区).*(?:条例|规定|办法|决定)$", "地方性法规"),
    (r"条例$", "行政法规"),
)


def keep(folder: Path, one: Imported) -> Path:
    """Write the text of a usable import; where the project doesn't know the regulation, a record beside it.

    Args:
        folder: where to; made where it is not there.
        one: what a file gave.

    Returns:
        The text's path.

    Raises:
        Refusal: the folder can't be written.
    """
    assert one.law is not None
    parts = one.law.articles or one.law.sections
    articles = tuple(TextArticle(part.number, part.suffix, part.path, part.text) for part in parts)
    text = TextOfLaw(
        one.regulation,
        one.law.title,
        f"导入的文件 {Path(one.file).name}",
        one.adopted,
        one.effective,
        articles,
        sha256=digest(articles),
        sections=not one.law.articles,
    )
    path = write_text(folder, text)
    if not one.known:
        _write_record(folder, one, len(one.law.articles))
    return path


def _write_record(folder: Path, one: Imported, articles: int) -> None:
    """A regulation's record as a draft: a person looks it over and moves it to content/regulations."""
    assert one.law is not None
    version = {"adopted": one.adopted, "effective": one.effective, "articles": articles or None}
    record = {
        "id": one.regulation,
        "title": one.law.title,
        "rank": next((rank for pattern, rank in _RANKS if re.search(pattern, one.law.title)), "规范性文件"),
        "issuer": "待补",
        "versions": [{name: value for name, value in version.items() if value is not None}],
        "source": f"由 {Path(one.file).name} 读入，请对照公布文件核对位阶、制定机关和日期",
    }
    said = "# 由 pufa import law 写出的草稿：核对以后移到 content/regulations/。\n"
    text = said + yaml.safe_dump([record], allow_unicode=True, sort_keys=False)
    write_file(folder / "drafts" / f"{one.regulation}.yml", text.encode())
