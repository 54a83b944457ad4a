"""A regulation as schema.org/Legislation, for search engines."""

from typing import Any

from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.site.akoma import uri_of

_STATES = {"in_force": "InForce", "not_yet": "NotInForce", "repealed": "NotInForce"}
_SCHEMA = "https://schema.org"


def legislation(library: Library, regulation: Regulation) -> dict[str, Any]:
    """JSON-LD of a regulation as it stands on the library's day."""
    status = library.status(regulation.id)
    version = status.version
    found = {
        "@context": _SCHEMA,
        "@type": "Legislation",
        "name": regulation.title,
        "alternateName": [name for name in (regulation.short_title, *regulation.aliases) if name],
        "legislationIdentifier": regulation.document_number or uri_of(regulation),
        "legislationType": regulation.rank,
        "legislationPassedBy": {"@type": "Organization", "name": regulation.issuer},
        "legislationJurisdiction": regulation.region or "中华人民共和国",
        "legislationDate": version.adopted.isoformat() if version.adopted else None,
        "legislationDateVersion": version.effective.isoformat(),
        "legislationLegalForce": f"{_SCHEMA}/{_STATES[status.state]}",
        "inLanguage": "zh-CN",
        "legislationRepeals": [
            {"@type": "Legislation", "name": one.title}
            for one in library.regulations
            if any(each.repealed_by == regulation.id for each in one.versions)
        ],
    }
    return {name: value for name, value in found.items() if value}
