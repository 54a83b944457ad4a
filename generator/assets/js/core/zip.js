/** Packages whose members are stored, not deflated: every program opens them, and every byte is as it was given. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** The check sum of a member. */
export function sumOf(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, the first day that a package can tell. */
const DAY = 0x21;
const UTF8 = 0x0800;

/** Numbers of so many bytes, the least first. */
const bytesOf = (fields) =>
  Uint8Array.from(fields.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) % 256)));

/** @param {Array<[string, Uint8Array]>} members name and content, in order @returns {Uint8Array} */
export function stored(members) {
  const parts = [];
  const list = [];
  let at = 0;
  const put = (...pieces) => {
    for (const piece of pieces) {
      parts.push(piece);
      at += piece.length;
    }
  };
  for (const [name, content] of members) {
    const title = new TextEncoder().encode(name);
    const told = [[20, 2], [UTF8, 2], [0, 2], [0, 2], [DAY, 2], [sumOf(content), 4], [content.length, 4], [content.length, 4], [title.length, 2], [0, 2]];
    list.push([bytesOf([[0x02014b50, 4], [20, 2], ...told, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), title]);
    put(bytesOf([[0x04034b50, 4], ...told]), title, content);
  }
  const start = at;
  for (const [head, title] of list) put(head, title);
  put(bytesOf([[0x06054b50, 4], [0, 2], [0, 2], [list.length, 2], [list.length, 2], [at - start, 4], [start, 4], [0, 2]]));
  const whole = new Uint8Array(at);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
