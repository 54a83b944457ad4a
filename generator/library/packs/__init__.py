"""Content packs: content that comes with a package, for projects that put their own beside it; one file for each."""
