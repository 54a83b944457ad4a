"""One file per format, each with its FORMAT."""
