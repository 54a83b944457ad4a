"""Letters of the year of teaching the law: reminders of what is past due, and the section of the yearly report."""
