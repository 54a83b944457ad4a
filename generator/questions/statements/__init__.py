"""Statements to be judged: each kind of fact as it is, and altered in one place to another real value that is false here.

Every module has ``statements``: library → a Statement or a Skip for each fact, in library order.
"""
