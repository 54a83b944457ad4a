"""What ``pufa mark`` writes: scores as JSON, a workbook, and a sheet for each candidate."""
