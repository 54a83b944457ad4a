"""Which files belong to a project, and the wall around it."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.gate import gate, printable
from generator.problems import Place, Problem, Problems
from generator.reading.characters import odd

#: Largest file that is read, in bytes.  The Code with the full text of its 1,242 articles takes about 600 KB.
MAX_BYTES = 5_000_000
#: Characters of one sort that are told of one file.
MOST_ODD = 20
#: Endings of files that hold content; any other file in a content folder is somebody's own and left alone …
CONTENT = (".yml", ".yaml", ".md")
#: … but these look as if they held records, and nothing reads them: ending → what to do instead.
_AS_YAML = "内容写在 YAML 文件里；这个文件里的内容照内容手册抄过去，文件移出这个目录。"
UNREAD = {
    **dict.fromkeys((".xls", ".csv", ".tsv", ".et", ".ods", ".txt"), _AS_YAML),
    ".xlsx": "清单的表格用 pufa import xlsx 读进来，其余内容照内容手册写成 YAML。文件移出这个目录。",
    **dict.fromkeys(
        (".docx", ".doc", ".wps", ".rtf", ".pdf", ".html"),
        "法规用 pufa import law 带入；其余内容照内容手册写成 YAML。文件移出这个目录。",
    ),
}
_PLAN_SHEET = "组卷方案的表格用 pufa blueprint from-xlsx 读进来；文件移出这个目录。"
#: Names that Windows keeps for itself, whatever follows their dot.
_RESERVED = re.compile(r"(?i)con|prn|aux|nul|conin\$?|conout\$?|(?:com|lpt)[0-9¹²³]")


def is_reserved(name: str) -> bool:
    """Whether Windows takes no file or folder of this name."""
    return _RESERVED.fullmatch(name.split(".", maxsplit=1)[0].rstrip(" ")) is not None


def named_for_all(root: Path, path: Path, problems: Problems) -> bool:
    """Whether other systems can have a file of this name; a Problem where Windows can't, nor can a site be served from there."""
    taken = next((part for part in path.relative_to(root).parts if is_reserved(part)), None)
    if taken is not None:
        message = f"Windows 保留了“{taken.split('.')[0]}”这个名字，文件和目录不能叫这个"
        problems.error(Place(relative(root, path)), "E107", message, "改名，如在前面或后面加上别的字。")
    return taken is None


