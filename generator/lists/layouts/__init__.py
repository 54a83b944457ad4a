"""The columns of each list, one file per kind of content; found by the constant LAYOUT."""
