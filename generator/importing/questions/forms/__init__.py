"""Forms in which questions come, one file each, found by their constant ``FORM``."""
