"""The language of law: numerals, citations, money, periods.  No records of the project."""
