"""A folder, written aside and put in the place of the earlier one.

What others laid into it stays: only files that an earlier run wrote, as its own list says, are replaced.
"""

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NoReturn

from generator.gate import Refusal, named, printable, words
from generator.keeping.beside import asked, clear, make_folder, mend, new_of, old_of, real, unmake
from generator.keeping.exchange import exchanged
from generator.keeping.fill import fill, unfill, unfinished
from generator.keeping.lock import alone
from generator.problems import Place, Problem

#: Earlier folder → names below it of the files that an earlier run wrote; None where it is no folder of this kind.
Wrote = Callable[[Path], Collection[str] | None]
#: Seconds to wait for another run that puts the same folder into place.
WAIT = 10.0
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of folder that a command writes.

    Attributes:
        title: what people call it.
        wrote: what an earlier run wrote of one.
        listed: whether one still says itself what was written of it.  Where it does not, a name that is written anew counts
            as an earlier run's; what else lies there may be anybody's, and stays.
    """

    title: str
    wrote: Wrote
    listed: Callable[[Path], bool] = lambda folder: True


#: A folder that must be new or empty.
EMPTY = Kind("空目录", lambda folder: None)


class Occupied(Exception):
    """The target belongs to somebody else; says whose and what to do, in Chinese."""


@dataclass(slots=True)
class Fresh:
    """A new folder that is being filled.

    Attributes:
        path: where to fill it.
        kept: whether it is put into place at the end.
        others: names of what others laid into the earlier one, which stays.
    """

    path: Path
    kept: bool = field(default=False)
    others: list[str] = field(default_factory=list)

    def write(self, name: str, content: bytes) -> None:
        """Write the file ``name`` below it, with the folders above it."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def keep(self) -> None:
        """It is whole: put it into place."""
        self.kept = True


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Within it, a fault of the system is a Refusal, E702, that names ``target``, a part of it, or what stands in its way."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        at = Place(printable(asked(Path(named(error, target.as_posix())), target).as_posix()))
        message = f"写不进 {printable(str(target))}：{words(error)}"
        hint = "检查磁盘余量和权限，或者换一个 --out；原来的文件没有动。"
        raise Refusal(Problem(at, "E702", message, hint)) from error


@contextmanager
def fresh_folder(folder: Path, kind: Kind, wait: float = WAIT) -> Iterator[Fresh]:
    """Yield a new folder; where it is kept, it takes the place of ``folder`` at the end, else nothing changes.

    Args:
        folder: where to, through links; an earlier one of its kind is replaced, with what others laid into it carried over.
        kind: which files of an earlier one may go.
        wait: seconds to wait for another run with the same target.

    Raises:
        Occupied: ``folder`` is not of this kind, or holds others' files under the names of new ones.
        Refusal: it can't be written, E702; another run holds it, E703.
    """
    with writing(folder):
        target = real(folder)
        _refuse_others(folder, target, kind)
        made = make_folder(target.parent)
    try:
        with writing(folder), alone(target, wait):
            mend(target)
            unfill(target)
            _refuse_others(folder, target, kind)
            fresh = Fresh(new_of(target))
            try:
                fresh.path.mkdir()
                yield fresh
                if fresh.kept:
                    _put(fresh, target, folder, kind)
            finally:
                clear(fresh.path)
    except BaseException:
        unmake(made)
        raise


def write_folder(folder: Path, files: Mapping[str, bytes], kind: Kind) -> None:
    """Write a folder of ``files`` (name below it → content) as ``fresh_folder`` does."""
    with fresh_folder(folder, kind) as fresh:
        for name, content in files.items():
            fresh.write(name, content)
        fresh.keep()


def names_below(folder: Path) -> Iterator[str]:
    """Names of all files below ``folder`` (and of what else is no folder), and of empty folders, in order."""
    for path, folders, files in os.walk(folder, onerror=_refused):
        folders.sort()
        here = Path(path).relative_to(folder)
        links = [name for name in folders if (Path(path) / name).is_symlink()]
        yield from sorted((here / name).as_posix() for name in (*files, *links))
        if not folders and not files and here != Path():
            yield here.as_posix()


def _refused(error: OSError) -> NoReturn:
    """What can't be read can't be carried over either."""
    raise error


def _refuse_others(folder: Path, target: Path, kind: Kind) -> None:
    if not target.name:
        raise Occupied(f"{printable(str(folder))} 是整个磁盘的根目录，不往里面写；写到其中的一个目录")
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise Occupied(f"{printable(str(folder))} 是文件，不是目录；换一个目录，以免覆盖")
    empty = unfinished(target) or not any(target.iterdir())
    if not empty and kind.wrote(target) is None:
        shown = printable(str(folder))
        raise Occupied(f"{shown} 已存在，里面有别的文件，不是{kind.title}；换一个目录，以免覆盖")


def _put(new: Fresh, target: Path, folder: Path, kind: Kind) -> None:
    """Put the new folder where the old one is, with what others laid there."""
    fresh = new.path
    if not os.path.lexists(target):
        fresh.rename(target)
        return
    if not any(target.iterdir()):
        fill(target, fresh)
        return
    new.others = _carry(fresh, target, folder, kind)
    shutil.copymode(target, fresh)
    if exchanged(fresh, target):
        return  # what is left at ``fresh`` is the old one
    old = old_of(target)
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    clear(old)


def _carry(fresh: Path, target: Path, folder: Path, kind: Kind) -> list[str]:
    """Copy what others laid into the earlier folder into the new one; their names."""
    new = set(names_below(fresh))
    own = frozenset(kind.wrote(target) or ()) | (frozenset() if kind.listed(target) else new)
    foreign = [name for name in names_below(target) if name not in own]
    folders = {parent.as_posix() for name in new for parent in PurePosixPath(name).parents}
    clash = [name for name in foreign if _clashes(name, new, folders, target)]
    if clash:
        some = "、".join(printable(name) for name in clash[:_MOST_NAMED])
        shown = printable(str(folder))
        raise Occupied(f"{shown} 里面有别的文件，与要写的同名：{some}；把它移走，或者换一个目录，以免覆盖")
    for name in foreign:
        _copy(target / name, fresh / name)
    for above in {parent for name in foreign for parent in PurePosixPath(name).parents} - {PurePosixPath()}:
        shutil.copymode(target / above, fresh / above)  # a folder that is closed to others stays so
    return foreign


def _clashes(name: str, new: Collection[str], folders: Collection[str], target: Path) -> bool:
    """Whether a file of others stands where a new file or a folder of new files goes."""
    if (target / name).is_dir() and not (target / name).is_symlink():  # an empty folder
        return name in new
    return name in new or name in folders or any(parent.as_posix() in new for parent in PurePosixPath(name).parents)


def _copy(source: Path, goal: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        goal.mkdir(parents=True, exist_ok=True)
        shutil.copymode(source, goal)
        return
    goal.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, goal, follow_symlinks=False)
    except OSError:  # disks without hard links
        shutil.copy2(source, goal, follow_symlinks=False)
