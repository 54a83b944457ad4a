/** Bytes packed or unpacked by the browser's own streams. */

/** Bytes sent through a stream. @param {Uint8Array} bytes @param {number} most bytes that may come of them @throws {Error} where more come */
export async function through(stream, bytes, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) throw new Error("too much");
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
