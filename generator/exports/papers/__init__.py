"""Papers, keys and sheets as documents of a few kinds of blocks, which Word and PDF both show."""
