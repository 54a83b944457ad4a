"""Item analysis: what the answers of a sitting say about its items, its papers, and what people don't know."""
