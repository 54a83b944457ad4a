"""Kinds of page: one file each, found by ``PAGE``."""
