"""Files that are zip archives inside (docx, xlsx): looked at before anything in them is unpacked."""

import io
import zipfile

from generator.gate import raising
from generator.importing.base import Refused
from generator.importing.xml import reject
from generator.keeping.package import harm

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
    if reason := harm(members):
        raise Refused(reason)
    if needs and needs not in {member.filename for member in members}:
        raise Refused("内容和扩展名不符；用 Word 或 WPS 打开后另存为正确的格式")
    return archive


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
            reject(begins)
