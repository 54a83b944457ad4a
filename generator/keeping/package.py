"""Zip packages: written so that their bytes depend on their parts alone, and looked at before they are unpacked."""

import io
import zipfile
from collections.abc import Iterable, Mapping

#: First day that a zip can tell; every part bears it.
_EPOCH = (1980, 1, 1, 0, 0, 0)

#: Largest sum of parts when unpacked, and how many there may be.
MAX_UNPACKED, MAX_PARTS = 200_000_000, 5_000
#: A part that grows by more than this is made to fill the memory; text in XML grows by ten to fifty.
MAX_RATIO, RATIO_FROM = 500, 5_000_000


def harm(parts: Iterable[zipfile.ZipInfo], most: int = MAX_UNPACKED) -> str:
    """Why a package that came from elsewhere is not unpacked, in Chinese; empty where nothing speaks against it.

    Args:
        parts: what its directory lists; nothing of them is read.
        most: bytes of all of them together.
    """
    total = 0
    names: set[str] = set()
    for number, part in enumerate(parts, 1):
        name = part.filename.replace("\\", "/")
        total += part.file_size
        if number > MAX_PARTS or total > most:
            return "展开后过大，像是压缩炸弹，不读"
        if name in names:
            return "压缩包里有两个同名的部件，不知道该读哪一个；打开后另存再读"
        names.add(name)
        if reason := _harm(part, name):
            return reason
    return ""


def _harm(part: zipfile.ZipInfo, name: str) -> str:
    """Why a part alone keeps its package from being read."""
    if part.file_size > RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1):
        return "压缩比异常，像是压缩炸弹，不读"
    if part.flag_bits & 0x1:
        return "加了密码；去掉密码后再读"
    if name.startswith("/") or ".." in name.split("/") or ":" in name:
        return "压缩包里有指向外面的路径，不读"
    if name.rsplit("/", 1)[-1].lower() in ("vbaproject.bin", "vbadata.xml"):
        return "带有宏；另存为不带宏的格式（docx、xlsx）再读"
    return ""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip, in their order."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            package.writestr(entry, content)
    return whole.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a zip, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
