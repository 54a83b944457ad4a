"""Names beside a target: its lock, what is being written for it, and what stood there before."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

#: Longest name, in bytes, that leaves room for the endings below.
_ROOM = 200
#: What versions before this one left beside a site when they were killed.
_FORMER = (".{}.old", ".{}.building")


def real(path: Path) -> Path:
    """Where ``path`` leads, links followed, also where nothing stands there yet.  Raises OSError where they go in a circle."""
    found = Path(os.path.realpath(path))
    if any(part.is_symlink() for part in (found, *found.parents)):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return found


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it, and return what is new, the deepest first.

    Raises:
        OSError: it can't be made, as where a file stands in the way; then none above it was made either.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    above = missing[-1].parent if missing else folder
    if not above.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(above))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except BaseException:  # a fault, or an end of the whole command
        unmake(missing)
        raise
    return missing


def unmake(folders: Iterable[Path]) -> None:
    """Take away folders that ``make_folder`` made, as far as they stayed empty."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def lock_of(target: Path) -> Path:
    """The file whose lock stands for ``target``."""
    return target.with_name(f"{_stem(target)}-lock")


def new_of(target: Path) -> Path:
    """What this process writes for ``target``."""
    return target.with_name(f"{_stem(target)}-new-{os.getpid()}")


def old_of(target: Path) -> Path:
    """What stood at ``target``, for the moment between two renames."""
    return target.with_name(f"{_stem(target)}-old")


def mend(target: Path) -> None:
    """Put back what a killed run moved away, and clear what it left.  Only under the lock of ``target``."""
    short = len(os.fsencode(target.name)) <= _ROOM
    former = [target.with_name(form.format(target.name)) for form in _FORMER if short]
    for old in (old_of(target), *former[:1]):
        if (old.is_dir() or old.is_file()) and not os.path.lexists(target):
            old.rename(target)
    ours = former if (target / "assets" / "pufa").is_dir() else []  # else others may use these names too
    for wreck in (old_of(target), *_wrecks(target), *ours):
        clear(wreck)


def clear(path: Path) -> None:
    """Remove a file or folder that is ours; what can't be removed is left for the next run."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return


def asked(name: Path, target: Path) -> Path:
    """What people asked for that ``name`` stands for, in the words they asked with.

    What is written aside stands for the part of the target that it becomes.  What lies above the target stands in the way
    and is told as it is.  All else stands for the target: its lock, or the file that was copied into it.
    """
    goal = Path(os.path.realpath(target))
    for folder in (goal, new_of(goal)) if goal.name else ():
        if name.is_relative_to(folder):
            return target / name.relative_to(folder)
    return name if goal.is_relative_to(name) else target


def _wrecks(target: Path) -> Iterator[Path]:
    begin = f"{_stem(target)}-new-"
    for path in target.parent.iterdir():
        if path.name.startswith(begin) and path.name.removeprefix(begin).isdecimal():
            yield path


def _stem(target: Path) -> str:
    name = target.name
    if len(os.fsencode(name)) > _ROOM:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()
    return f".{name}.pufa"
