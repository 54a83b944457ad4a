"""What the year of teaching the law is kept in: the plan and log as a workbook, reminders and the report's section as letters."""
