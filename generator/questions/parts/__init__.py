"""Parts that chains share, one file each: every one asks its own thing of a situation told, or says why it can't."""
