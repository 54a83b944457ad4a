"""404.html: one page for every address that is not there, of a site that may lie in any folder of its host.

MkDocs writes addresses from the host's root, which hold only where ``site_url`` names the folder.  Here they are relative to a
``<base>``, and a script puts that right in the browser (assets/js/ui/lost.js).
"""

import re
from html import escape
from urllib.parse import urlsplit

from generator.site.bundles import lost

NAME = "404.html"
_HEAD = re.compile(r"(<meta charset=[^>]*>)")
_ADDRESS = re.compile(r'(<[a-z][^>]*?\s(?:href|src|action|content)=")(/[^"]*)(?=")')


def anywhere(html: str, site_url: str | None) -> str:
    """The page as MkDocs wrote it for ``site_url``, made to work in whatever folder the site lies."""
    folder = urlsplit(site_url or "/").path.rstrip("/") + "/"

    def relative(found: re.Match[str]) -> str:
        start, address = found.groups()
        if address.startswith("//") or not f"{address}/".startswith(folder):
            return found[0]
        return f"{start}{address[len(folder) :] or './'}"

    html = _ADDRESS.sub(relative, html)
    return _HEAD.sub(lambda found: f'{found[0]}<base href="{escape(folder)}"><script>{lost()}</script>', html, count=1)
