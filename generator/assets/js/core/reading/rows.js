/** What every reader of tables keeps to, and how it says that a file is none: the twin of generator/reading/rows.py. */

export const HEADER_ROWS = 20;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 2_000;
/** Characters that a cell of Excel holds. */
export const LONGEST_CELL = 32_767;
export const TOO_LARGE = "表太大：最多 200,000 行、2,000 列";

/** Why a file is no table that can be read; `hint` says what to do where it isn't the usual. */
export class Unreadable extends Error {
  constructor(message, hint = "") {
    super(message);
    this.hint = hint;
  }
}
