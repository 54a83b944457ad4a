"""Official texts of law that a project has at hand: from a package, or imported into its folder ``texts/``.

No text of law is kept in this project.  What is found is held against the records: how many articles there should be, and
which are missing.
"""

from generator.texts.model import TextArticle, TextOfLaw, edition_on
from generator.texts.packaged import PACKAGE, packaged_texts
from generator.texts.store import FOLDER, read_store, write_text

__all__ = ["FOLDER", "PACKAGE", "TextArticle", "TextOfLaw", "edition_on", "packaged_texts", "read_store", "write_text"]
