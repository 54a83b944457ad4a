"""Ways of making items, one file each, found by their constant ``RULE``."""
