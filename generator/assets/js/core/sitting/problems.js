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

/** What is grave before what is not, each in its order. @param {(one: object) => boolean} isGrave */
export const gravestFirst = (list, isGrave = ({ grave }) => grave) => [...list.filter(isGrave), ...list.filter((one) => !isGrave(one))];

/** A place as people read it: 第 3 行第 2 列. */
export const placeOf = ({ file, line = 0, column = 0 }) => `${file}:${line || 1}:${column || 1}`;
