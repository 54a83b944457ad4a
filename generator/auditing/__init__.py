"""Audits of content: verify holds every fact against the official texts."""
