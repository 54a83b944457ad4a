"""Whom questions and papers are for, in groups; an item that names nobody is for everyone."""

#: Staff of administrative bodies.
OFFICIALS = ("工作人员", "领导干部", "执法人员", "镇街", "新录用人员")
