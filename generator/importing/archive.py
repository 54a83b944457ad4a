"""Files that are zip archives inside (docx, xlsx): looked at before anything in them is unpacked."""

import io
import zipfile
from collections.abc import Iterable

from generator.gate import raising
from generator.importing.base import Refused

#: Largest sum of members when unpacked, largest single member, and how many there may be.
MAX_UNPACKED, MAX_MEMBERS = 200_000_000, 5_000
#: A member that grows by more than this is made to fill the memory; text in XML grows by ten to fifty.
MAX_RATIO, RATIO_FROM = 500, 5_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_archive(content: bytes, needs: str = "") -> zipfile.ZipFile:
    """The archive, once it is known to be harmless.

    Args:
        content: the whole file.
        needs: a member without which it is not what its name says (``word/document.xml``); empty where any will do.

    Raises:
        Refused: damaged, encrypted, an older binary form, with macros, with paths that lead outside, or too large inside.
    """
    if content.startswith(_OLE):
        raise Refused("是旧的二进制格式，或者加了密码；用 Word 或 WPS 打开，去掉密码，另存为新格式（docx、xlsx）")
    with raising(Refused, "文件损坏，打不开；请对方重新发一份，或者用 Word、WPS 打开后另存"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    _harmless(members)
    if needs and needs not in {member.filename for member in members}:
        raise Refused("内容和扩展名不符；用 Word 或 WPS 打开后另存为正确的格式")
    return archive


def _harmless(members: Iterable[zipfile.ZipInfo]) -> None:
    total = 0
    for number, member in enumerate(members, 1):
        name = member.filename.replace("\\", "/")
        total += member.file_size
        if number > MAX_MEMBERS or total > MAX_UNPACKED:
            raise Refused("展开后过大，像是压缩炸弹，不读")
        if member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise Refused("压缩比异常，像是压缩炸弹，不读")
        if member.flag_bits & 0x1:
            raise Refused("加了密码；去掉密码后再读")
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise Refused("压缩包里有指向外面的路径，不读")
        if name.rsplit("/", 1)[-1].lower() in ("vbaproject.bin", "vbadata.xml"):
            raise Refused("带有宏；另存为不带宏的格式（docx、xlsx）再读")


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A member's content.  Raises Refused where it is damaged."""
    with raising(Refused, "文件损坏，读不出内容；用 Word、WPS 打开后另存"):
        return archive.read(name)


def declared(archive: zipfile.ZipFile) -> None:
    """Refuse an archive of which a part declares a document type, where attacks by entities begin."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            with raising(Refused, "文件损坏，读不出内容；用 Word、WPS 打开后另存"), archive.open(name) as part:
                begins = part.read(4096)
            if b"<!DOCTYPE" in begins.upper() or b"<!ENTITY" in begins.upper():
                raise Refused("文件里声明了外部实体，不读；用 Excel、Word 或 WPS 打开后另存")
