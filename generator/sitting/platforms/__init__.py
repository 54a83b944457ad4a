"""Where answers come from, ONE FILE EACH: what a platform's export calls its columns, found by the constant ``PLATFORM``."""
