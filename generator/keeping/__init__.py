"""Keeping: how results reach the disk, so that nothing is lost: whole or not at all, one at a time, others' files untouched.

``fresh_folder`` for a folder that replaces an earlier one, ``write_file`` for a single file, ``write_files`` for several that
belong together.  They follow links, keep the umask and mend what an earlier run left when it was killed.
"""

from generator.keeping.file import write_file, write_files
from generator.keeping.folder import EMPTY, Fresh, Kind, Occupied, fresh_folder, names_below, write_folder

__all__ = [
    "EMPTY",
    "Fresh",
    "Kind",
    "Occupied",
    "fresh_folder",
    "names_below",
    "write_file",
    "write_files",
    "write_folder",
]
