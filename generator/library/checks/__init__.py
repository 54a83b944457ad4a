"""Checks on a linked library, one file each, found by their constant ``CHECK``; all are run."""
