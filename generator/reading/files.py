"""Which files belong to a project, and the wall around it."""

from collections.abc import Iterator
from pathlib import Path

from generator.problems import Place, Problems

#: Largest file that is read, in bytes.  The Code with the full text of its 1,242 articles takes about 600 KB.
MAX_BYTES = 5_000_000


def inside(root: Path, path: Path) -> bool:
    """Whether ``path``, with links followed, lies in ``root``."""
    return path.resolve().is_relative_to(root.resolve())


def relative(root: Path, path: Path) -> str:
    """The path as it is shown to people: relative to the project, with forward slashes."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.name


def content_files(root: Path, folder: Path, suffixes: tuple[str, ...], problems: Problems) -> Iterator[Path]:
    """Yield the files below ``folder`` that end in one of ``suffixes``, in order of path.

    Names that begin with a dot or an underscore are left alone.  A link that leads out of the project is a Problem.
    """
    for path in sorted(folder.rglob("*"), key=lambda p: p.as_posix()):
        if path.suffix not in suffixes or any(part[0] in "._" for part in path.relative_to(folder).parts):
            continue
        if not inside(root, path):
            problems.error(
                Place(relative(root, path)), "E106", "文件链接指向项目之外", "把文件复制到项目里，不要用链接。"
            )
            continue
        if path.is_file():
            yield path


def read_text(root: Path, path: Path, problems: Problems) -> str | None:
    """Read a UTF-8 file of at most MAX_BYTES; a Problem and None where that fails."""
    at = Place(relative(root, path))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            hint = "按主题把内容拆成几个文件。"
            problems.error(at, "E103", f"文件有 {size / 1e6:.1f} MB，上限为 {MAX_BYTES / 1e6:.0f} MB", hint)
            return None
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "另存为 UTF-8 编码；记事本里选“另存为”，编码选 UTF-8。"
        problems.error(at, "E101", f"不是 UTF-8 编码（第 {error.start + 1} 个字节）", hint)
    except OSError as error:
        problems.error(at, "E101", f"文件读不了：{error.strerror}", "检查文件是否存在、是否有读取权限。")
    return None
