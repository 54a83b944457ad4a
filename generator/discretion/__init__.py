"""Discretion benchmarks computed: the table, the sum with its working, and the words for it."""
