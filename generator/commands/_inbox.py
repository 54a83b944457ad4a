"""The inbox of a project: a list saved there is shown as what it changes, and taken over when a key says so."""

import datetime
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click

from generator.commands._gate import problem_of
from generator.commands._lists import preview
from generator.importing.base import Refused
from generator.importing.files import instead
from generator.keeping.beside import make_folder
from generator.library import build_library
from generator.lists.grid import read_grids
from generator.lists.heads import find_head
from generator.lists.imported import read_list
from generator.lists.layout import LAYOUTS, Layout
from generator.lists.write import new_texts, write_texts
from generator.problems import Problems

FOLDER, TAKEN = "inbox", "已写入"
_READ = (".xlsx", ".xls", ".csv", ".docx")
#: Seconds between two looks; a file is read once it has not grown between them.
_PAUSE = 1.0
_YES = ("y", "Y", "是")

#: Size and time of a file.
_State = tuple[int, int]


class Inbox:
    """Looks into the folder.

    Args:
        root: the project.
        day: gives the day for which citations must be in force.
        say: shows a line.
        ask: shows a question and gives the key that answers it; empty where nobody can.
    """

    def __init__(
        self, root: Path, day: Callable[[], datetime.date], say: Callable[[str], None], ask: Callable[[str], str]
    ) -> None:
        self.root, self.day, self.say, self.ask = root, day, say, ask
        self._seen: dict[Path, _State] = {}
        self._shown: dict[Path, _State] = {}

    def look(self) -> None:
        """Show every file that was saved since the last look and has not grown since."""
        folder = self.root / FOLDER
        if not folder.is_dir():
            return
        for path in sorted(folder.iterdir()):
            suffix = path.suffix.lower()
            known = suffix in _READ or suffix == ".pdf" or instead(suffix)
            if not known or path.name.startswith(("~$", ".")) or not path.is_file():
                continue
            status = path.stat()
            state = (status.st_size, status.st_mtime_ns)
            if self._seen.get(path) == state and self._shown.get(path) != state:
                self._shown[path] = state
                self._show(path)
            self._seen[path] = state

    def _show(self, path: Path) -> None:
        try:
            self._take(path)
        except Exception as error:  # the site goes on whatever a file does
            self.say(str(problem_of(error)))

    def _take(self, path: Path) -> None:
        try:
            layout = list_of(path)
            if path.suffix.lower() not in _READ:
                read_grids(path)  # says why not
        except Refused as reason:
            self.say(f"{path.name}：没有读：{reason}。")
            return
        if layout is None:
            self.say(f"{path.name}：认不出是哪一种清单；文件名里写上清单的名称，如“责任清单”。")
            return
        problems = Problems()
        library = build_library(self.root, self.day(), Problems())
        read = read_list(library, layout, [path], problems)
        self.say(f"收到 {path.name}：")
        for line in (*preview(library, read, remove=False), *map(str, problems)):
            self.say(line)
        if problems.blocking():
            self.say("有错，没有写；改好再存一次。")
            return
        texts = new_texts(self.root, library, layout, read.found, remove=False)
        if not texts:
            self.say("没有要写的。")
        elif self.ask("按 y 写入，按别的键不写：") in _YES:
            write_texts(self.root, texts)
            make_folder(path.parent / TAKEN)
            path.replace(path.parent / TAKEN / path.name)
            self.say(f"写入 {'、'.join(texts)}；文件移到 {FOLDER}/{TAKEN}。")
        else:
            self.say("没有写。")


def list_of(path: Path) -> Layout | None:
    """The list that a file is: the longest of whose names stands in the file's name, else the one whose columns it has most of.

    Raises:
        Refused: its name tells nothing, and it can't be read.
    """
    named = [(len(name), one) for one in LAYOUTS.all() for name in (one.title, *one.also) if name in path.stem]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    grids = read_grids(path)
    heads = [(len(head.columns), one) for one in LAYOUTS.all() for grid in grids if (head := find_head(one, grid, {}))]
    return max(heads, key=lambda pair: pair[0])[1] if heads else None


def watch(root: Path, day: Callable[[], datetime.date]) -> threading.Event:
    """Look into the inbox of a project until the event that is returned is set."""
    ended = threading.Event()
    inbox = Inbox(root, day, lambda line: print(line, flush=True), _key)

    def watching() -> None:
        while not ended.wait(_PAUSE):
            inbox.look()

    threading.Thread(target=watching, name="inbox", daemon=True).start()
    return ended


def _key(question: str) -> str:
    """The key pressed; where nobody sits at a terminal, the line that comes in."""
    print(question, end="", flush=True)
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    try:
        key = click.getchar()
    except KeyboardInterrupt:
        import _thread  # noqa: PLC0415 - the server stops as it does where nobody is asked

        _thread.interrupt_main()
        return ""
    print()
    return key
