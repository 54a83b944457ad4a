"""Statements to be judged: each kind of fact as it is, and altered in one place to another real value that is false here.

Every module has ``STATEMENTS``: a kind of fact, and what makes its statements.
"""
