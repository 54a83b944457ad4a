"""A copy of a built site that works from a folder or a USB stick: links name files, and what scripts fetch lies beside as scripts.

Browsers open no folder's index.html by itself and fetch nothing under file://; a classic script they load.
"""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

#: Folders of the site whose files the page's scripts fetch (assets/js/ui/site.js); pages may lie among them.
FETCHED = ("articles", "citations", "lists", "search", "builder", "results")
#: In each page: told to the scripts.
MARK = '<meta name="pufa-offline" content="yes">'
_LINK = re.compile(r'(?<=\s)(href|action)="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|\?", re.IGNORECASE)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def offline(site: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file of the copy.

    Args:
        site: folder of a built site.
        names: paths of its files, in the order in which they are to come.
    """
    for name in names:
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            yield name, page(content.decode("utf-8")).encode("utf-8")
            continue
        yield name, content
        if PurePosixPath(name).parts[0] in FETCHED and name.endswith((".json", ".bin")):
            yield f"{name}.js", _script(name, content)


def page(html: str) -> str:
    """A page whose links name the file of each folder, and which may load from where it lies."""
    html = _LINK.sub(lambda found: f'{found[1]}="{_file(found[2])}"', html)
    html = _POLICY.sub(lambda found: found[0].replace("'self'", "'self' file:"), html)
    return html.replace("<head>", f"<head>{MARK}", 1)


def _file(address: str) -> str:
    """``../conducts/#a`` → ``../conducts/index.html#a``; what leads elsewhere or names a file stays."""
    if _ELSEWHERE.match(address):
        return address
    path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if path in ("", ".", "./"):
        return f"index.html{sign}{rest}"
    if path.endswith((".", "/..")) and PurePosixPath(path).name in (".", ".."):
        path += "/"
    return f"{path}index.html{sign}{rest}" if path.endswith("/") else address


def _script(name: str, content: bytes) -> bytes:
    """The file as a script that holds its text, or its bytes in base64."""
    text = content.decode("utf-8") if name.endswith(".json") else base64.b64encode(content).decode()
    return f"(window.pufaFiles ??= {{}})[{json.dumps(name)}] = {json.dumps(text, ensure_ascii=False)};\n".encode()
