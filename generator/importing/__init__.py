"""Bringing in what people have: files of law in any of the usual forms, as lines of text with what was mended."""
