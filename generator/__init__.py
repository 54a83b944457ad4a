"""pufa: structured content on environmental law, compiled into a searchable site and a verified question bank."""

__version__ = "0.1.0"
