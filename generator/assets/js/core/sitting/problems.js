/** What is wrong, where, and what to do about it, in the words of the command. */

export class Problems {
  constructor() {
    this.list = [];
  }

  error(at, code, message, hint) {
    this.list.push({ at, code, message, hint, grave: true });
  }

  warning(at, code, message, hint) {
    this.list.push({ at, code, message, hint, grave: false });
  }
}

/** A place as people read it: 第 3 行第 2 列. */
export const placeOf = ({ file, line = 0, column = 0 }) => `${file}:${line || 1}:${column || 1}`;
