"""The structure of a law's text: 编, 章, 节, 条, 款, 项, 目, told from its lines alone, whatever file they came from.

``read_structure`` is the only way in.  Numbers are never made up: what can be repaired is repaired and said so, what
can't is a fault.
"""

from generator.legal.structure.model import Fault, Heading, LawText, Locus, Piece, Provision
from generator.legal.structure.parse import read_structure

__all__ = ["Fault", "Heading", "LawText", "Locus", "Piece", "Provision", "read_structure"]
