"""How items are written: figures, phrases, and putting an item together."""
