/** Packages as Office writes them, read member by member. */

import { through } from "../streams.js";
import { sumOf } from "../zip.js";
import { Unreadable } from "./rows.js";

/** Largest package when unpacked, in bytes. */
const MAX_UNPACKED = 300_000_000;
const AGAIN = "用 Excel 或 WPS 打开，另存为 xlsx 再来。";
const END = 0x06054b50;
const LISTED = 0x02014b50;

const broken = () => new Unreadable("这不是 xlsx，或者已经损坏", AGAIN);

/**
 * @param {Uint8Array} bytes
 * @returns {{names: string[], read: (name: string) => Promise<Uint8Array>}}
 * @throws {Unreadable}
 */
export function unzipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw broken();
  const members = new Map();
  let at = end - view.getUint32(end + 12, true);
  const shift = at - view.getUint32(end + 16, true); // what stands before the package
  let size = 0;
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at < 0 || at + 46 > end || view.getUint32(at, true) !== LISTED) throw broken();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [sum, packed, whole] = [16, 20, 24].map((place) => view.getUint32(at + place, true));
    const [name, extra, note] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const title = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    if (flags & 1) throw new Unreadable("压缩包有密码", "去掉密码再来。");
    size += whole;
    members.set(title, { method, sum, packed, whole, at: view.getUint32(at + 42, true) + shift });
    at += 46 + name + extra + note;
  }
  if (size > MAX_UNPACKED) throw new Unreadable("解开以后过大");
  return { names: [...members.keys()], read: (name) => read(bytes, view, members.get(name)) };
}

/** A member; one that unpacks to more than it tells is broken. */
async function read(bytes, view, { method, sum, packed, whole, at }) {
  try {
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const body = bytes.subarray(start, start + packed);
    const found = method === 0 ? body : await through(new DecompressionStream("deflate-raw"), body, whole);
    if (found.length !== whole || sumOf(found) !== sum) throw broken();
    return found;
  } catch {
    throw broken();
  }
}
