"""Search: a static index over pairs of characters, built here, read by assets/js/core/search.js."""
