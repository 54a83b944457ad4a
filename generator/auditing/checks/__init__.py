"""The checks of the audit: one file per check, each with its ``CHECK``."""
