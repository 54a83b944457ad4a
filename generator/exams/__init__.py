"""Exams: blueprints become papers."""
