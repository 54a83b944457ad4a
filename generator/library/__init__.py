"""The one immutable Library that everything above reads."""

from generator.library.build import build_library
from generator.library.links import Citing, Reference
from generator.library.model import Library, PenaltyOf
from generator.library.timeline import Status, status_on

__all__ = ["Citing", "Library", "PenaltyOf", "Reference", "Status", "build_library", "status_on"]
