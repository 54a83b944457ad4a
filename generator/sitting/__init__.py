"""A sitting: the keys of an exam, the answers that candidates gave, and the marks these earn."""
