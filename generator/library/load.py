"""Loading: files of a kind → validated records, regulations first, since all citations resolve through them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.gate import gate
from generator.kinds import Kind, Record, kinds
from generator.kinds._site import Site
from generator.kinds.regulation import Regulation
from generator.library.links import Loose
from generator.library.messages import explain
from generator.library.packed import Taking
from generator.library.packs._base import Taken
from generator.library.pages import PAGES, check_leads, check_pages, served_from
from generator.library.titles import Titles
from generator.problems import Place, Problem, Problems
from generator.reading import (
    CONTENT,
    Marked,
    content_files,
    inside,
    is_folder,
    leads_out,
    read_markdown,
    read_yaml,
    tell_unread,
)

SITE_FILE = "content/site.yml"
#: Folders of a project that hold records.
ROOTS = ("content", "quizzes")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files of a project hold.

    Attributes:
        site: the site's own facts.
        records: kind's name → its sound records, in order of file and line.
        loose: what the records at fault name.
        packs: what was taken from packs; its records stand behind the project's own.
    """

    site: Site
    records: dict[str, tuple[Record, ...]]
    loose: Loose = field(default_factory=Loose)
    packs: tuple[Taken, ...] = ()


def load(root: Path, problems: Problems) -> Loaded:
    """Read all records of the project at ``root``; a Problem for each fault, and none of them twice."""
    _strays(root, problems)
    docs = root / PAGES
    site = _site(root, problems)
    if site.url is None:
        site = site.model_copy(update={"url": served_from(root)})
    taking = Taking(site, Place(SITE_FILE), _all, problems)
    loaded = Loaded(taking.site(site, lambda other: _site(other, Problems())), {})
    packed: dict[str, Any] = {"exists": lambda _: True}
    context: dict[str, Any] = {"exists": lambda name: inside(docs, docs / name) and (docs / name).is_file()}
    for kind in sorted(kinds(), key=lambda kind: kind.model is not Regulation):
        if not kind.folder:
            continue
        reader = _Reader(root, kind, context, problems)
        own = tuple(reader.records())
        loaded.records[kind.name] = (*own, *taking.records(kind, own, packed))
        if kind.model is Regulation:
            broken = [marked.value for marked in reader.broken]
            titles = Titles(loaded.records[kind.name], broken)
            context.update(resolve=titles.resolve, text=titles.resolve_version)
            titles = Titles(taking.regulations(loaded.records[kind.name]), broken)
            packed.update(resolve=titles.resolve, text=titles.resolve_version)
        for marked in reader.broken:
            loaded.loose.add(kind, marked, context)
    loaded = replace(loaded, packs=taking.cut(loaded.records))
    check_pages(root, loaded.site, problems)
    check_leads((record for records in loaded.records.values() for record in records), loaded.site, root, problems)
    return loaded


def _all(root: Path, kind: Kind, context: Mapping[str, Any], problems: Problems) -> Iterator[Record]:
    """The sound records of a kind in another project."""
    yield from _Reader(root, kind, context, problems).records()


def _strays(root: Path, problems: Problems) -> None:
    """What lies where nothing reads it: folders of no kind, files beside the folders; and links out of the project."""
    known = {kind.folder for kind in kinds() if kind.folder}
    for top in ROOTS:
        if not is_folder(root, root / top, problems):
            continue
        names = "、".join(sorted(name for name in known if name.startswith(top)))
        children: list[Path] = []
        with gate(Place(top), problems, saying="目录读不了"):
            children = sorted((root / top).iterdir())
        for path in children:
            name = f"{top}/{path.name}"
            if name in known or name == SITE_FILE or path.name[0] in "._" or leads_out(root, path, problems):
                continue
            if path.is_dir():
                problems.error(Place(name), "E107", f"不认识的目录 {name}", f"可用的目录：{names}。")
            elif path.suffix.lower() in CONTENT and path.stem.upper() != "README":
                problems.error(Place(name), "E107", f"文件不在任何内容目录里：{name}", f"移到这些目录之一：{names}。")
            else:
                tell_unread(root, path, problems)


class _Reader:
    """Reads the records of one kind.

    Attributes:
        broken: records left out, as they were read.
    """

    def __init__(self, root: Path, kind: Kind, context: Mapping[str, Any], problems: Problems) -> None:
        self._root = root
        self._kind = kind
        self._context = dict(context)
        self._problems = problems
        self._said: set[Problem] = set()  # a fault in defaults would be told once for every record
        self._first: dict[str, Place] = {}
        self.broken: list[Marked] = []

    def records(self) -> Iterator[Record]:
        """Yield what is sound; a Problem for the rest."""
        folder = self._root / self._kind.folder
        if not is_folder(self._root, folder, self._problems):
            return
        for marked in _sources(self._root, folder, self._kind, self._problems):
            record = self._validate(marked)
            if record is None:
                self.broken.append(marked)
            elif self._new(record):
                yield record

    def _validate(self, marked: Marked) -> Record | None:
        try:
            record = self._kind.model.model_validate(marked.value, context=self._context)
        except ValidationError as error:
            told = explain(error, marked, self._kind.model)
            found = [problem for problem in told if problem not in self._said and not self._unseen_told(problem)]
            self._said.update(found)
            self._problems.extend(found)
            return None
        record._marked = marked
        return record

    def _unseen_told(self, problem: Problem) -> bool:
        """Whether a sign that can't be seen was told while its file was read, at its own place."""
        return problem.code == "E109" and any(
            earlier.code == "E109" and earlier.at.file == problem.at.file for earlier in self._problems.items
        )

    def _new(self, record: Record) -> bool:
        at = record.at
        earlier = self._first.setdefault(record.id, at)
        if earlier is at:
            return True
        where = f"第 {earlier.line} 行" if earlier.file == at.file else str(earlier)
        message = f"{self._kind.title}编号“{record.id}”重复（首见 {where}）"
        self._problems.error(record.place("id"), "E203", message, "换一个编号，或删去一条。")
        return False


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
    defaults: Marked | None = None
    if isinstance(marked.value, dict) and set(marked.value) <= {"defaults", "records"} and "records" in marked.value:
        defaults = marked.child("defaults") if marked.value.get("defaults") is not None else None
        marked = marked.child("records")
    if defaults is not None and not isinstance(defaults.value, dict):
        problems.error(defaults.at, "E204", "defaults 应为字段表（名称: 值）", "每行写成 字段: 值，缩进对齐。")
        defaults = None
    if not isinstance(marked.value, list):
        problems.error(
            marked.at, "E204", "文件应是记录的列表", "每条记录以“- ”开头；或写 defaults: 与 records: 两部分。"
        )
        return
    for index in range(len(marked.value)):
        record = marked.child(index)
        if not isinstance(record.value, dict):
            problems.error(record.at, "E204", "记录应为字段表（名称: 值）", "每条记录以“- 字段: 值”开头。")
            continue
        yield _filled(defaults, record) if defaults else record


def _filled(defaults: Marked, record: Marked) -> Marked:
    """The record with what it leaves out taken from the defaults, each part with its own place."""
    line, column, children = record.mark
    return Marked({**defaults.value, **record.value}, record.file, (line, column, {**defaults.mark[2], **children}))


def _site(root: Path, problems: Problems) -> Site:
    path = root / SITE_FILE
    if not (path.exists() or path.is_symlink()) or leads_out(root, path, problems):
        return Site()
    marked = read_yaml(root, path, problems)
    if marked is None:
        return Site()
    try:
        return Site.model_validate(marked.value)
    except ValidationError as error:
        problems.extend(explain(error, marked, Site))
        return Site()
