"""The second evaluator's ways of deciding, one file for each thing that a claim may ask, found by their constant ``DECIDER``.

None knows a rule, and no rule knows one: they read the same library twice.
"""
