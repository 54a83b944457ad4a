"""Which files belong to a project, and the wall around it."""

from collections.abc import Iterator
from pathlib import Path

from generator.problems import Place, Problems

#: Largest file that is read, in bytes.  The Code with the full text of its 1,242 articles takes about 600 KB.
MAX_BYTES = 5_000_000
#: Endings of files that hold content; any other file in a content folder is somebody's own and left alone.
CONTENT = (".yml", ".yaml", ".md")


def inside(root: Path, path: Path) -> bool:
    """Whether ``path``, with links followed, lies in ``root``; a link that goes round in a circle does not."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def relative(root: Path, path: Path) -> str:
    """The path as it is shown to people: relative to the project, with forward slashes."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.name


def content_files(root: Path, folder: Path, suffixes: tuple[str, ...], problems: Problems) -> Iterator[Path]:
    """Yield the files below ``folder`` that end in one of ``suffixes``, in order of path.

    Names that begin with a dot or an underscore are left alone, and so are READMEs.  A link that leads out of the
    project, and a file of content in a form that this folder does not take, are Problems.
    """
    if leads_out(root, folder, problems):
        return
    for path in sorted(folder.rglob("*"), key=lambda p: p.as_posix()):
        if not _named_as_content(path.relative_to(folder)) or leads_out(root, path, problems) or not path.is_file():
            continue
        if path.suffix in suffixes:
            yield path
        elif path.suffix.lower() in CONTENT:
            message = f"这个目录里的文件应以 {' 或 '.join(suffixes)} 结尾"
            problems.error(Place(relative(root, path)), "E107", message, "改文件名的结尾，或移到别的目录。")


def leads_out(root: Path, path: Path, problems: Problems) -> bool:
    """Whether ``path`` is no way to content of the project: it leads out of it, or is a link to a folder or to nothing.

    Each is a Problem: what a link hides would be published, or be missed in silence.
    """
    at = Place(relative(root, path))
    if not inside(root, path):
        problems.error(at, "E106", "路径或链接指向项目之外", "把文件复制到项目里，不要用链接。")
        return True
    if path.is_symlink() and not path.is_file():
        problems.error(at, "E106", "链接指向目录，或者指向不存在的文件", "把文件复制到项目里，不要用链接。")
        return True
    return False


def _named_as_content(path: Path) -> bool:
    return not any(part[0] in "._" for part in path.parts) and path.stem.upper() != "README"


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
        before = error.object[: error.start]
        good = before[before.rfind(b"\n") + 1 :].decode("utf-8", "ignore").removeprefix("\ufeff")
        at = Place(at.file, before.count(b"\n") + 1, len(good) + 1)
        hint = "另存为 UTF-8 编码；记事本里选“另存为”，编码选 UTF-8。"
        problems.error(at, "E101", f"不是 UTF-8 编码（第 {error.start + 1} 个字节）", hint)
    except OSError as error:
        problems.error(at, "E101", f"文件读不了：{error.strerror}", "检查文件是否存在、是否有读取权限。")
    return None
