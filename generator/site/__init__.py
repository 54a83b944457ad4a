"""The site as Page values; who writes them, MkDocs or a plain tree, is decided elsewhere."""
