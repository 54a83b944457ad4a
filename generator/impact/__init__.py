"""Impact of a change of law: which articles changed, and everything of the project that rests on them."""

from generator.impact.changes import ArticleChange, between, coming, in_short, of_regulation, since
from generator.impact.touched import Touched, touched

__all__ = ["ArticleChange", "Touched", "between", "coming", "in_short", "of_regulation", "since", "touched"]
