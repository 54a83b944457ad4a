"""An empty folder that is there already is filled, not replaced: somebody may stand in it (``pufa init .``), or it is a mount.

The moves are many, so a list is laid down first; where a run is killed among them, the next one clears by it.
"""

from pathlib import Path

from generator.keeping.beside import clear

_LIST = ".pufa-unfinished"


def fill(target: Path, fresh: Path) -> None:
    """Move all of ``fresh`` into the empty folder ``target``."""
    names = sorted(path.name for path in fresh.iterdir())
    try:
        (target / _LIST).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        for name in names:
            (fresh / name).rename(target / name)
    except BaseException:
        unfill(target)
        raise
    (target / _LIST).unlink()


def unfinished(target: Path) -> bool:
    """Whether a run was killed while it filled ``target``."""
    return (target / _LIST).is_file()


def unfill(target: Path) -> None:
    """Make a folder empty again that a killed run was filling; nothing where none was."""
    if not unfinished(target):
        return
    for name in (target / _LIST).read_text(encoding="utf-8").splitlines():
        if name == Path(name).name:
            clear(target / name)
    clear(target / _LIST)
