"""Papers as trainers write them: numbered stems, lettered options, answers within, below or at the end."""
