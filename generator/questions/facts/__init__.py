"""Facts that rules read: what the library says, put so that an item can ask it; no wording of items."""