def inside(root: Path, path: Path) -> bool:
    """Whether ``path``, with links followed, lies in ``root``; a link that goes round in a circle does not."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def relative(root: Path, path: Path) -> str:
    """The path as it is shown to people: relative to the project, with forward slashes."""
    try:
        return printable(path.absolute().relative_to(root.absolute()).as_posix())
    except ValueError:
        return printable(path.name)


def content_files(root: Path, folder: Path, suffixes: tuple[str, ...], problems: Problems) -> Iterator[Path]:
    """Yield the files below ``folder`` that end in one of ``suffixes``, in order of path.

    Names that begin with a dot or an underscore are left alone, and so are READMEs.  A link that leads out of the
    project, and a file of content in a form that this folder does not take, are Problems.
    """
    if leads_out(root, folder, problems):
        return
    for path in below(root, folder, problems):
        if not _named_as_content(path.relative_to(folder)) or leads_out(root, path, problems):
            continue
        if path.is_dir():
            if path.suffix.lower() in CONTENT:
                message = f"{path.name} 应该是文件，却是目录"
                problems.error(Place(relative(root, path)), "E107", message, "把里面的文件移出来，或者给目录改名。")
            continue
        if path.suffix in suffixes:
            if named_for_all(root, path, problems):
                yield path
        elif path.suffix.lower() in CONTENT:
            message = f"这个目录里的文件应以 {' 或 '.join(suffixes)} 结尾"
            problems.error(Place(relative(root, path)), "E107", message, "改文件名的结尾，或移到别的目录。")
        else:
            tell_unread(root, path, problems)


def tell_unread(root: Path, path: Path, problems: Problems) -> None:
    """W112 where the file looks as if it held records and nothing will read it."""
    hint = UNREAD.get(path.suffix.lower())
    if hint is None or path.name.startswith("~$"):  # a spreadsheet that is open leaves its lock
        return
    if path.parent.name == "blueprints" and path.suffix.lower() in (".xlsx", ".xls", ".csv"):
        hint = _PLAN_SHEET
    message = f"这个目录里的 {path.suffix} 文件不会被读到"
    problems.extend([Problem(Place(relative(root, path)), "W112", message, hint)])


def is_folder(root: Path, folder: Path, problems: Problems) -> bool:
    """Whether a folder is there; a file in its place is a Problem."""
    if folder.is_dir():
        return True
    if os.path.lexists(folder) and not leads_out(root, folder, problems):
        message = f"{relative(root, folder)} 应该是目录，却是文件"
        problems.error(Place(relative(root, folder)), "E107", message, "把这个文件移走或改名。")
    return False


def below(root: Path, folder: Path, problems: Problems) -> list[Path]:
    """Everything below ``folder`` in order of path, folders behind links not entered; one that can't be read is a Problem."""
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        with gate(Place(relative(root, here)), problems, hint="检查目录是否有读取和进入的权限。", saying="目录读不了"):
            with os.scandir(here) as entries:
                children = [(Path(entry.path), entry.is_dir(follow_symlinks=False)) for entry in entries]
            found += [path for path, _ in children]
            waiting += [path for path, is_folder in children if is_folder]
    return sorted(found, key=lambda path: path.as_posix())


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
    with gate(at, problems, hint="检查文件是否存在、是否有读取权限。", saying="文件读不了"):
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for without end
            kind = "目录" if stat.S_ISDIR(status.st_mode) else "管道或设备"
            problems.error(at, "E101", f"这不是文件，是{kind}", "换成普通文件。")
        elif status.st_size > MAX_BYTES:
            hint = "按主题把内容拆成几个文件。"
            problems.error(at, "E103", f"文件有 {status.st_size / 1e6:.1f} MB，上限为 {MAX_BYTES / 1e6:.0f} MB", hint)
        else:
            return _decoded(path.read_bytes(), at, problems)
    return None


def _decoded(content: bytes, at: Place, problems: Problems) -> str | None:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        good = before[before.rfind(b"\n") + 1 :].decode("utf-8", "ignore").removeprefix("\ufeff")
        at = Place(at.file, before.count(b"\n") + 1, len(good) + 1)
        hint = "另存为 UTF-8 编码；记事本里选“另存为”，编码选 UTF-8。"
        problems.error(at, "E101", f"不是 UTF-8 编码（第 {error.start + 1} 个字节）", hint)
    return None


def report_odd(text: str, file: str, offset: int, problems: Problems, grave: bool = True) -> None:
    """Name the characters of ``text`` that nobody sees (E109), or takes for others (W110); the first MOST_ODD of each.

    Args:
        text: of the file, from line ``offset`` + 1 on.
        file: as places name it.
        offset: lines above it.
        problems: where they go.
        grave: whether what nobody sees is an error; on a page that is only read, where nothing is compared, it is a warning.
    """
    tell = problems.error if grave else problems.warning
    counts = {True: 0, False: 0}
    line, start = 1, 0
    for found in odd(text):
        counts[found.unseen] += 1
        if counts[found.unseen] > MOST_ODD:
            continue
        line += text.count("\n", start, found.index)
        start = found.index
        at = Place(file, line + offset, found.index - text.rfind("\n", 0, found.index))
        if found.unseen:
            tell(at, "E109", f"有看不见的字符：{found.name}", "删去它；多半是从网页、PDF 或聊天里粘贴来的。")
        else:
            problems.warning(
                at, "W110", f"有容易认错的字符：{found.name}", "重新输入这个字或空格；多半是从 PDF 粘贴来的。"
            )
    for unseen, code in ((True, "E109"), (False, "W110")):
        more = counts[unseen] - MOST_ODD
        if more > 0:
            told = tell if unseen else problems.warning
            told(Place(file), code, f"这样的字符另有 {more} 处没有列出", "先改正列出的，再检查一次。")
