"""The place of a record's kind that a citation in prose means."""

from generator.kinds import BasisValue
from generator.legal.citations import Mention


def place_of(regulation: str, mention: Mention) -> BasisValue | None:
    """The article, 款 and 项 that a mention names, of a list or a range the first.

    Args:
        regulation: id of the law that is meant.

    Returns:
        None where no article is named, or a number is beyond what any law has.
    """
    target = mention.target
    if not target.article:
        return None
    try:
        return BasisValue(
            regulation=regulation,
            article=target.article,
            suffix=target.suffix,
            paragraph=target.paragraph or None,
            item=next(iter(target.items), None),
        )
    except ValueError:
        return None
