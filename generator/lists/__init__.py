"""Lists as an office keeps them: the columns of each kind, printed as Excel and Word, and read back from what people have."""
