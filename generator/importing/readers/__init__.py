"""One file for each form that texts of law come in."""
