"""Loading: files of a kind → validated records, regulations first, since all citations resolve through them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from generator.kinds import Kind, Record, kinds
from generator.kinds._site import Site
from generator.kinds.regulation import Regulation
from generator.library.messages import explain
from generator.problems import Place, Problems
from generator.reading import Marked, content_files, read_markdown, read_yaml

SITE_FILE = "content/site.yml"
#: Folders of a project that hold records.
ROOTS = ("content", "quizzes")


def load(root: Path, problems: Problems) -> tuple[Site, dict[str, tuple[Record, ...]]]:
    """Read all records of the project at ``root``.

    Returns:
        The site's own facts, and for each kind's name its records in order of file and line.  Records at fault are
        left out, with a Problem for each fault.
    """
    _unknown_folders(root, problems)
    found: dict[str, tuple[Record, ...]] = {}
    context: dict[str, Any] = {}
    for kind in sorted(kinds(), key=lambda kind: kind.model is not Regulation):
        if kind.folder:
            found[kind.name] = tuple(_records(root, kind, context, problems))
        if kind.model is Regulation:
            context["resolve"] = Titles(found[kind.name], problems).resolve
    return _site(root, problems), found


class Titles:
    """Names under which regulations are cited: id, title, short title, aliases."""

    def __init__(self, regulations: tuple[Record, ...], problems: Problems) -> None:
        self._ids: dict[str, set[str]] = {}
        for regulation in regulations:
            assert isinstance(regulation, Regulation)
            names = {regulation.id, regulation.title, regulation.short_title, *regulation.aliases}
            for name in names - {None}:
                self._ids.setdefault(_plain(str(name)), set()).add(regulation.id)

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
    return name.strip().strip("《》").removeprefix("中华人民共和国").replace("〈", "").replace("〉", "").lower()


def _unknown_folders(root: Path, problems: Problems) -> None:
    known = {kind.folder for kind in kinds() if kind.folder}
    for top in ROOTS:
        if not (root / top).is_dir():
            continue
        for path in sorted((root / top).iterdir()):
            folder = f"{top}/{path.name}"
            if path.is_dir() and folder not in known and path.name[0] not in "._":
                names = "、".join(sorted(name for name in known if name.startswith(top)))
                problems.error(Place(folder), "E107", f"不认识的目录 {folder}", f"可用的目录：{names}。")


def _records(root: Path, kind: Kind, context: Mapping[str, Any], problems: Problems) -> Iterator[Record]:
    folder = root / kind.folder
    if not folder.is_dir():
        return
    first: dict[str, Place] = {}
    for marked in _sources(root, folder, kind, problems):
        record = _validate(kind, marked, context, problems)
        if record is None:
            continue
        at = record.at
        earlier = first.setdefault(record.id, at)
        if earlier is not at:
            where = f"第 {earlier.line} 行" if earlier.file == at.file else str(earlier)
            problems.error(at, "E203", f"{kind.title}编号“{record.id}”重复（首见 {where}）", "换一个编号，或删去一条。")
            continue
        yield record


def _sources(root: Path, folder: Path, kind: Kind, problems: Problems) -> Iterator[Marked]:
    if kind.form == "markdown":
        for path in content_files(root, folder, (".md",), problems):
            document = read_markdown(root, path, problems)
            if document is None:
                continue
            if not isinstance(document.head.value, dict):
                problems.error(document.head.at, "E204", "前置数据应为字段表（名称: 值）", "每行写成 字段: 值。")
                continue
            head = document.head
            body_mark = (document.body_at.line, 1, None)
            yield Marked(
                {**head.value, "body": document.body}, head.file, (*head.mark[:2], {**head.mark[2], "body": body_mark})
            )
        return
    for path in content_files(root, folder, (".yml", ".yaml"), problems):
        marked = read_yaml(root, path, problems)
        if marked is not None:
            yield from _list(marked, problems)


def _list(marked: Marked, problems: Problems) -> Iterator[Marked]:
    """The records of a file: a list, or ``defaults`` with ``records``, where defaults fill what a record leaves out."""
    defaults: dict[str, Any] = {}
    if isinstance(marked.value, dict) and set(marked.value) <= {"defaults", "records"} and "records" in marked.value:
        defaults = marked.value.get("defaults") or {}
        marked = marked.child("records")
    if not isinstance(marked.value, list) or not isinstance(defaults, dict):
        problems.error(
            marked.at, "E204", "文件应是记录的列表", "每条记录以“- ”开头；或写 defaults: 与 records: 两部分。"
        )
        return
    for index in range(len(marked.value)):
        record = marked.child(index)
        if not isinstance(record.value, dict):
            problems.error(record.at, "E204", "记录应为字段表（名称: 值）", "每条记录以“- 字段: 值”开头。")
            continue
        yield Marked({**defaults, **record.value}, record.file, record.mark) if defaults else record


def _validate(kind: Kind, marked: Marked, context: Mapping[str, Any], problems: Problems) -> Record | None:
    try:
        record = kind.model.model_validate(marked.value, context=dict(context))
    except ValidationError as error:
        problems.extend(explain(error, marked, kind.model))
        return None
    record._marked = marked
    return record


def _site(root: Path, problems: Problems) -> Site:
    path = root / SITE_FILE
    marked = read_yaml(root, path, problems) if path.exists() else None
    if marked is None:
        return Site()
    try:
        return Site.model_validate(marked.value)
    except ValidationError as error:
        problems.extend(explain(error, marked, Site))
        return Site()
