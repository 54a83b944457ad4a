"""What every reader of tables keeps to: its limits, and how it says that a file is none."""

#: Rows in which the header is looked for.
HEADER_ROWS = 20
MAX_ROWS, MAX_COLUMNS = 200_000, 2_000
#: Characters that a cell of Excel holds.
LONGEST_CELL = 32_767


class Unreadable(Exception):
    """Why a file is no table that can be read, in Chinese; ``hint`` says what to do where it isn't the usual."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
