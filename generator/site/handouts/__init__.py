"""What is handed out at the door: two pages in large type, made from the same records as the pages of the site.

Nothing in them is said anew: duties, prices, conditions and bodies are the records' own words.
"""
