"""The gate: whatever the system or a library raises becomes a Problem that names its file, in words.

Who reads a file with a library opens it within ``gate``; who writes lets ``Refusal`` go up to the command line.  So no list of
exceptions is kept by hand anywhere, and a new version of a library brings no traceback.
"""

import errno
import os
import re
import shutil
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import Place, Problem, Problems

#: What the system says, for those who do not read its English.
_WORDS = {
    errno.ENOENT: "没有这个文件或目录",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是目录，不是文件",
    errno.ENOTDIR: "路径里有一段是文件，不是目录",
    errno.EEXIST: "已经有同名的文件或目录",
    errno.ENOTEMPTY: "目录不是空的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "文件过大，磁盘或系统不让写",
    errno.EROFS: "磁盘是只读的",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "名字太长",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正在使用，或者是挂载点",
    errno.EXDEV: "不在同一个磁盘上",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EINVAL: "系统不接受这个名字或操作",
    errno.ENODEV: "没有这个设备",
    errno.ENXIO: "没有这个设备，或者没有程序在读这个管道",
    errno.ETXTBSY: "文件正在使用",
    errno.ENOMEM: "内存不够",
    errno.ESTALE: "网络磁盘断开了",
    errno.EADDRINUSE: "端口已被占用",
    errno.EADDRNOTAVAIL: "不是本机的地址",
    errno.EOPNOTSUPP: "系统不支持这个操作",
}
_LIBRARY: dict[type[Exception], str] = {
    UnicodeError: "文字编码不对",
    MemoryError: "内存不够",
    RecursionError: "嵌套太深",
    OverflowError: "数字超出范围",
}
#: Faults that only writing meets.
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
_HINT = "检查文件是否存在、是否有读取权限，能否用别的软件打开。"


class Refusal(Exception):
    """One fault ends the work: carries the Problem that tells it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Terminated(SystemExit):
    """The system asks the command to end (SIGTERM); unlike an exit that others' code raises, it is no fault."""


class Unread(Exception):
    """Why a file is not read, in a few Chinese words, before any library sees it."""


def content(path: Path, most: int) -> bytes:
    """The bytes of a plain file.  A pipe or device, which would be waited for without end, is not opened.

    Args:
        path: the file; a link is followed.
        most: bytes at most.

    Raises:
        Unread: it is no plain file, or larger.
        OSError: it isn't there or can't be read.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unread(f"这不是文件，是{'目录' if stat.S_ISDIR(status.st_mode) else '管道或设备'}")
    if status.st_size > most:
        raise Unread(f"文件有 {status.st_size / 1e6:.1f} MB，上限为 {most / 1e6:.0f} MB")
    return path.read_bytes()


def words(error: BaseException) -> str:
    """What went wrong, in a few Chinese words; for faults of a library that no table knows, the name of its exception."""
    if isinstance(error, Unread):
        return str(error)
    if isinstance(error, socket.gaierror):
        return "没有这个主机"
    if isinstance(error, shutil.Error):  # of many files, each with what the system said in English
        first = re.search(r"\[Errno (\d+)\]", str(error))
        return _WORDS.get(int(first[1]) if first else 0, "有的文件复制不了")
    if isinstance(error, OSError):
        known = _WORDS.get(error.errno or 0)
        return known or f"系统报告“{error.strerror or error}”"
    for kind, told in _LIBRARY.items():
        if isinstance(error, kind):
            return told
    return f"内容已损坏，或者不是所要的格式（{type(error).__name__}）"


def printable(text: str) -> str:
    """A name as it can be printed: bytes that are no UTF-8, and signs that would move the cursor, as escapes."""
    plain = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() or sign == " " else f"\\u{ord(sign):04x}" for sign in plain)


def named(error: BaseException, otherwise: str, root: Path | None = None) -> str:
    """The file that ``error`` names, below ``root`` where it lies there; ``otherwise`` where it names none."""
    name = getattr(error, "filename", None)
    if not isinstance(name, str | bytes | os.PathLike) or not name:
        return otherwise
    path = Path(os.fsdecode(name))
    if root is not None and path.is_absolute():
        base = root.absolute()
        path = path.relative_to(base) if path.is_relative_to(base) else path
    return printable(path.as_posix())


@contextmanager
def raising(fault: type[Exception], saying: str) -> Iterator[None]:
    """Within it, whatever a library or the system raises becomes ``fault`` with ``saying`` and why; ``fault`` passes.

    For readers that hand their faults upwards in an exception of their own.
    """
    try:
        yield
    except fault:
        raise
    except Exception as error:
        why = words(error) if isinstance(error, OSError | UnicodeError | Unread) else type(error).__name__
        raise fault(f"{saying}（{why}）") from error


@contextmanager
def gate(
    at: Place, problems: Problems, code: str = "E101", hint: str = _HINT, saying: str = "读不了"
) -> Iterator[None]:
    """Within it, whatever is raised becomes the Problem ``code`` at ``at``; what follows the block goes on.

    A Refusal is told as it is.  Ends of the whole command (an interrupt, a closed pipe) pass through.
    """
    try:
        yield
    except Refusal as refusal:
        problems.extend([refusal.problem])
    except BrokenPipeError:
        raise
    except Exception as error:  # the one place where all exceptions are meant
        problems.error(at, code, f"{saying}：{words(error)}", hint)
