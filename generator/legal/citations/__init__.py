"""Citations in running text: where law is cited, and which law, article, 款 and 项 is meant.

``read_mentions`` is the only way in.  Names and aliases of laws are passed in; a text's own title, its abbreviations
(以下简称) and its own numbering (前款, 本条) are found in the text.
"""

from generator.legal.citations.model import Mention, Names, Target
from generator.legal.citations.read import read_mentions

__all__ = ["Mention", "Names", "Target", "read_mentions"]
