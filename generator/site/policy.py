"""What a page may load and run, told to the browser in the page itself: its own files, two scripts of ours by their digests, nothing else.

Styles in attributes stay allowed: bars are drawn by them, and old browsers know no narrower way to say so.
"""

import base64
import hashlib
from collections.abc import Iterable

from generator.site.bundles import early, lost


def policy(hosts: Iterable[str]) -> str:
    """The Content-Security-Policy of a site whose content may load from ``hosts`` (site.yml) as well."""
    ours = " ".join(f"'sha256-{_digest(script)}'" for script in (early(), lost()))
    others = "".join(f" https://{host} https://*.{host}" for host in sorted(hosts))
    return "; ".join(
        (
            f"default-src 'self'{others}",
            f"script-src 'self' {ours}{others}",
            f"style-src 'self' 'unsafe-inline'{others}",
            f"img-src 'self' data: blob:{others}",
            f"connect-src 'self'{others}",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
